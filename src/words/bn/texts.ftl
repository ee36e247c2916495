# Text messages to families. Each begins with who sends it, so that it is known on a list of texts.
# Short: 70 letters are one text in this script, and each text is paid for.
# A time ends in a figure, so it stands in brackets: no danda right after figures.

# What a session is called: its name, or this where it is private.
text-appointment = আপনার অ্যাপয়েন্টমেন্ট
# মঙ্গলবার, 3 জুন, সকাল 10:00
text-when = { $day }, { $time }

# Codes.
text-code = { $from }: আপনার সাইন ইন কোড { $code } (10 মিনিট কাজ করবে)। কোডটি কাউকে বলবেন না।
text-join = { $from }: আপনার কোড { $code } (আপনার খোলা পেজে এটি লিখুন)। আপনি চাননি? তাহলে কিছু করতে হবে না।

# A place.
text-booked = { $from }: আপনি জায়গা পেয়েছেন: { $what } ({ $when })। দেখতে বা বাতিল করতে: { $link }
text-given = { $from }: একটি জায়গা খালি হয়েছে। এটি এখন আপনার: { $what } ({ $when })। দেখতে বা বাতিল করতে: { $link }
text-reminder = { $from }: শিগগিরই দেখা হবে! { $what } ({ $when })। আসতে না পারলে জানান: { $link }

# The waiting list.
text-waiting = { $from }: আপনি অপেক্ষার তালিকায় আছেন, এখনও জায়গা পাননি: { $what } ({ $when })। { $link }
text-offer = { $from }: আপনাকে একটি জায়গা দিতে পারি: { $what } ({ $when })। চান কি না, জানান। সময় আছে { $until } পর্যন্ত: { $link }
text-offer-answer = { $from }: আপনাকে একটি জায়গা দিতে পারি: { $what } ({ $when })। ‘হ্যাঁ’ হলে 1 বা ‘না’ হলে 2 লিখে উত্তর দিন। সময় আছে { $until } পর্যন্ত। অথবা এখানে যান: { $link }
text-lapsed = { $from }: আপনার উত্তর পাইনি। তাই জায়গাটি আর আপনার জন্য রাখা নেই: { $what } ({ $when })। কী কী হচ্ছে দেখুন: { $link }
text-last-call = { $from }: এখন একটি জায়গা খালি আছে: { $what } ({ $when })। যে পরিবার সবার আগে ‘হ্যাঁ’ বলবে, তারাই পাবে: { $link }
text-line-over = { $from }: দুঃখিত, কোনো জায়গা খালি হয়নি: { $what } ({ $when })। আর কী কী হচ্ছে দেখুন: { $link }

# Changes.
text-changed = { $from }: একটি বদল হয়েছে। এখন এভাবে হবে: { $what }, { $place } ({ $when })। { $link }
text-changed-private = { $from }: একটি বদল হয়েছে: { $what } ({ $when })। { $link }
text-off = { $from }: দুঃখিত, এটি বাতিল হয়েছে: { $what } ({ $when })। দয়া করে আসবেন না। আর কী কী হচ্ছে দেখুন: { $link }
text-gone = { $from }: আপনি আর আসছেন না: { $what } ({ $when })। এটি কি ভুল? { $link }
text-gone-ring = { $from }: আপনি আর আসছেন না: { $what } ({ $when })। এটি কি ভুল? { $ask }
text-unfit = { $from }: দুঃখিত, এখানে আপনাকে আর জায়গা দেওয়া যাচ্ছে না: { $what } ({ $when })। { $ask }

# Booking has opened, and cards. These stop when a family says so.
text-open = { $from }: এখন বুক করতে পারেন: { $what } ({ $when })। { $link }
text-card = { $from }: আমাদের সবার পক্ষ থেকে শুভ জন্মদিন! আপনারা আরও এক বছর সদস্য থাকছেন। কী কী হচ্ছে দেখুন: { $link }
text-farewell = { $from }: আপনার সন্তান এখন 5 বছরের, তাই আপনাদের সদস্যপদ শেষ হচ্ছে। আপনাদের পেয়ে আমাদের ভালো লেগেছে। যা বুক করা আছে, তা বুক করাই থাকবে।
text-missed = { $from }: কিছুদিন আপনাদের দেখিনি। আশা করি সবাই ভালো আছেন। আসা কি কঠিন হচ্ছে? আমরা সাহায্য করতে চাই। { $ask }
text-stop = এমন মেসেজ আর না চাইলে STOP লিখে উত্তর দিন।
text-stop-link = এমন মেসেজ আর না চাইলে: { $link }

# Whom to ask.
text-ring = আমাদের ফোন করুন: { $phone }
text-ask = আপনার সেন্টারে জিজ্ঞেস করুন।

# A family that joined, and a place that was asked for.
text-joined = { $from }: স্বাগতম, আপনি এখন সদস্য। যেকোনো সময় সদস্যপদ ছাড়তে পারেন: { $link }
text-not-booked = { $from }: দুঃখিত, আপনি যে জায়গা চেয়েছিলেন, আমরা তা বুক করতে পারিনি। আর কী কী হচ্ছে দেখুন: { $link }

# What we answer to a text.
text-which = { $from }: একাধিক জায়গার জন্য আপনার উত্তর দরকার। সেগুলো এখানে খুলুন: { $links }
text-nothing = { $from }: এখন কোনো জায়গার জন্য আপনার উত্তর দরকার নেই। কী কী হচ্ছে দেখুন: { $link }
text-too-late = { $from }: দুঃখিত, ওই জায়গাটি আর আপনার জন্য রাখা নেই। কী কী হচ্ছে দেখুন: { $link }
text-no-place = { $from }: দুঃখিত, ওই জায়গাটি আপনাকে দিতে পারিনি। { $ask }
text-declined = { $from }: ধন্যবাদ। জায়গাটি আমরা অন্য একটি পরিবারকে দেব।
text-stopped = { $from }: টেক্সট মেসেজে আমরা আপনাকে আর কার্ড ও খবর পাঠাব না। আপনার বুকিং নিয়ে মেসেজ আগের মতোই পাবেন।
text-not-read = { $from }: এই নম্বরে আসা মেসেজ কেউ পড়ে না। { $ask }

# A text to try the settings with.
text-test = { $from }: এটি একটি পরীক্ষা। টেক্সট মেসেজ পাঠানো যাচ্ছে।

# Where codes are sent as texts too: on the pages that ask for them.
sign-in-either = আপনার ইমেইল ঠিকানা বা মোবাইল নম্বর
sign-in-either-wrong = ইমেইল ঠিকানা লিখুন, যেমন name@example.com, অথবা মোবাইল নম্বর লিখুন, যেমন 07700 900123
sign-in-either-sent = আপনার ঠিকানা বা নম্বর আমাদের জানা থাকলে, একটি কোড পাঠিয়েছি। কোডটি 10 মিনিট কাজ করবে।
book-text-title = আপনার ফোন দেখুন
book-text-lead = আমরা আপনাকে একটি টেক্সট মেসেজ পাঠাব, তাতে 8 সংখ্যার একটি কোড থাকবে। অথবা আমরা আপনাকে ফোন করব।
book-text-next = তার আগে কিছুই বুক হবে না। 2 মিনিটেও টেক্সট মেসেজ আসেনি? আমাদের ফোন করুন।
