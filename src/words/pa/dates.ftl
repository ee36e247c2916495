# Times and moments, as a person says them. Days and lists are made by the language's own rules (CLDR).
# Of a time there is the hour of 24 ($hour), the hour of 12 ($clock), the minutes in two figures and
# the half of the day, am or pm.
# Panjabi says the part of the day before the hour of 12.

# ਸਵੇਰੇ 10:00 ਵਜੇ, ਦੁਪਹਿਰ 1:30 ਵਜੇ
dates-hour = { $hour ->
    [0] ਰਾਤ
    [1] ਰਾਤ
    [2] ਰਾਤ
    [3] ਰਾਤ
    [12] ਦੁਪਹਿਰ
    [13] ਦੁਪਹਿਰ
    [14] ਦੁਪਹਿਰ
    [15] ਦੁਪਹਿਰ
    [16] ਸ਼ਾਮ
    [17] ਸ਼ਾਮ
    [18] ਸ਼ਾਮ
    [19] ਸ਼ਾਮ
    [20] ਰਾਤ
    [21] ਰਾਤ
    [22] ਰਾਤ
    [23] ਰਾਤ
   *[other] ਸਵੇਰੇ
} { $clock }:00 ਵਜੇ
dates-time = { $hour ->
    [0] ਰਾਤ
    [1] ਰਾਤ
    [2] ਰਾਤ
    [3] ਰਾਤ
    [12] ਦੁਪਹਿਰ
    [13] ਦੁਪਹਿਰ
    [14] ਦੁਪਹਿਰ
    [15] ਦੁਪਹਿਰ
    [16] ਸ਼ਾਮ
    [17] ਸ਼ਾਮ
    [18] ਸ਼ਾਮ
    [19] ਸ਼ਾਮ
    [20] ਰਾਤ
    [21] ਰਾਤ
    [22] ਰਾਤ
    [23] ਰਾਤ
   *[other] ਸਵੇਰੇ
} { $clock }:{ $minutes } ਵਜੇ
dates-midnight = ਰਾਤ 12:00 ਵਜੇ
dates-midday = ਦੁਪਹਿਰ 12:00 ਵਜੇ

# ਮੰਗਲਵਾਰ, 3 ਜੂਨ ਨੂੰ ਸ਼ਾਮ 6:00 ਵਜੇ
dates-moment = { $day } ਨੂੰ { $time }
# ਮੰਗਲਵਾਰ, 3 ਜੂਨ, ਸਵੇਰੇ 10:00 ਵਜੇ ਤੋਂ ਸਵੇਰੇ 11:30 ਵਜੇ ਤੱਕ
dates-when = { $day }, { $from } ਤੋਂ { $to } ਤੱਕ
# ਮੰਗਲਵਾਰ, 3 ਜੂਨ, ਰਾਤ 10:00 ਵਜੇ ਤੋਂ ਬੁੱਧਵਾਰ, 4 ਜੂਨ, ਰਾਤ 1:00 ਵਜੇ ਤੱਕ
dates-when-days = { $day }, { $from } ਤੋਂ { $end }, { $to } ਤੱਕ

# 10, 1:30: large on a card, with the half of the day in what stands below.
dates-clock-hour = { $clock }:00
dates-clock = { $clock }:{ $minutes }
