# Booking a place, and joining.

# The session on top of every screen.
book-session-named = { $title }, { $day }, { $time }, { $place }
book-opens = Записатися можна з { $at }.
book-title = Записатися: { $session }
book-wait-title = Стати в чергу: { $session }
book-remind-title = Нагадати мені: { $session }
book-join-title = Приєднатися до сімейного центру
book-join-lead = Приєднатися можна безкоштовно. Це треба зробити лише один раз.
book-booked-before = Ви вже записувалися до нас?
book-sign-in = Увійдіть, так буде швидше

# The form of a newcomer.
book-name = Ваше ім’я
book-reach = Як з вами зв’язатися?
book-reach-hint = Найкраще електронна пошта: так ми повідомимо вас одразу.
book-email = Електронна пошта
book-phone = Телефон
book-child = Ім’я вашої дитини
book-is-born = Ваша дитина вже народилася?
book-born = Так
book-not-yet = Ще ні
book-day = Коли народилася ваша дитина? Якщо ще ні, коли вона має народитися?
book-day-hint = Наприклад, 27 3 2025
book-another-child = Додати ще одну дитину
book-postcode = Ваш поштовий індекс
book-postcode-hint = За ним ми знаємо, який сімейний центр ваш.
book-no-postcode = У мене немає індексу, або я не хочу його називати
book-adults = Скільки дорослих прийде?
book-notice-lead = Те, що ви нам розповідаєте, ми надійно зберігаємо. Це потрібно нам, щоб проводити групи для сімей. Пізніше ви можете відмовитися.
book-notice-version = Версія цього тексту: { $version }.
book-choices = Інші варіанти
book-guest = Тільки цього разу. Я не хочу приєднуватися.
book-rejoins = Я хочу повернутися до учасників центру.
book-next = Далі ми надішлемо вам код, щоб перевірити, що це ви. Доки ви його не введете, вас ще не записано.
book-this = Записатися
book-wait = Стати в чергу
book-remind = Нагадати, коли відкриють запис
book-join = Приєднатися

# What is wrong with it.
book-name-missing = Введіть своє ім’я
book-contact-missing = Введіть електронну адресу або номер телефону
book-email-wrong = Введіть правильну електронну адресу, наприклад name@example.org
book-phone-wrong = Введіть правильний номер телефону, наприклад 07700 900123
book-child-missing = Введіть ім’я дитини
book-day-wrong = Введіть правильну дату, наприклад 27 3 2025
book-day-future = Цей день ще не настав. Дитина ще не народилася? Виберіть «Ще ні».
book-due-wrong = Введіть день, коли має народитися дитина. Це має бути в найближчі десять місяців.
book-year-wrong = Введіть рік чотирма цифрами, наприклад 2024
book-none-under-five = Наші групи — для дітей до 5 років. Рік указано правильно?
book-postcode-missing = Введіть поштовий індекс або поставте позначку під ним
book-postcode-wrong = Введіть повний поштовий індекс, наприклад M31 4FL
book-adults-wrong = Введіть кількість дорослих від 0 до 10
book-too-young = { $child } ще не досягне потрібного віку: { $title }, { $day }. Для кого: { $ages }.
book-too-old = { $child } вже переросте потрібний вік: { $title }, { $day }. Для кого: { $ages }.
book-not-born = { $title }: це для дітей, які вже народилися. Запишіться, коли ваша дитина народиться.
book-adults-only = { $title }: це тільки для дорослих. Приходьте, будь ласка, без дітей.

# A session that takes no bookings now.
book-over = Запис сюди закінчився.
book-turn-up = Записуватися не треба. Просто приходьте.
book-gone-title = Цього заняття більше немає
book-gone = Можливо, його перенесли або скасували.

# The form of a family that signed in.
book-who = Хто прийде?
book-nobody-ticked = Позначте, хто прийде
book-no-children = Ми ще не знаємо про ваших дітей. Спочатку додайте дитину.
book-add-child = Додати дитину
book-other-dates = Підійде й інший день? Позначте всі, які підходять. Ви отримаєте перше місце, яке звільниться.
book-full-now = Це місце щойно зайняли. Ви можете стати в чергу.
book-already = Ви вже просили про це раніше.
book-clash = Хтось із вас уже має місце на іншому занятті в цей час.
book-over-limit = У вас уже стільки місць, скільки ми можемо дати одній сім’ї. Вони потрібні й іншим.
book-too-large = Стільки людей тут не вміститься. Будь ласка, зменште їхню кількість.
book-members-only = Це для учасників центру. Приєднатися можна безкоштовно.
book-closed-now = Зараз сюди не можна записатися.

# What came of it.
book-done-booked = Вас записано
book-done-waiting = Ви в черзі
book-done-reminder = Ми вам нагадаємо
book-done-joined = Ви приєдналися
book-done-guest = Дякуємо
book-done-not-booked = Ми не змогли вас записати
book-done-for = Для кого: { $names }
book-done-mailed = Ми надіслали вам це електронною поштою.
book-done-waiting-next = У вас ще немає місця. Щойно воно звільниться, ми вам повідомимо.
book-done-reminder-next = Ми повідомимо, коли можна буде записатися. Вам треба буде лише позначити, хто прийде.
book-done-member = Тепер ви серед учасників центру. Картку ми надішлемо електронною поштою.
book-done-was-member = Ви вже були серед учасників.
book-done-as-guest = Ви прийдете як гості. Ви не серед учасників.
book-done-calendar = Додати в календар
book-done-needs = Є алергія? Потрібен перекладач? Можна надсилати вам SMS? Скажіть нам про це зараз або пізніше.
book-done-tell-us = Розповісти нам
book-done-page = Переглянути або змінити запис
book-what-next = Що буде далі

# The number that shows that an address is hers.
book-code-title = Перевірте електронну пошту
book-code-lead = Ми надіслали вам повідомлення. У ньому код із восьми цифр.
book-code = Код із нашого повідомлення
book-code-wrong = Це не код із нашого повідомлення, або він уже не діє. Замість коду можна натиснути кнопку в повідомленні.
book-code-send = Далі
book-code-next = Доки ви не введете код, вас ще не записано. Минуло дві хвилини, а повідомлення немає? Перевірте папку «Спам» або зателефонуйте нам.
book-ring-title = Ми вам зателефонуємо
book-ring = Ми зателефонуємо, щоб перевірити, чи все правильно. До нашого дзвінка вас ще не записано.
book-link-title = Це були ви?
book-link-joins = Хтось попросив додати вас до учасників центру. Нам дали вашу електронну адресу.
book-link-guest = Хтось попросив записати вас. Нам дали вашу електронну адресу.
book-link-place = Місце просили тут:
book-link-yes = Так, це я
book-link-old-title = Це посилання вже не діє
book-link-old = Вас нікуди не записано. Ви можете попросити ще раз.
book-link-again = Попросити ще раз
book-link-not-ours-title = Це посилання не працює
book-link-not-ours = Скопіюйте, будь ласка, усе посилання з нашого повідомлення.
