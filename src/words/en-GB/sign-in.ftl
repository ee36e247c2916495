# Signing in and out.
sign-in-title = Sign in
sign-in-already = You are signed in.
sign-in-form-waits = You were signed out before your form was sent. Sign in, then send it. We keep it for 30 minutes.
sign-in-families = Families
sign-in-how = We will send you a code. You do not need a password.
sign-in-email = Your email address
sign-in-email-hint = The one that you gave your centre.
sign-in-email-wrong = Enter an email address, like name@example.com
sign-in-send = Send me a code
sign-in-too-many = We have sent too many codes. Please wait 15 minutes, then try again.

sign-in-code-title = Type your code
sign-in-code-sent = If we know your email address, we have sent you a code. It is good for 10 minutes.
sign-in-code = The 6 numbers in our message
sign-in-code-wrong = That is not the code, or it is too old. Check it, or ask for a new one.
sign-in-code-none = No message after 2 minutes? Look in your junk mail. Or phone your centre.
sign-in-code-again = Send me a new code
sign-in-alone = Only I use this phone or computer
sign-in-alone-hint = You stay signed in for 90 days. If other people use it too, leave this box empty.
sign-in-go = Sign in

sign-in-more-title = One more thing
sign-in-more-why = To keep you safe, please tell us two things that we know about you.
sign-in-born = When was one of your children born?
sign-in-born-hint = For example, 27 3 2025. If your baby is not born yet, when is it due?
sign-in-born-wrong = Enter a day, a month and a year
sign-in-postcode = Your postcode
sign-in-postcode-wrong = Enter a whole postcode, like M31 4FL
sign-in-phone-us = This does not match what we know. Please phone your centre.

sign-in-link-title = Sign in
sign-in-link-line = Press the button to sign in.
sign-in-elsewhere-title = Your code
sign-in-elsewhere-line = Type this code on the phone or computer where you asked for it.
sign-in-elsewhere-here = Do you want to sign in here?
sign-in-elsewhere-ask = Ask for a code here
sign-in-gone-title = This link is over
sign-in-gone-line = It works once, for 10 minutes.

# The message with the code.
sign-in-mail-subject = Your code to sign in
sign-in-mail-code = Your code is { $code }.
sign-in-mail-type = Type it where you asked for it.
sign-in-mail-press = Or press this button, on the same phone or computer.
sign-in-mail-once = It works once, for 10 minutes.
sign-in-mail-secret = Tell nobody the code. We will never ask you for it.
sign-in-mail-not-you = Not you? Then do nothing.
