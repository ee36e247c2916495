# A family’s own pages.

# Our places.
my-title = Мої місця
my-offers = Ми пропонуємо вам місце
my-places = Ваші місця
my-waiting = Ви в черзі
my-past = Минулі й скасовані
my-older = Давніші
my-back = Назад до моїх місць
my-appointment = Ваша зустріч
my-show = Показати, що це
my-until = Ми тримаємо це місце для вас до { $until }.
my-only-yours = Воно стане вашим, лише коли ви погодитеся.
my-yes = Так, хочу це місце
my-no = Ні, дякую
my-about = { $title }, { $when }
my-for = Для кого
my-when = Коли
my-where = Де
my-also-on = Ще в ці дні
my-bring = Візьміть із собою
my-phone = Телефон
my-adults = { $n ->
    [one] { $n } дорослий
    [few] { $n } дорослі
    [many] { $n } дорослих
   *[other] { $n } дорослого
}
my-and = { $names } та { $adults }
my-party = Змінити, хто прийде
my-party-who = Хто прийде?
my-party-adults = Скільки дорослих прийде?
my-other-day = Вибрати інший день
my-cancel = Скасувати цей запис
my-cancel-by = Якщо не зможете прийти, повідомте нас до { $until }.
my-cancel-late = Якщо не зможете прийти, повідомте нас, будь ласка. Це місце може бути потрібне комусь іншому.
my-begun = Це вже почалося. Якщо хочете щось сказати, зателефонуйте нам.
my-leave = Вийти з черги
my-calendar = Додати в календар
my-changed-mind = Передумали?
my-or = Підійде й будь-який із цих днів:
my-free = Зараз є вільне місце: { $when }. Його отримає та сім’я, яка погодиться першою.
my-chance-good = Місця часто звільняються. У вас добрі шанси.
my-chance-some = Місце може звільнитися. Але напевно ми не знаємо.
my-chance-small = Місця звільняються рідко. Можливо, варто пошукати й інший день.
my-position = Ваш номер у черзі: { $n }.
my-no-place-yet = У вас ще немає місця. Якщо воно звільниться, ми вам повідомимо.
my-was-booked = У вас було місце.
my-was-cancelled = Скасовано.
my-was-lapsed = Ви не отримали місця.
my-was-declined = Ви відмовилися.
my-nothing = Ви нікуди не записані.
my-for-child = { $age ->
    [one] Розклад для дитини: { $name }, { $age } рік
    [few] Розклад для дитини: { $name }, { $age } роки
    [many] Розклад для дитини: { $name }, { $age } років
   *[other] Розклад для дитини: { $name }, { $age } року
}
my-for-baby = Розклад для дитини: { $name }

# What has just been done.
my-done-accepted = Вас записано. Будемо раді вас бачити.
my-done-declined = Дякуємо. Ми запропонуємо це місце іншій сім’ї.
my-done-cancelled = Ваш запис скасовано. Дякуємо: тепер зможе прийти інша сім’я.
my-done-left = Ви більше не в черзі.
my-done-saved = Збережено.
my-done-asked = Дякуємо. Ми перевіримо й змінимо це для вас.
my-done-address = Дякуємо. Ми надіслали вам повідомлення електронною поштою. Відкрийте його й підтвердьте, що нова адреса ваша.
my-done-not-a-member = Ви більше не серед учасників. Записуватися й приходити можна й далі.
my-done-member = Ви знову серед учасників. Раді, що ви повернулися.

# What cannot be done.
my-wrong-offer = На жаль, ця пропозиція вже не діє. Нижче видно, як усе зараз.
my-wrong-clash = Ваша дитина має місце на іншому занятті в цей час. Спочатку скасуйте той запис.
my-wrong-limit = У вас тут уже стільки місць, скільки може мати одна сім’я. Спочатку скасуйте один запис.
my-wrong-members = Ця група — для учасників центру. Приєднатися знову можна на сторінці «Моя сім’я».
my-wrong-adults = Введіть, скільки дорослих прийде, від 0 до 10
my-wrong-nobody = Позначте, хто прийде
my-wrong-age = Це для дітей іншого віку. Має прийти дитина потрібного віку.
my-wrong-no-room = Для всіх вас місць не вистачає. Ваше місце залишається, як було.
my-wrong-late = Змінити це тут уже пізно. Зателефонуйте нам, будь ласка.

# Giving a place up.
my-ask-cancel = Скасувати цей запис?
my-ask-cancel-line = Місце залишається вашим, доки ви не натиснете кнопку.
my-ask-leave = Вийти з черги?
my-ask-leave-line = Ви залишаєтеся в черзі, доки не натиснете кнопку.
my-keep = Ні, назад
my-cancel-yes = Так, скасувати запис
my-leave-yes = Так, вийти з черги

