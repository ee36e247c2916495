# What's on, and the page of one session.
whats-on-title = الأنشطة
whats-on-heading = أنشطة لكم ولطفلكم
whats-on-none = لا توجد أنشطة حسب هذا الاختيار.
whats-on-none-at-all = لا توجد أنشطة لعرضها بعد. نرجو العودة إلى هذه الصفحة قريبًا.
whats-on-show-all = عرض كل المراكز والأعمار
whats-on-until = إلى { $time }
# Of a session that starts in one half of the day (am or pm) and ends in the other.
whats-on-until-later = { $half ->
    [am] صباحًا
   *[pm] مساءً
} إلى { $time }

# The same at several times of a day; the number stands before it.
whats-on-times = { $n ->
    [zero] أوقات
    [one] وقت
    [two] أوقات
    [few] أوقات
    [many] وقتًا
   *[other] وقت
}

# How a session stands.
whats-on-turn-up = لا حاجة إلى الحجز. تفضلوا مباشرة.
whats-on-turn-up-brief = بدون حجز
whats-on-opens = يمكنكم الحجز ابتداءً من { $at }.
whats-on-full = مكتمل
whats-on-closed = انتهى وقت الحجز.
whats-on-cancelled = أُلغي
whats-on-over = انتهى هذا النشاط.
whats-on-course = حجز واحد لكل الأيام
whats-on-members = للأعضاء. الانضمام مجاني.

# What to do.
whats-on-book = حجز
whats-on-wait = الانضمام إلى قائمة الانتظار
whats-on-remind = ذكّروني عند فتح الحجز
whats-on-book-this = حجز مكان
whats-on-calendar = إضافة إلى التقويم

whats-on-feed = متابعة هذه الأيام في تقويمكم
whats-on-feed-name = الأنشطة: { $organisation }

whats-on-paper = طباعة على صفحة واحدة (PDF)
whats-on-paper-scan = صوّروا الرمز بهاتفكم لقراءة المزيد أو للحجز.
whats-on-paper-more = يوجد المزيد على موقعنا.
whats-on-paper-made = أُعدّت هذه الورقة يوم { $day }. قد تتغير بعض الأشياء، فنرجو النظر في موقعنا قبل أن تأتوا.

# Choosing.
whats-on-choose = اختيار المركز أو العمر أو اليوم
whats-on-chosen = المعروض فقط:
whats-on-remove = إلغاء الاختيار: { $what }
whats-on-centre = المركز
whats-on-all-centres = كل المراكز
whats-on-postcode = أو الرمز البريدي (postcode)
whats-on-postcode-hint = يظهر الأقرب إليكم أولًا.
whats-on-shut = مركز { $centre } مغلق من يوم { $first } إلى يوم { $last }.
whats-on-shut-on = مركز { $centre } مغلق يوم { $day }.
whats-on-all-shut = كل مراكزنا مغلقة من يوم { $first } إلى يوم { $last }.
whats-on-all-shut-on = كل مراكزنا مغلقة يوم { $day }.
whats-on-near = الأقرب إلى { $centre } أولًا
whats-on-postcode-unknown = لا نعرف هذا الرمز البريدي. نرجو اختيار مركز.
whats-on-ages = ما أعمار أطفالكم؟
whats-on-age-expected = لم يولد بعد
whats-on-age-0 = أقل من سنة
whats-on-age-12 = سنة واحدة
whats-on-age-24 = سنتان
whats-on-age-36 = 3 سنوات
whats-on-age-48 = 4 سنوات
whats-on-age-chip = العمر: { $age }
whats-on-suits = فقط ما يناسب كل أطفالي
whats-on-day = اليوم
whats-on-any-day = أي يوم
whats-on-day-monday = الاثنين
whats-on-day-tuesday = الثلاثاء
whats-on-day-wednesday = الأربعاء
whats-on-day-thursday = الخميس
whats-on-day-friday = الجمعة
whats-on-day-saturday = السبت
whats-on-day-sunday = الأحد
whats-on-half = الوقت
whats-on-any-time = أي وقت
whats-on-half-morning = قبل الظهر
whats-on-half-afternoon = بعد الظهر
whats-on-free = المجاني فقط
whats-on-show = عرض
whats-on-pages = صفحات أخرى
whats-on-previous = أنشطة أبكر
whats-on-next = أنشطة لاحقة

