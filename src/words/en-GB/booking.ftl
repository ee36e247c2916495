# The page of one booking.

booking-bring = Please bring: { $bring }.
booking-more-dates = You come on these days too:
booking-map = Find it on a map
booking-question = Do you have a question? Phone
booking-whats-on = See what’s on
booking-other-day = Book another day

# A place.
booking-booked = You are booked
booking-appointment = You have an appointment
booking-look-forward = We look forward to seeing you.
booking-add-to-calendar = Add to calendar
booking-cancel-title = Cancel my place
booking-cancel-by = Please tell us before { $by }, if you can.
booking-cancel-another = Then another family can come. You keep your place until you press.
booking-cancel = Cancel my place
booking-begun = It has started. If you cannot come, please phone.

# Another day, or fewer people.
booking-move-title = Choose another day
booking-move-which = Which day do you want?
booking-move-say = You keep your place until you have the new one.
booking-move = Change to this day
booking-party-title = Change who comes
booking-party-who = Tick who still comes
booking-party-adults = How many adults come?
booking-party-more = Do you want to bring someone else?
booking-party-my = Go to my places
booking-party = Save

# The waiting list.
booking-waiting = You are on the waiting list
booking-no-place-yet = You do not have a place yet.
booking-position = You are number { $n } in line.
booking-or-dates = Any of these days will do too:
booking-will-write = We will write to you when there is a place for you.
booking-leave-title = Stop waiting
booking-leave-say = Then we will not write to you about it. You can ask again, at the end of the list.
booking-leave = Stop waiting
booking-free = A place is free now
booking-free-when = { $when }.
booking-first-yes = The first family to say yes gets it.
booking-not-before-yes = Please do not come before you have said yes here.
booking-yes = Yes, I want it

# A place that is kept for an answer.
booking-offered = There is a place for you
booking-kept-until = We are keeping it for you until { $until }.
booking-only-yours = It is only yours when you say yes.
booking-no-title = No thanks
booking-no-say = Say no to this place? You will not be on the list any more.
booking-no = No thanks, give it to another family

# Over.
booking-past = This is over
booking-past-say = We hope you had a good time.
booking-cancelled = Your place is cancelled
booking-thanks-another = Thank you: another family can come now.
booking-cancelled-at = It was cancelled at { $at }.
booking-undo-until = Was it a mistake? You can undo it until { $until }.
booking-undo = Undo, I want to come
booking-left = You are not on the waiting list any more
booking-left-at = You have not been on it since { $at }.
booking-declined = Thank you
booking-declined-offer = We will offer it to another family.
booking-declined-at = You said no at { $at }.
booking-changed-mind = Changed your mind? Phone
booking-lapsed = We did not hear from you in time
booking-lapsed-until = We kept a place for you until { $until }. You can ask again.
booking-line-over = Sorry, no place came free
booking-line-over-say = You are not on the waiting list any more.
booking-off = This is cancelled
booking-off-say = We are sorry. Please do not come.
booking-unfit = Sorry, this does not work out
booking-unfit-say = It is for children of another age. You do not have a place any more.

# What came of a press, where it is not what was wished.
booking-gone = Sorry, that place has just gone.
booking-gone-waiting = Sorry, that place has just gone. You are still on the list.
booking-too-late = It is too late for that. Nothing has changed.
booking-settled = You have answered before. This is how it stands now.
booking-not-that-day = You cannot have that day. Nothing has changed.
booking-not-that-party = A child of the right age must come. Nothing has changed.
booking-nobody = Tick who comes. If no one can come, cancel your place.
booking-busy = Your child has another place at that time. Cancel that one first.

# Links that lead nowhere.
booking-unknown = This link does not work
booking-unknown-say = Please use the whole link from our message.
booking-expired = This link has run out
booking-expired-say = It does not work any more. Nothing has changed.

# Messages that booking has opened.
booking-stop-ask = Stop these messages?
booking-stop-say = Then we will not write to you when you can book this:
booking-stop = Stop these messages
booking-stopped = No more messages
booking-stopped-say = We will not write to you about this again.
