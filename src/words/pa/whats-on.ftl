# What's on, and the page of one session.
whats-on-title = ਪ੍ਰੋਗਰਾਮ
whats-on-heading = ਤੁਹਾਡੇ ਅਤੇ ਤੁਹਾਡੇ ਬੱਚੇ ਲਈ ਪ੍ਰੋਗਰਾਮ
whats-on-none = ਇਸ ਚੋਣ ਲਈ ਕੁਝ ਨਹੀਂ ਹੈ।
whats-on-none-at-all = ਅਜੇ ਦਿਖਾਉਣ ਲਈ ਕੁਝ ਨਹੀਂ ਹੈ। ਕਿਰਪਾ ਕਰਕੇ ਛੇਤੀ ਦੁਬਾਰਾ ਦੇਖੋ।
whats-on-show-all = ਸਾਰੇ ਸੈਂਟਰ ਅਤੇ ਸਾਰੀਆਂ ਉਮਰਾਂ ਦਿਖਾਓ
whats-on-until = { $time } ਤੱਕ
# Of a session that starts in one half of the day (am or pm) and ends in the other.
whats-on-until-later = { $half ->
    [am] ਸਵੇਰ
   *[pm] ਰਾਤ
} ਤੋਂ { $time } ਤੱਕ

# The same at several times of a day; the number stands before it.
whats-on-times = { $n ->
    [one] ਸਮਾਂ
   *[other] ਸਮੇਂ
}

# How a session stands.
whats-on-turn-up = ਬੁੱਕ ਕਰਨ ਦੀ ਲੋੜ ਨਹੀਂ। ਬੱਸ ਆ ਜਾਓ।
whats-on-turn-up-brief = ਬੱਸ ਆ ਜਾਓ
whats-on-opens = ਬੁਕਿੰਗ { $at } ਖੁੱਲ੍ਹੇਗੀ।
whats-on-full = ਜਗ੍ਹਾ ਖਾਲੀ ਨਹੀਂ
whats-on-closed = ਬੁਕਿੰਗ ਬੰਦ ਹੋ ਗਈ ਹੈ।
whats-on-cancelled = ਰੱਦ
whats-on-over = ਇਹ ਖ਼ਤਮ ਹੋ ਗਿਆ ਹੈ।
whats-on-course = ਸਾਰੀਆਂ ਤਾਰੀਖਾਂ ਲਈ ਇੱਕੋ ਬੁਕਿੰਗ
whats-on-members = ਮੈਂਬਰਾਂ ਲਈ। ਮੈਂਬਰ ਬਣਨਾ ਮੁਫ਼ਤ ਹੈ।

# What to do.
whats-on-book = ਬੁੱਕ ਕਰੋ
whats-on-wait = ਉਡੀਕ ਸੂਚੀ ਵਿੱਚ ਨਾਂ ਲਿਖਵਾਓ
whats-on-remind = ਬੁਕਿੰਗ ਖੁੱਲ੍ਹਣ ’ਤੇ ਯਾਦ ਕਰਵਾਓ
whats-on-book-this = ਜਗ੍ਹਾ ਬੁੱਕ ਕਰੋ
whats-on-calendar = ਕੈਲੰਡਰ ਵਿੱਚ ਪਾਓ

whats-on-feed = ਇਹ ਤਾਰੀਖਾਂ ਆਪਣੇ ਕੈਲੰਡਰ ਨਾਲ ਜੋੜੋ
whats-on-feed-name = ਪ੍ਰੋਗਰਾਮ: { $organisation }

whats-on-paper = ਇੱਕ ਪੰਨੇ ’ਤੇ ਪ੍ਰਿੰਟ ਕਰੋ (PDF)
whats-on-paper-scan = ਹੋਰ ਪੜ੍ਹਨ ਜਾਂ ਬੁੱਕ ਕਰਨ ਲਈ ਆਪਣੇ ਫ਼ੋਨ ਨਾਲ ਕੋਡ ਸਕੈਨ ਕਰੋ।
whats-on-paper-more = ਹੋਰ ਪ੍ਰੋਗਰਾਮ ਸਾਡੀ ਵੈੱਬਸਾਈਟ ’ਤੇ ਹਨ।
whats-on-paper-made = ਇਹ ਪੰਨਾ { $day } ਨੂੰ ਬਣਿਆ। ਕੁਝ ਬਦਲ ਵੀ ਸਕਦਾ ਹੈ: ਕਿਰਪਾ ਕਰਕੇ ਆਉਣ ਤੋਂ ਪਹਿਲਾਂ ਸਾਡੀ ਵੈੱਬਸਾਈਟ ਦੇਖੋ।