# Ages. Each age stands after a preposition, so it is said in the genitive.
whats-on-ages-adults = للبالغين
whats-on-ages-birth = من الولادة إلى { $to }
whats-on-ages-babies = للأطفال الرضّع حتى عمر { $to }
whats-on-ages-babies-from = للأطفال الرضّع من عمر { $from } إلى { $to }
whats-on-ages-years = من عمر { $from } إلى { $to }
whats-on-ages-between = من عمر { $from } إلى { $to }
whats-on-ages-from = من عمر { $from } وما فوق
whats-on-ages-pregnant = للحوامل، أو لمن لديهم طفل حتى عمر { $to }
whats-on-ages-pregnant-between = للحوامل، أو لمن لديهم طفل من عمر { $from } إلى { $to }
whats-on-ages-pregnant-from = للحوامل، أو لمن لديهم طفل من عمر { $from } وما فوق
whats-on-ages-pregnant-any = للحوامل، أو لمن لديهم طفل في أي عمر
whats-on-age-weeks = { $n ->
    [zero] { $n } أسبوع
    [one] أسبوع واحد
    [two] أسبوعين
    [few] { $n } أسابيع
    [many] { $n } أسبوعًا
   *[other] { $n } أسبوع
}
whats-on-age-months = { $n ->
    [zero] { $n } شهر
    [one] شهر واحد
    [two] شهرين
    [few] { $n } أشهر
    [many] { $n } شهرًا
   *[other] { $n } شهر
}
whats-on-age-years = { $years ->
    [zero] { $years } سنة
    [one] سنة واحدة
    [two] سنتين
    [few] { $years } سنوات
    [many] { $years } سنة
   *[other] { $years } سنة
}
whats-on-age-half = { $years ->
    [zero] نصف سنة
    [one] سنة ونصف
    [two] سنتين ونصف
    [few] { $years } سنوات ونصف
    [many] { $years } سنة ونصف
   *[other] { $years } سنة ونصف
}
whats-on-age-years-months = { $months ->
    [zero] { $years ->
        [zero] { $years } سنة
        [one] سنة
        [two] سنتين
        [few] { $years } سنوات
        [many] { $years } سنة
       *[other] { $years } سنة
    } و{ $months } شهر
    [one] { $years ->
        [zero] { $years } سنة
        [one] سنة
        [two] سنتين
        [few] { $years } سنوات
        [many] { $years } سنة
       *[other] { $years } سنة
    } وشهر
    [two] { $years ->
        [zero] { $years } سنة
        [one] سنة
        [two] سنتين
        [few] { $years } سنوات
        [many] { $years } سنة
       *[other] { $years } سنة
    } وشهرين
    [few] { $years ->
        [zero] { $years } سنة
        [one] سنة
        [two] سنتين
        [few] { $years } سنوات
        [many] { $years } سنة
       *[other] { $years } سنة
    } و{ $months } أشهر
    [many] { $years ->
        [zero] { $years } سنة
        [one] سنة
        [two] سنتين
        [few] { $years } سنوات
        [many] { $years } سنة
       *[other] { $years } سنة
    } و{ $months } شهرًا
   *[other] { $years ->
        [zero] { $years } سنة
        [one] سنة
        [two] سنتين
        [few] { $years } سنوات
        [many] { $years } سنة
       *[other] { $years } سنة
    } و{ $months } شهر
}

