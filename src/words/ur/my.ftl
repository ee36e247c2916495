# A family’s own pages.

# Our places.
my-title = میری جگہیں
my-offers = آپ کے لیے ایک جگہ
my-places = آپ کی جگہیں
my-waiting = آپ انتظار میں ہیں
my-past = گزری ہوئی اور منسوخ
my-older = پرانی
my-back = میری جگہوں پر واپس
my-appointment = آپ کا اپوائنٹمنٹ
my-show = دکھائیں کہ یہ کیا ہے
my-until = ہم یہ جگہ آپ کے لیے { $until } تک رکھیں گے۔
my-only-yours = یہ جگہ صرف تب آپ کی ہو گی جب آپ “ہاں” کہیں۔
my-yes = ہاں، مجھے چاہیے
my-no = نہیں، شکریہ
my-about = { $title }، { $when }
my-for = کس کے لیے
my-when = کب
my-where = کہاں
my-also-on = اس دن بھی
my-bring = ساتھ لائیں
my-phone = فون
my-adults = { $n ->
    [one] 1 بالغ
   *[other] { $n } بالغ
}
my-and = { $names } اور { $adults }
my-party = آنے والوں میں تبدیلی
my-party-who = کون کون آئے گا؟
my-party-adults = کتنے بالغ آئیں گے؟
my-other-day = کوئی اور دن چنیں
my-cancel = یہ جگہ منسوخ کریں
my-cancel-by = اگر آپ نہ آ سکیں تو ہمیں { $until } تک بتا دیں۔
my-cancel-late = اگر آپ نہ آ سکیں تو براہِ مہربانی ہمیں بتا دیں۔ شاید کسی اور کو یہ جگہ چاہیے ہو۔
my-begun = یہ شروع ہو چکا ہے۔ کچھ بتانا ہو تو ہمیں فون کریں۔
my-leave = فہرست سے نکلیں
my-calendar = کیلنڈر میں شامل کریں
my-changed-mind = ارادہ بدل گیا ہے؟
my-or = ان میں سے کوئی دن بھی آپ کے لیے ٹھیک ہے:
my-free = اس وقت ایک جگہ خالی ہے: { $when }۔ جو خاندان سب سے پہلے “ہاں” کہے گا، جگہ اسی کو ملے گی۔
my-chance-good = جگہیں اکثر خالی ہوتی ہیں۔ آپ کو جگہ ملنے کی اچھی امید ہے۔
my-chance-some = شاید کوئی جگہ خالی ہو جائے۔ ہم یقین سے نہیں کہہ سکتے۔
my-chance-small = جگہیں کم ہی خالی ہوتی ہیں۔ چاہیں تو کوئی اور دن بھی دیکھ لیں۔
my-position = فہرست میں آپ کا نمبر { $n } ہے۔
my-no-place-yet = ابھی آپ کو جگہ نہیں ملی ہے۔ اگر کوئی جگہ خالی ہوئی تو ہم آپ کو بتائیں گے۔
my-was-booked = آپ کی جگہ بُک تھی۔
my-was-cancelled = منسوخ۔
my-was-lapsed = آپ کو جگہ نہیں ملی۔
my-was-declined = آپ نے “نہیں، شکریہ” کہا تھا۔
my-nothing = کچھ بُک نہیں ہے۔
my-for-child = { $name } ({ $age } سال) کے لیے پروگرام دیکھیں
my-for-baby = { $name } کے لیے پروگرام دیکھیں

# What has just been done.
my-done-accepted = آپ کی جگہ بُک ہے۔ آپ کے آنے سے ہمیں خوشی ہو گی۔
my-done-declined = شکریہ۔ ہم یہ جگہ کسی اور خاندان کو پیش کریں گے۔
my-done-cancelled = آپ کی جگہ منسوخ ہو گئی ہے۔ شکریہ: اب کوئی اور خاندان آ سکتا ہے۔
my-done-left = آپ کا نام فہرست سے نکال دیا گیا ہے۔
my-done-saved = محفوظ ہو گیا۔
my-done-asked = شکریہ۔ ہم اسے دیکھ کر آپ کے لیے بدل دیں گے۔
my-done-address = شکریہ۔ ہم نے آپ کو ایک ای میل بھیجی ہے۔ اسے کھول کر بتائیں کہ نیا پتہ آپ کا ہے۔
my-done-not-a-member = آپ اب ممبر نہیں ہیں۔ آپ کو بُک کرنے اور آنے کی اجازت اب بھی ہے۔
my-done-member = آپ دوبارہ ممبر ہیں۔ خوش آمدید۔

