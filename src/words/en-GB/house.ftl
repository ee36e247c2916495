# Before you come: what there is for people with access needs, and the house rules.
access-title = Access
access-choose = Do you need any of this?
access-step-free = No steps
access-accessible-toilet = Wheelchair toilet
access-changing-places = Changing Places toilet
access-baby-changing = Baby changing
access-blue-badge-parking = Blue Badge parking
access-hearing-loop = Hearing loop
access-buggy-space = Space for buggies
access-bsl = Sign language (BSL)
access-interpreter = Interpreter
access-interpreter-for = Interpreter: { $language }
access-quiet = Quiet session
access-adapted = Made to suit disabled children

rules-title = Our house rules
rules-own = Just for { $centre }
rules-version = Version { $version }, from { $day }.
rules-help = Is this hard to read? Please ask us. You can still book.
rules-page = Open this on its own page
rules-none = There are no house rules.
