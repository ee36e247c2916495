# Signing in and out.
sign-in-title = سائن اِن کریں
sign-in-already = آپ سائن اِن ہیں۔
sign-in-form-waits = آپ کا فارم بھیجے جانے سے پہلے آپ سائن آؤٹ ہو گئے۔ سائن اِن کریں، پھر اسے بھیجیں۔ ہم اسے 30 منٹ تک رکھتے ہیں۔
sign-in-families = خاندانوں کے لیے
sign-in-how = ہم آپ کو ایک کوڈ بھیجیں گے۔ پاس ورڈ کی ضرورت نہیں۔
sign-in-email = آپ کا ای میل کا پتہ
sign-in-email-hint = وہی جو آپ نے اپنے سینٹر کو دیا تھا۔
sign-in-email-wrong = ای میل کا پتہ لکھیں، جیسے name@example.com
sign-in-send = مجھے کوڈ بھیجیں
sign-in-too-many = ہم بہت زیادہ کوڈ بھیج چکے ہیں۔ براہِ مہربانی 15 منٹ انتظار کریں، پھر دوبارہ کوشش کریں۔

sign-in-code-title = اپنا کوڈ لکھیں
sign-in-code-sent = اگر آپ کا ای میل کا پتہ ہمارے پاس ہے تو ہم نے آپ کو ایک کوڈ بھیج دیا ہے۔ یہ 10 منٹ تک کام کرے گا۔
sign-in-code = ہمارے پیغام میں لکھے 6 ہندسے
sign-in-code-wrong = یہ وہ کوڈ نہیں ہے، یا یہ پرانا ہو گیا ہے۔ اسے دوبارہ دیکھیں، یا نیا کوڈ منگوائیں۔
sign-in-code-none = 2 منٹ بعد بھی پیغام نہیں آیا؟ اپنے جنک (spam) فولڈر میں دیکھیں۔ یا اپنے سینٹر کو فون کریں۔
sign-in-code-again = مجھے نیا کوڈ بھیجیں
sign-in-alone = یہ فون یا کمپیوٹر صرف میرے استعمال میں ہے
sign-in-alone-hint = آپ کا سائن اِن 90 دن تک رہے گا۔ اگر دوسرے لوگ بھی اسے استعمال کرتے ہیں تو یہ خانہ خالی چھوڑ دیں۔
sign-in-go = سائن اِن کریں

sign-in-more-title = ایک بات اور
sign-in-more-why = آپ کی حفاظت کے لیے، براہِ مہربانی ہمیں دو باتیں بتائیں جو ہمیں آپ کے بارے میں معلوم ہیں۔
sign-in-born = آپ کے کسی ایک بچے کی پیدائش کب ہوئی؟
sign-in-born-hint = مثلاً 27 3 2025۔ اگر بچے کی پیدائش ابھی نہیں ہوئی تو کب ہونی ہے؟
sign-in-born-wrong = دن، مہینہ اور سال لکھیں
sign-in-postcode = آپ کا پوسٹ کوڈ
sign-in-postcode-wrong = پورا پوسٹ کوڈ لکھیں، جیسے M31 4FL
sign-in-phone-us = یہ ہماری معلومات سے نہیں ملتا۔ براہِ مہربانی اپنے سینٹر کو فون کریں۔

sign-in-link-title = سائن اِن کریں
sign-in-link-line = سائن اِن کرنے کے لیے بٹن دبائیں۔
sign-in-elsewhere-title = آپ کا کوڈ
sign-in-elsewhere-line = یہ کوڈ اس فون یا کمپیوٹر پر لکھیں جہاں آپ نے اسے مانگا تھا۔
sign-in-elsewhere-here = کیا یہاں سائن اِن کرنا ہے؟
sign-in-elsewhere-ask = یہاں کوڈ منگوائیں
sign-in-gone-title = یہ لنک ختم ہو گیا ہے
sign-in-gone-line = یہ صرف ایک بار اور 10 منٹ تک کام کرتا ہے۔

# The message with the code.
sign-in-mail-subject = سائن اِن کرنے کے لیے آپ کا کوڈ
sign-in-mail-code = آپ کا کوڈ { $code } ہے۔
sign-in-mail-type = یہ وہاں لکھیں جہاں آپ نے اسے مانگا تھا۔
sign-in-mail-press = یا اسی فون یا کمپیوٹر پر یہ بٹن دبائیں۔
sign-in-mail-once = یہ صرف ایک بار اور 10 منٹ تک کام کرتا ہے۔
sign-in-mail-secret = یہ کوڈ کسی کو نہ بتائیں۔ ہم آپ سے یہ کوڈ کبھی نہیں پوچھیں گے۔
sign-in-mail-not-you = یہ آپ نے نہیں مانگا؟ تو کچھ نہ کریں۔
