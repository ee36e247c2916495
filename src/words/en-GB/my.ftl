# A family’s own pages.

# Our places.
my-title = My places
my-offers = A place for you
my-places = Your places
my-waiting = You are waiting
my-past = Past and cancelled
my-older = Older
my-back = Back to my places
my-appointment = Your appointment
my-show = Show what it is
my-until = We are keeping it for you until { $until }.
my-only-yours = It is only yours when you say yes.
my-yes = Yes, I want it
my-no = No thanks
my-about = { $title }, { $when }
my-for = For
my-when = When
my-where = Where
my-also-on = Also on
my-bring = Bring
my-phone = Phone
my-adults = { $n ->
    [one] 1 adult
   *[other] { $n } adults
}
my-and = { $names } and { $adults }
my-cancel = Cancel this place
my-cancel-by = If you cannot come, tell us by { $until }.
my-cancel-late = If you cannot come, please tell us. Someone else may want the place.
my-begun = This has begun. To tell us something, phone us.
my-leave = Leave the list
my-calendar = Add to calendar
my-changed-mind = Changed your mind?
my-or = Any of these days will do too:
my-chance-good = Places often come free. You have a good chance.
my-chance-some = A place may come free. We cannot be sure.
my-chance-small = Not many places come free. You may want to look for another day too.
my-position = You are number { $n } on the list.
my-no-place-yet = You do not have a place yet. We will tell you if one comes free.
my-was-booked = You had a place.
my-was-cancelled = Cancelled.
my-was-lapsed = You did not get a place.
my-was-declined = You said no thanks.
my-nothing = Nothing booked.
my-for-child = See what’s on for { $name }, { $age }
my-for-baby = See what’s on for { $name }

# What has just been done.
my-done-accepted = You are booked. We look forward to seeing you.
my-done-declined = Thank you. We will offer it to another family.
my-done-cancelled = Your place is cancelled. Thank you: another family can come now.
my-done-left = You are off the list.
my-done-saved = Saved.
my-done-asked = Thank you. We will check it and change it for you.
my-done-address = Thank you. We have sent you an email. Open it to say that the new address is yours.
my-done-not-a-member = You are no longer a member. You can still book and come.
my-done-member = You are a member again. Welcome back.

# What cannot be done.
my-wrong-offer = Sorry, this offer has ended. See below how it stands.
my-wrong-clash = Your child has another place at that time. Cancel that one first.
my-wrong-limit = You have as many places here as one family can book. Cancel one first.
my-wrong-members = This group is for members. You can be a member again under My family.
my-wrong-late = It is too late to change this here. Please phone us.

# Giving a place up.
my-ask-cancel = Cancel this place?
my-ask-cancel-line = You keep your place until you press.
my-ask-leave = Leave the waiting list?
my-ask-leave-line = You stay on the list until you press.
my-keep = No, go back
my-cancel-yes = Yes, cancel it
my-leave-yes = Yes, leave the list

# The card.
my-card = My card
my-card-number = Your number
my-card-show = Show this when you come.
my-card-code = The code on your card
my-card-names = For
my-card-centre = Your centre
my-card-save = Save a picture of the card
my-card-none = You are not a member now, so you have no card. You can still book and come.

# My family.
my-family = My family
my-back-to-family = Back to my family

# Where she is signed in.
my-sign-ins = Where you are signed in
my-sign-ins-line = Is there one that you do not know? End it, and phone us.
my-sign-in-since = Signed in at { $at }
my-sign-in-this = This is where you are now.
my-sign-in-end = Sign out there
my-save = Save
my-change = Change
my-remove = Remove
my-choose = Choose one
my-not-here = There are things that you cannot change here.
my-not-said = not said
my-children = Your children
my-add-child = Add a child
my-born-on = Born on { $day }
my-due-on = Due on { $day }
my-request-open = You asked us to change this. We will check it and tell you.
my-request-refused = We did not change this: { $why }
my-you = You
my-others = Other adults
my-theirs = Only { $name } can change this.
my-no-email = We do not email you.
my-no-text = We do not text you.
my-no-call = We do not phone you.
my-no-voicemail = We do not leave a message on your phone.
my-no-post = We do not send you post.
my-email-to-confirm = We have sent an email to { $email }. Open it to say that it is yours.
my-home = Where you live
my-no-home = We have no address.
my-trusted = Who may bring your children
my-trusted-line = This can be a grandparent, a friend or a childminder. You say which children, and how long.
my-add-adult = Add an adult
my-may-bring = May bring { $names }
my-may-until = Until { $day }
my-birthdays = Birthday cards
my-questions = Questions and answers
my-membership = Being a member
my-stop = Stop being a member
my-join-again = Be a member again
my-guest = You book as a guest. You are not a member.
my-told-title = What we hold
my-see-told = See what you told us

