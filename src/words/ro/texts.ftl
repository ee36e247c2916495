# Text messages to families. Each begins with who sends it, so that it is known on a list of texts.
# Short: 160 plain letters are one text, and each text is paid for.

# What a session is called: its name, or this where it is private.
text-appointment = Programarea dumneavoastră
# { $day } is as "marți, 3 iunie", { $time } as "10:00".
text-when = { $day }, ora { $time }

# Codes.
text-code = { $from }: codul pentru intrarea în cont este { $code }. Merge timp de 10 minute. Nu îl spuneți nimănui.
text-join = { $from }: codul dumneavoastră este { $code }. Scrieți-l pe pagina pe care o aveți deschisă. Nu ați fost dumneavoastră? Atunci nu faceți nimic.

# A place.
text-booked = { $from }: aveți un loc. { $what }, { $when }. Vedeți sau renunțați: { $link }
text-given = { $from }: s-a eliberat un loc și este al dumneavoastră. { $what }, { $when }. Vedeți sau renunțați: { $link }
text-reminder = { $from }: ne vedem în curând! { $what }, { $when }. Nu puteți veni? Spuneți-ne: { $link }

# The waiting list.
text-waiting = { $from }: sunteți pe lista de așteptare, încă nu aveți un loc. { $what }, { $when }. { $link }
text-offer = { $from }: este un loc pentru dumneavoastră. { $what }, { $when }. Îl vreți? Spuneți-ne până { $until }: { $link }
# A digit alone is read as an answer, a word beside it is not.
text-offer-answer = { $from }: este un loc pentru dumneavoastră. { $what }, { $when }. Răspundeți numai cu o cifră, 1 pentru da sau 2 pentru nu, până { $until }. Sau intrați pe { $link }
text-lapsed = { $from }: nu am primit răspunsul dumneavoastră, de aceea nu mai păstrăm locul. { $what }, { $when }. Vedeți activitățile: { $link }
text-last-call = { $from }: acum este un loc liber. { $what }, { $when }. Îl primește prima familie care spune da: { $link }
text-line-over = { $from }: ne pare rău, nu s-a eliberat niciun loc. { $what }, { $when }. Vedeți celelalte activități: { $link }

# Changes.
text-changed = { $from }: s-a schimbat ceva. { $what }, acum: { $when }, { $place }. { $link }
text-changed-private = { $from }: s-a schimbat ceva. { $what }: { $when }. { $link }
text-off = { $from }: ne pare rău, s-a anulat: { $what }, { $when }. Vă rugăm să nu veniți. Vedeți celelalte activități: { $link }
text-gone = { $from }: am notat că nu mai veniți: { $what }, { $when }. Este o greșeală? { $link }
text-gone-ring = { $from }: am notat că nu mai veniți: { $what }, { $when }. Este o greșeală? { $ask }
text-unfit = { $from }: ne pare rău, nu mai puteți veni: { $what }, { $when }. { $ask }

# Booking has opened, and cards. These stop when a family says so.
text-open = { $from }: puteți rezerva acum. { $what }, { $when }. { $link }
text-card = { $from }: la mulți ani de la noi toți! Familia dumneavoastră rămâne membră încă un an. Vedeți activitățile: { $link }
text-farewell = { $from }: copilul dumneavoastră are 5 ani, de aceea familia dumneavoastră nu mai este membră de acum. Ne-am bucurat să fiți cu noi. Ce ați rezervat rămâne rezervat.
text-missed = { $from }: nu v-am mai văzut de ceva timp și sperăm că sunteți bine cu toții. Vă este greu să veniți? Am vrea să vă ajutăm. { $ask }
text-stop = Nu mai vreți astfel de SMS-uri? Răspundeți STOP.
text-stop-link = Nu mai vreți astfel de SMS-uri? { $link }

# Whom to ask.
text-ring = Sunați-ne: { $phone }
text-ask = Întrebați la centru.

# A family that joined, and a place that was asked for.
text-joined = { $from }: bine ați venit, familia dumneavoastră este acum membră. Puteți renunța oricând: { $link }
text-not-booked = { $from }: ne pare rău, nu am putut rezerva locul pe care l-ați cerut. Vedeți celelalte activități: { $link }

# What we answer to a text.
text-which = { $from }: mai multe locuri așteaptă răspunsul dumneavoastră. Vă rugăm să le deschideți aici: { $links }
text-nothing = { $from }: acum niciun loc nu așteaptă răspunsul dumneavoastră. Vedeți activitățile: { $link }
text-too-late = { $from }: ne pare rău, nu mai păstrăm acel loc. Vedeți activitățile: { $link }
text-no-place = { $from }: ne pare rău, nu v-am putut da acel loc. { $ask }
text-declined = { $from }: vă mulțumim. Vom da locul altei familii.
text-stopped = { $from }: nu vă mai trimitem felicitări și noutăți prin SMS. Despre rezervările dumneavoastră vă scriem în continuare.
text-not-read = { $from }: nimeni nu citește SMS-urile trimise la acest număr. { $ask }

# A text to try the settings with.
text-test = { $from }: acesta este un test. Se pot trimite SMS-uri.

# Where codes are sent as texts too: on the pages that ask for them.
sign-in-either = Adresa dumneavoastră de email sau numărul de telefon mobil
sign-in-either-wrong = Scrieți o adresă de email, de exemplu name@example.com, sau un număr de telefon mobil, de exemplu 07700 900123
sign-in-either-sent = Dacă avem adresa sau numărul dumneavoastră, v-am trimis un cod. Merge timp de 10 minute.
book-text-title = Uitați-vă în telefon
book-text-lead = Vă trimitem un SMS cu un cod de opt cifre sau vă sunăm.
book-text-next = Până atunci nu este rezervat nimic. Nu ați primit SMS-ul după două minute? Vă rugăm să ne sunați.
