# Choosing a language.
menu-language = Мова
# Under the head of every page that nobody has checked yet.
language-machine = Цю сторінку переклала машина. Можливі помилки. Якщо це важливо, прочитайте англійською або зателефонуйте нам.
language-in-english = Читати англійською
# Before the English part of a message.
language-mail-english = Англійською
