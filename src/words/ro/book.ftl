# Booking a place, and joining.

# The session on top of every screen.
book-session-named = { $title }, { $day }, ora { $time }, { $place }
book-opens = Rezervările se deschid { $at }.
book-title = Rezervare: { $session }
book-wait-title = Intrați pe lista de așteptare: { $session }
book-remind-title = Anunțați-mă: { $session }
book-join-title = Înscriere la centrul pentru familii (Family Hub)
book-join-lead = Înscrierea este gratuită. O faceți o singură dată.
book-booked-before = Ați mai rezervat la noi?
book-sign-in = Intrați în cont, este mai rapid

# The form of a newcomer.
book-name = Numele dumneavoastră
book-reach = Cum putem lua legătura cu dumneavoastră?
book-reach-hint = Cel mai bine prin email: primiți imediat vești de la noi.
book-email = Email
book-phone = Telefon
book-child = Numele copilului dumneavoastră
book-is-born = S-a născut copilul?
book-born = Da
book-not-yet = Încă nu
book-day = Când s-a născut copilul? Dacă nu s-a născut încă, când trebuie să se nască?
book-day-hint = De exemplu, 27 3 2025
book-another-child = Adăugați alt copil
book-postcode = Codul dumneavoastră poștal
book-postcode-hint = Ne arată care este centrul dumneavoastră pentru familii.
book-no-postcode = Nu am cod poștal sau nu vreau să-l spun
book-adults = Câți adulți vin?
book-notice-lead = Păstrăm în siguranță ce ne spuneți. Folosim aceste date ca să ținem activități pentru familii. Puteți spune nu și mai târziu.
book-notice-version = Versiunea { $version } a acestui text.
book-choices = Alte posibilități
book-guest = Doar de data aceasta. Nu vreau să mă înscriu.
book-rejoins = Am fost familie membră și am renunțat. Vreau să mă înscriu din nou.
book-next = După aceea vă trimitem un cod, ca să verificăm că sunteți dumneavoastră. Până atunci nu este rezervat nimic.
book-this = Rezervați acest loc
book-wait = Intrați pe lista de așteptare
book-remind = Anunțați-mă când se deschide
book-join = Înscrieți-vă

# What is wrong with it.
book-name-missing = Scrieți numele dumneavoastră
book-contact-missing = Scrieți adresa de email sau numărul de telefon
book-email-wrong = Scrieți o adresă de email corectă, de exemplu name@example.org
book-phone-wrong = Scrieți un număr de telefon corect, de exemplu 07700 900123
book-child-missing = Scrieți numele copilului
book-day-wrong = Scrieți o dată corectă, de exemplu 27 3 2025
book-day-future = Ziua aceea nu a venit încă. Bebelușul nu s-a născut încă? Alegeți „Încă nu”.
book-due-wrong = Scrieți ziua în care trebuie să se nască bebelușul. Trebuie să fie în următoarele zece luni.
book-year-wrong = Scrieți anul cu patru cifre, de exemplu 2024
book-none-under-five = Activitățile noastre sunt pentru copii sub 5 ani. Anul este corect?
book-postcode-missing = Scrieți codul poștal sau bifați căsuța de sub el
book-postcode-wrong = Scrieți codul poștal întreg, de exemplu M31 4FL
book-adults-wrong = Scrieți câți adulți vin, de la 0 la 10
book-too-young = { $child } nu va avea încă vârsta pentru { $title } în acea zi ({ $day }). Vârsta potrivită: { $ages }.
book-too-old = { $child } va fi prea mare pentru { $title } în acea zi ({ $day }). Vârsta potrivită: { $ages }.
book-not-born = { $title } este pentru bebeluși deja născuți. Rezervați după ce se naște copilul.
book-adults-only = { $title } este numai pentru adulți. Vă rugăm să veniți fără copii.

# A session that takes no bookings now.
book-over = Nu se mai pot face rezervări aici.
book-turn-up = Nu trebuie rezervare. Veniți direct.
book-gone-title = Această activitate nu mai are loc
book-gone = Poate a fost mutată sau anulată.

# The form of a family that signed in.
book-who = Cine vine?
book-nobody-ticked = Bifați cine vine
book-no-children = Încă nu știm de niciun copil al dumneavoastră. Adăugați întâi un copil.
book-add-child = Adăugați un copil
book-other-dates = Vă convine și altă zi? Bifați oricare zi. Primiți primul loc care se eliberează.
book-full-now = Locul tocmai a fost luat. Puteți intra pe lista de așteptare.
book-already = Ați cerut deja un loc aici.
book-clash = Cineva din familie are deja un loc în altă parte la ora aceea.
book-over-limit = Aveți deja toate locurile pe care le putem da unei familii. Au nevoie și alții.
book-too-large = Aici nu este niciodată loc pentru atâtea persoane. Vă rugăm să veniți mai puțini.
book-members-only = Această activitate este pentru familii membre. Înscrierea este gratuită.
book-closed-now = Acum nu puteți rezerva aici.

# What came of it.
book-done-booked = Aveți un loc rezervat
book-done-waiting = Sunteți pe lista de așteptare
book-done-reminder = Vă vom anunța
book-done-joined = V-ați înscris
book-done-guest = Vă mulțumim
book-done-not-booked = Nu am putut să vă rezervăm un loc
book-done-for = Pentru { $names }
book-done-mailed = V-am trimis aceste informații și pe email.
book-done-waiting-next = Încă nu aveți un loc. Vă anunțăm imediat ce se eliberează unul.
book-done-reminder-next = Vă anunțăm când puteți rezerva. Atunci trebuie doar să bifați cine vine.
book-done-member = Familia dumneavoastră este acum membră. Cardul vine pe email.
book-done-was-member = Familia dumneavoastră era deja membră.
book-done-as-guest = De data aceasta veniți fără înscriere. Familia dumneavoastră nu este membră.
book-done-calendar = Adăugați în calendar
book-done-needs = Are cineva alergii? Vă trebuie interpret? Vă putem trimite SMS-uri? Ne puteți spune acum sau mai târziu.
book-done-tell-us = Spuneți-ne
book-done-page = Vedeți sau schimbați rezervarea
book-what-next = Ce urmează

# The number that shows that an address is hers.
book-code-title = Uitați-vă în email
book-code-lead = V-am trimis un mesaj. În el este un cod de opt cifre.
book-code = Codul din mesajul nostru
book-code-wrong = Nu este codul din mesajul nostru sau este prea vechi. Puteți apăsa, în schimb, butonul din mesaj.
book-code-send = Mai departe
book-code-next = Până nu scrieți codul, nu este rezervat nimic. Nu ați primit mesajul după două minute? Uitați-vă în spam sau sunați-ne.
book-ring-title = Vă sunăm
book-ring = Vă sunăm ca să verificăm că totul este corect. Până atunci nu este rezervat nimic.
book-link-title = Ați fost dumneavoastră?
book-link-joins = Cineva ne-a cerut să vă înscriem ca familie membră. Ne-a dat adresa dumneavoastră de email.
book-link-guest = Cineva ne-a cerut o rezervare cu adresa dumneavoastră de email.
book-link-place = A cerut un loc aici:
book-link-yes = Da, eu am cerut
book-link-old-title = Acest link nu mai merge
book-link-old = Nu a fost rezervat nimic. Puteți cere din nou.
book-link-again = Cereți din nou
book-link-not-ours-title = Acest link nu merge
book-link-not-ours = Vă rugăm să folosiți linkul întreg din mesajul nostru.
