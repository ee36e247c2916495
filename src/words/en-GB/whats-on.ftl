# What's on, and the page of one session.
