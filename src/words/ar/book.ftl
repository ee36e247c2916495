# Booking a place, and joining.

# The session on top of every screen.
book-session-named = { $title }، يوم { $day }، الساعة { $time }، { $place }
book-opens = يمكنكم الحجز ابتداءً من { $at }.
book-title = حجز مكان: { $session }
book-wait-title = الانضمام إلى قائمة الانتظار: { $session }
book-remind-title = ذكّروني: { $session }
book-join-title = الانضمام إلى مركز العائلة
book-join-lead = الانضمام مجاني. تقومون بذلك مرة واحدة فقط.
book-booked-before = هل سبق أن حجزتم عندنا؟
book-sign-in = سجّلوا الدخول، هذا أسرع

# The form of a newcomer.
book-name = اسمكم
book-reach = كيف نتواصل معكم؟
book-reach-hint = البريد الإلكتروني هو الأفضل: تصلكم أخبارنا فورًا.
book-email = البريد الإلكتروني
book-phone = الهاتف
book-child = اسم طفلكم
book-is-born = هل وُلد طفلكم؟
book-born = نعم
book-not-yet = ليس بعد
book-day = ما تاريخ ميلاد طفلكم؟ وإذا لم يولد بعد، فما موعد الولادة المتوقع؟
book-day-hint = مثلًا: 27 3 2025
book-another-child = إضافة طفل آخر سيأتي
book-postcode = الرمز البريدي (postcode)
book-postcode-hint = نعرف منه أي مركز عائلة هو مركزكم.
book-no-postcode = ليس لدي رمز بريدي، أو لا أريد أن أذكره
book-adults = كم شخصًا بالغًا سيأتي؟
book-notice-lead = نحفظ بأمان كل ما تخبروننا به. نستعمله لتقديم أنشطة للعائلات. يمكنكم أن ترفضوا ذلك لاحقًا.
book-notice-version = رقم نسخة هذا النص: { $version }.
book-choices = خيارات أخرى
book-guest = هذه المرة فقط. لا أريد الانضمام.
book-rejoins = سبق أن أنهيت عضويتي. أريد الانضمام من جديد.
book-next = بعد هذا نرسل إليكم رقمًا للتأكد من أنكم أصحاب الطلب. لا يُحجز أي شيء قبل ذلك.
book-this = حجز هذا المكان
book-wait = الانضمام إلى قائمة الانتظار
book-remind = ذكّروني عند فتح الحجز
book-join = الانضمام

# What is wrong with it.
book-name-missing = اكتبوا اسمكم
book-contact-missing = اكتبوا بريدكم الإلكتروني أو رقم هاتفكم
book-email-wrong = اكتبوا بريدًا إلكترونيًا صحيحًا، مثل name@example.org
book-phone-wrong = اكتبوا رقم هاتف صحيحًا، مثل { { "07700 900123" } }
book-child-missing = اكتبوا اسم طفلكم
book-day-wrong = اكتبوا تاريخًا صحيحًا، مثل 27 3 2025
book-day-future = هذا اليوم لم يأتِ بعد. هل ما زلتم تنتظرون الولادة؟ اختاروا «ليس بعد».
book-due-wrong = اكتبوا موعد الولادة المتوقع. يجب أن يكون خلال الأشهر العشرة القادمة.
book-year-wrong = اكتبوا السنة بأربعة أرقام، مثل 2024
book-none-under-five = أنشطتنا للأطفال الأصغر من 5 سنوات. هل السنة صحيحة؟
book-postcode-missing = اكتبوا الرمز البريدي، أو ضعوا علامة في المربع تحته
book-postcode-wrong = اكتبوا الرمز البريدي كاملًا، مثل M31 4FL
book-adults-wrong = اكتبوا عدد البالغين، من 0 إلى 10
book-too-young = سيكون عمر { $child } أصغر من العمر المطلوب لنشاط { $title } يوم { $day }. العمر المطلوب: { $ages }.
book-too-old = سيكون عمر { $child } أكبر من العمر المطلوب لنشاط { $title } يوم { $day }. العمر المطلوب: { $ages }.
book-not-born = نشاط { $title } للأطفال بعد ولادتهم. يمكنكم الحجز عندما يولد طفلكم.
book-adults-only = نشاط { $title } للبالغين فقط. نرجو أن تأتوا بدون أطفال.

