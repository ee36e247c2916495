# Before you come: what there is for people with access needs, and the house rules.
access-title = Зручності й доступність
access-choose = Вам потрібно щось із цього?
access-step-free = Без сходинок
access-accessible-toilet = Туалет для людей на кріслах колісних
access-changing-places = Туалет із кушеткою для дорослих і підйомником (Changing Places)
access-baby-changing = Пеленальний столик
access-blue-badge-parking = Паркування для людей з інвалідністю (Blue Badge)
access-hearing-loop = Індукційна петля для слухових апаратів
access-buggy-space = Місце для дитячих візочків
access-bsl = Жестова мова (британська, BSL)
access-interpreter = Перекладач
access-interpreter-for = Перекладач: { $language }
access-quiet = Спокійне, тихе заняття
access-adapted = Пристосовано для дітей з інвалідністю

rules-title = Наші правила
rules-own = Тільки для цього центру: { $centre }
# The day of CLDR ends in "р.", so that it stands in brackets before the full stop.
rules-version = Версія { $version } (від { $day }).
rules-help = Це важко читати? Запитайте нас, будь ласка. Записатися можна все одно.
rules-page = Відкрити на окремій сторінці
rules-none = Правил тут немає.
