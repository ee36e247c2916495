# Mails to families.

mail-hello = হ্যালো,
mail-hello-name = হ্যালো { $name },
mail-from = প্রেরক: { $organisation }

# What each mail says of its session.
mail-what = কী
mail-when = কখন
mail-where = কোথায়
mail-for = কাদের জন্য
mail-phone = ফোন
mail-subject = { $first }: { $what }, { $day }
# One session in a line.
mail-line = { $what }: { $when }, { $place }
mail-line-neutral = { $when }, { $place }
mail-other = { $session } – { $state }
mail-bring = সাথে আনবেন: { $bring }
mail-ask-centre = এখানে জিজ্ঞেস করতে পারেন: { $centre }
mail-phone-centre = ফোন করতে পারেন: { $centre }, { $phone }
mail-whats-on = কী কী হচ্ছে দেখুন

# In a calendar. The first is all that a private session is called there.
mail-calendar-neutral = অ্যাপয়েন্টমেন্ট
mail-calendar-phone = ফোন { $phone }

# A place.
mail-booked = বুক হয়েছে
mail-booked-place = আপনি জায়গা পেয়েছেন।
mail-booked-appointment = আপনার অ্যাপয়েন্টমেন্ট আছে।
mail-given = আপনি জায়গা পেয়েছেন
mail-given-say = একটি জায়গা খালি হয়েছে। এটি এখন আপনার।
mail-reminder = শিগগিরই দেখা হবে
mail-reminder-say = আপনাদের সাথে দেখা হবে ভেবে ভালো লাগছে।
mail-more-dates = এই দিনগুলোতেও আপনি আসছেন:
mail-add-to-calendar = ক্যালেন্ডারে যোগ করুন
mail-tell-by = আসতে না পারলে এই সময়ের আগে জানাবেন: { $by }
mail-tell-soon = আসতে না পারলে যত তাড়াতাড়ি পারেন জানাবেন।
mail-for-another = তাহলে অন্য একটি পরিবার আসতে পারবে।
mail-cancel = আমার জায়গা বাতিল করুন
mail-see-booking = এই বুকিং দেখুন

# The waiting list.
mail-waiting = আপনি অপেক্ষার তালিকায় আছেন
mail-waiting-say = আপনি অপেক্ষার তালিকায় আছেন। আপনি এখনও জায়গা পাননি।
mail-or-dates = এগুলোর যেকোনো দিন হলেও চলবে:
mail-chance-good = প্রায়ই জায়গা খালি হয়। আপনার পাওয়ার সম্ভাবনা ভালো।
mail-chance-some = একটি জায়গা খালি হতে পারে। তবে আমরা নিশ্চিত নই।
mail-chance-small = জায়গা খুব কম খালি হয়। অন্য কোনো দিনও দেখে রাখতে পারেন।
mail-position = তালিকায় আপনার নম্বর: { $n }
mail-will-write = আপনার জন্য জায়গা হলে আমরা আপনাকে লিখে জানাব।
mail-see-chance = এখন কী অবস্থা, দেখুন
mail-to-leave = আর অপেক্ষা করতে না চাইলে:
mail-leave = তালিকা থেকে নাম বাদ দিন
mail-not-waiting = আপনি আর অপেক্ষার তালিকায় নেই।

# A place that is kept for an answer.
mail-offer = উত্তর দিন, সময় আছে { $until } পর্যন্ত
mail-offer-say = আপনাকে একটি জায়গা দিতে পারি।
mail-kept-until = আমরা জায়গাটি আপনার জন্য { $until } পর্যন্ত রাখছি।
mail-yes = হ্যাঁ, আমি চাই
mail-no = না, অন্য পরিবারকে দিন
mail-only-yours = আপনি ‘হ্যাঁ’ বললে তবেই জায়গাটি আপনার হবে।
mail-else-gone = সময়মতো আপনার উত্তর দরকার। তা না হলে জায়গাটি অন্য কেউ পাবে।
mail-lapsed = আমরা সময়মতো আপনার উত্তর পাইনি
mail-lapsed-kept = আমরা { $until } পর্যন্ত আপনার জন্য একটি জায়গা রেখেছিলাম।
mail-lapsed-say = আপনার উত্তর পাইনি। তাই জায়গাটি আর আপনার জন্য রাখা নেই।
mail-ask-again = এখনও আসতে চান? আপনি আবার চাইতে পারেন।
mail-last-call = এখন একটি জায়গা খালি আছে
mail-last-call-say = একটি জায়গা খালি আছে, আর সেশনটি শিগগিরই শুরু হবে।
mail-first-yes = যে পরিবার সবার আগে ‘হ্যাঁ’ বলবে, তারাই জায়গাটি পাবে।
mail-not-before-yes = এখানে ‘হ্যাঁ’ না বলা পর্যন্ত দয়া করে আসবেন না।

