# Choosing a language.
menu-language = Limba
# Under the head of every page that nobody has checked yet.
language-machine = Această pagină a fost tradusă de un program de calculator. Pot fi greșeli. Dacă este ceva important, citiți textul în engleză sau sunați-ne.
language-in-english = Citiți în engleză
# Before the English part of a message.
language-mail-english = În engleză
