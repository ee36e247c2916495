# Signing in and out.
sign-in-title = Intrați în cont
sign-in-already = Sunteți în cont.
sign-in-form-waits = Ați ieșit din cont înainte ca formularul să fie trimis. Intrați în cont, apoi trimiteți-l. Îl păstrăm 30 de minute.
sign-in-families = Familii
sign-in-how = Vă trimitem un cod. Nu aveți nevoie de parolă.
sign-in-email = Adresa dumneavoastră de email
sign-in-email-hint = Cea pe care ați dat-o la centru.
sign-in-email-wrong = Scrieți o adresă de email, de exemplu name@example.com
sign-in-send = Trimiteți-mi un cod
sign-in-too-many = Am trimis prea multe coduri. Așteptați 15 minute, apoi încercați din nou.

sign-in-code-title = Scrieți codul
sign-in-code-sent = Dacă avem adresa dumneavoastră de email, v-am trimis un cod. Merge timp de 10 minute.
sign-in-code = Cele 6 cifre din mesajul nostru
sign-in-code-wrong = Nu este codul bun sau este prea vechi. Verificați-l sau cereți unul nou.
sign-in-code-none = Nu ați primit mesajul după 2 minute? Uitați-vă în spam. Sau sunați la centru.
sign-in-code-again = Trimiteți-mi alt cod
sign-in-alone = Numai eu folosesc acest telefon sau calculator
sign-in-alone-hint = Rămâneți în cont 90 de zile. Dacă îl folosesc și alte persoane, nu bifați.
sign-in-go = Intrați în cont

sign-in-more-title = Încă un lucru
sign-in-more-why = Pentru siguranța dumneavoastră, spuneți-ne două lucruri pe care le știm despre familie.
sign-in-born = Când s-a născut unul dintre copiii dumneavoastră?
sign-in-born-hint = De exemplu, 27 3 2025. Dacă bebelușul nu s-a născut încă, când trebuie să se nască?
sign-in-born-wrong = Scrieți ziua, luna și anul
sign-in-postcode = Codul dumneavoastră poștal
sign-in-postcode-wrong = Scrieți codul poștal întreg, de exemplu M31 4FL
sign-in-phone-us = Nu se potrivește cu ce știm noi. Vă rugăm să sunați la centru.

sign-in-link-title = Intrați în cont
sign-in-link-line = Apăsați butonul ca să intrați în cont.
sign-in-elsewhere-title = Codul dumneavoastră
sign-in-elsewhere-line = Scrieți acest cod pe telefonul sau calculatorul de pe care l-ați cerut.
sign-in-elsewhere-here = Vreți să intrați în cont aici?
sign-in-elsewhere-ask = Cereți un cod aici
sign-in-gone-title = Acest link nu mai merge
sign-in-gone-line = Merge o singură dată, timp de 10 minute.

# The message with the code.
sign-in-mail-subject = Codul pentru intrarea în cont
sign-in-mail-code = Codul dumneavoastră este { $code }.
sign-in-mail-type = Scrieți-l acolo unde l-ați cerut.
sign-in-mail-press = Sau apăsați acest buton, pe același telefon sau calculator.
sign-in-mail-once = Merge o singură dată, timp de 10 minute.
sign-in-mail-secret = Nu spuneți nimănui codul. Noi nu vi-l vom cere niciodată.
sign-in-mail-not-you = Nu ați cerut dumneavoastră? Atunci nu faceți nimic.
