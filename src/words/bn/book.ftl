# Booking a place, and joining.

# The session on top of every screen.
book-session-named = { $title }, { $day }, { $time }, { $place }
book-opens = বুকিং শুরু: { $at }
book-title = বুক করুন: { $session }
book-wait-title = অপেক্ষার তালিকায় নাম দিন: { $session }
book-remind-title = আমাকে মনে করিয়ে দিন: { $session }
book-join-title = ফ্যামিলি হাবের সদস্য হোন
book-join-lead = সদস্য হতে টাকা লাগে না। একবার হলেই চলবে।
book-booked-before = আগে কি আমাদের এখানে বুক করেছেন?
book-sign-in = সাইন ইন করুন, তাড়াতাড়ি হবে

# The form of a newcomer.
book-name = আপনার নাম
book-reach = আপনার সাথে কীভাবে যোগাযোগ করব?
book-reach-hint = ইমেইল সবচেয়ে ভালো: আমাদের খবর সাথে সাথে পাবেন।
book-email = ইমেইল
book-phone = ফোন
book-child = আপনার সন্তানের নাম
book-is-born = আপনার সন্তানের কি জন্ম হয়েছে?
book-born = হ্যাঁ
book-not-yet = এখনও না
book-day = আপনার সন্তানের জন্ম কবে? এখনও না হয়ে থাকলে, বাচ্চা কবে হওয়ার কথা?
book-day-hint = যেমন, 27 3 2025
book-another-child = আরেকজন শিশু যোগ করুন
book-postcode = আপনার পোস্টকোড
book-postcode-hint = এটি দেখে আমরা বুঝি, কোন ফ্যামিলি হাব আপনার।
book-no-postcode = আমার পোস্টকোড নেই, বা বলতে চাই না
book-adults = কতজন প্রাপ্তবয়স্ক আসবেন?
book-notice-lead = আপনি যা জানান, আমরা তা নিরাপদে রাখি। পরিবারের জন্য গ্রুপ চালাতে এই তথ্য কাজে লাগাই। পরে আপনি ‘না’ বলতে পারেন।
book-notice-version = এই লেখার সংস্করণ { $version }
book-choices = আরও বিকল্প
book-guest = শুধু এবারের জন্য। আমি সদস্য হতে চাই না।
book-rejoins = আমি আগে সদস্য ছিলাম, পরে ছেড়েছি। আবার সদস্য হতে চাই।
book-next = এরপর আমরা আপনাকে একটি কোড পাঠাব। এতে বুঝব যে মানুষটি আপনিই। তার আগে কিছুই বুক হবে না।
book-this = এই জায়গা বুক করুন
book-wait = অপেক্ষার তালিকায় নাম দিন
book-remind = বুকিং শুরু হলে আমাকে জানান
book-join = সদস্য হোন

# What is wrong with it.
book-name-missing = আপনার নাম লিখুন
book-contact-missing = আপনার ইমেইল বা ফোন নম্বর লিখুন
book-email-wrong = ঠিক ইমেইল লিখুন, যেমন name@example.org
book-phone-wrong = ঠিক ফোন নম্বর লিখুন, যেমন 07700 900123
book-child-missing = আপনার সন্তানের নাম লিখুন
book-day-wrong = ঠিক তারিখ লিখুন, যেমন 27 3 2025
book-day-future = এই দিনটি এখনও আসেনি। বাচ্চা কি এখনও হয়নি? তাহলে ‘এখনও না’ বেছে নিন।
book-due-wrong = বাচ্চা কবে হওয়ার কথা, সেই তারিখ লিখুন। তারিখটি আগামী 10 মাসের মধ্যে হতে হবে।
book-year-wrong = বছর চার সংখ্যায় লিখুন, যেমন 2024
book-none-under-five = আমাদের গ্রুপগুলো 5 বছরের কম বয়সী শিশুদের জন্য। বছরটি কি ঠিক লিখেছেন?
book-postcode-missing = আপনার পোস্টকোড লিখুন, অথবা নিচের ঘরে টিক দিন
book-postcode-wrong = পুরো পোস্টকোড লিখুন, যেমন M31 4FL
book-adults-wrong = প্রাপ্তবয়স্কের সংখ্যা 0 থেকে 10-এর মধ্যে লিখুন
book-too-young = { $title }, { $day }: এটির জন্য { $child } তখন বয়সে বেশি ছোট থাকবে। যে বয়সের জন্য: { $ages }
book-too-old = { $title }, { $day }: এটির জন্য { $child } তখন বয়সে বেশি বড় হয়ে যাবে। যে বয়সের জন্য: { $ages }
book-not-born = { $title }: এটি জন্ম হয়ে গেছে এমন বাচ্চাদের জন্য। আপনার বাচ্চা হওয়ার পর বুক করুন।
book-adults-only = { $title }: এটি শুধু প্রাপ্তবয়স্কদের জন্য। দয়া করে শিশুদের ছাড়া আসুন।

