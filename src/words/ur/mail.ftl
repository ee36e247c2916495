# Mails to families.

mail-hello = السلام علیکم،
mail-hello-name = السلام علیکم { $name }،
mail-from = { $organisation } کی طرف سے

# What each mail says of its session.
mail-what = کیا
mail-when = کب
mail-where = کہاں
mail-for = کس کے لیے
mail-phone = فون
mail-subject = { $first }: { $what }، { $day } کو
# One session in a line.
mail-line = { $what }: { $when }، مقام: { $place }
mail-line-neutral = { $when }، مقام: { $place }
mail-other = { $session } – { $state }
mail-bring = براہِ مہربانی یہ ساتھ لائیں: { $bring }۔
mail-ask-centre = کچھ پوچھنا ہو تو { $centre } سے پوچھ لیں۔
mail-phone-centre = آپ چاہیں تو { $centre } کو { $phone } پر فون کریں۔
mail-whats-on = پروگرام دیکھیں

# In a calendar. The first is all that a private session is called there.
mail-calendar-neutral = اپوائنٹمنٹ
mail-calendar-phone = فون { $phone }

# A place.
mail-booked = بُکنگ ہو گئی
mail-booked-place = آپ کی جگہ بُک ہے۔
mail-booked-appointment = آپ کا اپوائنٹمنٹ ہے۔
mail-given = آپ کو جگہ مل گئی ہے
mail-given-say = ایک جگہ خالی ہوئی تھی۔ اب وہ آپ کی ہے۔
mail-reminder = جلد ملیں گے
mail-reminder-say = آپ کے آنے سے ہمیں خوشی ہو گی۔
mail-more-dates = ان دنوں کے لیے بھی آپ کی جگہ بُک ہے:
mail-add-to-calendar = کیلنڈر میں شامل کریں
mail-tell-by = اگر آپ نہ آ سکیں تو براہِ مہربانی ہمیں { $by } سے پہلے بتا دیں۔
mail-tell-soon = اگر آپ نہ آ سکیں تو براہِ مہربانی ہمیں جتنی جلدی ہو سکے بتا دیں۔
mail-for-another = پھر کوئی اور خاندان آ سکتا ہے۔
mail-cancel = میری جگہ منسوخ کریں
mail-see-booking = یہ بُکنگ دیکھیں

# The waiting list.
mail-waiting = آپ انتظار کی فہرست میں ہیں
mail-waiting-say = آپ انتظار کی فہرست میں ہیں۔ ابھی آپ کو جگہ نہیں ملی ہے۔
mail-or-dates = ان میں سے کوئی دن بھی آپ کے لیے ٹھیک ہے:
mail-chance-good = جگہیں اکثر خالی ہوتی ہیں۔ آپ کو جگہ ملنے کی اچھی امید ہے۔
mail-chance-some = شاید کوئی جگہ خالی ہو جائے۔ ہم یقین سے نہیں کہہ سکتے۔
mail-chance-small = جگہیں کم ہی خالی ہوتی ہیں۔ چاہیں تو کوئی اور دن بھی دیکھ لیں۔
mail-position = فہرست میں آپ کا نمبر { $n } ہے۔
mail-will-write = جب آپ کے لیے جگہ ہو گی تو ہم آپ کو پیغام بھیجیں گے۔
mail-see-chance = اب کی صورتِ حال دیکھیں
mail-to-leave = انتظار ختم کرنے کے لیے:
mail-leave = انتظار ختم کریں
mail-not-waiting = آپ اب انتظار کی فہرست میں نہیں ہیں۔

# A place that is kept for an answer.
mail-offer = براہِ مہربانی { $until } تک جواب دیں
mail-offer-say = آپ کے لیے ایک جگہ نکل آئی ہے۔
mail-kept-until = ہم یہ جگہ آپ کے لیے { $until } تک رکھیں گے۔
mail-yes = ہاں، مجھے چاہیے
mail-no = نہیں، شکریہ۔ کسی اور کو دے دیں
mail-only-yours = یہ جگہ صرف تب آپ کی ہو گی جب آپ “ہاں” کہیں۔
mail-else-gone = آپ کا جواب وقت پر ملنا ضروری ہے۔ نہ ملا تو جگہ کسی اور کو دی جائے گی۔
mail-lapsed = آپ کا جواب وقت پر نہیں ملا
mail-lapsed-kept = ہم نے آپ کے لیے { $until } تک ایک جگہ رکھی تھی۔
mail-lapsed-say = آپ کا جواب نہیں آیا۔ اس لیے اب ہم وہ جگہ آپ کے لیے نہیں رکھ رہے۔
mail-ask-again = کیا اب بھی آنا ہے؟ تو دوبارہ درخواست دیں۔
mail-last-call = اس وقت ایک جگہ خالی ہے
mail-last-call-say = ایک جگہ خالی ہے، اور یہ جلد شروع ہونے والا ہے۔
mail-first-yes = جو خاندان سب سے پہلے “ہاں” کہے گا، جگہ اسی کو ملے گی۔
mail-not-before-yes = جب تک آپ یہاں “ہاں” نہ کہیں، براہِ مہربانی نہ آئیں۔

