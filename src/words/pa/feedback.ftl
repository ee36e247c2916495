# After a session: how was it? And what a centre changed because of what families said.

# The message. It comes to those who said yes to it.
mail-feedback = ਸਾਨੂੰ ਦੱਸੋ ਕਿ ਕਿਵੇਂ ਲੱਗਿਆ
mail-feedback-say = ਤੁਸੀਂ { $day } ਨੂੰ ਇਸ ਵਿੱਚ ਹਿੱਸਾ ਲਿਆ: { $what }। ਕੀ ਇਹ ਤੁਹਾਨੂੰ ਚੰਗਾ ਲੱਗਿਆ? ਬੱਸ ਦੋ ਵਾਰ ਦਬਾ ਕੇ ਸਾਨੂੰ ਦੱਸੋ।
mail-feedback-tell = ਸਾਨੂੰ ਦੱਸੋ
mail-feedback-no-name = ਅਸੀਂ ਤੁਹਾਡੀ ਲਿਖੀ ਗੱਲ ਜਾਂ ਤੁਹਾਡਾ ਨਾਂ ਦੂਜੇ ਪਰਿਵਾਰਾਂ ਨੂੰ ਕਦੇ ਨਹੀਂ ਦਿਖਾਉਂਦੇ।
mail-feedback-to-stop = ਇਹ ਸੁਨੇਹੇ ਬੰਦ ਕਰਨ ਲਈ:
mail-feedback-stop = ਇਹ ਸੁਨੇਹੇ ਬੰਦ ਕਰੋ

# What is asked once, among what is known of a family.
my-question-feedback_by_email = ਕੀ ਅਸੀਂ ਈਮੇਲ ਰਾਹੀਂ ਪੁੱਛ ਸਕਦੇ ਹਾਂ ਕਿ ਸੈਸ਼ਨ ਕਿਵੇਂ ਲੱਗਿਆ?
my-why-feedback_by_email = ਤਾਂ ਜੋ ਅਸੀਂ ਤੁਹਾਨੂੰ ਪੁੱਛ ਸਕੀਏ ਕਿ ਸੈਸ਼ਨ ਚੰਗਾ ਲੱਗਿਆ ਜਾਂ ਨਹੀਂ। ਇਹ ਕਦੇ ਵੀ ਬੰਦ ਕੀਤਾ ਜਾ ਸਕਦਾ ਹੈ।

# The page to stop them.
member-feedback = ਕੀ ਇਹ ਸੁਨੇਹੇ ਬੰਦ ਕਰਨੇ ਹਨ?
member-feedback-say = ਫਿਰ ਅਸੀਂ ਤੁਹਾਨੂੰ ਨਹੀਂ ਪੁੱਛਾਂਗੇ ਕਿ ਸੈਸ਼ਨ ਕਿਵੇਂ ਲੱਗਿਆ। ਹੋਰ ਕੁਝ ਨਹੀਂ ਬਦਲੇਗਾ।
member-feedback-yes = ਇਹ ਸੁਨੇਹੇ ਬੰਦ ਕਰੋ
member-feedback-done = ਅਸੀਂ ਤੁਹਾਨੂੰ ਦੁਬਾਰਾ ਨਹੀਂ ਪੁੱਛਾਂਗੇ
member-feedback-done-say = ਤੁਹਾਡਾ ਹਮੇਸ਼ਾ ਸੁਆਗਤ ਹੈ।

