# A family’s own pages.

# Our places.
my-title = Moje rezerwacje
my-offers = Miejsce dla Ciebie
my-places = Twoje rezerwacje
my-waiting = Czekasz na miejsce
my-past = Minione i anulowane
my-older = Starsze
my-back = Wróć do moich rezerwacji
my-appointment = Twoja wizyta
my-show = Pokaż, co to jest
my-until = Trzymamy je dla Ciebie do: { $until }.
my-only-yours = To miejsce będzie Twoje dopiero wtedy, gdy powiesz „tak”.
my-yes = Tak, chcę to miejsce
my-no = Nie, dziękuję
my-about = { $title }, { $when }
my-for = Dla kogo
my-when = Kiedy
my-where = Gdzie
my-also-on = Też w te dni
my-bring = Weź ze sobą
my-phone = Telefon
my-adults = { $n ->
    [one] 1 osoba dorosła
    [few] { $n } osoby dorosłe
    [many] { $n } osób dorosłych
   *[other] { $n } osoby dorosłej
}
my-and = { $names } oraz { $adults }
my-party = Zmień, kto przyjdzie
my-party-who = Kto przyjdzie?
my-party-adults = Ile przyjdzie osób dorosłych?
my-other-day = Wybierz inny dzień
my-cancel = Zrezygnuj z tego miejsca
my-cancel-by = Jeśli nie możesz przyjść, daj nam znać najpóźniej: { $until }.
my-cancel-late = Jeśli nie możesz przyjść, daj nam znać. Ktoś inny może chcieć to miejsce.
my-begun = To już się zaczęło. Jeśli chcesz nam coś powiedzieć, zadzwoń.
my-leave = Wypisz się z listy
my-calendar = Dodaj do kalendarza
my-changed-mind = Jednak chcesz przyjść?
my-or = Pasuje Ci też każdy z tych dni:
my-free = Jest teraz wolne miejsce: { $when }. Dostanie je rodzina, która pierwsza powie „tak”.
my-chance-good = Miejsca często się zwalniają. Masz duże szanse.
my-chance-some = Może zwolni się jakieś miejsce. Nie jest to pewne.
my-chance-small = Zwalnia się mało miejsc. Warto poszukać też innego dnia.
my-position = Twój numer na liście: { $n }.
my-no-place-yet = Nie masz jeszcze miejsca. Damy Ci znać, jeśli jakieś się zwolni.
my-was-booked = Miejsce było zarezerwowane.
my-was-cancelled = Anulowane.
my-was-lapsed = Nie udało się dostać miejsca.
my-was-declined = Twoja odpowiedź: „Nie, dziękuję”.
my-nothing = Nie masz rezerwacji.
my-for-child = Zobacz zajęcia dla: { $name }, { $age ->
    [one] 1 rok
    [few] { $age } lata
    [many] { $age } lat
   *[other] { $age } roku
}
my-for-baby = Zobacz zajęcia dla: { $name }

# What has just been done.
my-done-accepted = Masz miejsce. Do zobaczenia!
my-done-declined = Dziękujemy. Zaproponujemy to miejsce innej rodzinie.
my-done-cancelled = Twoja rezerwacja jest anulowana. Dziękujemy. Teraz może przyjść inna rodzina.
my-done-left = Nie ma Cię już na liście.
my-done-saved = Zapisano.
my-done-asked = Dziękujemy. Sprawdzimy to i zmienimy za Ciebie.
my-done-address = Dziękujemy. Wysłaliśmy Ci e-mail. Otwórz go i potwierdź, że nowy adres jest Twój.
my-done-not-a-member = Nie masz już członkostwa. Nadal możesz rezerwować i przychodzić.
my-done-member = Znowu masz członkostwo. Witamy ponownie.

