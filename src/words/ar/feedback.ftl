# After a session: how was it? And what a centre changed because of what families said.

# The message. It comes to those who said yes to it.
mail-feedback = كيف كان النشاط؟
mail-feedback-say = شاركتم في نشاط { $what } يوم { $day }. هل كان جيدًا؟ أخبرونا بضغطتين فقط.
mail-feedback-tell = أريد إخباركم
mail-feedback-no-name = لا نُظهر أبدًا ما تكتبونه أو اسمكم لعائلات أخرى.
mail-feedback-to-stop = هل تريدون ألّا تصلكم هذه الرسائل؟
mail-feedback-stop = إيقاف هذه الرسائل

# What is asked once, among what is known of a family.
my-question-feedback_by_email = هل يمكننا أن نسألكم بالبريد الإلكتروني كيف كان النشاط؟
my-why-feedback_by_email = لكي نتمكن من سؤالكم هل كان النشاط جيدًا. يمكنكم إيقاف ذلك في أي وقت.

# The page to stop them.
member-feedback = هل تريدون إيقاف هذه الرسائل؟
member-feedback-say = عندها لن نسألكم كيف كان النشاط. لن يتغير أي شيء آخر.
member-feedback-yes = إيقاف هذه الرسائل
member-feedback-done = لن نسألكم مرة أخرى
member-feedback-done-say = نرحب بكم دائمًا.

# The page: first one of two buttons, then a box that may stay empty.
feedback-title = هل كان النشاط جيدًا؟
feedback-good = جيد
feedback-not-good = ليس جيدًا بما يكفي
feedback-once = اضغطوا على زر واحد. يمكنكم تغيير جوابكم لاحقًا.
feedback-thanks = شكرًا لكم
feedback-said-good = أجبتم: جيد.
feedback-said-not-good = أجبتم: ليس جيدًا بما يكفي.
feedback-change-to-good = تغيير الجواب إلى «جيد»
feedback-change-to-not-good = تغيير الجواب إلى «ليس جيدًا بما يكفي»
# Above the box. It must be read before anything is typed.
feedback-danger = هل هناك شخص في خطر؟ اتصلوا بالرقم 999.
feedback-else-phone = لأي أمر آخر، اتصلوا بمركز { $centre } على الرقم { $phone }.
feedback-else-ask = لأي أمر آخر، اسألوا في مركز { $centre }.
feedback-box = هل هناك شيء يجب أن نغيّره؟
feedback-box-say = لستم مضطرين إلى الكتابة. نرجو ألّا تكتبوا أي أسماء. عدد الأحرف: { $longest } على الأكثر.
feedback-send = إرسال
feedback-written = وصلنا ما كتبتموه. سيقرؤه أحد الموظفين في مركز { $centre } خلال يومَي عمل.
feedback-write-again = الكتابة من جديد بدلًا مما كتبتموه
feedback-too-long = اكتبوا نصًا أقصر. عدد الأحرف: { $longest } على الأكثر
feedback-from-booking = أريد إخباركم كيف كان

# What became of what families said.
you-said = قلتم لنا، ففعلنا
you-said-lead = تخبرنا العائلات بما يجب تغييره. هذا ما فعلناه.
you-said-of = قلتم لنا، ففعلنا: { $centre }
you-said-said = ما قلتموه لنا
you-said-did = ما فعلناه
you-said-none = لا يوجد شيء هنا حتى الآن.
you-said-all = عرض كل المراكز

# Beside the sheet of what's on in its usual size.
whats-on-paper-small = طباعة على صفحة صغيرة واحدة (A5)

# A list that stands in a page of somebody else, such as the council.
embed-title = الأنشطة
embed-all = عرض كل الأنشطة والحجز
embed-none = لا توجد أنشطة الآن.