# The page: first one of two buttons, then a box that may stay empty.
feedback-title = ਕੀ ਇਹ ਤੁਹਾਨੂੰ ਚੰਗਾ ਲੱਗਿਆ?
feedback-good = ਚੰਗਾ
feedback-not-good = ਇੰਨਾ ਚੰਗਾ ਨਹੀਂ
feedback-once = ਕੋਈ ਇੱਕ ਦਬਾਓ। ਬਾਅਦ ਵਿੱਚ ਇਹ ਬਦਲਿਆ ਜਾ ਸਕਦਾ ਹੈ।
feedback-thanks = ਧੰਨਵਾਦ
feedback-said-good = ਤੁਸੀਂ ਕਿਹਾ: ਚੰਗਾ।
feedback-said-not-good = ਤੁਸੀਂ ਕਿਹਾ: ਇੰਨਾ ਚੰਗਾ ਨਹੀਂ।
feedback-change-to-good = ਬਦਲ ਕੇ “ਚੰਗਾ” ਕਰੋ
feedback-change-to-not-good = ਬਦਲ ਕੇ “ਇੰਨਾ ਚੰਗਾ ਨਹੀਂ” ਕਰੋ
# Above the box. It must be read before anything is typed.
feedback-danger = ਕੀ ਕੋਈ ਖ਼ਤਰੇ ਵਿੱਚ ਹੈ? 999 ’ਤੇ ਫ਼ੋਨ ਕਰੋ।
feedback-else-phone = ਹੋਰ ਕਿਸੇ ਵੀ ਗੱਲ ਲਈ { $centre } ਨੂੰ { $phone } ’ਤੇ ਫ਼ੋਨ ਕਰੋ।
feedback-else-ask = ਹੋਰ ਕਿਸੇ ਵੀ ਗੱਲ ਲਈ { $centre } ਵਿੱਚ ਪੁੱਛੋ।
feedback-box = ਕੀ ਕੁਝ ਬਦਲਣਾ ਚਾਹੀਦਾ ਹੈ?
feedback-box-say = ਲਿਖਣਾ ਜ਼ਰੂਰੀ ਨਹੀਂ। ਕਿਰਪਾ ਕਰਕੇ ਕਿਸੇ ਦਾ ਨਾਂ ਨਾ ਲਿਖੋ। ਵੱਧ ਤੋਂ ਵੱਧ { $longest } ਅੱਖਰ।
feedback-send = ਭੇਜੋ
feedback-written = ਤੁਹਾਡੀ ਲਿਖੀ ਗੱਲ ਸਾਨੂੰ ਮਿਲ ਗਈ ਹੈ। { $centre } ਦਾ ਸਟਾਫ਼ ਇਸ ਨੂੰ ਕੰਮ ਵਾਲੇ ਦੋ ਦਿਨਾਂ ਵਿੱਚ ਪੜ੍ਹੇਗਾ।
feedback-write-again = ਪਹਿਲਾਂ ਲਿਖੀ ਗੱਲ ਦੀ ਥਾਂ ਦੁਬਾਰਾ ਲਿਖੋ
feedback-too-long = ਇਸ ਨੂੰ ਛੋਟਾ ਕਰੋ: ਵੱਧ ਤੋਂ ਵੱਧ { $longest } ਅੱਖਰ
feedback-from-booking = ਸਾਨੂੰ ਦੱਸੋ ਕਿ ਕਿਵੇਂ ਲੱਗਿਆ

# What became of what families said.
you-said = ਤੁਸੀਂ ਕਿਹਾ, ਅਸੀਂ ਕੀਤਾ
you-said-lead = ਪਰਿਵਾਰ ਸਾਨੂੰ ਦੱਸਦੇ ਹਨ ਕਿ ਕੀ ਬਦਲਣਾ ਚਾਹੀਦਾ ਹੈ। ਅਸੀਂ ਜੋ ਕੀਤਾ, ਉਹ ਇੱਥੇ ਦੇਖੋ।
you-said-of = ਤੁਸੀਂ ਕਿਹਾ, ਅਸੀਂ ਕੀਤਾ: { $centre }
you-said-said = ਤੁਸੀਂ ਕਿਹਾ
you-said-did = ਅਸੀਂ ਕੀਤਾ
you-said-none = ਇੱਥੇ ਅਜੇ ਕੁਝ ਨਹੀਂ ਹੈ।
you-said-all = ਸਾਰੇ ਸੈਂਟਰ ਦੇਖੋ

# Beside the sheet of what's on in its usual size.
whats-on-paper-small = ਇੱਕ ਛੋਟੇ ਪੰਨੇ ’ਤੇ ਪ੍ਰਿੰਟ ਕਰੋ (A5)

# A list that stands in a page of somebody else, such as the council.
embed-title = ਪ੍ਰੋਗਰਾਮ
embed-all = ਸਭ ਦੇਖੋ ਅਤੇ ਬੁੱਕ ਕਰੋ
embed-none = ਇਸ ਵੇਲੇ ਕੋਈ ਪ੍ਰੋਗਰਾਮ ਨਹੀਂ ਹੈ।
