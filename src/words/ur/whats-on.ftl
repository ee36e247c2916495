# What's on, and the page of one session.
whats-on-title = پروگرام
whats-on-heading = آپ اور آپ کے بچے کے لیے پروگرام
whats-on-none = اس انتخاب کے لیے کچھ نہیں ہے۔
whats-on-none-at-all = ابھی دکھانے کے لیے کچھ نہیں ہے۔ براہِ مہربانی جلد دوبارہ دیکھیں۔
whats-on-show-all = تمام سینٹر اور عمریں دکھائیں
whats-on-until = تا { $time }
# Of a session that starts in one half of the day (am or pm) and ends in the other.
whats-on-until-later = { $half ->
    [am] صبح
   *[pm] شام
} تا { $time }

# The same at several times of a day; the number stands before it.
whats-on-times = { $n ->
    [one] وقت
   *[other] اوقات
}

# How a session stands.
whats-on-turn-up = بُکنگ کی ضرورت نہیں۔ بس آ جائیں۔
whats-on-turn-up-brief = بس آ جائیں
whats-on-opens = بُکنگ { $at } سے شروع ہو گی۔
whats-on-full = جگہ نہیں ہے
whats-on-closed = بُکنگ ختم ہو گئی ہے۔
whats-on-cancelled = منسوخ
whats-on-over = یہ ختم ہو چکا ہے۔
whats-on-course = تمام تاریخوں کے لیے ایک ہی بُکنگ
whats-on-members = ممبروں کے لیے۔ ممبر بننا مفت ہے۔

# What to do.
whats-on-book = بُک کریں
whats-on-wait = انتظار کی فہرست میں نام دیں
whats-on-remind = بُکنگ شروع ہو تو یاد دلائیں
whats-on-book-this = جگہ بُک کریں
whats-on-calendar = کیلنڈر میں شامل کریں

whats-on-feed = یہ تاریخیں اپنے کیلنڈر میں دیکھتے رہیں
whats-on-feed-name = پروگرام: { $organisation }

whats-on-paper = ایک صفحے پر پرنٹ کریں (PDF)
whats-on-paper-scan = مزید پڑھنے یا بُک کرنے کے لیے کوڈ کو اپنے فون سے سکین کریں۔
whats-on-paper-more = مزید ہماری ویب سائٹ پر ہے۔
whats-on-paper-made = یہ صفحہ { $day } کو بنا۔ تبدیلی ہو سکتی ہے: براہِ مہربانی آنے سے پہلے ہماری ویب سائٹ دیکھ لیں۔

# Choosing.
whats-on-choose = سینٹر، عمر یا دن چنیں
whats-on-chosen = صرف یہ دکھایا جا رہا ہے:
whats-on-remove = یہ انتخاب ہٹائیں: { $what }
whats-on-centre = سینٹر
whats-on-all-centres = تمام سینٹر
whats-on-postcode = یا آپ کا پوسٹ کوڈ
whats-on-postcode-hint = جو سب سے قریب ہو، وہ پہلے آتا ہے۔
whats-on-shut = { $centre } بند ہے: { $first } سے { $last } تک۔
whats-on-shut-on = { $day } کو { $centre } بند ہے۔
whats-on-all-shut = ہمارے تمام سینٹر بند ہیں: { $first } سے { $last } تک۔
whats-on-all-shut-on = { $day } کو ہمارے تمام سینٹر بند ہیں۔
whats-on-near = { $centre } کے قریب والے پہلے
whats-on-postcode-unknown = ہمیں یہ پوسٹ کوڈ معلوم نہیں۔ براہِ مہربانی ایک سینٹر چنیں۔
whats-on-ages = آپ کے بچوں کی عمر کیا ہے؟
whats-on-age-expected = ابھی پیدائش نہیں ہوئی
whats-on-age-0 = 1 سال سے کم
whats-on-age-12 = 1 سال
whats-on-age-24 = 2 سال
whats-on-age-36 = 3 سال
whats-on-age-48 = 4 سال
whats-on-age-chip = عمر { $age }
whats-on-suits = صرف وہ جو سب بچوں کے لیے ٹھیک ہو
whats-on-day = دن
whats-on-any-day = کوئی بھی دن
whats-on-day-monday = پیر
whats-on-day-tuesday = منگل
whats-on-day-wednesday = بدھ
whats-on-day-thursday = جمعرات
whats-on-day-friday = جمعہ
whats-on-day-saturday = ہفتہ
whats-on-day-sunday = اتوار
whats-on-half = وقت
whats-on-any-time = کوئی بھی وقت
whats-on-half-morning = صبح
whats-on-half-afternoon = دوپہر کے بعد
whats-on-free = صرف مفت
whats-on-show = دکھائیں
whats-on-pages = مزید صفحے
whats-on-previous = پہلے والے
whats-on-next = بعد والے

