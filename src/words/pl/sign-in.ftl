# Signing in and out.
sign-in-title = Logowanie
sign-in-already = Jesteś zalogowana lub zalogowany.
sign-in-form-waits = Wylogowaliśmy Cię, zanim formularz został wysłany. Zaloguj się, a potem go wyślij. Przechowamy go przez 30 minut.
sign-in-families = Rodziny
sign-in-how = Wyślemy Ci kod. Nie potrzebujesz hasła.
sign-in-email = Twój adres e-mail
sign-in-email-hint = Ten, który zna Twoje centrum.
sign-in-email-wrong = Wpisz adres e-mail, na przykład name@example.com
sign-in-send = Wyślij mi kod
sign-in-too-many = Wysłaliśmy już za dużo kodów. Poczekaj 15 minut i spróbuj jeszcze raz.

sign-in-code-title = Wpisz kod
sign-in-code-sent = Jeśli znamy Twój adres e-mail, kod jest już wysłany. Jest ważny 10 minut.
sign-in-code = 6 cyfr z naszej wiadomości
sign-in-code-wrong = To nie jest ten kod albo jest już nieważny. Sprawdź go albo poproś o nowy.
sign-in-code-none = Po 2 minutach nadal nie ma wiadomości? Sprawdź folder ze spamem. Albo zadzwoń do swojego centrum.
sign-in-code-again = Wyślij mi nowy kod
sign-in-alone = Tylko ja używam tego telefonu lub komputera
sign-in-alone-hint = Przez 90 dni nie trzeba będzie się logować. Jeśli używają go też inne osoby, nie zaznaczaj tego pola.
sign-in-go = Zaloguj się

sign-in-more-title = Jeszcze jedno
sign-in-more-why = Dla Twojego bezpieczeństwa podaj dwie rzeczy, które o Tobie wiemy.
sign-in-born = Kiedy urodziło się jedno z Twoich dzieci?
sign-in-born-hint = Na przykład 27 3 2025. Jeśli dziecko jeszcze się nie urodziło, podaj termin porodu.
sign-in-born-wrong = Wpisz dzień, miesiąc i rok
sign-in-postcode = Twój kod pocztowy
sign-in-postcode-wrong = Wpisz cały kod pocztowy, na przykład M31 4FL
sign-in-phone-us = To się nie zgadza z tym, co wiemy. Zadzwoń do swojego centrum.

sign-in-link-title = Logowanie
sign-in-link-line = Naciśnij przycisk, żeby się zalogować.
sign-in-elsewhere-title = Twój kod
sign-in-elsewhere-line = Wpisz ten kod na telefonie lub komputerze, na którym otwarta jest strona logowania.
sign-in-elsewhere-here = Chcesz zalogować się tutaj?
sign-in-elsewhere-ask = Poproś o kod tutaj
sign-in-gone-title = Ten link już nie działa
sign-in-gone-line = Działa jeden raz, przez 10 minut.

sign-in-mail-subject = Twój kod do logowania
sign-in-mail-code = Twój kod: { $code }.
sign-in-mail-type = Wpisz go na otwartej stronie logowania.
sign-in-mail-press = Albo naciśnij ten przycisk, na tym samym telefonie lub komputerze.
sign-in-mail-once = Działa jeden raz, przez 10 minut.
sign-in-mail-secret = Nie podawaj kodu nikomu. Nigdy Cię o niego nie poprosimy.
sign-in-mail-not-you = To nie Ty? Nic nie rób.
