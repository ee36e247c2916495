# What's on, and the page of one session.
whats-on-title = Розклад
whats-on-heading = Заняття для вас і вашої дитини
whats-on-none = За вашим вибором нічого немає.
whats-on-none-at-all = Поки що тут нічого немає. Загляньте, будь ласка, згодом.
whats-on-show-all = Показати всі центри й будь-який вік
whats-on-until = до { $time }
# Of a session that starts in one half of the day (am or pm) and ends in the other.
whats-on-until-later = { $half ->
    [am] до
   *[pm] до
} { $time }

# The same at several times of a day; the number stands before it.
whats-on-times = { $n ->
    [one] варіант часу
    [few] варіанти часу
    [many] варіантів часу
   *[other] варіанта часу
}

# How a session stands.
whats-on-turn-up = Записуватися не треба. Просто приходьте.
whats-on-turn-up-brief = Просто приходьте
whats-on-opens = Записатися можна з { $at }.
whats-on-full = Місць немає
whats-on-closed = Запис закінчився.
whats-on-cancelled = Скасовано
whats-on-over = Це вже минуло.
whats-on-course = Один запис на всі дати
whats-on-members = Для учасників центру. Приєднатися можна безкоштовно.

# What to do.
whats-on-book = Записатися
whats-on-wait = Стати в чергу
whats-on-remind = Нагадати, коли відкриють запис
whats-on-book-this = Записатися
whats-on-calendar = Додати в календар

whats-on-feed = Бачити ці дати у своєму календарі
whats-on-feed-name = Розклад: { $organisation }

whats-on-paper = Надрукувати на одній сторінці (PDF)
whats-on-paper-scan = Наведіть камеру телефону на код, щоб прочитати більше або записатися.
whats-on-paper-more = Більше є на нашому сайті.
whats-on-paper-made = Складено: { $day }. Усе може змінитися: перш ніж іти, перевірте на нашому сайті.

# Choosing.
whats-on-choose = Вибрати центр, вік або день
whats-on-chosen = Показано лише:
whats-on-remove = Прибрати: { $what }
whats-on-centre = Центр
whats-on-all-centres = Усі центри
whats-on-postcode = Або ваш поштовий індекс
whats-on-postcode-hint = Спочатку буде те, що найближче.
whats-on-shut = { $centre }: зачинено ({ $first } – { $last }).
whats-on-shut-on = { $centre }: зачинено ({ $day }).
whats-on-all-shut = Усі наші центри зачинені ({ $first } – { $last }).
whats-on-all-shut-on = Усі наші центри зачинені ({ $day }).
whats-on-near = Спочатку ті, що поруч: { $centre }
whats-on-postcode-unknown = Ми не знаємо цього індексу. Виберіть, будь ласка, центр.
whats-on-ages = Скільки років вашим дітям?
whats-on-age-expected = Дитина ще не народилася
whats-on-age-0 = До 1 року
whats-on-age-12 = 1 рік
whats-on-age-24 = 2 роки
whats-on-age-36 = 3 роки
whats-on-age-48 = 4 роки
whats-on-age-chip = Вік: { $age }
whats-on-suits = Тільки те, що підходить усім
whats-on-day = День
whats-on-any-day = Будь-який день
whats-on-day-monday = Понеділок
whats-on-day-tuesday = Вівторок
whats-on-day-wednesday = Середа
whats-on-day-thursday = Четвер
whats-on-day-friday = П’ятниця
whats-on-day-saturday = Субота
whats-on-day-sunday = Неділя
whats-on-half = Час
whats-on-any-time = Будь-який час
whats-on-half-morning = До обіду
whats-on-half-afternoon = Після обіду
whats-on-free = Тільки безкоштовні
whats-on-show = Показати
whats-on-pages = Інші сторінки
whats-on-previous = Раніше
whats-on-next = Пізніше