# Changes.
mail-changed = ایک تبدیلی ہے
mail-changed-say = کچھ بدل گیا ہے۔ براہِ مہربانی یہ پڑھ لیں۔
mail-changed-now = اب یہ اس طرح ہے:
mail-changed-booked = آپ کی جگہ اب بھی بُک ہے۔
mail-changed-waiting = آپ اب بھی انتظار کی فہرست میں ہیں۔
mail-new-time = نیا وقت: { $now } (پہلے: { $was })
mail-new-venue = نیا مقام: { $now } (پہلے: { $was })
mail-new-venue-neutral = مقام بدل گیا ہے۔ نیا مقام جاننے کے لیے براہِ مہربانی ہمیں فون کریں۔
mail-new-title = نیا نام: { $now } (پہلے: { $was })
mail-new-room = نیا کمرہ: { $now }
mail-new-price = نئی قیمت: { $now }
mail-new-neutral = کچھ تفصیل بدل گئی ہے۔ مزید جاننے کے لیے براہِ مہربانی ہمیں فون کریں۔

# Cancelled, over, or no longer possible.
mail-off = منسوخ
mail-off-say = معذرت۔ یہ منسوخ ہو گیا ہے: { $what }، { $day }۔
mail-off-neutral = معذرت۔ یہ منسوخ ہو گیا ہے۔
mail-off-do-nothing = براہِ مہربانی نہ آئیں۔ آپ کو کچھ کرنے کی ضرورت نہیں۔
mail-instead = شاید ان میں سے کوئی آپ کو پسند آئے:
mail-free = جگہیں خالی ہیں
mail-full = جگہ نہیں ہے، انتظار کی فہرست ہے
mail-drop-in = بُکنگ کی ضرورت نہیں
mail-opens = بُکنگ { $at } سے شروع ہو گی
mail-gone = آپ کا آنا منسوخ ہے
mail-gone-by-family = آپ نے ہمیں بتایا ہے کہ آنا نہیں ہو سکے گا۔ شکریہ۔
mail-gone-by-centre = ہم نے آپ کے لیے یہ منسوخ کر دیا ہے۔
mail-gone-place = اب آپ کی جگہ بُک نہیں ہے۔
mail-gone-wrong = کیا یہ غلط ہے؟
mail-undo-until = غلطی سے منسوخ ہو گئی؟ یہ منسوخی { $until } تک واپس لی جا سکتی ہے۔
mail-undo = منسوخی واپس لیں
mail-line-over = معذرت، کوئی جگہ خالی نہیں ہوئی
mail-line-over-say = ہمیں افسوس ہے۔ وقت پر آپ کے لیے کوئی جگہ خالی نہیں ہوئی۔
mail-unfit-neutral = معذرت، یہ نہیں ہو سکتا
mail-too-young = { $what } کے لیے { $child } کی عمر کم ہو گی
mail-too-old = { $what } کے لیے { $child } کی عمر زیادہ ہو گی
mail-busy = اُسی وقت { $child } کی جگہ پہلے سے کہیں اور بُک ہے
mail-unfit-young-say = ہمیں افسوس ہے۔ اُس دن { $child } کی عمر کم ہو گی۔
mail-unfit-old-say = ہمیں افسوس ہے۔ اُس دن { $child } کی عمر زیادہ ہو گی۔
mail-unfit-busy-say = ہمیں افسوس ہے۔ اُسی وقت { $child } کی جگہ پہلے سے کہیں اور بُک ہے۔
mail-unfit-booked = اس لیے اب آپ کی یہ جگہ بُک نہیں ہے۔
mail-unfit-waiting = اس لیے آپ اب انتظار کی فہرست میں نہیں ہیں۔
mail-fits = یہ { $child } کے لیے ٹھیک رہے گا:

# Booking has opened.
mail-open = بُکنگ شروع ہو گئی ہے
mail-open-say = آپ نے ہم سے بتانے کو کہا تھا۔ اب بُکنگ ہو سکتی ہے۔
mail-book = جگہ بُک کریں
mail-to-stop = یہ پیغام بند کرنے کے لیے:
mail-stop = یہ پیغام بند کریں

