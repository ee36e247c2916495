# A family’s own pages.

# Our places.
my-title = Rezervările mele
my-offers = Un loc pentru dumneavoastră
my-places = Locurile dumneavoastră
my-waiting = Pe lista de așteptare
my-past = Trecute și anulate
my-older = Mai vechi
my-back = Înapoi la rezervările mele
my-appointment = Programarea dumneavoastră
my-show = Arătați ce este
my-until = Păstrăm locul pentru dumneavoastră până { $until }.
my-only-yours = Locul este al dumneavoastră numai după ce spuneți da.
my-yes = Da, vreau locul
my-no = Nu, mulțumesc
my-about = { $title }, { $when }
my-for = Pentru
my-when = Când
my-where = Unde
my-also-on = Și în ziua
my-bring = De adus
my-phone = Sunați la
my-adults = { $n ->
    [one] 1 adult
    [few] { $n } adulți
   *[other] { $n } de adulți
}
my-and = { $names } și { $adults }
my-party = Schimbați cine vine
my-party-who = Cine vine?
my-party-adults = Câți adulți vin?
my-other-day = Alegeți altă zi
my-cancel = Renunț la acest loc
my-cancel-by = Dacă nu puteți veni, spuneți-ne până { $until }.
my-cancel-late = Dacă nu puteți veni, vă rugăm să ne spuneți. Poate altcineva vrea locul.
my-begun = Activitatea a început. Dacă vreți să ne spuneți ceva, sunați-ne.
my-leave = Nu mai aștept
my-calendar = Adăugați în calendar
my-changed-mind = V-ați răzgândit?
my-or = Este bună și oricare dintre aceste zile:
my-free = Acum este un loc liber: { $when }. Îl primește prima familie care spune da.
my-chance-good = Se eliberează des locuri. Aveți șanse bune.
my-chance-some = Poate se eliberează un loc. Nu știm sigur.
my-chance-small = Se eliberează puține locuri. Poate vreți să căutați și altă zi.
my-position = Numărul dumneavoastră la rând: { $n }.
my-no-place-yet = Încă nu aveți un loc. Vă anunțăm dacă se eliberează unul.
my-was-booked = Ați avut un loc.
my-was-cancelled = Rezervare anulată.
my-was-lapsed = Nu ați primit un loc.
my-was-declined = Ați spus nu.
my-nothing = Nu aveți nimic rezervat.
my-for-child = { $age ->
    [one] Vedeți activități pentru { $name }, 1 an
    [few] Vedeți activități pentru { $name }, { $age } ani
   *[other] Vedeți activități pentru { $name }, { $age } de ani
}
my-for-baby = Vedeți activități pentru { $name }

# What has just been done.
my-done-accepted = Aveți un loc rezervat. Vă așteptăm cu drag.
my-done-declined = Vă mulțumim. Vom da locul altei familii.
my-done-cancelled = Rezervarea dumneavoastră este anulată. Vă mulțumim: acum poate veni altă familie.
my-done-left = Nu mai sunteți pe lista de așteptare.
my-done-saved = Am salvat.
my-done-asked = Vă mulțumim. Verificăm și schimbăm noi pentru dumneavoastră.
my-done-address = Vă mulțumim. V-am trimis un email. Deschideți-l ca să confirmați că adresa nouă este a dumneavoastră.
my-done-not-a-member = Familia dumneavoastră nu mai este membră. Puteți în continuare să rezervați și să veniți.
my-done-member = Familia dumneavoastră este din nou membră. Bine ați revenit.

