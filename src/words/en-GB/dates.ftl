# Days, times and lists, as a person says them. Weekdays are numbered from Monday, months from
# January. Of a time there is the hour of 24 ($hour), the hour of 12 ($clock), the minutes in two
# figures and the half of the day, am or pm.

# Tuesday 3 June
dates-day = { dates-weekday } { $day } { dates-month }
# 3 June 2025
dates-date = { $day } { dates-month } { $year }
# June 2025
dates-month-year = { dates-month } { $year }

dates-weekday = { $weekday ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}
dates-month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}

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

# A list: all but the last, then the last.
dates-list = { $most }, { $next }
dates-list-last = { $most } and { $last }
