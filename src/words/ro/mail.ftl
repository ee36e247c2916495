# Mails to families.

mail-hello = Bună ziua,
mail-hello-name = Bună ziua, { $name },
mail-from = De la { $organisation }

# What each mail says of its session.
mail-what = Ce
mail-when = Când
mail-where = Unde
mail-for = Pentru
mail-phone = Telefon
mail-subject = { $first }: { $what }, { $day }
# One session in a line.
mail-line = { $what }: { $when }, la { $place }
mail-line-neutral = { $when }, { $place }
mail-other = { $session } – { $state }
mail-bring = Vă rugăm să aduceți: { $bring }.
mail-ask-centre = Puteți întreba la { $centre }.
mail-phone-centre = Puteți suna la { $centre }: { $phone }.
mail-whats-on = Vedeți activitățile

# In a calendar. The first is all that a private session is called there.
mail-calendar-neutral = Programare
mail-calendar-phone = Telefon { $phone }

# A place.
mail-booked = Loc rezervat
mail-booked-place = Aveți un loc.
mail-booked-appointment = Aveți o programare.
mail-given = Aveți un loc
mail-given-say = S-a eliberat un loc. Acum este al dumneavoastră.
mail-reminder = Ne vedem în curând
mail-reminder-say = Vă așteptăm cu drag.
mail-more-dates = Veniți și în aceste zile:
mail-add-to-calendar = Adăugați în calendar
mail-tell-by = Dacă nu puteți veni, vă rugăm să ne spuneți înainte de { $by }.
mail-tell-soon = Dacă nu puteți veni, vă rugăm să ne spuneți cât mai repede.
mail-for-another = Atunci poate veni altă familie.
mail-cancel = Renunț la loc
mail-see-booking = Vedeți rezervarea

# The waiting list.
mail-waiting = Sunteți pe lista de așteptare
mail-waiting-say = Sunteți pe lista de așteptare. Încă nu aveți un loc.
mail-or-dates = Este bună și oricare dintre aceste zile:
mail-chance-good = Se eliberează des locuri. Aveți șanse bune.
mail-chance-some = Poate se eliberează un loc. Nu știm sigur.
mail-chance-small = Se eliberează puține locuri. Poate vreți să căutați și altă zi.
mail-position = Numărul dumneavoastră la rând: { $n }.
mail-will-write = Vă scriem când este un loc pentru dumneavoastră.
mail-see-chance = Vedeți cum stați pe listă
mail-to-leave = Dacă nu mai vreți să așteptați:
mail-leave = Nu mai aștept
mail-not-waiting = Nu mai sunteți pe lista de așteptare.

# A place that is kept for an answer.
mail-offer = Vă rugăm să răspundeți până { $until }
mail-offer-say = Este un loc pentru dumneavoastră.
mail-kept-until = Păstrăm locul pentru dumneavoastră până { $until }.
mail-yes = Da, vreau locul
mail-no = Nu, dați-l altei familii
mail-only-yours = Locul este al dumneavoastră numai după ce spuneți da.
mail-else-gone = Trebuie să ne răspundeți la timp. Dacă nu, dăm locul altcuiva.
mail-lapsed = Nu am primit răspunsul dumneavoastră la timp
mail-lapsed-kept = V-am păstrat un loc până { $until }.
mail-lapsed-say = Nu am primit niciun răspuns. De aceea nu mai păstrăm locul.
mail-ask-again = Mai vreți să veniți? Puteți cere din nou.
mail-last-call = Acum este un loc liber
mail-last-call-say = Este un loc liber și activitatea începe în curând.
mail-first-yes = Îl primește prima familie care spune da.
mail-not-before-yes = Vă rugăm să nu veniți până nu spuneți da aici.

# Changes.
mail-changed = S-a schimbat ceva
mail-changed-say = S-a schimbat ceva. Vă rugăm să citiți.
mail-changed-now = Acum este așa:
mail-changed-booked = Aveți în continuare un loc.
mail-changed-waiting = Sunteți în continuare pe lista de așteptare.
mail-new-time = Zi și oră noi: { $now } (înainte: { $was })
mail-new-venue = Se ține în altă parte: { $now } (înainte: { $was })
mail-new-venue-neutral = Se ține în altă parte. Vă rugăm să ne sunați ca să aflați unde.
mail-new-title = Nume nou: { $now } (înainte: { $was })
mail-new-room = Sală nouă: { $now }
mail-new-price = Preț nou: { $now }
mail-new-neutral = S-au schimbat unele lucruri. Vă rugăm să ne sunați ca să aflați mai multe.

