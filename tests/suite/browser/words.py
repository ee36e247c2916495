"""What journeys look for: addresses, and the words on pages by their keys in `src/words/en-GB`, so
that a better word changes nothing here. One table: where a page says something else, change it here."""

# Addresses.
WHATS_ON = "/whats-on"
SIGN_IN = "/sign-in"
JOIN = "/join"
MY = "/my"
FAMILY = "/my/family"
CARD = "/my/card"
FEED = "/my/feed"
SIGN_INS = "/my/sign-ins"
# How links in mails begin.
BOOKING_LINK = "/b/"
SIGN_IN_LINK = "/sign-in/link/"


def session(id):
    return f"/sessions/{id}"


def book(id):
    return f"/sessions/{id}/book"


# What's on, and a session.
LATER = "whats-on-next"
BOOK_A_PLACE = "whats-on-book-this"
TO_THE_LIST = "whats-on-wait"
REMIND = "whats-on-remind"

# The form of a newcomer, and of a member.
YOUR_NAME = "book-name"
YOUR_EMAIL = "book-email"
CHILD_NAME = "book-child"
DAY, MONTH, YEAR = "day", "month", "year"
POSTCODE = "book-postcode"
BOOK_THIS = "book-this"
WAIT_FOR_THIS = "book-wait"
REMIND_ME = "book-remind"

# The number that confirms it, and what came of it.
NUMBER_PAGE = "book-code-title"
NUMBER = "book-code"
SEND_NUMBER = "book-code-send"
DONE_BOOKED = "book-done-booked"
DONE_WAITING = "book-done-waiting"
DONE_REMINDER = "book-done-reminder"

# The page of one booking.
BOOKED = "booking-booked"
WAITING = "booking-waiting"
GIVE_UP = "booking-cancel-title"
OTHER_DAY = "booking-move-title"
WHO_COMES = "booking-party-title"
RULES = "rules-title"
CANCEL = "booking-cancel"
CANCELLED = "booking-cancelled"
UNDO = "booking-undo"
OFFERED = "booking-offered"
YES = "booking-yes"
STOP_WAITING = "booking-leave-title"
LEAVE_LIST = "booking-leave"
LEFT_LIST = "booking-left"
UNKNOWN_LINK = "booking-unknown"

# Leaving in a hurry.
EXIT = "exit-page"

# Signing in.
SIGN_IN_EMAIL = "sign-in-either"
SEND_CODE = "sign-in-send"
CODE_PAGE = "sign-in-code-title"
CODE = "sign-in-code"
CODE_WRONG = "sign-in-code-wrong"
ENTER_CODE = "sign-in-go"
MORE_PAGE = "sign-in-more-title"
MORE_POSTCODE = "sign-in-postcode"
ONLY_ME = "sign-in-alone"
ELSEWHERE = "sign-in-elsewhere-title"
SIGN_OUT = "menu-sign-out"

# Own pages.
MY_PLACES = "my-title"
ADULTS = "my-party-adults"
SAVE = "my-save"
MY_FAMILY = "my-family"
