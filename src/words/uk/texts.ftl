# Text messages to families. Each begins with who sends it, so that it is known on a list of texts.
# Short: 160 plain letters are one text, and each text is paid for.

# What a session is called: its name, or this where it is private.
text-appointment = Ваша зустріч
# { $day } is as "вівторок, 3 червня", { $time } as "10:00".
text-when = { $day }, { $time }

# Codes.
text-code = { $from }: ваш код для входу: { $code }. Він діє 10 хвилин. Нікому його не кажіть.
text-join = { $from }: ваш код: { $code }. Введіть його на сторінці, яку ви відкрили. Це були не ви? Тоді нічого не робіть.

# A place.
text-booked = { $from }: у вас є місце. { $what }, { $when }. Переглянути або скасувати: { $link }
text-given = { $from }: звільнилося місце, і тепер воно ваше. { $what }, { $when }. Переглянути або скасувати: { $link }
text-reminder = { $from }: скоро побачимося! { $what }, { $when }. Не зможете прийти? Повідомте нас: { $link }

# The waiting list.
text-waiting = { $from }: ви в черзі, місця у вас ще немає. { $what }, { $when }. { $link }
text-offer = { $from }: ми пропонуємо вам місце. { $what }, { $when }. Хочете його? Дайте відповідь до { $until }: { $link }
# A digit alone is read as an answer, a word beside it is not.
text-offer-answer = { $from }: ми пропонуємо вам місце. { $what }, { $when }. Надішліть у відповідь лише цифру: 1 (так) або 2 (ні), до { $until }. Або відкрийте { $link }
text-lapsed = { $from }: ми не отримали вашої відповіді, тому більше не тримаємо це місце. { $what }, { $when }. Переглянути розклад: { $link }
text-last-call = { $from }: зараз є вільне місце. { $what }, { $when }. Його отримає та сім’я, яка погодиться першою: { $link }
text-line-over = { $from }: на жаль, місце не звільнилося. { $what }, { $when }. Подивіться, що ще є в розкладі: { $link }

# Changes.
text-changed = { $from }: є зміни. { $what }, тепер: { $when }, { $place }. { $link }
text-changed-private = { $from }: є зміни. { $what }: { $when }. { $link }
text-off = { $from }: на жаль, скасовано: { $what }, { $when }. Будь ласка, не приходьте. Подивіться, що ще є в розкладі: { $link }
text-gone = { $from }: вас більше не записано: { $what }, { $when }. Це помилка? { $link }
text-gone-ring = { $from }: вас більше не записано: { $what }, { $when }. Це помилка? { $ask }
text-unfit = { $from }: на жаль, ви вже не зможете прийти: { $what }, { $when }. { $ask }

# Booking has opened, and cards. These stop when a family says so.
text-open = { $from }: тепер можна записатися. { $what }, { $when }. { $link }
text-card = { $from }: з днем народження від усіх нас! Ви залишаєтеся серед учасників ще на рік. Переглянути розклад: { $link }
text-farewell = { $from }: вашій дитині вже 5 років, тому відтепер ви вже не серед учасників. Нам було добре з вами. Якщо ви кудись записані, запис залишається.
text-missed = { $from }: ми давно вас не бачили й сподіваємося, що у вас усе добре. Вам важко прийти? Ми хочемо допомогти. { $ask }
# The word must be in Latin letters: so it says that.
text-stop = Не хочете таких SMS? Надішліть у відповідь STOP (латинськими літерами).
text-stop-link = Не хочете таких SMS? { $link }

# Whom to ask.
text-ring = Зателефонуйте нам: { $phone }
text-ask = Запитайте у своєму центрі.

# A family that joined, and a place that was asked for.
text-joined = { $from }: ласкаво просимо, тепер ви серед учасників. Вийти можна будь-коли: { $link }
text-not-booked = { $from }: на жаль, ми не змогли записати вас на місце, яке ви просили. Подивіться, що ще є в розкладі: { $link }

# What we answer to a text.
text-which = { $from }: на вашу відповідь чекає більше ніж одне місце. Відкрийте їх, будь ласка, тут: { $links }
text-nothing = { $from }: зараз жодне місце не чекає на вашу відповідь. Переглянути розклад: { $link }
text-too-late = { $from }: на жаль, ми вже не тримаємо це місце. Переглянути розклад: { $link }
text-no-place = { $from }: на жаль, ми не змогли дати вам це місце. { $ask }
text-declined = { $from }: дякуємо. Ми запропонуємо це місце іншій сім’ї.
text-stopped = { $from }: ми більше не надсилатимемо вам листівок і новин через SMS. Про ваші записи ми й далі повідомлятимемо.
text-not-read = { $from }: SMS на цей номер ніхто не читає. { $ask }

# A text to try the settings with.
text-test = { $from }: це перевірка. SMS можна надсилати.

# Where codes are sent as texts too: on the pages that ask for them.
sign-in-either = Ваша електронна адреса або номер мобільного телефону
sign-in-either-wrong = Введіть електронну адресу, наприклад name@example.com, або номер мобільного телефону, наприклад 07700 900123
sign-in-either-sent = Якщо ми знаємо вашу адресу або номер, ми надіслали вам код. Він діє 10 хвилин.
book-text-title = Перевірте телефон
book-text-lead = Ми надішлемо вам SMS із кодом (вісім цифр) або зателефонуємо.
book-text-next = До того вас ще не записано. Минуло дві хвилини, а SMS немає? Зателефонуйте нам, будь ласка.
