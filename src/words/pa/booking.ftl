# The page of one booking.

booking-bring = ਕਿਰਪਾ ਕਰਕੇ ਨਾਲ ਲਿਆਓ: { $bring }।
booking-more-dates = ਤੁਹਾਡੀ ਬੁਕਿੰਗ ਇਨ੍ਹਾਂ ਦਿਨਾਂ ਦੀ ਵੀ ਹੈ:
booking-map = ਨਕਸ਼ੇ ’ਤੇ ਦੇਖੋ
booking-question = ਕੋਈ ਸਵਾਲ ਹੈ? ਫ਼ੋਨ ਕਰੋ:
booking-whats-on = ਪ੍ਰੋਗਰਾਮ ਦੇਖੋ
booking-other-day = ਕੋਈ ਹੋਰ ਦਿਨ ਬੁੱਕ ਕਰੋ

# A place.
booking-booked = ਤੁਹਾਡੀ ਜਗ੍ਹਾ ਬੁੱਕ ਹੈ
booking-appointment = ਤੁਹਾਡੀ ਅਪੌਇੰਟਮੈਂਟ ਹੈ
booking-look-forward = ਸਾਨੂੰ ਤੁਹਾਡੇ ਆਉਣ ਦੀ ਖ਼ੁਸ਼ੀ ਹੋਵੇਗੀ।
booking-add-to-calendar = ਕੈਲੰਡਰ ਵਿੱਚ ਪਾਓ
booking-cancel-title = ਮੇਰੀ ਜਗ੍ਹਾ ਰੱਦ ਕਰੋ
booking-cancel-by = ਜੇ ਹੋ ਸਕੇ, ਤਾਂ ਕਿਰਪਾ ਕਰਕੇ ਸਾਨੂੰ { $by } ਤੋਂ ਪਹਿਲਾਂ ਦੱਸੋ।
booking-cancel-another = ਫਿਰ ਕੋਈ ਹੋਰ ਪਰਿਵਾਰ ਆ ਸਕਦਾ ਹੈ। ਜਦੋਂ ਤੱਕ ਬਟਨ ਨਹੀਂ ਦਬਾਇਆ ਜਾਂਦਾ, ਜਗ੍ਹਾ ਤੁਹਾਡੀ ਹੀ ਰਹੇਗੀ।
booking-cancel = ਮੇਰੀ ਜਗ੍ਹਾ ਰੱਦ ਕਰੋ
booking-begun = ਇਹ ਸ਼ੁਰੂ ਹੋ ਗਿਆ ਹੈ। ਜੇ ਆਉਣਾ ਨਾ ਹੋ ਸਕੇ, ਤਾਂ ਕਿਰਪਾ ਕਰਕੇ ਫ਼ੋਨ ਕਰੋ।

# Another day, or fewer people.
booking-move-title = ਕੋਈ ਹੋਰ ਦਿਨ ਚੁਣੋ
booking-move-which = ਤੁਹਾਨੂੰ ਕਿਹੜਾ ਦਿਨ ਚਾਹੀਦਾ ਹੈ?
booking-move-say = ਜਦੋਂ ਤੱਕ ਨਵੀਂ ਜਗ੍ਹਾ ਨਹੀਂ ਮਿਲਦੀ, ਪੁਰਾਣੀ ਜਗ੍ਹਾ ਤੁਹਾਡੀ ਹੀ ਰਹੇਗੀ।
booking-move = ਬਦਲ ਕੇ ਇਹ ਦਿਨ ਲਓ
booking-party-title = ਬਦਲੋ ਕਿ ਕੌਣ ਆਵੇਗਾ
booking-party-who = ਜੋ ਅਜੇ ਵੀ ਆਉਣਗੇ, ਉਨ੍ਹਾਂ ’ਤੇ ਟਿੱਕ ਕਰੋ।
booking-party-adults = ਕਿੰਨੇ ਬਾਲਗ ਆਉਣਗੇ?
booking-party-more = ਕੀ ਕਿਸੇ ਹੋਰ ਨੂੰ ਵੀ ਲਿਆਉਣਾ ਹੈ?
booking-party-my = “ਮੇਰੀ ਬੁਕਿੰਗ” ’ਤੇ ਜਾਓ
booking-party = ਸੇਵ ਕਰੋ

