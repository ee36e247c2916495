# Booking a place, and joining.

# The session on top of every screen.
book-session-named = { $title }, { $day }, { $time }, { $place }
book-opens = ਬੁਕਿੰਗ { $at } ਖੁੱਲ੍ਹੇਗੀ।
book-title = ਬੁੱਕ ਕਰੋ: { $session }
book-wait-title = ਉਡੀਕ ਸੂਚੀ ਵਿੱਚ ਨਾਂ ਲਿਖਵਾਓ: { $session }
book-remind-title = ਮੈਨੂੰ ਯਾਦ ਕਰਵਾਓ: { $session }
book-join-title = ਫ਼ੈਮਿਲੀ ਹੱਬ ਦੇ ਮੈਂਬਰ ਬਣੋ
book-join-lead = ਮੈਂਬਰ ਬਣਨਾ ਮੁਫ਼ਤ ਹੈ। ਇਹ ਸਿਰਫ਼ ਇੱਕ ਵਾਰ ਕਰਨਾ ਹੁੰਦਾ ਹੈ।
book-booked-before = ਕੀ ਤੁਸੀਂ ਪਹਿਲਾਂ ਸਾਡੇ ਕੋਲ ਬੁਕਿੰਗ ਕੀਤੀ ਹੈ?
book-sign-in = ਸਾਈਨ ਇਨ ਕਰੋ, ਇਹ ਛੇਤੀ ਹੋ ਜਾਂਦਾ ਹੈ

# The form of a newcomer.
book-name = ਤੁਹਾਡਾ ਨਾਂ
book-reach = ਅਸੀਂ ਤੁਹਾਡੇ ਨਾਲ ਕਿਵੇਂ ਸੰਪਰਕ ਕਰੀਏ?
book-reach-hint = ਈਮੇਲ ਸਭ ਤੋਂ ਚੰਗੀ ਹੈ: ਸਾਡਾ ਸੁਨੇਹਾ ਤੁਹਾਨੂੰ ਤੁਰੰਤ ਮਿਲਦਾ ਹੈ।
book-email = ਈਮੇਲ
book-phone = ਫ਼ੋਨ
book-child = ਤੁਹਾਡੇ ਬੱਚੇ ਦਾ ਨਾਂ
book-is-born = ਕੀ ਤੁਹਾਡੇ ਬੱਚੇ ਦਾ ਜਨਮ ਹੋ ਗਿਆ ਹੈ?
book-born = ਹਾਂ
book-not-yet = ਅਜੇ ਨਹੀਂ
book-day = ਤੁਹਾਡੇ ਬੱਚੇ ਦਾ ਜਨਮ ਕਦੋਂ ਹੋਇਆ? ਜੇ ਅਜੇ ਨਹੀਂ ਹੋਇਆ, ਤਾਂ ਜਨਮ ਦੀ ਸੰਭਾਵਿਤ ਤਾਰੀਖ ਕੀ ਹੈ?
book-day-hint = ਜਿਵੇਂ 27 3 2025
book-another-child = ਇੱਕ ਹੋਰ ਬੱਚਾ ਲਿਆਓ
book-postcode = ਤੁਹਾਡਾ ਪੋਸਟਕੋਡ
book-postcode-hint = ਇਸ ਤੋਂ ਸਾਨੂੰ ਪਤਾ ਲੱਗਦਾ ਹੈ ਕਿ ਤੁਹਾਡਾ ਫ਼ੈਮਿਲੀ ਹੱਬ ਕਿਹੜਾ ਹੈ।
book-no-postcode = ਮੇਰਾ ਕੋਈ ਪੋਸਟਕੋਡ ਨਹੀਂ, ਜਾਂ ਮੈਂ ਨਹੀਂ ਦੱਸਣਾ
book-adults = ਕਿੰਨੇ ਬਾਲਗ ਆਉਣਗੇ?
book-notice-lead = ਤੁਸੀਂ ਸਾਨੂੰ ਜੋ ਵੀ ਦੱਸੋ, ਅਸੀਂ ਉਸ ਨੂੰ ਸੁਰੱਖਿਅਤ ਰੱਖਦੇ ਹਾਂ। ਅਸੀਂ ਇਸ ਨੂੰ ਪਰਿਵਾਰਾਂ ਲਈ ਗਰੁੱਪ ਚਲਾਉਣ ਵਾਸਤੇ ਵਰਤਦੇ ਹਾਂ। ਬਾਅਦ ਵਿੱਚ ਨਾਂਹ ਵੀ ਕੀਤੀ ਜਾ ਸਕਦੀ ਹੈ।
book-notice-version = ਇਸ ਲਿਖਤ ਦਾ ਵਰਜਨ: { $version }
book-choices = ਹੋਰ ਚੋਣਾਂ
book-guest = ਸਿਰਫ਼ ਇਸ ਵਾਰ। ਮੈਂ ਮੈਂਬਰ ਨਹੀਂ ਬਣਨਾ।
book-rejoins = ਮੈਂ ਪਹਿਲਾਂ ਮੈਂਬਰਸ਼ਿਪ ਛੱਡੀ ਸੀ। ਮੈਂ ਫਿਰ ਮੈਂਬਰ ਬਣਨਾ ਹੈ।
book-next = ਇਸ ਤੋਂ ਬਾਅਦ ਅਸੀਂ ਤੁਹਾਨੂੰ ਇੱਕ ਨੰਬਰ ਭੇਜਾਂਗੇ, ਇਹ ਦੇਖਣ ਲਈ ਕਿ ਇਹ ਤੁਸੀਂ ਹੀ ਹੋ। ਉਸ ਤੋਂ ਪਹਿਲਾਂ ਕੁਝ ਵੀ ਬੁੱਕ ਨਹੀਂ ਹੁੰਦਾ।
book-this = ਇਹ ਜਗ੍ਹਾ ਬੁੱਕ ਕਰੋ
book-wait = ਉਡੀਕ ਸੂਚੀ ਵਿੱਚ ਨਾਂ ਲਿਖਵਾਓ
book-remind = ਬੁਕਿੰਗ ਖੁੱਲ੍ਹਣ ’ਤੇ ਯਾਦ ਕਰਵਾਓ
book-join = ਮੈਂਬਰ ਬਣੋ