# Birthday cards, and the end of being a member.
mail-birthday = سالگرہ مبارک، { $child }
mail-birthday-say = سالگرہ مبارک، { $child }!
mail-birthday-age = { $child } کی عمر اب { $age } سال ہے۔ ہماری دعا ہے کہ آپ سب کا دن بہت اچھا گزرے۔
mail-birthday-renewed = آپ کی ممبرشپ ایک سال اور جاری رہے گی۔ آپ کو کچھ کرنے کی ضرورت نہیں۔
mail-birthday-look = دیکھنا ہے کہ آپ کے قریب کیا پروگرام ہے؟ یہاں دیکھیں۔
mail-birthday-on = { $age ->
    [1] ایک سال کے بچوں کے لیے جلد ہونے والا پروگرام:
    [2] دو سال کے بچوں کے لیے جلد ہونے والا پروگرام:
    [3] تین سال کے بچوں کے لیے جلد ہونے والا پروگرام:
    [4] چار سال کے بچوں کے لیے جلد ہونے والا پروگرام:
   *[other] آپ کے بچے کے لیے جلد ہونے والا پروگرام:
}
mail-birthday-book = کیا آنا ہے؟ یہاں بُک کریں۔
mail-birthday-same = کیا آپ کا گھر یا فون نمبر بدل گیا ہے؟
mail-nothing-new = نہیں، کچھ نہیں بدلا
mail-moved = گھر بدل گیا ہے؟ نیا نمبر ہے؟
mail-moved-phone = براہِ مہربانی { $centre } کو { $phone } پر فون کریں۔
mail-moved-tell = براہِ مہربانی { $centre } میں ہمیں بتائیں۔
mail-moved-us = براہِ مہربانی ہمیں بتائیں۔
mail-to-stop-cards = یہ کارڈ بند کرنے کے لیے:
mail-stop-cards = یہ کارڈ بند کریں
mail-farewell = ہمارے ساتھ رہنے کا شکریہ
mail-farewell-five = { $child } کی عمر اب پانچ سال ہے۔ سالگرہ مبارک!
mail-farewell-ends = ہمارے گروپ پانچ سال سے کم عمر بچوں کے لیے ہیں۔ اس لیے آپ کی ممبرشپ اب ختم ہو رہی ہے۔
mail-farewell-thanks = آپ کا ہمارے ساتھ ہونا ہمیں اچھا لگا۔
mail-farewell-booked = آپ نے جو بُک کیا ہے، وہ بُک رہے گا۔
mail-farewell-baby = کیا گھر میں نیا بچہ ہے، یا ہونے والا ہے؟ تو دوبارہ ممبر بنیں۔

# Joining.
mail-join = براہِ مہربانی اپنے ای میل کے پتے کی تصدیق کریں
mail-join-form = کسی نے اس ای میل کے پتے کے ساتھ { $organisation } کا فارم بھرا ہے۔
mail-join-press = کیا یہ آپ نے بھرا ہے؟ تو بٹن دبائیں۔ آپ نے جو مانگا ہے، ہم وہ کر کے آپ کو بتائیں گے۔
mail-join-yes = ہاں، یہ میری درخواست ہے
mail-join-number = یا جو صفحہ آپ نے کھولا ہوا ہے، اس پر یہ نمبر لکھیں: { $number }۔
mail-join-lasts = نمبر 30 منٹ تک کام کرتا ہے، بٹن سات دن تک۔
mail-join-not-you = یہ آپ نے نہیں بھرا؟ تو کچھ نہ کریں۔ کچھ بُک نہیں ہوا، اور ہم یہ معلومات نہیں رکھیں گے۔
mail-joined = اب آپ ممبر ہیں
mail-joined-welcome = خوش آمدید۔ اب آپ { $organisation } کے ممبر ہیں۔
mail-to-leave-us = ممبرشپ ختم کرنے کے لیے:
mail-leave-us = ممبرشپ ختم کریں
mail-welcome = آپ { $organisation } کے ممبر ہیں
mail-welcome-every = جس خاندان میں پانچ سال سے کم عمر کا بچہ ہو، وہ ممبر بن سکتا ہے۔
mail-welcome-free = یہ مفت ہے، اور اب آپ ممبر ہیں۔
mail-welcome-number = آپ کا نمبر
mail-welcome-centre = آپ کا سینٹر
mail-welcome-from = { $from } نے ہمیں آپ کے خاندان کے بارے میں بتایا ہے۔
mail-welcome-still = ممبرشپ جب چاہیں ختم کریں۔ آپ کو بُک کرنے اور آنے کی اجازت پھر بھی ہو گی۔

