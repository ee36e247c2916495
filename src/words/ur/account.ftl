# A password: the pages where one is chosen, and the messages about it.
account-forgotten = پاس ورڈ چنیں
account-forgotten-say = ہم آپ کو پاس ورڈ چننے کے لیے ایک لنک بھیجیں گے۔
account-email = ای میل کا پتہ
account-email-wrong = اپنا ای میل کا پتہ لکھیں، جیسے name@example.com
account-send = مجھے لنک بھیجیں
account-back = سائن اِن پر واپس جائیں
account-sent = اپنی ای میل دیکھیں
account-sent-say = اگر یہ پتہ ہمارے پاس ہے تو ہم نے اس پر ایک لنک بھیج دیا ہے۔
account-sent-none = لنک صرف ایک بار اور ایک گھنٹے تک کام کرتا ہے۔ پیغام نہیں آیا؟ جنک (spam) فولڈر میں دیکھیں، یا اپنے مینیجر سے پوچھیں۔
account-choose = نیا پاس ورڈ چنیں
account-new = نیا پاس ورڈ
account-rule = کم از کم { $least } حروف ہوں، اور اندازہ لگانا مشکل ہو۔ تین چار ایسے لفظ اچھے ہیں جن کا آپس میں کوئی تعلق نہ ہو۔ اپنا نام اس میں نہ لکھیں۔
account-save = نیا پاس ورڈ محفوظ کریں
account-too-short = کم از کم { $least } حروف کا پاس ورڈ چنیں۔
account-too-long = زیادہ سے زیادہ { $most } حروف کا پاس ورڈ چنیں۔
account-own-name = ایسا پاس ورڈ چنیں جس میں آپ کا نام، آپ کا ای میل کا پتہ یا ہمارا نام نہ ہو۔ لوگ سب سے پہلے یہی آزماتے ہیں۔
account-easy = ایسا پاس ورڈ چنیں جس کا اندازہ لگانا زیادہ مشکل ہو۔ لوگ ایسے پاس ورڈ شروع میں ہی آزما لیتے ہیں۔ تین چار ایسے لفظ اچھے ہیں جن کا آپس میں کوئی تعلق نہ ہو۔
account-over = اس لنک کا وقت ختم ہو گیا ہے
account-over-say = لنک صرف ایک بار اور ایک گھنٹے تک کام کرتا ہے۔ نیا لنک منگوائیں۔
account-done = آپ کا پاس ورڈ بدل گیا ہے
account-done-say = آپ کا نیا پاس ورڈ محفوظ ہے۔ آپ کو ہر جگہ سے سائن آؤٹ کر دیا گیا ہے: اب نئے پاس ورڈ سے سائن اِن کریں۔
account-sign-in = سائن اِن کریں

# The part of the sign-in page that is for those who work here.
account-staff = عملہ اور ساتھی ادارے
account-password = پاس ورڈ
account-password-forgotten = پاس ورڈ یاد نہیں، یا ابھی بنایا نہیں؟
account-wrong = ای میل کا پتہ یا پاس ورڈ درست نہیں ہے۔ براہِ مہربانی دونوں دیکھ لیں۔
account-quiet = اگر { $minutes } منٹ تک کچھ نہ کیا جائے تو ہم آپ کو سائن آؤٹ کر دیتے ہیں۔ اس سے خاندانوں کی معلومات محفوظ رہتی ہیں۔

# Messages.
account-mail-choose = آپ نے نیا پاس ورڈ مانگا ہے۔ اسے یہاں چنیں۔
account-mail-once = یہ صرف ایک بار کام کرتا ہے، { $until } تک۔
account-mail-not-asked = یہ آپ نے نہیں مانگا؟ تو کچھ نہ کریں۔ آپ کا پاس ورڈ وہی رہے گا۔
account-mail-changed = آپ کا پاس ورڈ بدل گیا ہے
account-mail-changed-at = آپ کا پاس ورڈ اس وقت بدلا گیا: { $at }۔
account-mail-signed-out = آپ کو باقی ہر جگہ سے سائن آؤٹ کر دیا گیا ہے۔ نئے پاس ورڈ سے سائن اِن کریں۔
account-mail-not-you = یہ آپ نے نہیں کیا؟ تو ہمیں فوراً بتائیں۔ شاید کسی اور کو آپ کا پاس ورڈ معلوم ہے۔
