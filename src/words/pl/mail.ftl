# Mails to families.

mail-hello = Dzień dobry!
mail-hello-name = Dzień dobry, { $name }!
mail-from = Od: { $organisation }

# What each mail says of its session.
mail-what = Co
mail-when = Kiedy
mail-where = Gdzie
mail-for = Dla kogo
mail-phone = Telefon
mail-subject = { $first } – { $what }, { $day }
# One session in a line.
mail-line = { $what }: { $when }, { $place }
mail-line-neutral = { $when }, { $place }
mail-other = { $session } – { $state }
mail-bring = Weź ze sobą: { $bring }.
mail-ask-centre = Możesz zapytać w centrum: { $centre }.
mail-phone-centre = Możesz zadzwonić: { $centre }, tel. { $phone }.
mail-whats-on = Zobacz zajęcia

# In a calendar. The first is all that a private session is called there.
mail-calendar-neutral = Wizyta
mail-calendar-phone = Telefon: { $phone }

mail-booked = Zarezerwowane
mail-booked-place = Masz miejsce.
mail-booked-appointment = Masz umówioną wizytę.
mail-given = Masz miejsce
mail-given-say = Zwolniło się miejsce. Teraz jest Twoje.
mail-reminder = Do zobaczenia wkrótce
mail-reminder-say = Cieszymy się, że przyjdziesz.
mail-more-dates = Przychodzisz też w te dni:
mail-add-to-calendar = Dodaj do kalendarza
mail-tell-by = Jeśli nie możesz przyjść, daj nam znać najpóźniej: { $by }.
mail-tell-soon = Jeśli nie możesz przyjść, daj nam znać jak najszybciej.
mail-for-another = Wtedy może przyjść inna rodzina.
mail-cancel = Zrezygnuj z miejsca
mail-see-booking = Zobacz tę rezerwację

mail-waiting = Jesteś na liście oczekujących
mail-waiting-say = Jesteś na liście oczekujących. Nie masz jeszcze miejsca.
mail-or-dates = Pasuje Ci też każdy z tych dni:
mail-chance-good = Miejsca często się zwalniają. Masz duże szanse.
mail-chance-some = Może zwolni się jakieś miejsce. Nie jest to pewne.
mail-chance-small = Zwalnia się mało miejsc. Warto poszukać też innego dnia.
mail-position = Twój numer na liście: { $n }.
mail-will-write = Napiszemy do Ciebie, gdy będzie dla Ciebie miejsce.
mail-see-chance = Sprawdź, jak jest teraz
mail-to-leave = Nie chcesz już czekać?
mail-leave = Wypisz się z listy
mail-not-waiting = Nie ma Cię już na liście oczekujących.

# A place that is kept for an answer.
mail-offer = Odpowiedz do: { $until }
mail-offer-say = Jest dla Ciebie miejsce.
mail-kept-until = Trzymamy je dla Ciebie do: { $until }.
mail-yes = Tak, chcę to miejsce
mail-no = Nie, dziękuję. Niech skorzysta inna rodzina
mail-only-yours = To miejsce będzie Twoje dopiero wtedy, gdy powiesz „tak”.
mail-else-gone = Musimy dostać odpowiedź na czas. Inaczej miejsce dostanie ktoś inny.
mail-lapsed = Nie dostaliśmy odpowiedzi na czas
mail-lapsed-kept = Trzymaliśmy dla Ciebie miejsce do: { $until }.
mail-lapsed-say = Nie było odpowiedzi. Dlatego już go dla Ciebie nie trzymamy.
mail-ask-again = Nadal chcesz przyjść? Możesz poprosić jeszcze raz.
mail-last-call = Jest teraz wolne miejsce
mail-last-call-say = Jest wolne miejsce. Zaczynamy już niedługo.
mail-first-yes = Dostanie je rodzina, która pierwsza powie „tak”.
mail-not-before-yes = Nie przychodź, dopóki nie powiesz tutaj „tak”.

mail-changed = Jest zmiana
mail-changed-say = Coś się zmieniło. Przeczytaj, proszę.
mail-changed-now = Teraz jest tak:
mail-changed-booked = Nadal masz miejsce.
mail-changed-waiting = Nadal jesteś na liście oczekujących.
mail-new-time = Nowy termin: { $now }. Stary termin: { $was }.
mail-new-venue = Spotykamy się gdzie indziej. Teraz: { $now }. Wcześniej: { $was }.
mail-new-venue-neutral = Spotykamy się gdzie indziej. Zadzwoń do nas, powiemy Ci gdzie.
mail-new-title = Nowa nazwa: { $now }. Stara nazwa: { $was }.
mail-new-room = Nowa sala: { $now }
mail-new-price = Nowa cena: { $now }
mail-new-neutral = Coś się zmieniło. Zadzwoń do nas, powiemy Ci więcej.

