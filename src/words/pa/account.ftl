# A password: the pages where one is chosen, and the messages about it.
account-forgotten = ਪਾਸਵਰਡ ਚੁਣੋ
account-forgotten-say = ਅਸੀਂ ਤੁਹਾਨੂੰ ਪਾਸਵਰਡ ਚੁਣਨ ਲਈ ਇੱਕ ਲਿੰਕ ਭੇਜਾਂਗੇ।
account-email = ਈਮੇਲ ਪਤਾ
account-email-wrong = ਆਪਣਾ ਈਮੇਲ ਪਤਾ ਲਿਖੋ, ਜਿਵੇਂ name@example.com
account-send = ਮੈਨੂੰ ਲਿੰਕ ਭੇਜੋ
account-back = ਸਾਈਨ ਇਨ ’ਤੇ ਵਾਪਸ ਜਾਓ
account-sent = ਆਪਣੀ ਈਮੇਲ ਦੇਖੋ
account-sent-say = ਜੇ ਇਹ ਪਤਾ ਸਾਡੇ ਕੋਲ ਹੈ, ਤਾਂ ਅਸੀਂ ਇਸ ’ਤੇ ਲਿੰਕ ਭੇਜ ਦਿੱਤਾ ਹੈ।
account-sent-none = ਲਿੰਕ ਇੱਕ ਵਾਰ ਹੀ ਚੱਲਦਾ ਹੈ, ਇੱਕ ਘੰਟੇ ਤੱਕ। ਸੁਨੇਹਾ ਨਹੀਂ ਆਇਆ? ਜੰਕ ਮੇਲ (Junk) ਵਿੱਚ ਦੇਖੋ, ਜਾਂ ਆਪਣੇ ਮੈਨੇਜਰ ਨੂੰ ਪੁੱਛੋ।
account-choose = ਨਵਾਂ ਪਾਸਵਰਡ ਚੁਣੋ
account-new = ਨਵਾਂ ਪਾਸਵਰਡ
account-rule = ਘੱਟੋ-ਘੱਟ { $least } ਅੱਖਰ ਲਿਖੋ, ਜਿਨ੍ਹਾਂ ਦਾ ਅੰਦਾਜ਼ਾ ਲਾਉਣਾ ਔਖਾ ਹੋਵੇ। ਤਿੰਨ ਜਾਂ ਚਾਰ ਸ਼ਬਦ, ਜਿਨ੍ਹਾਂ ਦਾ ਆਪਸ ਵਿੱਚ ਕੋਈ ਜੋੜ ਨਾ ਹੋਵੇ, ਚੰਗੇ ਰਹਿੰਦੇ ਹਨ। ਆਪਣਾ ਨਾਂ ਨਾ ਲਿਖੋ।
account-save = ਨਵਾਂ ਪਾਸਵਰਡ ਸੇਵ ਕਰੋ
account-too-short = ਘੱਟੋ-ਘੱਟ { $least } ਅੱਖਰਾਂ ਦਾ ਪਾਸਵਰਡ ਚੁਣੋ।
account-too-long = ਵੱਧ ਤੋਂ ਵੱਧ { $most } ਅੱਖਰਾਂ ਦਾ ਪਾਸਵਰਡ ਚੁਣੋ।
account-own-name = ਅਜਿਹਾ ਪਾਸਵਰਡ ਚੁਣੋ ਜਿਸ ਵਿੱਚ ਤੁਹਾਡਾ ਨਾਂ, ਤੁਹਾਡਾ ਈਮੇਲ ਪਤਾ ਜਾਂ ਸਾਡਾ ਨਾਂ ਨਾ ਹੋਵੇ। ਲੋਕ ਸਭ ਤੋਂ ਪਹਿਲਾਂ ਇਹੀ ਅਜ਼ਮਾਉਂਦੇ ਹਨ।
account-easy = ਅਜਿਹਾ ਪਾਸਵਰਡ ਚੁਣੋ ਜਿਸ ਦਾ ਅੰਦਾਜ਼ਾ ਲਾਉਣਾ ਹੋਰ ਔਖਾ ਹੋਵੇ। ਲੋਕ ਇਹ, ਜਾਂ ਇਸ ਵਰਗੇ ਪਾਸਵਰਡ, ਛੇਤੀ ਅਜ਼ਮਾਉਂਦੇ ਹਨ। ਤਿੰਨ ਜਾਂ ਚਾਰ ਸ਼ਬਦ, ਜਿਨ੍ਹਾਂ ਦਾ ਆਪਸ ਵਿੱਚ ਕੋਈ ਜੋੜ ਨਾ ਹੋਵੇ, ਚੰਗੇ ਰਹਿੰਦੇ ਹਨ।
account-over = ਇਸ ਲਿੰਕ ਦਾ ਸਮਾਂ ਖ਼ਤਮ ਹੋ ਗਿਆ ਹੈ
account-over-say = ਲਿੰਕ ਇੱਕ ਵਾਰ ਹੀ ਚੱਲਦਾ ਹੈ, ਇੱਕ ਘੰਟੇ ਤੱਕ। ਨਵਾਂ ਲਿੰਕ ਮੰਗੋ।
account-done = ਤੁਹਾਡਾ ਪਾਸਵਰਡ ਬਦਲ ਗਿਆ ਹੈ
account-done-say = ਤੁਹਾਡਾ ਨਵਾਂ ਪਾਸਵਰਡ ਸੇਵ ਹੋ ਗਿਆ ਹੈ। ਤੁਹਾਨੂੰ ਹਰ ਥਾਂ ਤੋਂ ਸਾਈਨ ਆਊਟ ਕਰ ਦਿੱਤਾ ਗਿਆ ਹੈ: ਹੁਣ ਨਵੇਂ ਪਾਸਵਰਡ ਨਾਲ ਸਾਈਨ ਇਨ ਕਰੋ।
account-sign-in = ਸਾਈਨ ਇਨ ਕਰੋ

