# Being a member: the pages behind links in messages, and what is printed.
member-thanks = شكرًا لكم
member-contact = هل هذا عنوان بريدكم الإلكتروني؟
member-contact-say = هكذا نعرف أننا نستطيع التواصل معكم.
member-contact-yes = نعم، هذا عنواني
member-contact-done = نعرف الآن أننا نستطيع التواصل معكم.
member-address-say = عندها سنكتب إليكم على هذا العنوان من الآن فصاعدًا.
member-address-done = سنكتب إليكم على هذا العنوان.
member-same = هل تغيّر عنوان سكنكم أو رقم هاتفكم؟
member-same-say = إذا لم يتغير شيء، فيكفي الضغط على الزر. سنُبقي المعلومات كما هي.
member-same-no = لا، لم يتغير شيء
member-same-yes = نعم، أريد إبلاغكم
member-same-done = سنُبقي المعلومات كما هي.
member-stop = هل تريدون إنهاء العضوية؟
member-stop-say = سيظل بإمكانكم الحجز والمجيء. لن نرسل بطاقات تهنئة بعد الآن.
member-stop-yes = إنهاء العضوية
member-stop-done = انتهت عضويتكم
member-stop-done-say = لا يزال بإمكانكم الحجز والمجيء. نرحب بكم دائمًا.
member-cards = هل تريدون إيقاف بطاقات التهنئة بعيد ميلاد الأطفال؟
member-cards-say = تبقى عضويتكم. تتوقف بطاقات التهنئة فقط.
member-cards-yes = إيقاف بطاقات التهنئة
member-cards-done = لن نرسل بطاقات تهنئة بعد الآن
member-cards-done-say = تبقى عضويتكم. نرحب بكم دائمًا.

# The card.
member-card = بطاقة العضوية
member-card-number = رقم العضوية
member-card-and = و{ $name }
member-card-phone = الهاتف: { $phone }
member-card-show = أظهروا هذه البطاقة عندما تأتون. لا يستطيع أحد قراءة بياناتكم منها.
member-card-offer = ما نقدّمه لكم
member-card-offer-all = لعب ونصائح وأصدقاء جدد للعائلات التي لديها أطفال صغار.
member-card-notice = معلوماتكم
member-card-version = بيان الخصوصية { $version } ({ $language })

# A birthday card on paper.
member-birthday-thanks = شكرًا لكم
member-birthday-number = العضوية رقم { $number }
member-birthday-to = { $name } والعائلة
member-birthday-book-phone = للحجز: { $address } أو اتصلوا بمركز { $centre } على الرقم { $phone }.
member-birthday-book-centre = للحجز: { $address } أو اسألوا في مركز { $centre }.
member-birthday-book-us = للحجز: { $address } أو اسألونا.
member-birthday-moved = هل انتقلتم إلى بيت جديد؟ هل لديكم رقم جديد؟ نرجو إبلاغنا. ولإيقاف بطاقات التهنئة، أخبرونا أيضًا.
member-birthday-ask-phone = هل لديكم سؤال؟ اتصلوا بمركز { $centre } على الرقم { $phone }.
member-birthday-ask-centre = هل لديكم سؤال؟ اسألوا في مركز { $centre }.
member-birthday-ask-us = هل لديكم سؤال؟ اسألونا.

# A letter on paper.
member-letter-scan = صوّروا هذا الرمز بالهاتف، أو اسألوا في مركزكم.
