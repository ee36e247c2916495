# Before you come: what there is for people with access needs, and the house rules.
access-title = ਖ਼ਾਸ ਲੋੜਾਂ ਲਈ ਸਹੂਲਤਾਂ
access-choose = ਕੀ ਇਨ੍ਹਾਂ ਵਿੱਚੋਂ ਕਿਸੇ ਚੀਜ਼ ਦੀ ਲੋੜ ਹੈ?
access-step-free = ਪੌੜੀਆਂ ਤੋਂ ਬਿਨਾਂ ਰਸਤਾ
access-accessible-toilet = ਵ੍ਹੀਲਚੇਅਰ ਲਈ ਟਾਇਲਟ
access-changing-places = ਬੈੱਡ ਅਤੇ ਚੁੱਕਣ ਵਾਲੀ ਮਸ਼ੀਨ ਵਾਲਾ ਵੱਡਾ ਟਾਇਲਟ (Changing Places)
access-baby-changing = ਬੱਚੇ ਦੀ ਨੈਪੀ ਬਦਲਣ ਲਈ ਥਾਂ
access-blue-badge-parking = ਅਪਾਹਜ ਲੋਕਾਂ ਲਈ ਪਾਰਕਿੰਗ (Blue Badge)
access-hearing-loop = ਹੀਅਰਿੰਗ ਏਡ ਨਾਲ ਸੁਣਨ ਦੀ ਸਹੂਲਤ (Hearing loop)
access-buggy-space = ਬੱਚੇ ਦੀ ਬੱਗੀ ਰੱਖਣ ਲਈ ਥਾਂ
access-bsl = ਇਸ਼ਾਰਿਆਂ ਦੀ ਭਾਸ਼ਾ (BSL)
access-interpreter = ਦੁਭਾਸ਼ੀਆ
access-interpreter-for = ਦੁਭਾਸ਼ੀਆ: { $language }
access-quiet = ਸ਼ਾਂਤ ਸੈਸ਼ਨ
access-adapted = ਅਪਾਹਜ ਬੱਚਿਆਂ ਲਈ ਢੁਕਵਾਂ

rules-title = ਸਾਡੇ ਸੈਂਟਰਾਂ ਦੇ ਨਿਯਮ
rules-own = ਸਿਰਫ਼ { $centre } ਲਈ
rules-version = ਵਰਜਨ { $version }, { $day } ਤੋਂ।
rules-help = ਕੀ ਇਹ ਪੜ੍ਹਨਾ ਔਖਾ ਹੈ? ਕਿਰਪਾ ਕਰਕੇ ਸਾਨੂੰ ਪੁੱਛੋ। ਬੁਕਿੰਗ ਫਿਰ ਵੀ ਹੋ ਸਕਦੀ ਹੈ।
rules-page = ਵੱਖਰੇ ਪੰਨੇ ’ਤੇ ਖੋਲ੍ਹੋ
rules-none = ਕੋਈ ਨਿਯਮ ਨਹੀਂ ਹਨ।
