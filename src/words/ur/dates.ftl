# Times and moments, as a person says them. Days and lists are made by the language's own rules (CLDR).
# Of a time there is the hour of 24 ($hour), the hour of 12 ($clock), the minutes in two figures and
# the half of the day, am or pm.

# 10am, 1:30pm
# The figures stand in a choice of one form, so that the marks around it keep them together, left to right:
# else 1:30 is shown as 30:1 in a text from the right.
dates-hour = { $hour ->
    [0] رات
    [1] رات
    [2] رات
    [3] رات
    [12] دوپہر
    [13] دوپہر
    [14] دوپہر
    [15] دوپہر
    [16] شام
    [17] شام
    [18] شام
    [19] شام
    [20] رات
    [21] رات
    [22] رات
    [23] رات
   *[other] صبح
} { $half ->
   *[pm] { $clock }:00
} بجے
dates-time = { $hour ->
    [0] رات
    [1] رات
    [2] رات
    [3] رات
    [12] دوپہر
    [13] دوپہر
    [14] دوپہر
    [15] دوپہر
    [16] شام
    [17] شام
    [18] شام
    [19] شام
    [20] رات
    [21] رات
    [22] رات
    [23] رات
   *[other] صبح
} { $half ->
   *[pm] { $clock }:{ $minutes }
} بجے
dates-midnight = رات 12:00 بجے
dates-midday = دوپہر 12:00 بجے

# 6pm on Tuesday 3 June
dates-moment = { $day } کو { $time }
# Tuesday 3 June, 10am to 11:30am
dates-when = { $day }، { $from } سے { $to } تک
# Tuesday 3 June, 10pm to 1am on Wednesday 4 June
dates-when-days = { $day }، { $from } سے { $end } کو { $to } تک

# 10, 1:30: large on a card, with the half of the day in what stands below.
dates-clock-hour = { $half ->
   *[am] { $clock }:00
}
dates-clock = { $half ->
   *[am] { $clock }:{ $minutes }
}