# Changes.
mail-changed = একটি বদল হয়েছে
mail-changed-say = কিছু বদলেছে। দয়া করে এটি পড়ুন।
mail-changed-now = এখন এভাবে হবে:
mail-changed-booked = আপনার জায়গা এখনও বুক করা আছে।
mail-changed-waiting = আপনি এখনও অপেক্ষার তালিকায় আছেন।
mail-new-time = নতুন সময়: { $now } (আগে ছিল: { $was })
mail-new-venue = নতুন স্থান: { $now } (আগে ছিল: { $was })
mail-new-venue-neutral = এটি এখন অন্য স্থানে হবে। কোথায়, তা জানতে আমাদের ফোন করুন।
mail-new-title = নতুন নাম: { $now } (আগে ছিল: { $was })
mail-new-room = নতুন রুম: { $now }
mail-new-price = নতুন খরচ: { $now }
mail-new-neutral = কিছু তথ্য বদলেছে। জানতে আমাদের ফোন করুন।

# Cancelled, over, or no longer possible.
mail-off = বাতিল হয়েছে
mail-off-say = দুঃখিত। এটি বাতিল হয়েছে: { $what }, { $day }
mail-off-neutral = দুঃখিত। এটি বাতিল হয়েছে।
mail-off-do-nothing = দয়া করে আসবেন না। আপনাকে কিছু করতে হবে না।
mail-instead = এগুলোর কোনোটি আপনার ভালো লাগতে পারে:
mail-free = জায়গা খালি আছে
mail-full = জায়গা নেই, অপেক্ষার তালিকা আছে
mail-drop-in = বুকিং লাগবে না
mail-opens = বুকিং শুরু: { $at }
mail-gone = আপনি আসছেন না
mail-gone-by-family = আপনি জানিয়েছেন যে আসতে পারবেন না। ধন্যবাদ।
mail-gone-by-centre = আমরা আপনার হয়ে এটি বাতিল করেছি।
mail-gone-place = আপনার জায়গাটি আর নেই।
mail-gone-wrong = এটি কি ভুল?
mail-undo-until = ভুল করে হয়েছে? { $until } পর্যন্ত আগের মতো ফিরিয়ে আনতে পারবেন।
mail-undo = আগের মতো করুন
mail-line-over = দুঃখিত, কোনো জায়গা খালি হয়নি
mail-line-over-say = আমরা দুঃখিত। সময়ের মধ্যে আপনার জন্য কোনো জায়গা খালি হয়নি।
mail-unfit-neutral = দুঃখিত, আপনাকে জায়গা দেওয়া যাচ্ছে না
mail-too-young = { $what }: এটির জন্য { $child } বয়সে বেশি ছোট থাকবে
mail-too-old = { $what }: এটির জন্য { $child } বয়সে বেশি বড় হয়ে যাবে
mail-busy = ওই সময়ে { $child } আগে থেকেই অন্য সেশনে জায়গা পেয়েছে
mail-unfit-young-say = আমরা দুঃখিত। এটির জন্য { $child } ওই দিন বয়সে বেশি ছোট থাকবে।
mail-unfit-old-say = আমরা দুঃখিত। এটির জন্য { $child } ওই দিন বয়সে বেশি বড় হয়ে যাবে।
mail-unfit-busy-say = আমরা দুঃখিত। ওই সময়ে { $child } আগে থেকেই অন্য সেশনে জায়গা পেয়েছে।
mail-unfit-booked = তাই এখানে আপনার জায়গাটি আর নেই।
mail-unfit-waiting = তাই আপনি আর অপেক্ষার তালিকায় নেই।
mail-fits = এটি { $child } ও আপনাদের জন্য ঠিক হতে পারে:

# Booking has opened.
mail-open = বুকিং শুরু হয়েছে
mail-open-say = আপনি জানাতে বলেছিলেন। এখন বুক করতে পারেন।
mail-book = জায়গা বুক করুন
mail-to-stop = এই মেসেজ আর না চাইলে:
mail-stop = মেসেজ বন্ধ করুন

