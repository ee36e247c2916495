# On every page.
skip = Skip to main content
menu = Main
menu-whats-on = What’s on
menu-my = My places
menu-family = My family
menu-sign-in = Sign in or out
menu-sign-out = Sign out
foot = About this site
foot-contact = Phone your centre
foot-privacy = Privacy
foot-accessibility = Accessibility
foot-staff = Staff sign in
foot-developers = For developers

# Forms.
problem = There is a problem
error = Error:
day = Day
month = Month
year = Year

# Where nothing is.
see-whats-on = See what’s on
gone-title = We cannot find that page
gone-line = It may have moved, or it may be over. If you typed the address, please check it.

# Places at a session.
places-left = { $n ->
    [one] 1 place left
   *[other] { $n } places left
}
exit-page = Exit this page
