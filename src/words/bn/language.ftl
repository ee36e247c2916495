# Choosing a language.
menu-language = ভাষা
# Under the head of every page that nobody has checked yet.
language-machine = এই পেজ মেশিন দিয়ে অনুবাদ করা। ভুল থাকতে পারে। বিষয়টি জরুরি হলে ইংরেজিটি পড়ুন, অথবা আমাদের ফোন করুন।
language-in-english = ইংরেজিতে পড়ুন
# Before the English part of a message.
language-mail-english = ইংরেজিতে
