# Text messages to families. Each begins with who sends it, so that it is known on a list of texts.
# Short: 160 plain letters are one text, and each text is paid for.

# What a session is called: its name, or this where it is private.
text-appointment = Your appointment
# { $day } is as "Tuesday 3 June", { $time } as "10am".
text-when = { $day }, { $time }

# Codes.
text-code = { $from }: your code to sign in is { $code }. It works for 10 minutes. Do not tell it to anyone.
text-join = { $from }: your number is { $code }. Type it on the page you have open. Not you? Then do nothing.

# A place.
text-booked = { $from }: you have a place. { $what }, { $when }. See or cancel: { $link }
text-given = { $from }: a place came free and it is yours. { $what }, { $when }. See or cancel: { $link }
text-reminder = { $from }: see you soon! { $what }, { $when }. Can you not come? Tell us: { $link }

# The waiting list.
text-waiting = { $from }: you are on the waiting list, with no place yet. { $what }, { $when }. { $link }
text-offer = { $from }: there is a place for you. { $what }, { $when }. Do you want it? Tell us by { $until }: { $link }
text-offer-answer = { $from }: there is a place for you. { $what }, { $when }. Answer 1 for yes or 2 for no by { $until }, or go to { $link }
text-lapsed = { $from }: we did not hear from you, so we do not keep the place any more. { $what }, { $when }. See what is on: { $link }
text-last-call = { $from }: a place is free now. { $what }, { $when }. The first to say yes gets it: { $link }
text-line-over = { $from }: sorry, no place came free. { $what }, { $when }. See what else is on: { $link }

# Changes.
text-changed = { $from }: there is a change. { $what } is now { $when }, { $place }. { $link }
text-changed-private = { $from }: there is a change. { $what }: { $when }. { $link }
text-off = { $from }: sorry, this is cancelled: { $what }, { $when }. Please do not come. See what else is on: { $link }
text-gone = { $from }: you are not coming any more: { $what }, { $when }. Is that wrong? { $link }
text-gone-ring = { $from }: you are not coming any more: { $what }, { $when }. Is that wrong? { $ask }
text-unfit = { $from }: sorry, this does not work out for you any more: { $what }, { $when }. { $ask }

# Booking has opened, and cards. These stop when a family says so.
text-open = { $from }: you can book now. { $what }, { $when }. { $link }
text-card = { $from }: happy birthday from all of us! You stay members for another year. See what is on: { $link }
text-farewell = { $from }: your child is five, so you stop being members now. It was good to have you with us. What you have booked stays booked.
text-missed = { $from }: we have not seen you lately and hope that you are all well. Is it hard to come? We would like to help. { $ask }
text-stop = Answer STOP for no more of these.
text-stop-link = No more of these: { $link }

# Whom to ask.
text-ring = Phone us: { $phone }
text-ask = Ask at your centre.

# A family that joined, and a place that was asked for.
text-joined = { $from }: welcome, you are now a member. You can stop at any time: { $link }
text-not-booked = { $from }: sorry, we could not book the place you asked for. See what else is on: { $link }

# What we answer to a text.
text-which = { $from }: more than one place waits for your answer. Please open them here: { $links }
text-nothing = { $from }: no place waits for your answer now. See what is on: { $link }
text-too-late = { $from }: sorry, that place is not kept any more. See what is on: { $link }
text-no-place = { $from }: sorry, we could not give you that place. { $ask }
text-declined = { $from }: thank you. We give the place to another family.
text-stopped = { $from }: we send you no more cards and news by text. You still hear about what you book.
text-not-read = { $from }: nobody reads texts to this number. { $ask }

# A text to try the settings with.
text-test = { $from }: this is a test. Texts can be sent.

# Where codes are sent as texts too: on the pages that ask for them.
sign-in-either = Your email address or mobile number
sign-in-either-wrong = Enter your email, like name@example.com. Or enter your phone number, like 07700 900123.
sign-in-either-sent = If we know your address or number, we have sent you a code. It is good for 10 minutes.
book-text-title = Check your phone
book-text-lead = We send you a text with a number of eight digits, or we ring you.
book-text-next = Nothing is booked before that. No text after two minutes? Please phone us.
