# What's on, and the page of one session.
whats-on-title = Activități
whats-on-heading = Activități pentru dumneavoastră și copil
whats-on-none = Nu este nicio activitate pentru ce ați ales.
whats-on-none-at-all = Încă nu avem ce să vă arătăm. Vă rugăm să reveniți în curând.
whats-on-show-all = Arătați toate centrele și vârstele
whats-on-until = până la { $time }
# Of a session that starts in one half of the day (am or pm) and ends in the other.
whats-on-until-later = { $half ->
    [am] până la
   *[pm] până la
} { $time }

# The same at several times of a day; the number stands before it.
whats-on-times = { $n ->
    [one] oră la alegere
    [few] ore la alegere
   *[other] de ore la alegere
}

# How a session stands.
whats-on-turn-up = Nu trebuie rezervare. Veniți direct.
whats-on-turn-up-brief = Veniți direct
whats-on-opens = Rezervările se deschid { $at }.
whats-on-full = Fără locuri libere
whats-on-closed = Nu se mai pot face rezervări.
whats-on-cancelled = Anulată
whats-on-over = Activitatea s-a terminat.
whats-on-course = O singură rezervare pentru toate zilele
whats-on-members = Pentru familii membre. Înscrierea este gratuită.

# What to do.
whats-on-book = Rezervați
whats-on-wait = Intrați pe lista de așteptare
whats-on-remind = Anunțați-mă când se deschide
whats-on-book-this = Rezervați un loc
whats-on-calendar = Adăugați în calendar

whats-on-feed = Urmăriți aceste activități în calendar
whats-on-feed-name = Activități: { $organisation }

whats-on-paper = Tipăriți pe o pagină (PDF)
whats-on-paper-scan = Scanați un cod cu telefonul ca să citiți mai multe sau să rezervați.
whats-on-paper-more = Găsiți mai multe pe site-ul nostru.
whats-on-paper-made = Program făcut { $day }. Se pot schimba lucruri: uitați-vă pe site-ul nostru înainte să veniți.

# Choosing.
whats-on-choose = Alegeți centrul, vârsta sau ziua
whats-on-chosen = Vedeți numai:
whats-on-remove = Scoateți din alegere: { $what }
whats-on-centre = Centrul
whats-on-all-centres = Toate centrele
whats-on-postcode = Sau codul dumneavoastră poștal
whats-on-postcode-hint = Arătăm întâi ce este mai aproape.
whats-on-shut = { $centre } este închis de { $first } până { $last }.
whats-on-shut-on = { $centre } este închis { $day }.
whats-on-all-shut = Toate centrele noastre sunt închise de { $first } până { $last }.
whats-on-all-shut-on = Toate centrele noastre sunt închise { $day }.
whats-on-near = Întâi ce este mai aproape de { $centre }
whats-on-postcode-unknown = Nu cunoaștem acest cod poștal. Vă rugăm să alegeți un centru.
whats-on-ages = Ce vârstă au copiii dumneavoastră?
whats-on-age-expected = Nu s-a născut încă
whats-on-age-0 = Sub 1 an
whats-on-age-12 = 1 an
whats-on-age-24 = 2 ani
whats-on-age-36 = 3 ani
whats-on-age-48 = 4 ani
whats-on-age-chip = Vârsta: { $age }
whats-on-suits = Numai ce se potrivește tuturor
whats-on-day = Ziua
whats-on-any-day = Orice zi
whats-on-day-monday = luni
whats-on-day-tuesday = marți
whats-on-day-wednesday = miercuri
whats-on-day-thursday = joi
whats-on-day-friday = vineri
whats-on-day-saturday = sâmbătă
whats-on-day-sunday = duminică
whats-on-half = Ora
whats-on-any-time = Orice oră
whats-on-half-morning = Dimineața
whats-on-half-afternoon = După-amiaza
whats-on-free = Numai gratuite
whats-on-show = Arătați
whats-on-pages = Alte pagini
whats-on-previous = Mai devreme
whats-on-next = Mai târziu

