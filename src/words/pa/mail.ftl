# Mails to families.

mail-hello = ਹੈਲੋ,
mail-hello-name = ਹੈਲੋ { $name } ਜੀ,
mail-from = { $organisation } ਵੱਲੋਂ

# What each mail says of its session.
mail-what = ਕੀ
mail-when = ਕਦੋਂ
mail-where = ਕਿੱਥੇ
mail-for = ਕਿਸ ਲਈ
mail-phone = ਫ਼ੋਨ
mail-subject = { $first }: { $what }, { $day }
# One session in a line.
mail-line = { $what }: { $when }, { $place }
mail-line-neutral = { $when }, { $place }
mail-other = { $session } – { $state }
mail-bring = ਕਿਰਪਾ ਕਰਕੇ ਨਾਲ ਲਿਆਓ: { $bring }।
mail-ask-centre = { $centre } ਵਿੱਚ ਪੁੱਛੋ।
mail-phone-centre = { $centre } ਨੂੰ { $phone } ’ਤੇ ਫ਼ੋਨ ਕਰੋ।
mail-whats-on = ਪ੍ਰੋਗਰਾਮ ਦੇਖੋ

# In a calendar. The first is all that a private session is called there.
mail-calendar-neutral = ਅਪੌਇੰਟਮੈਂਟ
mail-calendar-phone = ਫ਼ੋਨ { $phone }

# A place.
mail-booked = ਬੁੱਕ ਹੋ ਗਿਆ
mail-booked-place = ਤੁਹਾਡੀ ਜਗ੍ਹਾ ਬੁੱਕ ਹੈ।
mail-booked-appointment = ਤੁਹਾਡੀ ਅਪੌਇੰਟਮੈਂਟ ਹੈ।
mail-given = ਤੁਹਾਨੂੰ ਜਗ੍ਹਾ ਮਿਲ ਗਈ ਹੈ
mail-given-say = ਇੱਕ ਜਗ੍ਹਾ ਖਾਲੀ ਹੋਈ। ਉਹ ਹੁਣ ਤੁਹਾਡੀ ਹੈ।
mail-reminder = ਛੇਤੀ ਮਿਲਦੇ ਹਾਂ
mail-reminder-say = ਸਾਨੂੰ ਤੁਹਾਡੇ ਆਉਣ ਦੀ ਖ਼ੁਸ਼ੀ ਹੋਵੇਗੀ।
mail-more-dates = ਤੁਹਾਡੀ ਬੁਕਿੰਗ ਇਨ੍ਹਾਂ ਦਿਨਾਂ ਦੀ ਵੀ ਹੈ:
mail-add-to-calendar = ਕੈਲੰਡਰ ਵਿੱਚ ਪਾਓ
mail-tell-by = ਜੇ ਆਉਣਾ ਨਾ ਹੋ ਸਕੇ, ਤਾਂ ਕਿਰਪਾ ਕਰਕੇ ਸਾਨੂੰ { $by } ਤੋਂ ਪਹਿਲਾਂ ਦੱਸੋ।
mail-tell-soon = ਜੇ ਆਉਣਾ ਨਾ ਹੋ ਸਕੇ, ਤਾਂ ਕਿਰਪਾ ਕਰਕੇ ਸਾਨੂੰ ਜਿੰਨੀ ਛੇਤੀ ਹੋ ਸਕੇ ਦੱਸੋ।
mail-for-another = ਫਿਰ ਕੋਈ ਹੋਰ ਪਰਿਵਾਰ ਆ ਸਕਦਾ ਹੈ।
mail-cancel = ਮੇਰੀ ਜਗ੍ਹਾ ਰੱਦ ਕਰੋ
mail-see-booking = ਇਹ ਬੁਕਿੰਗ ਦੇਖੋ

