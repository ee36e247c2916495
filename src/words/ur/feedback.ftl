# After a session: how was it? And what a centre changed because of what families said.

# The message. It comes to those who said yes to it.
mail-feedback = آپ کو کیسا لگا؟
mail-feedback-say = آپ نے { $day } کو { $what } میں حصہ لیا۔ کیا یہ اچھا رہا؟ صرف دو بار دبا کر ہمیں بتائیں۔
mail-feedback-tell = ہمیں بتائیں
mail-feedback-no-name = ہم آپ کی لکھی بات یا آپ کا نام دوسرے خاندانوں کو کبھی نہیں دکھاتے۔
mail-feedback-to-stop = کیا آپ کو یہ پیغام نہیں چاہییں؟
mail-feedback-stop = یہ پیغام بند کریں

# What is asked once, among what is known of a family.
my-question-feedback_by_email = کیا ہم ای میل سے پوچھ سکتے ہیں کہ سیشن کیسا رہا؟
my-why-feedback_by_email = تاکہ ہمیں یہ پوچھنے کی اجازت ہو کہ سیشن اچھا رہا یا نہیں۔ آپ اسے جب چاہیں بند کریں۔

# The page to stop them.
member-feedback = یہ پیغام بند کریں؟
member-feedback-say = پھر ہم آپ سے نہیں پوچھیں گے کہ سیشن کیسا رہا۔ اور کچھ نہیں بدلے گا۔
member-feedback-yes = یہ پیغام بند کریں
member-feedback-done = ہم آپ سے دوبارہ نہیں پوچھیں گے
member-feedback-done-say = آپ کے آنے سے ہمیں ہمیشہ خوشی ہو گی۔

# The page: first one of two buttons, then a box that may stay empty.
feedback-title = کیا یہ اچھا رہا؟
feedback-good = اچھا
feedback-not-good = زیادہ اچھا نہیں
feedback-once = ایک بٹن دبائیں۔ بعد میں جواب بدلا جا سکتا ہے۔
feedback-thanks = شکریہ
feedback-said-good = آپ نے کہا: اچھا۔
feedback-said-not-good = آپ نے کہا: زیادہ اچھا نہیں۔
feedback-change-to-good = جواب بدل کر “اچھا” کریں
feedback-change-to-not-good = جواب بدل کر “زیادہ اچھا نہیں” کریں
# Above the box. It must be read before anything is typed.
feedback-danger = کیا کوئی خطرے میں ہے؟ فون کریں: 999۔
feedback-else-phone = کسی اور بات کے لیے { $centre } کو { $phone } پر فون کریں۔
feedback-else-ask = کسی اور بات کے لیے { $centre } سے پوچھیں۔
feedback-box = کیا کچھ بدلنا چاہیے؟
feedback-box-say = لکھنا ضروری نہیں ہے۔ براہِ مہربانی کسی کا نام نہ لکھیں۔ زیادہ سے زیادہ { $longest } حروف۔
feedback-send = بھیجیں
feedback-written = آپ کی بات ہمیں مل گئی ہے۔ { $centre } کا عملہ اسے کام کے دو دنوں کے اندر پڑھ لے گا۔
feedback-write-again = جو لکھا تھا، اس کی جگہ نئی بات لکھیں
feedback-too-long = اسے چھوٹا کریں: زیادہ سے زیادہ { $longest } حروف
feedback-from-booking = ہمیں بتائیں کہ کیسا رہا

# What became of what families said.
you-said = آپ نے کہا، ہم نے کیا
you-said-lead = خاندان ہمیں بتاتے ہیں کہ کیا بدلنا چاہیے۔ ہم نے یہ کام کیے ہیں۔
you-said-of = آپ نے کہا، ہم نے کیا: { $centre }
you-said-said = آپ نے کہا
you-said-did = ہم نے کیا
you-said-none = یہاں ابھی کچھ نہیں ہے۔
you-said-all = تمام سینٹر دیکھیں

# Beside the sheet of what's on in its usual size.
whats-on-paper-small = ایک چھوٹے صفحے پر پرنٹ کریں (A5)

# A list that stands in a page of somebody else, such as the council.
embed-title = پروگرام
embed-all = پورا پروگرام دیکھیں اور بُک کریں
embed-none = ابھی کوئی پروگرام نہیں ہے۔
