# Text messages to families. Each begins with who sends it, so that it is known on a list of texts.
# Short: 160 plain letters are one text, and each text is paid for.

# What a session is called: its name, or this where it is private.
text-appointment = آپ کا اپوائنٹمنٹ
# { $day } is as "Tuesday 3 June", { $time } as "10am".
text-when = { $day } کو { $time }

# Codes.
text-code = { $from }: سائن اِن کرنے کے لیے آپ کا کوڈ { $code } ہے۔ یہ 10 منٹ تک کام کرے گا۔ یہ کسی کو نہ بتائیں۔
text-join = { $from }: آپ کا نمبر { $code } ہے۔ جو صفحہ آپ نے کھولا ہوا ہے، اسے وہاں لکھیں۔ یہ آپ نے نہیں مانگا؟ تو کچھ نہ کریں۔

# A place.
text-booked = { $from }: آپ کی جگہ بُک ہے۔ { $what }، { $when }۔ دیکھنے یا منسوخ کرنے کے لیے: { $link }
text-given = { $from }: ایک جگہ خالی ہوئی، اب وہ آپ کی ہے۔ { $what }، { $when }۔ دیکھنے یا منسوخ کرنے کے لیے: { $link }
text-reminder = { $from }: جلد ملیں گے! { $what }، { $when }۔ اگر آپ نہ آ سکیں تو ہمیں بتا دیں: { $link }

# The waiting list.
text-waiting = { $from }: آپ انتظار کی فہرست میں ہیں۔ ابھی آپ کو جگہ نہیں ملی ہے۔ { $what }، { $when }۔ { $link }
text-offer = { $from }: آپ کے لیے ایک جگہ نکل آئی ہے۔ { $what }، { $when }۔ کیا آپ کو یہ چاہیے؟ ہمیں { $until } تک بتائیں: { $link }
text-offer-answer = { $from }: آپ کے لیے ایک جگہ نکل آئی ہے۔ { $what }، { $when }۔ { $until } تک جواب دیں: ہاں کے لیے 1 یا نہیں کے لیے 2 بھیجیں، یا یہ لنک کھولیں: { $link }
text-lapsed = { $from }: آپ کا جواب نہیں آیا، اس لیے اب ہم وہ جگہ آپ کے لیے نہیں رکھ رہے۔ { $what }، { $when }۔ پروگرام دیکھیں: { $link }
text-last-call = { $from }: اس وقت ایک جگہ خالی ہے۔ { $what }، { $when }۔ جو خاندان سب سے پہلے “ہاں” کہے گا، جگہ اسی کو ملے گی: { $link }
text-line-over = { $from }: معذرت، کوئی جگہ خالی نہیں ہوئی۔ { $what }، { $when }۔ دیکھیں کہ اور کیا پروگرام ہے: { $link }

# Changes.
text-changed = { $from }: ایک تبدیلی ہے۔ { $what } اب { $when } ہے، مقام: { $place }۔ { $link }
text-changed-private = { $from }: ایک تبدیلی ہے۔ { $what } اب { $when } ہے۔ { $link }
text-off = { $from }: معذرت، یہ منسوخ ہو گیا ہے: { $what }، { $when }۔ براہِ مہربانی نہ آئیں۔ دیکھیں کہ اور کیا پروگرام ہے: { $link }
text-gone = { $from }: آپ کا آنا منسوخ ہے: { $what }، { $when }۔ کیا یہ غلط ہے؟ { $link }
text-gone-ring = { $from }: آپ کا آنا منسوخ ہے: { $what }، { $when }۔ کیا یہ غلط ہے؟ { $ask }
text-unfit = { $from }: معذرت، یہ اب آپ کے لیے نہیں ہو سکتا: { $what }، { $when }۔ { $ask }

