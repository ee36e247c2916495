# Mails to families.

mail-hello = Добрий день!
mail-hello-name = Добрий день, { $name }!
mail-from = Від: { $organisation }

# What each mail says of its session.
mail-what = Що
mail-when = Коли
mail-where = Де
mail-for = Для кого
mail-phone = Телефон
mail-subject = { $first }: { $what }, { $day }
# One session in a line.
mail-line = { $what }: { $when }, { $place }
mail-line-neutral = { $when }, { $place }
mail-other = { $session } — { $state }
mail-bring = Візьміть, будь ласка, із собою: { $bring }.
mail-ask-centre = Ви можете запитати тут: { $centre }.
mail-phone-centre = Ви можете зателефонувати. { $centre }: { $phone }.
mail-whats-on = Переглянути розклад

# In a calendar. The first is all that a private session is called there.
mail-calendar-neutral = Зустріч
mail-calendar-phone = Телефон { $phone }

# A place.
mail-booked = Вас записано
mail-booked-place = У вас є місце.
mail-booked-appointment = Вам призначено зустріч.
mail-given = У вас є місце
mail-given-say = Звільнилося місце. Тепер воно ваше.
mail-reminder = Скоро побачимося
mail-reminder-say = Будемо раді вас бачити.
mail-more-dates = Ви приходите ще й у ці дні:
mail-add-to-calendar = Додати в календар
mail-tell-by = Якщо не зможете прийти, будь ласка, повідомте нас до { $by }.
mail-tell-soon = Якщо не зможете прийти, будь ласка, повідомте нас якнайшвидше.
mail-for-another = Тоді зможе прийти інша сім’я.
mail-cancel = Скасувати мій запис
mail-see-booking = Переглянути цей запис

# The waiting list.
mail-waiting = Ви в черзі
mail-waiting-say = Ви в черзі. У вас ще немає місця.
mail-or-dates = Підійде й будь-який із цих днів:
mail-chance-good = Місця часто звільняються. У вас добрі шанси.
mail-chance-some = Місце може звільнитися. Але напевно ми не знаємо.
mail-chance-small = Місця звільняються рідко. Можливо, варто пошукати й інший день.
mail-position = Ваш номер у черзі: { $n }.
mail-will-write = Ми напишемо вам, коли для вас буде місце.
mail-see-chance = Подивитися, як усе зараз
mail-to-leave = Щоб вийти з черги:
mail-leave = Вийти з черги
mail-not-waiting = Ви більше не в черзі.

# A place that is kept for an answer.
mail-offer = Дайте відповідь до { $until }
mail-offer-say = Ми пропонуємо вам місце.
mail-kept-until = Ми тримаємо це місце для вас до { $until }.
mail-yes = Так, хочу це місце
mail-no = Ні, віддайте іншій сім’ї
mail-only-yours = Воно стане вашим, лише коли ви погодитеся.
mail-else-gone = Дайте, будь ласка, відповідь вчасно. Інакше місце отримає хтось інший.
mail-lapsed = Ми не отримали вашої відповіді вчасно
mail-lapsed-kept = Ми тримали місце для вас до { $until }.
mail-lapsed-say = Ми не отримали вашої відповіді. Тому ми більше не тримаємо це місце для вас.
mail-ask-again = Ви ще хочете прийти? Ви можете попросити ще раз.
mail-last-call = Зараз є вільне місце
mail-last-call-say = Є вільне місце, і початок уже скоро.
mail-first-yes = Місце отримає та сім’я, яка погодиться першою.
mail-not-before-yes = Будь ласка, не приходьте, доки не погодитеся тут.

# Changes.
mail-changed = Є зміни
mail-changed-say = Дещо змінилося. Прочитайте це, будь ласка.
mail-changed-now = Тепер так:
mail-changed-booked = Ваше місце залишається за вами.
mail-changed-waiting = Ви й далі в черзі.
mail-new-time = Новий час: { $now } (було: { $was })
mail-new-venue = Де це буде тепер: { $now } (було: { $was })
mail-new-venue-neutral = Змінилася адреса. Зателефонуйте нам, будь ласка, щоб дізнатися, куди приходити.
mail-new-title = Нова назва: { $now } (була: { $was })
mail-new-room = Нова кімната: { $now }
mail-new-price = Нова ціна: { $now }
mail-new-neutral = Дещо змінилося. Зателефонуйте нам, будь ласка, щоб дізнатися більше.

