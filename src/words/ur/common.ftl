# Glossary. One word for one thing, in all files of this folder:
#   place (a reserved space)   جگہ (where something is held: مقام)
#   to book, booking           بُک کرنا، بُکنگ
#   you have a place           آپ کی جگہ بُک ہے
#   you have no place yet      ابھی آپ کو جگہ نہیں ملی ہے
#   waiting list               انتظار کی فہرست (to join it: نام دینا; to leave it: نکلنا، انتظار ختم کرنا)
#   offer, to offer            پیشکش، پیش کرنا
#   to say yes / no            “ہاں” کہنا / “نہیں” کہنا (never نہ کہنا: it also means "not to say")
#   cancel, cancelled          منسوخ کرنا، منسوخ
#   centre / family hub        سینٹر / فیملی ہب
#   member, membership         ممبر، ممبرشپ
#   card, birthday card        کارڈ، سالگرہ کارڈ
#   group / session            گروپ / سیشن
#   what's on                  پروگرام
#   family                     خاندان
#   adult                      بالغ
#   appointment                اپوائنٹمنٹ
#   Exit this page             اس صفحے سے نکلیں
#   to write to somebody       پیغام بھیجنا
#   tick / press               نشان لگائیں / دبائیں
# The reader is never gendered: imperatives, "آپ نے ... کیا", nouns instead of "آپ ... سکتے ہیں".

# On every page.
skip = اصل مواد پر جائیں
menu = مینو
menu-whats-on = پروگرام
menu-my = میری جگہیں
menu-family = میرا خاندان
menu-sign-in = سائن اِن یا سائن آؤٹ
menu-sign-out = سائن آؤٹ کریں
foot = اس ویب سائٹ کے بارے میں
foot-contact = اپنے سینٹر کو فون کریں
foot-privacy = آپ کی معلومات کی حفاظت
foot-accessibility = سب کے لیے آسان استعمال
foot-staff = عملے کا سائن اِن
foot-developers = ڈویلپرز کے لیے

# Forms.
problem = ایک مسئلہ ہے
error = غلطی:
day = دن
month = مہینہ
year = سال

# Where nothing is.
see-whats-on = پروگرام دیکھیں
gone-title = یہ صفحہ ہمیں نہیں ملا
gone-line = شاید اس کا پتہ بدل گیا ہے، یا یہ ختم ہو چکا ہے۔ اگر آپ نے پتہ خود ٹائپ کیا ہے تو اسے ایک بار دیکھ لیں۔

# Places at a session.
places-left = { $n ->
    [one] 1 جگہ باقی ہے
   *[other] { $n } جگہیں باقی ہیں
}
exit-page = اس صفحے سے نکلیں
