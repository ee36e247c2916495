# After a session: how was it? And what a centre changed because of what families said.

# The message. It comes to those who said yes to it.
mail-feedback = How was it?
mail-feedback-say = You came to { $what } on { $day }. Was it good? Tell us with two taps.
mail-feedback-tell = Tell us
mail-feedback-no-name = We never show your words or your name to other families.
mail-feedback-to-stop = Do you not want these messages?
mail-feedback-stop = Stop these messages

# What is asked once, among what is known of a family.
my-question-feedback_by_email = May we ask by email how a session was?
my-why-feedback_by_email = So that we may ask you if a session was good. You can stop it at any time.

# The page to stop them.
member-feedback = Stop these messages?
member-feedback-say = Then we will not ask you how a session was. Nothing else changes.
member-feedback-yes = Stop these messages
member-feedback-done = We will not ask you again
member-feedback-done-say = You are always welcome.

# The page: first one of two buttons, then a box that may stay empty.
feedback-title = Was it good?
feedback-good = Good
feedback-not-good = Not so good
feedback-once = Press one. You can change it later.
feedback-thanks = Thank you
feedback-said-good = You said: good.
feedback-said-not-good = You said: not so good.
feedback-change-to-good = Change it to “Good”
feedback-change-to-not-good = Change it to “Not so good”
# Above the box. It must be read before anything is typed.
feedback-danger = Is somebody in danger? Phone 999.
feedback-else-phone = For anything else, phone { $centre } on { $phone }.
feedback-else-ask = For anything else, ask at { $centre }.
feedback-box = Anything to change?
feedback-box-say = You do not have to write. Please write no names. { $longest } letters at most.
feedback-send = Send
feedback-written = We have your words. Somebody at { $centre } will read them in two working days.
feedback-write-again = Write again, in place of what you wrote
feedback-too-long = Make it shorter: { $longest } letters at most
feedback-from-booking = Tell us how it was

# What became of what families said.
you-said = You said, we did
you-said-lead = Families tell us what to change. This is what we did.
you-said-of = You said, we did: { $centre }
you-said-said = You said
you-said-did = We did
you-said-none = There is nothing here yet.
you-said-all = See all centres

# Beside the sheet of what's on in its usual size.
whats-on-paper-small = Print on one small page (A5)

# A list that stands in a page of somebody else, such as the council.
embed-title = What’s on
embed-all = See all and book
embed-none = Nothing is on just now.