# The waiting list.
booking-waiting = ਤੁਹਾਡਾ ਨਾਂ ਉਡੀਕ ਸੂਚੀ ਵਿੱਚ ਹੈ
booking-no-place-yet = ਤੁਹਾਨੂੰ ਅਜੇ ਜਗ੍ਹਾ ਨਹੀਂ ਮਿਲੀ।
booking-position = ਸੂਚੀ ਵਿੱਚ ਤੁਹਾਡਾ ਨੰਬਰ { $n } ਹੈ।
booking-or-dates = ਇਨ੍ਹਾਂ ਵਿੱਚੋਂ ਕੋਈ ਵੀ ਦਿਨ ਠੀਕ ਹੈ:
booking-will-write = ਜਦੋਂ ਤੁਹਾਡੇ ਲਈ ਜਗ੍ਹਾ ਹੋਵੇਗੀ, ਅਸੀਂ ਤੁਹਾਨੂੰ ਸੁਨੇਹਾ ਭੇਜਾਂਗੇ।
booking-leave-title = ਉਡੀਕ ਸੂਚੀ ਵਿੱਚੋਂ ਨਾਂ ਹਟਾਓ
booking-leave-say = ਫਿਰ ਅਸੀਂ ਤੁਹਾਨੂੰ ਇਸ ਬਾਰੇ ਸੁਨੇਹਾ ਨਹੀਂ ਭੇਜਾਂਗੇ। ਬਾਅਦ ਵਿੱਚ ਦੁਬਾਰਾ ਨਾਂ ਲਿਖਵਾਇਆ ਜਾ ਸਕਦਾ ਹੈ, ਪਰ ਉਹ ਸੂਚੀ ਦੇ ਅਖ਼ੀਰ ਵਿੱਚ ਹੋਵੇਗਾ।
booking-leave = ਸੂਚੀ ਵਿੱਚੋਂ ਨਾਂ ਹਟਾਓ
booking-free = ਹੁਣ ਇੱਕ ਜਗ੍ਹਾ ਖਾਲੀ ਹੈ
booking-free-when = { $when }।
booking-first-yes = ਜਿਹੜਾ ਪਰਿਵਾਰ ਸਭ ਤੋਂ ਪਹਿਲਾਂ “ਹਾਂ” ਕਹੇਗਾ, ਜਗ੍ਹਾ ਉਸ ਨੂੰ ਮਿਲੇਗੀ।
booking-not-before-yes = ਇੱਥੇ “ਹਾਂ” ਕਹਿਣ ਤੋਂ ਪਹਿਲਾਂ ਕਿਰਪਾ ਕਰਕੇ ਨਾ ਆਓ।
booking-yes = ਹਾਂ, ਮੈਨੂੰ ਇਹ ਜਗ੍ਹਾ ਚਾਹੀਦੀ ਹੈ

# A place that is kept for an answer.
booking-offered = ਤੁਹਾਡੇ ਲਈ ਇੱਕ ਜਗ੍ਹਾ ਹੈ
booking-kept-until = ਅਸੀਂ ਇਹ ਜਗ੍ਹਾ ਤੁਹਾਡੇ ਲਈ { $until } ਤੱਕ ਰੱਖਾਂਗੇ।
booking-only-yours = ਜਦੋਂ ਤੁਸੀਂ “ਹਾਂ” ਕਹੋ, ਤਾਂ ਹੀ ਇਹ ਜਗ੍ਹਾ ਤੁਹਾਡੀ ਹੋਵੇਗੀ।
booking-no-title = ਨਹੀਂ, ਧੰਨਵਾਦ
booking-no-say = ਕੀ ਇਸ ਜਗ੍ਹਾ ਲਈ “ਨਹੀਂ” ਕਹਿਣਾ ਹੈ? ਫਿਰ ਤੁਹਾਡਾ ਨਾਂ ਸੂਚੀ ਵਿੱਚ ਨਹੀਂ ਰਹੇਗਾ।
booking-no = ਨਹੀਂ, ਕਿਸੇ ਹੋਰ ਪਰਿਵਾਰ ਨੂੰ ਦੇ ਦਿਓ