# The waiting list.
mail-waiting = ਤੁਹਾਡਾ ਨਾਂ ਉਡੀਕ ਸੂਚੀ ਵਿੱਚ ਹੈ
mail-waiting-say = ਤੁਹਾਡਾ ਨਾਂ ਉਡੀਕ ਸੂਚੀ ਵਿੱਚ ਹੈ। ਤੁਹਾਨੂੰ ਅਜੇ ਜਗ੍ਹਾ ਨਹੀਂ ਮਿਲੀ।
mail-or-dates = ਇਨ੍ਹਾਂ ਵਿੱਚੋਂ ਕੋਈ ਵੀ ਦਿਨ ਠੀਕ ਹੈ:
mail-chance-good = ਜਗ੍ਹਾ ਅਕਸਰ ਖਾਲੀ ਹੋ ਜਾਂਦੀ ਹੈ। ਤੁਹਾਨੂੰ ਜਗ੍ਹਾ ਮਿਲਣ ਦੀ ਚੰਗੀ ਉਮੀਦ ਹੈ।
mail-chance-some = ਸ਼ਾਇਦ ਕੋਈ ਜਗ੍ਹਾ ਖਾਲੀ ਹੋ ਜਾਵੇ। ਅਸੀਂ ਪੱਕਾ ਨਹੀਂ ਕਹਿ ਸਕਦੇ।
mail-chance-small = ਜਗ੍ਹਾ ਘੱਟ ਹੀ ਖਾਲੀ ਹੁੰਦੀ ਹੈ। ਚੰਗਾ ਹੋਵੇ ਜੇ ਕੋਈ ਹੋਰ ਦਿਨ ਵੀ ਦੇਖ ਲਓ।
mail-position = ਸੂਚੀ ਵਿੱਚ ਤੁਹਾਡਾ ਨੰਬਰ { $n } ਹੈ।
mail-will-write = ਜਦੋਂ ਤੁਹਾਡੇ ਲਈ ਜਗ੍ਹਾ ਹੋਵੇਗੀ, ਅਸੀਂ ਤੁਹਾਨੂੰ ਸੁਨੇਹਾ ਭੇਜਾਂਗੇ।
mail-see-chance = ਦੇਖੋ ਕਿ ਹੁਣ ਕੀ ਸਥਿਤੀ ਹੈ
mail-to-leave = ਉਡੀਕ ਸੂਚੀ ਵਿੱਚੋਂ ਨਾਂ ਹਟਾਉਣ ਲਈ:
mail-leave = ਸੂਚੀ ਵਿੱਚੋਂ ਨਾਂ ਹਟਾਓ
mail-not-waiting = ਤੁਹਾਡਾ ਨਾਂ ਹੁਣ ਉਡੀਕ ਸੂਚੀ ਵਿੱਚ ਨਹੀਂ ਹੈ।

# A place that is kept for an answer.
mail-offer = ਕਿਰਪਾ ਕਰਕੇ { $until } ਤੱਕ ਜਵਾਬ ਦਿਓ
mail-offer-say = ਤੁਹਾਡੇ ਲਈ ਇੱਕ ਜਗ੍ਹਾ ਹੈ।
mail-kept-until = ਅਸੀਂ ਇਹ ਜਗ੍ਹਾ ਤੁਹਾਡੇ ਲਈ { $until } ਤੱਕ ਰੱਖਾਂਗੇ।
mail-yes = ਹਾਂ, ਮੈਨੂੰ ਇਹ ਜਗ੍ਹਾ ਚਾਹੀਦੀ ਹੈ
mail-no = ਨਹੀਂ, ਕਿਸੇ ਹੋਰ ਪਰਿਵਾਰ ਨੂੰ ਦੇ ਦਿਓ
mail-only-yours = ਜਦੋਂ ਤੁਸੀਂ “ਹਾਂ” ਕਹੋ, ਤਾਂ ਹੀ ਇਹ ਜਗ੍ਹਾ ਤੁਹਾਡੀ ਹੋਵੇਗੀ।
mail-else-gone = ਤੁਹਾਡਾ ਜਵਾਬ ਸਮੇਂ ਸਿਰ ਆਉਣਾ ਜ਼ਰੂਰੀ ਹੈ। ਨਹੀਂ ਤਾਂ ਇਹ ਜਗ੍ਹਾ ਕਿਸੇ ਹੋਰ ਨੂੰ ਮਿਲੇਗੀ।
mail-lapsed = ਤੁਹਾਡਾ ਜਵਾਬ ਸਮੇਂ ਸਿਰ ਨਹੀਂ ਆਇਆ
mail-lapsed-kept = ਅਸੀਂ { $until } ਤੱਕ ਤੁਹਾਡੇ ਲਈ ਜਗ੍ਹਾ ਰੱਖੀ ਸੀ।
mail-lapsed-say = ਤੁਹਾਡਾ ਜਵਾਬ ਨਹੀਂ ਆਇਆ। ਇਸ ਲਈ ਇਹ ਜਗ੍ਹਾ ਹੁਣ ਤੁਹਾਡੇ ਲਈ ਰੱਖੀ ਹੋਈ ਨਹੀਂ ਹੈ।
mail-ask-again = ਅਜੇ ਵੀ ਆਉਣ ਦਾ ਮਨ ਹੈ? ਤਾਂ ਦੁਬਾਰਾ ਜਗ੍ਹਾ ਮੰਗੋ।
mail-last-call = ਹੁਣ ਇੱਕ ਜਗ੍ਹਾ ਖਾਲੀ ਹੈ
mail-last-call-say = ਇੱਕ ਜਗ੍ਹਾ ਖਾਲੀ ਹੈ, ਅਤੇ ਸੈਸ਼ਨ ਛੇਤੀ ਸ਼ੁਰੂ ਹੋਵੇਗਾ।
mail-first-yes = ਜਿਹੜਾ ਪਰਿਵਾਰ ਸਭ ਤੋਂ ਪਹਿਲਾਂ “ਹਾਂ” ਕਹੇਗਾ, ਜਗ੍ਹਾ ਉਸ ਨੂੰ ਮਿਲੇਗੀ।
mail-not-before-yes = ਇੱਥੇ “ਹਾਂ” ਕਹਿਣ ਤੋਂ ਪਹਿਲਾਂ ਕਿਰਪਾ ਕਰਕੇ ਨਾ ਆਓ।

