# What's on, and the page of one session.
whats-on-title = Zajęcia
whats-on-heading = Zajęcia dla Ciebie i Twojego dziecka
whats-on-none = Nie ma takich zajęć.
whats-on-none-at-all = Nie ma tu jeszcze zajęć. Zajrzyj znowu niedługo.
whats-on-show-all = Pokaż wszystkie centra i każdy wiek
whats-on-until = do { $time }
# Of a session that starts in one half of the day (am or pm) and ends in the other.
whats-on-until-later = { $half ->
    [am] do { $time }
   *[pm] do { $time }
}

# The same at several times of a day; the number stands before it.
whats-on-times = { $n ->
    [one] termin
    [few] terminy
    [many] terminów
   *[other] terminu
}

# How a session stands.
whats-on-turn-up = Bez rezerwacji. Po prostu przyjdź.
whats-on-turn-up-brief = Po prostu przyjdź
whats-on-opens = Można rezerwować od: { $at }.
whats-on-full = Brak miejsc
whats-on-closed = Nie można już rezerwować.
whats-on-cancelled = Odwołane
whats-on-over = Zajęcia już się odbyły.
whats-on-course = Jedna rezerwacja na wszystkie dni
whats-on-members = Dla rodzin z członkostwem. Członkostwo nic nie kosztuje.

whats-on-book = Zarezerwuj
whats-on-wait = Wpisz się na listę oczekujących
whats-on-remind = Powiadom mnie, gdy ruszą rezerwacje
whats-on-book-this = Zarezerwuj miejsce
whats-on-calendar = Dodaj do kalendarza

whats-on-feed = Śledź te terminy w swoim kalendarzu
whats-on-feed-name = Zajęcia: { $organisation }

whats-on-paper = Wydrukuj na jednej stronie (PDF)
whats-on-paper-scan = Zeskanuj kod telefonem, żeby przeczytać więcej albo zarezerwować.
whats-on-paper-more = Więcej jest na naszej stronie internetowej.
whats-on-paper-made = Przygotowano: { $day }. Coś może się zmienić: zanim przyjdziesz, zajrzyj na naszą stronę internetową.

# Choosing.
whats-on-choose = Wybierz centrum, wiek lub dzień
whats-on-chosen = Widzisz tylko:
whats-on-remove = Usuń z wyboru: { $what }
whats-on-centre = Centrum
whats-on-all-centres = Wszystkie centra
whats-on-postcode = Albo Twój kod pocztowy
whats-on-postcode-hint = Najbliższe zajęcia będą na początku.
whats-on-shut = { $centre }: nieczynne, { $first } – { $last }.
whats-on-shut-on = { $centre }: nieczynne, { $day }.
whats-on-all-shut = Wszystkie nasze centra są nieczynne: { $first } – { $last }.
whats-on-all-shut-on = Wszystkie nasze centra są nieczynne: { $day }.
whats-on-near = Najpierw blisko: { $centre }
whats-on-postcode-unknown = Nie znamy tego kodu pocztowego. Wybierz centrum.
whats-on-ages = Ile lat mają Twoje dzieci?
whats-on-age-expected = Dziecko w drodze
whats-on-age-0 = Poniżej 1 roku
whats-on-age-12 = 1 rok
whats-on-age-24 = 2 lata
whats-on-age-36 = 3 lata
whats-on-age-48 = 4 lata
whats-on-age-chip = Wiek: { $age }
whats-on-suits = Tylko zajęcia odpowiednie dla wszystkich naraz
whats-on-day = Dzień
whats-on-any-day = Każdy dzień
whats-on-day-monday = Poniedziałek
whats-on-day-tuesday = Wtorek
whats-on-day-wednesday = Środa
whats-on-day-thursday = Czwartek
whats-on-day-friday = Piątek
whats-on-day-saturday = Sobota
whats-on-day-sunday = Niedziela
whats-on-half = Pora dnia
whats-on-any-time = Każda pora
whats-on-half-morning = Przed południem
whats-on-half-afternoon = Po południu
whats-on-free = Tylko bezpłatne
whats-on-show = Pokaż
whats-on-pages = Więcej stron
whats-on-previous = Wcześniejsze
whats-on-next = Późniejsze