# What is wrong with it.
book-name-missing = ਆਪਣਾ ਨਾਂ ਲਿਖੋ
book-contact-missing = ਆਪਣੀ ਈਮੇਲ ਜਾਂ ਆਪਣਾ ਫ਼ੋਨ ਨੰਬਰ ਲਿਖੋ
book-email-wrong = ਸਹੀ ਈਮੇਲ ਲਿਖੋ, ਜਿਵੇਂ name@example.org
book-phone-wrong = ਸਹੀ ਫ਼ੋਨ ਨੰਬਰ ਲਿਖੋ, ਜਿਵੇਂ 07700 900123
book-child-missing = ਆਪਣੇ ਬੱਚੇ ਦਾ ਨਾਂ ਲਿਖੋ
book-day-wrong = ਸਹੀ ਤਾਰੀਖ ਲਿਖੋ, ਜਿਵੇਂ 27 3 2025
book-day-future = ਉਹ ਦਿਨ ਅਜੇ ਨਹੀਂ ਆਇਆ। ਕੀ ਬੱਚੇ ਦਾ ਜਨਮ ਅਜੇ ਹੋਣਾ ਹੈ? “ਅਜੇ ਨਹੀਂ” ਚੁਣੋ।
book-due-wrong = ਬੱਚੇ ਦੇ ਜਨਮ ਦੀ ਸੰਭਾਵਿਤ ਤਾਰੀਖ ਲਿਖੋ। ਇਹ ਅਗਲੇ ਦਸ ਮਹੀਨਿਆਂ ਵਿੱਚ ਹੋਣੀ ਚਾਹੀਦੀ ਹੈ।
book-year-wrong = ਸਾਲ ਚਾਰ ਅੰਕਾਂ ਵਿੱਚ ਲਿਖੋ, ਜਿਵੇਂ 2024
book-none-under-five = ਸਾਡੇ ਗਰੁੱਪ ਪੰਜ ਸਾਲ ਤੋਂ ਛੋਟੇ ਬੱਚਿਆਂ ਲਈ ਹਨ। ਕੀ ਸਾਲ ਠੀਕ ਹੈ?
book-postcode-missing = ਆਪਣਾ ਪੋਸਟਕੋਡ ਲਿਖੋ, ਜਾਂ ਹੇਠਲੇ ਖਾਨੇ ’ਤੇ ਟਿੱਕ ਕਰੋ
book-postcode-wrong = ਪੂਰਾ ਪੋਸਟਕੋਡ ਲਿਖੋ, ਜਿਵੇਂ M31 4FL
book-adults-wrong = ਬਾਲਗਾਂ ਦੀ ਗਿਣਤੀ ਲਿਖੋ, 0 ਤੋਂ 10 ਤੱਕ
book-too-young = { $day } ਨੂੰ { $child } ਦੀ ਉਮਰ { $title } ਲਈ ਘੱਟ ਹੋਵੇਗੀ। ਇਹ ਇਸ ਉਮਰ ਲਈ ਹੈ: { $ages }।
book-too-old = { $day } ਨੂੰ { $child } ਦੀ ਉਮਰ { $title } ਲਈ ਵੱਧ ਹੋਵੇਗੀ। ਇਹ ਇਸ ਉਮਰ ਲਈ ਹੈ: { $ages }।
book-not-born = { $title } ਉਨ੍ਹਾਂ ਬੱਚਿਆਂ ਲਈ ਹੈ ਜਿਨ੍ਹਾਂ ਦਾ ਜਨਮ ਹੋ ਚੁੱਕਾ ਹੈ। ਆਪਣੇ ਬੱਚੇ ਦੇ ਜਨਮ ਤੋਂ ਬਾਅਦ ਬੁੱਕ ਕਰੋ।
book-adults-only = { $title } ਸਿਰਫ਼ ਬਾਲਗਾਂ ਲਈ ਹੈ। ਕਿਰਪਾ ਕਰਕੇ ਬੱਚਿਆਂ ਤੋਂ ਬਿਨਾਂ ਆਓ।

