# Times and moments, as a person says them. Days and lists are made by the language's own rules (CLDR).
# Of a time there is the hour of 24 ($hour), the hour of 12 ($clock), the minutes in two figures and
# the half of the day, am or pm.

# 10am, 1:30pm
dates-hour = { $clock }{ $half }
dates-time = { $clock }:{ $minutes }{ $half }
dates-midnight = midnight
dates-midday = midday

# 6pm on Tuesday 3 June
dates-moment = { $time } on { $day }
# Tuesday 3 June, 10am to 11:30am
dates-when = { $day }, { $from } to { $to }
# Tuesday 3 June, 10pm to 1am on Wednesday 4 June
dates-when-days = { $day }, { $from } to { $to } on { $end }

# 10, 1:30: large on a card, with the half of the day in what stands below.
dates-clock-hour = { $clock }
dates-clock = { $clock }:{ $minutes }
