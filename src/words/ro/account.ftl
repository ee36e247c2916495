# A password: the pages where one is chosen, and the messages about it.
account-forgotten = Alegeți o parolă
account-forgotten-say = Vă trimitem un link ca să alegeți o parolă.
account-email = Adresa de email
account-email-wrong = Scrieți adresa de email, de exemplu name@example.com
account-send = Trimiteți-mi un link
account-back = Înapoi la intrarea în cont
account-sent = Uitați-vă în email
account-sent-say = Dacă avem această adresă, am trimis acolo un link.
account-sent-none = Merge o singură dată, timp de o oră. Nu ați primit mesajul? Uitați-vă în spam sau întrebați persoana care vă coordonează.
account-choose = Alegeți o parolă nouă
account-new = Parola nouă
account-rule = { $least ->
    [one] Cel puțin 1 caracter, greu de ghicit.
    [few] Cel puțin { $least } caractere, greu de ghicit.
   *[other] Cel puțin { $least } de caractere, greu de ghicit.
} Sunt bune trei sau patru cuvinte care nu au legătură între ele. Nu puneți numele dumneavoastră.
account-save = Salvați parola nouă
account-too-short = { $least ->
    [one] Alegeți o parolă de cel puțin 1 caracter.
    [few] Alegeți o parolă de cel puțin { $least } caractere.
   *[other] Alegeți o parolă de cel puțin { $least } de caractere.
}
account-too-long = { $most ->
    [one] Alegeți o parolă de cel mult 1 caracter.
    [few] Alegeți o parolă de cel mult { $most } caractere.
   *[other] Alegeți o parolă de cel mult { $most } de caractere.
}
account-own-name = Alegeți o parolă fără numele dumneavoastră, adresa de email sau numele nostru. Pe acestea le încearcă lumea întâi.
account-easy = Alegeți o parolă mai greu de ghicit. Pe aceasta sau una asemănătoare lumea o încearcă printre primele. Sunt bune trei sau patru cuvinte care nu au legătură între ele.
account-over = Acest link nu mai merge
account-over-say = Merge o singură dată, timp de o oră. Cereți unul nou.
account-done = Parola este schimbată
account-done-say = Parola nouă este salvată. V-am scos din cont peste tot: intrați acum cu parola nouă.
account-sign-in = Intrați în cont

# The part of the sign-in page that is for those who work here.
account-staff = Angajați și parteneri
account-password = Parola
account-password-forgotten = Ați uitat parola sau nu aveți încă una?
account-wrong = Adresa de email sau parola nu este corectă. Verificați-le pe amândouă.
account-quiet = { $minutes ->
    [one] Dacă nu faceți nimic timp de 1 minut, vă scoatem din cont.
    [few] Dacă nu faceți nimic timp de { $minutes } minute, vă scoatem din cont.
   *[other] Dacă nu faceți nimic timp de { $minutes } de minute, vă scoatem din cont.
} Așa protejăm familiile.

# Messages.
account-mail-choose = Ați cerut o parolă nouă. Alegeți-o aici.
account-mail-once = Merge o singură dată, până { $until }.
account-mail-not-asked = Nu ați cerut dumneavoastră? Atunci nu faceți nimic. Parola rămâne aceeași.
account-mail-changed = Parola dumneavoastră a fost schimbată
account-mail-changed-at = Parola dumneavoastră a fost schimbată { $at }.
account-mail-signed-out = V-am scos din cont în toate celelalte locuri. Intrați cu parola nouă.
account-mail-not-you = Nu ați fost dumneavoastră? Atunci spuneți-ne imediat. Poate că altcineva vă știe parola.
