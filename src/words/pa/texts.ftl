# Text messages to families. Each begins with who sends it, so that it is known on a list of texts.
# Short: 70 letters are one text in this script, and each text is paid for.
# A time ends in ਵਜੇ, so a danda may stand after it.

# What a session is called: its name, or this where it is private.
text-appointment = ਤੁਹਾਡੀ ਅਪੌਇੰਟਮੈਂਟ
# ਮੰਗਲਵਾਰ, 3 ਜੂਨ, ਸਵੇਰੇ 10:00 ਵਜੇ
text-when = { $day }, { $time }

# Codes.
text-code = { $from }: ਸਾਈਨ ਇਨ ਲਈ ਤੁਹਾਡਾ ਕੋਡ { $code } ਹੈ। ਇਹ 10 ਮਿੰਟ ਚੱਲਦਾ ਹੈ। ਇਹ ਕੋਡ ਕਿਸੇ ਨੂੰ ਨਾ ਦੱਸੋ।
text-join = { $from }: ਤੁਹਾਡਾ ਨੰਬਰ { $code } ਹੈ। ਜੋ ਪੰਨਾ ਤੁਹਾਡੇ ਕੋਲ ਖੁੱਲ੍ਹਾ ਹੈ, ਉਸ ’ਤੇ ਇਹ ਲਿਖੋ। ਤੁਸੀਂ ਨਹੀਂ ਮੰਗਿਆ? ਤਾਂ ਕੁਝ ਨਾ ਕਰੋ।

# A place.
text-booked = { $from }: ਤੁਹਾਡੀ ਜਗ੍ਹਾ ਬੁੱਕ ਹੈ: { $what }, { $when }। ਦੇਖਣ ਜਾਂ ਰੱਦ ਕਰਨ ਲਈ: { $link }
text-given = { $from }: ਇੱਕ ਜਗ੍ਹਾ ਖਾਲੀ ਹੋਈ। ਉਹ ਹੁਣ ਤੁਹਾਡੀ ਹੈ: { $what }, { $when }। ਦੇਖਣ ਜਾਂ ਰੱਦ ਕਰਨ ਲਈ: { $link }
text-reminder = { $from }: ਛੇਤੀ ਮਿਲਦੇ ਹਾਂ! { $what }, { $when }। ਜੇ ਆਉਣਾ ਨਾ ਹੋ ਸਕੇ, ਤਾਂ ਸਾਨੂੰ ਦੱਸੋ: { $link }

# The waiting list.
text-waiting = { $from }: ਤੁਹਾਡਾ ਨਾਂ ਉਡੀਕ ਸੂਚੀ ਵਿੱਚ ਹੈ, ਅਜੇ ਜਗ੍ਹਾ ਨਹੀਂ ਮਿਲੀ: { $what }, { $when }। { $link }
text-offer = { $from }: ਤੁਹਾਡੇ ਲਈ ਇੱਕ ਜਗ੍ਹਾ ਹੈ: { $what }, { $when }। ਕੀ ਇਹ ਤੁਹਾਨੂੰ ਚਾਹੀਦੀ ਹੈ? { $until } ਤੱਕ ਦੱਸੋ: { $link }
text-offer-answer = { $from }: ਤੁਹਾਡੇ ਲਈ ਇੱਕ ਜਗ੍ਹਾ ਹੈ: { $what }, { $when }। “ਹਾਂ” ਲਈ 1 ਜਾਂ “ਨਹੀਂ” ਲਈ 2 ਲਿਖ ਕੇ { $until } ਤੱਕ ਜਵਾਬ ਦਿਓ, ਜਾਂ ਇੱਥੇ ਜਾਓ: { $link }
text-lapsed = { $from }: ਤੁਹਾਡਾ ਜਵਾਬ ਨਹੀਂ ਆਇਆ। ਇਸ ਲਈ ਇਹ ਜਗ੍ਹਾ ਹੁਣ ਤੁਹਾਡੇ ਲਈ ਰੱਖੀ ਹੋਈ ਨਹੀਂ ਹੈ: { $what }, { $when }। ਪ੍ਰੋਗਰਾਮ ਦੇਖੋ: { $link }
text-last-call = { $from }: ਹੁਣ ਇੱਕ ਜਗ੍ਹਾ ਖਾਲੀ ਹੈ: { $what }, { $when }। ਜਿਹੜਾ ਪਰਿਵਾਰ ਸਭ ਤੋਂ ਪਹਿਲਾਂ “ਹਾਂ” ਕਹੇਗਾ, ਜਗ੍ਹਾ ਉਸ ਨੂੰ ਮਿਲੇਗੀ: { $link }
text-line-over = { $from }: ਮਾਫ਼ ਕਰਨਾ, ਕੋਈ ਜਗ੍ਹਾ ਖਾਲੀ ਨਹੀਂ ਹੋਈ: { $what }, { $when }। ਹੋਰ ਪ੍ਰੋਗਰਾਮ ਦੇਖੋ: { $link }

