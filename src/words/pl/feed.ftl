# Her places in a calendar of her own.
feed-name = { $organisation }: nasze rezerwacje
feed-title = Twoje rezerwacje w Twoim kalendarzu
feed-line = Kalendarz w telefonie może pokazywać Twoje rezerwacje. Gdy zmieni się dzień albo to, gdzie są zajęcia, kalendarz też to pokaże.
feed-in-it = Pokazuje nazwę zajęć oraz kiedy i gdzie są. Nie pokazuje Twojego imienia i nazwiska ani imienia dziecka. Niektórych prywatnych zajęć tam nie ma.
feed-keep = Nie dawaj nikomu tego adresu. Kto go ma, może zobaczyć, gdzie będziesz.
feed-again = Masz już adres kalendarza. Jeśli poprosisz o nowy, stary przestanie działać.
feed-ask = Chcę adres kalendarza
feed-ready = Adres Twojego kalendarza jest gotowy
feed-once = Pokazujemy go tylko raz. Działa przez rok.
feed-add = Dodaj do mojego kalendarza
feed-copy = Albo skopiuj adres i wklej go w swoim kalendarzu
feed-stop = Zobacz lub wyłącz adres kalendarza
feed-since = Twoje rezerwacje w kalendarzu, od: { $at }
feed-end = Wyłącz ten kalendarz

feed-gone = Ten kalendarz już nie działa
feed-gone-line = Ten adres kalendarza nie działa. Żeby dostać nowy, zaloguj się i otwórz stronę „Moja rodzina”.
