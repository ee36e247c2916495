# What's on, and the page of one session.
whats-on-title = কী কী হচ্ছে
whats-on-heading = আপনার ও আপনার সন্তানের জন্য কী কী হচ্ছে
whats-on-none = আপনি যা বেছেছেন, তেমন কিছু এখন নেই।
whats-on-none-at-all = দেখানোর মতো এখনও কিছু নেই। কিছুদিন পরে আবার দেখুন।
whats-on-show-all = সব সেন্টার ও সব বয়স দেখুন
whats-on-until = থেকে { $time }
# Of a session that starts in one half of the day (am or pm) and ends in the other.
whats-on-until-later = { $half ->
    [am] (সকাল)
   *[pm] (রাত)
} থেকে { $time }

# The same at several times of a day; the number stands before it.
whats-on-times = { $n ->
    [one] টি সময়
   *[other] টি সময়
}

# How a session stands.
whats-on-turn-up = বুকিং লাগবে না। সরাসরি চলে আসুন।
whats-on-turn-up-brief = সরাসরি চলে আসুন
whats-on-opens = বুকিং শুরু: { $at }
whats-on-full = জায়গা নেই
whats-on-closed = বুকিং শেষ হয়ে গেছে।
whats-on-cancelled = বাতিল
whats-on-over = এটি শেষ হয়ে গেছে।
whats-on-course = সব তারিখের জন্য একবারই বুকিং
whats-on-members = সদস্যদের জন্য। সদস্য হতে টাকা লাগে না।

# What to do.
whats-on-book = বুক করুন
whats-on-wait = অপেক্ষার তালিকায় নাম দিন
whats-on-remind = বুকিং শুরু হলে আমাকে জানান
whats-on-book-this = জায়গা বুক করুন
whats-on-calendar = ক্যালেন্ডারে যোগ করুন

whats-on-feed = এই তারিখগুলো নিজের ক্যালেন্ডারে রাখুন
whats-on-feed-name = কী কী হচ্ছে: { $organisation }

whats-on-paper = এক পাতায় প্রিন্ট করুন (PDF)
whats-on-paper-scan = আরও জানতে বা বুক করতে ফোন দিয়ে কোড স্ক্যান করুন।
whats-on-paper-more = আমাদের ওয়েবসাইটে আরও আছে।
whats-on-paper-made = এই তালিকার তারিখ: { $day } – পরে কিছু বদলাতে পারে। আসার আগে আমাদের ওয়েবসাইট দেখে নিন।

# Choosing.
whats-on-choose = সেন্টার, বয়স বা দিন বেছে নিন
whats-on-chosen = আপনি শুধু দেখছেন:
whats-on-remove = বাছাই থেকে বাদ দিন: { $what }
whats-on-centre = সেন্টার
whats-on-all-centres = সব সেন্টার
whats-on-postcode = অথবা আপনার পোস্টকোড
whats-on-postcode-hint = সবচেয়ে কাছেরটি আগে দেখাবে।
whats-on-shut = { $centre } বন্ধ থাকবে: { $first } থেকে { $last } পর্যন্ত
whats-on-shut-on = { $centre } বন্ধ থাকবে: { $day }
whats-on-all-shut = আমাদের সব সেন্টার বন্ধ থাকবে: { $first } থেকে { $last } পর্যন্ত
whats-on-all-shut-on = আমাদের সব সেন্টার বন্ধ থাকবে: { $day }
whats-on-near = { $centre } থেকে কাছেরটি আগে
whats-on-postcode-unknown = এই পোস্টকোড আমরা চিনি না। একটি সেন্টার বেছে নিন।
whats-on-ages = আপনার সন্তানদের বয়স কত?
whats-on-age-expected = এখনও জন্ম হয়নি
whats-on-age-0 = 1 বছরের কম
whats-on-age-12 = 1 বছর
whats-on-age-24 = 2 বছর
whats-on-age-36 = 3 বছর
whats-on-age-48 = 4 বছর
whats-on-age-chip = বয়স { $age }
whats-on-suits = শুধু যেগুলো সবার বয়সের সাথে মেলে
whats-on-day = দিন
whats-on-any-day = যেকোনো দিন
whats-on-day-monday = সোমবার
whats-on-day-tuesday = মঙ্গলবার
whats-on-day-wednesday = বুধবার
whats-on-day-thursday = বৃহস্পতিবার
whats-on-day-friday = শুক্রবার
whats-on-day-saturday = শনিবার
whats-on-day-sunday = রবিবার
whats-on-half = সময়
whats-on-any-time = যেকোনো সময়
whats-on-half-morning = দুপুর 12টার আগে
whats-on-half-afternoon = দুপুর 12টার পরে
whats-on-free = শুধু যেগুলোতে টাকা লাগে না
whats-on-show = দেখুন
whats-on-pages = আরও পেজ
whats-on-previous = আগের
whats-on-next = পরের