# What cannot be done.
my-wrong-offer = Ne pare rău, nu mai păstrăm acel loc. Vedeți mai jos cum stau lucrurile.
my-wrong-clash = Copilul dumneavoastră are alt loc la ora aceea. Renunțați întâi la acela.
my-wrong-limit = Aveți deja toate locurile pe care le poate rezerva o familie aici. Renunțați întâi la unul.
my-wrong-members = Această activitate este pentru familii membre. Puteți deveni din nou familie membră la „Familia mea”.
my-wrong-adults = Scrieți câți adulți vin, de la 0 la 10
my-wrong-nobody = Bifați cine vine
my-wrong-age = Activitatea este pentru copii de altă vârstă. Trebuie să vină cineva de vârsta potrivită.
my-wrong-no-room = Nu este destul loc pentru toți. Rezervarea dumneavoastră rămâne cum este.
my-wrong-late = Este prea târziu ca să schimbați asta aici. Vă rugăm să ne sunați.

# Giving a place up.
my-ask-cancel = Renunțați la acest loc?
my-ask-cancel-line = Locul rămâne al dumneavoastră până când apăsați butonul.
my-ask-leave = Ieșiți de pe lista de așteptare?
my-ask-leave-line = Rămâneți pe listă până când apăsați butonul.
my-keep = Nu, înapoi
my-cancel-yes = Da, renunț la loc
my-leave-yes = Da, nu mai aștept

# The card.
my-card = Cardul meu
my-card-number = Numărul de membru
my-card-show = Arătați acest card când veniți.
my-card-code = Codul de pe cardul dumneavoastră
my-card-names = Pentru
my-card-centre = Centrul dumneavoastră
my-card-save = Salvați o poză a cardului
my-card-none = Familia dumneavoastră nu este membră acum, de aceea nu aveți card. Puteți în continuare să rezervați și să veniți.

# My family.
my-family = Familia mea
my-back-to-family = Înapoi la familia mea

# Where she is signed in.
my-sign-ins = Unde ați intrat în cont
my-sign-ins-line = Vedeți ceva ce nu cunoașteți? Ieșiți din cont acolo și sunați-ne.
my-sign-in-since = Intrare în cont: { $at }
my-sign-in-this = Aici sunteți acum.
my-sign-in-end = Ieșiți din cont acolo
my-save = Salvați
my-change = Schimbați
my-remove = Ștergeți
my-choose = Alegeți
my-not-here = Sunt lucruri pe care nu le puteți schimba aici.
my-not-said = fără răspuns
my-children = Copiii dumneavoastră
my-add-child = Adăugați un copil
my-born-on = Data nașterii: { $day }
my-due-on = Naștere așteptată: { $day }
my-request-open = Ne-ați cerut să schimbăm asta. Verificăm și vă spunem.
my-request-refused = Nu am schimbat asta. Motivul: { $why }
my-you = Dumneavoastră
my-others = Alți adulți
my-theirs = Numai { $name } poate schimba aceste date.
my-no-email = Nu vă trimitem emailuri.
my-no-text = Nu vă trimitem SMS-uri.
my-no-call = Nu vă sunăm.
my-no-voicemail = Nu vă lăsăm mesaje vocale pe telefon.
my-no-post = Nu vă trimitem scrisori prin poștă.
my-email-to-confirm = Am trimis un email la { $email }. Deschideți-l ca să confirmați că adresa este a dumneavoastră.
my-home = Unde locuiți
my-no-home = Nu avem nicio adresă.
my-trusted = Cine poate veni cu copiii dumneavoastră
my-trusted-line = Poate fi un bunic, o bunică, cineva apropiat sau bona (childminder). Dumneavoastră spuneți cu ce copii și până când.
my-add-adult = Adăugați un adult
my-may-bring = Poate veni cu { $names }
my-may-until = Până la { $day }
my-birthdays = Felicitări de ziua copilului
my-questions = Întrebări și răspunsuri
my-membership = Familie membră
my-stop = Nu mai vrem să fim membri
my-join-again = Vrem să fim din nou membri
my-guest = Rezervați fără înscriere. Familia dumneavoastră nu este membră.
my-told-title = Ce date avem
my-see-told = Vedeți ce ne-ați spus