# Choosing.
whats-on-choose = ਸੈਂਟਰ, ਉਮਰ ਜਾਂ ਦਿਨ ਚੁਣੋ
whats-on-chosen = ਸਿਰਫ਼ ਇਹ ਦਿਖਾਇਆ ਜਾ ਰਿਹਾ ਹੈ:
whats-on-remove = ਇਹ ਚੋਣ ਹਟਾਓ: { $what }
whats-on-centre = ਸੈਂਟਰ
whats-on-all-centres = ਸਾਰੇ ਸੈਂਟਰ
whats-on-postcode = ਜਾਂ ਤੁਹਾਡਾ ਪੋਸਟਕੋਡ
whats-on-postcode-hint = ਜੋ ਸਭ ਤੋਂ ਨੇੜੇ ਹੈ, ਉਹ ਪਹਿਲਾਂ ਆਉਂਦਾ ਹੈ।
whats-on-shut = { $centre } ਬੰਦ ਹੈ: { $first } ਤੋਂ { $last } ਤੱਕ।
whats-on-shut-on = { $day } ਨੂੰ { $centre } ਬੰਦ ਹੈ।
whats-on-all-shut = ਸਾਡੇ ਸਾਰੇ ਸੈਂਟਰ ਬੰਦ ਹਨ: { $first } ਤੋਂ { $last } ਤੱਕ।
whats-on-all-shut-on = { $day } ਨੂੰ ਸਾਡੇ ਸਾਰੇ ਸੈਂਟਰ ਬੰਦ ਹਨ।
whats-on-near = { $centre } ਦੇ ਸਭ ਤੋਂ ਨੇੜੇ ਵਾਲੇ ਪਹਿਲਾਂ
whats-on-postcode-unknown = ਸਾਨੂੰ ਇਹ ਪੋਸਟਕੋਡ ਨਹੀਂ ਮਿਲਿਆ। ਕਿਰਪਾ ਕਰਕੇ ਸੈਂਟਰ ਚੁਣੋ।
whats-on-ages = ਤੁਹਾਡੇ ਬੱਚਿਆਂ ਦੀ ਉਮਰ ਕਿੰਨੀ ਹੈ?
whats-on-age-expected = ਜਨਮ ਅਜੇ ਨਹੀਂ ਹੋਇਆ
whats-on-age-0 = 1 ਸਾਲ ਤੋਂ ਘੱਟ
whats-on-age-12 = 1 ਸਾਲ
whats-on-age-24 = 2 ਸਾਲ
whats-on-age-36 = 3 ਸਾਲ
whats-on-age-48 = 4 ਸਾਲ
whats-on-age-chip = ਉਮਰ { $age }
whats-on-suits = ਸਿਰਫ਼ ਉਹ ਜੋ ਸਾਰੇ ਬੱਚਿਆਂ ਲਈ ਠੀਕ ਹੋਵੇ
whats-on-day = ਦਿਨ
whats-on-any-day = ਕੋਈ ਵੀ ਦਿਨ
whats-on-day-monday = ਸੋਮਵਾਰ
whats-on-day-tuesday = ਮੰਗਲਵਾਰ
whats-on-day-wednesday = ਬੁੱਧਵਾਰ
whats-on-day-thursday = ਵੀਰਵਾਰ
whats-on-day-friday = ਸ਼ੁੱਕਰਵਾਰ
whats-on-day-saturday = ਸ਼ਨਿੱਚਰਵਾਰ
whats-on-day-sunday = ਐਤਵਾਰ
whats-on-half = ਸਮਾਂ
whats-on-any-time = ਕੋਈ ਵੀ ਸਮਾਂ
whats-on-half-morning = ਸਵੇਰ
whats-on-half-afternoon = ਦੁਪਹਿਰ ਤੋਂ ਬਾਅਦ
whats-on-free = ਸਿਰਫ਼ ਮੁਫ਼ਤ
whats-on-show = ਦਿਖਾਓ
whats-on-pages = ਹੋਰ ਪੰਨੇ
whats-on-previous = ਪਹਿਲਾਂ ਵਾਲੇ
whats-on-next = ਬਾਅਦ ਵਾਲੇ

