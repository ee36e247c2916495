# Glossary (Bengali as in Bangladesh; reader is আপনি; no sentence shows a sex):
# place (a reserved space)      জায়গা; the list of them ("My places") is আমার বুকিং
# venue                         স্থান, or "কোথায়" as a label (never জায়গা)
# book, booking                 বুক করা, বুকিং
# waiting list                  অপেক্ষার তালিকা; join: নাম দেওয়া; leave: নাম বাদ দেওয়া
# offer                         no noun: আপনাকে একটি জায়গা দিতে পারি (never আপনার জায়গা আছে); kept: আপনার জন্য রাখা
# cancel                        বাতিল করা
# centre / family hub           সেন্টার / ফ্যামিলি হাব
# member / card / number        সদস্য / কার্ড (সদস্য কার্ড) / সদস্য নম্বর
# session (one meeting)         সেশন; group (what meets): গ্রুপ; course: কোর্স
# your child / children / baby  আপনার সন্তান / শিশু / বাচ্চা
# adult                         প্রাপ্তবয়স্ক
# one-time number in a message  কোড
# what's on                     কী কী হচ্ছে
# page, link, button, message   পেজ, লিংক, বাটন, মেসেজ; text (SMS): টেক্সট মেসেজ
# Exit this page                এই পেজ থেকে বের হোন
# In CLDR, "one" of Bengali is 0 and 1: the figure is always written from the gap.
# No danda stands right after figures: it looks like one more figure.

# On every page.
skip = সরাসরি মূল লেখায় যান
menu = মেনু
menu-whats-on = কী কী হচ্ছে
menu-my = আমার বুকিং
menu-family = আমার পরিবার
menu-sign-in = সাইন ইন বা সাইন আউট
menu-sign-out = সাইন আউট
foot = এই সাইট সম্পর্কে
foot-contact = সেন্টারে ফোন করুন
foot-privacy = গোপনীয়তা
foot-accessibility = সবার ব্যবহারের সুবিধা
foot-staff = কর্মীদের সাইন ইন
foot-developers = ডেভেলপারদের জন্য

# Forms.
problem = একটি সমস্যা আছে
error = ভুল:
day = দিন
month = মাস
year = বছর

# Where nothing is.
see-whats-on = কী কী হচ্ছে দেখুন
gone-title = এই পেজটি পাওয়া যাচ্ছে না
gone-line = পেজটি হয়তো সরানো হয়েছে, অথবা এটি শেষ হয়ে গেছে। পেজের ঠিকানা নিজে টাইপ করে থাকলে, আরেকবার মিলিয়ে দেখুন।

# Places at a session.
places-left = { $n ->
    [one] { $n }টি জায়গা খালি
   *[other] { $n }টি জায়গা খালি
}
exit-page = এই পেজ থেকে বের হোন
