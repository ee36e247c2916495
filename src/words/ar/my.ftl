# A family’s own pages.

# Our places.
my-title = حجوزاتي
my-offers = مكان لكم
my-places = حجوزاتكم
my-waiting = في قائمة الانتظار
my-past = السابقة والملغاة
my-older = الأقدم
my-back = العودة إلى حجوزاتي
my-appointment = موعدكم
my-show = عرض التفاصيل
my-until = نحتفظ به لكم حتى { $until }.
my-only-yours = يصبح المكان لكم فقط عندما تجيبون بنعم.
my-yes = نعم، أريد هذا المكان
my-no = لا، شكرًا
my-about = { $title }، { $when }
my-for = لمن
my-when = متى
my-where = أين
my-also-on = وأيضًا في
my-bring = أحضروا معكم
my-phone = هاتف
my-adults = { $n ->
    [zero] بدون بالغين
    [one] شخص بالغ واحد
    [two] شخصان بالغان
    [few] { $n } بالغين
    [many] { $n } بالغًا
   *[other] { $n } بالغ
}
my-and = { $names } و{ $adults }
my-party = تغيير من سيأتي
my-party-who = من سيأتي؟
my-party-adults = كم شخصًا بالغًا سيأتي؟
my-other-day = اختيار يوم آخر
my-cancel = إلغاء هذا الحجز
my-cancel-by = إذا لم تتمكنوا من المجيء، أخبرونا قبل { $until }.
my-cancel-late = إذا لم تتمكنوا من المجيء، نرجو أن تخبرونا. قد يريد شخص آخر هذا المكان.
my-begun = لقد بدأ النشاط. إذا أردتم إخبارنا بشيء، فاتصلوا بنا.
my-leave = الخروج من القائمة
my-calendar = إضافة إلى التقويم
my-changed-mind = هل غيّرتم رأيكم؟
my-or = يناسبكم أيضًا أي يوم من هذه الأيام:
my-free = يوجد مكان متاح الآن: { $when }. أول عائلة تجيب بنعم تحصل على المكان.
my-chance-good = كثيرًا ما تتوفر أماكن. فرصتكم جيدة.
my-chance-some = قد يتوفر مكان. لا يمكننا أن نكون متأكدين.
my-chance-small = قليلًا ما تتوفر أماكن. ربما من الأفضل أن تبحثوا عن يوم آخر أيضًا.
my-position = رقمكم في قائمة الانتظار: { $n }.
my-no-place-yet = ليس لديكم مكان حتى الآن. سنخبركم إذا توفّر مكان.
my-was-booked = كان لديكم مكان.
my-was-cancelled = أُلغي.
my-was-lapsed = لم تحصلوا على مكان.
my-was-declined = أجبتم: لا، شكرًا.
my-nothing = لا توجد حجوزات.
my-for-child = عرض أنشطة لـ { $name }، العمر: { $age ->
    [zero] أقل من سنة
    [one] سنة واحدة
    [two] سنتان
    [few] { $age } سنوات
    [many] { $age } سنة
   *[other] { $age } سنة
}
my-for-baby = عرض أنشطة لـ { $name }

# What has just been done.
my-done-accepted = مكانكم محجوز. يسعدنا أن نراكم.
my-done-declined = شكرًا لكم. سنعرض المكان على عائلة أخرى.
my-done-cancelled = أُلغي حجزكم. شكرًا لكم، الآن يمكن لعائلة أخرى أن تأتي.
my-done-left = لم يعد اسمكم في قائمة الانتظار.
my-done-saved = تم الحفظ.
my-done-asked = شكرًا لكم. سنراجع ذلك ونغيّره لكم.
my-done-address = شكرًا لكم. أرسلنا إليكم رسالة بالبريد الإلكتروني. افتحوها لتؤكدوا أن العنوان الجديد لكم.
my-done-not-a-member = انتهت عضويتكم. لا يزال بإمكانكم الحجز والمجيء.
my-done-member = عادت عضويتكم. أهلًا بكم من جديد.

