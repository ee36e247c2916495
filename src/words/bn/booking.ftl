# The page of one booking.

booking-bring = সাথে আনবেন: { $bring }
booking-more-dates = এই দিনগুলোতেও আপনি আসছেন:
booking-map = ম্যাপে দেখুন
booking-question = কোনো প্রশ্ন আছে? ফোন করুন:
booking-whats-on = কী কী হচ্ছে দেখুন
booking-other-day = অন্য দিনে বুক করুন

# A place.
booking-booked = আপনার জায়গা বুক করা আছে
booking-appointment = আপনার অ্যাপয়েন্টমেন্ট আছে
booking-look-forward = আপনাদের সাথে দেখা হবে ভেবে ভালো লাগছে।
booking-add-to-calendar = ক্যালেন্ডারে যোগ করুন
booking-cancel-title = আমার জায়গা বাতিল করুন
booking-cancel-by = পারলে এই সময়ের আগে জানাবেন: { $by }
booking-cancel-another = তাহলে অন্য একটি পরিবার আসতে পারবে। বাটনে চাপ না দেওয়া পর্যন্ত জায়গাটি আপনারই থাকবে।
booking-cancel = আমার জায়গা বাতিল করুন
booking-begun = এটি শুরু হয়ে গেছে। আসতে না পারলে ফোন করে জানাবেন।

# Another day, or fewer people.
booking-move-title = অন্য দিন বেছে নিন
booking-move-which = কোন দিন আসতে চান?
booking-move-say = নতুন জায়গা না পাওয়া পর্যন্ত এখনকার জায়গাটি আপনারই থাকবে।
booking-move = এই দিনে বদলান
booking-party-title = কে কে আসবেন, তা বদলান
booking-party-who = এখন কে কে আসবেন, টিক দিন
booking-party-adults = কতজন প্রাপ্তবয়স্ক আসবেন?
booking-party-more = আর কাউকে আনতে চান?
booking-party-my = ‘আমার বুকিং’ পেজে যান
booking-party = সেভ করুন

# The waiting list.
booking-waiting = আপনি অপেক্ষার তালিকায় আছেন
booking-no-place-yet = আপনি এখনও জায়গা পাননি।
booking-position = তালিকায় আপনার নম্বর: { $n }
booking-or-dates = এগুলোর যেকোনো দিন হলেও চলবে:
booking-will-write = আপনার জন্য জায়গা হলে আমরা আপনাকে লিখে জানাব।
booking-leave-title = তালিকা থেকে নাম বাদ দিন
booking-leave-say = তাহলে এ বিষয়ে আমরা আর আপনাকে লিখব না। আপনি আবার নাম দিতে পারেন, তখন তালিকার শেষে থাকবেন।
booking-leave = তালিকা থেকে নাম বাদ দিন
booking-free = এখন একটি জায়গা খালি আছে
booking-free-when = { $when }
booking-first-yes = যে পরিবার সবার আগে ‘হ্যাঁ’ বলবে, তারাই জায়গাটি পাবে।
booking-not-before-yes = এখানে ‘হ্যাঁ’ না বলা পর্যন্ত দয়া করে আসবেন না।
booking-yes = হ্যাঁ, আমি চাই

# A place that is kept for an answer.
booking-offered = আপনাকে একটি জায়গা দিতে পারি
booking-kept-until = আমরা জায়গাটি আপনার জন্য { $until } পর্যন্ত রাখছি।
booking-only-yours = আপনি ‘হ্যাঁ’ বললে তবেই জায়গাটি আপনার হবে।
booking-no-title = না, লাগবে না
booking-no-say = জায়গাটি ছেড়ে দিতে চান? তাহলে আপনার নাম আর তালিকায় থাকবে না।
booking-no = না, অন্য পরিবারকে দিন

# Over.
booking-past = এটি শেষ হয়ে গেছে
booking-past-say = আশা করি আপনাদের ভালো লেগেছে।
booking-cancelled = আপনার জায়গা বাতিল হয়েছে
booking-thanks-another = ধন্যবাদ। এখন অন্য একটি পরিবার আসতে পারবে।
booking-cancelled-at = বাতিল হয়েছে এই সময়ে: { $at }
booking-undo-until = ভুল করে হয়েছে? { $until } পর্যন্ত আগের মতো ফিরিয়ে আনতে পারবেন।
booking-undo = আগের মতো করুন, আমি আসব
booking-left = আপনি আর অপেক্ষার তালিকায় নেই
booking-left-at = আপনার নাম বাদ দেওয়া হয়েছে এই সময়ে: { $at }
booking-declined = ধন্যবাদ
booking-declined-offer = জায়গাটি আমরা এখন অন্য একটি পরিবারকে নিতে বলব।
booking-declined-at = আপনি ‘না’ বলেছেন এই সময়ে: { $at }
booking-changed-mind = মত বদলেছেন? ফোন করুন:
booking-lapsed = আমরা সময়মতো আপনার উত্তর পাইনি
booking-lapsed-until = আমরা { $until } পর্যন্ত আপনার জন্য একটি জায়গা রেখেছিলাম। আপনি আবার চাইতে পারেন।
booking-line-over = দুঃখিত, কোনো জায়গা খালি হয়নি
booking-line-over-say = আপনি আর অপেক্ষার তালিকায় নেই।
booking-off = এটি বাতিল হয়েছে
booking-off-say = আমরা দুঃখিত। দয়া করে আসবেন না।
booking-unfit = দুঃখিত, আপনাকে জায়গা দেওয়া যাচ্ছে না
booking-unfit-say = এটি অন্য বয়সের শিশুদের জন্য। আপনার জায়গাটি আর নেই।

# What came of a press, where it is not what was wished.
booking-gone = দুঃখিত, জায়গাটি এইমাত্র চলে গেছে।
booking-gone-waiting = দুঃখিত, জায়গাটি এইমাত্র চলে গেছে। আপনি এখনও তালিকায় আছেন।
booking-too-late = এখন আর এটি করা যাবে না, দেরি হয়ে গেছে। কিছুই বদলায়নি।
booking-settled = আপনি আগেই উত্তর দিয়েছেন। এখন যা অবস্থা, তা এখানে দেখুন।
booking-not-that-day = ওই দিনটি নেওয়া যাবে না। কিছুই বদলায়নি।
booking-not-that-party = ঠিক বয়সের একজন শিশুকে আসতে হবে। কিছুই বদলায়নি।
booking-nobody = কে কে আসবেন, টিক দিন। কেউই আসতে না পারলে আপনার জায়গা বাতিল করুন।
booking-busy = ওই সময়ে আপনার সন্তানের অন্য সেশনে জায়গা আছে। আগে সেটি বাতিল করুন।

# Links that lead nowhere.
booking-unknown = এই লিংক কাজ করে না
booking-unknown-say = আমাদের মেসেজের পুরো লিংকটি ব্যবহার করুন।
booking-expired = এই লিংকের সময় শেষ
booking-expired-say = এটি আর কাজ করে না। কিছুই বদলায়নি।

# Messages that booking has opened.
booking-stop-ask = এই মেসেজগুলো বন্ধ করবেন?
booking-stop-say = তাহলে এটির বুকিং শুরু হলে আমরা আর আপনাকে লিখব না:
booking-stop = মেসেজ বন্ধ করুন
booking-stopped = আর মেসেজ আসবে না
booking-stopped-say = এ বিষয়ে আমরা আর আপনাকে লিখব না।
