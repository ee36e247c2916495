# Times and moments, as a person says them. Days and lists are made by the language's own rules (CLDR).
# Of a time there is the hour of 24 ($hour), the hour of 12 ($clock), the minutes in two figures and
# the half of the day, am or pm.

# 10:00, 13:30
dates-hour = { $hour }:00
dates-time = { $hour }:{ $minutes }
dates-midnight = 00:00
dates-midday = 12:00

# 18:00 (Tuesday 3 June). The time stands first, so that "до" and "з" can stand before it.
dates-moment = { $time } ({ $day })
# Tuesday 3 June, from 10:00 to 11:30
dates-when = { $day }, з { $from } до { $to }
# Tuesday 3 June, from 22:00 to 1:00 (Wednesday 4 June)
dates-when-days = { $day }, з { $from } до { $to } ({ $end })

# 10, 1:30: large on a card, with the half of the day in what stands below.
dates-clock-hour = { $hour }:00
dates-clock = { $hour }:{ $minutes }
