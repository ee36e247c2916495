# Her places in a calendar of her own.
feed-name = { $organisation }: rezervările noastre
feed-title = Rezervările dumneavoastră în calendar
feed-line = Calendarul din telefon vă poate arăta ce ați rezervat. Dacă se schimbă ziua sau adresa, vedeți și asta acolo.
feed-in-it = Calendarul arată numele activității, când este și unde. Nu arată numele dumneavoastră sau al copilului. Unele activități private nu apar.
feed-keep = Nu dați nimănui adresa calendarului. Oricine o are poate vedea unde veți fi.
feed-again = Aveți deja o adresă. Dacă luați una nouă, cea veche nu mai merge.
feed-ask = Vreau adresa calendarului
feed-ready = Adresa calendarului dumneavoastră este gata
feed-once = O arătăm o singură dată. Merge un an.
feed-add = Adăugați în calendar
feed-copy = Sau copiați adresa și puneți-o în calendar
feed-stop = Vedeți sau opriți adresa calendarului
feed-since = Rezervările dumneavoastră în calendar. Începând cu: { $at }
feed-end = Opriți acest calendar

# An address that does not work.
feed-gone = Acest calendar este oprit
feed-gone-line = Această adresă de calendar nu merge. Ca să primiți una nouă, intrați în cont și mergeți la „Familia mea”.
