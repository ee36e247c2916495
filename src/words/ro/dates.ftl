# Times and moments, as a person says them. Days and lists are made by the language's own rules (CLDR).
# Of a time there is the hour of 24 ($hour), the hour of 12 ($clock), the minutes in two figures and
# the half of the day, am or pm.

# 10:00, 13:30
dates-hour = { $hour }:00
dates-time = { $hour }:{ $minutes }
dates-midnight = 00:00
dates-midday = 12:00

# marți, 3 iunie, ora 18:00
dates-moment = { $day }, ora { $time }
# marți, 3 iunie, de la 10:00 la 11:30
dates-when = { $day }, de la { $from } la { $to }
# marți, 3 iunie, de la 22:00 până miercuri, 4 iunie, la 1:00
dates-when-days = { $day }, de la { $from } până { $end }, la { $to }

# 10, 1:30: large on a card, with the half of the day in what stands below.
dates-clock-hour = { $hour }:00
dates-clock = { $hour }:{ $minutes }
