# What a page says where something cannot be done.
fault-sorry = Sorry
fault-ours = Something went wrong. Please try again later.
fault-not-yours = You cannot do this with your sign-in. Open the page again, or sign in another way.
fault-sign-in = Sign in
fault-unread = We could not read that. Please look at what you typed, and try again.
fault-not-now = This cannot be done now. Go back, and open the page again.
fault-changed = Someone changed this while you were here. Open the page again.
fault-too-many = You have tried too many times. Please wait { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
}, then try again.
fault-busy = Please wait a moment
fault-busy-say = Very many people are here at this moment. Nothing has changed yet.
fault-busy-by-itself = This page tries again by itself in a few seconds. Please keep it open.
fault-busy-press = Please count to five, then press the button.
fault-busy-again = Try again
fault-busy-back = Please count to five, go back, and send it again. What you typed is still there.
