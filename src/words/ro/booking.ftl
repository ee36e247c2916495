# The page of one booking.

booking-bring = Vă rugăm să aduceți: { $bring }.
booking-more-dates = Veniți și în aceste zile:
booking-map = Vedeți pe hartă
booking-question = Aveți o întrebare? Sunați la
booking-whats-on = Vedeți activitățile
booking-other-day = Rezervați altă zi

# A place.
booking-booked = Aveți un loc rezervat
booking-appointment = Aveți o programare
booking-look-forward = Vă așteptăm cu drag.
booking-add-to-calendar = Adăugați în calendar
booking-cancel-title = Renunț la loc
booking-cancel-by = Dacă puteți, vă rugăm să ne spuneți înainte de { $by }.
booking-cancel-another = Atunci poate veni altă familie. Locul rămâne al dumneavoastră până când apăsați butonul.
booking-cancel = Renunț la loc
booking-begun = Activitatea a început. Dacă nu puteți veni, vă rugăm să sunați.

# Another day, or fewer people.
booking-move-title = Alegeți altă zi
booking-move-which = Ce zi vreți?
booking-move-say = Vă păstrați locul până când îl aveți pe cel nou.
booking-move = Mutați în această zi
booking-party-title = Schimbați cine vine
booking-party-who = Bifați numai cine vine
booking-party-adults = Câți adulți vin?
booking-party-more = Vreți să vină și altcineva?
booking-party-my = La rezervările mele
booking-party = Salvați

# The waiting list.
booking-waiting = Sunteți pe lista de așteptare
booking-no-place-yet = Încă nu aveți un loc.
booking-position = Numărul dumneavoastră la rând: { $n }.
booking-or-dates = Este bună și oricare dintre aceste zile:
booking-will-write = Vă scriem când este un loc pentru dumneavoastră.
booking-leave-title = Nu mai aștept
booking-leave-say = Atunci nu vă mai scriem despre asta. Puteți cere din nou, dar veți fi la sfârșitul listei.
booking-leave = Nu mai aștept
booking-free = Acum este un loc liber
booking-free-when = { $when }.
booking-first-yes = Îl primește prima familie care spune da.
booking-not-before-yes = Vă rugăm să nu veniți până nu spuneți da aici.
booking-yes = Da, vreau locul

# A place that is kept for an answer.
booking-offered = Este un loc pentru dumneavoastră
booking-kept-until = Păstrăm locul pentru dumneavoastră până { $until }.
booking-only-yours = Locul este al dumneavoastră numai după ce spuneți da.
booking-no-title = Nu, mulțumesc
booking-no-say = Spuneți nu acestui loc? Nu veți mai fi pe lista de așteptare.
booking-no = Nu, dați-l altei familii

# Over.
booking-past = Activitatea s-a terminat
booking-past-say = Sperăm că v-a plăcut.
booking-cancelled = Rezervarea dumneavoastră este anulată
booking-thanks-another = Vă mulțumim: acum poate veni altă familie.
booking-cancelled-at = A fost anulată { $at }.
booking-undo-until = A fost o greșeală? Vă puteți răzgândi până { $until }.
booking-undo = Vreau totuși să vin
booking-left = Nu mai sunteți pe lista de așteptare
booking-left-at = Ați fost pe listă până { $at }.
booking-declined = Vă mulțumim
booking-declined-offer = Vom da locul altei familii.
booking-declined-at = Ați spus nu { $at }.
booking-changed-mind = V-ați răzgândit? Sunați la
booking-lapsed = Nu am primit răspunsul dumneavoastră la timp
booking-lapsed-until = V-am păstrat un loc până { $until }. Puteți cere din nou.
booking-line-over = Ne pare rău, nu s-a eliberat niciun loc
booking-line-over-say = Nu mai sunteți pe lista de așteptare.
booking-off = Activitatea este anulată
booking-off-say = Ne pare rău. Vă rugăm să nu veniți.
booking-unfit = Ne pare rău, nu se poate
booking-unfit-say = Activitatea este pentru copii de altă vârstă. Nu mai aveți un loc.

# What came of a press, where it is not what was wished.
booking-gone = Ne pare rău, locul tocmai a fost luat.
booking-gone-waiting = Ne pare rău, locul tocmai a fost luat. Sunteți în continuare pe lista de așteptare.
booking-too-late = Este prea târziu pentru asta. Nu s-a schimbat nimic.
booking-settled = Ați răspuns deja. Iată cum stau lucrurile acum.
booking-not-that-day = Nu se poate în ziua aceea. Nu s-a schimbat nimic.
booking-not-that-party = Trebuie să vină un copil de vârsta potrivită. Nu s-a schimbat nimic.
booking-nobody = Bifați cine vine. Dacă nu poate veni nimeni, renunțați la loc.
booking-busy = Copilul dumneavoastră are alt loc la ora aceea. Renunțați întâi la acela.

# Links that lead nowhere.
booking-unknown = Acest link nu merge
booking-unknown-say = Vă rugăm să folosiți linkul întreg din mesajul nostru.
booking-expired = Acest link nu mai merge
booking-expired-say = A expirat. Nu s-a schimbat nimic.

# Messages that booking has opened.
booking-stop-ask = Opriți aceste mesaje?
booking-stop-say = Atunci nu vă mai scriem când puteți rezerva aici:
booking-stop = Opriți aceste mesaje
booking-stopped = Nu mai primiți mesaje
booking-stopped-say = Nu vă mai scriem despre asta.
