# Choosing a language.
menu-language = اللغة
# Under the head of every page that nobody has checked yet.
language-machine = تُرجمت هذه الصفحة آليًا. قد تكون فيها أخطاء. إذا كان الأمر مهمًا، فاقرؤوا النص الإنجليزي أو اتصلوا بنا.
language-in-english = قراءة الصفحة بالإنجليزية
# Before the English part of a message.
language-mail-english = بالإنجليزية
