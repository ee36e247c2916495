# Signing in and out.
sign-in-title = Вхід
sign-in-families = Для сімей
sign-in-how = Ми надішлемо вам код. Пароль не потрібен.
sign-in-email = Ваша електронна адреса
sign-in-email-hint = Та, яку ви дали своєму центру.
sign-in-email-wrong = Введіть електронну адресу, наприклад name@example.com
sign-in-send = Надіслати мені код
sign-in-too-many = Ми надіслали забагато кодів. Зачекайте 15 хвилин і спробуйте ще раз.

sign-in-code-title = Введіть код
sign-in-code-sent = Якщо ми знаємо вашу електронну адресу, ми надіслали вам код. Він діє 10 хвилин.
sign-in-code = 6 цифр із нашого повідомлення
sign-in-code-wrong = Це не той код, або він уже не діє. Перевірте його або попросіть новий.
sign-in-code-none = Минуло 2 хвилини, а повідомлення немає? Перевірте папку «Спам». Або зателефонуйте у свій центр.
sign-in-code-again = Надіслати новий код
sign-in-alone = Цим телефоном чи комп’ютером користуюся тільки я
sign-in-alone-hint = Тоді 90 днів не треба буде входити знову. Якщо ним користуються й інші люди, не ставте тут позначки.
sign-in-go = Увійти

sign-in-more-title = Ще одне питання
sign-in-more-why = Заради вашої безпеки назвіть, будь ласка, дві речі, які ми про вас знаємо.
sign-in-born = Коли народилася одна з ваших дітей?
sign-in-born-hint = Наприклад, 27 3 2025. Якщо дитина ще не народилася, коли вона має народитися?
sign-in-born-wrong = Введіть день, місяць і рік
sign-in-postcode = Ваш поштовий індекс
sign-in-postcode-wrong = Введіть повний поштовий індекс, наприклад M31 4FL
sign-in-phone-us = Це не збігається з тим, що ми знаємо. Зателефонуйте, будь ласка, у свій центр.

sign-in-link-title = Вхід
sign-in-link-line = Щоб увійти, натисніть кнопку.
sign-in-elsewhere-title = Ваш код
sign-in-elsewhere-line = Введіть цей код на тому телефоні чи комп’ютері, де ви його просили.
sign-in-elsewhere-here = Хочете увійти тут?
sign-in-elsewhere-ask = Попросити код тут
sign-in-gone-title = Це посилання вже не діє
sign-in-gone-line = Воно працює один раз протягом 10 хвилин.

# The message with the code.
sign-in-mail-subject = Ваш код для входу
sign-in-mail-code = Ваш код: { $code }.
sign-in-mail-type = Введіть його там, де ви його просили.
sign-in-mail-press = Або натисніть цю кнопку на тому самому телефоні чи комп’ютері.
sign-in-mail-once = Код діє один раз протягом 10 хвилин.
sign-in-mail-secret = Нікому не кажіть код. Ми ніколи його у вас не запитаємо.
sign-in-mail-not-you = Це були не ви? Тоді нічого не робіть.
