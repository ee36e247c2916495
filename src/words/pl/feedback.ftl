# After a session: how was it? And what a centre changed because of what families said.

# The message. It comes to those who said yes to it.
mail-feedback = Jak było?
mail-feedback-say = Gościliśmy Was: { $what }, { $day }. Czy było dobrze? Powiedz nam, wystarczą dwa dotknięcia.
mail-feedback-tell = Powiedz nam
mail-feedback-no-name = Nigdy nie pokazujemy innym rodzinom Twoich słów ani Twojego imienia i nazwiska.
mail-feedback-to-stop = Nie chcesz tych wiadomości?
mail-feedback-stop = Wyłącz te wiadomości

# What is asked once, among what is known of a family.
my-question-feedback_by_email = Czy możemy pytać e-mailem, jak było na zajęciach?
my-why-feedback_by_email = Żebyśmy mogli Cię pytać, czy zajęcia były dobre. Możesz to wyłączyć w każdej chwili.

# The page to stop them.
member-feedback = Wyłączyć te wiadomości?
member-feedback-say = Wtedy nie będziemy już pytać, jak było na zajęciach. Nic innego się nie zmieni.
member-feedback-yes = Wyłącz te wiadomości
member-feedback-done = Nie będziemy już Cię o to pytać
member-feedback-done-say = Zawsze zapraszamy.

# The page: first one of two buttons, then a box that may stay empty.
feedback-title = Czy było dobrze?
feedback-good = Dobrze
feedback-not-good = Nie za dobrze
feedback-once = Naciśnij jeden przycisk. Możesz to później zmienić.
feedback-thanks = Dziękujemy
feedback-said-good = Twoja odpowiedź: dobrze.
feedback-said-not-good = Twoja odpowiedź: nie za dobrze.
feedback-change-to-good = Zmień na „Dobrze”
feedback-change-to-not-good = Zmień na „Nie za dobrze”
# Above the box. It must be read before anything is typed.
feedback-danger = Ktoś jest w niebezpieczeństwie? Zadzwoń pod 999.
feedback-else-phone = W każdej innej sprawie zadzwoń: { $centre }, tel. { $phone }.
feedback-else-ask = W każdej innej sprawie zapytaj w centrum: { $centre }.
feedback-box = Czy coś zmienić?
feedback-box-say = Nie musisz nic pisać. Nie podawaj żadnych imion ani nazwisk. { $longest ->
    [one] Najwyżej { $longest } znak.
    [few] Najwyżej { $longest } znaki.
    [many] Najwyżej { $longest } znaków.
   *[other] Najwyżej { $longest } znaku.
}
feedback-send = Wyślij
feedback-written = Mamy Twoje słowa. Ktoś z centrum ({ $centre }) przeczyta je w ciągu dwóch dni roboczych.
feedback-write-again = Napisz od nowa, zamiast poprzedniego tekstu
feedback-too-long = { $longest ->
    [one] Skróć tekst: najwyżej { $longest } znak
    [few] Skróć tekst: najwyżej { $longest } znaki
    [many] Skróć tekst: najwyżej { $longest } znaków
   *[other] Skróć tekst: najwyżej { $longest } znaku
}
feedback-from-booking = Powiedz nam, jak było

# What became of what families said.
you-said = Wy mówicie, my zmieniamy
you-said-lead = Rodziny mówią nam, co zmienić. Oto co zrobiliśmy.
you-said-of = Wy mówicie, my zmieniamy: { $centre }
you-said-said = Co mówicie
you-said-did = Co zrobiliśmy
you-said-none = Nic tu jeszcze nie ma.
you-said-all = Zobacz wszystkie centra

# Beside the sheet of what's on in its usual size.
whats-on-paper-small = Wydrukuj na jednej małej stronie (A5)

# A list that stands in a page of somebody else, such as the council.
embed-title = Zajęcia
embed-all = Zobacz wszystkie i zarezerwuj
embed-none = Teraz nie ma żadnych zajęć.