# Cancelled, over, or no longer possible.
mail-off = Скасовано
mail-off-say = На жаль, скасовано: { $what }, { $day }.
mail-off-neutral = На жаль, цю зустріч скасовано.
mail-off-do-nothing = Будь ласка, не приходьте. Вам нічого не треба робити.
mail-instead = Можливо, вам підійде щось із цього:
mail-free = є вільні місця
mail-full = місць немає, є черга
mail-drop-in = записуватися не треба
mail-opens = записатися можна з { $at }
mail-gone = Вас більше не записано
mail-gone-by-family = Ви повідомили, що не зможете прийти. Дякуємо.
mail-gone-by-centre = Ми скасували вашу участь.
mail-gone-place = У вас більше немає місця.
mail-gone-wrong = Це помилка?
mail-undo-until = Це сталося помилково? Усе можна повернути до { $until }.
mail-undo = Повернути, як було
mail-line-over = На жаль, місце не звільнилося
mail-line-over-say = Нам дуже шкода. Місце для вас вчасно не звільнилося.
mail-unfit-neutral = На жаль, не виходить
mail-too-young = { $child } ще не досягне потрібного віку: { $what }
mail-too-old = { $child } вже переросте потрібний вік: { $what }
mail-busy = { $child } вже має місце на іншому занятті в цей час
mail-unfit-young-say = Нам дуже шкода. У цей день { $child } ще не досягне потрібного віку.
mail-unfit-old-say = Нам дуже шкода. У цей день { $child } вже переросте потрібний вік.
mail-unfit-busy-say = Нам дуже шкода. { $child } вже має місце на іншому занятті в цей час.
mail-unfit-booked = Тому у вас більше немає місця.
mail-unfit-waiting = Тому ви більше не в черзі.
mail-fits = Ось що підійде за віком ({ $child }):

# Booking has opened.
mail-open = Запис відкрито
mail-open-say = Ви просили нас повідомити. Тепер можна записатися.
mail-book = Записатися
mail-to-stop = Щоб не отримувати цих повідомлень:
mail-stop = Більше не надсилати

# Birthday cards, and the end of being a member.
mail-birthday = З днем народження, { $child }
mail-birthday-say = З днем народження, { $child }!
mail-birthday-age = { $age ->
    [one] { $child } має вже { $age } рік. Бажаємо всім вам чудового дня.
    [few] { $child } має вже { $age } роки. Бажаємо всім вам чудового дня.
    [many] { $child } має вже { $age } років. Бажаємо всім вам чудового дня.
   *[other] { $child } має вже { $age } року. Бажаємо всім вам чудового дня.
}
mail-birthday-renewed = Ви залишаєтеся серед учасників ще на рік. Вам нічого не треба робити.
mail-birthday-look = Хочете дізнатися, що є поруч із вами? Подивіться тут.
mail-birthday-on = { $age ->
    [1] Скоро для однорічних дітей:
    [2] Скоро для дворічних дітей:
    [3] Скоро для трирічних дітей:
    [4] Скоро для чотирирічних дітей:
   *[other] Скоро для вашої дитини:
}
mail-birthday-book = Хочете прийти? Записатися можна тут.
mail-birthday-same = Ви переїхали або змінили номер телефону?
mail-nothing-new = Ні, нічого не змінилося
mail-moved = Переїхали? Новий номер телефону?
mail-moved-phone = Зателефонуйте, будь ласка. { $centre }: { $phone }.
mail-moved-tell = Повідомте, будь ласка, тут: { $centre }.
mail-moved-us = Повідомте нас, будь ласка.
mail-to-stop-cards = Щоб не отримувати цих листівок:
mail-stop-cards = Не надсилати листівок
mail-farewell = Дякуємо, що були з нами
mail-farewell-five = { $child } має вже 5 років. З днем народження!
mail-farewell-ends = Наші групи — для дітей до 5 років. Тому відтепер ви вже не серед учасників.
mail-farewell-thanks = Нам було добре з вами.
mail-farewell-booked = Якщо ви кудись записані, запис залишається.
mail-farewell-baby = Є ще немовля або скоро народиться? Тоді ви можете приєднатися знову.

