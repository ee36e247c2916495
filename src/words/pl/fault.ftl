# What a page says where something cannot be done.
fault-sorry = Przepraszamy
fault-ours = Coś się zepsuło. Spróbuj później.
fault-not-yours = Na tym koncie nie można tego zrobić. Otwórz stronę jeszcze raz albo zaloguj się inaczej.
fault-sign-in = Zaloguj się
fault-unread = Nie udało się tego odczytać. Sprawdź, co jest wpisane, i spróbuj jeszcze raz.
fault-not-now = Teraz nie można tego zrobić. Wróć i otwórz stronę jeszcze raz.
fault-changed = Ktoś to właśnie zmienił. Otwórz stronę jeszcze raz.
fault-too-many = Było za dużo prób. Poczekaj { $minutes ->
    [one] 1 minutę
    [few] { $minutes } minuty
    [many] { $minutes } minut
   *[other] { $minutes } minuty
} i spróbuj jeszcze raz.
fault-busy = Poczekaj chwilę
fault-busy-say = W tej chwili na stronie jest bardzo dużo osób. Nic się jeszcze nie zmieniło.
fault-busy-by-itself = Strona sama spróbuje jeszcze raz za kilka sekund. Nie zamykaj jej.
fault-busy-press = Policz do pięciu i naciśnij przycisk.
fault-busy-again = Spróbuj jeszcze raz
fault-busy-back = Policz do pięciu, wróć i wyślij jeszcze raz. Wpisany tekst nie zniknie.