# Its forms.
my-your-name = Numele dumneavoastră
my-your-email = Adresa dumneavoastră de email
my-your-email-hint = Dacă este nouă, trimitem acolo un email ca să o verificăm.
my-your-phone = Numărul dumneavoastră de telefon
my-may-we = Putem
my-by-email = să vă trimitem emailuri?
my-by-text = să vă trimitem SMS-uri?
my-by-phone = să vă sunăm?
my-by-voicemail = să vă lăsăm mesaje vocale pe telefon?
my-by-post = să vă trimitem scrisori prin poștă?
my-postcode = Codul dumneavoastră poștal
my-no-postcode = Nu am cod poștal sau nu vreau să-l spun
my-address = Adresa dumneavoastră
my-address-hint = Numărul casei și strada. Acolo vă trimitem scrisorile.
my-correct-child = Schimbați numele sau data nașterii unui copil
my-baby-born = Bebelușul s-a născut
my-we-check = Verificăm și schimbăm noi pentru dumneavoastră.
my-twins = Gemeni? Vă rugăm să ne sunați. Îi adăugăm noi.
my-child-name = Numele copilului dumneavoastră
my-is-born = S-a născut copilul?
my-is-born-yes = Da
my-is-born-no = Încă nu
my-born = Când s-a născut copilul?
my-born-hint = De exemplu, 27 3 2025
my-due = Când trebuie să se nască bebelușul?
my-adult-name = Numele persoanei
my-adult-phone = Numărul de telefon al persoanei, dacă îl știți
my-relationship = Cine este această persoană pentru dumneavoastră?
my-relationship-grandparent = Bunic sau bunică
my-relationship-childminder = Bonă (childminder)
my-relationship-relative = Altcineva din familie
my-relationship-friend = Prieten sau prietenă
my-relationship-other = Altcineva
my-which-children = Cu ce copii poate veni?
my-until-when = Până când?
my-until-when-hint = Lăsați gol dacă nu este o dată de sfârșit.
my-ask-remove = Ștergeți acest adult?
my-ask-remove-line = { $name } nu va mai putea veni cu copiii dumneavoastră.
my-remove-yes = Da, ștergeți
my-ask-stop = Nu mai vreți să fiți familie membră?
my-ask-stop-line = Puteți în continuare să rezervați și să veniți. Nu vă mai trimitem felicitări. Numărul de membru nu va mai merge.
my-stop-yes = Da, renunțăm
my-question-about = { $question }: { $name }
my-answer = Răspunsul dumneavoastră
my-answer-hint = Lăsați gol ca să vă retrageți răspunsul.
my-answer-none = Nu vreau să răspund
my-answer-yes = Da
my-answer-no = Nu
my-answer-female = Feminin
my-answer-male = Masculin
my-answer-prefer_not_to_say = Prefer să nu spun
my-answer-not_known = Nu știu
my-answer-white_british = Origine engleză, galeză, scoțiană, nord-irlandeză sau britanică
my-answer-white_irish = Origine irlandeză
my-answer-white_gypsy_traveller = Gypsy sau nomazi irlandezi (Irish Traveller)
my-answer-white_roma = Origine romă (rromă)
my-answer-white_other = Altă origine albă
my-answer-mixed_white_black_caribbean = Origine albă și neagră din Caraibe
my-answer-mixed_white_black_african = Origine albă și neagră din Africa
my-answer-mixed_white_asian = Origine albă și asiatică
my-answer-mixed_other = Altă origine mixtă sau multiplă
my-answer-asian_indian = Origine indiană
my-answer-asian_pakistani = Origine pakistaneză
my-answer-asian_bangladeshi = Origine din Bangladesh
my-answer-asian_chinese = Origine chineză
my-answer-asian_other = Altă origine asiatică
my-answer-black_african = Origine africană
my-answer-black_caribbean = Origine caraibiană
my-answer-black_other = Altă origine neagră
my-answer-arab = Origine arabă
my-answer-other = Alt grup etnic

