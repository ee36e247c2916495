//! Sessions with their places: what anybody may be told of a session depends on who has a place,
//! so seeing, changing and cancelling one live here.