# A session that takes no bookings now.
book-over = এটির বুকিং শেষ হয়ে গেছে।
book-turn-up = বুকিং লাগবে না। সরাসরি চলে আসুন।
book-gone-title = এই সেশন আর হচ্ছে না
book-gone = এটির দিন বা স্থান হয়তো বদলেছে, অথবা এটি বাতিল হয়েছে।

# The form of a family that signed in.
book-who = কে কে আসবেন?
book-nobody-ticked = কে কে আসবেন, টিক দিন
book-no-children = আপনার কোনো সন্তানের নাম আমরা এখনও জানি না। আগে একজনের নাম যোগ করুন।
book-add-child = সন্তানের নাম যোগ করুন
book-other-dates = অন্য কোনো দিন হলেও চলবে? যে দিনগুলো চলবে, টিক দিন। সবার আগে যে জায়গা খালি হবে, সেটি আপনি পাবেন।
book-full-now = জায়গাটি এইমাত্র চলে গেছে। আপনি অপেক্ষার তালিকায় নাম দিতে পারেন।
book-already = আপনি এটি আগেই চেয়েছেন।
book-clash = ওই সময়ে আপনাদের একজনের অন্য সেশনে জায়গা বুক করা আছে।
book-over-limit = এক পরিবারকে আমরা যতগুলো জায়গা দিতে পারি, আপনি ততগুলো পেয়েছেন। অন্যদেরও জায়গা দরকার।
book-too-large = এখানে কখনোই এতজনের জায়গা হয় না। দয়া করে কম মানুষ নিয়ে আসুন।
book-members-only = এটি সদস্যদের জন্য। সদস্য হতে টাকা লাগে না।
book-closed-now = এটি এখন বুক করা যাচ্ছে না।

# What came of it.
book-done-booked = আপনার জায়গা বুক হয়েছে
book-done-waiting = আপনি অপেক্ষার তালিকায় আছেন
book-done-reminder = আমরা আপনাকে মনে করিয়ে দেব
book-done-joined = আপনি সদস্য হয়েছেন
book-done-guest = ধন্যবাদ
book-done-not-booked = আপনার জায়গা বুক করা যায়নি
book-done-for = যাদের জন্য: { $names }
book-done-mailed = এই তথ্য আপনাকে ইমেইলেও পাঠিয়েছি।
book-done-waiting-next = আপনি এখনও জায়গা পাননি। জায়গা খালি হলেই আপনাকে জানাব।
book-done-reminder-next = কখন বুক করতে পারবেন, আমরা জানাব। তখন শুধু কে কে আসবেন, টিক দিলেই হবে।
book-done-member = আপনি এখন সদস্য। আপনার কার্ড ইমেইলে আসবে।
book-done-was-member = আপনি আগে থেকেই সদস্য ছিলেন।
book-done-as-guest = আপনি অতিথি হিসেবে আসছেন। আপনি সদস্য নন।
book-done-calendar = ক্যালেন্ডারে যোগ করুন
book-done-needs = কোনো অ্যালার্জি আছে? দোভাষী লাগবে? আপনাকে টেক্সট মেসেজ পাঠাতে পারি? এখন জানাতে পারেন, পরেও পারেন।
book-done-tell-us = আমাদের জানান
book-done-page = বুকিং দেখুন বা বদলান
book-what-next = এরপর কী হবে

# The number that shows that an address is hers.
book-code-title = আপনার ইমেইল দেখুন
book-code-lead = আমরা আপনাকে একটি মেসেজ পাঠিয়েছি। তাতে 8 সংখ্যার একটি কোড আছে।
book-code = আমাদের মেসেজের কোড
book-code-wrong = কোডটি আমাদের মেসেজের সাথে মিলছে না, অথবা পুরোনো হয়ে গেছে। এর বদলে মেসেজের বাটনেও চাপ দিতে পারেন।
book-code-send = এগিয়ে যান
book-code-next = তার আগে কিছুই বুক হবে না। 2 মিনিটেও মেসেজ আসেনি? জাঙ্ক বা স্প্যাম মেইলে দেখুন, অথবা আমাদের ফোন করুন।
book-ring-title = আমরা আপনাকে ফোন করব
book-ring = সব ঠিক আছে কি না জানতে আমরা আপনাকে ফোন করব। তার আগে কিছুই বুক হবে না।
book-link-title = আপনিই কি চেয়েছিলেন?
book-link-joins = কেউ একজন আপনাকে সদস্য করতে বলেছেন। তিনি আপনার ইমেইল দিয়েছেন।
book-link-guest = কেউ একজন আপনার ইমেইল দিয়ে বুক করতে চেয়েছেন।
book-link-place = এখানে জায়গা চাওয়া হয়েছে:
book-link-yes = হ্যাঁ, আমিই চেয়েছি
book-link-old-title = এই লিংকের সময় শেষ
book-link-old = কিছুই বুক হয়নি। আপনি আবার চাইতে পারেন।
book-link-again = আবার চেষ্টা করুন
book-link-not-ours-title = এই লিংক কাজ করে না
book-link-not-ours = আমাদের মেসেজের পুরো লিংকটি ব্যবহার করুন।
