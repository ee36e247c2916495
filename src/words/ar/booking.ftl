# The page of one booking.

booking-bring = نرجو أن تحضروا معكم: { $bring }.
booking-more-dates = تأتون في هذه الأيام أيضًا:
booking-map = عرض المكان على الخريطة
booking-question = هل لديكم سؤال؟ اتصلوا على الرقم
booking-whats-on = عرض الأنشطة
booking-other-day = حجز يوم آخر

# A place.
booking-booked = مكانكم محجوز
booking-appointment = لديكم موعد
booking-look-forward = يسعدنا أن نراكم.
booking-add-to-calendar = إضافة إلى التقويم
booking-cancel-title = إلغاء حجزي
booking-cancel-by = نرجو إبلاغنا قبل { $by }، إن أمكن.
booking-cancel-another = عندها يمكن لعائلة أخرى أن تأتي. يبقى مكانكم لكم إلى أن تضغطوا على الزر.
booking-cancel = إلغاء حجزي
booking-begun = لقد بدأ النشاط. إذا لم تتمكنوا من المجيء، نرجو أن تتصلوا بنا.

# Another day, or fewer people.
booking-move-title = اختيار يوم آخر
booking-move-which = أي يوم تريدون؟
booking-move-say = يبقى مكانكم لكم إلى أن تحصلوا على المكان الجديد.
booking-move = التغيير إلى هذا اليوم
booking-party-title = تغيير من سيأتي
booking-party-who = أبقوا العلامة فقط بجانب من سيأتي
booking-party-adults = كم شخصًا بالغًا سيأتي؟
booking-party-more = هل تريدون إحضار شخص آخر؟
booking-party-my = الانتقال إلى حجوزاتي
booking-party = حفظ

# The waiting list.
booking-waiting = اسمكم في قائمة الانتظار
booking-no-place-yet = ليس لديكم مكان حتى الآن.
booking-position = رقمكم في قائمة الانتظار: { $n }.
booking-or-dates = يناسبكم أيضًا أي يوم من هذه الأيام:
booking-will-write = سنكتب إليكم عندما يكون هناك مكان لكم.
booking-leave-title = الخروج من قائمة الانتظار
booking-leave-say = عندها لن نكتب إليكم عن هذا النشاط. يمكنكم الطلب من جديد، وسيكون اسمكم في آخر القائمة.
booking-leave = الخروج من قائمة الانتظار
booking-free = يوجد مكان متاح الآن
booking-free-when = { $when }.
booking-first-yes = أول عائلة تجيب بنعم تحصل على المكان.
booking-not-before-yes = من فضلكم لا تأتوا قبل أن تجيبوا بنعم هنا.
booking-yes = نعم، أريد هذا المكان

# A place that is kept for an answer.
booking-offered = يوجد مكان لكم
booking-kept-until = نحتفظ به لكم حتى { $until }.
booking-only-yours = يصبح المكان لكم فقط عندما تجيبون بنعم.
booking-no-title = لا، شكرًا
booking-no-say = هل ترفضون هذا المكان؟ لن يبقى اسمكم في قائمة الانتظار.
booking-no = لا، شكرًا. أعطوه لعائلة أخرى

# Over.
booking-past = انتهى هذا النشاط
booking-past-say = نأمل أنكم قضيتم وقتًا جميلًا.
booking-cancelled = أُلغي حجزكم
booking-thanks-another = شكرًا لكم. الآن يمكن لعائلة أخرى أن تأتي.
booking-cancelled-at = أُلغي { $at }.
booking-undo-until = هل حدث ذلك بالخطأ؟ يمكنكم التراجع عن الإلغاء حتى { $until }.
booking-undo = التراجع عن الإلغاء، أريد أن آتي
booking-left = لم يعد اسمكم في قائمة الانتظار
booking-left-at = خرج اسمكم من قائمة الانتظار { $at }.
booking-declined = شكرًا لكم
booking-declined-offer = سنعرض المكان على عائلة أخرى.
booking-declined-at = أجبتم بـ «لا» { $at }.
booking-changed-mind = هل غيّرتم رأيكم؟ اتصلوا على الرقم
booking-lapsed = لم يصلنا ردّكم في الوقت المحدد
booking-lapsed-until = احتفظنا لكم بمكان حتى { $until }. يمكنكم الطلب من جديد.
booking-line-over = نأسف، لم يتوفر أي مكان
booking-line-over-say = لم يعد اسمكم في قائمة الانتظار.
booking-off = أُلغي هذا الموعد
booking-off-say = نأسف لذلك. من فضلكم لا تأتوا.
booking-unfit = نأسف، هذا غير ممكن
booking-unfit-say = هذا النشاط لأطفال من عمر آخر. لم يعد لديكم مكان.

# What came of a press, where it is not what was wished.
booking-gone = نأسف، أخذت عائلة أخرى هذا المكان قبل لحظات.
booking-gone-waiting = نأسف، أخذت عائلة أخرى هذا المكان قبل لحظات. لا يزال اسمكم في قائمة الانتظار.
booking-too-late = فات الوقت للقيام بذلك. لم يتغير أي شيء.
booking-settled = سبق أن أجبتم. هذا هو الوضع الآن.
booking-not-that-day = لا يمكنكم أخذ هذا اليوم. لم يتغير أي شيء.
booking-not-that-party = يجب أن يأتي طفل في العمر المناسب. لم يتغير أي شيء.
booking-nobody = ضعوا علامة بجانب من سيأتي. إذا لم يتمكن أحد من المجيء، فألغوا حجزكم.
booking-busy = لدى طفلكم مكان آخر في هذا الوقت. ألغوا ذلك الحجز أولًا.

# Links that lead nowhere.
booking-unknown = هذا الرابط لا يعمل
booking-unknown-say = نرجو استعمال الرابط الكامل الموجود في رسالتنا.
booking-expired = انتهت صلاحية هذا الرابط
booking-expired-say = لم يعد الرابط يعمل. لم يتغير أي شيء.

# Messages that booking has opened.
booking-stop-ask = هل تريدون إيقاف هذه الرسائل؟
booking-stop-say = عندها لن نكتب إليكم متى يمكنكم حجز هذا النشاط:
booking-stop = إيقاف هذه الرسائل
booking-stopped = لن تصلكم رسائل أخرى
booking-stopped-say = لن نكتب إليكم عن هذا مرة أخرى.
