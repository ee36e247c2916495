# Glossary. The reader is "Ty" (written with a capital, as Polish public services online do); no past
# tense and no adjective of the reader, so that mother and father are both meant.
# place (reserved in a group) = miejsce (a venue is never "miejsce": it is "gdzie")
# booking = rezerwacja; to book = zarezerwować; My places = Moje rezerwacje
# waiting list = lista oczekujących; to join it = wpisać się; to leave it = wypisać się
# offer (a place kept for an answer) = propozycja; to offer = zaproponować; to keep a place = trzymać miejsce
# to cancel, give a place up (the family) = zrezygnować, anulować; cancelled (the session) = odwołane
# centre, family hub = centrum, centrum rodzinne
# member, membership = członkostwo ("masz członkostwo"); to join = dołączyć
# card = karta członkowska; number = numer członkowski
# session, group = zajęcia; private appointment = wizyta; either of the two = spotkanie; venue = gdzie, gdzie indziej
# code, number sent by email = kod; postcode = kod pocztowy
# full = brak miejsc; just turn up = po prostu przyjdź; Exit this page = Wyjdź z tej strony

skip = Przejdź do treści
menu = Menu główne
menu-whats-on = Zajęcia
menu-my = Moje rezerwacje
menu-family = Moja rodzina
menu-sign-in = Logowanie i wylogowanie
menu-sign-out = Wyloguj się
foot = O tej stronie
foot-contact = Zadzwoń do centrum
foot-privacy = Prywatność
foot-accessibility = Dostępność
foot-staff = Logowanie dla pracowników
foot-developers = Dla programistów

problem = Coś trzeba poprawić
error = Błąd:
day = Dzień
month = Miesiąc
year = Rok

see-whats-on = Zobacz zajęcia
gone-title = Nie możemy znaleźć tej strony
gone-line = Może jest teraz pod innym adresem albo już jej nie ma. Jeśli adres jest wpisany ręcznie, sprawdź go.

places-left = { $n ->
    [one] Zostało 1 miejsce
    [few] Zostały { $n } miejsca
    [many] Zostało { $n } miejsc
   *[other] Zostało { $n } miejsca
}
exit-page = Wyjdź z tej strony