# What we ask, and why.
my-question-ethnicity = Grupul etnic
my-why-ethnicity = Ca să vedem dacă ajutorul nostru ajunge la toate familiile. Nu trebuie să spuneți.
my-question-sex = Sexul
my-why-sex = Ca să vedem dacă vin și tații, și mamele. Nu trebuie să spuneți.
my-question-main_language = Limba pe care o știți cel mai bine
my-why-main_language = Ca să vă putem scrie în cuvinte pe care le știți bine.
my-question-interpreter = Aveți nevoie de interpret? În ce limbă?
my-why-interpreter = Ca să fie acolo cineva care vorbește limba dumneavoastră.
my-question-access_needs = Ce ajutor vă trebuie ca să intrați și să participați?
my-why-access_needs = Ca să puteți intra și participa.
my-question-allergies = Alergii
my-why-allergies = Ca să fie copilul dumneavoastră în siguranță când este mâncare.
my-question-birthday_cards = Vreți felicitări de ziua copilului?
my-why-birthday_cards = Ca să nu vină felicitări pe care nu le vreți.
my-question-birthday_by_email = Felicitări prin email
my-why-birthday_by_email = Ca să știm dacă putem trimite felicitări prin email.
my-question-birthday_by_text = Felicitări prin SMS
my-why-birthday_by_text = Ca să știm dacă putem trimite felicitări prin SMS.
my-question-photos = Putem face poze?
my-why-photos = Ca să știm dacă putem face poze copilului dumneavoastră.

# What is wrong with a form.
my-wrong-name = Scrieți numele dumneavoastră
my-wrong-email = Scrieți o adresă de email, de exemplu name@example.org
my-wrong-phone = Scrieți un număr de telefon, de exemplu 07700 900123
my-wrong-no-way = Scrieți o adresă de email sau un număr de telefon
my-wrong-postcode = Scrieți codul poștal sau bifați căsuța de sub el
my-wrong-address = Scrieți adresa mai scurt
my-wrong-child-name = Scrieți numele copilului
my-wrong-is-born = Spuneți dacă s-a născut copilul
my-wrong-date = Scrieți o dată corectă, de exemplu 27 3 2025
my-wrong-year = Scrieți anul cu patru cifre, de exemplu 2024
my-wrong-born-ahead = Ziua aceea nu a venit încă. Bebelușul nu s-a născut încă? Alegeți „Încă nu”.
my-wrong-due = Scrieți când trebuie să se nască bebelușul: cel mult peste zece luni
my-wrong-adult-name = Scrieți numele persoanei
my-wrong-relationship = Spuneți cine este această persoană pentru dumneavoastră
my-wrong-children = Bifați cel puțin un copil
my-wrong-no-children = Adăugați întâi copilul dumneavoastră
my-wrong-until = Scrieți o zi din viitor, de exemplu 27 3 2027, sau lăsați gol
my-wrong-answer = Alegeți un răspuns sau scrieți unul mai scurt
my-wrong-changed = Cineva a schimbat ceva cât timp ați fost aici. Uitați-vă din nou, apoi salvați.
my-wrong-not-taken = Nu am putut salva. Vă rugăm să ne sunați.

# What she told us.
my-told = Ce ne-ați spus
my-told-line = Acestea sunt lucrurile pe care ni le-ați spus dumneavoastră. Poate nu sunt toate datele pe care le avem.
my-told-booked = Aveți sau ați avut un loc.
my-told-waiting = Așteptați un loc.
my-told-offered = Este un loc pentru dumneavoastră.
my-told-file = Salvați ca fișier
my-everything = Toate datele pe care le avem
my-everything-line = Puteți cere o copie a tuturor datelor pe care le avem despre dumneavoastră și copil. Este gratuit.
my-everything-yes = Cereți toate datele
my-everything-asked = Am primit cererea dumneavoastră. Vă trimitem datele până la { $by }.