# What cannot be done.
my-wrong-offer = معذرت، اس پیشکش کا وقت ختم ہو گیا ہے۔ نیچے دیکھیں کہ اب صورتِ حال کیا ہے۔
my-wrong-clash = اُسی وقت آپ کے بچے کی جگہ کہیں اور بُک ہے۔ پہلے اسے منسوخ کریں۔
my-wrong-limit = ایک خاندان یہاں جتنی جگہیں بُک کر سکتا ہے، وہ آپ کے پاس ہیں۔ پہلے ایک منسوخ کریں۔
my-wrong-members = یہ گروپ ممبروں کے لیے ہے۔ “میرا خاندان” میں جا کر دوبارہ ممبر بنا جا سکتا ہے۔
my-wrong-adults = لکھیں کہ کتنے بالغ آئیں گے، 0 سے 10 تک
my-wrong-nobody = جو آئے گا، اس پر نشان لگائیں
my-wrong-age = یہ کسی اور عمر کے بچوں کے لیے ہے۔ اُس عمر کے ایک بچے کا آنا ضروری ہے۔
my-wrong-no-room = آپ سب کے لیے یہاں جگہ کافی نہیں ہے۔ آپ کی بُکنگ پہلے جیسی ہی ہے۔
my-wrong-late = اسے یہاں بدلنے کا وقت گزر گیا ہے۔ براہِ مہربانی ہمیں فون کریں۔

# Giving a place up.
my-ask-cancel = کیا یہ جگہ منسوخ کرنی ہے؟
my-ask-cancel-line = بٹن دبانے تک جگہ آپ کی ہی رہے گی۔
my-ask-leave = کیا انتظار کی فہرست سے نکلنا ہے؟
my-ask-leave-line = بٹن دبانے تک آپ کا نام فہرست میں رہے گا۔
my-keep = نہیں، واپس جائیں
my-cancel-yes = ہاں، منسوخ کریں
my-leave-yes = ہاں، فہرست سے نکلیں

# The card.
my-card = میرا کارڈ
my-card-number = آپ کا نمبر
my-card-show = آتے وقت یہ دکھائیں۔
my-card-code = آپ کے کارڈ کا کوڈ
my-card-names = کس کے لیے
my-card-centre = آپ کا سینٹر
my-card-save = کارڈ کی تصویر محفوظ کریں
my-card-none = آپ ابھی ممبر نہیں ہیں، اس لیے آپ کا کارڈ نہیں ہے۔ آپ کو بُک کرنے اور آنے کی اجازت پھر بھی ہے۔

# My family.
my-family = میرا خاندان
my-back-to-family = “میرا خاندان” پر واپس

