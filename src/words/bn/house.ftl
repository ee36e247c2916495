# Before you come: what there is for people with access needs, and the house rules.
access-title = বিশেষ প্রয়োজনের সুবিধা
access-choose = এগুলোর কোনোটি কি আপনার দরকার?
access-step-free = সিঁড়ি ছাড়া আসা-যাওয়ার পথ
access-accessible-toilet = হুইলচেয়ারের উপযোগী টয়লেট
access-changing-places = বেড ও তোলার যন্ত্রসহ বড় টয়লেট (Changing Places)
access-baby-changing = বাচ্চার ন্যাপি বদলানোর ব্যবস্থা
access-blue-badge-parking = প্রতিবন্ধীদের গাড়ির পার্কিং (Blue Badge)
access-hearing-loop = হিয়ারিং এইডে শোনার ব্যবস্থা (Hearing loop)
access-buggy-space = বাচ্চার বাগি রাখার ব্যবস্থা
access-bsl = ইশারা ভাষা (BSL)
access-interpreter = দোভাষী
access-interpreter-for = দোভাষী: { $language }
access-quiet = শান্ত পরিবেশের সেশন
access-adapted = প্রতিবন্ধী শিশুদের উপযোগী

rules-title = আমাদের এখানকার নিয়ম
rules-own = শুধু এই সেন্টারের জন্য: { $centre }
rules-version = সংস্করণ { $version }, { $day } থেকে চালু।
rules-help = এটি পড়তে কি কঠিন লাগছে? আমাদের জিজ্ঞেস করুন। তবু আপনি বুক করতে পারবেন।
rules-page = আলাদা পেজে খুলুন
rules-none = এখানে কোনো নিয়ম দেওয়া নেই।