# What cannot be done.
my-wrong-offer = نأسف، انتهى وقت الاحتفاظ بهذا المكان. الوضع الآن مكتوب في الأسفل.
my-wrong-clash = لدى طفلكم مكان آخر في هذا الوقت. ألغوا ذلك الحجز أولًا.
my-wrong-limit = لديكم هنا أكبر عدد من الأماكن يمكن أن تحجزه عائلة واحدة. ألغوا حجزًا أولًا.
my-wrong-members = هذا النشاط للأعضاء. يمكنكم استعادة العضوية في صفحة «عائلتي».
my-wrong-adults = اكتبوا عدد البالغين الذين سيأتون، من 0 إلى 10
my-wrong-nobody = ضعوا علامة بجانب من سيأتي
my-wrong-age = هذا النشاط لأطفال من عمر آخر. يجب أن يأتي طفل في ذلك العمر.
my-wrong-no-room = لا يوجد متسع لكم جميعًا. يبقى حجزكم كما هو.
my-wrong-late = فات الوقت لتغيير هذا هنا. نرجو أن تتصلوا بنا.

# Giving a place up.
my-ask-cancel = هل تريدون إلغاء هذا الحجز؟
my-ask-cancel-line = يبقى مكانكم لكم إلى أن تضغطوا على الزر.
my-ask-leave = هل تريدون الخروج من قائمة الانتظار؟
my-ask-leave-line = يبقى اسمكم في القائمة إلى أن تضغطوا على الزر.
my-keep = لا، أريد الرجوع
my-cancel-yes = نعم، إلغاء الحجز
my-leave-yes = نعم، الخروج من القائمة

# The card.
my-card = بطاقة عضويتي
my-card-number = رقمكم
my-card-show = أظهروا هذه البطاقة عندما تأتون.
my-card-code = الرمز على بطاقة العضوية
my-card-names = لمن
my-card-centre = مركزكم
my-card-save = حفظ صورة البطاقة
my-card-none = ليست لديكم عضوية الآن، ولذلك ليست لديكم بطاقة. لا يزال بإمكانكم الحجز والمجيء.

# My family.
my-family = عائلتي
my-back-to-family = العودة إلى عائلتي

# Where she is signed in.
my-sign-ins = أين سجّلتم الدخول
my-sign-ins-line = هل يوجد هنا جهاز لا تعرفونه؟ سجّلوا الخروج منه، واتصلوا بنا.
my-sign-in-since = تم تسجيل الدخول { $at }
my-sign-in-this = هذا هو الجهاز الذي تستعملونه الآن.
my-sign-in-end = تسجيل الخروج من هناك
my-save = حفظ
my-change = تغيير
my-remove = حذف
my-choose = اختاروا
my-not-here = هناك معلومات لا يمكنكم تغييرها هنا. لتغييرها:
my-not-said = غير مذكور
my-children = أطفالكم
my-add-child = إضافة طفل
my-born-on = تاريخ الميلاد: { $day }
my-due-on = موعد الولادة المتوقع: { $day }
my-request-open = طلبتم منا تغيير هذا. سنراجعه ونخبركم.
my-request-refused = لم نغيّر هذا: { $why }
my-you = معلوماتكم
my-others = البالغون الآخرون
my-theirs = هذه المعلومات لا يغيّرها إلا { $name }.
my-no-email = لا نرسل إليكم رسائل بالبريد الإلكتروني.
my-no-text = لا نرسل إليكم رسائل نصية (SMS).
my-no-call = لا نتصل بكم بالهاتف.
my-no-voicemail = لا نترك لكم رسالة صوتية على الهاتف.
my-no-post = لا نرسل إليكم رسائل ورقية بالبريد.
my-email-to-confirm = أرسلنا رسالة إلى { $email }. افتحوها لتؤكدوا أن هذا العنوان لكم.
my-home = عنوان سكنكم
my-no-home = ليس لدينا عنوان.
my-trusted = من يُسمح لهم بإحضار أطفالكم
my-trusted-line = مثلًا الجد أو الجدة، أو الأصدقاء، أو من يرعى أطفالكم. أنتم تحددون أي أطفال، وإلى متى.
my-add-adult = إضافة شخص بالغ
my-may-bring = مسموح بإحضار: { $names }
my-may-until = حتى { $day }
my-birthdays = بطاقات التهنئة بعيد ميلاد الأطفال
my-questions = الأسئلة والأجوبة
my-membership = العضوية
my-stop = إنهاء العضوية
my-join-again = استعادة العضوية
my-guest = تحجزون كضيوف. ليست لديكم عضوية.
my-told-title = المعلومات التي لدينا
my-see-told = عرض ما أخبرتمونا به