# Ages.
whats-on-ages-adults = ਬਾਲਗ
whats-on-ages-birth = ਜਨਮ ਤੋਂ { $to } ਤੱਕ
whats-on-ages-babies = ਛੋਟੇ ਬੱਚੇ, { $to } ਤੱਕ
whats-on-ages-babies-from = ਛੋਟੇ ਬੱਚੇ, { $from } ਤੋਂ { $to } ਤੱਕ
whats-on-ages-years = ਉਮਰ { $from } ਤੋਂ { $to } ਤੱਕ
whats-on-ages-between = { $from } ਤੋਂ { $to } ਤੱਕ
whats-on-ages-from = { $from } ਦੀ ਉਮਰ ਤੋਂ
whats-on-ages-pregnant = ਗਰਭਵਤੀ, ਜਾਂ { $to } ਤੱਕ ਦੇ ਬੱਚੇ ਨਾਲ
whats-on-ages-pregnant-between = ਗਰਭਵਤੀ, ਜਾਂ { $from } ਤੋਂ { $to } ਤੱਕ ਦੇ ਬੱਚੇ ਨਾਲ
whats-on-ages-pregnant-from = ਗਰਭਵਤੀ, ਜਾਂ { $from } ਜਾਂ ਉਸ ਤੋਂ ਵੱਡੇ ਬੱਚੇ ਨਾਲ
whats-on-ages-pregnant-any = ਗਰਭਵਤੀ, ਜਾਂ ਕਿਸੇ ਵੀ ਉਮਰ ਦੇ ਬੱਚੇ ਨਾਲ
# An age always stands before ਤੋਂ, ਤੱਕ or ਦੀ ਉਮਰ, in the form that these ask for.
whats-on-age-weeks = { $n ->
    [one] { $n } ਹਫ਼ਤੇ
   *[other] { $n } ਹਫ਼ਤੇ
}
whats-on-age-months = { $n ->
    [one] { $n } ਮਹੀਨੇ
   *[other] { $n } ਮਹੀਨੇ
}
whats-on-age-years = { $years } ਸਾਲ
whats-on-age-half = { $years }½ ਸਾਲ
whats-on-age-years-months = { $years } ਸਾਲ { $months ->
    [one] { $months } ਮਹੀਨੇ
   *[other] { $months } ਮਹੀਨੇ
}

# One session.
whats-on-when = ਕਦੋਂ
whats-on-where = ਕਿੱਥੇ
whats-on-map = ਨਕਸ਼ਾ
whats-on-map-of = ਨਕਸ਼ਾ: { $place }
whats-on-who = ਕਿਸ ਲਈ
whats-on-bring = ਨਾਲ ਲਿਆਓ
whats-on-price = ਕੀਮਤ
whats-on-siblings = ਭੈਣ-ਭਰਾ ਵੀ ਆ ਸਕਦੇ ਹਨ।
whats-on-no-siblings = ਕਿਰਪਾ ਕਰਕੇ ਹੋਰ ਉਮਰ ਦੇ ਭੈਣ-ਭਰਾਵਾਂ ਨੂੰ ਨਾਲ ਨਾ ਲਿਆਓ।
whats-on-phone = ਜਾਂ { $centre } ਨੂੰ ਫ਼ੋਨ ਕਰੋ:
whats-on-ask = ਕੋਈ ਸਵਾਲ ਹੈ? { $centre } ਨੂੰ ਫ਼ੋਨ ਕਰੋ:
whats-on-sorry = ਸਾਨੂੰ ਅਫ਼ਸੋਸ ਹੈ। ਇਹ ਰੱਦ ਹੋ ਗਿਆ ਹੈ।
whats-on-sorry-over = ਇਹ ਖ਼ਤਮ ਹੋ ਗਿਆ ਹੈ।
whats-on-see-dates = ਹੇਠਾਂ ਹੋਰ ਤਾਰੀਖਾਂ ਦੇਖੋ।
whats-on-see-others = ਦੇਖੋ ਕਿ ਹੋਰ ਕਿਹੜੇ ਪ੍ਰੋਗਰਾਮ ਹਨ।
whats-on-course-dates = ਇਸ ਦੀਆਂ ਸਾਰੀਆਂ ਤਾਰੀਖਾਂ
whats-on-course-says = ਇਹ ਇੱਕ ਕੋਰਸ ਹੈ। ਇੱਕੋ ਬੁਕਿੰਗ ਇਸ ਦੀਆਂ ਸਾਰੀਆਂ ਤਾਰੀਖਾਂ ਲਈ ਹੈ।
whats-on-dates = ਹੋਰ ਤਾਰੀਖਾਂ
whats-on-all = ਸਾਰਾ ਪ੍ਰੋਗਰਾਮ ਦੇਖੋ

