# After a session: how was it? And what a centre changed because of what families said.

# The message. It comes to those who said yes to it.
mail-feedback = কেমন লাগল, জানান
mail-feedback-say = আপনি এখানে এসেছিলেন: { $what }, { $day }। ভালো লেগেছে? দুবার চাপ দিয়েই আমাদের জানাতে পারেন।
mail-feedback-tell = আমাদের জানান
mail-feedback-no-name = আপনার লেখা বা আপনার নাম আমরা কখনও অন্য পরিবারকে দেখাই না।
mail-feedback-to-stop = এই মেসেজ আর না চাইলে:
mail-feedback-stop = মেসেজ বন্ধ করুন

# What is asked once, among what is known of a family.
my-question-feedback_by_email = সেশন কেমন লাগল, তা কি আমরা ইমেইলে জানতে চাইতে পারি?
my-why-feedback_by_email = যাতে আমরা জানতে চাইতে পারি, সেশন ভালো লেগেছে কি না। যেকোনো সময় এটি বন্ধ করতে পারেন।

# The page to stop them.
member-feedback = এই মেসেজগুলো বন্ধ করবেন?
member-feedback-say = তাহলে সেশন কেমন লাগল, আমরা আর জানতে চাইব না। বাকি সব আগের মতোই থাকবে।
member-feedback-yes = মেসেজ বন্ধ করুন
member-feedback-done = আমরা আর জানতে চাইব না
member-feedback-done-say = আপনাকে সব সময় স্বাগতম।

# The page: first one of two buttons, then a box that may stay empty.
feedback-title = ভালো লেগেছে?
feedback-good = ভালো
feedback-not-good = তেমন ভালো নয়
feedback-once = যেকোনো একটিতে চাপ দিন। পরে বদলাতে পারবেন।
feedback-thanks = ধন্যবাদ
feedback-said-good = আপনি বলেছেন: ভালো।
feedback-said-not-good = আপনি বলেছেন: তেমন ভালো নয়।
feedback-change-to-good = বদলে ‘ভালো’ করুন
feedback-change-to-not-good = বদলে ‘তেমন ভালো নয়’ করুন
# Above the box. It must be read before anything is typed.
feedback-danger = কেউ কি বিপদে আছে? 999 নম্বরে ফোন করুন।
feedback-else-phone = অন্য কোনো দরকারে ফোন করুন: { $centre }, { $phone }
feedback-else-ask = অন্য কোনো দরকারে এখানে জিজ্ঞেস করুন: { $centre }
feedback-box = কিছু বদলানো দরকার?
feedback-box-say = না লিখলেও চলবে। দয়া করে কারও নাম লিখবেন না। { $longest }টির বেশি অক্ষর দেওয়া যাবে না।
feedback-send = পাঠান
feedback-written = আপনার লেখা আমরা পেয়েছি। ছুটির দিন বাদে 2 দিনের মধ্যে { $centre } থেকে একজন সেটি পড়বেন।
feedback-write-again = আবার লিখুন, আগের লেখার বদলে
feedback-too-long = লেখাটি ছোট করুন: { $longest }টির বেশি অক্ষর দেওয়া যাবে না
feedback-from-booking = কেমন লাগল, জানান

# What became of what families said.
you-said = আপনারা বলেছেন, আমরা করেছি
you-said-lead = কী বদলানো দরকার, পরিবারগুলো আমাদের জানায়। আমরা কী করেছি, এখানে দেখুন।
you-said-of = আপনারা বলেছেন, আমরা করেছি: { $centre }
you-said-said = আপনারা বলেছেন
you-said-did = আমরা করেছি
you-said-none = এখানে এখনও কিছু নেই।
you-said-all = সব সেন্টার দেখুন

# Beside the sheet of what's on in its usual size.
whats-on-paper-small = একটি ছোট পাতায় প্রিন্ট করুন (A5)

# A list that stands in a page of somebody else, such as the council.
embed-title = কী কী হচ্ছে
embed-all = সব দেখুন ও বুক করুন
embed-none = এখন কিছু হচ্ছে না।
