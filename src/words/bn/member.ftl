# Being a member: the pages behind links in messages, and what is printed.
member-thanks = ধন্যবাদ
member-contact = এটি কি আপনার ইমেইল ঠিকানা?
member-contact-say = তাহলে আমরা জানব, এখানে আপনাকে পাওয়া যাবে।
member-contact-yes = হ্যাঁ, আমার
member-contact-done = এখন আমরা জানি, এখানে আপনাকে পাওয়া যাবে।
member-address-say = তাহলে এখন থেকে আমরা এই ঠিকানায় আপনাকে লিখব।
member-address-done = আমরা এই ঠিকানায় আপনাকে লিখব।
member-same = বাসা বা ফোন নম্বর কি বদলেছে?
member-same-say = না বদলালে শুধু বাটনে চাপ দিন। আমরা সব আগের মতোই রাখব।
member-same-no = না, কিছু বদলায়নি
member-same-yes = হ্যাঁ, জানাতে চাই
member-same-done = আমরা সব আগের মতোই রাখলাম।
member-stop = আর সদস্য থাকবেন না?
member-stop-say = তবু আপনি বুক করতে ও আসতে পারবেন। আমরা আর কার্ড পাঠাব না।
member-stop-yes = আর সদস্য থাকব না
member-stop-done = আপনি আর সদস্য নন
member-stop-done-say = তবু আপনি বুক করতে ও আসতে পারবেন। আপনাকে স্বাগতম।
member-cards = জন্মদিনের কার্ড বন্ধ করবেন?
member-cards-say = আপনি সদস্যই থাকবেন। শুধু কার্ড আসা বন্ধ হবে।
member-cards-yes = কার্ড বন্ধ করুন
member-cards-done = জন্মদিনের কার্ড আর আসবে না
member-cards-done-say = আপনি সদস্যই থাকছেন। আপনাকে সব সময় স্বাগতম।

# The card.
member-card = সদস্য কার্ড
member-card-number = সদস্য নম্বর
member-card-and = ও { $name }
member-card-phone = ফোন: { $phone }
member-card-show = আসার সময় এই কার্ডটি দেখাবেন। কার্ড থেকে কেউ আপনার তথ্য পড়তে পারবে না।
member-card-offer = আপনাদের জন্য যা আছে
member-card-offer-all = ছোট শিশুদের পরিবারের জন্য খেলাধুলা, পরামর্শ ও নতুন বন্ধু।
member-card-notice = আপনার তথ্য
member-card-version = তথ্যের নোটিশ { $version } ({ $language })

# A birthday card on paper.
member-birthday-thanks = ধন্যবাদ
member-birthday-number = সদস্য নম্বর { $number }
member-birthday-to = { $name } ও পরিবার
member-birthday-book-phone = বুক করতে { $address } দেখুন, অথবা ফোন করুন: { $centre }, { $phone }
member-birthday-book-centre = বুক করতে { $address } দেখুন, অথবা এখানে জিজ্ঞেস করুন: { $centre }
member-birthday-book-us = বুক করতে { $address } দেখুন, অথবা আমাদের জিজ্ঞেস করুন।
member-birthday-moved = বাসা বদলেছেন? নতুন ফোন নম্বর? আমাদের জানান। এই কার্ড আর না চাইলে, তা-ও জানান।
member-birthday-ask-phone = কোনো প্রশ্ন আছে? ফোন করুন: { $centre }, { $phone }
member-birthday-ask-centre = কোনো প্রশ্ন আছে? এখানে জিজ্ঞেস করুন: { $centre }
member-birthday-ask-us = কোনো প্রশ্ন আছে? আমাদের জিজ্ঞেস করুন।

# A letter on paper.
member-letter-scan = এটি ফোন দিয়ে স্ক্যান করুন, অথবা আপনার সেন্টারে জিজ্ঞেস করুন।