# Over.
booking-past = ਇਹ ਖ਼ਤਮ ਹੋ ਗਿਆ ਹੈ
booking-past-say = ਉਮੀਦ ਹੈ ਕਿ ਤੁਹਾਡਾ ਸਮਾਂ ਚੰਗਾ ਲੰਘਿਆ।
booking-cancelled = ਤੁਹਾਡੀ ਜਗ੍ਹਾ ਰੱਦ ਹੋ ਗਈ ਹੈ
booking-thanks-another = ਧੰਨਵਾਦ: ਹੁਣ ਕੋਈ ਹੋਰ ਪਰਿਵਾਰ ਆ ਸਕਦਾ ਹੈ।
booking-cancelled-at = ਇਹ ਜਗ੍ਹਾ { $at } ਰੱਦ ਹੋਈ ਸੀ।
booking-undo-until = ਗਲਤੀ ਨਾਲ ਹੋ ਗਿਆ? ਤੁਹਾਡੀ ਜਗ੍ਹਾ { $until } ਤੱਕ ਵਾਪਸ ਮਿਲ ਸਕਦੀ ਹੈ।
booking-undo = ਰੱਦ ਨਾ ਕਰੋ, ਮੈਂ ਆਉਣਾ ਹੈ
booking-left = ਤੁਹਾਡਾ ਨਾਂ ਹੁਣ ਉਡੀਕ ਸੂਚੀ ਵਿੱਚ ਨਹੀਂ ਹੈ
booking-left-at = ਤੁਹਾਡਾ ਨਾਂ { $at } ਤੋਂ ਸੂਚੀ ਵਿੱਚ ਨਹੀਂ ਹੈ।
booking-declined = ਧੰਨਵਾਦ
booking-declined-offer = ਅਸੀਂ ਇਹ ਜਗ੍ਹਾ ਕਿਸੇ ਹੋਰ ਪਰਿਵਾਰ ਨੂੰ ਪੇਸ਼ ਕਰਾਂਗੇ।
booking-declined-at = ਤੁਸੀਂ { $at } “ਨਹੀਂ” ਕਿਹਾ ਸੀ।
booking-changed-mind = ਮਨ ਬਦਲ ਗਿਆ? ਫ਼ੋਨ ਕਰੋ:
booking-lapsed = ਤੁਹਾਡਾ ਜਵਾਬ ਸਮੇਂ ਸਿਰ ਨਹੀਂ ਆਇਆ
booking-lapsed-until = ਅਸੀਂ { $until } ਤੱਕ ਤੁਹਾਡੇ ਲਈ ਜਗ੍ਹਾ ਰੱਖੀ ਸੀ। ਚਾਹੋ ਤਾਂ ਦੁਬਾਰਾ ਜਗ੍ਹਾ ਮੰਗੋ।
booking-line-over = ਮਾਫ਼ ਕਰਨਾ, ਕੋਈ ਜਗ੍ਹਾ ਖਾਲੀ ਨਹੀਂ ਹੋਈ
booking-line-over-say = ਤੁਹਾਡਾ ਨਾਂ ਹੁਣ ਉਡੀਕ ਸੂਚੀ ਵਿੱਚ ਨਹੀਂ ਹੈ।
booking-off = ਇਹ ਰੱਦ ਹੋ ਗਿਆ ਹੈ
booking-off-say = ਸਾਨੂੰ ਅਫ਼ਸੋਸ ਹੈ। ਕਿਰਪਾ ਕਰਕੇ ਨਾ ਆਓ।
booking-unfit = ਮਾਫ਼ ਕਰਨਾ, ਇਹ ਨਹੀਂ ਹੋ ਸਕੇਗਾ
booking-unfit-say = ਇਹ ਕਿਸੇ ਹੋਰ ਉਮਰ ਦੇ ਬੱਚਿਆਂ ਲਈ ਹੈ। ਤੁਹਾਡੀ ਜਗ੍ਹਾ ਹੁਣ ਬੁੱਕ ਨਹੀਂ ਰਹੀ।

