# Signing in and out.
sign-in-title = ਸਾਈਨ ਇਨ ਕਰੋ
sign-in-already = ਤੁਸੀਂ ਸਾਈਨ ਇਨ ਹੋ।
sign-in-form-waits = ਤੁਹਾਡਾ ਫਾਰਮ ਭੇਜਣ ਤੋਂ ਪਹਿਲਾਂ ਤੁਸੀਂ ਸਾਈਨ ਆਊਟ ਹੋ ਗਏ। ਸਾਈਨ ਇਨ ਕਰੋ, ਫਿਰ ਇਸ ਨੂੰ ਭੇਜੋ। ਅਸੀਂ ਇਸ ਨੂੰ 30 ਮਿੰਟ ਰੱਖਦੇ ਹਾਂ।
sign-in-families = ਪਰਿਵਾਰ
sign-in-how = ਅਸੀਂ ਤੁਹਾਨੂੰ ਇੱਕ ਕੋਡ ਭੇਜਾਂਗੇ। ਪਾਸਵਰਡ ਦੀ ਲੋੜ ਨਹੀਂ।
sign-in-email = ਤੁਹਾਡਾ ਈਮੇਲ ਪਤਾ
sign-in-email-hint = ਉਹੀ ਜੋ ਤੁਸੀਂ ਆਪਣੇ ਸੈਂਟਰ ਨੂੰ ਦਿੱਤਾ ਸੀ।
sign-in-email-wrong = ਈਮੇਲ ਪਤਾ ਲਿਖੋ, ਜਿਵੇਂ name@example.com
sign-in-send = ਮੈਨੂੰ ਕੋਡ ਭੇਜੋ
sign-in-too-many = ਅਸੀਂ ਬਹੁਤ ਸਾਰੇ ਕੋਡ ਭੇਜ ਚੁੱਕੇ ਹਾਂ। ਕਿਰਪਾ ਕਰਕੇ 15 ਮਿੰਟ ਉਡੀਕ ਕਰੋ, ਫਿਰ ਕੋਸ਼ਿਸ਼ ਕਰੋ।

sign-in-code-title = ਆਪਣਾ ਕੋਡ ਲਿਖੋ
sign-in-code-sent = ਜੇ ਤੁਹਾਡਾ ਈਮੇਲ ਪਤਾ ਸਾਡੇ ਕੋਲ ਹੈ, ਤਾਂ ਅਸੀਂ ਤੁਹਾਨੂੰ ਇੱਕ ਕੋਡ ਭੇਜ ਦਿੱਤਾ ਹੈ। ਇਹ 10 ਮਿੰਟ ਚੱਲਦਾ ਹੈ।
sign-in-code = ਸਾਡੇ ਸੁਨੇਹੇ ਵਾਲੇ 6 ਅੰਕ
sign-in-code-wrong = ਇਹ ਸਹੀ ਕੋਡ ਨਹੀਂ ਹੈ, ਜਾਂ ਇਸ ਦਾ ਸਮਾਂ ਲੰਘ ਗਿਆ ਹੈ। ਇਸ ਨੂੰ ਦੁਬਾਰਾ ਦੇਖੋ, ਜਾਂ ਨਵਾਂ ਕੋਡ ਮੰਗੋ।
sign-in-code-none = 2 ਮਿੰਟ ਬਾਅਦ ਵੀ ਸੁਨੇਹਾ ਨਹੀਂ ਆਇਆ? ਜੰਕ ਮੇਲ (Junk) ਵਿੱਚ ਦੇਖੋ। ਜਾਂ ਆਪਣੇ ਸੈਂਟਰ ਨੂੰ ਫ਼ੋਨ ਕਰੋ।
sign-in-code-again = ਮੈਨੂੰ ਨਵਾਂ ਕੋਡ ਭੇਜੋ
sign-in-alone = ਇਹ ਫ਼ੋਨ ਜਾਂ ਕੰਪਿਊਟਰ ਸਿਰਫ਼ ਮੇਰਾ ਹੈ
sign-in-alone-hint = ਤੁਹਾਡਾ ਸਾਈਨ ਇਨ 90 ਦਿਨ ਰਹੇਗਾ। ਜੇ ਹੋਰ ਲੋਕ ਵੀ ਇਸ ਨੂੰ ਵਰਤਦੇ ਹਨ, ਤਾਂ ਇਹ ਖਾਨਾ ਖਾਲੀ ਛੱਡੋ।
sign-in-go = ਸਾਈਨ ਇਨ ਕਰੋ