# Birthday cards, and the end of being a member.
mail-birthday = শুভ জন্মদিন, { $child }
mail-birthday-say = শুভ জন্মদিন, { $child }!
mail-birthday-age = { $child } এখন { $age } বছরের। আপনাদের সবার দিনটি সুন্দর কাটুক।
mail-birthday-renewed = আপনারা আরও এক বছর সদস্য থাকছেন। কিছু করতে হবে না।
mail-birthday-look = আপনার কাছাকাছি কী কী হচ্ছে জানতে চান? এখানে দেখুন।
mail-birthday-on = { $age ->
    [1] 1 বছরের শিশুদের জন্য সামনে যা আছে:
    [2] 2 বছরের শিশুদের জন্য সামনে যা আছে:
    [3] 3 বছরের শিশুদের জন্য সামনে যা আছে:
    [4] 4 বছরের শিশুদের জন্য সামনে যা আছে:
   *[other] আপনার সন্তানের জন্য সামনে যা আছে:
}
mail-birthday-book = আসতে চান? এখানে বুক করতে পারেন।
mail-birthday-same = বাসা বা ফোন নম্বর কি বদলেছে?
mail-nothing-new = না, কিছু বদলায়নি
mail-moved = বাসা বদলেছেন? নতুন ফোন নম্বর?
mail-moved-phone = ফোন করে জানান: { $centre }, { $phone }
mail-moved-tell = এখানে জানান: { $centre }
mail-moved-us = আমাদের জানান।
mail-to-stop-cards = এই কার্ড আর না চাইলে:
mail-stop-cards = কার্ড বন্ধ করুন
mail-farewell = আমাদের সাথে থাকার জন্য ধন্যবাদ
mail-farewell-five = { $child } এখন 5 বছরের। শুভ জন্মদিন!
mail-farewell-ends = আমাদের গ্রুপগুলো 5 বছরের কম বয়সী শিশুদের জন্য। তাই আপনাদের সদস্যপদ এখন শেষ হচ্ছে।
mail-farewell-thanks = আপনাদের সাথে পেয়ে ভালো লেগেছে।
mail-farewell-booked = যা বুক করা আছে, তা বুক করাই থাকবে।
mail-farewell-baby = নতুন বাচ্চা হয়েছে, বা হবে? তাহলে আবার সদস্য হতে পারেন।

# Joining.
mail-join = ইমেইল ঠিকানাটি আপনার কি না, জানান
mail-join-form = কেউ একজন এই ইমেইল ঠিকানা দিয়ে আমাদের একটি ফর্ম পূরণ করেছেন। আমরা: { $organisation }
mail-join-press = আপনি করেছেন? তাহলে বাটনে চাপ দিন। আপনি যা চেয়েছেন আমরা তা করব, আর আপনাকে জানাব।
mail-join-yes = হ্যাঁ, আমিই করেছি
mail-join-number = অথবা আপনার খোলা পেজে এই কোডটি লিখুন: { $number }
mail-join-lasts = কোডটি 30 মিনিট কাজ করবে, বাটনটি 7 দিন।
mail-join-not-you = আপনি করেননি? তাহলে কিছু করতে হবে না। কিছুই বুক হয়নি, আর এই তথ্য আমরা রাখব না।
mail-joined = আপনি এখন সদস্য
mail-joined-welcome = স্বাগতম। আপনি এখন { $organisation }-এর সদস্য।
mail-to-leave-us = আর সদস্য থাকতে না চাইলে:
mail-leave-us = আর সদস্য থাকব না
mail-welcome = আপনি { $organisation }-এর সদস্য
mail-welcome-every = 5 বছরের কম বয়সী সন্তান আছে, এমন সব পরিবার সদস্য হতে পারে।
mail-welcome-free = টাকা লাগে না। আপনি এখন সদস্য।
mail-welcome-number = আপনার নম্বর
mail-welcome-centre = আপনার সেন্টার
mail-welcome-from = আপনার পরিবারের কথা আমাদের জানানো হয়েছে এখান থেকে: { $from }
mail-welcome-still = যেকোনো সময় সদস্যপদ ছাড়তে পারেন। তবু আপনি বুক করতে ও আসতে পারবেন।

