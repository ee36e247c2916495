# The page of one booking.

booking-bring = براہِ مہربانی یہ ساتھ لائیں: { $bring }۔
booking-more-dates = ان دنوں کے لیے بھی آپ کی جگہ بُک ہے:
booking-map = نقشے پر دیکھیں
booking-question = کوئی سوال ہے؟ فون کریں:
booking-whats-on = پروگرام دیکھیں
booking-other-day = کوئی اور دن بُک کریں

# A place.
booking-booked = آپ کی جگہ بُک ہے
booking-appointment = آپ کا اپوائنٹمنٹ ہے
booking-look-forward = آپ کے آنے سے ہمیں خوشی ہو گی۔
booking-add-to-calendar = کیلنڈر میں شامل کریں
booking-cancel-title = میری جگہ منسوخ کریں
booking-cancel-by = اگر ہو سکے تو براہِ مہربانی ہمیں { $by } سے پہلے بتا دیں۔
booking-cancel-another = پھر کوئی اور خاندان آ سکتا ہے۔ بٹن دبانے تک جگہ آپ کی ہی رہے گی۔
booking-cancel = میری جگہ منسوخ کریں
booking-begun = یہ شروع ہو چکا ہے۔ اگر آپ نہ آ سکیں تو براہِ مہربانی فون کریں۔

# Another day, or fewer people.
booking-move-title = کوئی اور دن چنیں
booking-move-which = آپ کو کون سا دن چاہیے؟
booking-move-say = نئی جگہ ملنے تک پہلی جگہ آپ کی ہی رہے گی۔
booking-move = یہ دن لیں
booking-party-title = آنے والوں میں تبدیلی
booking-party-who = جو اب بھی آئے گا، اس پر نشان لگائیں
booking-party-adults = کتنے بالغ آئیں گے؟
booking-party-more = کسی اور کو بھی ساتھ لانا ہے؟
booking-party-my = میری جگہوں پر جائیں
booking-party = محفوظ کریں

# The waiting list.
booking-waiting = آپ انتظار کی فہرست میں ہیں
booking-no-place-yet = ابھی آپ کو جگہ نہیں ملی ہے۔
booking-position = فہرست میں آپ کا نمبر { $n } ہے۔
booking-or-dates = ان میں سے کوئی دن بھی آپ کے لیے ٹھیک ہے:
booking-will-write = جب آپ کے لیے جگہ ہو گی تو ہم آپ کو پیغام بھیجیں گے۔
booking-leave-title = انتظار ختم کریں
booking-leave-say = پھر ہم آپ کو اس کے بارے میں پیغام نہیں بھیجیں گے۔ آپ دوبارہ درخواست دیں تو آپ کا نام فہرست کے آخر میں آئے گا۔
booking-leave = انتظار ختم کریں
booking-free = اس وقت ایک جگہ خالی ہے
booking-free-when = { $when }۔
booking-first-yes = جو خاندان سب سے پہلے “ہاں” کہے گا، جگہ اسی کو ملے گی۔
booking-not-before-yes = جب تک آپ یہاں “ہاں” نہ کہیں، براہِ مہربانی نہ آئیں۔
booking-yes = ہاں، مجھے چاہیے

# A place that is kept for an answer.
booking-offered = آپ کے لیے ایک جگہ نکل آئی ہے
booking-kept-until = ہم یہ جگہ آپ کے لیے { $until } تک رکھیں گے۔
booking-only-yours = یہ جگہ صرف تب آپ کی ہو گی جب آپ “ہاں” کہیں۔
booking-no-title = نہیں، شکریہ
booking-no-say = کیا آپ کو یہ جگہ نہیں چاہیے؟ “نہیں” کہنے پر آپ کا نام فہرست میں بھی نہیں رہے گا۔
booking-no = نہیں، شکریہ۔ کسی اور کو دے دیں

# Over.
booking-past = یہ ختم ہو چکا ہے
booking-past-say = امید ہے آپ کو اچھا لگا ہو گا۔
booking-cancelled = آپ کی جگہ منسوخ ہو گئی ہے
booking-thanks-another = شکریہ: اب کوئی اور خاندان آ سکتا ہے۔
booking-cancelled-at = یہ اس وقت منسوخ ہوئی: { $at }۔
booking-undo-until = غلطی سے منسوخ ہو گئی؟ یہ منسوخی { $until } تک واپس لی جا سکتی ہے۔
booking-undo = منسوخی واپس لیں، مجھے آنا ہے
booking-left = آپ اب انتظار کی فہرست میں نہیں ہیں
booking-left-at = آپ کا نام اس وقت فہرست سے نکلا: { $at }۔
booking-declined = شکریہ
booking-declined-offer = ہم یہ جگہ کسی اور خاندان کو پیش کریں گے۔
booking-declined-at = آپ نے اس وقت “نہیں” کہا: { $at }۔
booking-changed-mind = ارادہ بدل گیا ہے؟ فون کریں:
booking-lapsed = آپ کا جواب وقت پر نہیں ملا
booking-lapsed-until = ہم نے آپ کے لیے { $until } تک ایک جگہ رکھی تھی۔ اب بھی آنا ہو تو دوبارہ درخواست دیں۔
booking-line-over = معذرت، کوئی جگہ خالی نہیں ہوئی
booking-line-over-say = آپ اب انتظار کی فہرست میں نہیں ہیں۔
booking-off = یہ منسوخ ہو گیا ہے
booking-off-say = ہمیں افسوس ہے۔ براہِ مہربانی نہ آئیں۔
booking-unfit = معذرت، یہ نہیں ہو سکتا
booking-unfit-say = یہ کسی اور عمر کے بچوں کے لیے ہے۔ اب آپ کی جگہ بُک نہیں ہے۔

# What came of a press, where it is not what was wished.
booking-gone = معذرت، وہ جگہ ابھی کسی اور کو مل گئی۔
booking-gone-waiting = معذرت، وہ جگہ ابھی کسی اور کو مل گئی۔ آپ اب بھی فہرست میں ہیں۔
booking-too-late = اس کا وقت گزر گیا ہے۔ کچھ نہیں بدلا۔
booking-settled = آپ نے پہلے ہی جواب دے دیا ہے۔ اب صورتِ حال یہ ہے۔
booking-not-that-day = وہ دن آپ کو نہیں مل سکتا۔ کچھ نہیں بدلا۔
booking-not-that-party = صحیح عمر کے ایک بچے کا آنا ضروری ہے۔ کچھ نہیں بدلا۔
booking-nobody = جو آئے گا، اس پر نشان لگائیں۔ اگر کوئی نہیں آ سکتا تو اپنی جگہ منسوخ کریں۔
booking-busy = اُسی وقت آپ کے بچے کی جگہ کہیں اور بُک ہے۔ پہلے اسے منسوخ کریں۔

# Links that lead nowhere.
booking-unknown = یہ لنک کام نہیں کرتا
booking-unknown-say = براہِ مہربانی ہمارے پیغام والا پورا لنک استعمال کریں۔
booking-expired = اس لنک کا وقت ختم ہو گیا ہے
booking-expired-say = یہ اب کام نہیں کرتا۔ کچھ نہیں بدلا۔

# Messages that booking has opened.
booking-stop-ask = یہ پیغام بند کریں؟
booking-stop-say = پھر ہم آپ کو یہ نہیں بتائیں گے کہ اس کی بُکنگ کب شروع ہوئی:
booking-stop = یہ پیغام بند کریں
booking-stopped = پیغام بند ہو گئے ہیں
booking-stopped-say = ہم آپ کو اس کے بارے میں دوبارہ پیغام نہیں بھیجیں گے۔