# Ages.
whats-on-ages-adults = Adulți
whats-on-ages-birth = De la naștere până la { $to }
whats-on-ages-babies = Bebeluși până la { $to }
whats-on-ages-babies-from = Bebeluși de la { $from } până la { $to }
whats-on-ages-years = De la { $from } până la { $to }
whats-on-ages-between = De la { $from } până la { $to }
whats-on-ages-from = De la { $from }
whats-on-ages-pregnant = Gravide sau familii cu un copil de până la { $to }
whats-on-ages-pregnant-between = Gravide sau familii cu un copil de la { $from } până la { $to }
whats-on-ages-pregnant-from = Gravide sau familii cu un copil de cel puțin { $from }
whats-on-ages-pregnant-any = Gravide sau familii cu un copil de orice vârstă
whats-on-age-weeks = { $n ->
    [one] 1 săptămână
    [few] { $n } săptămâni
   *[other] { $n } de săptămâni
}
whats-on-age-months = { $n ->
    [one] 1 lună
    [few] { $n } luni
   *[other] { $n } de luni
}
# The years are said here ("2 ani"), so that the sentences above need only "de la … până la …".
whats-on-age-years = { $years ->
    [one] 1 an
    [few] { $years } ani
   *[other] { $years } de ani
}
whats-on-age-half = { $years ->
    [one] 1 an și jumătate
    [few] { $years } ani și jumătate
   *[other] { $years } de ani și jumătate
}
whats-on-age-years-months = { $years ->
    [one] 1 an
    [few] { $years } ani
   *[other] { $years } de ani
} și { $months ->
    [one] 1 lună
    [few] { $months } luni
   *[other] { $months } de luni
}

# One session.
whats-on-when = Când
whats-on-where = Unde
whats-on-map = Hartă
whats-on-map-of = Hartă: { $place }
whats-on-who = Pentru cine
whats-on-bring = De adus
whats-on-price = Preț
whats-on-siblings = Pot veni și frații și surorile.
whats-on-no-siblings = Vă rugăm să veniți fără frați și surori de alte vârste.
whats-on-phone = Sau sunați la { $centre }:
whats-on-ask = Aveți o întrebare? Sunați la { $centre }:
whats-on-sorry = Ne pare rău. Activitatea este anulată.
whats-on-sorry-over = Activitatea s-a terminat.
whats-on-see-dates = Vedeți mai jos celelalte zile.
whats-on-see-others = Vedeți celelalte activități.
whats-on-course-dates = Toate zilele cursului
whats-on-course-says = Acesta este un curs. O singură rezervare este pentru toate zilele lui.
whats-on-dates = Alte zile
whats-on-all = Vedeți toate activitățile

# About the service.
about-contact = Sunați la centru
about-contact-lead = Vă ajutăm cu plăcere. Puteți rezerva și prin telefon.
about-privacy = Protecția datelor
about-privacy-1 = Păstrăm numai datele de care avem nevoie. Le folosim ca să ținem aceste activități și să avem grijă de copilul dumneavoastră.
about-privacy-2 = Le folosim ca să vă rezervăm locul, să vă dăm vești despre el și să vedem la ce familii ajungem. Nu le vindem niciodată.
about-privacy-3 = Le pot vedea numai angajații care au nevoie de ele. De fiecare dată când se uită cineva la ele, notăm acest lucru.
about-privacy-4 = Puteți cere să vedeți ce date avem, să le corectăm sau să le ștergem. Puteți renunța să fiți familie membră și să veniți în continuare.
about-privacy-5 = Site-ul nu are reclame și nu vă urmărește. Păstrează un cookie (un mic fișier) numai când intrați în cont sau alegeți o limbă.
about-privacy-6 = Vreți să ne întrebați ceva despre asta? Sunați la centru. Dacă răspunsul nostru nu vă mulțumește, vă puteți adresa autorității britanice pentru protecția datelor (Information Commissioner’s Office, ICO).
about-accessibility = Accesibilitate
about-accessibility-draft = Acesta este un text model. { $organisation } încă nu l-a verificat și nu l-a semnat.
about-accessibility-1 = Vrem ca toată lumea să poată folosi acest site. Puteți mări textul. Puteți folosi numai tastele. Puteți pune telefonul sau calculatorul să citească textul cu voce tare.
about-accessibility-2 = De fiecare dată când schimbăm paginile, un program le verifică. El găsește numai o parte din greșeli. De aceea nu spunem că site-ul respectă standardul (WCAG 2.2).
about-accessibility-tested = Am verificat ultima dată toate paginile în această zi: { $day }.
about-accessibility-signed = Semnat de { $name }, { $day }.
about-accessibility-known = Ce știm că nu merge încă bine
about-accessibility-3 = Un program de calculator a scris cele mai multe dintre textele care nu sunt în engleză. Unele pot fi greșite.
about-accessibility-4 = Fișierele PDF, de exemplu cardul dumneavoastră, pot să nu meargă bine când sunt citite cu voce tare.
about-accessibility-help = Dacă ceva nu merge pentru dumneavoastră
about-accessibility-5 = Sunați la centru. Vă spunem în alt fel ce aveți nevoie să știți sau facem noi rezervarea.
about-accessibility-6 = Răspunsul nostru nu vă mulțumește? Atunci puteți cere ajutor la serviciul britanic de sfaturi despre egalitate (Equality Advisory and Support Service, EASS).
