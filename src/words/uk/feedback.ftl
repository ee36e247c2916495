# After a session: how was it? And what a centre changed because of what families said.

# The message. It comes to those who said yes to it.
mail-feedback = Як усе пройшло?
mail-feedback-say = Ви були в нас: { $what }, { $day }. Чи було добре? Розкажіть нам: досить двох дотиків.
mail-feedback-tell = Розповісти нам
mail-feedback-no-name = Ми ніколи не показуємо іншим сім’ям ваших слів або вашого імені.
mail-feedback-to-stop = Не хочете цих повідомлень?
mail-feedback-stop = Більше не надсилати

# What is asked once, among what is known of a family.
my-question-feedback_by_email = Чи можна питати вас електронною поштою, як пройшло заняття?
my-why-feedback_by_email = Щоб ми мали дозвіл питати вас, чи добре було на занятті. Це можна припинити будь-коли.

# The page to stop them.
member-feedback = Більше не надсилати цих повідомлень?
member-feedback-say = Тоді ми не питатимемо вас, як пройшло заняття. Більше нічого не зміниться.
member-feedback-yes = Більше не надсилати
member-feedback-done = Ми більше вас про це не питатимемо
member-feedback-done-say = Ми завжди вам раді.

# The page: first one of two buttons, then a box that may stay empty.
feedback-title = Чи було добре?
feedback-good = Добре
feedback-not-good = Не дуже добре
feedback-once = Натисніть одну кнопку. Змінити відповідь можна пізніше.
feedback-thanks = Дякуємо
feedback-said-good = Ваша відповідь: добре.
feedback-said-not-good = Ваша відповідь: не дуже добре.
feedback-change-to-good = Змінити на «Добре»
feedback-change-to-not-good = Змінити на «Не дуже добре»
# Above the box. It must be read before anything is typed.
feedback-danger = Хтось у небезпеці? Телефонуйте 999.
feedback-else-phone = З усіма іншими питаннями телефонуйте в центр. { $centre }: { $phone }.
feedback-else-ask = З усіма іншими питаннями звертайтеся сюди: { $centre }.
feedback-box = Чи треба щось змінити?
feedback-box-say = Писати не обов’язково. Будь ласка, не пишіть імен. { $longest ->
    [one] Не більше ніж { $longest } символ.
    [few] Не більше ніж { $longest } символи.
    [many] Не більше ніж { $longest } символів.
   *[other] Не більше ніж { $longest } символу.
}
feedback-send = Надіслати
feedback-written = Ми отримали ваші слова. Хтось із працівників ({ $centre }) прочитає їх протягом двох робочих днів.
feedback-write-again = Напишіть знову, замість попереднього тексту
feedback-too-long = { $longest ->
    [one] Скоротіть текст: не більше ніж { $longest } символ
    [few] Скоротіть текст: не більше ніж { $longest } символи
    [many] Скоротіть текст: не більше ніж { $longest } символів
   *[other] Скоротіть текст: не більше ніж { $longest } символу
}
feedback-from-booking = Розкажіть нам, як усе пройшло

# What became of what families said.
you-said = Ви сказали — ми зробили
you-said-lead = Сім’ї кажуть нам, що змінити. Ось що ми зробили.
you-said-of = Ви сказали — ми зробили: { $centre }
you-said-said = Ви сказали
you-said-did = Ми зробили
you-said-none = Тут поки що нічого немає.
you-said-all = Переглянути всі центри

# Beside the sheet of what's on in its usual size.
whats-on-paper-small = Надрукувати на одній маленькій сторінці (A5)

# A list that stands in a page of somebody else, such as the council.
embed-title = Розклад
embed-all = Переглянути все й записатися
embed-none = Зараз занять немає.
