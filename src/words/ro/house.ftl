# Before you come: what there is for people with access needs, and the house rules.
access-title = Acces și facilități
access-choose = Aveți nevoie de ceva de aici?
access-step-free = Fără trepte
access-accessible-toilet = Toaletă pentru persoane în scaun rulant
access-changing-places = Toaletă cu pat de schimbat pentru adulți și aparat de ridicare (Changing Places)
access-baby-changing = Masă de schimbat bebelușul
access-blue-badge-parking = Parcare pentru persoane cu dizabilități (Blue Badge)
access-hearing-loop = Buclă de inducție pentru aparate auditive
access-buggy-space = Spațiu pentru cărucioare
access-bsl = Limbajul semnelor (britanic, BSL)
access-interpreter = Interpret
access-interpreter-for = Interpret: { $language }
access-quiet = Activitate liniștită
access-adapted = Activitate adaptată pentru copii cu dizabilități

rules-title = Regulile noastre
rules-own = Numai pentru { $centre }
rules-version = Versiunea { $version }, din { $day }.
rules-help = Este greu de citit? Vă rugăm să ne întrebați. Puteți rezerva oricum.
rules-page = Deschideți pe o pagină separată
rules-none = Nu sunt reguli de citit aici.
