# A password: the pages where one is chosen, and the messages about it.
account-forgotten = Ustaw hasło
account-forgotten-say = Wyślemy Ci link. Dzięki niemu ustawisz hasło.
account-email = Adres e-mail
account-email-wrong = Wpisz swój adres e-mail, na przykład name@example.com
account-send = Wyślij mi link
account-back = Wróć do logowania
account-sent = Sprawdź pocztę e-mail
account-sent-say = Jeśli znamy ten adres, link jest już wysłany.
account-sent-none = Link działa jeden raz, przez godzinę. Nie ma wiadomości? Sprawdź folder ze spamem albo zapytaj swoją kierowniczkę lub swojego kierownika.
account-choose = Ustaw nowe hasło
account-new = Nowe hasło
account-rule = Liczba znaków: co najmniej { $least }. Hasło musi być trudne do odgadnięcia. Dobre są trzy lub cztery słowa, które do siebie nie pasują. Nie używaj swojego imienia ani nazwiska.
account-save = Zapisz nowe hasło
account-too-short = Hasło jest za krótkie. Liczba znaków: co najmniej { $least }.
account-too-long = Hasło jest za długie. Liczba znaków: najwyżej { $most }.
account-own-name = Wybierz hasło bez swojego imienia i nazwiska, bez adresu e-mail i bez naszej nazwy. Takie hasła inni sprawdzają najpierw.
account-easy = Wybierz hasło trudniejsze do odgadnięcia. To hasło lub podobne inni szybko sprawdzą. Dobre są trzy lub cztery słowa, które do siebie nie pasują.
account-over = Ten link już nie działa
account-over-say = Link działa jeden raz, przez godzinę. Poproś o nowy.
account-done = Hasło jest zmienione
account-done-say = Nowe hasło jest zapisane. Konto jest wszędzie wylogowane. Zaloguj się nowym hasłem.
account-sign-in = Zaloguj się

# The part of the sign-in page that is for those who work here.
account-staff = Pracownicy i partnerzy
account-password = Hasło
account-password-forgotten = Nie pamiętasz hasła albo jeszcze go nie masz?
account-wrong = Adres e-mail lub hasło się nie zgadza. Sprawdź jedno i drugie.
account-quiet = { $minutes ->
    [one] Po 1 minucie
    [few] Po { $minutes } minutach
    [many] Po { $minutes } minutach
   *[other] Po { $minutes } minuty
} bez ruchu wylogujemy Cię. To chroni rodziny.

account-mail-choose = Mamy prośbę o nowe hasło do Twojego konta. Ustaw je tutaj.
account-mail-once = Link działa jeden raz, do: { $until }.
account-mail-not-asked = To nie Ty? Nic nie rób. Hasło zostanie takie samo.
account-mail-changed = Twoje hasło jest zmienione
account-mail-changed-at = Hasło zmieniono: { $at }.
account-mail-signed-out = Na innych urządzeniach konto jest wylogowane. Zaloguj się nowym hasłem.
account-mail-not-you = To nie Ty? Od razu daj nam znać. Ktoś inny może znać Twoje hasło.