# Changes.
mail-changed = ਕੁਝ ਬਦਲਿਆ ਹੈ
mail-changed-say = ਕੁਝ ਬਦਲ ਗਿਆ ਹੈ। ਕਿਰਪਾ ਕਰਕੇ ਇਹ ਪੜ੍ਹੋ।
mail-changed-now = ਹੁਣ ਇਹ ਇਸ ਤਰ੍ਹਾਂ ਹੈ:
mail-changed-booked = ਤੁਹਾਡੀ ਜਗ੍ਹਾ ਅਜੇ ਵੀ ਬੁੱਕ ਹੈ।
mail-changed-waiting = ਤੁਹਾਡਾ ਨਾਂ ਅਜੇ ਵੀ ਉਡੀਕ ਸੂਚੀ ਵਿੱਚ ਹੈ।
mail-new-time = ਨਵਾਂ ਸਮਾਂ: { $now } (ਪਹਿਲਾਂ: { $was })
mail-new-venue = ਨਵੀਂ ਥਾਂ: { $now } (ਪਹਿਲਾਂ: { $was })
mail-new-venue-neutral = ਥਾਂ ਬਦਲ ਗਈ ਹੈ। ਕਿਰਪਾ ਕਰਕੇ ਸਾਨੂੰ ਫ਼ੋਨ ਕਰਕੇ ਪੁੱਛੋ ਕਿ ਕਿੱਥੇ ਆਉਣਾ ਹੈ।
mail-new-title = ਨਵਾਂ ਨਾਂ: { $now } (ਪਹਿਲਾਂ: { $was })
mail-new-room = ਨਵਾਂ ਕਮਰਾ: { $now }
mail-new-price = ਨਵੀਂ ਕੀਮਤ: { $now }
mail-new-neutral = ਕੁਝ ਗੱਲਾਂ ਬਦਲ ਗਈਆਂ ਹਨ। ਹੋਰ ਜਾਣਨ ਲਈ ਕਿਰਪਾ ਕਰਕੇ ਸਾਨੂੰ ਫ਼ੋਨ ਕਰੋ।