# Booking has opened, and cards. These stop when a family says so.
text-open = { $from }: اب بُکنگ ہو سکتی ہے۔ { $what }، { $when }۔ { $link }
text-card = { $from }: آپ کے بچے کو ہم سب کی طرف سے سالگرہ مبارک! آپ کی ممبرشپ ایک سال اور جاری رہے گی۔ پروگرام دیکھیں: { $link }
text-farewell = { $from }: آپ کے بچے کی عمر اب پانچ سال ہے، اس لیے آپ کی ممبرشپ ختم ہو رہی ہے۔ آپ کا ہمارے ساتھ ہونا ہمیں اچھا لگا۔ آپ نے جو بُک کیا ہے، وہ بُک رہے گا۔
text-missed = { $from }: کچھ عرصے سے آپ سے ملاقات نہیں ہوئی۔ امید ہے کہ آپ سب خیریت سے ہیں۔ کیا آنا مشکل ہو رہا ہے؟ ہم مدد کرنا چاہتے ہیں۔ { $ask }
text-stop = یہ پیغام بند کرنے کے لیے جواب میں صرف STOP لکھیں۔
text-stop-link = یہ پیغام بند کرنے کے لیے: { $link }

# Whom to ask.
text-ring = ہمیں فون کریں: { $phone }
text-ask = اپنے سینٹر سے پوچھیں۔

# A family that joined, and a place that was asked for.
text-joined = { $from }: خوش آمدید، اب آپ ممبر ہیں۔ ممبرشپ جب چاہیں ختم کریں: { $link }
text-not-booked = { $from }: معذرت، آپ نے جو جگہ مانگی تھی، ہم وہ بُک نہیں کر سکے۔ دیکھیں کہ اور کیا پروگرام ہے: { $link }

# What we answer to a text.
text-which = { $from }: ایک سے زیادہ جگہوں کے لیے آپ کا جواب باقی ہے۔ براہِ مہربانی یہاں جواب دیں: { $links }
text-nothing = { $from }: اس وقت کسی جگہ کے لیے آپ کا جواب باقی نہیں ہے۔ پروگرام دیکھیں: { $link }
text-too-late = { $from }: معذرت، اب ہم وہ جگہ آپ کے لیے نہیں رکھ رہے۔ پروگرام دیکھیں: { $link }
text-no-place = { $from }: معذرت، ہم آپ کو وہ جگہ نہیں دے سکے۔ { $ask }
text-declined = { $from }: شکریہ۔ ہم یہ جگہ کسی اور خاندان کو دیں گے۔
text-stopped = { $from }: اب ہم ٹیکسٹ میسج سے سالگرہ کارڈ اور خبریں نہیں بھیجیں گے۔ آپ جو بُک کریں، اس کے پیغام آتے رہیں گے۔
text-not-read = { $from }: اس نمبر پر آئے پیغام کوئی نہیں پڑھتا۔ { $ask }

# A text to try the settings with.
text-test = { $from }: یہ ایک آزمائشی پیغام ہے۔ ٹیکسٹ میسج بھیجے جا سکتے ہیں۔

# Where codes are sent as texts too: on the pages that ask for them.
sign-in-either = آپ کا ای میل کا پتہ یا موبائل نمبر
sign-in-either-wrong = ای میل کا پتہ لکھیں، جیسے name@example.com، یا موبائل نمبر لکھیں، جیسے { { "07700 900123" } }
sign-in-either-sent = اگر آپ کا پتہ یا نمبر ہمارے پاس ہے تو ہم نے آپ کو ایک کوڈ بھیج دیا ہے۔ یہ 10 منٹ تک کام کرے گا۔
book-text-title = اپنا فون دیکھیں
book-text-lead = ہم آپ کو ٹیکسٹ میسج بھیجیں گے جس میں آٹھ ہندسوں کا ایک نمبر ہو گا، یا ہم آپ کو فون کریں گے۔
book-text-next = اس سے پہلے کچھ بُک نہیں ہوتا۔ دو منٹ بعد بھی میسج نہیں آیا؟ براہِ مہربانی ہمیں فون کریں۔