# Cancelled, over, or no longer possible.
mail-off = Activitate anulată
mail-off-say = Ne pare rău. Activitatea „{ $what }” de { $day } este anulată.
mail-off-neutral = Ne pare rău. Programarea este anulată.
mail-off-do-nothing = Vă rugăm să nu veniți. Nu trebuie să faceți nimic.
mail-instead = Poate vă place una dintre acestea:
mail-free = locuri libere
mail-full = fără locuri libere, cu listă de așteptare
mail-drop-in = nu trebuie rezervare, veniți direct
mail-opens = rezervările se deschid { $at }
mail-gone = Am notat că nu veniți
mail-gone-by-family = Ne-ați spus că nu puteți veni. Vă mulțumim.
mail-gone-by-centre = Centrul a făcut anularea pentru dumneavoastră.
mail-gone-place = Nu mai aveți un loc.
mail-gone-wrong = Este o greșeală?
mail-undo-until = A fost o greșeală? Vă puteți răzgândi până { $until }.
mail-undo = Vreau totuși să vin
mail-line-over = Ne pare rău, nu s-a eliberat niciun loc
mail-line-over-say = Ne pare rău. Nu s-a eliberat la timp niciun loc pentru dumneavoastră.
mail-unfit-neutral = Ne pare rău, nu se poate
mail-too-young = { $child } nu va avea încă vârsta pentru { $what }
mail-too-old = { $child } va fi prea mare pentru { $what }
mail-busy = { $child } are deja un loc în altă parte la ora aceea
mail-unfit-young-say = Ne pare rău. { $child } nu va avea încă vârsta potrivită în ziua aceea.
mail-unfit-old-say = Ne pare rău. { $child } va fi prea mare în ziua aceea.
mail-unfit-busy-say = Ne pare rău. { $child } are deja un loc în altă parte la ora aceea.
mail-unfit-booked = De aceea nu mai aveți un loc.
mail-unfit-waiting = De aceea nu mai sunteți pe lista de așteptare.
mail-fits = Pentru { $child } s-ar potrivi:

# Booking has opened.
mail-open = S-au deschis rezervările
mail-open-say = Ne-ați cerut să vă anunțăm. Puteți rezerva acum.
mail-book = Rezervați un loc
mail-to-stop = Dacă nu mai vreți aceste mesaje:
mail-stop = Opriți aceste mesaje

# Birthday cards, and the end of being a member.
mail-birthday = La mulți ani, { $child }
mail-birthday-say = La mulți ani, { $child }!
mail-birthday-age = { $age ->
    [one] { $child } împlinește un an.
    [few] { $child } împlinește { $age } ani.
   *[other] { $child } împlinește { $age } de ani.
} Vă dorim tuturor o zi frumoasă.
mail-birthday-renewed = Familia dumneavoastră rămâne membră încă un an. Nu trebuie să faceți nimic.
mail-birthday-look = Vreți să vedeți ce activități sunt aproape de dumneavoastră? Uitați-vă aici.
mail-birthday-on = { $age ->
    [1] În curând, pentru copii de 1 an:
    [2] În curând, pentru copii de 2 ani:
    [3] În curând, pentru copii de 3 ani:
    [4] În curând, pentru copii de 4 ani:
   *[other] În curând, pentru copilul dumneavoastră:
}
mail-birthday-book = Vreți să veniți? Puteți rezerva aici.
mail-birthday-same = V-ați mutat sau v-ați schimbat numărul de telefon?
mail-nothing-new = Nu, nu s-a schimbat nimic
mail-moved = V-ați mutat? Aveți alt număr de telefon?
mail-moved-phone = Vă rugăm să sunați la { $centre }: { $phone }.
mail-moved-tell = Vă rugăm să ne spuneți la { $centre }.
mail-moved-us = Vă rugăm să ne spuneți.
mail-to-stop-cards = Dacă nu mai vreți aceste felicitări:
mail-stop-cards = Opriți felicitările
mail-farewell = Vă mulțumim că ați fost cu noi
mail-farewell-five = { $child } împlinește 5 ani. La mulți ani!
mail-farewell-ends = Activitățile noastre sunt pentru copii sub 5 ani. De aceea, de acum familia dumneavoastră nu mai este membră.
mail-farewell-thanks = Ne-am bucurat să fiți cu noi.
mail-farewell-booked = Ce ați rezervat rămâne rezervat.
mail-farewell-baby = Aveți un alt bebeluș sau așteptați unul? Atunci vă puteți înscrie din nou.