# A session that takes no bookings now.
book-over = ਇਸ ਦੀ ਬੁਕਿੰਗ ਬੰਦ ਹੋ ਗਈ ਹੈ।
book-turn-up = ਬੁੱਕ ਕਰਨ ਦੀ ਲੋੜ ਨਹੀਂ। ਬੱਸ ਆ ਜਾਓ।
book-gone-title = ਇਹ ਸੈਸ਼ਨ ਹੁਣ ਪ੍ਰੋਗਰਾਮ ਵਿੱਚ ਨਹੀਂ ਹੈ
book-gone = ਸ਼ਾਇਦ ਇਸ ਦਾ ਦਿਨ ਬਦਲ ਗਿਆ ਹੈ, ਜਾਂ ਇਹ ਰੱਦ ਹੋ ਗਿਆ ਹੈ।

# The form of a family that signed in.
book-who = ਕੌਣ-ਕੌਣ ਆਵੇਗਾ?
book-nobody-ticked = ਜੋ ਆਉਣਗੇ, ਉਨ੍ਹਾਂ ’ਤੇ ਟਿੱਕ ਕਰੋ
book-no-children = ਸਾਡੇ ਕੋਲ ਅਜੇ ਤੁਹਾਡੇ ਕਿਸੇ ਬੱਚੇ ਦਾ ਨਾਂ ਨਹੀਂ ਹੈ। ਪਹਿਲਾਂ ਬੱਚਾ ਜੋੜੋ।
book-add-child = ਬੱਚਾ ਜੋੜੋ
book-other-dates = ਕੀ ਕੋਈ ਹੋਰ ਦਿਨ ਵੀ ਠੀਕ ਹੈ? ਜਿੰਨੇ ਦਿਨ ਠੀਕ ਹਨ, ਸਭ ’ਤੇ ਟਿੱਕ ਕਰੋ। ਜਿਹੜੀ ਜਗ੍ਹਾ ਪਹਿਲਾਂ ਖਾਲੀ ਹੋਵੇ, ਉਹ ਤੁਹਾਨੂੰ ਮਿਲੇਗੀ।
book-full-now = ਉਹ ਜਗ੍ਹਾ ਹੁਣੇ ਕਿਸੇ ਹੋਰ ਨੇ ਲੈ ਲਈ। ਚਾਹੋ ਤਾਂ ਉਡੀਕ ਸੂਚੀ ਵਿੱਚ ਨਾਂ ਲਿਖਵਾਓ।
book-already = ਤੁਸੀਂ ਇਹ ਪਹਿਲਾਂ ਮੰਗਿਆ ਸੀ।
book-clash = ਤੁਹਾਡੇ ਵਿੱਚੋਂ ਕਿਸੇ ਦੀ ਉਸ ਸਮੇਂ ਕਿਤੇ ਹੋਰ ਜਗ੍ਹਾ ਬੁੱਕ ਹੈ।
book-over-limit = ਇੱਕ ਪਰਿਵਾਰ ਨੂੰ ਜਿੰਨੀਆਂ ਜਗ੍ਹਾਵਾਂ ਮਿਲ ਸਕਦੀਆਂ ਹਨ, ਓਨੀਆਂ ਤੁਹਾਡੇ ਕੋਲ ਹਨ। ਦੂਜੇ ਪਰਿਵਾਰਾਂ ਨੂੰ ਵੀ ਲੋੜ ਹੈ।
book-too-large = ਇੱਥੇ ਇੰਨੇ ਜਣਿਆਂ ਲਈ ਕਦੇ ਵੀ ਜਗ੍ਹਾ ਨਹੀਂ ਹੁੰਦੀ। ਕਿਰਪਾ ਕਰਕੇ ਘੱਟ ਜਣੇ ਲਿਆਓ।
book-members-only = ਇਹ ਮੈਂਬਰਾਂ ਲਈ ਹੈ। ਮੈਂਬਰ ਬਣਨਾ ਮੁਫ਼ਤ ਹੈ।
book-closed-now = ਇਹ ਹੁਣ ਬੁੱਕ ਨਹੀਂ ਹੋ ਸਕਦਾ।

