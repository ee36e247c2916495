# Choosing a language.
menu-language = Language
# Under the head of every page that nobody has checked yet.
language-machine = A machine translated this page. There may be mistakes. If it matters, read the English or phone us.
language-in-english = Read it in English
# Before the English part of a message.
language-mail-english = In English
