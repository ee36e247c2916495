# Signing in and out.
sign-in-title = সাইন ইন করুন
sign-in-already = আপনি সাইন ইন করা আছেন।
sign-in-form-waits = আপনার ফর্ম পাঠানোর আগেই আপনি সাইন আউট হয়ে গেছেন। সাইন ইন করুন, তারপর এটি পাঠান। আমরা এটি 30 মিনিট রাখি।
sign-in-families = পরিবারের জন্য
sign-in-how = আমরা আপনাকে একটি কোড পাঠাব। পাসওয়ার্ড লাগবে না।
sign-in-email = আপনার ইমেইল ঠিকানা
sign-in-email-hint = যেটি আপনি সেন্টারে দিয়েছেন।
sign-in-email-wrong = ইমেইল ঠিকানা লিখুন, যেমন name@example.com
sign-in-send = আমাকে কোড পাঠান
sign-in-too-many = আমরা অনেকগুলো কোড পাঠিয়েছি। 15 মিনিট অপেক্ষা করুন, তারপর আবার চেষ্টা করুন।

sign-in-code-title = আপনার কোড লিখুন
sign-in-code-sent = আপনার ইমেইল ঠিকানা আমাদের জানা থাকলে, একটি কোড পাঠিয়েছি। কোডটি 10 মিনিট কাজ করবে।
sign-in-code = আমাদের মেসেজের 6 সংখ্যার কোড
sign-in-code-wrong = কোডটি ঠিক নয়, অথবা পুরোনো হয়ে গেছে। মিলিয়ে দেখুন, অথবা নতুন কোড নিন।
sign-in-code-none = 2 মিনিটেও মেসেজ আসেনি? জাঙ্ক বা স্প্যাম মেইলে দেখুন। অথবা আপনার সেন্টারে ফোন করুন।
sign-in-code-again = নতুন কোড পাঠান
sign-in-alone = এই ফোন বা কম্পিউটার শুধু আমি ব্যবহার করি
sign-in-alone-hint = আপনি 90 দিন সাইন ইন থাকবেন। অন্যরাও এটি ব্যবহার করলে এই ঘরটি খালি রাখুন।
sign-in-go = সাইন ইন করুন

sign-in-more-title = আরেকটু বাকি
sign-in-more-why = আপনার নিরাপত্তার জন্য দুটি তথ্য দিন, যা আমরা আপনার সম্পর্কে জানি।
sign-in-born = আপনার যেকোনো একজন সন্তানের জন্ম কবে?
sign-in-born-hint = যেমন, 27 3 2025 – বাচ্চা এখনও না হয়ে থাকলে, কবে হওয়ার কথা?
sign-in-born-wrong = দিন, মাস ও বছর লিখুন
sign-in-postcode = আপনার পোস্টকোড
sign-in-postcode-wrong = পুরো পোস্টকোড লিখুন, যেমন M31 4FL
sign-in-phone-us = আমরা যা জানি, তার সাথে এটি মিলছে না। আপনার সেন্টারে ফোন করুন।

sign-in-link-title = সাইন ইন করুন
sign-in-link-line = সাইন ইন করতে বাটনে চাপ দিন।
sign-in-elsewhere-title = আপনার কোড
sign-in-elsewhere-line = যে ফোন বা কম্পিউটারে কোড চেয়েছেন, সেখানে এই কোডটি লিখুন।
sign-in-elsewhere-here = এখানেই সাইন ইন করতে চান?
sign-in-elsewhere-ask = এখানে কোড চেয়ে নিন
sign-in-gone-title = এই লিংকের সময় শেষ
sign-in-gone-line = লিংকটি একবারই কাজ করে, 10 মিনিটের মধ্যে।

# The message with the code.
sign-in-mail-subject = আপনার সাইন ইন কোড
sign-in-mail-code = আপনার কোড: { $code }
sign-in-mail-type = যেখানে কোড চেয়েছেন, সেখানে এটি লিখুন।
sign-in-mail-press = অথবা একই ফোনে বা কম্পিউটারে এই বাটনে চাপ দিন।
sign-in-mail-once = এটি একবারই কাজ করবে, 10 মিনিটের মধ্যে।
sign-in-mail-secret = কোডটি কাউকে বলবেন না। আমরা কখনও আপনার কাছে এটি চাইব না।
sign-in-mail-not-you = আপনি চাননি? তাহলে কিছু করতে হবে না।