# One session.
whats-on-when = متى
whats-on-where = أين
whats-on-map = الخريطة
whats-on-map-of = خريطة { $place }
whats-on-who = لمن
whats-on-bring = أحضروا معكم
whats-on-price = السعر
whats-on-siblings = يمكن أن يأتي الإخوة والأخوات أيضًا.
whats-on-no-siblings = نرجو أن تأتوا بدون إخوة وأخوات من أعمار أخرى.
whats-on-phone = أو اتصلوا بمركز { $centre }:
whats-on-ask = هل لديكم سؤال؟ اتصلوا بمركز { $centre }:
whats-on-sorry = نأسف. أُلغي هذا النشاط.
whats-on-sorry-over = انتهى هذا النشاط.
whats-on-see-dates = انظروا إلى الأيام الأخرى في الأسفل.
whats-on-see-others = انظروا إلى الأنشطة الأخرى.
whats-on-course-dates = كل أيام الدورة
whats-on-course-says = هذه دورة. حجز واحد يكفي لكل أيامها.
whats-on-dates = أيام أخرى
whats-on-all = عرض كل الأنشطة

# About the service.
about-contact = اتصلوا بمركزكم
about-contact-lead = يسعدنا أن نساعدكم. يمكنكم الحجز بالهاتف أيضًا.
about-privacy = الخصوصية
about-privacy-1 = نحتفظ فقط بالمعلومات التي نحتاج إليها. نستعملها لتقديم هذه الأنشطة وللعناية بطفلكم.
about-privacy-2 = نستعملها لنحجز لكم مكانًا، ولنخبركم بحجزكم، ولنعرف أي عائلات تصل إليها خدماتنا. لا نبيعها أبدًا.
about-privacy-3 = لا يراها إلا الموظفون الذين يحتاجون إليها. وكلما اطّلعوا عليها، نسجّل ذلك.
about-privacy-4 = يمكنكم أن تطلبوا الاطلاع على المعلومات التي لدينا، أو تصحيحها، أو حذفها. ويمكنكم إنهاء العضوية والاستمرار في المجيء.
about-privacy-5 = لا توجد إعلانات في هذا الموقع، وهو لا يتتبّعكم. لا يحفظ ملف تعريف ارتباط (cookie) إلا عندما تسجّلون الدخول أو تختارون لغة.
about-privacy-6 = هل تريدون أن تسألونا عن هذا؟ اتصلوا بمركزكم. إذا لم يكن جوابنا كافيًا، يمكنكم إبلاغ الهيئة المستقلة التي تحمي المعلومات الشخصية في بريطانيا (Information Commissioner’s Office, ICO).
about-accessibility = سهولة الاستخدام للجميع
about-accessibility-draft = هذا نص نموذجي. لم تراجعه الجهة المسؤولة ({ $organisation }) ولم توقّعه بعد.
about-accessibility-1 = نريد أن يتمكن الجميع من استعمال هذا الموقع. يمكنكم تكبير النص. ويمكنكم استعمال لوحة المفاتيح وحدها. ويمكن أن يُقرأ لكم النص بصوت عالٍ.
about-accessibility-2 = كلما غيّرنا الصفحات، يفحصها برنامج. وهو يجد بعض الأخطاء فقط. لذلك لا نقول إن الموقع مطابق للمعيار (WCAG 2.2).
about-accessibility-tested = آخر فحص لكل الصفحات كان في { $day }.
about-accessibility-signed = التوقيع: { $name }، في { $day }.
about-accessibility-known = ما نعرف أنه ليس جيدًا بعد
about-accessibility-3 = معظم النصوص غير الإنجليزية كُتبت آليًا. قد يكون بعضها خاطئًا.
about-accessibility-4 = قد لا تعمل القراءة بصوت عالٍ جيدًا مع ملفات PDF، مثل بطاقة العضوية.
about-accessibility-help = إذا لم تتمكنوا من استعمال شيء ما
about-accessibility-5 = اتصلوا بمركزكم. سنعطيكم المعلومات التي تحتاجون إليها بطريقة أخرى، أو نحجز لكم.
about-accessibility-6 = جوابنا غير كافٍ؟ يمكنكم طلب المساعدة من الجهة التي تقدّم النصح والدعم في قضايا المساواة (Equality Advisory and Support Service, EASS).