# Cancelled, over, or no longer possible.
mail-off = ਰੱਦ
mail-off-say = ਸਾਨੂੰ ਅਫ਼ਸੋਸ ਹੈ। ਇਹ ਰੱਦ ਹੋ ਗਿਆ ਹੈ: { $what }, { $day }।
mail-off-neutral = ਸਾਨੂੰ ਅਫ਼ਸੋਸ ਹੈ। ਇਹ ਰੱਦ ਹੋ ਗਿਆ ਹੈ।
mail-off-do-nothing = ਕਿਰਪਾ ਕਰਕੇ ਨਾ ਆਓ। ਤੁਹਾਨੂੰ ਕੁਝ ਕਰਨ ਦੀ ਲੋੜ ਨਹੀਂ।
mail-instead = ਸ਼ਾਇਦ ਇਨ੍ਹਾਂ ਵਿੱਚੋਂ ਕੋਈ ਤੁਹਾਨੂੰ ਪਸੰਦ ਆਵੇ:
mail-free = ਜਗ੍ਹਾ ਖਾਲੀ ਹੈ
mail-full = ਕੋਈ ਜਗ੍ਹਾ ਖਾਲੀ ਨਹੀਂ, ਪਰ ਉਡੀਕ ਸੂਚੀ ਹੈ
mail-drop-in = ਬੁੱਕ ਕਰਨ ਦੀ ਲੋੜ ਨਹੀਂ
mail-opens = ਬੁਕਿੰਗ { $at } ਖੁੱਲ੍ਹੇਗੀ
mail-gone = ਤੁਹਾਡਾ ਆਉਣਾ ਰੱਦ ਹੋ ਗਿਆ ਹੈ
mail-gone-by-family = ਤੁਸੀਂ ਸਾਨੂੰ ਦੱਸਿਆ ਕਿ ਤੁਹਾਡਾ ਆਉਣਾ ਨਹੀਂ ਹੋ ਸਕੇਗਾ। ਧੰਨਵਾਦ।
mail-gone-by-centre = ਅਸੀਂ ਤੁਹਾਡੇ ਲਈ ਇਹ ਰੱਦ ਕਰ ਦਿੱਤਾ ਹੈ।
mail-gone-place = ਤੁਹਾਡੀ ਜਗ੍ਹਾ ਹੁਣ ਬੁੱਕ ਨਹੀਂ ਰਹੀ।
mail-gone-wrong = ਕੀ ਇਹ ਗਲਤ ਹੈ?
mail-undo-until = ਗਲਤੀ ਨਾਲ ਹੋ ਗਿਆ? ਇਹ { $until } ਤੱਕ ਠੀਕ ਕੀਤਾ ਜਾ ਸਕਦਾ ਹੈ।
mail-undo = ਰੱਦ ਨਾ ਕਰੋ, ਮੈਂ ਆਉਣਾ ਹੈ
mail-line-over = ਮਾਫ਼ ਕਰਨਾ, ਕੋਈ ਜਗ੍ਹਾ ਖਾਲੀ ਨਹੀਂ ਹੋਈ
mail-line-over-say = ਸਾਨੂੰ ਅਫ਼ਸੋਸ ਹੈ। ਤੁਹਾਡੇ ਲਈ ਸਮੇਂ ਸਿਰ ਕੋਈ ਜਗ੍ਹਾ ਖਾਲੀ ਨਹੀਂ ਹੋਈ।
mail-unfit-neutral = ਮਾਫ਼ ਕਰਨਾ, ਇਹ ਨਹੀਂ ਹੋ ਸਕੇਗਾ
mail-too-young = { $child } ਦੀ ਉਮਰ { $what } ਲਈ ਘੱਟ ਹੋਵੇਗੀ
mail-too-old = { $child } ਦੀ ਉਮਰ { $what } ਲਈ ਵੱਧ ਹੋਵੇਗੀ
mail-busy = { $child } ਦੀ ਉਸ ਸਮੇਂ ਪਹਿਲਾਂ ਹੀ ਕਿਤੇ ਹੋਰ ਜਗ੍ਹਾ ਬੁੱਕ ਹੈ
mail-unfit-young-say = ਸਾਨੂੰ ਅਫ਼ਸੋਸ ਹੈ। ਉਸ ਦਿਨ { $child } ਦੀ ਉਮਰ ਇਸ ਸੈਸ਼ਨ ਲਈ ਘੱਟ ਹੋਵੇਗੀ।
mail-unfit-old-say = ਸਾਨੂੰ ਅਫ਼ਸੋਸ ਹੈ। ਉਸ ਦਿਨ { $child } ਦੀ ਉਮਰ ਇਸ ਸੈਸ਼ਨ ਲਈ ਵੱਧ ਹੋਵੇਗੀ।
mail-unfit-busy-say = ਸਾਨੂੰ ਅਫ਼ਸੋਸ ਹੈ। { $child } ਦੀ ਉਸ ਸਮੇਂ ਪਹਿਲਾਂ ਹੀ ਕਿਤੇ ਹੋਰ ਜਗ੍ਹਾ ਬੁੱਕ ਹੈ।
mail-unfit-booked = ਇਸ ਲਈ ਤੁਹਾਡੀ ਜਗ੍ਹਾ ਹੁਣ ਬੁੱਕ ਨਹੀਂ ਰਹੀ।
mail-unfit-waiting = ਇਸ ਲਈ ਤੁਹਾਡਾ ਨਾਂ ਹੁਣ ਉਡੀਕ ਸੂਚੀ ਵਿੱਚ ਨਹੀਂ ਹੈ।
mail-fits = ਇਹ { $child } ਲਈ ਠੀਕ ਰਹੇਗਾ:

# Booking has opened.
mail-open = ਬੁਕਿੰਗ ਖੁੱਲ੍ਹ ਗਈ ਹੈ
mail-open-say = ਤੁਸੀਂ ਸਾਨੂੰ ਦੱਸਣ ਲਈ ਕਿਹਾ ਸੀ। ਹੁਣ ਬੁਕਿੰਗ ਹੋ ਸਕਦੀ ਹੈ।
mail-book = ਜਗ੍ਹਾ ਬੁੱਕ ਕਰੋ
mail-to-stop = ਇਹ ਸੁਨੇਹੇ ਬੰਦ ਕਰਨ ਲਈ:
mail-stop = ਇਹ ਸੁਨੇਹੇ ਬੰਦ ਕਰੋ

