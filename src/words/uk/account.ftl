# A password: the pages where one is chosen, and the messages about it.
account-forgotten = Створити пароль
account-forgotten-say = Ми надішлемо вам посилання, щоб створити пароль.
account-email = Електронна адреса
account-email-wrong = Введіть свою електронну адресу, наприклад name@example.com
account-send = Надіслати посилання
account-back = Назад до входу
account-sent = Перевірте електронну пошту
account-sent-say = Якщо ми знаємо цю адресу, ми надіслали на неї посилання.
account-sent-none = Посилання працює один раз протягом години. Немає повідомлення? Перевірте папку «Спам» або запитайте свого керівника.
account-choose = Створити новий пароль
account-new = Новий пароль
account-rule = Не менше { $least } символів. Пароль має бути важко вгадати. Добре підходять три-чотири слова, не пов’язані між собою. Не пишіть у ньому свого імені.
account-save = Зберегти новий пароль
account-too-short = Пароль має містити не менше { $least } символів.
account-too-long = Пароль має містити не більше { $most } символів.
account-own-name = Створіть пароль без свого імені, своєї електронної адреси та нашої назви. Їх пробують першими.
account-easy = Створіть пароль, який важче вгадати. Такий або схожий пароль пробують одним із перших. Добре підходять три-чотири слова, не пов’язані між собою.
account-over = Це посилання вже не діє
account-over-say = Воно працює один раз протягом години. Попросіть нове.
account-done = Пароль змінено
account-done-say = Новий пароль збережено. На всіх пристроях виконано вихід: увійдіть із новим паролем.
account-sign-in = Увійти

# The part of the sign-in page that is for those who work here.
account-staff = Працівники й партнери
account-password = Пароль
account-password-forgotten = Забули пароль або ще не маєте його?
account-wrong = Електронна адреса або пароль неправильні. Перевірте їх, будь ласка.
account-quiet = Якщо { $minutes } хв нічого не робити, сайт сам виконає вихід. Так дані сімей у безпеці.

# Messages.
account-mail-choose = Ви просили новий пароль. Створіть його тут.
account-mail-once = Посилання спрацює один раз, до { $until }.
account-mail-not-asked = Це були не ви? Тоді нічого не робіть. Ваш пароль не зміниться.
account-mail-changed = Ваш пароль змінено
account-mail-changed-at = Ваш пароль змінено: { $at }.
account-mail-signed-out = На всіх інших пристроях виконано вихід. Увійдіть із новим паролем.
account-mail-not-you = Це були не ви? Одразу повідомте нас. Можливо, хтось інший знає ваш пароль.