# The part of the sign-in page that is for those who work here.
account-staff = ਸਟਾਫ਼ ਅਤੇ ਸਾਥੀ ਸੰਸਥਾਵਾਂ
account-password = ਪਾਸਵਰਡ
account-password-forgotten = ਪਾਸਵਰਡ ਭੁੱਲ ਗਿਆ, ਜਾਂ ਅਜੇ ਹੈ ਨਹੀਂ?
account-wrong = ਈਮੇਲ ਪਤਾ ਜਾਂ ਪਾਸਵਰਡ ਠੀਕ ਨਹੀਂ ਹੈ। ਕਿਰਪਾ ਕਰਕੇ ਦੋਵੇਂ ਦੇਖੋ।
account-quiet = ਜੇ { $minutes } ਮਿੰਟ ਕੁਝ ਨਾ ਕੀਤਾ ਜਾਵੇ, ਤਾਂ ਅਸੀਂ ਤੁਹਾਨੂੰ ਸਾਈਨ ਆਊਟ ਕਰ ਦਿੰਦੇ ਹਾਂ। ਇਸ ਨਾਲ ਪਰਿਵਾਰ ਸੁਰੱਖਿਅਤ ਰਹਿੰਦੇ ਹਨ।

# Messages.
account-mail-choose = ਤੁਸੀਂ ਨਵਾਂ ਪਾਸਵਰਡ ਮੰਗਿਆ ਸੀ। ਉਸ ਨੂੰ ਇੱਥੇ ਚੁਣੋ।
account-mail-once = ਇਹ ਇੱਕ ਵਾਰ ਹੀ ਚੱਲਦਾ ਹੈ, { $until } ਤੱਕ।
account-mail-not-asked = ਤੁਸੀਂ ਨਹੀਂ ਮੰਗਿਆ ਸੀ? ਤਾਂ ਕੁਝ ਨਾ ਕਰੋ। ਤੁਹਾਡਾ ਪਾਸਵਰਡ ਉਹੀ ਰਹੇਗਾ।
account-mail-changed = ਤੁਹਾਡਾ ਪਾਸਵਰਡ ਬਦਲਿਆ ਗਿਆ ਹੈ
account-mail-changed-at = ਤੁਹਾਡਾ ਪਾਸਵਰਡ { $at } ਬਦਲਿਆ ਗਿਆ ਸੀ।
account-mail-signed-out = ਤੁਹਾਨੂੰ ਬਾਕੀ ਹਰ ਥਾਂ ਤੋਂ ਸਾਈਨ ਆਊਟ ਕਰ ਦਿੱਤਾ ਗਿਆ ਹੈ। ਨਵੇਂ ਪਾਸਵਰਡ ਨਾਲ ਸਾਈਨ ਇਨ ਕਰੋ।
account-mail-not-you = ਤੁਸੀਂ ਨਹੀਂ ਬਦਲਿਆ? ਤਾਂ ਸਾਨੂੰ ਤੁਰੰਤ ਦੱਸੋ। ਸ਼ਾਇਦ ਕਿਸੇ ਹੋਰ ਨੂੰ ਤੁਹਾਡਾ ਪਾਸਵਰਡ ਪਤਾ ਹੈ।
