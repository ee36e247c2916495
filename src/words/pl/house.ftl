# Before you come: what there is for people with access needs, and the house rules.
access-title = Udogodnienia
access-choose = Potrzebujesz czegoś z tej listy?
access-step-free = Bez schodów
access-accessible-toilet = Toaleta dla osób na wózku inwalidzkim
access-changing-places = Toaleta z leżanką i podnośnikiem (Changing Places)
access-baby-changing = Przewijak dla dzieci
access-blue-badge-parking = Parking dla osób z niepełnosprawnością (Blue Badge)
access-hearing-loop = Pętla indukcyjna dla osób z aparatem słuchowym
access-buggy-space = Miejsce na wózki dziecięce
access-bsl = Język migowy (brytyjski, BSL)
access-interpreter = Tłumacz
access-interpreter-for = Tłumacz: { $language }
access-quiet = Spokojne i ciche zajęcia
access-adapted = Dostosowane dla dzieci z niepełnosprawnością

rules-title = Nasze zasady
rules-own = Tylko w tym centrum: { $centre }
rules-version = Wersja { $version }, od { $day }.
rules-help = Trudno to przeczytać? Zapytaj nas. I tak możesz rezerwować.
rules-page = Otwórz na osobnej stronie
rules-none = Nie ma tu żadnych zasad do przeczytania.
