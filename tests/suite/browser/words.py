"""Addresses, and the words that journeys look for: labels, buttons, headings. One table, so that a
better word is changed here once. A text in `re.compile` may hold more around it."""

import re

# Addresses.
HOME = "/"
WHATS_ON = "/whats-on"
SIGN_IN = "/sign-in"
JOIN = "/join"
MY = "/my"
FAMILY = "/my/family"
BOOKING = "/b/"


def session(id):
    return f"/sessions/{id}"


def book(id):
    return f"/sessions/{id}/book"


# What's on and a session.
NEXT_PAGE = re.compile("^Next")
BOOK_A_PLACE = re.compile("^Book")
JOIN_THE_LIST = re.compile("^Join the waiting list")

# Booking as a newcomer.
NAME = re.compile("^Your name")
EMAIL = re.compile("e-mail address", re.IGNORECASE)
BY_EMAIL = "E-mail"
CHILD_NAME = re.compile("child’s name")
IS_BORN = "Yes"
DAY, MONTH, YEAR = "Day", "Month", "Year"
POSTCODE = re.compile("^Your postcode")
BOOK_THIS = "Book this place"
WAIT_FOR_THIS = "Join the waiting list"
CODE = re.compile("code", re.IGNORECASE)
CONFIRM_CODE = re.compile("^(Continue|Confirm|Book|Join)")
BOOKED = "You are booked"
WAITING = "You are on the waiting list"

# One booking.
CANCEL = re.compile("^Cancel (my|your|this) place")
CONFIRM_CANCEL = re.compile("^(Yes, c|C)ancel")
CANCELLED = "Your place is cancelled"
UNDO = re.compile("^(Undo|I want it back|Keep my place)")

# Signing in.
SEND_CODE = "Send me a code"
ENTER_CODE = re.compile("^(Sign in|Continue)")
WRONG_CODE = re.compile("not right")
SIGN_OUT = "Sign out"

# Own pages.
MY_HEADING = re.compile("^(My|Your) places")
FAMILY_HEADING = re.compile("^(My|Your) family")
