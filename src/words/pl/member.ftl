# Being a member: the pages behind links in messages, and what is printed.
member-thanks = Dziękujemy
member-contact = Czy to Twój adres e-mail?
member-contact-say = Jeśli tak, będziemy wiedzieć, że możemy do Ciebie pisać.
member-contact-yes = Tak, to mój adres
member-contact-done = Teraz wiemy, że możemy do Ciebie pisać.
member-address-say = Jeśli tak, od teraz będziemy pisać na ten adres.
member-address-done = Będziemy pisać do Ciebie na ten adres.
member-same = Masz nowy adres albo nowy numer telefonu?
member-same-say = Jeśli nie, wystarczy nacisnąć przycisk. Zostawimy wszystko tak, jak jest.
member-same-no = Nie, nic się nie zmieniło
member-same-yes = Tak, chcę podać nowe dane
member-same-done = Zostawiamy wszystko tak, jak jest.
member-stop = Zakończyć członkostwo?
member-stop-say = Nadal możesz rezerwować i przychodzić. Nie będziemy już wysyłać kartek.
member-stop-yes = Zakończ członkostwo
member-stop-done = Nie masz już członkostwa
member-stop-done-say = Nadal możesz rezerwować i przychodzić. Zapraszamy.
member-cards = Wyłączyć kartki urodzinowe?
member-cards-say = Nadal masz członkostwo. Nie będzie tylko kartek.
member-cards-yes = Wyłącz kartki
member-cards-done = Nie będzie więcej kartek urodzinowych
member-cards-done-say = Nadal masz członkostwo. Zawsze zapraszamy.

# The card.
member-card = Karta członkowska
member-card-number = Numer członkowski
member-card-and = i { $name }
member-card-phone = Telefon: { $phone }
member-card-show = Pokaż tę kartę, gdy przyjdziesz. Nikt nie odczyta z niej Twoich danych.
member-card-offer = Co dla Ciebie mamy
member-card-offer-all = Zabawa, porady i nowi znajomi dla rodzin z małymi dziećmi.
member-card-notice = Twoje dane
member-card-version = Informacja, wersja { $version } ({ $language })

# A birthday card on paper.
member-birthday-thanks = Dziękujemy
member-birthday-number = Numer członkowski { $number }
member-birthday-to = { $name } z rodziną
member-birthday-book-phone = Żeby zarezerwować miejsce, wejdź na { $address } albo zadzwoń: { $centre }, tel. { $phone }.
member-birthday-book-centre = Żeby zarezerwować miejsce, wejdź na { $address } albo zapytaj w centrum: { $centre }.
member-birthday-book-us = Żeby zarezerwować miejsce, wejdź na { $address } albo zapytaj nas.
member-birthday-moved = Nowy adres? Nowy numer telefonu? Daj nam znać. Jeśli nie chcesz tych kartek, też daj nam znać.
member-birthday-ask-phone = Masz pytanie? Zadzwoń: { $centre }, tel. { $phone }.
member-birthday-ask-centre = Masz pytanie? Zapytaj w centrum: { $centre }.
member-birthday-ask-us = Masz pytanie? Zapytaj nas.

# A letter on paper.
member-letter-scan = Zeskanuj ten kod telefonem albo zapytaj w swoim centrum.