# About the service.
about-contact = ਆਪਣੇ ਸੈਂਟਰ ਨੂੰ ਫ਼ੋਨ ਕਰੋ
about-contact-lead = ਅਸੀਂ ਖ਼ੁਸ਼ੀ ਨਾਲ ਮਦਦ ਕਰਾਂਗੇ। ਫ਼ੋਨ ’ਤੇ ਵੀ ਬੁਕਿੰਗ ਹੋ ਸਕਦੀ ਹੈ।
about-privacy = ਨਿੱਜੀ ਜਾਣਕਾਰੀ
about-privacy-1 = ਅਸੀਂ ਸਿਰਫ਼ ਉਹ ਜਾਣਕਾਰੀ ਰੱਖਦੇ ਹਾਂ ਜਿਸ ਦੀ ਲੋੜ ਹੈ। ਅਸੀਂ ਇਸ ਨੂੰ ਇਹ ਗਰੁੱਪ ਚਲਾਉਣ ਅਤੇ ਤੁਹਾਡੇ ਬੱਚੇ ਦਾ ਧਿਆਨ ਰੱਖਣ ਲਈ ਵਰਤਦੇ ਹਾਂ।
about-privacy-2 = ਅਸੀਂ ਇਸ ਨਾਲ ਤੁਹਾਡੀ ਜਗ੍ਹਾ ਬੁੱਕ ਕਰਦੇ ਹਾਂ, ਤੁਹਾਨੂੰ ਉਸ ਬਾਰੇ ਦੱਸਦੇ ਹਾਂ, ਅਤੇ ਦੇਖਦੇ ਹਾਂ ਕਿ ਅਸੀਂ ਕਿਹੜੇ ਪਰਿਵਾਰਾਂ ਤੱਕ ਪਹੁੰਚਦੇ ਹਾਂ। ਅਸੀਂ ਇਸ ਨੂੰ ਕਦੇ ਨਹੀਂ ਵੇਚਦੇ।
about-privacy-3 = ਇਸ ਨੂੰ ਸਿਰਫ਼ ਉਹੀ ਸਟਾਫ਼ ਦੇਖ ਸਕਦਾ ਹੈ ਜਿਸ ਨੂੰ ਲੋੜ ਹੈ। ਜਦੋਂ ਵੀ ਕੋਈ ਇਸ ਨੂੰ ਦੇਖਦਾ ਹੈ, ਅਸੀਂ ਲਿਖ ਲੈਂਦੇ ਹਾਂ।
about-privacy-4 = ਸਾਡੇ ਕੋਲ ਰੱਖੀ ਆਪਣੀ ਜਾਣਕਾਰੀ ਦੇਖਣ, ਠੀਕ ਕਰਵਾਉਣ ਜਾਂ ਮਿਟਵਾਉਣ ਲਈ ਸਾਨੂੰ ਕਿਹਾ ਜਾ ਸਕਦਾ ਹੈ। ਮੈਂਬਰਸ਼ਿਪ ਬੰਦ ਕਰਨ ਤੋਂ ਬਾਅਦ ਵੀ ਆਉਣਾ ਹੋ ਸਕਦਾ ਹੈ।
about-privacy-5 = ਇਸ ਵੈੱਬਸਾਈਟ ’ਤੇ ਕੋਈ ਇਸ਼ਤਿਹਾਰ ਨਹੀਂ ਹਨ, ਅਤੇ ਇਹ ਤੁਹਾਡਾ ਪਿੱਛਾ ਨਹੀਂ ਕਰਦੀ। ਇਹ ਕੁਕੀ (cookie) ਤਾਂ ਹੀ ਰੱਖਦੀ ਹੈ ਜਦੋਂ ਤੁਸੀਂ ਸਾਈਨ ਇਨ ਕਰੋ ਜਾਂ ਭਾਸ਼ਾ ਚੁਣੋ।
about-privacy-6 = ਕੀ ਇਸ ਬਾਰੇ ਸਾਨੂੰ ਕੁਝ ਪੁੱਛਣਾ ਹੈ? ਆਪਣੇ ਸੈਂਟਰ ਨੂੰ ਫ਼ੋਨ ਕਰੋ। ਜੇ ਸਾਡੇ ਜਵਾਬ ਨਾਲ ਤਸੱਲੀ ਨਾ ਹੋਵੇ, ਤਾਂ ਨਿੱਜੀ ਜਾਣਕਾਰੀ ਦੀ ਰਾਖੀ ਕਰਨ ਵਾਲੇ ਦਫ਼ਤਰ (Information Commissioner’s Office, ICO) ਨੂੰ ਦੱਸੋ।
about-accessibility = ਸਭ ਲਈ ਸੌਖੀ ਵਰਤੋਂ
about-accessibility-draft = ਇਹ ਸਿਰਫ਼ ਇੱਕ ਨਮੂਨਾ ਹੈ। { $organisation } ਨੇ ਅਜੇ ਇਸ ਦੀ ਜਾਂਚ ਨਹੀਂ ਕੀਤੀ ਅਤੇ ਇਸ ’ਤੇ ਦਸਤਖ਼ਤ ਨਹੀਂ ਕੀਤੇ।
about-accessibility-1 = ਅਸੀਂ ਚਾਹੁੰਦੇ ਹਾਂ ਕਿ ਹਰ ਕੋਈ ਇਹ ਵੈੱਬਸਾਈਟ ਵਰਤ ਸਕੇ। ਅੱਖਰ ਵੱਡੇ ਕੀਤੇ ਜਾ ਸਕਦੇ ਹਨ। ਇਸ ਨੂੰ ਸਿਰਫ਼ ਕੀਬੋਰਡ ਨਾਲ ਵੀ ਵਰਤਿਆ ਜਾ ਸਕਦਾ ਹੈ। ਫ਼ੋਨ ਜਾਂ ਕੰਪਿਊਟਰ ਇਸ ਨੂੰ ਬੋਲ ਕੇ ਵੀ ਸੁਣਾ ਸਕਦਾ ਹੈ।
about-accessibility-2 = ਹਰ ਵਾਰ ਜਦੋਂ ਅਸੀਂ ਪੰਨੇ ਬਦਲਦੇ ਹਾਂ, ਇੱਕ ਮਸ਼ੀਨ ਉਨ੍ਹਾਂ ਦੀ ਜਾਂਚ ਕਰਦੀ ਹੈ। ਇਸ ਨਾਲ ਸਿਰਫ਼ ਕੁਝ ਗਲਤੀਆਂ ਹੀ ਲੱਭਦੀਆਂ ਹਨ। ਇਸ ਲਈ ਅਸੀਂ ਇਹ ਨਹੀਂ ਕਹਿੰਦੇ ਕਿ ਵੈੱਬਸਾਈਟ ਮਿਆਰ (WCAG 2.2) ਉੱਤੇ ਪੂਰੀ ਉਤਰਦੀ ਹੈ।
about-accessibility-tested = ਅਸੀਂ ਪਿਛਲੀ ਵਾਰ { $day } ਨੂੰ ਸਾਰੇ ਪੰਨਿਆਂ ਦੀ ਜਾਂਚ ਕੀਤੀ।
about-accessibility-signed = ਦਸਤਖ਼ਤ: { $name }, { $day }।
about-accessibility-known = ਉਹ ਕਮੀਆਂ ਜੋ ਸਾਨੂੰ ਪਤਾ ਹਨ
about-accessibility-3 = ਜੋ ਸ਼ਬਦ ਅੰਗਰੇਜ਼ੀ ਵਿੱਚ ਨਹੀਂ ਹਨ, ਉਨ੍ਹਾਂ ਵਿੱਚੋਂ ਬਹੁਤੇ ਮਸ਼ੀਨ ਨੇ ਲਿਖੇ ਹਨ। ਕੁਝ ਗਲਤ ਹੋ ਸਕਦੇ ਹਨ।
about-accessibility-4 = PDF ਫ਼ਾਈਲਾਂ, ਜਿਵੇਂ ਤੁਹਾਡਾ ਕਾਰਡ, ਬੋਲ ਕੇ ਸੁਣਨ ਵੇਲੇ ਸ਼ਾਇਦ ਚੰਗੀ ਤਰ੍ਹਾਂ ਨਾ ਚੱਲਣ।
about-accessibility-help = ਜੇ ਤੁਹਾਡੇ ਲਈ ਕੁਝ ਕੰਮ ਨਾ ਕਰੇ
about-accessibility-5 = ਆਪਣੇ ਸੈਂਟਰ ਨੂੰ ਫ਼ੋਨ ਕਰੋ। ਜੋ ਵੀ ਤੁਸੀਂ ਜਾਣਨਾ ਹੈ, ਅਸੀਂ ਕਿਸੇ ਹੋਰ ਤਰੀਕੇ ਨਾਲ ਦੱਸਾਂਗੇ, ਜਾਂ ਤੁਹਾਡੇ ਲਈ ਬੁੱਕ ਕਰਾਂਗੇ।
about-accessibility-6 = ਕੀ ਸਾਡੇ ਜਵਾਬ ਨਾਲ ਤਸੱਲੀ ਨਹੀਂ ਹੋਈ? ਤਾਂ ਬਰਾਬਰੀ ਦੇ ਹੱਕਾਂ ਬਾਰੇ ਸਲਾਹ ਦੇਣ ਵਾਲੀ ਸੇਵਾ (Equality Advisory and Support Service, EASS) ਤੋਂ ਮਦਦ ਮੰਗੋ।