# Joining.
mail-join = Підтвердьте, будь ласка, свою електронну адресу
mail-join-form = Хтось заповнив нашу форму ({ $organisation }) і вказав цю електронну адресу.
mail-join-press = Це були ви? Тоді натисніть кнопку. Ми зробимо те, що ви просили, і повідомимо вас.
mail-join-yes = Так, це я
mail-join-number = Або введіть цей код на сторінці, яку ви відкрили: { $number }.
mail-join-lasts = Код діє 30 хвилин, кнопка — сім днів.
mail-join-not-you = Це були не ви? Тоді нічого не робіть. Нікого не записано, і ми про це забудемо.
mail-joined = Тепер ви серед учасників центру
mail-joined-welcome = Ласкаво просимо! Тепер ви серед наших учасників ({ $organisation }).
mail-to-leave-us = Щоб вийти з учасників:
mail-leave-us = Вийти з учасників
mail-welcome = Ви серед наших учасників ({ $organisation })
mail-welcome-every = Приєднатися може кожна сім’я з дитиною до 5 років.
mail-welcome-free = Це безкоштовно, і ви вже серед учасників.
mail-welcome-number = Ваш номер
mail-welcome-centre = Ваш центр
mail-welcome-from = Хто розповів нам про вашу сім’ю: { $from }.
mail-welcome-still = Вийти з учасників можна будь-коли. Записуватися й приходити можна буде й далі.

# A place that was asked for with a form, and could not be given.
mail-not-booked = Про місце, яке ви просили
mail-not-booked-say = Ми не змогли вас записати.
mail-not-booked-second = Ми не записали вас удруге.
mail-not-booked-full = Усі місця зайняті.
mail-not-booked-already = Ви вже маєте там місце або чекаєте на нього.
mail-not-booked-age = Це для дітей іншого віку.
mail-not-booked-many = Для всіх вас місць не вистачає.
mail-not-booked-busy = Ваша дитина має місце на іншому занятті в цей час.
mail-not-booked-limit = У вас уже стільки місць, скільки може мати одна сім’я.
mail-not-booked-closed = Зараз сюди не можна записатися.

# Whose email address it is.
mail-address = Це ваша електронна адреса?
mail-address-family = Цю електронну адресу дала нам сім’я, яка до нас приєдналася ({ $organisation }).
mail-address-too = Вона ваша? Тоді ми зможемо писати й вам.
mail-address-yes = Так, це моя адреса
mail-address-not-yours = Не ваша? Тоді нічого не робіть. Ми більше не писатимемо.
mail-address-new = Хтось попросив нас відтепер писати на цю адресу.
mail-address-tell = Це були ви? Тоді підтвердьте, будь ласка, що це ваша адреса.
mail-address-not-you = Це були не ви? Тоді нічого не робіть. Ми більше не писатимемо сюди.
mail-address-asked = Ви просили змінити електронну адресу
mail-address-asked-say = Ви попросили нас відтепер писати на іншу адресу.
mail-address-asked-when = Ми зробимо це, щойно ви натиснете кнопку в повідомленні, яке ми надіслали на нову адресу.
mail-address-asked-you = Це справді ви просили? Тоді тут нічого не треба робити.
mail-address-phone = Це були не ви? Тоді зателефонуйте нам, будь ласка: { $phone }.
mail-address-centre = Це були не ви? Тоді повідомте, будь ласка, свій центр.

# A family that had places and did not come.
mail-missed = Нам вас бракувало
mail-missed-say = { $times ->
    [1] Ви мали в нас місце. Ми вас не побачили.
    [2] Ви двічі мали в нас місце. Ми вас не побачили.
    [3] Ви тричі мали в нас місце. Ми вас не побачили.
    [one] Ви { $times } раз мали в нас місце. Ми вас не побачили.
    [few] Ви { $times } рази мали в нас місце. Ми вас не побачили.
    [many] Ви { $times } разів мали в нас місце. Ми вас не побачили.
   *[other] Ви { $times } рази мали в нас місце. Ми вас не побачили.
}
mail-missed-well = Сподіваємося, що у вас усе добре.
mail-missed-hard = Щось заважає вам прийти? Розкажіть нам, будь ласка. Ми хочемо допомогти.
mail-missed-talk = Поговорити з нами можна тут: { $centre }.
mail-missed-another = Якщо колись не зможете прийти, повідомте нас заздалегідь. Тоді зможе прийти інша сім’я.
mail-missed-still = Якщо ви кудись записані, запис залишається. Ми завжди вам раді.
