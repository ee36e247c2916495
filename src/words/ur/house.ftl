# Before you come: what there is for people with access needs, and the house rules.
access-title = اندر آنے اور شامل ہونے کی سہولتیں
access-choose = کیا آپ کو ان میں سے کچھ چاہیے؟
access-step-free = سیڑھیاں نہیں ہیں
access-accessible-toilet = وہیل چیئر کے لیے ٹوائلٹ
access-changing-places = معذور افراد کے لیے بڑا ٹوائلٹ، بیڈ اور اٹھانے والی مشین کے ساتھ (Changing Places)
access-baby-changing = بچے کی نیپی بدلنے کی سہولت
access-blue-badge-parking = معذور افراد کے لیے پارکنگ (Blue Badge)
access-hearing-loop = کان کی مشین استعمال کرنے والوں کے لیے آواز کا نظام (hearing loop)
access-buggy-space = بچہ گاڑی (بگی) کے لیے گنجائش
access-bsl = برطانوی اشاروں کی زبان (BSL)
access-interpreter = ترجمان
access-interpreter-for = ترجمان: { $language }
access-quiet = پُرسکون سیشن
access-adapted = معذور بچوں کی ضرورت کے مطابق

rules-title = ہمارے سینٹروں کے اصول
rules-own = صرف { $centre } کے لیے
rules-version = نسخہ { $version }، تاریخ: { $day }۔
rules-help = کیا یہ پڑھنا مشکل ہے؟ براہِ مہربانی ہم سے پوچھ لیں۔ بُکنگ پھر بھی ہو سکتی ہے۔
rules-page = اسے الگ صفحے پر کھولیں
rules-none = سینٹر کے لیے کوئی اصول درج نہیں ہیں۔
