# Before you come: what there is for people with access needs, and the house rules.
access-title = تسهيلات الدخول والمشاركة
access-choose = هل تحتاجون إلى شيء من هذا؟
access-step-free = بدون سلالم أو درجات
access-accessible-toilet = مرحاض لمستعملي الكراسي المتحركة
access-changing-places = مرحاض واسع فيه رافعة وسرير للكبار والصغار (Changing Places)
access-baby-changing = طاولة لتغيير الحفاضات
access-blue-badge-parking = موقف سيارات لذوي الإعاقة (Blue Badge)
access-hearing-loop = نظام صوت لمستعملي السماعات الطبية (hearing loop)
access-buggy-space = متّسع لعربات الأطفال
access-bsl = لغة الإشارة البريطانية (BSL)
access-interpreter = مترجم
access-interpreter-for = مترجم: { $language }
access-quiet = نشاط هادئ
access-adapted = مُعدّ ليناسب الأطفال ذوي الإعاقة

rules-title = القواعد في مراكزنا
rules-own = خاص بمركز { $centre }
rules-version = النسخة رقم { $version }، بتاريخ { $day }.
rules-help = هل تصعب عليكم قراءة هذا؟ نرجو أن تسألونا. لا يزال بإمكانكم الحجز.
rules-page = فتح القواعد في صفحة مستقلة
rules-none = لا توجد قواعد.
