# Signing in and out.
sign-in-title = تسجيل الدخول
sign-in-already = أنت مسجّل الدخول.
sign-in-form-waits = تم تسجيل خروجك قبل إرسال النموذج. سجّل الدخول، ثم أرسله. نحتفظ به 30 دقيقة.
sign-in-families = العائلات
sign-in-how = سنرسل إليكم رمزًا. لا تحتاجون إلى كلمة سر.
sign-in-email = عنوان بريدكم الإلكتروني
sign-in-email-hint = العنوان الذي أعطيتموه لمركزكم.
sign-in-email-wrong = اكتبوا عنوان بريد إلكتروني، مثل name@example.com
sign-in-send = أرسلوا إليّ رمزًا
sign-in-too-many = أرسلنا رموزًا كثيرة. نرجو الانتظار 15 دقيقة، ثم المحاولة مرة أخرى.

sign-in-code-title = اكتبوا الرمز
sign-in-code-sent = إذا كان عنوان بريدكم الإلكتروني معروفًا لدينا، فقد أرسلنا إليكم رمزًا. الرمز صالح لمدة 10 دقائق.
sign-in-code = الأرقام الستة في رسالتنا
sign-in-code-wrong = هذا ليس الرمز الصحيح، أو انتهت صلاحيته. تأكدوا منه، أو اطلبوا رمزًا جديدًا.
sign-in-code-none = لم تصل الرسالة بعد دقيقتين؟ ابحثوا في البريد غير المرغوب فيه (Junk أو Spam). أو اتصلوا بمركزكم.
sign-in-code-again = أرسلوا إليّ رمزًا جديدًا
sign-in-alone = لا أحد غيري يستعمل هذا الهاتف أو الكمبيوتر
sign-in-alone-hint = سيبقى دخولكم مسجّلًا لمدة 90 يومًا. إذا كان أشخاص آخرون يستعملون الجهاز أيضًا، فاتركوا هذا المربع فارغًا.
sign-in-go = تسجيل الدخول

sign-in-more-title = بقي شيء واحد
sign-in-more-why = لحمايتكم، نرجو أن تخبرونا بشيئين نعرفهما عنكم.
sign-in-born = ما تاريخ ميلاد أحد أطفالكم؟
sign-in-born-hint = مثلًا: 27 3 2025. إذا لم يولد طفلكم بعد، فما موعد الولادة المتوقع؟
sign-in-born-wrong = اكتبوا اليوم والشهر والسنة
sign-in-postcode = الرمز البريدي (postcode)
sign-in-postcode-wrong = اكتبوا الرمز البريدي كاملًا، مثل M31 4FL
sign-in-phone-us = هذا لا يطابق المعلومات التي لدينا. نرجو أن تتصلوا بمركزكم.

sign-in-link-title = تسجيل الدخول
sign-in-link-line = اضغطوا على الزر لتسجيل الدخول.
sign-in-elsewhere-title = الرمز
sign-in-elsewhere-line = اكتبوا هذا الرمز في الهاتف أو الكمبيوتر الذي طلبتموه منه.
sign-in-elsewhere-here = هل تريدون تسجيل الدخول هنا؟
sign-in-elsewhere-ask = طلب رمز هنا
sign-in-gone-title = انتهت صلاحية هذا الرابط
sign-in-gone-line = يعمل الرابط مرة واحدة، ولمدة 10 دقائق.

# The message with the code.
sign-in-mail-subject = رمز تسجيل الدخول
sign-in-mail-code = الرمز هو { $code }.
sign-in-mail-type = اكتبوه حيث طلبتموه.
sign-in-mail-press = أو اضغطوا على هذا الزر، من الهاتف أو الكمبيوتر نفسه.
sign-in-mail-once = يعمل مرة واحدة، ولمدة 10 دقائق.
sign-in-mail-secret = لا تخبروا أحدًا بالرمز. نحن لن نسألكم عنه أبدًا.
sign-in-mail-not-you = لم تطلبوا ذلك؟ لا تفعلوا شيئًا.
