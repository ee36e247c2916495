# Booking a place, and joining.

# The session on top of every screen.
book-session-named = { $title }، { $day }، { $time }، مقام: { $place }
book-opens = بُکنگ { $at } سے شروع ہو گی۔
book-title = بُک کریں: { $session }
book-wait-title = انتظار کی فہرست میں نام دیں: { $session }
book-remind-title = بُکنگ شروع ہو تو یاد دلائیں: { $session }
book-join-title = فیملی ہب کے ممبر بنیں
book-join-lead = ممبر بننا مفت ہے۔ یہ صرف ایک بار کرنا ہوتا ہے۔
book-booked-before = کیا آپ نے ہمارے ہاں پہلے بُکنگ کی ہے؟
book-sign-in = سائن اِن کریں، یہ زیادہ جلدی ہے

# The form of a newcomer.
book-name = آپ کا نام
book-reach = ہم آپ سے کیسے رابطہ کریں؟
book-reach-hint = ای میل سب سے بہتر ہے: ہماری خبر آپ کو فوراً ملتی ہے۔
book-email = ای میل
book-phone = فون
book-child = آپ کے بچے کا نام
book-is-born = کیا بچے کی پیدائش ہو چکی ہے؟
book-born = ہاں
book-not-yet = ابھی نہیں
book-day = بچے کی پیدائش کب ہوئی؟ اگر ابھی نہیں ہوئی تو کب ہونی ہے؟
book-day-hint = مثلاً 27 3 2025
book-another-child = ایک اور بچہ ساتھ لائیں
book-postcode = آپ کا پوسٹ کوڈ
book-postcode-hint = اس سے ہمیں معلوم ہوتا ہے کہ آپ کا فیملی ہب کون سا ہے۔
book-no-postcode = میرا پوسٹ کوڈ نہیں ہے، یا مجھے نہیں بتانا
book-adults = کتنے بالغ آئیں گے؟
book-notice-lead = آپ ہمیں جو بتائیں، ہم اسے محفوظ رکھتے ہیں۔ ہم اس سے خاندانوں کے لیے گروپ چلاتے ہیں۔ بعد میں منع کرنے کا حق بھی آپ کو ہے۔
book-notice-version = اس تحریر کا نسخہ { $version }۔
book-choices = مزید انتخاب
book-guest = صرف اس بار۔ مجھے ممبر نہیں بننا۔
book-rejoins = میں نے پہلے ممبرشپ چھوڑ دی تھی۔ مجھے دوبارہ ممبر بننا ہے۔
book-next = اس کے بعد ہم آپ کو ایک نمبر بھیجیں گے، تاکہ یقین ہو کہ یہ آپ ہی ہیں۔ جب تک یہ نہ ہو، کچھ بُک نہیں ہوتا۔
book-this = یہ جگہ بُک کریں
book-wait = انتظار کی فہرست میں نام دیں
book-remind = بُکنگ شروع ہو تو یاد دلائیں
book-join = ممبر بنیں

# What is wrong with it.
book-name-missing = اپنا نام لکھیں
book-contact-missing = اپنا ای میل یا فون نمبر لکھیں
book-email-wrong = صحیح ای میل لکھیں، جیسے name@example.org
book-phone-wrong = صحیح فون نمبر لکھیں، جیسے 07700 900123
book-child-missing = اپنے بچے کا نام لکھیں
book-day-wrong = صحیح تاریخ لکھیں، جیسے 27 3 2025
book-day-future = یہ دن ابھی نہیں آیا۔ کیا بچے کی پیدائش ابھی ہونی ہے؟ تو “ابھی نہیں” چنیں۔
book-due-wrong = وہ دن لکھیں جب بچے کی پیدائش ہونی ہے۔ یہ دن اگلے دس مہینوں میں ہونا چاہیے۔
book-year-wrong = سال چار ہندسوں میں لکھیں، جیسے 2024
book-none-under-five = ہمارے گروپ پانچ سال سے کم عمر بچوں کے لیے ہیں۔ کیا سال درست لکھا ہے؟
book-postcode-missing = اپنا پوسٹ کوڈ لکھیں، یا اس کے نیچے والے خانے پر نشان لگائیں
book-postcode-wrong = پورا پوسٹ کوڈ لکھیں، جیسے M31 4FL
book-adults-wrong = بالغ افراد کی تعداد لکھیں، 0 سے 10 تک
book-too-young = { $title } کے لیے { $child } کی عمر اُس دن کم ہو گی ({ $day })۔ یہ گروپ اس عمر کے لیے ہے: { $ages }۔
book-too-old = { $title } کے لیے { $child } کی عمر اُس دن زیادہ ہو گی ({ $day })۔ یہ گروپ اس عمر کے لیے ہے: { $ages }۔
book-not-born = { $title } ان بچوں کے لیے ہے جو پیدا ہو چکے ہیں۔ بچے کی پیدائش کے بعد بُک کریں۔
book-adults-only = { $title } صرف بالغ افراد کے لیے ہے۔ براہِ مہربانی بچوں کے بغیر آئیں۔

# A session that takes no bookings now.
book-over = اس کی بُکنگ ختم ہو گئی ہے۔
book-turn-up = بُکنگ کی ضرورت نہیں۔ بس آ جائیں۔
book-gone-title = یہ سیشن اب نہیں ہے
book-gone = شاید اس کا دن یا مقام بدل گیا ہے، یا یہ منسوخ ہو گیا ہے۔