# What cannot be done.
my-wrong-offer = Niestety, ta propozycja jest już nieaktualna. Poniżej widzisz, jak jest teraz.
my-wrong-clash = Twoje dziecko ma w tym czasie inne miejsce. Najpierw z niego zrezygnuj.
my-wrong-limit = Masz już tu tyle miejsc, ile może zarezerwować jedna rodzina. Najpierw z jednego zrezygnuj.
my-wrong-members = Te zajęcia są dla rodzin z członkostwem. Członkostwo możesz odnowić na stronie „Moja rodzina”.
my-wrong-adults = Wpisz, ile przyjdzie osób dorosłych, od 0 do 10
my-wrong-nobody = Zaznacz, kto przyjdzie
my-wrong-age = Te zajęcia są dla dzieci w innym wieku. Musi przyjść ktoś w tym wieku.
my-wrong-no-room = Nie ma miejsca dla Was wszystkich. Twoja rezerwacja zostaje bez zmian.
my-wrong-late = Jest za późno, żeby zmienić to tutaj. Zadzwoń do nas.

# Giving a place up.
my-ask-cancel = Zrezygnować z tego miejsca?
my-ask-cancel-line = Masz to miejsce, dopóki nie naciśniesz przycisku.
my-ask-leave = Wypisać się z listy oczekujących?
my-ask-leave-line = Jesteś na liście, dopóki nie naciśniesz przycisku.
my-keep = Nie, wróć
my-cancel-yes = Tak, rezygnuję
my-leave-yes = Tak, wypisuję się

my-card = Moja karta członkowska
my-card-number = Twój numer członkowski
my-card-show = Pokaż tę kartę, gdy przyjdziesz.
my-card-code = Kod na Twojej karcie
my-card-names = Dla kogo
my-card-centre = Twoje centrum
my-card-save = Zapisz obraz karty
my-card-none = Nie masz teraz członkostwa, więc nie masz karty. Nadal możesz rezerwować i przychodzić.

my-family = Moja rodzina
my-back-to-family = Wróć do mojej rodziny

# Where she is signed in.
my-sign-ins = Gdzie Twoje konto jest zalogowane
my-sign-ins-line = Jest tu coś, czego nie znasz? Wyloguj to urządzenie i zadzwoń do nas.
my-sign-in-since = Zalogowano: { $at }
my-sign-in-this = To urządzenie, którego teraz używasz.
my-sign-in-end = Wyloguj tam
my-save = Zapisz
my-change = Zmień
my-remove = Usuń
my-choose = Wybierz
my-not-here = Niektórych rzeczy nie można tu zmienić.
my-not-said = brak odpowiedzi
my-children = Twoje dzieci
my-add-child = Dodaj dziecko
my-born-on = Data urodzenia: { $day }
my-due-on = Termin porodu: { $day }
my-request-open = Mamy Twoją prośbę o zmianę. Sprawdzimy to i damy Ci znać.
my-request-refused = Nie zmieniliśmy tego: { $why }
my-you = Ty
my-others = Inne osoby dorosłe
my-theirs = To może zmienić tylko { $name }.
my-no-email = Nie piszemy do Ciebie e-maili.
my-no-text = Nie piszemy do Ciebie SMS-ów.
my-no-call = Nie dzwonimy do Ciebie.
my-no-voicemail = Nie nagrywamy się na Twoją pocztę głosową.
my-no-post = Nie wysyłamy Ci listów pocztą.
my-email-to-confirm = Wysłaliśmy e-mail na adres { $email }. Otwórz go i potwierdź, że adres jest Twój.
my-home = Gdzie mieszkasz
my-no-home = Nie mamy adresu.
my-trusted = Kto może przyprowadzać Twoje dzieci
my-trusted-line = To może być babcia, dziadek, ktoś z przyjaciół albo opiekunka lub opiekun dzienny. Ty mówisz, które dzieci i jak długo.
my-add-adult = Dodaj osobę dorosłą
my-may-bring = Może przyprowadzać: { $names }
my-may-until = Do: { $day }
my-birthdays = Kartki urodzinowe
my-questions = Pytania i odpowiedzi
my-membership = Członkostwo
my-stop = Zakończ członkostwo
my-join-again = Dołącz znowu
my-guest = Rezerwujesz jako gość. Nie masz członkostwa.
my-told-title = Jakie dane mamy
my-see-told = Zobacz, co wiemy od Ciebie