# Changes.
text-changed = { $from }: ਕੁਝ ਬਦਲਿਆ ਹੈ। ਹੁਣ ਇਹ ਇਸ ਤਰ੍ਹਾਂ ਹੈ: { $what }, { $place }, { $when }। { $link }
text-changed-private = { $from }: ਕੁਝ ਬਦਲਿਆ ਹੈ: { $what }, { $when }। { $link }
text-off = { $from }: ਮਾਫ਼ ਕਰਨਾ, ਇਹ ਰੱਦ ਹੋ ਗਿਆ ਹੈ: { $what }, { $when }। ਕਿਰਪਾ ਕਰਕੇ ਨਾ ਆਓ। ਹੋਰ ਪ੍ਰੋਗਰਾਮ ਦੇਖੋ: { $link }
text-gone = { $from }: ਤੁਹਾਡਾ ਆਉਣਾ ਰੱਦ ਹੋ ਗਿਆ ਹੈ: { $what }, { $when }। ਕੀ ਇਹ ਗਲਤ ਹੈ? { $link }
text-gone-ring = { $from }: ਤੁਹਾਡਾ ਆਉਣਾ ਰੱਦ ਹੋ ਗਿਆ ਹੈ: { $what }, { $when }। ਕੀ ਇਹ ਗਲਤ ਹੈ? { $ask }
text-unfit = { $from }: ਮਾਫ਼ ਕਰਨਾ, ਇਹ ਹੁਣ ਤੁਹਾਡੇ ਲਈ ਨਹੀਂ ਹੋ ਸਕੇਗਾ: { $what }, { $when }। { $ask }

# Booking has opened, and cards. These stop when a family says so.
text-open = { $from }: ਹੁਣ ਬੁਕਿੰਗ ਹੋ ਸਕਦੀ ਹੈ: { $what }, { $when }। { $link }
text-card = { $from }: ਸਾਡੇ ਸਾਰਿਆਂ ਵੱਲੋਂ ਜਨਮਦਿਨ ਮੁਬਾਰਕ! ਤੁਹਾਡੀ ਮੈਂਬਰਸ਼ਿਪ ਇੱਕ ਸਾਲ ਹੋਰ ਚੱਲੇਗੀ। ਪ੍ਰੋਗਰਾਮ ਦੇਖੋ: { $link }
text-farewell = { $from }: ਤੁਹਾਡੇ ਬੱਚੇ ਦੀ ਉਮਰ ਪੰਜ ਸਾਲ ਹੋ ਗਈ ਹੈ। ਇਸ ਲਈ ਤੁਹਾਡੀ ਮੈਂਬਰਸ਼ਿਪ ਹੁਣ ਖ਼ਤਮ ਹੋ ਰਹੀ ਹੈ। ਤੁਹਾਡਾ ਸਾਡੇ ਨਾਲ ਹੋਣਾ ਸਾਨੂੰ ਚੰਗਾ ਲੱਗਿਆ। ਜੋ ਬੁਕਿੰਗ ਤੁਸੀਂ ਕੀਤੀ ਹੈ, ਉਹ ਬਣੀ ਰਹੇਗੀ।
text-missed = { $from }: ਕੁਝ ਸਮੇਂ ਤੋਂ ਤੁਹਾਡੇ ਨਾਲ ਮੁਲਾਕਾਤ ਨਹੀਂ ਹੋਈ। ਉਮੀਦ ਹੈ ਕਿ ਤੁਸੀਂ ਸਭ ਠੀਕ-ਠਾਕ ਹੋ। ਕੀ ਆਉਣਾ ਔਖਾ ਹੈ? ਅਸੀਂ ਮਦਦ ਕਰਨੀ ਚਾਹੁੰਦੇ ਹਾਂ। { $ask }
text-stop = ਇਹ ਸੁਨੇਹੇ ਬੰਦ ਕਰਨ ਲਈ ਜਵਾਬ ਵਿੱਚ STOP ਲਿਖੋ।
text-stop-link = ਇਹ ਸੁਨੇਹੇ ਬੰਦ ਕਰਨ ਲਈ: { $link }

# Whom to ask.
text-ring = ਸਾਨੂੰ ਫ਼ੋਨ ਕਰੋ: { $phone }
text-ask = ਆਪਣੇ ਸੈਂਟਰ ਵਿੱਚ ਪੁੱਛੋ।

# A family that joined, and a place that was asked for.
text-joined = { $from }: ਜੀ ਆਇਆਂ ਨੂੰ। ਤੁਸੀਂ ਹੁਣ ਮੈਂਬਰ ਹੋ। ਮੈਂਬਰਸ਼ਿਪ ਕਦੇ ਵੀ ਬੰਦ ਕੀਤੀ ਜਾ ਸਕਦੀ ਹੈ: { $link }
text-not-booked = { $from }: ਮਾਫ਼ ਕਰਨਾ, ਤੁਹਾਡੀ ਮੰਗੀ ਹੋਈ ਜਗ੍ਹਾ ਬੁੱਕ ਨਹੀਂ ਹੋ ਸਕੀ। ਹੋਰ ਪ੍ਰੋਗਰਾਮ ਦੇਖੋ: { $link }

