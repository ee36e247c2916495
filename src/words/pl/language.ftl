# Choosing a language.
menu-language = Język
# Under the head of every page that nobody has checked yet.
language-machine = Tę stronę przetłumaczyła maszyna. Mogą w niej być błędy. W ważnych sprawach przeczytaj tekst po angielsku albo zadzwoń do nas.
language-in-english = Przeczytaj po angielsku
# Before the English part of a message.
language-mail-english = Po angielsku