# Birthday cards, and the end of being a member.
mail-birthday = ਜਨਮਦਿਨ ਮੁਬਾਰਕ, { $child }
mail-birthday-say = ਜਨਮਦਿਨ ਮੁਬਾਰਕ, { $child }!
mail-birthday-age = { $child } ਦੀ ਉਮਰ ਹੁਣ { $age } ਸਾਲ ਹੈ। ਅਸੀਂ ਚਾਹੁੰਦੇ ਹਾਂ ਕਿ ਤੁਹਾਡੇ ਸਾਰਿਆਂ ਦਾ ਦਿਨ ਖ਼ੁਸ਼ੀ ਨਾਲ ਲੰਘੇ।
mail-birthday-renewed = ਤੁਹਾਡੀ ਮੈਂਬਰਸ਼ਿਪ ਇੱਕ ਸਾਲ ਹੋਰ ਚੱਲੇਗੀ। ਤੁਹਾਨੂੰ ਕੁਝ ਕਰਨ ਦੀ ਲੋੜ ਨਹੀਂ।
mail-birthday-look = ਦੇਖਣਾ ਹੈ ਕਿ ਤੁਹਾਡੇ ਨੇੜੇ ਕਿਹੜੇ ਪ੍ਰੋਗਰਾਮ ਹਨ? ਇੱਥੇ ਦੇਖੋ।
mail-birthday-on = { $age ->
    [1] ਇੱਕ ਸਾਲ ਦੇ ਬੱਚਿਆਂ ਲਈ ਆਉਣ ਵਾਲੇ ਪ੍ਰੋਗਰਾਮ:
    [2] ਦੋ ਸਾਲ ਦੇ ਬੱਚਿਆਂ ਲਈ ਆਉਣ ਵਾਲੇ ਪ੍ਰੋਗਰਾਮ:
    [3] ਤਿੰਨ ਸਾਲ ਦੇ ਬੱਚਿਆਂ ਲਈ ਆਉਣ ਵਾਲੇ ਪ੍ਰੋਗਰਾਮ:
    [4] ਚਾਰ ਸਾਲ ਦੇ ਬੱਚਿਆਂ ਲਈ ਆਉਣ ਵਾਲੇ ਪ੍ਰੋਗਰਾਮ:
   *[other] ਤੁਹਾਡੇ ਬੱਚੇ ਲਈ ਆਉਣ ਵਾਲੇ ਪ੍ਰੋਗਰਾਮ:
}
mail-birthday-book = ਆਉਣ ਦਾ ਮਨ ਹੈ? ਇੱਥੇ ਬੁੱਕ ਕਰੋ।
mail-birthday-same = ਕੀ ਤੁਹਾਡਾ ਘਰ ਜਾਂ ਤੁਹਾਡਾ ਨੰਬਰ ਬਦਲਿਆ ਹੈ?
mail-nothing-new = ਨਹੀਂ, ਕੁਝ ਨਹੀਂ ਬਦਲਿਆ
mail-moved = ਘਰ ਬਦਲ ਲਿਆ? ਨਵਾਂ ਨੰਬਰ ਹੈ?
mail-moved-phone = ਕਿਰਪਾ ਕਰਕੇ { $centre } ਨੂੰ { $phone } ’ਤੇ ਫ਼ੋਨ ਕਰੋ।
mail-moved-tell = ਕਿਰਪਾ ਕਰਕੇ { $centre } ਵਿੱਚ ਸਾਨੂੰ ਦੱਸੋ।
mail-moved-us = ਕਿਰਪਾ ਕਰਕੇ ਸਾਨੂੰ ਦੱਸੋ।
mail-to-stop-cards = ਇਹ ਕਾਰਡ ਬੰਦ ਕਰਨ ਲਈ:
mail-stop-cards = ਇਹ ਕਾਰਡ ਬੰਦ ਕਰੋ
mail-farewell = ਸਾਡੇ ਨਾਲ ਜੁੜੇ ਰਹਿਣ ਲਈ ਧੰਨਵਾਦ
mail-farewell-five = { $child } ਦੀ ਉਮਰ ਪੰਜ ਸਾਲ ਹੋ ਗਈ ਹੈ। ਜਨਮਦਿਨ ਮੁਬਾਰਕ!
mail-farewell-ends = ਸਾਡੇ ਗਰੁੱਪ ਪੰਜ ਸਾਲ ਤੋਂ ਛੋਟੇ ਬੱਚਿਆਂ ਲਈ ਹਨ। ਇਸ ਲਈ ਤੁਹਾਡੀ ਮੈਂਬਰਸ਼ਿਪ ਹੁਣ ਖ਼ਤਮ ਹੋ ਰਹੀ ਹੈ।
mail-farewell-thanks = ਤੁਹਾਡਾ ਸਾਡੇ ਨਾਲ ਹੋਣਾ ਸਾਨੂੰ ਚੰਗਾ ਲੱਗਿਆ।
mail-farewell-booked = ਜੋ ਬੁਕਿੰਗ ਤੁਸੀਂ ਕੀਤੀ ਹੈ, ਉਹ ਬਣੀ ਰਹੇਗੀ।
mail-farewell-baby = ਕੀ ਨਵਾਂ ਬੱਚਾ ਹੋਇਆ ਹੈ, ਜਾਂ ਹੋਣ ਵਾਲਾ ਹੈ? ਤਾਂ ਫਿਰ ਮੈਂਬਰ ਬਣੋ।