# Ages. Each stands after "від" or "до", so it is in the genitive.
whats-on-ages-adults = Дорослі
whats-on-ages-birth = Від народження до { $to }
whats-on-ages-babies = Немовлята до { $to }
whats-on-ages-babies-from = Немовлята від { $from } до { $to }
whats-on-ages-years = Від { $from } до { $to }
whats-on-ages-between = Від { $from } до { $to }
whats-on-ages-from = Від { $from }
whats-on-ages-pregnant = Під час вагітності або з дитиною до { $to }
whats-on-ages-pregnant-between = Під час вагітності або з дитиною від { $from } до { $to }
whats-on-ages-pregnant-from = Під час вагітності або з дитиною від { $from }
whats-on-ages-pregnant-any = Під час вагітності або з дитиною будь-якого віку
whats-on-age-weeks = { $n ->
    [one] { $n } тижня
    [few] { $n } тижнів
    [many] { $n } тижнів
   *[other] { $n } тижня
}
whats-on-age-months = { $n ->
    [one] { $n } місяця
    [few] { $n } місяців
    [many] { $n } місяців
   *[other] { $n } місяця
}
whats-on-age-years = { $years ->
    [one] { $years } року
    [few] { $years } років
    [many] { $years } років
   *[other] { $years } року
}
whats-on-age-half = { $years }½ років
whats-on-age-years-months = { $years ->
    [one] { $years } року
    [few] { $years } років
    [many] { $years } років
   *[other] { $years } року
} { $months ->
    [one] { $months } місяця
    [few] { $months } місяців
    [many] { $months } місяців
   *[other] { $months } місяця
}

# One session.
whats-on-when = Коли
whats-on-where = Де
whats-on-map = Карта
whats-on-map-of = Карта: { $place }
whats-on-who = Для кого
whats-on-bring = Візьміть із собою
whats-on-price = Ціна
whats-on-siblings = Брати й сестри теж можуть прийти.
whats-on-no-siblings = Приходьте, будь ласка, без братів і сестер іншого віку.
whats-on-phone = Або зателефонуйте. { $centre }:
whats-on-ask = Є запитання? Зателефонуйте. { $centre }:
whats-on-sorry = На жаль, це заняття скасовано.
whats-on-sorry-over = Це вже минуло.
whats-on-see-dates = Подивіться інші дати нижче.
whats-on-see-others = Подивіться, що ще є в розкладі.
whats-on-course-dates = Усі дати
whats-on-course-says = Це курс. Один запис діє на всі його дати.
whats-on-dates = Інші дати
whats-on-all = Переглянути весь розклад

# About the service.
about-contact = Зателефонуйте у свій центр
about-contact-lead = Ми радо допоможемо. Записатися можна й телефоном.
about-privacy = Конфіденційність
about-privacy-1 = Ми зберігаємо лише те, що нам потрібно. Це допомагає проводити групи й дбати про вашу дитину.
about-privacy-2 = Ми використовуємо ці дані, щоб записати вас, повідомити вас про це та бачити, до яких сімей доходить наша допомога. Ми ніколи їх не продаємо.
about-privacy-3 = Бачити їх можуть лише працівники, яким це потрібно. Щоразу, коли вони дивляться ваші дані, ми це записуємо.
about-privacy-4 = Ви можете попросити показати, що ми зберігаємо, виправити це або видалити. Ви можете вийти з учасників і все одно приходити.
about-privacy-5 = На цьому сайті немає реклами, і він за вами не стежить. Він зберігає файл cookie лише тоді, коли ви входите або вибираєте мову.
about-privacy-6 = Хочете запитати нас про це? Зателефонуйте у свій центр. Якщо наша відповідь вас не влаштовує, ви можете звернутися до державного органу, який захищає особисті дані (Information Commissioner’s Office, ICO).
about-accessibility = Доступність
about-accessibility-draft = Це зразок тексту. Його ще не перевірено й не підписано ({ $organisation }).
about-accessibility-1 = Ми хочемо, щоб цим сайтом міг користуватися кожен. Ви можете збільшити текст. Можна користуватися лише клавіатурою. Можна слухати, як сторінку читають уголос.
about-accessibility-2 = Щоразу, коли ми змінюємо сторінки, їх перевіряє програма. Вона знаходить не всі помилки. Тому ми не кажемо, що сайт відповідає стандарту (WCAG 2.2).
about-accessibility-tested = { $day } ми востаннє перевірили всі сторінки.
about-accessibility-signed = Підпис: { $name }, { $day }
about-accessibility-known = Про які недоліки ми знаємо
about-accessibility-3 = Більшість текстів, які не англійською, написала машина. Деякі слова можуть бути неправильними.
about-accessibility-4 = Програми, що читають уголос, можуть погано читати файли PDF, наприклад вашу картку.
about-accessibility-help = Якщо щось у вас не працює
about-accessibility-5 = Зателефонуйте у свій центр. Ми розповімо те, що вам потрібно, іншим способом або запишемо вас.
about-accessibility-6 = Наша відповідь вас не влаштовує? Тоді ви можете попросити допомоги у службі, яка дає поради про рівні права (Equality Advisory and Support Service, EASS).
