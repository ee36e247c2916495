# Times and moments, as a person says them. Days and lists are made by the language's own rules (CLDR).
# Of a time there is the hour of 24 ($hour), the hour of 12 ($clock), the minutes in two figures and
# the half of the day, am or pm.

# 10:00 in the morning, 1:30 in the afternoon, 6:00 in the evening. The choices with one form only keep
# hour and minutes together in one gap: else from right to left 10:30 would be shown as 30:10. The Arabic
# word stands outside of every gap, so that the whole is read from right to left.
dates-hour = { $hour ->
    [0] { $half ->
           *[am] { $clock }:00
        } بعد منتصف الليل
    [1] { $half ->
           *[am] { $clock }:00
        } بعد منتصف الليل
    [2] { $half ->
           *[am] { $clock }:00
        } بعد منتصف الليل
    [12] { $half ->
           *[pm] { $clock }:00
        } ظهرًا
    [13] { $half ->
           *[pm] { $clock }:00
        } بعد الظهر
    [14] { $half ->
           *[pm] { $clock }:00
        } بعد الظهر
    [15] { $half ->
           *[pm] { $clock }:00
        } بعد الظهر
    [16] { $half ->
           *[pm] { $clock }:00
        } بعد الظهر
    [17] { $half ->
           *[pm] { $clock }:00
        } بعد الظهر
   *[other] { $half ->
        [am] { $half ->
           *[am] { $clock }:00
        } صباحًا
       *[pm] { $half ->
           *[pm] { $clock }:00
        } مساءً
    }
}
dates-time = { $hour ->
    [0] { $half ->
           *[am] { $clock }:{ $minutes }
        } بعد منتصف الليل
    [1] { $half ->
           *[am] { $clock }:{ $minutes }
        } بعد منتصف الليل
    [2] { $half ->
           *[am] { $clock }:{ $minutes }
        } بعد منتصف الليل
    [12] { $half ->
           *[pm] { $clock }:{ $minutes }
        } ظهرًا
    [13] { $half ->
           *[pm] { $clock }:{ $minutes }
        } بعد الظهر
    [14] { $half ->
           *[pm] { $clock }:{ $minutes }
        } بعد الظهر
    [15] { $half ->
           *[pm] { $clock }:{ $minutes }
        } بعد الظهر
    [16] { $half ->
           *[pm] { $clock }:{ $minutes }
        } بعد الظهر
    [17] { $half ->
           *[pm] { $clock }:{ $minutes }
        } بعد الظهر
   *[other] { $half ->
        [am] { $half ->
           *[am] { $clock }:{ $minutes }
        } صباحًا
       *[pm] { $half ->
           *[pm] { $clock }:{ $minutes }
        } مساءً
    }
}
dates-midnight = 12:00 منتصف الليل
dates-midday = 12:00 ظهرًا

# 6pm on Tuesday 3 June. It follows "until", "before", "from" and "since" as it is.
dates-moment = الساعة { $time } يوم { $day }
# Tuesday 3 June, 10am to 11:30am
dates-when = { $day }، من { $from } إلى { $to }
# Tuesday 3 June, 10pm to 1am on Wednesday 4 June
dates-when-days = { $day }، من { $from } إلى { $to } يوم { $end }

# 10, 1:30: large on a card, with the half of the day in what stands below.
dates-clock-hour = { $half ->
   *[am] { $clock }:00
}
dates-clock = { $half ->
   *[am] { $clock }:{ $minutes }
}