# Its forms.
my-your-name = اسمكم
my-your-email = بريدكم الإلكتروني
my-your-email-hint = إذا كان العنوان جديدًا، فسنرسل إليه رسالة للتأكد منه.
my-your-phone = رقم هاتفكم
my-may-we = هل تسمحون لنا بما يلي؟
my-by-email = إرسال رسائل بالبريد الإلكتروني
my-by-text = إرسال رسائل نصية (SMS)
my-by-phone = الاتصال بكم بالهاتف
my-by-voicemail = ترك رسالة صوتية على هاتفكم
my-by-post = إرسال رسائل ورقية بالبريد
my-postcode = الرمز البريدي (postcode)
my-no-postcode = ليس لدي رمز بريدي، أو لا أريد أن أذكره
my-address = عنوانكم
my-address-hint = رقم البيت واسم الشارع. نرسل رسائلنا الورقية إلى هناك.
my-correct-child = تغيير اسم الطفل أو التاريخ
my-baby-born = وُلد طفلي
my-we-check = سنراجع هذا ونغيّره لكم.
my-twins = توأم؟ نرجو أن تتصلوا بنا. سنضيفهم لكم.
my-child-name = اسم طفلكم
my-is-born = هل وُلد طفلكم؟
my-is-born-yes = نعم
my-is-born-no = ليس بعد
my-born = ما تاريخ ميلاد طفلكم؟
my-born-hint = مثلًا: 27 3 2025
my-due = ما موعد الولادة المتوقع؟
my-adult-name = اسم هذا الشخص
my-adult-phone = رقم هاتف هذا الشخص، إذا كنتم تعرفونه
my-relationship = ما صلة هذا الشخص بكم؟
my-relationship-grandparent = جد أو جدة
my-relationship-childminder = مربّي أو مربّية أطفال (childminder)
my-relationship-relative = شخص آخر من العائلة
my-relationship-friend = صديق أو صديقة
my-relationship-other = شخص آخر
my-which-children = من هم الأطفال الذين يُسمح لهذا الشخص بإحضارهم؟
my-until-when = حتى متى؟
my-until-when-hint = اتركوا هذا فارغًا إذا لم تكن هناك نهاية.
my-ask-remove = هل تريدون حذف هذا الشخص؟
my-ask-remove-line = بعد ذلك لن يكون مسموحًا لـ { $name } بإحضار أطفالكم.
my-remove-yes = نعم، حذف
my-ask-stop = هل تريدون إنهاء العضوية؟
my-ask-stop-line = سيظل بإمكانكم الحجز والمجيء. لن نرسل بطاقات تهنئة بعد الآن. لن يعمل رقم عضويتكم.
my-stop-yes = نعم، إنهاء العضوية
my-question-about = { $question }: { $name }
my-answer = جوابكم
my-answer-hint = اتركوا هذا فارغًا إذا أردتم سحب جوابكم.
my-answer-none = لا أريد أن أجيب
my-answer-yes = نعم
my-answer-no = لا
my-answer-female = أنثى
my-answer-male = ذكر
my-answer-prefer_not_to_say = أفضّل عدم الإجابة
my-answer-not_known = لا أعرف
my-answer-white_british = إنجليزي أو ويلزي أو اسكتلندي أو أيرلندي شمالي أو بريطاني
my-answer-white_irish = أيرلندي
my-answer-white_gypsy_traveller = غجري أو من الرُحّل الأيرلنديين
my-answer-white_roma = روما (Roma)
my-answer-white_other = أي أصل أبيض آخر
my-answer-mixed_white_black_caribbean = أبيض وأسود كاريبي
my-answer-mixed_white_black_african = أبيض وأسود أفريقي
my-answer-mixed_white_asian = أبيض وآسيوي
my-answer-mixed_other = أي أصل مختلط أو متعدد آخر
my-answer-asian_indian = هندي
my-answer-asian_pakistani = باكستاني
my-answer-asian_bangladeshi = بنغلاديشي
my-answer-asian_chinese = صيني
my-answer-asian_other = أي أصل آسيوي آخر
my-answer-black_african = أفريقي
my-answer-black_caribbean = كاريبي
my-answer-black_other = أي أصل أسود آخر
my-answer-arab = عربي
my-answer-other = أي أصل عرقي آخر