# Where she is signed in.
my-sign-ins = آپ کہاں کہاں سائن اِن ہیں
my-sign-ins-line = کیا کوئی سائن اِن ایسا ہے جو آپ کا نہیں؟ اسے ختم کریں اور ہمیں فون کریں۔
my-sign-in-since = سائن اِن کا وقت: { $at }
my-sign-in-this = آپ کا ابھی کا سائن اِن یہی ہے۔
my-sign-in-end = وہاں سے سائن آؤٹ کریں
my-save = محفوظ کریں
my-change = بدلیں
my-remove = نکالیں
my-choose = ایک چنیں
my-not-here = کچھ باتیں یہاں سے نہیں بدلی جا سکتیں۔
my-not-said = نہیں بتایا
my-children = آپ کے بچے
my-add-child = بچہ شامل کریں
my-born-on = پیدائش: { $day }
my-due-on = پیدائش متوقع ہے: { $day }
my-request-open = آپ نے ہم سے اسے بدلنے کو کہا ہے۔ ہم دیکھ کر آپ کو بتائیں گے۔
my-request-refused = ہم نے اسے نہیں بدلا: { $why }
my-you = آپ
my-others = دوسرے بالغ
my-theirs = اسے بدلنے کا حق صرف { $name } کو ہے۔
my-no-email = ہم آپ کو ای میل نہیں کرتے۔
my-no-text = ہم آپ کو ٹیکسٹ میسج نہیں بھیجتے۔
my-no-call = ہم آپ کو فون نہیں کرتے۔
my-no-voicemail = ہم آپ کے فون پر پیغام نہیں چھوڑتے۔
my-no-post = ہم آپ کو ڈاک نہیں بھیجتے۔
my-email-to-confirm = ہم نے { $email } پر ایک ای میل بھیجی ہے۔ اسے کھول کر بتائیں کہ یہ پتہ آپ کا ہے۔
my-home = آپ کا گھر کہاں ہے
my-no-home = ہمارے پاس پتہ نہیں ہے۔
my-trusted = آپ کے بچوں کو کون لا سکتا ہے
my-trusted-line = یہ دادا دادی، نانا نانی، کوئی دوست یا چائلڈ مائنڈر ہو سکتا ہے۔ آپ بتائیں کہ کن بچوں کو اور کب تک۔
my-add-adult = ایک بالغ شامل کریں
my-may-bring = ان بچوں کو لانے کی اجازت ہے: { $names }
my-may-until = { $day } تک
my-birthdays = سالگرہ کارڈ
my-questions = سوال اور جواب
my-membership = ممبرشپ
my-stop = ممبرشپ ختم کریں
my-join-again = دوبارہ ممبر بنیں
my-guest = آپ کی بُکنگ مہمان کے طور پر ہوتی ہے۔ آپ ممبر نہیں ہیں۔
my-told-title = ہمارے پاس آپ کی کیا معلومات ہیں
my-see-told = آپ نے ہمیں جو بتایا، وہ دیکھیں

