# Mails to families.

mail-hello = مرحبًا،
mail-hello-name = مرحبًا { $name }،
mail-from = من { $organisation }

# What each mail says of its session.
mail-what = النشاط
mail-when = متى
mail-where = أين
mail-for = لمن
mail-phone = الهاتف
mail-subject = { $first }: { $what }، يوم { $day }
# One session in a line.
mail-line = { $what }: يوم { $when }، { $place }
mail-line-neutral = يوم { $when }، { $place }
mail-other = { $session } – { $state }
mail-bring = نرجو أن تحضروا معكم: { $bring }.
mail-ask-centre = يمكنكم أن تسألوا في مركز { $centre }.
mail-phone-centre = يمكنكم الاتصال بمركز { $centre } على الرقم { $phone }.
mail-whats-on = عرض الأنشطة

# In a calendar. The first is all that a private session is called there.
mail-calendar-neutral = موعد
mail-calendar-phone = الهاتف { $phone }

# A place.
mail-booked = تم الحجز
mail-booked-place = لديكم مكان محجوز.
mail-booked-appointment = لديكم موعد.
mail-given = لديكم مكان
mail-given-say = توفّر مكان. هو لكم الآن.
mail-reminder = نراكم قريبًا
mail-reminder-say = يسعدنا أن نراكم.
mail-more-dates = تأتون في هذه الأيام أيضًا:
mail-add-to-calendar = إضافة إلى التقويم
mail-tell-by = إذا لم تتمكنوا من المجيء، نرجو إبلاغنا قبل { $by }.
mail-tell-soon = إذا لم تتمكنوا من المجيء، نرجو إبلاغنا في أقرب وقت ممكن.
mail-for-another = عندها يمكن لعائلة أخرى أن تأتي.
mail-cancel = إلغاء حجزي
mail-see-booking = عرض هذا الحجز

# The waiting list.
mail-waiting = اسمكم في قائمة الانتظار
mail-waiting-say = اسمكم في قائمة الانتظار. ليس لديكم مكان حتى الآن.
mail-or-dates = يناسبكم أيضًا أي يوم من هذه الأيام:
mail-chance-good = كثيرًا ما تتوفر أماكن. فرصتكم جيدة.
mail-chance-some = قد يتوفر مكان. لا يمكننا أن نكون متأكدين.
mail-chance-small = قليلًا ما تتوفر أماكن. ربما من الأفضل أن تبحثوا عن يوم آخر أيضًا.
mail-position = رقمكم في قائمة الانتظار: { $n }.
mail-will-write = سنكتب إليكم عندما يكون هناك مكان لكم.
mail-see-chance = معرفة الوضع الآن
mail-to-leave = للخروج من قائمة الانتظار:
mail-leave = الخروج من قائمة الانتظار
mail-not-waiting = لم يعد اسمكم في قائمة الانتظار.

# A place that is kept for an answer.
mail-offer = نرجو الرد قبل { $until }
mail-offer-say = يوجد مكان لكم.
mail-kept-until = نحتفظ به لكم حتى { $until }.
mail-yes = نعم، أريد هذا المكان
mail-no = لا، شكرًا. أعطوه لعائلة أخرى
mail-only-yours = يصبح المكان لكم فقط عندما تجيبون بنعم.
mail-else-gone = يجب أن يصلنا ردّكم في الوقت المحدد. وإلا فسنعطي المكان لعائلة أخرى.
mail-lapsed = لم يصلنا ردّكم في الوقت المحدد
mail-lapsed-kept = احتفظنا لكم بمكان حتى { $until }.
mail-lapsed-say = لم يصلنا ردّكم. لذلك لم نعد نحتفظ به.
mail-ask-again = هل ما زلتم تريدون المجيء؟ يمكنكم الطلب من جديد.
mail-last-call = يوجد مكان متاح الآن
mail-last-call-say = يوجد مكان متاح، والنشاط سيبدأ قريبًا.
mail-first-yes = أول عائلة تجيب بنعم تحصل على المكان.
mail-not-before-yes = من فضلكم لا تأتوا قبل أن تجيبوا بنعم هنا.

# Changes.
mail-changed = هناك تغيير
mail-changed-say = تغيّر شيء ما. نرجو قراءة هذه الرسالة.
mail-changed-now = هكذا أصبح الآن:
mail-changed-booked = لا يزال مكانكم محجوزًا.
mail-changed-waiting = لا يزال اسمكم في قائمة الانتظار.
mail-new-time = الوقت الجديد: { $now } (الوقت السابق: { $was })
mail-new-venue = مكان النشاط الجديد: { $now } (المكان السابق: { $was })
mail-new-venue-neutral = تغيّر مكان الموعد. نرجو أن تتصلوا بنا لمعرفة المكان الجديد.
mail-new-title = الاسم الجديد: { $now } (الاسم السابق: { $was })
mail-new-room = الغرفة الجديدة: { $now }
mail-new-price = السعر الجديد: { $now }
mail-new-neutral = تغيّرت بعض التفاصيل. نرجو أن تتصلوا بنا لمعرفتها.

