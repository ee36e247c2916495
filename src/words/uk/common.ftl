# Glossary (uk):
#   place (reserved space in a group)   місце
#   booking, to book                    запис, записатися; "you are booked": вас записано
#   waiting list                        черга (стати в чергу, ви в черзі, вийти з черги)
#   offer                               пропозиція, ми пропонуємо вам місце
#   to say yes / to say no (an offer)   погодитися / відмовитися
#   centre / family hub                 центр / сімейний центр
#   member, to join, to stop            учасники (plural), приєднатися, вийти з учасників
#   guest                               гості (plural)
#   card                                картка
#   session / group / appointment       заняття / група / зустріч
#   what's on                           розклад
#   cancelled                           скасовано ("ваш запис скасовано" is the family's own booking,
#                                       "заняття скасовано" is the session)
#   code, number in our message         код
#   sign in / sign out                  увійти / вийти
#   Exit this page                      Закрити цю сторінку
#   postcode                            поштовий індекс
#   email, email address / message      електронна пошта, електронна адреса / повідомлення
# "місце" is never a venue: a venue is "адреса" or "де".
# A moment reads "18:00 (вівторок, 3 червня)": it stands after "до", "з" or a colon.

# On every page.
skip = Перейти до головного
menu = Головне меню
menu-whats-on = Розклад
menu-my = Мої місця
menu-family = Моя сім’я
menu-sign-in = Увійти або вийти
menu-sign-out = Вийти
foot = Про цей сайт
foot-contact = Зателефонувати в центр
foot-privacy = Конфіденційність
foot-accessibility = Доступність
foot-staff = Вхід для працівників
foot-developers = Для розробників

# Forms.
problem = Виникла проблема
error = Помилка:
day = День
month = Місяць
year = Рік

# Where nothing is.
see-whats-on = Переглянути розклад
gone-title = Ми не знайшли цю сторінку
gone-line = Можливо, її перенесли або вона вже не діє. Якщо ви ввели адресу вручну, перевірте її.

# Places at a session.
places-left = { $n ->
    [one] { $n } вільне місце
    [few] { $n } вільні місця
    [many] { $n } вільних місць
   *[other] { $n } вільного місця
}
exit-page = Закрити цю сторінку
