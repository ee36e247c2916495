# Glossary. One word for one thing, in all files of this folder:
#   place (a reserved space)   ਜਗ੍ਹਾ (f.; where something is held: ਥਾਂ)
#   free (of a place)          ਖਾਲੀ (free of charge: ਮੁਫ਼ਤ)
#   to book, booking           ਬੁੱਕ ਕਰਨਾ, ਬੁਕਿੰਗ; My places: ਮੇਰੀ ਬੁਕਿੰਗ
#   booking opens              ਬੁਕਿੰਗ ਖੁੱਲ੍ਹਦੀ ਹੈ
#   you have a place           ਤੁਹਾਡੀ ਜਗ੍ਹਾ ਬੁੱਕ ਹੈ
#   you have no place yet      ਤੁਹਾਨੂੰ ਅਜੇ ਜਗ੍ਹਾ ਨਹੀਂ ਮਿਲੀ
#   waiting list               ਉਡੀਕ ਸੂਚੀ (to join it: ਨਾਂ ਲਿਖਵਾਉਣਾ; to leave it: ਨਾਂ ਹਟਾਉਣਾ)
#   offer                      ਪੇਸ਼ਕਸ਼; to offer it to another family: ਪੇਸ਼ ਕਰਨਾ
#   to say yes / no            “ਹਾਂ” / “ਨਹੀਂ” ਕਹਿਣਾ
#   to keep a place            ਜਗ੍ਹਾ ਰੱਖਣਾ
#   cancel, cancelled          ਰੱਦ ਕਰਨਾ, ਰੱਦ
#   undo (a cancelling)        ਰੱਦ ਨਾ ਕਰਨਾ
#   centre / family hub        ਸੈਂਟਰ / ਫ਼ੈਮਿਲੀ ਹੱਬ
#   member, membership         ਮੈਂਬਰ, ਮੈਂਬਰਸ਼ਿਪ
#   card, birthday card        ਕਾਰਡ, ਜਨਮਦਿਨ ਕਾਰਡ
#   group / session            ਗਰੁੱਪ / ਸੈਸ਼ਨ
#   what's on                  ਪ੍ਰੋਗਰਾਮ
#   family                     ਪਰਿਵਾਰ
#   adult                      ਬਾਲਗ
#   due date                   ਜਨਮ ਦੀ ਸੰਭਾਵਿਤ ਤਾਰੀਖ
#   appointment                ਅਪੌਇੰਟਮੈਂਟ
#   message, email, text       ਸੁਨੇਹਾ, ਈਮੇਲ, ਟੈਕਸਟ
#   Exit this page             ਇਸ ਪੰਨੇ ਤੋਂ ਬਾਹਰ ਜਾਓ
#   tick / press / enter       ਟਿੱਕ ਕਰੋ / ਦਬਾਓ / ਲਿਖੋ
# No danda after a figure that somebody copies (code, phone number): it looks like a 1.
# The reader is never gendered: imperatives, "ਤੁਸੀਂ ... ਕੀਤਾ", "ਤੁਹਾਡਾ ...", not "ਤੁਸੀਂ ... ਸਕਦੇ ਹੋ".
# A child in a gap: "{ $child } ਦੀ ਉਮਰ ...". The category "one" is 0 and 1 in this language, so it has { $n } too.

# On every page.
skip = ਸਿੱਧਾ ਮੁੱਖ ਲਿਖਤ ’ਤੇ ਜਾਓ
menu = ਮੀਨੂ
menu-whats-on = ਪ੍ਰੋਗਰਾਮ
menu-my = ਮੇਰੀ ਬੁਕਿੰਗ
menu-family = ਮੇਰਾ ਪਰਿਵਾਰ
menu-sign-in = ਸਾਈਨ ਇਨ ਜਾਂ ਸਾਈਨ ਆਊਟ
menu-sign-out = ਸਾਈਨ ਆਊਟ
foot = ਇਸ ਵੈੱਬਸਾਈਟ ਬਾਰੇ
foot-contact = ਆਪਣੇ ਸੈਂਟਰ ਨੂੰ ਫ਼ੋਨ ਕਰੋ
foot-privacy = ਨਿੱਜੀ ਜਾਣਕਾਰੀ
foot-accessibility = ਸਭ ਲਈ ਸੌਖੀ ਵਰਤੋਂ
foot-staff = ਸਟਾਫ਼ ਸਾਈਨ ਇਨ
foot-developers = ਡਿਵੈਲਪਰਾਂ ਲਈ

# Forms.
problem = ਕੁਝ ਠੀਕ ਨਹੀਂ ਹੈ
error = ਗਲਤੀ:
day = ਦਿਨ
month = ਮਹੀਨਾ
year = ਸਾਲ

# Where nothing is.
see-whats-on = ਪ੍ਰੋਗਰਾਮ ਦੇਖੋ
gone-title = ਸਾਨੂੰ ਇਹ ਪੰਨਾ ਨਹੀਂ ਮਿਲਿਆ
gone-line = ਸ਼ਾਇਦ ਇਸ ਦਾ ਪਤਾ ਬਦਲ ਗਿਆ ਹੈ, ਜਾਂ ਇਹ ਖ਼ਤਮ ਹੋ ਚੁੱਕਾ ਹੈ। ਜੇ ਤੁਸੀਂ ਪਤਾ ਆਪ ਟਾਈਪ ਕੀਤਾ ਹੈ, ਤਾਂ ਕਿਰਪਾ ਕਰਕੇ ਉਸ ਨੂੰ ਦੁਬਾਰਾ ਦੇਖੋ।

# Places at a session.
places-left = { $n ->
    [one] { $n } ਜਗ੍ਹਾ ਖਾਲੀ
   *[other] { $n } ਜਗ੍ਹਾਵਾਂ ਖਾਲੀ
}
exit-page = ਇਸ ਪੰਨੇ ਤੋਂ ਬਾਹਰ ਜਾਓ
