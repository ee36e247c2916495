# Her places in a calendar of her own.
feed-name = { $organisation }: our places
feed-title = Your places in your calendar
feed-line = The calendar on your phone can show what you have booked. When the day or the place changes, it shows that too.
feed-in-it = It shows the name of the group, when it is, and where. It does not show your name or your child’s name. Some private groups are left out.
feed-keep = Keep the address to yourself. Anyone who has it can see where you will be.
feed-again = You have an address now. If you ask for a new one, the old one stops.
feed-ask = Get my calendar address
feed-ready = Your calendar address is ready
feed-once = We show it only once. It works for one year.
feed-add = Add it to my calendar
feed-copy = Or copy the address and put it in your calendar
feed-stop = See or stop your calendar address
feed-since = Your places in your calendar, since { $at }
feed-end = Stop this calendar

# An address that does not work.
feed-gone = This calendar has stopped
feed-gone-line = This calendar address does not work. To get a new one, sign in and go to your family page.