# What came of a press, where it is not what was wished.
booking-gone = ਮਾਫ਼ ਕਰਨਾ, ਉਹ ਜਗ੍ਹਾ ਹੁਣੇ ਕਿਸੇ ਹੋਰ ਨੇ ਲੈ ਲਈ।
booking-gone-waiting = ਮਾਫ਼ ਕਰਨਾ, ਉਹ ਜਗ੍ਹਾ ਹੁਣੇ ਕਿਸੇ ਹੋਰ ਨੇ ਲੈ ਲਈ। ਤੁਹਾਡਾ ਨਾਂ ਅਜੇ ਵੀ ਉਡੀਕ ਸੂਚੀ ਵਿੱਚ ਹੈ।
booking-too-late = ਹੁਣ ਦੇਰ ਹੋ ਗਈ ਹੈ। ਕੁਝ ਨਹੀਂ ਬਦਲਿਆ।
booking-settled = ਤੁਹਾਡਾ ਜਵਾਬ ਪਹਿਲਾਂ ਹੀ ਆ ਚੁੱਕਾ ਹੈ। ਹੁਣ ਸਥਿਤੀ ਇਹ ਹੈ।
booking-not-that-day = ਉਹ ਦਿਨ ਨਹੀਂ ਮਿਲ ਸਕਦਾ। ਕੁਝ ਨਹੀਂ ਬਦਲਿਆ।
booking-not-that-party = ਸਹੀ ਉਮਰ ਦਾ ਇੱਕ ਬੱਚਾ ਆਉਣਾ ਜ਼ਰੂਰੀ ਹੈ। ਕੁਝ ਨਹੀਂ ਬਦਲਿਆ।
booking-nobody = ਜੋ ਆਉਣਗੇ, ਉਨ੍ਹਾਂ ’ਤੇ ਟਿੱਕ ਕਰੋ। ਜੇ ਕੋਈ ਨਹੀਂ ਆ ਸਕਦਾ, ਤਾਂ ਆਪਣੀ ਜਗ੍ਹਾ ਰੱਦ ਕਰੋ।
booking-busy = ਤੁਹਾਡੇ ਬੱਚੇ ਦੀ ਉਸ ਸਮੇਂ ਇੱਕ ਹੋਰ ਜਗ੍ਹਾ ਬੁੱਕ ਹੈ। ਪਹਿਲਾਂ ਉਸ ਨੂੰ ਰੱਦ ਕਰੋ।

# Links that lead nowhere.
booking-unknown = ਇਹ ਲਿੰਕ ਕੰਮ ਨਹੀਂ ਕਰਦਾ
booking-unknown-say = ਕਿਰਪਾ ਕਰਕੇ ਸਾਡੇ ਸੁਨੇਹੇ ਵਾਲਾ ਪੂਰਾ ਲਿੰਕ ਵਰਤੋ।
booking-expired = ਇਸ ਲਿੰਕ ਦਾ ਸਮਾਂ ਖ਼ਤਮ ਹੋ ਗਿਆ ਹੈ
booking-expired-say = ਇਹ ਹੁਣ ਕੰਮ ਨਹੀਂ ਕਰਦਾ। ਕੁਝ ਨਹੀਂ ਬਦਲਿਆ।

# Messages that booking has opened.
booking-stop-ask = ਕੀ ਇਹ ਸੁਨੇਹੇ ਬੰਦ ਕਰਨੇ ਹਨ?
booking-stop-say = ਫਿਰ ਅਸੀਂ ਤੁਹਾਨੂੰ ਨਹੀਂ ਦੱਸਾਂਗੇ ਕਿ ਇਸ ਦੀ ਬੁਕਿੰਗ ਕਦੋਂ ਖੁੱਲ੍ਹੇਗੀ:
booking-stop = ਇਹ ਸੁਨੇਹੇ ਬੰਦ ਕਰੋ
booking-stopped = ਹੋਰ ਸੁਨੇਹੇ ਨਹੀਂ ਆਉਣਗੇ
booking-stopped-say = ਅਸੀਂ ਤੁਹਾਨੂੰ ਇਸ ਬਾਰੇ ਦੁਬਾਰਾ ਸੁਨੇਹਾ ਨਹੀਂ ਭੇਜਾਂਗੇ।