# Joining.
mail-join = ਕਿਰਪਾ ਕਰਕੇ ਆਪਣਾ ਈਮੇਲ ਪਤਾ ਪੱਕਾ ਕਰੋ
mail-join-form = ਕਿਸੇ ਨੇ ਇਸ ਈਮੇਲ ਪਤੇ ਨਾਲ { $organisation } ਦਾ ਫ਼ਾਰਮ ਭਰਿਆ ਹੈ।
mail-join-press = ਕੀ ਇਹ ਤੁਸੀਂ ਕੀਤਾ ਸੀ? ਤਾਂ ਬਟਨ ਦਬਾਓ। ਫਿਰ ਜੋ ਤੁਸੀਂ ਮੰਗਿਆ ਹੈ, ਅਸੀਂ ਉਹ ਕਰਾਂਗੇ ਅਤੇ ਤੁਹਾਨੂੰ ਦੱਸਾਂਗੇ।
mail-join-yes = ਹਾਂ, ਇਹ ਮੈਂ ਕੀਤਾ ਸੀ
mail-join-number = ਜਾਂ ਜੋ ਪੰਨਾ ਤੁਹਾਡੇ ਕੋਲ ਖੁੱਲ੍ਹਾ ਹੈ, ਉਸ ’ਤੇ ਇਹ ਨੰਬਰ ਲਿਖੋ: { $number }
mail-join-lasts = ਨੰਬਰ 30 ਮਿੰਟ ਚੱਲਦਾ ਹੈ, ਬਟਨ ਸੱਤ ਦਿਨ।
mail-join-not-you = ਤੁਸੀਂ ਨਹੀਂ ਕੀਤਾ? ਤਾਂ ਕੁਝ ਨਾ ਕਰੋ। ਕੁਝ ਵੀ ਬੁੱਕ ਨਹੀਂ ਹੋਇਆ, ਅਤੇ ਅਸੀਂ ਇਸ ਨੂੰ ਮਿਟਾ ਦੇਵਾਂਗੇ।
mail-joined = ਤੁਸੀਂ ਹੁਣ ਮੈਂਬਰ ਹੋ
mail-joined-welcome = ਜੀ ਆਇਆਂ ਨੂੰ। ਤੁਸੀਂ ਹੁਣ { $organisation } ਦੇ ਮੈਂਬਰ ਹੋ।
mail-to-leave-us = ਮੈਂਬਰਸ਼ਿਪ ਬੰਦ ਕਰਨ ਲਈ:
mail-leave-us = ਮੈਂਬਰਸ਼ਿਪ ਬੰਦ ਕਰੋ
mail-welcome = ਤੁਸੀਂ { $organisation } ਦੇ ਮੈਂਬਰ ਹੋ
mail-welcome-every = ਜਿਸ ਪਰਿਵਾਰ ਵਿੱਚ ਪੰਜ ਸਾਲ ਤੋਂ ਛੋਟਾ ਬੱਚਾ ਹੈ, ਉਹ ਮੈਂਬਰ ਬਣ ਸਕਦਾ ਹੈ।
mail-welcome-free = ਇਹ ਮੁਫ਼ਤ ਹੈ, ਅਤੇ ਤੁਸੀਂ ਹੁਣ ਮੈਂਬਰ ਹੋ।
mail-welcome-number = ਤੁਹਾਡਾ ਨੰਬਰ
mail-welcome-centre = ਤੁਹਾਡਾ ਸੈਂਟਰ
mail-welcome-from = { $from } ਨੇ ਸਾਨੂੰ ਤੁਹਾਡੇ ਪਰਿਵਾਰ ਬਾਰੇ ਦੱਸਿਆ।
mail-welcome-still = ਮੈਂਬਰਸ਼ਿਪ ਕਦੇ ਵੀ ਬੰਦ ਕੀਤੀ ਜਾ ਸਕਦੀ ਹੈ। ਉਸ ਤੋਂ ਬਾਅਦ ਵੀ ਬੁੱਕ ਕਰੋ ਅਤੇ ਆਓ।

