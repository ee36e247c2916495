# Being a member: the pages behind links in messages, and what is printed.
member-thanks = Thank you
member-contact = Is this your email address?
member-contact-say = Then we know that we can reach you.
member-contact-yes = Yes, it is
member-contact-done = Now we know that we can reach you.
member-address-say = Then we will write to you here from now on.
member-address-done = We will write to you at this address.
member-same = Have you moved, or changed your number?
member-same-say = If not, you need only press the button. We keep it as it is.
member-same-no = No, nothing has changed
member-same-yes = Yes, tell us
member-same-done = We keep it as it is.
member-stop = Stop being a member?
member-stop-say = You can still book and come. We will send no more cards.
member-stop-yes = Stop being a member
member-stop-done = You are no longer a member
member-stop-done-say = You can still book and come. You are welcome.
member-cards = Stop birthday cards?
member-cards-say = You stay a member. Only the cards stop.
member-cards-yes = Stop the cards
member-cards-done = No more birthday cards
member-cards-done-say = You stay a member. You are always welcome.

# The card.
member-card = Membership card
member-card-number = Membership number
member-card-and = and { $name }
member-card-phone = Phone: { $phone }
member-card-show = Show this card when you come. Nobody can read your details from it.
member-card-offer = What we offer you
member-card-offer-all = Play, advice and new friends for families with young children.
member-card-notice = Your information
member-card-version = Notice { $version } ({ $language })

# A birthday card on paper.
member-birthday-thanks = Thank you
member-birthday-number = Membership { $number }
member-birthday-to = { $name } and family
member-birthday-book-phone = To book, look at { $address } or phone { $centre } on { $phone }.
member-birthday-book-centre = To book, look at { $address } or ask at { $centre }.
member-birthday-book-us = To book, look at { $address } or ask us.
member-birthday-moved = Moved house? New number? Please tell us. To stop these cards, tell us too.
member-birthday-ask-phone = Do you have a question? Please phone { $centre } on { $phone }.
member-birthday-ask-centre = Do you have a question? Please ask at { $centre }.
member-birthday-ask-us = Do you have a question? Please ask us.

# A letter on paper.
member-letter-scan = Scan this, or ask at your centre.
