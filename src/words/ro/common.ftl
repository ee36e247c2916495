# Glossary (English = Romanian), the same word everywhere:
# place (a reserved space) = loc; booking = rezervare; to book = a rezerva
# My places = Rezervările mele (menu; the list holds waiting too)
# waiting list = listă de așteptare; number in line = numărul la rând
# offer = locul păstrat / „este un loc pentru dumneavoastră” (never „ofertă”, which is a bargain)
# say yes / no to it = spuneți da / nu
# centre = centru; family hub = centrul pentru familii (Family Hub)
# member = (familie) membră, so that mother and father are both meant; to join = a vă înscrie
# guest = fără înscriere; member number = număr de membru
# card = card (de membru); birthday card = felicitare
# session, group = activitate (both); what's on = activități
# venue = where it is held: adresă, „se ține la” (never „loc”)
# give up a place (family) = a renunța la loc; cancelled = anulat; stop waiting = nu mai aștept
# moved = mutat; drop in = veniți direct; places left = locuri libere
# sign in / out = a intra în cont / a ieși din cont; code, number in our message = cod
# text = SMS; junk mail = spam; postcode = cod poștal
# Exit this page = Ieșiți din pagină

# On every page.
skip = Treceți la conținut
menu = Meniu principal
menu-whats-on = Activități
menu-my = Rezervările mele
menu-family = Familia mea
menu-sign-in = Intrați sau ieșiți din cont
menu-sign-out = Ieșiți din cont
foot = Despre acest site
foot-contact = Sunați la centru
foot-privacy = Protecția datelor
foot-accessibility = Accesibilitate
foot-staff = Cont pentru angajați
foot-developers = Pentru programatori

# Forms.
problem = Ceva nu este în regulă
error = Eroare:
day = Ziua
month = Luna
year = Anul

# Where nothing is.
see-whats-on = Vedeți activitățile
gone-title = Nu găsim această pagină
gone-line = Poate s-a mutat sau poate activitatea s-a terminat. Dacă ați scris adresa de mână, verificați-o, vă rugăm.

# Places at a session.
places-left = { $n ->
    [one] 1 loc liber
    [few] { $n } locuri libere
   *[other] { $n } de locuri libere
}
exit-page = Ieșiți din pagină
