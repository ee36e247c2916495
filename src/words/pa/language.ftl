# Choosing a language.
menu-language = ਭਾਸ਼ਾ
# Under the head of every page that nobody has checked yet.
language-machine = ਇਸ ਪੰਨੇ ਦਾ ਅਨੁਵਾਦ ਮਸ਼ੀਨ ਨੇ ਕੀਤਾ ਹੈ। ਇਸ ਵਿੱਚ ਗਲਤੀਆਂ ਹੋ ਸਕਦੀਆਂ ਹਨ। ਜੇ ਗੱਲ ਜ਼ਰੂਰੀ ਹੈ, ਤਾਂ ਅੰਗਰੇਜ਼ੀ ਵਿੱਚ ਪੜ੍ਹੋ ਜਾਂ ਸਾਨੂੰ ਫ਼ੋਨ ਕਰੋ।
language-in-english = ਅੰਗਰੇਜ਼ੀ ਵਿੱਚ ਪੜ੍ਹੋ
# Before the English part of a message.
language-mail-english = ਅੰਗਰੇਜ਼ੀ ਵਿੱਚ