# Its forms.
my-your-name = آپ کا نام
my-your-email = آپ کی ای میل
my-your-email-hint = اگر یہ نئی ہے تو ہم اسے جانچنے کے لیے اس پر ایک ای میل بھیجیں گے۔
my-your-phone = آپ کا فون نمبر
my-may-we = کیا ہم آپ سے ان طریقوں سے رابطہ کر سکتے ہیں؟
my-by-email = ہاں، ای میل سے
my-by-text = ہاں، ٹیکسٹ میسج سے
my-by-phone = ہاں، فون پر
my-by-voicemail = ہاں، فون پر پیغام چھوڑ کر
my-by-post = ہاں، ڈاک سے
my-postcode = آپ کا پوسٹ کوڈ
my-no-postcode = میرا پوسٹ کوڈ نہیں ہے، یا مجھے نہیں بتانا
my-address = آپ کا پتہ
my-address-hint = گھر کا نمبر اور سڑک کا نام۔ ہم آپ کی ڈاک وہیں بھیجتے ہیں۔
my-correct-child = بچے کا نام یا تاریخ بدلیں
my-baby-born = میرے بچے کی پیدائش ہو گئی ہے
my-we-check = ہم اسے دیکھ کر آپ کے لیے بدل دیں گے۔
my-twins = جڑواں بچے ہیں؟ براہِ مہربانی ہمیں فون کریں۔ ہم ان کے نام آپ کے لیے شامل کر دیں گے۔
my-child-name = آپ کے بچے کا نام
my-is-born = کیا بچے کی پیدائش ہو چکی ہے؟
my-is-born-yes = ہاں
my-is-born-no = ابھی نہیں
my-born = بچے کی پیدائش کب ہوئی؟
my-born-hint = مثلاً 27 3 2025
my-due = بچے کی پیدائش کب ہونی ہے؟
my-adult-name = ان کا نام
my-adult-phone = ان کا فون نمبر، اگر معلوم ہو
my-relationship = ان سے آپ کا کیا تعلق ہے؟
my-relationship-grandparent = دادا، دادی، نانا یا نانی
my-relationship-childminder = چائلڈ مائنڈر
my-relationship-relative = خاندان کا کوئی اور فرد
my-relationship-friend = دوست
my-relationship-other = کوئی اور
my-which-children = انہیں کن بچوں کو لانے کی اجازت ہے؟
my-until-when = کب تک؟
my-until-when-hint = اگر کوئی آخری تاریخ نہیں ہے تو اسے خالی چھوڑ دیں۔
my-ask-remove = کیا یہ نام نکالنا ہے؟
my-ask-remove-line = پھر { $name } کو آپ کے بچوں کو لانے کی اجازت نہیں ہو گی۔
my-remove-yes = ہاں، نکال دیں
my-ask-stop = کیا ممبرشپ ختم کرنی ہے؟
my-ask-stop-line = آپ کو بُک کرنے اور آنے کی اجازت پھر بھی ہو گی۔ ہم مزید سالگرہ کارڈ نہیں بھیجیں گے۔ آپ کا نمبر کام نہیں کرے گا۔
my-stop-yes = ہاں، ختم کریں
my-question-about = { $question }: { $name }
my-answer = آپ کا جواب
my-answer-hint = اپنا جواب واپس لینا ہو تو اسے خالی چھوڑ دیں۔
my-answer-none = مجھے جواب نہیں دینا
my-answer-yes = ہاں
my-answer-no = نہیں
# Asked of adults and of children.
my-answer-female = عورت یا لڑکی
my-answer-male = مرد یا لڑکا
my-answer-prefer_not_to_say = مجھے نہیں بتانا
my-answer-not_known = مجھے معلوم نہیں
my-answer-white_british = انگلش، ویلش، سکاٹش، شمالی آئرش یا برطانوی
my-answer-white_irish = آئرش
my-answer-white_gypsy_traveller = جپسی یا آئرش ٹریولر
my-answer-white_roma = روما
my-answer-white_other = کوئی اور سفید فام پس منظر
my-answer-mixed_white_black_caribbean = سفید فام اور سیاہ فام کیریبین
my-answer-mixed_white_black_african = سفید فام اور سیاہ فام افریقی
my-answer-mixed_white_asian = سفید فام اور ایشیائی
my-answer-mixed_other = کوئی اور مخلوط یا ایک سے زیادہ نسلوں کا پس منظر
my-answer-asian_indian = ہندوستانی
my-answer-asian_pakistani = پاکستانی
my-answer-asian_bangladeshi = بنگلہ دیشی
my-answer-asian_chinese = چینی
my-answer-asian_other = کوئی اور ایشیائی پس منظر
my-answer-black_african = افریقی
my-answer-black_caribbean = کیریبین
my-answer-black_other = کوئی اور سیاہ فام پس منظر
my-answer-arab = عرب
my-answer-other = کوئی اور نسلی گروہ

# What we ask, and why.
my-question-ethnicity = نسلی گروہ
my-why-ethnicity = یہ دیکھنے کے لیے کہ کیا ہماری مدد سب خاندانوں تک پہنچ رہی ہے۔ بتانا ضروری نہیں۔
my-question-sex = جنس
my-why-sex = یہ دیکھنے کے لیے کہ کیا ماں اور باپ دونوں آتے ہیں۔ بتانا ضروری نہیں۔
my-question-main_language = وہ زبان جو سب سے اچھی آتی ہے
my-why-main_language = تاکہ ہم ان لفظوں میں لکھ سکیں جو آپ کو سب سے اچھی طرح سمجھ آئیں۔
my-question-interpreter = کیا ترجمان چاہیے؟ کس زبان کا؟
my-why-interpreter = تاکہ وہاں کوئی ہو جو آپ کی زبان بولتا ہو۔
my-question-access_needs = اندر آنے اور شامل ہونے کے لیے کیا چاہیے؟
my-why-access_needs = تاکہ آپ اندر آ سکیں اور شامل ہو سکیں۔
my-question-allergies = الرجی
my-why-allergies = تاکہ جہاں کھانا ہو، وہاں آپ کا بچہ محفوظ رہے۔
my-question-birthday_cards = کیا آپ کو سالگرہ کارڈ چاہییں؟
my-why-birthday_cards = تاکہ ایسا کوئی کارڈ نہ آئے جو آپ کو نہیں چاہیے۔
my-question-birthday_by_email = سالگرہ کارڈ ای میل سے
my-why-birthday_by_email = تاکہ ہمیں سالگرہ کارڈ ای میل سے بھیجنے کی اجازت ہو۔
my-question-birthday_by_text = سالگرہ کارڈ ٹیکسٹ میسج سے
my-why-birthday_by_text = تاکہ ہمیں سالگرہ کارڈ ٹیکسٹ میسج سے بھیجنے کی اجازت ہو۔
my-question-photos = کیا ہم تصویریں لے سکتے ہیں؟
my-why-photos = تاکہ ہمیں معلوم ہو کہ ہم آپ کے بچے کی تصویریں لے سکتے ہیں یا نہیں۔

