# Text messages to families. Each begins with who sends it, so that it is known on a list of texts.
# Short: 160 plain letters are one text, and each text is paid for.

# What a session is called: its name, or this where it is private.
text-appointment = Twoja wizyta
# { $day } is as "wtorek, 3 czerwca", { $time } as "10:00".
text-when = { $day }, godz. { $time }

# Codes.
text-code = { $from }: Twój kod do logowania to { $code }. Działa 10 minut. Nie podawaj go nikomu.
text-join = { $from }: Twój kod to { $code }. Wpisz go na otwartej stronie. To nie Ty? Nic nie rób.

# A place.
text-booked = { $from }: masz miejsce. { $what }, { $when }. Zobacz lub zrezygnuj: { $link }
text-given = { $from }: zwolniło się miejsce i jest Twoje. { $what }, { $when }. Zobacz lub zrezygnuj: { $link }
text-reminder = { $from }: do zobaczenia wkrótce! { $what }, { $when }. Nie możesz przyjść? Daj nam znać: { $link }

# The waiting list.
text-waiting = { $from }: jesteś na liście oczekujących, nie masz jeszcze miejsca. { $what }, { $when }. { $link }
text-offer = { $from }: jest dla Ciebie miejsce. { $what }, { $when }. Chcesz je? Odpowiedz do: { $until }. { $link }
# A digit alone is read as an answer, a word beside it is not.
text-offer-answer = { $from }: jest dla Ciebie miejsce. { $what }, { $when }. Odpisz tylko cyfrą: 1 to tak, 2 to nie. Czekamy do: { $until }. Możesz też wejść na { $link }
text-lapsed = { $from }: nie było odpowiedzi, więc już nie trzymamy dla Ciebie miejsca. { $what }, { $when }. Zobacz zajęcia: { $link }
text-last-call = { $from }: jest teraz wolne miejsce. { $what }, { $when }. Dostanie je rodzina, która pierwsza powie „tak”: { $link }
text-line-over = { $from }: niestety, żadne miejsce się nie zwolniło. { $what }, { $when }. Zobacz inne zajęcia: { $link }

# Changes.
text-changed = { $from }: jest zmiana. { $what }, teraz: { $when }, { $place }. { $link }
text-changed-private = { $from }: jest zmiana. { $what }: { $when }. { $link }
text-off = { $from }: przepraszamy, odwołane: { $what }, { $when }. Prosimy nie przychodzić. Zobacz inne zajęcia: { $link }
text-gone = { $from }: nie bierzesz już udziału: { $what }, { $when }. To pomyłka? { $link }
text-gone-ring = { $from }: nie bierzesz już udziału: { $what }, { $when }. To pomyłka? { $ask }
text-unfit = { $from }: niestety, nie możecie już wziąć udziału: { $what }, { $when }. { $ask }

# Booking has opened, and cards. These stop when a family says so.
text-open = { $from }: można już rezerwować. { $what }, { $when }. { $link }
text-card = { $from }: wszystkiego najlepszego z okazji urodzin od nas wszystkich! Macie członkostwo na kolejny rok. Zobacz zajęcia: { $link }
text-farewell = { $from }: Twoje dziecko ma już 5 lat, więc Wasze członkostwo teraz się kończy. Miło było mieć Was u nas. Rezerwacje, które już masz, są nadal ważne.
text-missed = { $from }: dawno Was u nas nie było. Mamy nadzieję, że wszystko u Was dobrze. Coś utrudnia Ci przyjście? Chętnie pomożemy. { $ask }
text-stop = Nie chcesz już takich SMS-ów? Odpisz STOP.
text-stop-link = Nie chcesz już takich SMS-ów? { $link }

# Whom to ask.
text-ring = Zadzwoń do nas: { $phone }
text-ask = Zapytaj w swoim centrum.

# A family that joined, and a place that was asked for.
text-joined = { $from }: witamy, masz teraz członkostwo. Możesz je zakończyć w każdej chwili: { $link }
text-not-booked = { $from }: niestety, nie udało się zarezerwować dla Ciebie miejsca. Zobacz inne zajęcia: { $link }

# What we answer to a text.
text-which = { $from }: na Twoją odpowiedź czeka więcej niż jedno miejsce. Otwórz je tutaj: { $links }
text-nothing = { $from }: teraz żadne miejsce nie czeka na Twoją odpowiedź. Zobacz zajęcia: { $link }
text-too-late = { $from }: niestety, już nie trzymamy tego miejsca. Zobacz zajęcia: { $link }
text-no-place = { $from }: niestety, nie mogliśmy dać Ci tego miejsca. { $ask }
text-declined = { $from }: dziękujemy. Zaproponujemy to miejsce innej rodzinie.
text-stopped = { $from }: nie będziemy już wysyłać Ci SMS-em kartek ani nowości. O Twoich rezerwacjach nadal będziemy pisać.
text-not-read = { $from }: nikt nie czyta SMS-ów wysłanych na ten numer. { $ask }

# A text to try the settings with.
text-test = { $from }: to jest test. SMS-y można wysyłać.

# Where codes are sent as texts too: on the pages that ask for them.
sign-in-either = Twój adres e-mail lub numer telefonu komórkowego
sign-in-either-wrong = Wpisz adres e-mail, na przykład name@example.com, albo numer telefonu komórkowego, na przykład 07700 900123
sign-in-either-sent = Jeśli znamy Twój adres lub numer, kod jest już wysłany. Jest ważny 10 minut.
book-text-title = Sprawdź telefon
book-text-lead = Wyślemy Ci SMS z kodem (osiem cyfr) albo do Ciebie zadzwonimy.
book-text-next = Do tego czasu nic nie jest zarezerwowane. Po dwóch minutach nadal nie ma SMS-a? Zadzwoń do nas.