# A place that was asked for with a form, and could not be given.
mail-not-booked = آپ نے جو جگہ مانگی تھی، اس کے بارے میں
mail-not-booked-say = ہم آپ کے لیے جگہ بُک نہیں کر سکے۔
mail-not-booked-second = ہم نے آپ کے لیے دوسری جگہ بُک نہیں کی۔
mail-not-booked-full = تمام جگہیں بھر گئی ہیں۔
mail-not-booked-already = وہاں آپ کی جگہ پہلے سے بُک ہے، یا آپ جگہ کے انتظار میں ہیں۔
mail-not-booked-age = یہ کسی اور عمر کے بچوں کے لیے ہے۔
mail-not-booked-many = آپ سب کے لیے جگہیں کافی نہیں ہیں۔
mail-not-booked-busy = اُسی وقت آپ کے بچے کی جگہ کسی اور سیشن میں بُک ہے۔
mail-not-booked-limit = ایک خاندان جتنی جگہیں بُک کر سکتا ہے، وہ آپ کے پاس ہیں۔
mail-not-booked-closed = اس کی بُکنگ ابھی نہیں ہو سکتی۔

# Whose email address it is.
mail-address = کیا یہ آپ کا ای میل کا پتہ ہے؟
mail-address-family = ایک خاندان نے { $organisation } کا ممبر بنتے وقت ہمیں یہ ای میل کا پتہ دیا ہے۔
mail-address-too = کیا یہ آپ کا ہے؟ تو ہم آپ کو بھی پیغام بھیج سکتے ہیں۔
mail-address-yes = ہاں، یہ میرا پتہ ہے
mail-address-not-yours = یہ آپ کا نہیں ہے؟ تو کچھ نہ کریں۔ ہم دوبارہ پیغام نہیں بھیجیں گے۔
mail-address-new = کسی نے ہم سے کہا ہے کہ اب سے پیغام اس پتے پر بھیجیں۔
mail-address-tell = کیا یہ آپ نے کہا ہے؟ تو براہِ مہربانی ہمیں بتائیں کہ یہ پتہ آپ کا ہے۔
mail-address-not-you = یہ آپ نے نہیں کہا؟ تو کچھ نہ کریں۔ ہم یہاں دوبارہ پیغام نہیں بھیجیں گے۔
mail-address-asked = آپ نے ای میل کا پتہ بدلنے کو کہا ہے
mail-address-asked-say = آپ نے ہم سے کہا ہے کہ اب سے پیغام کسی اور پتے پر بھیجیں۔
mail-address-asked-when = ہم نے اُس پتے پر ایک پیغام بھیجا ہے۔ اس میں دیا ہوا بٹن دبانے کے بعد ہم ایسا کریں گے۔
mail-address-asked-you = کیا یہ آپ نے کہا ہے؟ تو یہاں آپ کو کچھ کرنے کی ضرورت نہیں۔
mail-address-phone = یہ آپ نے نہیں کہا؟ تو براہِ مہربانی ہمیں { $phone } پر فون کریں۔
mail-address-centre = یہ آپ نے نہیں کہا؟ تو براہِ مہربانی اپنے سینٹر میں ہمیں بتائیں۔

# A family that had places and did not come.
mail-missed = ہمیں آپ کی کمی محسوس ہوئی
mail-missed-say = { $times ->
    [one] آپ کی جگہ ہمارے ہاں بُک تھی۔ آپ سے ملاقات نہیں ہوئی۔
    [2] آپ کی جگہ ہمارے ہاں دو بار بُک تھی۔ آپ سے ملاقات نہیں ہوئی۔
    [3] آپ کی جگہ ہمارے ہاں تین بار بُک تھی۔ آپ سے ملاقات نہیں ہوئی۔
    [4] آپ کی جگہ ہمارے ہاں چار بار بُک تھی۔ آپ سے ملاقات نہیں ہوئی۔
    [5] آپ کی جگہ ہمارے ہاں پانچ بار بُک تھی۔ آپ سے ملاقات نہیں ہوئی۔
   *[other] آپ کی جگہ ہمارے ہاں { $times } بار بُک تھی۔ آپ سے ملاقات نہیں ہوئی۔
}
mail-missed-well = امید ہے کہ آپ سب خیریت سے ہیں۔
mail-missed-hard = کیا کسی وجہ سے آنا مشکل ہو رہا ہے؟ براہِ مہربانی ہمیں بتائیں۔ ہم مدد کرنا چاہتے ہیں۔
mail-missed-talk = آپ چاہیں تو { $centre } میں ہم سے بات کریں۔
mail-missed-another = اگر کسی دن آپ نہ آ سکیں تو پہلے بتا دیں۔ پھر کوئی اور خاندان آ سکتا ہے۔
mail-missed-still = آپ نے جو بُک کیا ہے، وہ بُک رہے گا۔ آپ کے آنے سے ہمیں ہمیشہ خوشی ہو گی۔
