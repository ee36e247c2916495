# Being a member: the pages behind links in messages, and what is printed.
member-thanks = ਧੰਨਵਾਦ
member-contact = ਕੀ ਇਹ ਤੁਹਾਡਾ ਈਮੇਲ ਪਤਾ ਹੈ?
member-contact-say = ਫਿਰ ਸਾਨੂੰ ਪਤਾ ਹੋਵੇਗਾ ਕਿ ਸਾਡੇ ਸੁਨੇਹੇ ਤੁਹਾਡੇ ਤੱਕ ਪਹੁੰਚਦੇ ਹਨ।
member-contact-yes = ਹਾਂ, ਇਹ ਮੇਰਾ ਹੈ
member-contact-done = ਹੁਣ ਸਾਨੂੰ ਪਤਾ ਹੈ ਕਿ ਸਾਡੇ ਸੁਨੇਹੇ ਤੁਹਾਡੇ ਤੱਕ ਪਹੁੰਚਦੇ ਹਨ।
member-address-say = ਫਿਰ ਹੁਣ ਤੋਂ ਅਸੀਂ ਤੁਹਾਨੂੰ ਇੱਥੇ ਸੁਨੇਹੇ ਭੇਜਾਂਗੇ।
member-address-done = ਅਸੀਂ ਤੁਹਾਨੂੰ ਇਸ ਪਤੇ ’ਤੇ ਸੁਨੇਹੇ ਭੇਜਾਂਗੇ।
member-same = ਕੀ ਤੁਹਾਡਾ ਘਰ ਜਾਂ ਤੁਹਾਡਾ ਨੰਬਰ ਬਦਲਿਆ ਹੈ?
member-same-say = ਜੇ ਨਹੀਂ, ਤਾਂ ਸਿਰਫ਼ ਬਟਨ ਦਬਾਓ। ਅਸੀਂ ਸਭ ਕੁਝ ਇਸੇ ਤਰ੍ਹਾਂ ਰੱਖਾਂਗੇ।
member-same-no = ਨਹੀਂ, ਕੁਝ ਨਹੀਂ ਬਦਲਿਆ
member-same-yes = ਹਾਂ, ਸਾਨੂੰ ਦੱਸੋ
member-same-done = ਅਸੀਂ ਸਭ ਕੁਝ ਇਸੇ ਤਰ੍ਹਾਂ ਰੱਖਾਂਗੇ।
member-stop = ਕੀ ਮੈਂਬਰਸ਼ਿਪ ਬੰਦ ਕਰਨੀ ਹੈ?
member-stop-say = ਬੁਕਿੰਗ ਕਰਨਾ ਅਤੇ ਆਉਣਾ ਫਿਰ ਵੀ ਹੋ ਸਕੇਗਾ। ਅਸੀਂ ਹੋਰ ਕਾਰਡ ਨਹੀਂ ਭੇਜਾਂਗੇ।
member-stop-yes = ਮੈਂਬਰਸ਼ਿਪ ਬੰਦ ਕਰੋ
member-stop-done = ਤੁਸੀਂ ਹੁਣ ਮੈਂਬਰ ਨਹੀਂ ਹੋ
member-stop-done-say = ਬੁਕਿੰਗ ਕਰਨਾ ਅਤੇ ਆਉਣਾ ਅਜੇ ਵੀ ਹੋ ਸਕਦਾ ਹੈ। ਤੁਹਾਡਾ ਸੁਆਗਤ ਹੈ।
member-cards = ਕੀ ਜਨਮਦਿਨ ਕਾਰਡ ਬੰਦ ਕਰਨੇ ਹਨ?
member-cards-say = ਤੁਹਾਡੀ ਮੈਂਬਰਸ਼ਿਪ ਬਣੀ ਰਹੇਗੀ। ਸਿਰਫ਼ ਕਾਰਡ ਬੰਦ ਹੋਣਗੇ।
member-cards-yes = ਕਾਰਡ ਬੰਦ ਕਰੋ
member-cards-done = ਹੋਰ ਜਨਮਦਿਨ ਕਾਰਡ ਨਹੀਂ ਆਉਣਗੇ
member-cards-done-say = ਤੁਹਾਡੀ ਮੈਂਬਰਸ਼ਿਪ ਬਣੀ ਰਹੇਗੀ। ਤੁਹਾਡਾ ਹਮੇਸ਼ਾ ਸੁਆਗਤ ਹੈ।

