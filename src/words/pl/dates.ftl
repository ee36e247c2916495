# Times and moments, as a person says them. Days and lists are made by the language's own rules (CLDR).
# Of a time there is the hour of 24 ($hour), the hour of 12 ($clock), the minutes in two figures and
# the half of the day, am or pm.

# 10:00, 13:30
dates-hour = { $hour }:00
dates-time = { $hour }:{ $minutes }
dates-midnight = 0:00
dates-midday = 12:00

# wtorek, 3 czerwca, godz. 18:00
dates-moment = { $day }, godz. { $time }
# wtorek, 3 czerwca, od 10:00 do 11:30
dates-when = { $day }, od { $from } do { $to }
# wtorek, 3 czerwca, od 22:00 do 1:00 (środa, 4 czerwca)
dates-when-days = { $day }, od { $from } do { $to } ({ $end })

# 10, 1:30: large on a card, with the half of the day in what stands below.
dates-clock-hour = { $hour }:00
dates-clock = { $hour }:{ $minutes }