# Ages. An age stands after "od" or "do" alone, so its words are in the genitive.
whats-on-ages-adults = Dorośli
whats-on-ages-birth = Od urodzenia do { $to }
whats-on-ages-babies = Niemowlęta do { $to }
whats-on-ages-babies-from = Niemowlęta od { $from } do { $to }
whats-on-ages-years = Wiek od { $from } do { $to }
whats-on-ages-between = Od { $from } do { $to }
whats-on-ages-from = Od { $from }
whats-on-ages-pregnant = W ciąży lub z dzieckiem do { $to }
whats-on-ages-pregnant-between = W ciąży lub z dzieckiem od { $from } do { $to }
whats-on-ages-pregnant-from = W ciąży lub z dzieckiem od { $from }
whats-on-ages-pregnant-any = W ciąży lub z dzieckiem w każdym wieku
whats-on-age-weeks = { $n ->
    [one] 1 tygodnia
    [few] { $n } tygodni
    [many] { $n } tygodni
   *[other] { $n } tygodnia
}
whats-on-age-months = { $n ->
    [one] 1 miesiąca
    [few] { $n } miesięcy
    [many] { $n } miesięcy
   *[other] { $n } miesiąca
}
whats-on-age-years = { $years ->
    [one] 1 roku
    [few] { $years } lat
    [many] { $years } lat
   *[other] { $years } roku
}
whats-on-age-half = { $years }½ roku
whats-on-age-years-months = { $years ->
    [one] 1 roku
    [few] { $years } lat
    [many] { $years } lat
   *[other] { $years } roku
} i { $months ->
    [one] 1 miesiąca
    [few] { $months } miesięcy
    [many] { $months } miesięcy
   *[other] { $months } miesiąca
}

# One session.
whats-on-when = Kiedy
whats-on-where = Gdzie
whats-on-map = Mapa
whats-on-map-of = Mapa: { $place }
whats-on-who = Dla kogo
whats-on-bring = Weź ze sobą
whats-on-price = Cena
whats-on-siblings = Rodzeństwo też może przyjść.
whats-on-no-siblings = Prosimy przyjść bez rodzeństwa w innym wieku.
whats-on-phone = Albo zadzwoń – { $centre }:
whats-on-ask = Masz pytanie? Zadzwoń – { $centre }:
whats-on-sorry = Przepraszamy. Te zajęcia są odwołane.
whats-on-sorry-over = Zajęcia już się odbyły.
whats-on-see-dates = Poniżej są inne dni.
whats-on-see-others = Zobacz inne zajęcia.
whats-on-course-dates = Wszystkie dni
whats-on-course-says = To jest kurs. Jedna rezerwacja jest na wszystkie dni.
whats-on-dates = Inne dni
whats-on-all = Zobacz wszystkie zajęcia

# About the service.
about-contact = Zadzwoń do centrum
about-contact-lead = Chętnie pomożemy. Rezerwować możesz też przez telefon.
about-privacy = Prywatność
about-privacy-1 = Mamy tylko te dane, których potrzebujemy. Używamy ich, żeby prowadzić zajęcia i dbać o Twoje dziecko.
about-privacy-2 = Używamy ich, żeby zarezerwować dla Ciebie miejsce, pisać do Ciebie o tym i sprawdzać, do których rodzin docieramy. Nigdy ich nie sprzedajemy.
about-privacy-3 = Widzą je tylko pracownicy, którzy ich potrzebują. Gdy ktoś na nie patrzy, zawsze to zapisujemy.
about-privacy-4 = Możesz poprosić, żebyśmy pokazali Ci Twoje dane, poprawili je albo usunęli. Możesz zakończyć członkostwo i nadal przychodzić.
about-privacy-5 = Na tej stronie nie ma reklam. Strona Cię nie śledzi. Używa pliku cookie tylko wtedy, gdy się logujesz albo wybierasz język.
about-privacy-6 = Chcesz nas o to zapytać? Zadzwoń do swojego centrum. Jeśli nasza odpowiedź nie wystarczy, możesz to zgłosić do brytyjskiego urzędu ochrony danych (Information Commissioner’s Office, ICO).
about-accessibility = Dostępność
about-accessibility-draft = To jest tekst wzorcowy. Nie jest jeszcze sprawdzony ani podpisany przez: { $organisation }.
about-accessibility-1 = Chcemy, żeby każdy mógł używać tej strony. Możesz powiększyć tekst. Możesz używać samej klawiatury. Możesz słuchać, jak urządzenie czyta tekst na głos.
about-accessibility-2 = Po każdej zmianie stronę sprawdza maszyna. Znajduje tylko niektóre błędy. Dlatego nie mówimy, że strona spełnia standard (WCAG 2.2).
about-accessibility-tested = Wszystkie strony sprawdziliśmy ostatnio: { $day }.
about-accessibility-signed = Podpis: { $name }, { $day }.
about-accessibility-known = Co jeszcze nie działa dobrze
about-accessibility-3 = Większość tekstów w innych językach niż angielski napisała maszyna. Mogą w nich być błędy.
about-accessibility-4 = Pliki PDF, na przykład Twoja karta członkowska, mogą źle działać przy czytaniu na głos.
about-accessibility-help = Jeśli coś Ci nie działa
about-accessibility-5 = Zadzwoń do swojego centrum. Przekażemy Ci wszystko w inny sposób albo zrobimy rezerwację za Ciebie.
about-accessibility-6 = Nasza odpowiedź nie wystarczy? Możesz poprosić o pomoc biuro porad w sprawach równego traktowania (Equality Advisory and Support Service, EASS).