# Its forms.
my-your-name = Your name
my-your-email = Your email
my-your-email-hint = If it is new, we will send an email there to check it.
my-your-phone = Your phone number
my-may-we = May we
my-by-email = email you?
my-by-text = text you?
my-by-phone = phone you?
my-by-voicemail = leave a message on your phone?
my-by-post = send you post?
my-postcode = Your postcode
my-no-postcode = I have no postcode, or do not want to say
my-address = Your address
my-address-hint = The house and the street. We send your post there.
my-correct-child = Change a child’s name or date
my-baby-born = My baby is here
my-we-check = We will check this and change it for you.
my-twins = Twins? Please phone us. We will add them for you.
my-child-name = Your child’s name
my-is-born = Is your child born?
my-is-born-yes = Yes
my-is-born-no = Not yet
my-born = When was your child born?
my-born-hint = For example, 27 3 2025
my-due = When is your baby due?
my-adult-name = Their name
my-adult-phone = Their phone number, if you know it
my-relationship = Who are they to you?
my-relationship-grandparent = Grandparent
my-relationship-childminder = Childminder
my-relationship-relative = Someone else in the family
my-relationship-friend = Friend
my-relationship-other = Someone else
my-which-children = Which children may they bring?
my-until-when = Until when?
my-until-when-hint = Leave this empty if there is no end.
my-ask-remove = Take this adult off?
my-ask-remove-line = { $name } may not bring your children any more.
my-remove-yes = Yes, take them off
my-ask-stop = Stop being a member?
my-ask-stop-line = You can still book and come. We will send no more cards. Your number will not work.
my-stop-yes = Yes, stop
my-question-about = { $question }: { $name }
my-answer = Your answer
my-answer-hint = Leave this empty to take your answer back.
my-answer-none = I do not want to answer
my-answer-yes = Yes
my-answer-no = No
my-answer-female = Female
my-answer-male = Male
my-answer-prefer_not_to_say = I would rather not say
my-answer-not_known = I do not know
my-answer-white_british = English, Welsh, Scottish, Northern Irish or British
my-answer-white_irish = Irish
my-answer-white_gypsy_traveller = Gypsy or Irish Traveller
my-answer-white_roma = Roma
my-answer-white_other = Any other White background
my-answer-mixed_white_black_caribbean = White and Black Caribbean
my-answer-mixed_white_black_african = White and Black African
my-answer-mixed_white_asian = White and Asian
my-answer-mixed_other = Any other Mixed or multiple background
my-answer-asian_indian = Indian
my-answer-asian_pakistani = Pakistani
my-answer-asian_bangladeshi = Bangladeshi
my-answer-asian_chinese = Chinese
my-answer-asian_other = Any other Asian background
my-answer-black_african = African
my-answer-black_caribbean = Caribbean
my-answer-black_other = Any other Black background
my-answer-arab = Arab
my-answer-other = Any other ethnic group

# What we ask, and why.
my-question-ethnicity = Ethnic group
my-why-ethnicity = To see if all families get our help. You do not have to say.
my-question-sex = Sex
my-why-sex = To see if dads and mums both come. You do not have to say.
my-question-main_language = Language you know best
my-why-main_language = So that we can write in words you know best.
my-question-interpreter = Do you need an interpreter? Which language?
my-why-interpreter = So that somebody can be there who speaks your language.
my-question-access_needs = What do you need to get in and join in?
my-why-access_needs = So that you can come in and join in.
my-question-allergies = Allergies
my-why-allergies = So that your child is safe when there is food.
my-question-birthday_cards = Do you want birthday cards?
my-why-birthday_cards = So that no card comes that you do not want.
my-question-birthday_by_email = Birthday cards by email
my-why-birthday_by_email = So that we may send a birthday card by email.
my-question-birthday_by_text = Birthday cards by text
my-why-birthday_by_text = So that we may send a birthday card by text.
my-question-photos = May we take photos?
my-why-photos = So that we know if we may take photos of your child.

# What is wrong with a form.
my-wrong-name = Enter your name
my-wrong-email = Enter an email address, like name@example.org
my-wrong-phone = Enter a phone number, like 07700 900123
my-wrong-no-way = Enter an email address or a phone number
my-wrong-postcode = Enter your postcode, or tick the box below it
my-wrong-address = Make your address shorter
my-wrong-child-name = Enter your child’s name
my-wrong-is-born = Say if your child is born
my-wrong-date = Enter a real date, like 27 3 2025
my-wrong-year = Enter the year with four numbers, like 2024
my-wrong-born-ahead = That day has not come yet. Is your baby still to be born? Choose “Not yet”.
my-wrong-due = Enter a due date that is not more than ten months away
my-wrong-adult-name = Enter their name
my-wrong-relationship = Say who they are to you
my-wrong-children = Tick at least one child
my-wrong-no-children = Add your child first
my-wrong-until = Enter a day to come, like 27 3 2027, or leave it empty
my-wrong-answer = Choose an answer, or write one that is shorter
my-wrong-changed = Someone changed this while you were here. Look at it again, then save.
my-wrong-not-taken = We could not save this. Please phone us.

# What she told us.
my-told = What you told us
my-told-line = This is what you told us yourself. It may not be all that we hold.
my-told-booked = You have a place, or had one.
my-told-waiting = You are waiting for a place.
my-told-offered = There is a place for you.
my-told-file = Save this as a file
my-everything = Everything we hold
my-everything-line = You can ask for a copy of all that we hold on you and your child. It is free.
my-everything-yes = Ask for everything we hold
my-everything-asked = You have asked us. We will send it to you by { $by }.