my-your-name = Twoje imię i nazwisko
my-your-email = Twój e-mail
my-your-email-hint = Jeśli jest nowy, wyślemy na niego e-mail, żeby go sprawdzić.
my-your-phone = Twój numer telefonu
my-may-we = Czy możemy
my-by-email = pisać do Ciebie e-maile?
my-by-text = pisać do Ciebie SMS-y?
my-by-phone = dzwonić do Ciebie?
my-by-voicemail = nagrać się na Twoją pocztę głosową?
my-by-post = wysyłać Ci listy pocztą?
my-postcode = Twój kod pocztowy
my-no-postcode = Nie mam kodu pocztowego albo nie chcę go podać
my-address = Twój adres
my-address-hint = Numer domu i ulica. Tam wysyłamy listy do Ciebie.
my-correct-child = Zmień imię lub datę urodzenia dziecka
my-baby-born = Moje dziecko już jest na świecie
my-we-check = Sprawdzimy to i zmienimy za Ciebie.
my-twins = Bliźnięta? Zadzwoń do nas. Dodamy je za Ciebie.
my-child-name = Imię dziecka
my-is-born = Czy dziecko już się urodziło?
my-is-born-yes = Tak
my-is-born-no = Jeszcze nie
my-born = Kiedy dziecko się urodziło?
my-born-hint = Na przykład 27 3 2025
my-due = Jaki jest termin porodu?
my-adult-name = Imię i nazwisko tej osoby
my-adult-phone = Numer telefonu tej osoby, jeśli go znasz
my-relationship = Kim ta osoba jest dla Ciebie?
my-relationship-grandparent = Babcia lub dziadek
my-relationship-childminder = Opiekunka lub opiekun dzienny
my-relationship-relative = Ktoś inny z rodziny
my-relationship-friend = Ktoś z przyjaciół
my-relationship-other = Ktoś inny
my-which-children = Które dzieci może przyprowadzać?
my-until-when = Do kiedy?
my-until-when-hint = Zostaw puste, jeśli bez końca.
my-ask-remove = Usunąć tę osobę?
my-ask-remove-line = { $name } nie będzie już mieć zgody na przyprowadzanie Twoich dzieci.
my-remove-yes = Tak, usuń
my-ask-stop = Zakończyć członkostwo?
my-ask-stop-line = Nadal możesz rezerwować i przychodzić. Nie będziemy już wysyłać kartek. Twój numer członkowski przestanie działać.
my-stop-yes = Tak, zakończ
my-question-about = { $question }: { $name }
my-answer = Twoja odpowiedź
my-answer-hint = Zostaw puste, jeśli chcesz wycofać odpowiedź.
my-answer-none = Nie chcę odpowiadać
my-answer-yes = Tak
my-answer-no = Nie
my-answer-female = Żeńska
my-answer-male = Męska
my-answer-prefer_not_to_say = Wolę nie mówić
my-answer-not_known = Nie wiem
my-answer-white_british = Angielska, walijska, szkocka, północnoirlandzka lub brytyjska
my-answer-white_irish = Irlandzka
my-answer-white_gypsy_traveller = Gypsy lub Irish Traveller (grupy wędrowne)
my-answer-white_roma = Romska
my-answer-white_other = Inna biała
my-answer-mixed_white_black_caribbean = Biała i czarna karaibska
my-answer-mixed_white_black_african = Biała i czarna afrykańska
my-answer-mixed_white_asian = Biała i azjatycka
my-answer-mixed_other = Inna mieszana
my-answer-asian_indian = Indyjska
my-answer-asian_pakistani = Pakistańska
my-answer-asian_bangladeshi = Bangladeska
my-answer-asian_chinese = Chińska
my-answer-asian_other = Inna azjatycka
my-answer-black_african = Afrykańska
my-answer-black_caribbean = Karaibska
my-answer-black_other = Inna czarna
my-answer-arab = Arabska
my-answer-other = Inna grupa etniczna