# The form of a family that signed in.
book-who = کون کون آئے گا؟
book-nobody-ticked = جو آئے گا، اس پر نشان لگائیں
book-no-children = ہمارے پاس آپ کے کسی بچے کا نام نہیں ہے۔ پہلے ایک بچے کا نام شامل کریں۔
book-add-child = بچہ شامل کریں
book-other-dates = کیا کوئی اور دن بھی ٹھیک ہے؟ جو دن ٹھیک ہوں، ان پر نشان لگائیں۔ ان میں سے جو جگہ پہلے خالی ہو گی، وہ آپ کو ملے گی۔
book-full-now = وہ جگہ ابھی کسی اور کو مل گئی۔ آپ چاہیں تو انتظار کی فہرست میں نام دے دیں۔
book-already = آپ نے اس کے لیے پہلے ہی درخواست دی ہے۔
book-clash = آپ میں سے کسی ایک کی جگہ اُسی وقت کہیں اور بُک ہے۔
book-over-limit = ایک گھر کو ہم جتنی جگہیں دے سکتے ہیں، وہ آپ کے پاس ہیں۔ دوسروں کو بھی جگہ چاہیے۔
book-too-large = یہاں اتنے لوگوں کے لیے کبھی جگہ نہیں ہوتی۔ براہِ مہربانی کم لوگ لائیں۔
book-members-only = یہ ممبروں کے لیے ہے۔ ممبر بننا مفت ہے۔
book-closed-now = اس کی بُکنگ ابھی نہیں ہو سکتی۔

# What came of it.
book-done-booked = آپ کی جگہ بُک ہے
book-done-waiting = آپ انتظار کی فہرست میں ہیں
book-done-reminder = ہم آپ کو یاد دلائیں گے
book-done-joined = آپ اب ممبر ہیں
book-done-guest = شکریہ
book-done-not-booked = ہم آپ کی جگہ بُک نہیں کر سکے
book-done-for = کس کے لیے: { $names }
book-done-mailed = ہم نے یہ آپ کو ای میل کر دیا ہے۔
book-done-waiting-next = ابھی آپ کو جگہ نہیں ملی ہے۔ جیسے ہی کوئی جگہ خالی ہو گی، ہم آپ کو بتائیں گے۔
book-done-reminder-next = جب بُکنگ شروع ہو گی، ہم آپ کو بتائیں گے۔ پھر آپ کو صرف یہ نشان لگانا ہو گا کہ کون آئے گا۔
book-done-member = اب آپ ممبر ہیں۔ آپ کا کارڈ ای میل سے آئے گا۔
book-done-was-member = آپ پہلے سے ممبر ہیں۔
book-done-as-guest = آپ کی بُکنگ مہمان کے طور پر ہے۔ آپ ممبر نہیں ہیں۔
book-done-calendar = کیلنڈر میں شامل کریں
book-done-needs = کوئی الرجی ہے؟ ترجمان چاہیے؟ کیا ہم آپ کو ٹیکسٹ میسج بھیج سکتے ہیں؟ ہمیں ابھی بتائیں، یا بعد میں۔
book-done-tell-us = ہمیں بتائیں
book-done-page = اپنی بُکنگ دیکھیں یا بدلیں
book-what-next = اب کیا ہو گا

# The number that shows that an address is hers.
book-code-title = اپنی ای میل دیکھیں
book-code-lead = ہم نے آپ کو ایک پیغام بھیجا ہے۔ اس میں آٹھ ہندسوں کا ایک نمبر ہے۔
book-code = ہمارے پیغام میں لکھا نمبر
book-code-wrong = یہ وہ نمبر نہیں ہے جو ہمارے پیغام میں ہے، یا یہ پرانا ہو گیا ہے۔ چاہیں تو پیغام میں دیا ہوا بٹن دبا دیں۔
book-code-send = آگے بڑھیں
book-code-next = جب تک آپ نمبر نہ لکھیں، کچھ بُک نہیں ہوتا۔ دو منٹ بعد بھی پیغام نہیں آیا؟ اپنے جنک (spam) فولڈر میں دیکھیں، یا ہمیں فون کریں۔
book-ring-title = ہم آپ کو فون کریں گے
book-ring = ہم آپ کو فون کر کے پوچھیں گے کہ کیا یہ درست ہے۔ تب تک کچھ بُک نہیں ہوتا۔
book-link-title = کیا یہ درخواست آپ کی ہے؟
book-link-joins = کسی نے ہم سے کہا ہے کہ آپ کو ممبر بنا لیں۔ انہوں نے ہمیں آپ کی ای میل دی ہے۔
book-link-guest = کسی نے ہم سے آپ کی ای میل کے ساتھ بُکنگ کرنے کو کہا ہے۔
book-link-place = انہوں نے یہاں جگہ مانگی ہے:
book-link-yes = ہاں، یہ میری درخواست ہے
book-link-old-title = اس لنک کا وقت ختم ہو گیا ہے
book-link-old = کچھ بُک نہیں ہوا۔ چاہیں تو دوبارہ درخواست دیں۔
book-link-again = دوبارہ درخواست دیں
book-link-not-ours-title = یہ لنک کام نہیں کرتا
book-link-not-ours = براہِ مہربانی ہمارے پیغام والا پورا لنک استعمال کریں۔
