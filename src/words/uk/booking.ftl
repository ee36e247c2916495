# The page of one booking.

booking-bring = Візьміть, будь ласка, із собою: { $bring }.
booking-more-dates = Ви приходите ще й у ці дні:
booking-map = Знайти на карті
booking-question = Є запитання? Телефонуйте:
booking-whats-on = Переглянути розклад
booking-other-day = Записатися на інший день

# A place.
booking-booked = Вас записано
booking-appointment = Вам призначено зустріч
booking-look-forward = Будемо раді вас бачити.
booking-add-to-calendar = Додати в календар
booking-cancel-title = Скасувати мій запис
booking-cancel-by = Будь ласка, повідомте нас до { $by }, якщо можете.
booking-cancel-another = Тоді зможе прийти інша сім’я. Місце залишається вашим, доки ви не натиснете кнопку.
booking-cancel = Скасувати мій запис
booking-begun = Це вже почалося. Якщо ви не можете прийти, зателефонуйте, будь ласка.

# Another day, or fewer people.
booking-move-title = Вибрати інший день
booking-move-which = Який день вам підходить?
booking-move-say = Ваше місце залишається за вами, доки ви не отримаєте нове.
booking-move = Змінити на цей день
booking-party-title = Змінити, хто прийде
booking-party-who = Позначте, хто все-таки прийде
booking-party-adults = Скільки дорослих прийде?
booking-party-more = Хочете привести ще когось?
booking-party-my = До моїх місць
booking-party = Зберегти

# The waiting list.
booking-waiting = Ви в черзі
booking-no-place-yet = У вас ще немає місця.
booking-position = Ваш номер у черзі: { $n }.
booking-or-dates = Підійде й будь-який із цих днів:
booking-will-write = Ми напишемо вам, коли для вас буде місце.
booking-leave-title = Вийти з черги
booking-leave-say = Тоді ми більше не писатимемо вам про це заняття. Ви зможете знову стати в чергу, але вже в кінець.
booking-leave = Вийти з черги
booking-free = Зараз є вільне місце
booking-free-when = { $when }.
booking-first-yes = Місце отримає та сім’я, яка погодиться першою.
booking-not-before-yes = Будь ласка, не приходьте, доки не погодитеся тут.
booking-yes = Так, хочу це місце

# A place that is kept for an answer.
booking-offered = Ми пропонуємо вам місце
booking-kept-until = Ми тримаємо це місце для вас до { $until }.
booking-only-yours = Воно стане вашим, лише коли ви погодитеся.
booking-no-title = Ні, дякую
booking-no-say = Відмовитися від цього місця? Тоді ви більше не будете в черзі.
booking-no = Ні, віддайте іншій сім’ї

# Over.
booking-past = Це вже минуло
booking-past-say = Сподіваємося, вам сподобалося.
booking-cancelled = Ваш запис скасовано
booking-thanks-another = Дякуємо: тепер зможе прийти інша сім’я.
booking-cancelled-at = Скасовано: { $at }.
booking-undo-until = Це сталося помилково? Усе можна повернути до { $until }.
booking-undo = Повернути, я хочу прийти
booking-left = Ви більше не в черзі
booking-left-at = Вас немає в черзі з { $at }.
booking-declined = Дякуємо
booking-declined-offer = Ми запропонуємо це місце іншій сім’ї.
booking-declined-at = Ви відмовилися: { $at }.
booking-changed-mind = Передумали? Телефонуйте:
booking-lapsed = Ми не отримали вашої відповіді вчасно
booking-lapsed-until = Ми тримали місце для вас до { $until }. Ви можете попросити ще раз.
booking-line-over = На жаль, місце не звільнилося
booking-line-over-say = Ви більше не в черзі.
booking-off = Заняття скасовано
booking-off-say = Нам дуже шкода. Будь ласка, не приходьте.
booking-unfit = На жаль, не виходить
booking-unfit-say = Це для дітей іншого віку. У вас більше немає місця.

# What came of a press, where it is not what was wished.
booking-gone = На жаль, це місце щойно зайняли.
booking-gone-waiting = На жаль, це місце щойно зайняли. Ви й далі в черзі.
booking-too-late = Для цього вже пізно. Нічого не змінилося.
booking-settled = Ви вже відповіли раніше. Ось як усе зараз.
booking-not-that-day = Цей день вибрати не можна. Нічого не змінилося.
booking-not-that-party = Має прийти дитина потрібного віку. Нічого не змінилося.
booking-nobody = Позначте, хто прийде. Якщо ніхто не може прийти, скасуйте запис.
booking-busy = Ваша дитина має місце на іншому занятті в цей час. Спочатку скасуйте той запис.

# Links that lead nowhere.
booking-unknown = Це посилання не працює
booking-unknown-say = Скопіюйте, будь ласка, усе посилання з нашого повідомлення.
booking-expired = Це посилання вже не діє
booking-expired-say = Воно більше не працює. Нічого не змінилося.

# Messages that booking has opened.
booking-stop-ask = Більше не надсилати цих повідомлень?
booking-stop-say = Тоді ми не повідомимо вас, коли сюди можна буде записатися:
booking-stop = Більше не надсилати
booking-stopped = Повідомлень більше не буде
booking-stopped-say = Ми більше не писатимемо вам про це.
