# Booking a place, and joining.

# The session on top of every screen.
book-session-named = { $title }, { $day }, { $time }, { $place }
book-opens = You can book from { $at }.
book-title = Book { $session }
book-wait-title = Join the waiting list: { $session }
book-remind-title = Remind me: { $session }
book-join-title = Join the family hub
book-join-lead = Joining is free. You only do this once.
book-booked-before = Booked with us before?
book-sign-in = Sign in, it is quicker

# The form of a newcomer.
book-name = Your name
book-reach = How can we reach you?
book-reach-hint = Email is best: you hear from us at once.
book-email = Email
book-phone = Phone
book-child = Your child’s name
book-is-born = Is your child born?
book-born = Yes
book-not-yet = Not yet
book-day = When was your child born? If not yet, when is your baby due?
book-day-hint = For example, 27 3 2025
book-another-child = Bring another child
book-postcode = Your postcode
book-postcode-hint = It tells us which family hub is yours.
book-no-postcode = I have no postcode, or do not want to say
book-adults = How many adults come?
book-notice-lead = We keep what you tell us safe. We use it to run groups for families. You can say no later.
book-notice-version = Version { $version } of this text.
book-choices = More choices
book-guest = Just this once. I do not want to join.
book-rejoins = I left before. I want to join again.
book-next = Next we send you a number to check that it is you. Nothing is booked before that.
book-this = Book this place
book-wait = Join the waiting list
book-remind = Remind me when it opens
book-join = Join

# What is wrong with it.
book-name-missing = Enter your name
book-contact-missing = Enter your email or your phone number
book-email-wrong = Enter a real email, like name@example.org
book-phone-wrong = Enter a real phone number, like 07700 900123
book-child-missing = Enter your child’s name
book-day-wrong = Enter a real date, like 27 3 2025
book-day-future = That day has not come yet. Is your baby still to be born? Choose “Not yet”.
book-due-wrong = Enter the day your baby is due. It must be in the next ten months.
book-year-wrong = Enter the year with four numbers, like 2024
book-none-under-five = Our groups are for children under five. Is the year right?
book-postcode-missing = Enter your postcode, or tick the box below it
book-postcode-wrong = Enter a full postcode, like M31 4FL
book-adults-wrong = Enter a number of adults from 0 to 10
book-too-young = { $child } will be too young for { $title } on { $day }. It is for: { $ages }.
book-too-old = { $child } will be too old for { $title } on { $day }. It is for: { $ages }.
book-not-born = { $title } is for babies who are here. Book when yours is born.
book-adults-only = { $title } is for adults only. Please come without children.

# A session that takes no bookings now.
book-over = Booking for this has ended.
book-turn-up = No need to book. Just turn up.
book-gone-title = This session is no longer on
book-gone = It may have been moved or cancelled.

# The form of a family that signed in.
book-who = Who comes?
book-nobody-ticked = Tick who comes
book-no-children = We know of no child of yours yet. Add one first.
book-add-child = Add a child
book-other-dates = Would another day do? Tick any. You get the first place that comes free.
book-full-now = That place has just gone. You can join the waiting list.
book-already = You have asked for this before.
book-clash = One of you has a place elsewhere at that time.
book-over-limit = You have as many places as we can give to one home. Others need one too.
book-too-large = There is never room here for that many. Please bring fewer.
book-members-only = This is for members. Joining is free.
book-closed-now = You cannot book this now.

# What came of it.
book-done-booked = You are booked
book-done-waiting = You are on the waiting list
book-done-reminder = We will remind you
book-done-joined = You have joined
book-done-guest = Thank you
book-done-not-booked = We could not book your place
book-done-for = For { $names }
book-done-mailed = We have emailed this to you.
book-done-waiting-next = You do not have a place yet. We will tell you as soon as one comes free.
book-done-reminder-next = We will tell you when you can book. You will only need to tick who comes.
book-done-member = You are a member now. Your card comes by email.
book-done-was-member = You were a member before.
book-done-as-guest = You come as a guest. You are not a member.
book-done-calendar = Add to calendar
book-done-needs = Allergies? An interpreter? May we text you? You can tell us now, or later.
book-done-tell-us = Tell us
book-done-page = See or change your booking
book-what-next = What happens next

# The number that shows that an address is hers.
book-code-title = Check your email
book-code-lead = We have sent a message to you. It holds a number of eight digits.
book-code = The number in our message
book-code-wrong = This is not the number in our message, or it is too old. You can press the button in the message instead.
book-code-send = Go on
book-code-next = Nothing is booked before that. No message after two minutes? Look in your spam, or phone us.
book-ring-title = We will ring you
book-ring = We will ring you to check that this is right. Nothing is booked until then.
book-link-title = Was this you?
book-link-joins = Somebody asked us to make you a member. They gave us your email.
book-link-guest = Somebody asked us to book with your email.
book-link-place = They asked for a place here:
book-link-yes = Yes, it was me
book-link-old-title = This link has run out
book-link-old = Nothing was booked. You can ask again.
book-link-again = Ask again
book-link-not-ours-title = This link does not work
book-link-not-ours = Please use the whole link from our message.
