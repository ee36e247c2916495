# Text messages to families. Each begins with who sends it, so that it is known on a list of texts.
# Short: 160 plain letters are one text, and each text is paid for.

# What a session is called: its name, or this where it is private.
text-appointment = موعدكم
# { $day } is as "Tuesday 3 June", { $time } as "10am".
text-when = يوم { $day }، الساعة { $time }

# Codes.
text-code = { $from }: رمز تسجيل الدخول هو { $code }. الرمز صالح لمدة 10 دقائق. لا تخبروا به أحدًا.
text-join = { $from }: رقمكم هو { $code }. اكتبوه في الصفحة المفتوحة لديكم. لم تطلبوا ذلك؟ لا تفعلوا شيئًا.

# A place.
text-booked = { $from }: لديكم مكان محجوز. { $what }، { $when }. للعرض أو الإلغاء: { $link }
text-given = { $from }: توفّر مكان، وهو لكم الآن. { $what }، { $when }. للعرض أو الإلغاء: { $link }
text-reminder = { $from }: نراكم قريبًا! { $what }، { $when }. إذا لم تتمكنوا من المجيء، أخبرونا: { $link }

# The waiting list.
text-waiting = { $from }: اسمكم في قائمة الانتظار. ليس لديكم مكان حتى الآن. { $what }، { $when }. { $link }
text-offer = { $from }: يوجد مكان لكم. { $what }، { $when }. هل تريدونه؟ أخبرونا قبل { $until }: { $link }
text-offer-answer = { $from }: يوجد مكان لكم. { $what }، { $when }. أرسلوا 1 للقبول أو 2 للرفض قبل { $until }، أو افتحوا هذا الرابط: { $link }
text-lapsed = { $from }: لم يصلنا ردّكم، لذلك لم نعد نحتفظ لكم بالمكان. { $what }، { $when }. الأنشطة: { $link }
text-last-call = { $from }: يوجد مكان متاح الآن. { $what }، { $when }. أول عائلة تجيب بنعم تحصل عليه: { $link }
text-line-over = { $from }: نأسف، لم يتوفر أي مكان. { $what }، { $when }. الأنشطة الأخرى: { $link }

# Changes.
text-changed = { $from }: هناك تغيير. أصبح نشاط { $what } الآن { $when }، في { $place }. { $link }
text-changed-private = { $from }: هناك تغيير. { $what } الآن: { $when }. { $link }
text-off = { $from }: نأسف، أُلغي هذا: { $what }، { $when }. من فضلكم لا تأتوا. الأنشطة الأخرى: { $link }
text-gone = { $from }: سُجّل أنكم لن تأتوا: { $what }، { $when }. هل هذا خطأ؟ { $link }
text-gone-ring = { $from }: سُجّل أنكم لن تأتوا: { $what }، { $when }. هل هذا خطأ؟ { $ask }
text-unfit = { $from }: نأسف، لم يعد هذا ممكنًا لكم: { $what }، { $when }. { $ask }

# Booking has opened, and cards. These stop when a family says so.
text-open = { $from }: يمكنكم الحجز الآن. { $what }، { $when }. { $link }
text-card = { $from }: عيد ميلاد سعيد لطفلكم منّا جميعًا! تستمر عضويتكم سنة أخرى. الأنشطة: { $link }
text-farewell = { $from }: عمر طفلكم الآن 5 سنوات، لذلك تنتهي عضويتكم. سعدنا بوجودكم معنا. ما حجزتموه يبقى محجوزًا.
text-missed = { $from }: لم نركم في الفترة الأخيرة، ونتمنى أن تكونوا جميعًا بخير. هل المجيء صعب عليكم؟ نودّ أن نساعدكم. { $ask }
text-stop = لإيقاف هذه الرسائل أجيبوا بكلمة STOP فقط.
text-stop-link = لإيقاف هذه الرسائل: { $link }

# Whom to ask.
text-ring = اتصلوا بنا: { $phone }
text-ask = اسألوا في مركزكم.

# A family that joined, and a place that was asked for.
text-joined = { $from }: أهلًا بكم. لديكم عضوية الآن. يمكنكم إنهاؤها في أي وقت: { $link }
text-not-booked = { $from }: نأسف، لم نتمكن من حجز المكان الذي طلبتموه. الأنشطة الأخرى: { $link }

# What we answer to a text.
text-which = { $from }: أكثر من مكان ينتظر ردّكم. نرجو الرد هنا: { $links }
text-nothing = { $from }: لا يوجد الآن مكان ينتظر ردّكم. الأنشطة: { $link }
text-too-late = { $from }: نأسف، لم نعد نحتفظ لكم بهذا المكان. الأنشطة: { $link }
text-no-place = { $from }: نأسف، لم نتمكن من إعطائكم هذا المكان. { $ask }
text-declined = { $from }: شكرًا لكم. سنعطي المكان لعائلة أخرى.
text-stopped = { $from }: لن نرسل إليكم بطاقات تهنئة أو أخبارًا برسالة نصية بعد الآن. سنظل نكتب إليكم عن حجوزاتكم.
text-not-read = { $from }: لا أحد يقرأ الرسائل المرسلة إلى هذا الرقم. { $ask }

# A text to try the settings with.
text-test = { $from }: هذه رسالة تجريبية. يمكن إرسال الرسائل النصية.

# Where codes are sent as texts too: on the pages that ask for them.
sign-in-either = عنوان بريدكم الإلكتروني أو رقم هاتفكم المحمول
sign-in-either-wrong = اكتبوا عنوان بريد إلكتروني، مثل name@example.com، أو رقم هاتف محمول، مثل { { "07700 900123" } }
sign-in-either-sent = إذا كان عنوانكم أو رقمكم معروفًا لدينا، فقد أرسلنا إليكم رمزًا. الرمز صالح لمدة 10 دقائق.
book-text-title = انظروا إلى هاتفكم
book-text-lead = سنرسل إليكم رسالة نصية (SMS) فيها رقم مكوّن من 8 أرقام، أو نتصل بكم بالهاتف.
book-text-next = لا يُحجز أي شيء قبل ذلك. لم تصل الرسالة بعد دقيقتين؟ نرجو أن تتصلوا بنا.