# Ages.
whats-on-ages-adults = প্রাপ্তবয়স্কদের জন্য
whats-on-ages-birth = জন্ম থেকে { $to }
whats-on-ages-babies = ছোট বাচ্চা: { $to } পর্যন্ত
whats-on-ages-babies-from = ছোট বাচ্চা: { $from } থেকে { $to }
whats-on-ages-years = বয়স { $from } থেকে { $to }
whats-on-ages-between = { $from } থেকে { $to }
whats-on-ages-from = { $from } ও তার বেশি
whats-on-ages-pregnant = গর্ভবতী মা, বা { $to } পর্যন্ত বয়সের সন্তান আছে যাঁদের
whats-on-ages-pregnant-between = গর্ভবতী মা, বা { $from } থেকে { $to } বয়সের সন্তান আছে যাঁদের
whats-on-ages-pregnant-from = গর্ভবতী মা, বা { $from } ও তার বেশি বয়সের সন্তান আছে যাঁদের
whats-on-ages-pregnant-any = গর্ভবতী মা, বা যেকোনো বয়সের সন্তান আছে যাঁদের
whats-on-age-weeks = { $n ->
    [one] { $n } সপ্তাহ
   *[other] { $n } সপ্তাহ
}
whats-on-age-months = { $n ->
    [one] { $n } মাস
   *[other] { $n } মাস
}
whats-on-age-years = { $years } বছর
# দেড় is 1½, আড়াই is 2½, সাড়ে 3 is 3½.
whats-on-age-half = { $years ->
    [1] দেড় বছর
    [2] আড়াই বছর
   *[other] সাড়ে { $years } বছর
}
whats-on-age-years-months = { $years } বছর { $months ->
    [one] { $months } মাস
   *[other] { $months } মাস
}

# One session.
whats-on-when = কখন
whats-on-where = কোথায়
whats-on-map = ম্যাপ
whats-on-map-of = ম্যাপ: { $place }
whats-on-who = কাদের জন্য
whats-on-bring = সাথে আনবেন
whats-on-price = খরচ
whats-on-siblings = ভাই-বোনেরাও আসতে পারবে।
whats-on-no-siblings = দয়া করে অন্য বয়সের ভাই-বোনদের ছাড়া আসুন।
whats-on-phone = অথবা ফোন করুন, { $centre }:
whats-on-ask = কোনো প্রশ্ন আছে? ফোন করুন, { $centre }:
whats-on-sorry = দুঃখিত। এটি বাতিল হয়েছে।
whats-on-sorry-over = এটি শেষ হয়ে গেছে।
whats-on-see-dates = নিচে অন্য তারিখগুলো দেখুন।
whats-on-see-others = আর কী কী হচ্ছে দেখুন।
whats-on-course-dates = এর সব তারিখ
whats-on-course-says = এটি একটি কোর্স। একবার বুক করলেই সব তারিখের বুকিং হয়ে যাবে।
whats-on-dates = অন্য তারিখ
whats-on-all = যা যা হচ্ছে, সব দেখুন