# A place that was asked for with a form, and could not be given.
mail-not-booked = ਤੁਹਾਡੀ ਮੰਗੀ ਹੋਈ ਜਗ੍ਹਾ ਬਾਰੇ
mail-not-booked-say = ਅਸੀਂ ਤੁਹਾਡੇ ਲਈ ਜਗ੍ਹਾ ਬੁੱਕ ਨਹੀਂ ਕਰ ਸਕੇ।
mail-not-booked-second = ਅਸੀਂ ਤੁਹਾਡੇ ਲਈ ਦੂਜੀ ਜਗ੍ਹਾ ਬੁੱਕ ਨਹੀਂ ਕੀਤੀ।
mail-not-booked-full = ਕੋਈ ਜਗ੍ਹਾ ਖਾਲੀ ਨਹੀਂ ਹੈ।
mail-not-booked-already = ਉੱਥੇ ਤੁਹਾਡੀ ਜਗ੍ਹਾ ਪਹਿਲਾਂ ਹੀ ਬੁੱਕ ਹੈ, ਜਾਂ ਤੁਹਾਡਾ ਨਾਂ ਉਡੀਕ ਸੂਚੀ ਵਿੱਚ ਹੈ।
mail-not-booked-age = ਇਹ ਕਿਸੇ ਹੋਰ ਉਮਰ ਦੇ ਬੱਚਿਆਂ ਲਈ ਹੈ।
mail-not-booked-many = ਤੁਹਾਡੇ ਸਾਰਿਆਂ ਲਈ ਕਾਫ਼ੀ ਜਗ੍ਹਾ ਨਹੀਂ ਹੈ।
mail-not-booked-busy = ਤੁਹਾਡੇ ਬੱਚੇ ਦੀ ਉਸ ਸਮੇਂ ਕਿਸੇ ਹੋਰ ਸੈਸ਼ਨ ਵਿੱਚ ਜਗ੍ਹਾ ਬੁੱਕ ਹੈ।
mail-not-booked-limit = ਇੱਕ ਪਰਿਵਾਰ ਜਿੰਨੀਆਂ ਜਗ੍ਹਾਵਾਂ ਬੁੱਕ ਕਰ ਸਕਦਾ ਹੈ, ਓਨੀਆਂ ਤੁਹਾਡੇ ਕੋਲ ਹਨ।
mail-not-booked-closed = ਇਹ ਹੁਣ ਬੁੱਕ ਨਹੀਂ ਹੋ ਸਕਦਾ।

# Whose email address it is.
mail-address = ਕੀ ਇਹ ਤੁਹਾਡਾ ਈਮੇਲ ਪਤਾ ਹੈ?
mail-address-family = ਇੱਕ ਪਰਿਵਾਰ { $organisation } ਦਾ ਮੈਂਬਰ ਬਣਿਆ ਹੈ। ਉਸ ਨੇ ਸਾਨੂੰ ਇਹ ਈਮੇਲ ਪਤਾ ਦਿੱਤਾ।
mail-address-too = ਕੀ ਇਹ ਤੁਹਾਡਾ ਹੈ? ਤਾਂ ਅਸੀਂ ਤੁਹਾਨੂੰ ਵੀ ਸੁਨੇਹੇ ਭੇਜ ਸਕਦੇ ਹਾਂ।
mail-address-yes = ਹਾਂ, ਇਹ ਮੇਰਾ ਪਤਾ ਹੈ
mail-address-not-yours = ਤੁਹਾਡਾ ਨਹੀਂ ਹੈ? ਤਾਂ ਕੁਝ ਨਾ ਕਰੋ। ਅਸੀਂ ਦੁਬਾਰਾ ਸੁਨੇਹਾ ਨਹੀਂ ਭੇਜਾਂਗੇ।
mail-address-new = ਕਿਸੇ ਨੇ ਸਾਨੂੰ ਕਿਹਾ ਕਿ ਹੁਣ ਤੋਂ ਇਸ ਪਤੇ ’ਤੇ ਸੁਨੇਹੇ ਭੇਜੇ ਜਾਣ।
mail-address-tell = ਕੀ ਇਹ ਤੁਸੀਂ ਕਿਹਾ ਸੀ? ਤਾਂ ਕਿਰਪਾ ਕਰਕੇ ਸਾਨੂੰ ਦੱਸੋ ਕਿ ਇਹ ਪਤਾ ਤੁਹਾਡਾ ਹੈ।
mail-address-not-you = ਤੁਸੀਂ ਨਹੀਂ ਕਿਹਾ? ਤਾਂ ਕੁਝ ਨਾ ਕਰੋ। ਅਸੀਂ ਇੱਥੇ ਦੁਬਾਰਾ ਸੁਨੇਹਾ ਨਹੀਂ ਭੇਜਾਂਗੇ।
mail-address-asked = ਤੁਸੀਂ ਨਵੇਂ ਈਮੇਲ ਪਤੇ ਲਈ ਕਿਹਾ ਹੈ
mail-address-asked-say = ਤੁਸੀਂ ਸਾਨੂੰ ਕਿਹਾ ਕਿ ਹੁਣ ਤੋਂ ਕਿਸੇ ਹੋਰ ਪਤੇ ’ਤੇ ਸੁਨੇਹੇ ਭੇਜੇ ਜਾਣ।
mail-address-asked-when = ਅਸੀਂ ਉੱਥੇ ਇੱਕ ਸੁਨੇਹਾ ਭੇਜਿਆ ਹੈ। ਜਦੋਂ ਤੁਸੀਂ ਉਸ ਵਿੱਚ ਬਟਨ ਦਬਾਓ, ਅਸੀਂ ਪਤਾ ਬਦਲ ਦੇਵਾਂਗੇ।
mail-address-asked-you = ਕੀ ਇਹ ਤੁਸੀਂ ਕਿਹਾ ਸੀ? ਤਾਂ ਇੱਥੇ ਕੁਝ ਕਰਨ ਦੀ ਲੋੜ ਨਹੀਂ।
mail-address-phone = ਤੁਸੀਂ ਨਹੀਂ ਕਿਹਾ? ਤਾਂ ਕਿਰਪਾ ਕਰਕੇ ਸਾਨੂੰ { $phone } ’ਤੇ ਫ਼ੋਨ ਕਰੋ।
mail-address-centre = ਤੁਸੀਂ ਨਹੀਂ ਕਿਹਾ? ਤਾਂ ਕਿਰਪਾ ਕਰਕੇ ਆਪਣੇ ਸੈਂਟਰ ਵਿੱਚ ਸਾਨੂੰ ਦੱਸੋ।