# What came of it.
book-done-booked = ਤੁਹਾਡੀ ਜਗ੍ਹਾ ਬੁੱਕ ਹੈ
book-done-waiting = ਤੁਹਾਡਾ ਨਾਂ ਉਡੀਕ ਸੂਚੀ ਵਿੱਚ ਹੈ
book-done-reminder = ਅਸੀਂ ਤੁਹਾਨੂੰ ਯਾਦ ਕਰਵਾਵਾਂਗੇ
book-done-joined = ਤੁਸੀਂ ਹੁਣ ਮੈਂਬਰ ਹੋ
book-done-guest = ਧੰਨਵਾਦ
book-done-not-booked = ਤੁਹਾਡੀ ਜਗ੍ਹਾ ਬੁੱਕ ਨਹੀਂ ਹੋ ਸਕੀ
book-done-for = ਇਨ੍ਹਾਂ ਲਈ: { $names }
book-done-mailed = ਅਸੀਂ ਇਹ ਤੁਹਾਨੂੰ ਈਮੇਲ ਵੀ ਕਰ ਦਿੱਤਾ ਹੈ।
book-done-waiting-next = ਤੁਹਾਨੂੰ ਅਜੇ ਜਗ੍ਹਾ ਨਹੀਂ ਮਿਲੀ। ਜਿਵੇਂ ਹੀ ਕੋਈ ਜਗ੍ਹਾ ਖਾਲੀ ਹੋਵੇਗੀ, ਅਸੀਂ ਤੁਹਾਨੂੰ ਦੱਸਾਂਗੇ।
book-done-reminder-next = ਜਦੋਂ ਬੁਕਿੰਗ ਖੁੱਲ੍ਹੇਗੀ, ਅਸੀਂ ਤੁਹਾਨੂੰ ਦੱਸਾਂਗੇ। ਫਿਰ ਤੁਸੀਂ ਸਿਰਫ਼ ਟਿੱਕ ਕਰਨਾ ਹੈ ਕਿ ਕੌਣ ਆਵੇਗਾ।
book-done-member = ਤੁਸੀਂ ਹੁਣ ਮੈਂਬਰ ਹੋ। ਤੁਹਾਡਾ ਕਾਰਡ ਈਮੇਲ ਰਾਹੀਂ ਆਵੇਗਾ।
book-done-was-member = ਤੁਸੀਂ ਪਹਿਲਾਂ ਤੋਂ ਹੀ ਮੈਂਬਰ ਹੋ।
book-done-as-guest = ਤੁਸੀਂ ਮਹਿਮਾਨ ਵਜੋਂ ਆਉਣਾ ਹੈ। ਤੁਸੀਂ ਮੈਂਬਰ ਨਹੀਂ ਹੋ।
book-done-calendar = ਕੈਲੰਡਰ ਵਿੱਚ ਪਾਓ
book-done-needs = ਕੀ ਕੋਈ ਐਲਰਜੀ ਹੈ? ਕੀ ਦੁਭਾਸ਼ੀਆ ਚਾਹੀਦਾ ਹੈ? ਕੀ ਅਸੀਂ ਤੁਹਾਨੂੰ ਟੈਕਸਟ ਭੇਜ ਸਕਦੇ ਹਾਂ? ਹੁਣੇ ਦੱਸੋ, ਜਾਂ ਬਾਅਦ ਵਿੱਚ।
book-done-tell-us = ਸਾਨੂੰ ਦੱਸੋ
book-done-page = ਆਪਣੀ ਬੁਕਿੰਗ ਦੇਖੋ ਜਾਂ ਬਦਲੋ
book-what-next = ਅੱਗੇ ਕੀ ਹੋਵੇਗਾ