# About the service.
about-contact = আপনার সেন্টারে ফোন করুন
about-contact-lead = আমরা খুশি হয়ে সাহায্য করব। ফোনেও বুক করতে পারেন।
about-privacy = গোপনীয়তা
about-privacy-1 = যতটুকু দরকার, আমরা শুধু ততটুকু তথ্য রাখি। এই গ্রুপগুলো চালাতে আর আপনার সন্তানের যত্ন নিতে তা কাজে লাগাই।
about-privacy-2 = আপনার জায়গা বুক করতে, সে বিষয়ে আপনাকে জানাতে, আর কোন কোন পরিবার আমাদের কাছে আসে তা দেখতে এই তথ্য ব্যবহার করি। আমরা কখনও তা বিক্রি করি না।
about-privacy-3 = যে কর্মীদের কাজের জন্য দরকার, শুধু তাঁরাই এই তথ্য দেখতে পারেন। কেউ দেখলে, প্রতিবার আমরা তা লিখে রাখি।
about-privacy-4 = আমরা কী তথ্য রাখি, তা দেখতে চাইতে পারেন। ভুল ঠিক করতে বা তথ্য মুছে ফেলতে বলতে পারেন। সদস্যপদ ছেড়ে দিলেও আপনি আসতে পারবেন।
about-privacy-5 = এই সাইটে কোনো বিজ্ঞাপন নেই। এটি আপনার ওপর নজর রাখে না। শুধু আপনি সাইন ইন করলে বা ভাষা বেছে নিলে একটি কুকি রাখে।
about-privacy-6 = এ বিষয়ে কিছু জানতে চান? আপনার সেন্টারে ফোন করুন। আমাদের উত্তর ভালো না লাগলে, মানুষের তথ্যের অধিকার দেখে যে সংস্থা, তাদের জানাতে পারেন: Information Commissioner’s Office (ICO)।
about-accessibility = সবার ব্যবহারের সুবিধা
about-accessibility-draft = এটি একটি নমুনা লেখা। { $organisation } এখনও এটি যাচাই করেনি, সইও করেনি।
about-accessibility-1 = আমরা চাই, সবাই এই সাইট ব্যবহার করতে পারুক। আপনি লেখা বড় করতে পারেন। শুধু কিবোর্ড দিয়ে চালাতে পারেন। লেখা পড়ে শোনানোর ব্যবস্থাও ব্যবহার করতে পারেন।
about-accessibility-2 = পেজ বদলালে প্রতিবার একটি মেশিন তা পরীক্ষা করে। মেশিন সব ভুল ধরতে পারে না। তাই আমরা বলি না যে সাইটটি নিয়ম (WCAG 2.2) পুরোপুরি মানে।
about-accessibility-tested = আমরা শেষবার সব পেজ পরীক্ষা করেছি: { $day }
about-accessibility-signed = সই করেছেন: { $name }, { $day }
about-accessibility-known = যা এখনও ভালো নয় বলে আমরা জানি
about-accessibility-3 = ইংরেজি ছাড়া অন্য ভাষার বেশির ভাগ লেখা মেশিন দিয়ে করা। কিছু ভুল থাকতে পারে।
about-accessibility-4 = PDF ফাইল, যেমন আপনার কার্ড, পড়ে শোনাতে গেলে ঠিকমতো কাজ না-ও করতে পারে।
about-accessibility-help = কোনো কিছু আপনার জন্য কাজ না করলে
about-accessibility-5 = আপনার সেন্টারে ফোন করুন। আপনার যা জানা দরকার, আমরা অন্যভাবে জানাব, অথবা আপনার হয়ে বুক করে দেব।
about-accessibility-6 = আমাদের উত্তর ভালো লাগেনি? তাহলে সমান অধিকার নিয়ে পরামর্শ ও সাহায্য দেয় যে সংস্থা, তাদের কাছে সাহায্য চাইতে পারেন: Equality Advisory and Support Service (EASS)।
