# After a session: how was it? And what a centre changed because of what families said.

# The message. It comes to those who said yes to it.
mail-feedback = Cum a fost?
mail-feedback-say = Ați venit la „{ $what }” ({ $day }). A fost bine? Spuneți-ne din două atingeri.
mail-feedback-tell = Spuneți-ne
mail-feedback-no-name = Nu arătăm niciodată altor familii cuvintele sau numele dumneavoastră.
mail-feedback-to-stop = Nu vreți aceste mesaje?
mail-feedback-stop = Opriți aceste mesaje

# What is asked once, among what is known of a family.
my-question-feedback_by_email = Vă putem întreba prin email cum a fost o activitate?
my-why-feedback_by_email = Ca să știm dacă vă putem întreba cum a fost activitatea. Puteți opri mesajele oricând.

# The page to stop them.
member-feedback = Opriți aceste mesaje?
member-feedback-say = Atunci nu vă mai întrebăm cum a fost o activitate. Nu se schimbă nimic altceva.
member-feedback-yes = Opriți aceste mesaje
member-feedback-done = Nu vă mai întrebăm
member-feedback-done-say = Vă așteptăm oricând cu drag.

# The page: first one of two buttons, then a box that may stay empty.
feedback-title = A fost bine?
feedback-good = Bine
feedback-not-good = Nu prea bine
feedback-once = Apăsați un buton. Puteți schimba răspunsul mai târziu.
feedback-thanks = Vă mulțumim
feedback-said-good = Ați spus: bine.
feedback-said-not-good = Ați spus: nu prea bine.
feedback-change-to-good = Schimbați în „Bine”
feedback-change-to-not-good = Schimbați în „Nu prea bine”
# Above the box. It must be read before anything is typed.
feedback-danger = Este cineva în pericol? Sunați la 999.
feedback-else-phone = Pentru orice altceva, sunați la { $centre }: { $phone }.
feedback-else-ask = Pentru orice altceva, întrebați la { $centre }.
feedback-box = Ar trebui să schimbăm ceva?
feedback-box-say = Nu trebuie să scrieți. Vă rugăm să nu scrieți nume de persoane. { $longest ->
    [one] Cel mult o literă.
    [few] Cel mult { $longest } litere.
   *[other] Cel mult { $longest } de litere.
}
feedback-send = Trimiteți
feedback-written = Am primit ce ați scris. Cineva de la { $centre } va citi textul în cel mult două zile lucrătoare.
feedback-write-again = Scrieți din nou, în locul textului dinainte
feedback-too-long = { $longest ->
    [one] Scrieți mai scurt: cel mult o literă
    [few] Scrieți mai scurt: cel mult { $longest } litere
   *[other] Scrieți mai scurt: cel mult { $longest } de litere
}
feedback-from-booking = Spuneți-ne cum a fost

# What became of what families said.
you-said = Ați spus, am făcut
you-said-lead = Familiile ne spun ce să schimbăm. Iată ce am făcut.
you-said-of = Ați spus, am făcut: { $centre }
you-said-said = Ce ați spus
you-said-did = Ce am făcut
you-said-none = Încă nu este nimic aici.
you-said-all = Vedeți toate centrele

# Beside the sheet of what's on in its usual size.
whats-on-paper-small = Tipăriți pe o pagină mică (A5)

# A list that stands in a page of somebody else, such as the council.
embed-title = Activități
embed-all = Vedeți toate și rezervați
embed-none = Acum nu este nicio activitate.
