# Mails to families.

mail-hello = Hello,
mail-hello-name = Hello { $name },
mail-from = From { $organisation }

# What each mail says of its session.
mail-what = What
mail-when = When
mail-where = Where
mail-for = For
mail-phone = Phone
mail-subject = { $first }: { $what } on { $day }
# One session in a line.
mail-line = { $what }: { $when }, { $place }
mail-line-neutral = { $when }, { $place }
mail-other = { $session } – { $state }
mail-bring = Please bring: { $bring }.
mail-ask-centre = You can ask at { $centre }.
mail-phone-centre = You can phone { $centre } on { $phone }.
mail-whats-on = See what's on

# In a calendar. The first is all that a private session is called there.
mail-calendar-neutral = Appointment
mail-calendar-phone = Phone { $phone }

# A place.
mail-booked = Booked
mail-booked-place = You have a place.
mail-booked-appointment = You have an appointment.
mail-given = You have a place
mail-given-say = A place came free. It is yours now.
mail-reminder = See you soon
mail-reminder-say = We look forward to seeing you.
mail-more-dates = You come on these days too:
mail-add-to-calendar = Add to calendar
mail-tell-by = If you cannot come, please tell us before { $by }.
mail-tell-soon = If you cannot come, please tell us as soon as you can.
mail-for-another = Then another family can come.
mail-cancel = Cancel my place
mail-see-booking = See this booking

# The waiting list.
mail-waiting = You are on the waiting list
mail-waiting-say = You are on the waiting list. You do not have a place yet.
mail-or-dates = Any of these days will do too:
mail-chance-good = Places often come free. You have a good chance.
mail-chance-some = A place may come free. We cannot be sure.
mail-chance-small = Not many places come free. You may want to look for another day too.
mail-position = You are number { $n } in line.
mail-will-write = We will write to you when there is a place for you.
mail-see-chance = See how it stands
mail-to-leave = To stop waiting:
mail-leave = Stop waiting
mail-not-waiting = You are not on the waiting list any more.

# A place that is kept for an answer.
mail-offer = Please answer by { $until }
mail-offer-say = There is a place for you.
mail-kept-until = We are keeping it for you until { $until }.
mail-yes = Yes, I want it
mail-no = No thanks, give it to another family
mail-only-yours = It is only yours when you say yes.
mail-else-gone = We need to hear from you in time. If not, it goes to someone else.
mail-lapsed = We did not hear from you in time
mail-lapsed-kept = We kept a place for you until { $until }.
mail-lapsed-say = We did not hear from you. So we do not keep it any more.
mail-ask-again = Do you still want to come? You can ask again.
mail-last-call = A place is free now
mail-last-call-say = A place is free, and it starts soon.
mail-first-yes = The first family to say yes gets it.
mail-not-before-yes = Please do not come before you have said yes here.

# Changes.
mail-changed = There is a change
mail-changed-say = Something has changed. Please read this.
mail-changed-now = This is how it is now:
mail-changed-booked = You still have a place.
mail-changed-waiting = You are still on the waiting list.
mail-new-time = New time: { $now } (was { $was })
mail-new-venue = New venue: { $now } (was { $was })
mail-new-venue-neutral = There is a new venue. Please phone us to hear where.
mail-new-title = New name: { $now } (was { $was })
mail-new-room = New room: { $now }
mail-new-price = New price: { $now }
mail-new-neutral = Some details are new. Please phone us to hear more.

# Cancelled, over, or no longer possible.
mail-off = Cancelled
mail-off-say = Sorry. { $what } on { $day } is cancelled.
mail-off-neutral = Sorry. This is cancelled.
mail-off-do-nothing = Please do not come. You do not need to do anything.
mail-instead = You may like one of these:
mail-free = places free
mail-full = full, with a waiting list
mail-drop-in = no need to book
mail-opens = you can book from { $at }
mail-gone = You are not coming
mail-gone-by-family = You told us you cannot come. Thank you.
mail-gone-by-centre = We have cancelled this for you.
mail-gone-place = You do not have a place any more.
mail-gone-wrong = Is that wrong?
mail-undo-until = Was it a mistake? You can undo it until { $until }.
mail-undo = Undo this
mail-line-over = Sorry, no place came free
mail-line-over-say = We are sorry. No place came free for you in time.
mail-unfit-neutral = Sorry, this does not work out
mail-too-young = { $child } will be too young for { $what }
mail-too-old = { $child } will be too old for { $what }
mail-busy = { $child } already has a place elsewhere at that time
mail-unfit-young-say = We are sorry. { $child } will be too young on that day.
mail-unfit-old-say = We are sorry. { $child } will be too old on that day.
mail-unfit-busy-say = We are sorry. { $child } already has a place elsewhere at that time.
mail-unfit-booked = So you do not have a place any more.
mail-unfit-waiting = So you are not on the waiting list any more.
mail-fits = This would be right for { $child }:

# Booking has opened.
mail-open = Booking is open
mail-open-say = You asked us to tell you. You can book now.
mail-book = Book a place
mail-to-stop = To stop these messages:
mail-stop = Stop these messages

# Birthday cards, and the end of being a member.
mail-birthday = Happy birthday, { $child }
mail-birthday-say = Happy birthday, { $child }!
mail-birthday-age = { $child } is { $age }. We wish you all a lovely day.
mail-birthday-renewed = You stay members for another year. You do not need to do anything.
mail-birthday-look = Do you want to see what is on near you? Look here.
mail-birthday-on = { $age ->
    [1] On soon for one-year-olds:
    [2] On soon for two-year-olds:
    [3] On soon for three-year-olds:
    [4] On soon for four-year-olds:
   *[other] On soon for your child:
}
mail-birthday-book = Do you want to come? You can book here.
mail-birthday-same = Have you moved, or changed your number?
mail-nothing-new = No, nothing has changed
mail-moved = Moved house? New number?
mail-moved-phone = Please phone { $centre } on { $phone }.
mail-moved-tell = Please tell us at { $centre }.
mail-moved-us = Please tell us.
mail-to-stop-cards = To stop these cards:
mail-stop-cards = Stop these cards
mail-farewell = Thank you for being with us
mail-farewell-five = { $child } is five. Happy birthday!
mail-farewell-ends = Our groups are for children under five. So you stop being members now.
mail-farewell-thanks = It was good to have you with us.
mail-farewell-booked = What you have booked stays booked.
mail-farewell-baby = Is there a new baby, or one on the way? Then you can join again.

# Joining.
mail-join = Please confirm your email address
mail-join-form = Someone filled in a form of { $organisation } with this email address.
mail-join-press = Was it you? Then press the button. We do what you asked for, and tell you.
mail-join-yes = Yes, it was me
mail-join-number = Or type this number on the page you have open: { $number }.
mail-join-lasts = The number works for 30 minutes, the button for seven days.
mail-join-not-you = Not you? Then do nothing. Nothing was booked, and we forget it.
mail-joined = You are now a member
mail-joined-welcome = Welcome. You are now a member of { $organisation }.
mail-to-leave-us = To stop being a member:
mail-leave-us = Stop being a member
mail-welcome = You are a member of { $organisation }
mail-welcome-every = Every family with a child under five can be a member.
mail-welcome-free = It is free, and you are one now.
mail-welcome-number = Your number
mail-welcome-centre = Your centre
mail-welcome-from = { $from } told us about your family.
mail-welcome-still = You can stop at any time. You can still book and come.

# A place that was asked for with a form, and could not be given.
mail-not-booked = About the place you asked for
mail-not-booked-say = We could not book a place for you.
mail-not-booked-second = We did not book a second place for you.
mail-not-booked-full = All places are taken.
mail-not-booked-already = You have a place there already, or you are waiting for one.
mail-not-booked-age = It is for children of another age.
mail-not-booked-many = There are not enough places for all of you.
mail-not-booked-busy = Your child has a place in another session at that time.
mail-not-booked-limit = You have as many places as a family may book.
mail-not-booked-closed = It cannot be booked now.

# Whose email address it is.
mail-address = Is this your email address?
mail-address-family = A family that joined { $organisation } gave us this email address.
mail-address-too = Is it yours? Then we can write to you too.
mail-address-yes = Yes, this is my address
mail-address-not-yours = Not yours? Then do nothing. We will not write again.
mail-address-new = Someone asked us to write to this address from now on.
mail-address-tell = Was that you? Then please tell us that this address is yours.
mail-address-not-you = Not you? Then do nothing. We will not write here again.
mail-address-asked = You asked for a new email address
mail-address-asked-say = You asked us to write to another address from now on.
mail-address-asked-when = We will do that once you press the button in the message we sent there.
mail-address-asked-you = Did you ask for this? Then you do not need to do anything here.
mail-address-phone = Not you? Then please phone us on { $phone }.
mail-address-centre = Not you? Then please tell us at your centre.

# A family that had places and did not come.
mail-missed = We have missed you
mail-missed-say = { $times ->
    [one] You had a place with us. We did not see you.
    [2] You had a place with us twice. We did not see you.
    [3] You had a place with us three times. We did not see you.
    [4] You had a place with us four times. We did not see you.
    [5] You had a place with us five times. We did not see you.
   *[other] You had a place with us { $times } times. We did not see you.
}
mail-missed-well = We hope that you are all well.
mail-missed-hard = Is something making it hard to come? Please tell us. We would like to help.
mail-missed-talk = You can talk to us at { $centre }.
mail-missed-another = If you cannot come one day, tell us before. Then another family can come.
mail-missed-still = What you have booked stays booked. You are always welcome.
