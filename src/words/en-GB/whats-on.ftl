# What's on, and the page of one session.
whats-on-title = What’s on
whats-on-heading = What’s on for you and your child
whats-on-none = Nothing on for that choice.
whats-on-none-at-all = There is nothing to show yet. Please look again soon.
whats-on-show-all = Show all centres and ages
whats-on-until = to { $time }
# Of a session that starts in one half of the day (am or pm) and ends in the other.
whats-on-until-later = { $half ->
    [am] am
   *[pm] pm
} to { $time }

# The same at several times of a day; the number stands before it.
whats-on-times = { $n ->
    [one] time
   *[other] times
}

# How a session stands.
whats-on-turn-up = No need to book. Just turn up.
whats-on-turn-up-brief = Just turn up
whats-on-opens = You can book from { $at }.
whats-on-full = Full
whats-on-closed = Booking has ended.
whats-on-cancelled = Cancelled
whats-on-over = This is over.
whats-on-course = One booking for all dates
whats-on-members = For members. Joining is free.

# What to do.
whats-on-book = Book
whats-on-wait = Join the waiting list
whats-on-remind = Remind me when it opens
whats-on-book-this = Book a place
whats-on-calendar = Add to calendar

whats-on-feed = Follow these dates in your calendar
whats-on-feed-name = What’s on: { $organisation }

whats-on-paper = Print on one page (PDF)
whats-on-paper-scan = Scan a code with your phone to read more, or to book.
whats-on-paper-more = More is on our website.
whats-on-paper-made = Made on { $day }. Things can change: please look on our website before you come.

# Choosing.
whats-on-choose = Choose centre, age or day
whats-on-chosen = You see only:
whats-on-remove = Do not choose { $what } any more
whats-on-centre = Centre
whats-on-all-centres = All centres
whats-on-postcode = Or your postcode
whats-on-postcode-hint = What is nearest comes first.
whats-on-shut = { $centre } is closed from { $first } to { $last }.
whats-on-shut-on = { $centre } is closed on { $day }.
whats-on-all-shut = All our centres are closed from { $first } to { $last }.
whats-on-all-shut-on = All our centres are closed on { $day }.
whats-on-near = Nearest to { $centre } first
whats-on-postcode-unknown = We do not know that postcode. Please choose a centre.
whats-on-ages = How old are your children?
whats-on-age-expected = Not born yet
whats-on-age-0 = Under 1
whats-on-age-12 = 1
whats-on-age-24 = 2
whats-on-age-36 = 3
whats-on-age-48 = 4
whats-on-age-chip = Age { $age }
whats-on-suits = Only what suits all of them
whats-on-day = Day
whats-on-any-day = Any day
whats-on-day-monday = Monday
whats-on-day-tuesday = Tuesday
whats-on-day-wednesday = Wednesday
whats-on-day-thursday = Thursday
whats-on-day-friday = Friday
whats-on-day-saturday = Saturday
whats-on-day-sunday = Sunday
whats-on-half = Time
whats-on-any-time = Any time
whats-on-half-morning = Morning
whats-on-half-afternoon = Afternoon
whats-on-free = Only free
whats-on-show = Show
whats-on-pages = More pages
whats-on-previous = Earlier
whats-on-next = Later

# Ages.
whats-on-ages-adults = Adults
whats-on-ages-birth = Birth to { $to }
whats-on-ages-babies = Babies up to { $to }
whats-on-ages-babies-from = Babies from { $from } to { $to }
whats-on-ages-years = Age { $from } to { $to }
whats-on-ages-between = { $from } to { $to }
whats-on-ages-from = From { $from }
whats-on-ages-pregnant = Pregnant, or with a child up to { $to }
whats-on-ages-pregnant-between = Pregnant, or with a child from { $from } to { $to }
whats-on-ages-pregnant-from = Pregnant, or with a child from { $from }
whats-on-ages-pregnant-any = Pregnant, or with a child of any age
whats-on-age-weeks = { $n ->
    [one] 1 week
   *[other] { $n } weeks
}
whats-on-age-months = { $n ->
    [one] 1 month
   *[other] { $n } months
}
whats-on-age-years = { $years }
whats-on-age-half = { $years }½
whats-on-age-years-months = { $years } years { $months ->
    [one] 1 month
   *[other] { $months } months
}

# One session.
whats-on-when = When
whats-on-where = Where
whats-on-map = Map
whats-on-map-of = Map of { $place }
whats-on-who = Who for
whats-on-bring = Bring
whats-on-price = Price
whats-on-siblings = Brothers and sisters can come too.
whats-on-no-siblings = Please come without brothers and sisters of other ages.
whats-on-phone = Or phone { $centre }:
whats-on-ask = Do you have a question? Phone { $centre }:
whats-on-sorry = Sorry. This is cancelled.
whats-on-sorry-over = This is over.
whats-on-see-dates = See the other dates below.
whats-on-see-others = See what else is on.
whats-on-course-dates = All its dates
whats-on-course-says = This is a course. One booking is for all its dates.
whats-on-dates = Other dates
whats-on-all = See all that’s on

# About the service.
about-contact = Phone your centre
about-contact-lead = We are happy to help. You can also book by phone.
about-privacy = Privacy
about-privacy-1 = We keep only what we need. We use it to run these groups and to look after your child.
about-privacy-2 = We use it to book your place, to tell you about it, and to see which families we reach. We never sell it.
about-privacy-3 = Only staff who need it can see it. Each time that they look at it, we write it down.
about-privacy-4 = You can ask to see what we hold, to put it right, or to have it deleted. You can stop being a member and still come.
about-privacy-5 = This site has no adverts and does not track you. It keeps a cookie only when you sign in or choose a language.
about-privacy-6 = Do you want to ask us about this? Phone your centre. If our answer is not good enough, you can tell the Information Commissioner’s Office (ICO).
about-accessibility = Accessibility
about-accessibility-draft = This is model wording. { $organisation } has not checked or signed it yet.
about-accessibility-1 = We want everyone to be able to use this site. You can make the text bigger. You can use only the keys. You can have it read out loud.
about-accessibility-2 = Each time we change the pages, a machine tests them. That finds only some faults. So we do not say that the site meets the standard (WCAG 2.2).
about-accessibility-tested = We last tested all pages on { $day }.
about-accessibility-signed = Signed by { $name } on { $day }.
about-accessibility-known = What we know is not good yet
about-accessibility-3 = A machine wrote most of the words that are not in English. Some may be wrong.
about-accessibility-4 = PDF files, such as your card, may not work well if you have them read out loud.
about-accessibility-help = If something does not work for you
about-accessibility-5 = Phone your centre. We will tell you what you need to know in another way, or book for you.
about-accessibility-6 = Is our answer not good enough? Then you can ask for help from the Equality Advisory and Support Service (EASS).