# Joining.
mail-join = Vă rugăm să confirmați adresa de email
mail-join-form = Cineva a completat un formular la { $organisation } cu această adresă de email.
mail-join-press = Ați fost dumneavoastră? Atunci apăsați butonul. Facem ce ați cerut și vă anunțăm.
mail-join-yes = Da, eu am cerut
mail-join-number = Sau scrieți acest cod pe pagina pe care o aveți deschisă: { $number }.
mail-join-lasts = Codul merge 30 de minute, butonul șapte zile.
mail-join-not-you = Nu ați fost dumneavoastră? Atunci nu faceți nimic. Nu a fost rezervat nimic și nu păstrăm cererea.
mail-joined = Familia dumneavoastră este acum membră
mail-joined-welcome = Bine ați venit. Familia dumneavoastră este acum membră la { $organisation }.
mail-to-leave-us = Dacă nu mai vreți să fiți familie membră:
mail-leave-us = Nu mai vrem să fim membri
mail-welcome = Familia dumneavoastră este membră la { $organisation }
mail-welcome-every = Orice familie cu un copil sub 5 ani poate fi membră.
mail-welcome-free = Este gratuit, iar familia dumneavoastră este membră de acum.
mail-welcome-number = Numărul de membru
mail-welcome-centre = Centrul dumneavoastră
mail-welcome-from = Am aflat despre familia dumneavoastră de la { $from }.
mail-welcome-still = Puteți renunța oricând. Veți putea în continuare să rezervați și să veniți.

# A place that was asked for with a form, and could not be given.
mail-not-booked = Despre locul pe care l-ați cerut
mail-not-booked-say = Nu am putut să vă rezervăm un loc.
mail-not-booked-second = Nu v-am rezervat un al doilea loc.
mail-not-booked-full = Toate locurile sunt ocupate.
mail-not-booked-already = Aveți deja un loc acolo sau așteptați unul.
mail-not-booked-age = Activitatea este pentru copii de altă vârstă.
mail-not-booked-many = Nu sunt destule locuri pentru toți.
mail-not-booked-busy = Copilul dumneavoastră are un loc la altă activitate la ora aceea.
mail-not-booked-limit = Aveți deja toate locurile pe care le poate rezerva o familie.
mail-not-booked-closed = Acum nu se poate rezerva.

# Whose email address it is.
mail-address = Este adresa dumneavoastră de email?
mail-address-family = O familie care s-a înscris la { $organisation } ne-a dat această adresă de email.
mail-address-too = Este a dumneavoastră? Atunci vă putem scrie și dumneavoastră.
mail-address-yes = Da, este adresa mea
mail-address-not-yours = Nu este a dumneavoastră? Atunci nu faceți nimic. Nu vă mai scriem.
mail-address-new = Cineva ne-a cerut să scriem de acum înainte la această adresă.
mail-address-tell = Ați fost dumneavoastră? Atunci confirmați, vă rugăm, că adresa este a dumneavoastră.
mail-address-not-you = Nu ați fost dumneavoastră? Atunci nu faceți nimic. Nu mai scriem la această adresă.
mail-address-asked = Ați cerut o nouă adresă de email
mail-address-asked-say = Ne-ați cerut să vă scriem de acum înainte la altă adresă.
mail-address-asked-when = Vom face asta după ce apăsați butonul din mesajul trimis acolo.
mail-address-asked-you = Ați cerut dumneavoastră? Atunci nu trebuie să faceți nimic aici.
mail-address-phone = Nu ați fost dumneavoastră? Atunci vă rugăm să ne sunați: { $phone }.
mail-address-centre = Nu ați fost dumneavoastră? Atunci vă rugăm să ne spuneți la centru.

# A family that had places and did not come.
mail-missed = Ne-ați lipsit
mail-missed-say = { $times ->
    [one] Ați avut un loc la noi. Nu v-am văzut.
    [2] Ați avut de două ori un loc la noi. Nu v-am văzut.
    [3] Ați avut de trei ori un loc la noi. Nu v-am văzut.
    [4] Ați avut de patru ori un loc la noi. Nu v-am văzut.
    [5] Ați avut de cinci ori un loc la noi. Nu v-am văzut.
    [few] Ați avut de { $times } ori un loc la noi. Nu v-am văzut.
   *[other] Ați avut de { $times } de ori un loc la noi. Nu v-am văzut.
}
mail-missed-well = Sperăm că sunteți bine cu toții.
mail-missed-hard = Vă este greu să veniți din vreun motiv? Vă rugăm să ne spuneți. Am vrea să vă ajutăm.
mail-missed-talk = Puteți vorbi cu noi la { $centre }.
mail-missed-another = Dacă într-o zi nu puteți veni, spuneți-ne dinainte. Atunci poate veni altă familie.
mail-missed-still = Ce ați rezervat rămâne rezervat. Vă așteptăm oricând cu drag.
