# Choosing a language.
menu-language = زبان
# Under the head of every page that nobody has checked yet.
language-machine = اس صفحے کا ترجمہ مشین نے کیا ہے۔ اس میں غلطیاں ہو سکتی ہیں۔ بات اہم ہو تو انگریزی پڑھیں یا ہمیں فون کریں۔
language-in-english = انگریزی میں پڑھیں
# Before the English part of a message.
language-mail-english = انگریزی میں