# The card.
my-card = Моя картка
my-card-number = Ваш номер
my-card-show = Покажіть це, коли прийдете.
my-card-code = Код на вашій картці
my-card-names = Для кого
my-card-centre = Ваш центр
my-card-save = Зберегти картку як зображення
my-card-none = Зараз ви не серед учасників, тому картки немає. Записуватися й приходити можна й далі.

# My family.
my-family = Моя сім’я
my-back-to-family = Назад до моєї сім’ї

# Where she is signed in.
my-sign-ins = Де ви ввійшли
my-sign-ins-line = Є вхід, якого ви не впізнаєте? Завершіть його й зателефонуйте нам.
my-sign-in-since = Вхід: { $at }
my-sign-in-this = Це тут, де ви зараз.
my-sign-in-end = Вийти там
my-save = Зберегти
my-change = Змінити
my-remove = Прибрати
my-choose = Виберіть
my-not-here = Дещо тут змінити не можна.
my-not-said = не вказано
my-children = Ваші діти
my-add-child = Додати дитину
my-born-on = Дата народження: { $day }
my-due-on = Має народитися: { $day }
my-request-open = Ви попросили нас це змінити. Ми перевіримо й повідомимо вас.
my-request-refused = Ми цього не змінили: { $why }
my-you = Ви
my-others = Інші дорослі
my-theirs = Змінити це може лише { $name }.
my-no-email = Ми не пишемо вам на електронну пошту.
my-no-text = Ми не надсилаємо вам SMS.
my-no-call = Ми вам не телефонуємо.
my-no-voicemail = Ми не залишаємо вам голосових повідомлень.
my-no-post = Ми не надсилаємо вам листів поштою.
my-email-to-confirm = Ми надіслали повідомлення на { $email }. Відкрийте його й підтвердьте, що це ваша адреса.
my-home = Де ви живете
my-no-home = У нас немає вашої адреси.
my-trusted = Хто може приводити ваших дітей
my-trusted-line = Це може бути бабуся, дідусь, хтось із друзів або няня. Ви вирішуєте, яких дітей і як довго.
my-add-adult = Додати дорослого
my-may-bring = Може приводити дітей: { $names }
my-may-until = До { $day }
my-birthdays = Листівки до дня народження
my-questions = Запитання й відповіді
my-membership = Учасники центру
my-stop = Вийти з учасників
my-join-again = Приєднатися знову
my-guest = Ви записуєтеся як гості. Ви не серед учасників.
my-told-title = Які дані ми маємо
my-see-told = Подивитися, що ви нам розповіли

# Its forms.
my-your-name = Ваше ім’я
my-your-email = Ваша електронна пошта
my-your-email-hint = Якщо адреса нова, ми надішлемо на неї повідомлення, щоб її перевірити.
my-your-phone = Ваш номер телефону
my-may-we = Чи можна нам
my-by-email = писати вам на електронну пошту?
my-by-text = надсилати вам SMS?
my-by-phone = телефонувати вам?
my-by-voicemail = залишати вам голосові повідомлення?
my-by-post = надсилати вам листи поштою?
my-postcode = Ваш поштовий індекс
my-no-postcode = У мене немає індексу, або я не хочу його називати
my-address = Ваша адреса
my-address-hint = Будинок і вулиця. Туди ми надсилаємо вам пошту.
my-correct-child = Змінити ім’я або дату дитини
my-baby-born = Дитина вже народилася
my-we-check = Ми перевіримо й змінимо це для вас.
my-twins = Близнята? Зателефонуйте нам, будь ласка. Ми самі їх додамо.
my-child-name = Ім’я вашої дитини
my-is-born = Ваша дитина вже народилася?
my-is-born-yes = Так
my-is-born-no = Ще ні
my-born = Коли народилася ваша дитина?
my-born-hint = Наприклад, 27 3 2025
my-due = Коли має народитися ваша дитина?
my-adult-name = Ім’я цієї людини
my-adult-phone = Номер телефону цієї людини, якщо знаєте
my-relationship = Ким ця людина вам доводиться?
my-relationship-grandparent = Бабуся або дідусь
my-relationship-childminder = Няня
my-relationship-relative = Хтось інший із родини
my-relationship-friend = Друг або подруга
my-relationship-other = Хтось інший
my-which-children = Яких дітей може приводити ця людина?
my-until-when = До якого дня?
my-until-when-hint = Якщо без обмеження, нічого не пишіть.
my-ask-remove = Прибрати цю людину?
my-ask-remove-line = { $name } більше не зможе приводити ваших дітей.
my-remove-yes = Так, прибрати
my-ask-stop = Вийти з учасників центру?
my-ask-stop-line = Записуватися й приходити можна буде й далі. Листівок ми більше не надсилатимемо. Номер на вашій картці більше не діятиме.
my-stop-yes = Так, вийти
my-question-about = { $question }: { $name }
my-answer = Ваша відповідь
my-answer-hint = Щоб забрати свою відповідь, залиште тут порожньо.
my-answer-none = Я не хочу відповідати
my-answer-yes = Так
my-answer-no = Ні
my-answer-female = Жіноча
my-answer-male = Чоловіча
my-answer-prefer_not_to_say = Я не хочу про це казати
my-answer-not_known = Я не знаю
my-answer-white_british = Англійці, валлійці, шотландці, північні ірландці або британці
my-answer-white_irish = Ірландці
my-answer-white_gypsy_traveller = Gypsy або Irish Traveller (британські роми або ірландські мандрівники)
my-answer-white_roma = Роми
my-answer-white_other = Білі: інше походження
my-answer-mixed_white_black_caribbean = Змішане: білі та чорношкірі карибці
my-answer-mixed_white_black_african = Змішане: білі та чорношкірі африканці
my-answer-mixed_white_asian = Змішане: білі та азійці
my-answer-mixed_other = Інше змішане походження
my-answer-asian_indian = Індійці
my-answer-asian_pakistani = Пакистанці
my-answer-asian_bangladeshi = Бангладешці
my-answer-asian_chinese = Китайці
my-answer-asian_other = Азійці: інше походження
my-answer-black_african = Африканці
my-answer-black_caribbean = Карибці
my-answer-black_other = Чорношкірі: інше походження
my-answer-arab = Араби
my-answer-other = Інша етнічна група