# The card.
member-card = ਮੈਂਬਰਸ਼ਿਪ ਕਾਰਡ
member-card-number = ਮੈਂਬਰਸ਼ਿਪ ਨੰਬਰ
member-card-and = ਅਤੇ { $name }
member-card-phone = ਫ਼ੋਨ: { $phone }
member-card-show = ਆਉਣ ਵੇਲੇ ਇਹ ਕਾਰਡ ਦਿਖਾਓ। ਇਸ ਤੋਂ ਕੋਈ ਤੁਹਾਡੀ ਨਿੱਜੀ ਜਾਣਕਾਰੀ ਨਹੀਂ ਪੜ੍ਹ ਸਕਦਾ।
member-card-offer = ਸਾਡੇ ਕੋਲ ਤੁਹਾਡੇ ਲਈ
member-card-offer-all = ਛੋਟੇ ਬੱਚਿਆਂ ਵਾਲੇ ਪਰਿਵਾਰਾਂ ਲਈ ਖੇਡਾਂ, ਸਲਾਹ ਅਤੇ ਨਵੇਂ ਦੋਸਤ।
member-card-notice = ਤੁਹਾਡੀ ਜਾਣਕਾਰੀ
member-card-version = ਨੋਟਿਸ { $version } ({ $language })

# A birthday card on paper.
member-birthday-thanks = ਧੰਨਵਾਦ
member-birthday-number = ਮੈਂਬਰਸ਼ਿਪ { $number }
member-birthday-to = { $name } ਅਤੇ ਪਰਿਵਾਰ
member-birthday-book-phone = ਬੁੱਕ ਕਰਨ ਲਈ ਇੱਥੇ ਦੇਖੋ: { $address }, ਜਾਂ { $centre } ਨੂੰ { $phone } ’ਤੇ ਫ਼ੋਨ ਕਰੋ।
member-birthday-book-centre = ਬੁੱਕ ਕਰਨ ਲਈ ਇੱਥੇ ਦੇਖੋ: { $address }, ਜਾਂ { $centre } ਵਿੱਚ ਪੁੱਛੋ।
member-birthday-book-us = ਬੁੱਕ ਕਰਨ ਲਈ ਇੱਥੇ ਦੇਖੋ: { $address }, ਜਾਂ ਸਾਨੂੰ ਪੁੱਛੋ।
member-birthday-moved = ਘਰ ਬਦਲ ਲਿਆ? ਨਵਾਂ ਨੰਬਰ ਹੈ? ਕਿਰਪਾ ਕਰਕੇ ਸਾਨੂੰ ਦੱਸੋ। ਇਹ ਕਾਰਡ ਬੰਦ ਕਰਨ ਲਈ ਵੀ ਸਾਨੂੰ ਦੱਸੋ।
member-birthday-ask-phone = ਕੋਈ ਸਵਾਲ ਹੈ? ਕਿਰਪਾ ਕਰਕੇ { $centre } ਨੂੰ { $phone } ’ਤੇ ਫ਼ੋਨ ਕਰੋ।
member-birthday-ask-centre = ਕੋਈ ਸਵਾਲ ਹੈ? ਕਿਰਪਾ ਕਰਕੇ { $centre } ਵਿੱਚ ਪੁੱਛੋ।
member-birthday-ask-us = ਕੋਈ ਸਵਾਲ ਹੈ? ਕਿਰਪਾ ਕਰਕੇ ਸਾਨੂੰ ਪੁੱਛੋ।

# A letter on paper.
member-letter-scan = ਇਸ ਨੂੰ ਸਕੈਨ ਕਰੋ, ਜਾਂ ਆਪਣੇ ਸੈਂਟਰ ਵਿੱਚ ਪੁੱਛੋ।