# Cancelled, over, or no longer possible.
mail-off = تم الإلغاء
mail-off-say = نأسف. أُلغي نشاط { $what } يوم { $day }.
mail-off-neutral = نأسف. أُلغي هذا الموعد.
mail-off-do-nothing = من فضلكم لا تأتوا. لا حاجة إلى أن تفعلوا أي شيء.
mail-instead = قد يناسبكم أحد هذه الأنشطة:
mail-free = توجد أماكن متاحة
mail-full = مكتمل، مع قائمة انتظار
mail-drop-in = لا حاجة إلى الحجز
mail-opens = يمكنكم الحجز ابتداءً من { $at }
mail-gone = سُجّل أنكم لن تأتوا
mail-gone-by-family = أخبرتمونا أنكم لا تستطيعون المجيء. شكرًا لكم.
mail-gone-by-centre = ألغينا هذا نيابةً عنكم.
mail-gone-place = لم يعد لديكم مكان.
mail-gone-wrong = هل هذا خطأ؟
mail-undo-until = هل حدث ذلك بالخطأ؟ يمكنكم التراجع عن الإلغاء حتى { $until }.
mail-undo = التراجع عن الإلغاء
mail-line-over = نأسف، لم يتوفر أي مكان
mail-line-over-say = نأسف. لم يتوفر لكم مكان في الوقت المناسب.
mail-unfit-neutral = نأسف، هذا غير ممكن
mail-too-young = سيكون عمر { $child } أصغر من العمر المطلوب لنشاط { $what }
mail-too-old = سيكون عمر { $child } أكبر من العمر المطلوب لنشاط { $what }
mail-busy = لدى { $child } مكان آخر في هذا الوقت
mail-unfit-young-say = نأسف. سيكون عمر { $child } في ذلك اليوم أصغر من العمر المطلوب.
mail-unfit-old-say = نأسف. سيكون عمر { $child } في ذلك اليوم أكبر من العمر المطلوب.
mail-unfit-busy-say = نأسف. لدى { $child } مكان آخر في هذا الوقت.
mail-unfit-booked = لذلك لم يعد لديكم مكان.
mail-unfit-waiting = لذلك لم يعد اسمكم في قائمة الانتظار.
mail-fits = هذا يناسب { $child }:

# Booking has opened.
mail-open = الحجز مفتوح الآن
mail-open-say = طلبتم أن نخبركم. يمكنكم الحجز الآن.
mail-book = حجز مكان
mail-to-stop = لإيقاف هذه الرسائل:
mail-stop = إيقاف هذه الرسائل

# Birthday cards, and the end of being a member.
mail-birthday = عيد ميلاد سعيد، { $child }
mail-birthday-say = عيد ميلاد سعيد، { $child }!
mail-birthday-age = عمر { $child } الآن { $age ->
    [zero] أقل من سنة
    [one] سنة واحدة
    [two] سنتان
    [few] { $age } سنوات
    [many] { $age } سنة
   *[other] { $age } سنة
}. نتمنى لكم جميعًا يومًا جميلًا.
mail-birthday-renewed = تستمر عضويتكم سنة أخرى. لا حاجة إلى أن تفعلوا أي شيء.
mail-birthday-look = هل تريدون معرفة الأنشطة القريبة منكم؟ انظروا هنا.
mail-birthday-on = { $age ->
    [1] أنشطة قادمة للأطفال في عمر سنة:
    [2] أنشطة قادمة للأطفال في عمر سنتين:
    [3] أنشطة قادمة للأطفال في عمر 3 سنوات:
    [4] أنشطة قادمة للأطفال في عمر 4 سنوات:
   *[other] أنشطة قادمة لطفلكم:
}
mail-birthday-book = هل تريدون المجيء؟ يمكنكم الحجز هنا.
mail-birthday-same = هل تغيّر عنوان سكنكم أو رقم هاتفكم؟
mail-nothing-new = لا، لم يتغير شيء
mail-moved = هل انتقلتم إلى بيت جديد؟ هل لديكم رقم جديد؟
mail-moved-phone = نرجو أن تتصلوا بمركز { $centre } على الرقم { $phone }.
mail-moved-tell = نرجو أن تخبرونا في مركز { $centre }.
mail-moved-us = نرجو أن تخبرونا.
mail-to-stop-cards = لإيقاف بطاقات التهنئة:
mail-stop-cards = إيقاف بطاقات التهنئة
mail-farewell = شكرًا لأنكم كنتم معنا
mail-farewell-five = عمر { $child } الآن 5 سنوات. عيد ميلاد سعيد!
mail-farewell-ends = أنشطتنا للأطفال الأصغر من 5 سنوات. لذلك تنتهي عضويتكم الآن.
mail-farewell-thanks = سعدنا بوجودكم معنا.
mail-farewell-booked = ما حجزتموه يبقى محجوزًا.
mail-farewell-baby = هل لديكم مولود جديد، أو تنتظرون مولودًا؟ عندها يمكنكم الانضمام من جديد.