# What we answer to a text.
text-which = { $from }: ਇੱਕ ਤੋਂ ਵੱਧ ਜਗ੍ਹਾਵਾਂ ਲਈ ਤੁਹਾਡਾ ਜਵਾਬ ਚਾਹੀਦਾ ਹੈ। ਕਿਰਪਾ ਕਰਕੇ ਇਨ੍ਹਾਂ ਨੂੰ ਇੱਥੇ ਖੋਲ੍ਹੋ: { $links }
text-nothing = { $from }: ਹੁਣ ਕਿਸੇ ਜਗ੍ਹਾ ਲਈ ਤੁਹਾਡੇ ਜਵਾਬ ਦੀ ਲੋੜ ਨਹੀਂ ਹੈ। ਪ੍ਰੋਗਰਾਮ ਦੇਖੋ: { $link }
text-too-late = { $from }: ਮਾਫ਼ ਕਰਨਾ, ਉਹ ਜਗ੍ਹਾ ਹੁਣ ਤੁਹਾਡੇ ਲਈ ਰੱਖੀ ਹੋਈ ਨਹੀਂ ਹੈ। ਪ੍ਰੋਗਰਾਮ ਦੇਖੋ: { $link }
text-no-place = { $from }: ਮਾਫ਼ ਕਰਨਾ, ਅਸੀਂ ਤੁਹਾਨੂੰ ਉਹ ਜਗ੍ਹਾ ਨਹੀਂ ਦੇ ਸਕੇ। { $ask }
text-declined = { $from }: ਧੰਨਵਾਦ। ਅਸੀਂ ਇਹ ਜਗ੍ਹਾ ਕਿਸੇ ਹੋਰ ਪਰਿਵਾਰ ਨੂੰ ਦੇਵਾਂਗੇ।
text-stopped = { $from }: ਅਸੀਂ ਤੁਹਾਨੂੰ ਟੈਕਸਟ ਰਾਹੀਂ ਹੋਰ ਕਾਰਡ ਅਤੇ ਖ਼ਬਰਾਂ ਨਹੀਂ ਭੇਜਾਂਗੇ। ਤੁਹਾਡੀ ਬੁਕਿੰਗ ਬਾਰੇ ਸੁਨੇਹੇ ਆਉਂਦੇ ਰਹਿਣਗੇ।
text-not-read = { $from }: ਇਸ ਨੰਬਰ ’ਤੇ ਭੇਜੇ ਟੈਕਸਟ ਕੋਈ ਨਹੀਂ ਪੜ੍ਹਦਾ। { $ask }

# A text to try the settings with.
text-test = { $from }: ਇਹ ਇੱਕ ਟੈਸਟ ਹੈ। ਟੈਕਸਟ ਭੇਜੇ ਜਾ ਸਕਦੇ ਹਨ।

# Where codes are sent as texts too: on the pages that ask for them.
sign-in-either = ਤੁਹਾਡਾ ਈਮੇਲ ਪਤਾ ਜਾਂ ਮੋਬਾਈਲ ਨੰਬਰ
sign-in-either-wrong = ਈਮੇਲ ਪਤਾ ਲਿਖੋ, ਜਿਵੇਂ name@example.com, ਜਾਂ ਮੋਬਾਈਲ ਨੰਬਰ ਲਿਖੋ, ਜਿਵੇਂ 07700 900123
sign-in-either-sent = ਜੇ ਤੁਹਾਡਾ ਪਤਾ ਜਾਂ ਨੰਬਰ ਸਾਡੇ ਕੋਲ ਹੈ, ਤਾਂ ਅਸੀਂ ਤੁਹਾਨੂੰ ਇੱਕ ਕੋਡ ਭੇਜ ਦਿੱਤਾ ਹੈ। ਇਹ 10 ਮਿੰਟ ਚੱਲਦਾ ਹੈ।
book-text-title = ਆਪਣਾ ਫ਼ੋਨ ਦੇਖੋ
book-text-lead = ਅਸੀਂ ਤੁਹਾਨੂੰ ਇੱਕ ਟੈਕਸਟ ਭੇਜਾਂਗੇ, ਜਿਸ ਵਿੱਚ ਅੱਠ ਅੰਕਾਂ ਦਾ ਨੰਬਰ ਹੋਵੇਗਾ, ਜਾਂ ਤੁਹਾਨੂੰ ਫ਼ੋਨ ਕਰਾਂਗੇ।
book-text-next = ਉਸ ਤੋਂ ਪਹਿਲਾਂ ਕੁਝ ਵੀ ਬੁੱਕ ਨਹੀਂ ਹੁੰਦਾ। ਦੋ ਮਿੰਟ ਬਾਅਦ ਵੀ ਟੈਕਸਟ ਨਹੀਂ ਆਇਆ? ਕਿਰਪਾ ਕਰਕੇ ਸਾਨੂੰ ਫ਼ੋਨ ਕਰੋ।