# Ages.
whats-on-ages-adults = بالغ افراد
whats-on-ages-birth = پیدائش سے { $to } تک
whats-on-ages-babies = ننھے بچے، { $to } تک
whats-on-ages-babies-from = ننھے بچے، { $from } سے { $to } تک
whats-on-ages-years = عمر { $from } سے { $to } تک
whats-on-ages-between = { $from } سے { $to } تک
whats-on-ages-from = { $from } یا زیادہ
whats-on-ages-pregnant = حمل کے دوران، یا { $to } تک کے بچے کے ساتھ
whats-on-ages-pregnant-between = حمل کے دوران، یا { $from } سے { $to } تک کے بچے کے ساتھ
whats-on-ages-pregnant-from = حمل کے دوران، یا { $from } یا اس سے بڑے بچے کے ساتھ
whats-on-ages-pregnant-any = حمل کے دوران، یا کسی بھی عمر کے بچے کے ساتھ
whats-on-age-weeks = { $n ->
    [one] 1 ہفتے
   *[other] { $n } ہفتے
}
whats-on-age-months = { $n ->
    [one] 1 مہینے
   *[other] { $n } مہینے
}
whats-on-age-years = { $years } سال
# The half is said in a word: the sign ½ would stand on the wrong side of its number.
whats-on-age-half = { $years ->
    [1] ڈیڑھ سال
    [2] ڈھائی سال
   *[other] ساڑھے { $years } سال
}
whats-on-age-years-months = { $years } سال { $months ->
    [one] 1 مہینے
   *[other] { $months } مہینے
}

# One session.
whats-on-when = کب
whats-on-where = کہاں
whats-on-map = نقشہ
whats-on-map-of = { $place } کا نقشہ
whats-on-who = کس کے لیے
whats-on-bring = ساتھ لائیں
whats-on-price = قیمت
whats-on-siblings = بہن بھائی بھی آ سکتے ہیں۔
whats-on-no-siblings = براہِ مہربانی دوسری عمر کے بہن بھائیوں کو ساتھ نہ لائیں۔
whats-on-phone = یا { $centre } کو فون کریں:
whats-on-ask = کوئی سوال ہے؟ { $centre } کو فون کریں:
whats-on-sorry = معذرت۔ یہ منسوخ ہو گیا ہے۔
whats-on-sorry-over = یہ ختم ہو چکا ہے۔
whats-on-see-dates = نیچے دوسری تاریخیں دیکھیں۔
whats-on-see-others = دیکھیں کہ اور کیا پروگرام ہے۔
whats-on-course-dates = اس کی تمام تاریخیں
whats-on-course-says = یہ ایک کورس ہے۔ ایک ہی بُکنگ اس کی تمام تاریخوں کے لیے ہے۔
whats-on-dates = دوسری تاریخیں
whats-on-all = پورا پروگرام دیکھیں

