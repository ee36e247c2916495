# The page of one booking.

booking-bring = Weź ze sobą: { $bring }.
booking-more-dates = Przychodzisz też w te dni:
booking-map = Zobacz na mapie
booking-question = Masz pytanie? Zadzwoń:
booking-whats-on = Zobacz zajęcia
booking-other-day = Zarezerwuj inny dzień

booking-booked = Masz miejsce
booking-appointment = Masz umówioną wizytę
booking-look-forward = Do zobaczenia!
booking-add-to-calendar = Dodaj do kalendarza
booking-cancel-title = Zrezygnuj z miejsca
booking-cancel-by = Jeśli możesz, daj nam znać najpóźniej: { $by }.
booking-cancel-another = Wtedy może przyjść inna rodzina. Masz to miejsce, dopóki nie naciśniesz przycisku.
booking-cancel = Zrezygnuj z miejsca
booking-begun = To już się zaczęło. Jeśli nie możesz przyjść, zadzwoń.

booking-move-title = Wybierz inny dzień
booking-move-which = Który dzień wybierasz?
booking-move-say = Twoje obecne miejsce zostaje, dopóki nie dostaniesz nowego.
booking-move = Zmień na ten dzień
booking-party-title = Zmień, kto przyjdzie
booking-party-who = Zaznacz, kto nadal przyjdzie
booking-party-adults = Ile przyjdzie osób dorosłych?
booking-party-more = Chcesz przyjść z kimś jeszcze?
booking-party-my = Moje rezerwacje
booking-party = Zapisz

booking-waiting = Jesteś na liście oczekujących
booking-no-place-yet = Nie masz jeszcze miejsca.
booking-position = Twój numer na liście: { $n }.
booking-or-dates = Pasuje Ci też każdy z tych dni:
booking-will-write = Napiszemy do Ciebie, gdy będzie dla Ciebie miejsce.
booking-leave-title = Wypisz się z listy
booking-leave-say = Wtedy nie będziemy już o tym pisać. Możesz wpisać się jeszcze raz, na koniec listy.
booking-leave = Wypisz się z listy
booking-free = Jest teraz wolne miejsce
booking-free-when = { $when }.
booking-first-yes = Dostanie je rodzina, która pierwsza powie „tak”.
booking-not-before-yes = Nie przychodź, dopóki nie powiesz tutaj „tak”.
booking-yes = Tak, chcę to miejsce

# A place that is kept for an answer.
booking-offered = Jest dla Ciebie miejsce
booking-kept-until = Trzymamy je dla Ciebie do: { $until }.
booking-only-yours = To miejsce będzie Twoje dopiero wtedy, gdy powiesz „tak”.
booking-no-title = Nie, dziękuję
booking-no-say = Nie chcesz tego miejsca? Wtedy nie będzie Cię już na liście.
booking-no = Nie, dziękuję. Niech skorzysta inna rodzina

booking-past = To spotkanie już się odbyło
booking-past-say = Mamy nadzieję, że było miło.
booking-cancelled = Twoja rezerwacja jest anulowana
booking-thanks-another = Dziękujemy. Teraz może przyjść inna rodzina.
booking-cancelled-at = Anulowano: { $at }.
booking-undo-until = To pomyłka? Możesz to cofnąć do: { $until }.
booking-undo = Cofnij, chcę przyjść
booking-left = Nie ma Cię już na liście oczekujących
booking-left-at = Nie ma Cię na niej od: { $at }.
booking-declined = Dziękujemy
booking-declined-offer = Zaproponujemy to miejsce innej rodzinie.
booking-declined-at = Twoja odpowiedź „nie”: { $at }.
booking-changed-mind = Jednak chcesz przyjść? Zadzwoń:
booking-lapsed = Nie dostaliśmy odpowiedzi na czas
booking-lapsed-until = Trzymaliśmy dla Ciebie miejsce do: { $until }. Możesz poprosić jeszcze raz.
booking-line-over = Niestety, żadne miejsce się nie zwolniło
booking-line-over-say = Nie ma Cię już na liście oczekujących.
booking-off = To spotkanie jest odwołane
booking-off-say = Przepraszamy. Prosimy nie przychodzić.
booking-unfit = Niestety, to się nie uda
booking-unfit-say = Te zajęcia są dla dzieci w innym wieku. Nie masz już tego miejsca.

# What came of a press, where it is not what was wished.
booking-gone = Niestety, ktoś właśnie zajął to miejsce.
booking-gone-waiting = Niestety, ktoś właśnie zajął to miejsce. Nadal jesteś na liście oczekujących.
booking-too-late = Na to jest już za późno. Nic się nie zmieniło.
booking-settled = Mamy już Twoją odpowiedź. Poniżej widzisz, jak jest teraz.
booking-not-that-day = Nie można wybrać tego dnia. Nic się nie zmieniło.
booking-not-that-party = Musi przyjść dziecko w odpowiednim wieku. Nic się nie zmieniło.
booking-nobody = Zaznacz, kto przyjdzie. Jeśli nikt nie może, zrezygnuj z miejsca.
booking-busy = Twoje dziecko ma w tym czasie inne miejsce. Najpierw z niego zrezygnuj.

booking-unknown = Ten link nie działa
booking-unknown-say = Użyj całego linku z naszej wiadomości.
booking-expired = Ten link jest już nieważny
booking-expired-say = Ten link już nie działa. Nic się nie zmieniło.

# Messages that booking has opened.
booking-stop-ask = Nie chcesz już tych wiadomości?
booking-stop-say = Wtedy nie napiszemy, kiedy można rezerwować te zajęcia:
booking-stop = Wyłącz te wiadomości
booking-stopped = Nie będzie więcej wiadomości
booking-stopped-say = Nie będziemy już o tym pisać.
