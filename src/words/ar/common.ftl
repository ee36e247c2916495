# Glossary of the Arabic texts.
# place (reserved for a family)   مكان (أماكن); "you have a place" = لديكم مكان; "booked" = محجوز
# booking, to book                حجز; My places = حجوزاتي
# waiting list                    قائمة الانتظار; to be on it = اسمكم في قائمة الانتظار; to leave it = الخروج من قائمة الانتظار
# offer (a place kept for you)    نحتفظ به لكم; to offer to another = نعرضه على عائلة أخرى
# place that is free (not taken)  مكان متاح; it came free = توفّر (مجاني is only: costs nothing)
# centre, family hub              المركز, مركز العائلة
# member, being a member          عضو, العضوية; to join = الانضمام
# card                            بطاقة العضوية; birthday card = بطاقة تهنئة (عيد الميلاد alone may mean Christmas)
# session, group, what’s on       نشاط (أنشطة); its dates = أيام; course = دورة
# appointment                     موعد
# family                          عائلة
# adult, child, baby              بالغ (بالغون, بالغين), طفل, مولود; due date = موعد الولادة المتوقع
# code, number in a message       رمز, رقم
# link                            رابط
# calendar                        التقويم
# Exit this page                  الخروج من هذه الصفحة
# The reader is addressed in the plural (أنتم): polite, and right for a mother, a father or both.
# Buttons are verbal nouns or are said by the reader in the first person.

# On every page.
skip = الانتقال إلى المحتوى الرئيسي
menu = القائمة الرئيسية
menu-whats-on = الأنشطة
menu-my = حجوزاتي
menu-family = عائلتي
menu-sign-in = تسجيل الدخول أو الخروج
menu-sign-out = تسجيل الخروج
foot = عن هذا الموقع
foot-contact = اتصلوا بمركزكم
foot-privacy = الخصوصية
foot-accessibility = سهولة الاستخدام للجميع
foot-staff = دخول الموظفين
foot-developers = للمطورين

# Forms.
problem = توجد مشكلة
error = خطأ:
day = اليوم
month = الشهر
year = السنة

# Where nothing is.
see-whats-on = عرض الأنشطة
gone-title = لم نجد هذه الصفحة
gone-line = ربما نُقلت الصفحة، أو لم تعد موجودة. إذا كتبتم عنوان الصفحة بأنفسكم، فتأكدوا منه.

# Places at a session.
places-left = { $n ->
    [zero] لم يبقَ أي مكان
    [one] بقي مكان واحد
    [two] بقي مكانان
    [few] بقيت { $n } أماكن
    [many] بقي { $n } مكانًا
   *[other] بقي { $n } مكان
}
exit-page = الخروج من هذه الصفحة
