# Being a member: the pages behind links in messages, and what is printed.
member-thanks = Дякуємо
member-contact = Це ваша електронна адреса?
member-contact-say = Тоді ми знатимемо, що можемо з вами зв’язатися.
member-contact-yes = Так, це моя адреса
member-contact-done = Тепер ми знаємо, що можемо з вами зв’язатися.
member-address-say = Тоді ми писатимемо вам на цю адресу.
member-address-done = Ми писатимемо вам на цю адресу.
member-same = Ви переїхали або змінили номер телефону?
member-same-say = Якщо ні, просто натисніть кнопку. Ми залишимо все, як є.
member-same-no = Ні, нічого не змінилося
member-same-yes = Так, повідомити
member-same-done = Ми залишимо все, як є.
member-stop = Вийти з учасників центру?
member-stop-say = Записуватися й приходити можна буде й далі. Вітальних листівок ми більше не надсилатимемо.
member-stop-yes = Вийти з учасників
member-stop-done = Ви більше не серед учасників
member-stop-done-say = Записуватися й приходити можна й далі. Ми завжди вам раді.
member-cards = Більше не надсилати листівок до дня народження?
member-cards-say = Ви залишитеся серед учасників. Не буде тільки листівок.
member-cards-yes = Не надсилати листівок
member-cards-done = Листівок до дня народження більше не буде
member-cards-done-say = Ви залишаєтеся серед учасників. Ми завжди вам раді.

# The card.
member-card = Картка учасників
member-card-number = Ваш номер
member-card-and = і { $name }
member-card-phone = Телефон: { $phone }
member-card-show = Покажіть цю картку, коли прийдете. З неї ніхто не прочитає ваших даних.
member-card-offer = Що у нас є для вас
member-card-offer-all = Ігри, поради й нові друзі для сімей з маленькими дітьми.
member-card-notice = Ваші дані
member-card-version = Версія { $version } ({ $language })

# A birthday card on paper.
member-birthday-thanks = Дякуємо
member-birthday-number = Ваш номер: { $number }
member-birthday-to = { $name } з сім’єю
member-birthday-book-phone = Щоб записатися, зайдіть на { $address } або зателефонуйте. { $centre }: { $phone }.
member-birthday-book-centre = Щоб записатися, зайдіть на { $address } або запитайте тут: { $centre }.
member-birthday-book-us = Щоб записатися, зайдіть на { $address } або запитайте нас.
member-birthday-moved = Переїхали? Новий номер телефону? Повідомте нас, будь ласка. Якщо не хочете листівок, теж скажіть нам.
member-birthday-ask-phone = Є запитання? Зателефонуйте, будь ласка. { $centre }: { $phone }.
member-birthday-ask-centre = Є запитання? Запитайте тут: { $centre }.
member-birthday-ask-us = Є запитання? Запитайте нас.

# A letter on paper.
member-letter-scan = Наведіть сюди камеру телефону або запитайте у своєму центрі.
