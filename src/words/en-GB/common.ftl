# On every page.
skip = Skip to main content

# Places at a session.
places-left = { $n ->
    [one] 1 place left
   *[other] { $n } places left
}