# Joining.
mail-join = نرجو تأكيد عنوان بريدكم الإلكتروني
mail-join-form = ملأ أحد الأشخاص استمارة لدى { $organisation }، وكتب فيها هذا البريد الإلكتروني.
mail-join-press = هل هذا طلبكم؟ اضغطوا على الزر. سننفّذ ما طلبتم، ثم نخبركم.
mail-join-yes = نعم، هذا طلبي
mail-join-number = أو اكتبوا هذا الرقم في الصفحة المفتوحة لديكم: { $number }.
mail-join-lasts = الرقم صالح لمدة 30 دقيقة، والزر صالح لمدة 7 أيام.
mail-join-not-you = لم تطلبوا ذلك؟ لا تفعلوا شيئًا. لم يُحجز أي شيء، وسنحذف هذا الطلب.
mail-joined = لديكم عضوية الآن
mail-joined-welcome = أهلًا بكم. لديكم الآن عضوية في { $organisation }.
mail-to-leave-us = لإنهاء العضوية:
mail-leave-us = إنهاء العضوية
mail-welcome = لديكم عضوية في { $organisation }
mail-welcome-every = كل عائلة لديها طفل أصغر من 5 سنوات يمكنها الحصول على العضوية.
mail-welcome-free = العضوية مجانية، وهي لديكم الآن.
mail-welcome-number = رقمكم
mail-welcome-centre = مركزكم
mail-welcome-from = عرفنا بعائلتكم من { $from }.
mail-welcome-still = يمكنكم إنهاء العضوية في أي وقت. وسيبقى بإمكانكم الحجز والمجيء.

# A place that was asked for with a form, and could not be given.
mail-not-booked = عن المكان الذي طلبتموه
mail-not-booked-say = لم نتمكن من حجز مكان لكم.
mail-not-booked-second = لم نحجز لكم مكانًا ثانيًا.
mail-not-booked-full = كل الأماكن محجوزة.
mail-not-booked-already = لديكم مكان هناك بالفعل، أو اسمكم في قائمة الانتظار.
mail-not-booked-age = هذا النشاط لأطفال من عمر آخر.
mail-not-booked-many = لا توجد أماكن كافية لكم جميعًا.
mail-not-booked-busy = لدى طفلكم مكان في نشاط آخر في هذا الوقت.
mail-not-booked-limit = لديكم أكبر عدد من الأماكن يمكن أن تحجزه عائلة واحدة.
mail-not-booked-closed = لا يمكن حجزه الآن.

# Whose email address it is.
mail-address = هل هذا عنوان بريدكم الإلكتروني؟
mail-address-family = أعطتنا إحدى العائلات هذا البريد الإلكتروني عندما انضمت إلى { $organisation }.
mail-address-too = هل هو بريدكم؟ عندها يمكننا أن نكتب إليكم أيضًا.
mail-address-yes = نعم، هذا عنواني
mail-address-not-yours = ليس بريدكم؟ لا تفعلوا شيئًا. لن نكتب مرة أخرى.
mail-address-new = طلب أحد الأشخاص أن نكتب إلى هذا العنوان من الآن فصاعدًا.
mail-address-tell = هل طلبتم ذلك؟ نرجو أن تؤكدوا لنا أن هذا العنوان لكم.
mail-address-not-you = لم تطلبوا ذلك؟ لا تفعلوا شيئًا. لن نكتب إلى هنا مرة أخرى.
mail-address-asked = طلبتم تغيير عنوان البريد الإلكتروني
mail-address-asked-say = طلبتم أن نكتب إليكم على عنوان آخر من الآن فصاعدًا.
mail-address-asked-when = سنفعل ذلك بعد أن تضغطوا على الزر في الرسالة التي أرسلناها إلى العنوان الجديد.
mail-address-asked-you = هل طلبتم هذا؟ لا حاجة إلى أن تفعلوا أي شيء هنا.
mail-address-phone = لم تطلبوا هذا؟ نرجو أن تتصلوا بنا على الرقم { $phone }.
mail-address-centre = لم تطلبوا هذا؟ نرجو أن تخبرونا في مركزكم.

# A family that had places and did not come.
mail-missed = افتقدناكم
mail-missed-say = { $times ->
    [zero] كان لديكم مكان عندنا. لم نركم.
    [one] كان لديكم مكان عندنا. لم نركم.
    [two] كان لديكم مكان عندنا مرتين. لم نركم.
    [few] كان لديكم مكان عندنا { $times } مرات. لم نركم.
    [many] كان لديكم مكان عندنا { $times } مرة. لم نركم.
   *[other] كان لديكم مكان عندنا { $times } مرة. لم نركم.
}
mail-missed-well = نتمنى أن تكونوا جميعًا بخير.
mail-missed-hard = هل هناك شيء يجعل المجيء صعبًا؟ نرجو أن تخبرونا. نودّ أن نساعدكم.
mail-missed-talk = يمكنكم التحدث معنا في مركز { $centre }.
mail-missed-another = إذا لم تتمكنوا من المجيء في يوم ما، أخبرونا قبل الموعد. عندها يمكن لعائلة أخرى أن تأتي.
mail-missed-still = ما حجزتموه يبقى محجوزًا. نرحب بكم دائمًا.