mail-off = Odwołane
mail-off-say = Przepraszamy. Te zajęcia są odwołane: { $what }, { $day }.
mail-off-neutral = Przepraszamy. Ta wizyta jest odwołana.
mail-off-do-nothing = Prosimy nie przychodzić. Nie musisz nic robić.
mail-instead = Może spodobają się Wam te zajęcia:
mail-free = są wolne miejsca
mail-full = brak miejsc, jest lista oczekujących
mail-drop-in = bez rezerwacji
mail-opens = można rezerwować od: { $at }
mail-gone = Nie bierzesz udziału
mail-gone-by-family = Wiemy od Ciebie, że nie możesz przyjść. Dziękujemy.
mail-gone-by-centre = Anulowaliśmy to za Ciebie.
mail-gone-place = Nie masz już tego miejsca.
mail-gone-wrong = Czy to pomyłka?
mail-undo-until = To pomyłka? Możesz to cofnąć do: { $until }.
mail-undo = Cofnij
mail-line-over = Niestety, żadne miejsce się nie zwolniło
mail-line-over-say = Przykro nam. Żadne miejsce nie zwolniło się dla Ciebie na czas.
mail-unfit-neutral = Niestety, to się nie uda
mail-too-young = { $what } – zajęcia dla dzieci starszych niż { $child }
mail-too-old = { $what } – zajęcia dla dzieci młodszych niż { $child }
mail-busy = { $child } ma w tym czasie miejsce na innych zajęciach
mail-unfit-young-say = Przykro nam. Te zajęcia są dla starszych dzieci. Tego dnia { $child } nie będzie jeszcze w tym wieku.
mail-unfit-old-say = Przykro nam. Te zajęcia są dla młodszych dzieci. Tego dnia { $child } nie będzie już w tym wieku.
mail-unfit-busy-say = Przykro nam. { $child } ma w tym czasie miejsce na innych zajęciach.
mail-unfit-booked = Dlatego nie masz już tego miejsca.
mail-unfit-waiting = Dlatego nie ma Cię już na liście oczekujących.
mail-fits = Te zajęcia będą odpowiednie dla: { $child }.

mail-open = Można już rezerwować
mail-open-say = Mieliśmy dać Ci znać. Teraz możesz rezerwować.
mail-book = Zarezerwuj miejsce
mail-to-stop = Nie chcesz już tych wiadomości?
mail-stop = Wyłącz te wiadomości

# Birthday cards, and the end of being a member.
mail-birthday = Wszystkiego najlepszego, { $child }
mail-birthday-say = Wszystkiego najlepszego, { $child }!
mail-birthday-age = { $child } kończy { $age ->
    [one] 1 rok
    [few] { $age } lata
    [many] { $age } lat
   *[other] { $age } roku
}. Życzymy Wam pięknego dnia.
mail-birthday-renewed = Macie członkostwo na kolejny rok. Nie musicie nic robić.
mail-birthday-look = Chcesz wiedzieć, jakie zajęcia są blisko Was? Zobacz tutaj.
mail-birthday-on = { $age ->
    [1] Wkrótce zajęcia dla roczniaków:
    [2] Wkrótce zajęcia dla dwulatków:
    [3] Wkrótce zajęcia dla trzylatków:
    [4] Wkrótce zajęcia dla czterolatków:
   *[other] Wkrótce zajęcia dla Twojego dziecka:
}
mail-birthday-book = Chcecie przyjść? Tutaj możesz zarezerwować miejsce.
mail-birthday-same = Masz nowy adres albo nowy numer telefonu?
mail-nothing-new = Nie, nic się nie zmieniło
mail-moved = Nowy adres? Nowy numer telefonu?
mail-moved-phone = Zadzwoń: { $centre }, tel. { $phone }.
mail-moved-tell = Powiedz nam o tym w centrum: { $centre }.
mail-moved-us = Daj nam znać.
mail-to-stop-cards = Nie chcesz już tych kartek?
mail-stop-cards = Wyłącz te kartki
mail-farewell = Dziękujemy za wspólny czas
mail-farewell-five = { $child } kończy 5 lat. Wszystkiego najlepszego!
mail-farewell-ends = Nasze zajęcia są dla dzieci, które nie mają jeszcze 5 lat. Dlatego Wasze członkostwo teraz się kończy.
mail-farewell-thanks = Miło było mieć Was u nas.
mail-farewell-booked = Rezerwacje, które już masz, są nadal ważne.
mail-farewell-baby = Macie nowe dziecko albo dziecko jest w drodze? Możecie dołączyć znowu.

