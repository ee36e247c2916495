# Being a member: the pages behind links in messages, and what is printed.
member-thanks = Vă mulțumim
member-contact = Este adresa dumneavoastră de email?
member-contact-say = Așa știm că mesajele noastre ajung la dumneavoastră.
member-contact-yes = Da, este a mea
member-contact-done = Acum știm că mesajele noastre ajung la dumneavoastră.
member-address-say = De acum înainte vă vom scrie la această adresă.
member-address-done = Vă vom scrie la această adresă.
member-same = V-ați mutat sau v-ați schimbat numărul de telefon?
member-same-say = Dacă nu, trebuie doar să apăsați butonul. Păstrăm totul cum este.
member-same-no = Nu, nu s-a schimbat nimic
member-same-yes = Da, s-a schimbat ceva
member-same-done = Păstrăm totul cum este.
member-stop = Nu mai vreți să fiți familie membră?
member-stop-say = Puteți în continuare să rezervați și să veniți. Nu vă mai trimitem felicitări.
member-stop-yes = Nu mai vrem să fim membri
member-stop-done = Familia dumneavoastră nu mai este membră
member-stop-done-say = Puteți în continuare să rezervați și să veniți. Vă așteptăm cu drag.
member-cards = Nu mai vreți felicitări de ziua copilului?
member-cards-say = Familia dumneavoastră rămâne membră. Doar felicitările se opresc.
member-cards-yes = Opriți felicitările
member-cards-done = Nu mai trimitem felicitări
member-cards-done-say = Familia dumneavoastră rămâne membră. Vă așteptăm oricând cu drag.

# The card.
member-card = Card de membru
member-card-number = Număr de membru
member-card-and = și { $name }
member-card-phone = Telefon: { $phone }
member-card-show = Arătați acest card când veniți. Nimeni nu vă poate citi datele de pe el.
member-card-offer = Ce găsiți la noi
member-card-offer-all = Joacă, sfaturi și prieteni noi pentru familii cu copii mici.
member-card-notice = Datele dumneavoastră
member-card-version = Informare { $version } ({ $language })

# A birthday card on paper.
member-birthday-thanks = Vă mulțumim
member-birthday-number = Număr de membru: { $number }
member-birthday-to = { $name } și familia
member-birthday-book-phone = Ca să rezervați, intrați pe { $address } sau sunați la { $centre }: { $phone }.
member-birthday-book-centre = Ca să rezervați, intrați pe { $address } sau întrebați la { $centre }.
member-birthday-book-us = Ca să rezervați, intrați pe { $address } sau întrebați-ne pe noi.
member-birthday-moved = V-ați mutat? Aveți alt număr de telefon? Vă rugăm să ne spuneți. Spuneți-ne și dacă nu mai vreți aceste felicitări.
member-birthday-ask-phone = Aveți o întrebare? Sunați la { $centre }: { $phone }.
member-birthday-ask-centre = Aveți o întrebare? Întrebați la { $centre }.
member-birthday-ask-us = Aveți o întrebare? Întrebați-ne.

# A letter on paper.
member-letter-scan = Scanați codul acesta sau întrebați la centru.