# A session that takes no bookings now.
book-over = انتهى وقت الحجز لهذا النشاط.
book-turn-up = لا حاجة إلى الحجز. تفضلوا مباشرة.
book-gone-title = هذا النشاط لم يعد موجودًا
book-gone = ربما تغيّر موعده أو أُلغي.

# The form of a family that signed in.
book-who = من سيأتي؟
book-nobody-ticked = ضعوا علامة بجانب من سيأتي
book-no-children = لم تسجّلوا أي طفل لدينا بعد. أضيفوا طفلًا أولًا.
book-add-child = إضافة طفل
book-other-dates = هل يناسبكم يوم آخر أيضًا؟ ضعوا علامة بجانب كل يوم يناسبكم. ستحصلون على أول مكان يتوفر.
book-full-now = أخذت عائلة أخرى هذا المكان قبل لحظات. يمكنكم الانضمام إلى قائمة الانتظار.
book-already = سبق أن طلبتم هذا.
book-clash = لأحدكم مكان في نشاط آخر في هذا الوقت.
book-over-limit = لديكم أكبر عدد من الأماكن يمكن أن نعطيه لعائلة واحدة. هناك عائلات أخرى تحتاج إلى مكان أيضًا.
book-too-large = لا يتسع هذا النشاط لهذا العدد في أي يوم. نرجو أن يأتي عدد أقل.
book-members-only = هذا النشاط للأعضاء. الانضمام مجاني.
book-closed-now = لا يمكن حجز هذا الآن.

# What came of it.
book-done-booked = مكانكم محجوز
book-done-waiting = اسمكم في قائمة الانتظار
book-done-reminder = سنذكّركم
book-done-joined = تم انضمامكم
book-done-guest = شكرًا لكم
book-done-not-booked = لم نتمكن من حجز مكان لكم
book-done-for = لـ { $names }
book-done-mailed = أرسلنا إليكم هذه المعلومات بالبريد الإلكتروني.
book-done-waiting-next = ليس لديكم مكان حتى الآن. سنخبركم فور توفّر مكان.
book-done-reminder-next = سنخبركم متى يمكنكم الحجز. عندها يكفي أن تضعوا علامة بجانب من سيأتي.
book-done-member = لديكم عضوية الآن. ستصلكم بطاقة العضوية بالبريد الإلكتروني.
book-done-was-member = عضويتكم موجودة من قبل.
book-done-as-guest = تأتون كضيوف. ليست لديكم عضوية.
book-done-calendar = إضافة إلى التقويم
book-done-needs = هل هناك حساسية من طعام أو غيره؟ هل تحتاجون إلى مترجم؟ هل يمكننا أن نرسل إليكم رسائل نصية (SMS)؟ يمكنكم أن تخبرونا الآن أو لاحقًا.
book-done-tell-us = أريد إخباركم
book-done-page = عرض الحجز أو تغييره
book-what-next = ماذا يحدث بعد ذلك

# The number that shows that an address is hers.
book-code-title = افتحوا بريدكم الإلكتروني
book-code-lead = أرسلنا إليكم رسالة. فيها رقم مكوّن من 8 أرقام.
book-code = الرقم الموجود في رسالتنا
book-code-wrong = هذا ليس الرقم الموجود في رسالتنا، أو انتهت صلاحيته. يمكنكم بدلًا من ذلك الضغط على الزر في الرسالة.
book-code-send = متابعة
book-code-next = لا يُحجز أي شيء قبل ذلك. لم تصل الرسالة بعد دقيقتين؟ ابحثوا في البريد غير المرغوب فيه (Junk أو Spam)، أو اتصلوا بنا.
book-ring-title = سنتصل بكم بالهاتف
book-ring = سنتصل بكم لنتأكد من أن كل شيء صحيح. لا يُحجز أي شيء قبل ذلك.
book-link-title = هل أنتم من طلب هذا؟
book-link-joins = طلب منا أحد الأشخاص تسجيلكم في العضوية، وأعطانا بريدكم الإلكتروني.
book-link-guest = طلب منا أحد الأشخاص الحجز باستعمال بريدكم الإلكتروني.
book-link-place = كان الطلب لمكان هنا:
book-link-yes = نعم، هذا طلبي
book-link-old-title = انتهت صلاحية هذا الرابط
book-link-old = لم يُحجز أي شيء. يمكنكم تقديم الطلب من جديد.
book-link-again = الطلب من جديد
book-link-not-ours-title = هذا الرابط لا يعمل
book-link-not-ours = نرجو استعمال الرابط الكامل الموجود في رسالتنا.
