# A password: the pages where one is chosen, and the messages about it.
account-forgotten = Choose a password
account-forgotten-say = We will send you a link to choose a password.
account-email = Email address
account-email-wrong = Enter your email address, like name@example.com
account-send = Send me a link
account-back = Back to sign in
account-sent = Look at your email
account-sent-say = If we know this address, we have sent a link to it.
account-sent-none = It works once, for an hour. No message? Look in your junk mail, or ask your manager.
account-choose = Choose a new password
account-new = New password
account-rule = At least { $least } characters, and hard to guess. Three or four words that do not belong together are good. Leave out your name.
account-save = Save the new password
account-too-short = Choose a password of at least { $least } characters.
account-too-long = Choose a password of at most { $most } characters.
account-own-name = Choose a password without your name, your email address or our name. People try these first.
account-easy = Choose a password that is harder to guess. People try this one, or one like it, early on. Three or four words that do not belong together are good.
account-over = This link has run out
account-over-say = It works once, for an hour. Ask for a new one.
account-done = Your password is changed
account-done-say = Your new password is saved. You were signed out everywhere: sign in with it now.
account-sign-in = Sign in

# The part of the sign-in page that is for those who work here.
account-staff = Staff and partners
account-password = Password
account-password-forgotten = Forgotten your password, or have none yet?
account-wrong = The email address or the password is not right. Please check both.
account-quiet = We sign you out after { $minutes } quiet minutes. That keeps families safe.

# Messages.
account-mail-choose = You asked for a new password. Choose it here.
account-mail-once = This works once, until { $until }.
account-mail-not-asked = Not you? Then do nothing. Your password stays the same.
account-mail-changed = Your password was changed
account-mail-changed-at = Your password was changed at { $at }.
account-mail-signed-out = You were signed out everywhere else. Sign in with the new one.
account-mail-not-you = Not you? Then tell us at once. Someone else may know your password.