# What we ask, and why.
my-question-ethnicity = Grupa etniczna
my-why-ethnicity = Żeby sprawdzić, czy nasza pomoc dociera do wszystkich rodzin. Nie musisz odpowiadać.
my-question-sex = Płeć
my-why-sex = Żeby sprawdzić, czy przychodzą i mamy, i ojcowie. Nie musisz odpowiadać.
my-question-main_language = Język, który znasz najlepiej
my-why-main_language = Żeby pisać w języku, który znasz najlepiej.
my-question-interpreter = Czy potrzebny jest tłumacz? Jaki język?
my-why-interpreter = Żeby był ktoś, kto mówi w Twoim języku.
my-question-access_needs = Czego potrzebujesz, żeby wejść i wziąć udział?
my-why-access_needs = Żeby można było do nas wejść i wziąć udział.
my-question-allergies = Alergie
my-why-allergies = Żeby dziecko było bezpieczne, gdy na zajęciach jest jedzenie.
my-question-birthday_cards = Czy chcesz kartki urodzinowe?
my-why-birthday_cards = Żeby nie przychodziły kartki, których nie chcesz.
my-question-birthday_by_email = Kartki urodzinowe e-mailem
my-why-birthday_by_email = Żebyśmy mogli wysłać kartkę urodzinową e-mailem.
my-question-birthday_by_text = Kartki urodzinowe SMS-em
my-why-birthday_by_text = Żebyśmy mogli wysłać kartkę urodzinową SMS-em.
my-question-photos = Czy możemy robić zdjęcia?
my-why-photos = Żebyśmy wiedzieli, czy możemy robić zdjęcia Twojemu dziecku.

# What is wrong with a form.
my-wrong-name = Wpisz swoje imię i nazwisko
my-wrong-email = Wpisz adres e-mail, na przykład name@example.org
my-wrong-phone = Wpisz numer telefonu, na przykład 07700 900123
my-wrong-no-way = Wpisz adres e-mail lub numer telefonu
my-wrong-postcode = Wpisz swój kod pocztowy albo zaznacz pole pod nim
my-wrong-address = Skróć adres
my-wrong-child-name = Wpisz imię dziecka
my-wrong-is-born = Zaznacz, czy dziecko już się urodziło
my-wrong-date = Wpisz prawdziwą datę, na przykład 27 3 2025
my-wrong-year = Wpisz rok czterema cyframi, na przykład 2024
my-wrong-born-ahead = Ten dzień dopiero będzie. Dziecko jeszcze się nie urodziło? Wybierz „Jeszcze nie”.
my-wrong-due = Wpisz termin porodu, nie dalej niż za dziesięć miesięcy
my-wrong-adult-name = Wpisz imię i nazwisko tej osoby
my-wrong-relationship = Zaznacz, kim ta osoba jest dla Ciebie
my-wrong-children = Zaznacz co najmniej jedno dziecko
my-wrong-no-children = Najpierw dodaj dziecko
my-wrong-until = Wpisz dzień, który dopiero będzie, na przykład 27 3 2027, albo zostaw puste
my-wrong-answer = Wybierz odpowiedź albo napisz krótszą
my-wrong-changed = Ktoś to właśnie zmienił. Sprawdź jeszcze raz i zapisz.
my-wrong-not-taken = Nie udało się tego zapisać. Zadzwoń do nas.

# What she told us.
my-told = Co wiemy od Ciebie
my-told-line = To wiemy prosto od Ciebie. Możemy mieć też inne dane.
my-told-booked = Miejsce jest albo było zarezerwowane.
my-told-waiting = Czekasz na miejsce.
my-told-offered = Jest dla Ciebie miejsce.
my-told-file = Zapisz to jako plik
my-everything = Wszystkie dane, które mamy
my-everything-line = Możesz poprosić o kopię wszystkich danych, które mamy o Tobie i Twoim dziecku. To nic nie kosztuje.
my-everything-yes = Poproś o wszystkie dane
my-everything-asked = Mamy Twoją prośbę. Wyślemy Ci wszystko najpóźniej: { $by }.