# The number that shows that an address is hers.
book-code-title = ਆਪਣੀ ਈਮੇਲ ਦੇਖੋ
book-code-lead = ਅਸੀਂ ਤੁਹਾਨੂੰ ਇੱਕ ਸੁਨੇਹਾ ਭੇਜਿਆ ਹੈ। ਉਸ ਵਿੱਚ ਅੱਠ ਅੰਕਾਂ ਦਾ ਇੱਕ ਨੰਬਰ ਹੈ।
book-code = ਸਾਡੇ ਸੁਨੇਹੇ ਵਾਲਾ ਨੰਬਰ
book-code-wrong = ਇਹ ਸਾਡੇ ਸੁਨੇਹੇ ਵਾਲਾ ਨੰਬਰ ਨਹੀਂ ਹੈ, ਜਾਂ ਇਸ ਦਾ ਸਮਾਂ ਲੰਘ ਗਿਆ ਹੈ। ਇਸ ਦੀ ਥਾਂ ਸੁਨੇਹੇ ਵਾਲਾ ਬਟਨ ਵੀ ਦਬਾਇਆ ਜਾ ਸਕਦਾ ਹੈ।
book-code-send = ਅੱਗੇ ਚੱਲੋ
book-code-next = ਉਸ ਤੋਂ ਪਹਿਲਾਂ ਕੁਝ ਵੀ ਬੁੱਕ ਨਹੀਂ ਹੁੰਦਾ। ਦੋ ਮਿੰਟ ਬਾਅਦ ਵੀ ਸੁਨੇਹਾ ਨਹੀਂ ਆਇਆ? ਸਪੈਮ (Spam) ਵਿੱਚ ਦੇਖੋ, ਜਾਂ ਸਾਨੂੰ ਫ਼ੋਨ ਕਰੋ।
book-ring-title = ਅਸੀਂ ਤੁਹਾਨੂੰ ਫ਼ੋਨ ਕਰਾਂਗੇ
book-ring = ਅਸੀਂ ਫ਼ੋਨ ਕਰਕੇ ਤੁਹਾਡੇ ਨਾਲ ਪੱਕਾ ਕਰਾਂਗੇ ਕਿ ਸਭ ਠੀਕ ਲਿਖਿਆ ਹੈ। ਉਦੋਂ ਤੱਕ ਕੁਝ ਵੀ ਬੁੱਕ ਨਹੀਂ ਹੁੰਦਾ।
book-link-title = ਕੀ ਇਹ ਤੁਸੀਂ ਕੀਤਾ ਸੀ?
book-link-joins = ਕਿਸੇ ਨੇ ਸਾਨੂੰ ਕਿਹਾ ਕਿ ਤੁਹਾਨੂੰ ਮੈਂਬਰ ਬਣਾਇਆ ਜਾਵੇ। ਉਨ੍ਹਾਂ ਨੇ ਸਾਨੂੰ ਤੁਹਾਡੀ ਈਮੇਲ ਦਿੱਤੀ।
book-link-guest = ਕਿਸੇ ਨੇ ਸਾਨੂੰ ਤੁਹਾਡੀ ਈਮੇਲ ਨਾਲ ਬੁਕਿੰਗ ਕਰਨ ਲਈ ਕਿਹਾ।
book-link-place = ਉਨ੍ਹਾਂ ਨੇ ਇੱਥੇ ਜਗ੍ਹਾ ਮੰਗੀ:
book-link-yes = ਹਾਂ, ਇਹ ਮੈਂ ਕੀਤਾ ਸੀ
book-link-old-title = ਇਸ ਲਿੰਕ ਦਾ ਸਮਾਂ ਖ਼ਤਮ ਹੋ ਗਿਆ ਹੈ
book-link-old = ਕੁਝ ਵੀ ਬੁੱਕ ਨਹੀਂ ਹੋਇਆ। ਚਾਹੋ ਤਾਂ ਦੁਬਾਰਾ ਜਗ੍ਹਾ ਮੰਗੋ।
book-link-again = ਦੁਬਾਰਾ ਮੰਗੋ
book-link-not-ours-title = ਇਹ ਲਿੰਕ ਕੰਮ ਨਹੀਂ ਕਰਦਾ
book-link-not-ours = ਕਿਰਪਾ ਕਰਕੇ ਸਾਡੇ ਸੁਨੇਹੇ ਵਾਲਾ ਪੂਰਾ ਲਿੰਕ ਵਰਤੋ।