# A place that was asked for with a form, and could not be given.
mail-not-booked = আপনি যে জায়গা চেয়েছিলেন
mail-not-booked-say = আমরা আপনার জন্য জায়গা বুক করতে পারিনি।
mail-not-booked-second = আমরা আপনার জন্য আরেকটি জায়গা বুক করিনি।
mail-not-booked-full = সব জায়গা নেওয়া হয়ে গেছে।
mail-not-booked-already = সেখানে আপনার আগে থেকেই জায়গা আছে, অথবা আপনি জায়গার জন্য অপেক্ষায় আছেন।
mail-not-booked-age = এটি অন্য বয়সের শিশুদের জন্য।
mail-not-booked-many = আপনাদের সবার জন্য যথেষ্ট জায়গা নেই।
mail-not-booked-busy = ওই সময়ে আপনার সন্তানের অন্য সেশনে জায়গা আছে।
mail-not-booked-limit = এক পরিবার যতগুলো জায়গা বুক করতে পারে, আপনার ততগুলো আছে।
mail-not-booked-closed = এটি এখন বুক করা যাচ্ছে না।

# Whose email address it is.
mail-address = এটি কি আপনার ইমেইল ঠিকানা?
mail-address-family = { $organisation }-এর সদস্য হওয়া একটি পরিবার আমাদের এই ইমেইল ঠিকানা দিয়েছে।
mail-address-too = এটি কি আপনার? তাহলে আমরা আপনাকেও লিখতে পারি।
mail-address-yes = হ্যাঁ, এটি আমার ঠিকানা
mail-address-not-yours = আপনার নয়? তাহলে কিছু করতে হবে না। আমরা আর লিখব না।
mail-address-new = কেউ একজন আমাদের এখন থেকে এই ঠিকানায় লিখতে বলেছেন।
mail-address-tell = আপনি বলেছেন? তাহলে ঠিকানাটি যে আপনার, তা আমাদের জানান।
mail-address-not-you = আপনি বলেননি? তাহলে কিছু করতে হবে না। আমরা এখানে আর লিখব না।
mail-address-asked = আপনি নতুন ইমেইল ঠিকানা দিতে চেয়েছেন
mail-address-asked-say = আপনি আমাদের এখন থেকে অন্য একটি ঠিকানায় লিখতে বলেছেন।
mail-address-asked-when = ওই ঠিকানায় আমরা একটি মেসেজ পাঠিয়েছি। আপনি তার বাটনে চাপ দিলে আমরা ঠিকানাটি বদলাব।
mail-address-asked-you = আপনিই কি বলেছেন? তাহলে এখানে আর কিছু করতে হবে না।
mail-address-phone = আপনি বলেননি? তাহলে আমাদের ফোন করুন: { $phone }
mail-address-centre = আপনি বলেননি? তাহলে আপনার সেন্টারে জানান।

# A family that had places and did not come.
mail-missed = আপনাকে দেখিনি, তাই লিখছি
mail-missed-say = { $times ->
    [one] আমাদের এখানে আপনার জায়গা বুক করা ছিল। কিন্তু আপনাকে আমরা দেখিনি।
    [2] আমাদের এখানে দুবার আপনার জায়গা বুক করা ছিল। কিন্তু আপনাকে আমরা দেখিনি।
    [3] আমাদের এখানে তিনবার আপনার জায়গা বুক করা ছিল। কিন্তু আপনাকে আমরা দেখিনি।
    [4] আমাদের এখানে চারবার আপনার জায়গা বুক করা ছিল। কিন্তু আপনাকে আমরা দেখিনি।
    [5] আমাদের এখানে পাঁচবার আপনার জায়গা বুক করা ছিল। কিন্তু আপনাকে আমরা দেখিনি।
   *[other] আমাদের এখানে { $times } বার আপনার জায়গা বুক করা ছিল। কিন্তু আপনাকে আমরা দেখিনি।
}
mail-missed-well = আশা করি আপনারা সবাই ভালো আছেন।
mail-missed-hard = কোনো কারণে কি আসা কঠিন হচ্ছে? আমাদের জানান। আমরা সাহায্য করতে চাই।
mail-missed-talk = এখানে আমাদের সাথে কথা বলতে পারেন: { $centre }
mail-missed-another = কোনো দিন আসতে না পারলে আগে জানাবেন। তাহলে অন্য একটি পরিবার আসতে পারবে।
mail-missed-still = যা বুক করা আছে, তা বুক করাই থাকবে। আপনাকে সব সময় স্বাগতম।