# A family that had places and did not come.
mail-missed = ਸਾਨੂੰ ਤੁਹਾਡੀ ਕਮੀ ਮਹਿਸੂਸ ਹੋਈ
mail-missed-say = { $times ->
    [one] ਤੁਹਾਡੀ ਸਾਡੇ ਕੋਲ ਜਗ੍ਹਾ ਬੁੱਕ ਸੀ, ਪਰ ਤੁਹਾਡੇ ਨਾਲ ਮੁਲਾਕਾਤ ਨਹੀਂ ਹੋਈ।
    [2] ਤੁਹਾਡੀ ਸਾਡੇ ਕੋਲ ਦੋ ਵਾਰ ਜਗ੍ਹਾ ਬੁੱਕ ਸੀ, ਪਰ ਤੁਹਾਡੇ ਨਾਲ ਮੁਲਾਕਾਤ ਨਹੀਂ ਹੋਈ।
    [3] ਤੁਹਾਡੀ ਸਾਡੇ ਕੋਲ ਤਿੰਨ ਵਾਰ ਜਗ੍ਹਾ ਬੁੱਕ ਸੀ, ਪਰ ਤੁਹਾਡੇ ਨਾਲ ਮੁਲਾਕਾਤ ਨਹੀਂ ਹੋਈ।
    [4] ਤੁਹਾਡੀ ਸਾਡੇ ਕੋਲ ਚਾਰ ਵਾਰ ਜਗ੍ਹਾ ਬੁੱਕ ਸੀ, ਪਰ ਤੁਹਾਡੇ ਨਾਲ ਮੁਲਾਕਾਤ ਨਹੀਂ ਹੋਈ।
    [5] ਤੁਹਾਡੀ ਸਾਡੇ ਕੋਲ ਪੰਜ ਵਾਰ ਜਗ੍ਹਾ ਬੁੱਕ ਸੀ, ਪਰ ਤੁਹਾਡੇ ਨਾਲ ਮੁਲਾਕਾਤ ਨਹੀਂ ਹੋਈ।
   *[other] ਤੁਹਾਡੀ ਸਾਡੇ ਕੋਲ { $times } ਵਾਰ ਜਗ੍ਹਾ ਬੁੱਕ ਸੀ, ਪਰ ਤੁਹਾਡੇ ਨਾਲ ਮੁਲਾਕਾਤ ਨਹੀਂ ਹੋਈ।
}
mail-missed-well = ਉਮੀਦ ਹੈ ਕਿ ਤੁਸੀਂ ਸਭ ਠੀਕ-ਠਾਕ ਹੋ।
mail-missed-hard = ਕੀ ਕਿਸੇ ਗੱਲ ਕਰਕੇ ਆਉਣਾ ਔਖਾ ਹੈ? ਕਿਰਪਾ ਕਰਕੇ ਸਾਨੂੰ ਦੱਸੋ। ਅਸੀਂ ਮਦਦ ਕਰਨੀ ਚਾਹੁੰਦੇ ਹਾਂ।
mail-missed-talk = { $centre } ਵਿੱਚ ਸਾਡੇ ਨਾਲ ਗੱਲ ਕਰੋ।
mail-missed-another = ਜੇ ਕਿਸੇ ਦਿਨ ਆਉਣਾ ਨਾ ਹੋ ਸਕੇ, ਤਾਂ ਸਾਨੂੰ ਪਹਿਲਾਂ ਦੱਸੋ। ਫਿਰ ਕੋਈ ਹੋਰ ਪਰਿਵਾਰ ਆ ਸਕਦਾ ਹੈ।
mail-missed-still = ਜੋ ਬੁਕਿੰਗ ਤੁਸੀਂ ਕੀਤੀ ਹੈ, ਉਹ ਬਣੀ ਰਹੇਗੀ। ਤੁਹਾਡਾ ਹਮੇਸ਼ਾ ਸੁਆਗਤ ਹੈ।