# What is wrong with a form.
my-wrong-name = اپنا نام لکھیں
my-wrong-email = ای میل کا پتہ لکھیں، جیسے name@example.org
my-wrong-phone = فون نمبر لکھیں، جیسے 07700 900123
my-wrong-no-way = ای میل کا پتہ یا فون نمبر لکھیں
my-wrong-postcode = اپنا پوسٹ کوڈ لکھیں، یا اس کے نیچے والے خانے پر نشان لگائیں
my-wrong-address = اپنا پتہ چھوٹا کر کے لکھیں
my-wrong-child-name = اپنے بچے کا نام لکھیں
my-wrong-is-born = بتائیں کہ بچے کی پیدائش ہو چکی ہے یا نہیں
my-wrong-date = صحیح تاریخ لکھیں، جیسے 27 3 2025
my-wrong-year = سال چار ہندسوں میں لکھیں، جیسے 2024
my-wrong-born-ahead = یہ دن ابھی نہیں آیا۔ کیا بچے کی پیدائش ابھی ہونی ہے؟ تو “ابھی نہیں” چنیں۔
my-wrong-due = پیدائش کی ایسی متوقع تاریخ لکھیں جو دس مہینوں سے زیادہ دور نہ ہو
my-wrong-adult-name = ان کا نام لکھیں
my-wrong-relationship = بتائیں کہ ان سے آپ کا کیا تعلق ہے
my-wrong-children = کم از کم ایک بچے پر نشان لگائیں
my-wrong-no-children = پہلے اپنا بچہ شامل کریں
my-wrong-until = آنے والا کوئی دن لکھیں، جیسے 27 3 2027، یا خالی چھوڑ دیں
my-wrong-answer = ایک جواب چنیں، یا چھوٹا جواب لکھیں
my-wrong-changed = اس دوران کسی نے یہاں کچھ بدل دیا ہے۔ دوبارہ دیکھیں، پھر محفوظ کریں۔
my-wrong-not-taken = ہم اسے محفوظ نہیں کر سکے۔ براہِ مہربانی ہمیں فون کریں۔

# What she told us.
my-told = آپ نے ہمیں کیا بتایا
my-told-line = یہ وہ ہے جو آپ نے خود ہمیں بتایا۔ شاید ہمارے پاس اس کے علاوہ بھی کچھ ہو۔
my-told-booked = آپ کی جگہ بُک ہے، یا تھی۔
my-told-waiting = آپ جگہ کے انتظار میں ہیں۔
my-told-offered = آپ کے لیے ایک جگہ نکل آئی ہے۔
my-told-file = اسے فائل کے طور پر محفوظ کریں
my-everything = ہمارے پاس موجود سب معلومات
my-everything-line = آپ کو حق ہے کہ ہمارے پاس اپنے اور اپنے بچے کے بارے میں موجود سب معلومات کی کاپی مانگیں۔ یہ مفت ہے۔
my-everything-yes = سب معلومات کی کاپی مانگیں
my-everything-asked = آپ نے ہم سے یہ مانگا ہے۔ ہم آپ کو { $by } تک بھیج دیں گے۔