# What we ask, and why.
my-question-ethnicity = الأصل العرقي
my-why-ethnicity = لنعرف هل تصل مساعدتنا إلى كل العائلات. لستم مضطرين إلى الإجابة.
my-question-sex = الجنس
my-why-sex = لنعرف هل يأتي الآباء كما تأتي الأمهات. لستم مضطرين إلى الإجابة.
my-question-main_language = اللغة التي تعرفونها أكثر من غيرها
my-why-main_language = لكي نكتب بكلمات تعرفونها جيدًا.
my-question-interpreter = هل تحتاجون إلى مترجم؟ إلى أي لغة؟
my-why-interpreter = لكي يكون هناك شخص يتكلم لغتكم.
my-question-access_needs = ماذا تحتاجون لكي تتمكنوا من الدخول والمشاركة؟
my-why-access_needs = لكي تتمكنوا من الدخول والمشاركة.
my-question-allergies = الحساسية (من طعام أو غيره)
my-why-allergies = للحفاظ على سلامة طفلكم عند وجود طعام.
my-question-birthday_cards = هل تريدون بطاقات تهنئة بعيد ميلاد الأطفال؟
my-why-birthday_cards = لكي لا تصلكم بطاقة لا تريدونها.
my-question-birthday_by_email = بطاقات التهنئة بعيد الميلاد بالبريد الإلكتروني
my-why-birthday_by_email = لكي نتمكن من إرسال بطاقة تهنئة بالبريد الإلكتروني.
my-question-birthday_by_text = بطاقات التهنئة بعيد الميلاد برسالة نصية (SMS)
my-why-birthday_by_text = لكي نتمكن من إرسال بطاقة تهنئة برسالة نصية.
my-question-photos = هل يمكننا التقاط صور؟
my-why-photos = لنعرف هل يمكننا التقاط صور لطفلكم.

# What is wrong with a form.
my-wrong-name = اكتبوا اسمكم
my-wrong-email = اكتبوا عنوان بريد إلكتروني، مثل name@example.org
my-wrong-phone = اكتبوا رقم هاتف، مثل { { "07700 900123" } }
my-wrong-no-way = اكتبوا عنوان بريد إلكتروني أو رقم هاتف
my-wrong-postcode = اكتبوا الرمز البريدي، أو ضعوا علامة في المربع تحته
my-wrong-address = اكتبوا عنوانًا أقصر
my-wrong-child-name = اكتبوا اسم طفلكم
my-wrong-is-born = اختاروا هل وُلد طفلكم أم لا
my-wrong-date = اكتبوا تاريخًا صحيحًا، مثل 27 3 2025
my-wrong-year = اكتبوا السنة بأربعة أرقام، مثل 2024
my-wrong-born-ahead = هذا اليوم لم يأتِ بعد. هل ما زلتم تنتظرون الولادة؟ اختاروا «ليس بعد».
my-wrong-due = اكتبوا موعد ولادة متوقعًا خلال الأشهر العشرة القادمة
my-wrong-adult-name = اكتبوا اسم هذا الشخص
my-wrong-relationship = اختاروا صلة هذا الشخص بكم
my-wrong-children = ضعوا علامة بجانب طفل واحد على الأقل
my-wrong-no-children = أضيفوا طفلكم أولًا
my-wrong-until = اكتبوا يومًا قادمًا، مثل 27 3 2027، أو اتركوه فارغًا
my-wrong-answer = اختاروا جوابًا، أو اكتبوا جوابًا أقصر
my-wrong-changed = غيّر شخص آخر هذه المعلومات أثناء وجودكم هنا. راجعوها من جديد، ثم احفظوا.
my-wrong-not-taken = لم نتمكن من حفظ هذا. نرجو أن تتصلوا بنا.

# What she told us.
my-told = ما أخبرتمونا به
my-told-line = هذا ما أخبرتمونا به بأنفسكم. قد لا يكون هذا كل ما لدينا.
my-told-booked = لديكم مكان، أو كان لديكم مكان.
my-told-waiting = تنتظرون مكانًا.
my-told-offered = يوجد مكان لكم.
my-told-file = حفظ هذا في ملف
my-everything = كل ما لدينا
my-everything-line = يمكنكم طلب نسخة من كل المعلومات التي لدينا عنكم وعن طفلكم. هذا مجاني.
my-everything-yes = طلب كل المعلومات التي لديكم عني
my-everything-asked = وصلنا طلبكم. سنرسل إليكم المعلومات قبل { $by }.