sign-in-more-title = ਇੱਕ ਗੱਲ ਹੋਰ
sign-in-more-why = ਤੁਹਾਡੀ ਸੁਰੱਖਿਆ ਲਈ, ਕਿਰਪਾ ਕਰਕੇ ਦੋ ਗੱਲਾਂ ਦੱਸੋ ਜੋ ਸਾਨੂੰ ਤੁਹਾਡੇ ਬਾਰੇ ਪਤਾ ਹਨ।
sign-in-born = ਤੁਹਾਡੇ ਕਿਸੇ ਇੱਕ ਬੱਚੇ ਦਾ ਜਨਮ ਕਦੋਂ ਹੋਇਆ ਸੀ?
sign-in-born-hint = ਜਿਵੇਂ 27 3 2025 (ਜੇ ਬੱਚੇ ਦਾ ਜਨਮ ਅਜੇ ਨਹੀਂ ਹੋਇਆ, ਤਾਂ ਜਨਮ ਦੀ ਸੰਭਾਵਿਤ ਤਾਰੀਖ ਲਿਖੋ)
sign-in-born-wrong = ਦਿਨ, ਮਹੀਨਾ ਅਤੇ ਸਾਲ ਲਿਖੋ
sign-in-postcode = ਤੁਹਾਡਾ ਪੋਸਟਕੋਡ
sign-in-postcode-wrong = ਪੂਰਾ ਪੋਸਟਕੋਡ ਲਿਖੋ, ਜਿਵੇਂ M31 4FL
sign-in-phone-us = ਇਹ ਸਾਡੀ ਜਾਣਕਾਰੀ ਨਾਲ ਮੇਲ ਨਹੀਂ ਖਾਂਦਾ। ਕਿਰਪਾ ਕਰਕੇ ਆਪਣੇ ਸੈਂਟਰ ਨੂੰ ਫ਼ੋਨ ਕਰੋ।

sign-in-link-title = ਸਾਈਨ ਇਨ ਕਰੋ
sign-in-link-line = ਸਾਈਨ ਇਨ ਕਰਨ ਲਈ ਬਟਨ ਦਬਾਓ।
sign-in-elsewhere-title = ਤੁਹਾਡਾ ਕੋਡ
sign-in-elsewhere-line = ਇਹ ਕੋਡ ਉਸ ਫ਼ੋਨ ਜਾਂ ਕੰਪਿਊਟਰ ’ਤੇ ਲਿਖੋ ਜਿੱਥੋਂ ਤੁਸੀਂ ਕੋਡ ਮੰਗਿਆ ਸੀ।
sign-in-elsewhere-here = ਕੀ ਇੱਥੇ ਸਾਈਨ ਇਨ ਕਰਨਾ ਹੈ?
sign-in-elsewhere-ask = ਇੱਥੇ ਕੋਡ ਮੰਗੋ
sign-in-gone-title = ਇਸ ਲਿੰਕ ਦਾ ਸਮਾਂ ਖ਼ਤਮ ਹੋ ਗਿਆ ਹੈ
sign-in-gone-line = ਇਹ ਇੱਕ ਵਾਰ ਹੀ ਚੱਲਦਾ ਹੈ, 10 ਮਿੰਟ ਤੱਕ।

# The message with the code.
sign-in-mail-subject = ਸਾਈਨ ਇਨ ਲਈ ਤੁਹਾਡਾ ਕੋਡ
sign-in-mail-code = ਤੁਹਾਡਾ ਕੋਡ ਇਹ ਹੈ: { $code }
sign-in-mail-type = ਇਸ ਨੂੰ ਉੱਥੇ ਲਿਖੋ ਜਿੱਥੋਂ ਤੁਸੀਂ ਮੰਗਿਆ ਸੀ।
sign-in-mail-press = ਜਾਂ ਇਹ ਬਟਨ ਦਬਾਓ, ਉਸੇ ਫ਼ੋਨ ਜਾਂ ਕੰਪਿਊਟਰ ’ਤੇ।
sign-in-mail-once = ਇਹ ਇੱਕ ਵਾਰ ਹੀ ਚੱਲਦਾ ਹੈ, 10 ਮਿੰਟ ਤੱਕ।
sign-in-mail-secret = ਇਹ ਕੋਡ ਕਿਸੇ ਨੂੰ ਨਾ ਦੱਸੋ। ਅਸੀਂ ਤੁਹਾਡੇ ਤੋਂ ਇਹ ਕਦੇ ਨਹੀਂ ਪੁੱਛਾਂਗੇ।
sign-in-mail-not-you = ਤੁਸੀਂ ਨਹੀਂ ਮੰਗਿਆ? ਤਾਂ ਕੁਝ ਨਾ ਕਰੋ।
