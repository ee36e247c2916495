# What a page says where something cannot be done.
fault-sorry = Ne pare rău
fault-ours = Ceva nu a mers bine. Vă rugăm să încercați din nou mai târziu.
fault-not-yours = Nu puteți face asta din contul în care ați intrat. Deschideți pagina din nou sau intrați în alt cont.
fault-sign-in = Intrați în cont
fault-unread = Nu am putut citi ce ați scris. Verificați și încercați din nou.
fault-not-now = Acum nu se poate. Mergeți înapoi și deschideți pagina din nou.
fault-changed = Cineva a schimbat ceva cât timp ați fost aici. Deschideți pagina din nou.
fault-too-many = Ați încercat de prea multe ori. Așteptați { $minutes ->
    [one] 1 minut
    [few] { $minutes } minute
   *[other] { $minutes } de minute
}, apoi încercați din nou.
fault-busy = Așteptați puțin, vă rugăm
fault-busy-say = Sunt foarte mulți oameni aici în acest moment. Încă nu s-a schimbat nimic.
fault-busy-by-itself = Pagina încearcă din nou singură în câteva secunde. Lăsați-o deschisă.
fault-busy-press = Numărați până la cinci, apoi apăsați butonul.
fault-busy-again = Încercați din nou
fault-busy-back = Numărați până la cinci, mergeți înapoi și trimiteți din nou. Ce ați scris este încă acolo.