# About the service.
about-contact = اپنے سینٹر کو فون کریں
about-contact-lead = ہمیں مدد کر کے خوشی ہوتی ہے۔ بُکنگ فون پر بھی ہو سکتی ہے۔
about-privacy = آپ کی معلومات کی حفاظت
about-privacy-1 = ہم صرف وہی معلومات رکھتے ہیں جن کی ہمیں ضرورت ہے۔ ہم ان سے یہ گروپ چلاتے ہیں اور آپ کے بچے کا خیال رکھتے ہیں۔
about-privacy-2 = ہم ان سے آپ کی جگہ بُک کرتے ہیں، آپ کو اس کے بارے میں بتاتے ہیں، اور دیکھتے ہیں کہ ہم کن خاندانوں تک پہنچ رہے ہیں۔ ہم انہیں کبھی نہیں بیچتے۔
about-privacy-3 = عملے کے صرف وہی لوگ انہیں دیکھ سکتے ہیں جنہیں کام کے لیے ضرورت ہو۔ وہ جب بھی دیکھتے ہیں، ہم اسے لکھ لیتے ہیں۔
about-privacy-4 = آپ کو حق ہے کہ ہمارے پاس موجود اپنی معلومات دیکھیں، درست کروائیں یا مٹوائیں۔ ممبرشپ ختم کر کے بھی آپ کو آنے کی اجازت ہے۔
about-privacy-5 = اس ویب سائٹ پر اشتہار نہیں ہیں اور یہ آپ پر نظر نہیں رکھتی۔ یہ کوکی (cookie) صرف تب رکھتی ہے جب آپ سائن اِن کریں یا زبان چنیں۔
about-privacy-6 = اس بارے میں ہم سے کچھ پوچھنا ہے؟ اپنے سینٹر کو فون کریں۔ اگر ہمارا جواب کافی نہ ہو تو معلومات کی حفاظت کے سرکاری ادارے کو بتائیں (Information Commissioner’s Office, ICO)۔
about-accessibility = سب کے لیے آسان استعمال
about-accessibility-draft = یہ نمونے کی تحریر ہے۔ { $organisation } نے اسے ابھی نہ جانچا ہے اور نہ اس پر دستخط کیے ہیں۔
about-accessibility-1 = ہم چاہتے ہیں کہ ہر کوئی یہ ویب سائٹ استعمال کر سکے۔ لکھائی بڑی کی جا سکتی ہے۔ صرف کی بورڈ سے کام ہو سکتا ہے۔ لکھائی اونچی آواز میں سنی جا سکتی ہے۔
about-accessibility-2 = جب بھی ہم صفحے بدلتے ہیں، ایک مشین ان کی جانچ کرتی ہے۔ اس سے صرف کچھ خامیاں ملتی ہیں۔ اس لیے ہم یہ نہیں کہتے کہ ویب سائٹ معیار (WCAG 2.2) پر پوری اترتی ہے۔
about-accessibility-tested = ہم نے تمام صفحے آخری بار { $day } کو جانچے تھے۔
about-accessibility-signed = دستخط: { $name }، { $day }۔
about-accessibility-known = جو خامیاں ہمیں معلوم ہیں
about-accessibility-3 = جو الفاظ انگریزی میں نہیں ہیں، ان میں سے زیادہ تر ایک مشین نے لکھے ہیں۔ کچھ غلط ہو سکتے ہیں۔
about-accessibility-4 = PDF فائلیں، جیسے آپ کا کارڈ، شاید اونچی آواز میں ٹھیک سے نہ پڑھی جا سکیں۔
about-accessibility-help = اگر کوئی چیز آپ کے لیے کام نہ کرے
about-accessibility-5 = اپنے سینٹر کو فون کریں۔ ہم آپ کو ضروری بات کسی اور طریقے سے بتائیں گے، یا آپ کے لیے بُک کر دیں گے۔
about-accessibility-6 = کیا ہمارا جواب کافی نہیں ہے؟ تو برابری کے حقوق میں مشورہ اور مدد دینے والے ادارے سے مدد مانگیں (Equality Advisory and Support Service, EASS)۔