mail-join = Potwierdź swój adres e-mail
mail-join-form = Ktoś wpisał ten adres e-mail w formularzu: { $organisation }.
mail-join-press = To Ty? Naciśnij przycisk. Wtedy załatwimy Twoją prośbę i damy Ci znać.
mail-join-yes = Tak, to ja
mail-join-number = Albo wpisz ten kod na otwartej stronie: { $number }.
mail-join-lasts = Kod działa 30 minut, przycisk siedem dni.
mail-join-not-you = To nie Ty? Nic nie rób. Nic nie jest zarezerwowane. Usuniemy tę prośbę.
mail-joined = Masz teraz członkostwo
mail-joined-welcome = Witamy. Masz teraz członkostwo: { $organisation }.
mail-to-leave-us = Nie chcesz już członkostwa?
mail-leave-us = Zakończ członkostwo
mail-welcome = Masz członkostwo: { $organisation }
mail-welcome-every = Członkostwo może mieć każda rodzina z dzieckiem, które nie ma jeszcze 5 lat.
mail-welcome-free = Członkostwo nic nie kosztuje. Już je masz.
mail-welcome-number = Twój numer członkowski
mail-welcome-centre = Twoje centrum
mail-welcome-from = O Twojej rodzinie wiemy od: { $from }.
mail-welcome-still = Możesz zakończyć członkostwo w każdej chwili. Potem też możesz rezerwować i przychodzić.

# A place that was asked for with a form, and could not be given.
mail-not-booked = Twoja prośba o miejsce
mail-not-booked-say = Nie udało się zarezerwować dla Ciebie miejsca.
mail-not-booked-second = Nie zarezerwowaliśmy dla Ciebie drugiego miejsca.
mail-not-booked-full = Wszystkie miejsca są zajęte.
mail-not-booked-already = Masz już tam miejsce albo na nie czekasz.
mail-not-booked-age = Te zajęcia są dla dzieci w innym wieku.
mail-not-booked-many = Nie ma miejsca dla Was wszystkich.
mail-not-booked-busy = Twoje dziecko ma w tym czasie miejsce na innych zajęciach.
mail-not-booked-limit = Masz już tyle miejsc, ile może zarezerwować jedna rodzina.
mail-not-booked-closed = Teraz nie można tego zarezerwować.

# Whose email address it is.
mail-address = Czy to Twój adres e-mail?
mail-address-family = Ten adres e-mail podała nam rodzina, która do nas dołączyła ({ $organisation }).
mail-address-too = Czy jest Twój? Jeśli tak, możemy pisać też do Ciebie.
mail-address-yes = Tak, to mój adres
mail-address-not-yours = To nie Twój adres? Nic nie rób. Nie napiszemy więcej.
mail-address-new = Ktoś poprosił, żebyśmy od teraz pisali na ten adres.
mail-address-tell = To Ty? Potwierdź, że ten adres jest Twój.
mail-address-not-you = To nie Ty? Nic nie rób. Nie napiszemy więcej na ten adres.
mail-address-asked = Mamy prośbę o nowy adres e-mail
mail-address-asked-say = Dostaliśmy od Ciebie prośbę, żeby od teraz pisać na inny adres.
mail-address-asked-when = Zrobimy to, gdy naciśniesz przycisk w wiadomości, którą tam wysłaliśmy.
mail-address-asked-you = To Twoja prośba? Tutaj nie musisz nic robić.
mail-address-phone = To nie Ty? Zadzwoń do nas: { $phone }.
mail-address-centre = To nie Ty? Powiedz nam o tym w swoim centrum.

# A family that had places and did not come.
mail-missed = Brakowało nam Ciebie
mail-missed-say = { $times ->
    [one] Czekało u nas na Ciebie miejsce. Nie było Cię z nami.
    [2] Dwa razy czekało u nas na Ciebie miejsce. Nie było Cię z nami.
    [3] Trzy razy czekało u nas na Ciebie miejsce. Nie było Cię z nami.
    [4] Cztery razy czekało u nas na Ciebie miejsce. Nie było Cię z nami.
    [5] Pięć razy czekało u nas na Ciebie miejsce. Nie było Cię z nami.
    [few] { $times } razy czekało u nas na Ciebie miejsce. Nie było Cię z nami.
    [many] { $times } razy czekało u nas na Ciebie miejsce. Nie było Cię z nami.
   *[other] { $times } razy czekało u nas na Ciebie miejsce. Nie było Cię z nami.
}
mail-missed-well = Mamy nadzieję, że wszystko u Was dobrze.
mail-missed-hard = Czy coś utrudnia Ci przyjście? Powiedz nam. Chętnie pomożemy.
mail-missed-talk = Możesz porozmawiać z nami w centrum: { $centre }.
mail-missed-another = Jeśli kiedyś nie możesz przyjść, daj nam wcześniej znać. Wtedy może przyjść inna rodzina.
mail-missed-still = Twoje rezerwacje są nadal ważne. Zawsze zapraszamy.
