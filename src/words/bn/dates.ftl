# Times and moments, as a person says them. Days and lists are made by the language's own rules (CLDR).
# Of a time there is the hour of 24 ($hour), the hour of 12 ($clock), the minutes in two figures and
# the half of the day, am or pm.
# Bengali says the part of the day before the hour of 12.

# সকাল 10:00, দুপুর 1:30
dates-hour = { $hour ->
    [0] রাত
    [1] রাত
    [2] রাত
    [3] রাত
    [4] ভোর
    [5] ভোর
    [12] দুপুর
    [13] দুপুর
    [14] দুপুর
    [15] বিকাল
    [16] বিকাল
    [17] বিকাল
    [18] সন্ধ্যা
    [19] সন্ধ্যা
    [20] রাত
    [21] রাত
    [22] রাত
    [23] রাত
   *[other] সকাল
} { $clock }:00
dates-time = { $hour ->
    [0] রাত
    [1] রাত
    [2] রাত
    [3] রাত
    [4] ভোর
    [5] ভোর
    [12] দুপুর
    [13] দুপুর
    [14] দুপুর
    [15] বিকাল
    [16] বিকাল
    [17] বিকাল
    [18] সন্ধ্যা
    [19] সন্ধ্যা
    [20] রাত
    [21] রাত
    [22] রাত
    [23] রাত
   *[other] সকাল
} { $clock }:{ $minutes }
dates-midnight = রাত 12:00
dates-midday = দুপুর 12:00

# মঙ্গলবার, 3 জুন, সন্ধ্যা 6:00
dates-moment = { $day }, { $time }
# মঙ্গলবার, 3 জুন, সকাল 10:00 থেকে সকাল 11:30
dates-when = { $day }, { $from } থেকে { $to }
# মঙ্গলবার, 3 জুন, রাত 10:00 থেকে বুধবার, 4 জুন, রাত 1:00
dates-when-days = { $day }, { $from } থেকে { $end }, { $to }

# 10, 1:30: large on a card, with the half of the day in what stands below.
dates-clock-hour = { $clock }:00
dates-clock = { $clock }:{ $minutes }