# What we ask, and why.
my-question-ethnicity = Етнічна група
my-why-ethnicity = Щоб бачити, чи отримують нашу допомогу всі сім’ї. Можна не відповідати.
my-question-sex = Стать
my-why-sex = Щоб бачити, чи приходять і мами, і тата. Можна не відповідати.
my-question-main_language = Мова, яку ви знаєте найкраще
my-why-main_language = Щоб ми могли писати вам зрозумілими словами.
my-question-interpreter = Потрібен перекладач? Для якої мови?
my-why-interpreter = Щоб там була людина, яка говорить вашою мовою.
my-question-access_needs = Що потрібно, щоб зайти до нас і брати участь?
my-why-access_needs = Щоб ви могли зайти до нас і брати участь.
my-question-allergies = Алергії
my-why-allergies = Щоб їжа на заняттях не зашкодила вашій дитині.
my-question-birthday_cards = Хочете отримувати листівки до дня народження?
my-why-birthday_cards = Щоб ви не отримували листівок, яких не хочете.
my-question-birthday_by_email = Листівки до дня народження електронною поштою
my-why-birthday_by_email = Щоб ми мали дозвіл надіслати листівку електронною поштою.
my-question-birthday_by_text = Листівки до дня народження через SMS
my-why-birthday_by_text = Щоб ми мали дозвіл надіслати листівку через SMS.
my-question-photos = Чи можна нам фотографувати?
my-why-photos = Щоб знати, чи можна фотографувати вашу дитину.

# What is wrong with a form.
my-wrong-name = Введіть своє ім’я
my-wrong-email = Введіть електронну адресу, наприклад name@example.org
my-wrong-phone = Введіть номер телефону, наприклад 07700 900123
my-wrong-no-way = Введіть електронну адресу або номер телефону
my-wrong-postcode = Введіть поштовий індекс або поставте позначку під ним
my-wrong-address = Скоротіть, будь ласка, адресу
my-wrong-child-name = Введіть ім’я дитини
my-wrong-is-born = Виберіть, чи дитина вже народилася
my-wrong-date = Введіть правильну дату, наприклад 27 3 2025
my-wrong-year = Введіть рік чотирма цифрами, наприклад 2024
my-wrong-born-ahead = Цей день ще не настав. Дитина ще не народилася? Виберіть «Ще ні».
my-wrong-due = Введіть дату не пізніше ніж за десять місяців від сьогодні
my-wrong-adult-name = Введіть ім’я цієї людини
my-wrong-relationship = Виберіть, ким ця людина вам доводиться
my-wrong-children = Позначте хоча б одну дитину
my-wrong-no-children = Спочатку додайте свою дитину
my-wrong-until = Введіть майбутній день, наприклад 27 3 2027, або залиште порожнім
my-wrong-answer = Виберіть відповідь або напишіть коротшу
my-wrong-changed = Поки ви були тут, хтось це змінив. Перегляньте ще раз і тоді збережіть.
my-wrong-not-taken = Ми не змогли це зберегти. Зателефонуйте нам, будь ласка.

# What she told us.
my-told = Що ви нам розповіли
my-told-line = Це те, що ви розповіли нам самі. Можливо, це не всі дані, які ми маємо.
my-told-booked = У вас є або було місце.
my-told-waiting = Ви в черзі на місце.
my-told-offered = Ми пропонуємо вам місце.
my-told-file = Зберегти це у файл
my-everything = Усі дані, які ми маємо
my-everything-line = Ви можете попросити копію всіх даних про вас і вашу дитину. Це безкоштовно.
my-everything-yes = Попросити всі дані
my-everything-asked = Ви попросили нас про це. До { $by } ми надішлемо вам ці дані.
