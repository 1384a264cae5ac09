# The link chart and the joint board.
# What binds two subjects, read from the first to the second.
link-kind-owns = owns
link-kind-drives = drives
link-kind-uses = uses
link-kind-calls = in touch with
link-kind-pays = pays
link-kind-meets-with = meets with
link-kind-works-for = works for
link-kind-stays-at = stays at
link-kind-carries = carries
link-kind-related-to = kin to
# The legend, and what a selected link says of itself.
link-status-corroborated = Corroborated: two sources
link-status-one-source = One source
link-status-contested = Contested
link-status-partner-only = Only from { $partner }
# Kinds of subjects, in a word under their names.
subject-kind-person = person
subject-kind-vehicle = vehicle
subject-kind-phone = phone
subject-kind-document = document
subject-kind-place = place
subject-kind-account = account
subject-kind-company = company
# The tab.
chart-name = Link chart
chart-empty = There is nothing on the chart yet. Whoever an item of yours names, stands here, with what your items say binds them.
chart-whole = The whole chart
chart-says = { $from } { $kind } { $to }
chart-both-know = { $number ->
    [one] { $number } item of yours names it. { $partner } has something on it too.
   *[other] { $number } items of yours name it. { $partner } has something on it too.
}
chart-we-know = { $number ->
    [one] { $number } item of yours names it. Whether { $partner } has something on it, you do not know.
   *[other] { $number } items of yours name it. Whether { $partner } has something on it, you do not know.
}
chart-they-know = You hold nothing on it. { $partner } has put it on the joint board.
chart-own-reading = Your own reading of these items
chart-partner-says = { $number ->
    [one] { $partner } stands for it, by { $number } item of its own.
   *[other] { $partner } stands for it, by { $number } items of its own.
}
chart-behind = Behind it
chart-denies = Against it
chart-more = and { $number } more
chart-post = To the joint board…
chart-withdraw = Take off the board
chart-remove = Take off the chart
chart-challenge = Challenge…
chart-settle = Doubt it no more
# A link of one’s own.
chart-claim = New link…
chart-claim-pick-first = Pick a subject on the chart first: the link begins there.
chart-claim-title = A link from { $name }
chart-claim-alone = No item of yours names it together with somebody else. A link is read out of an item that names both.
chart-claim-whom = To whom or what? Your items name these with it.
chart-claim-items = { $number ->
    [one] { $number } item
   *[other] { $number } items
}
chart-claim-first = Choose on the left whom it leads to.
chart-claim-what = What binds them?
chart-claim-by = Which items do you read it out of?
chart-claim-own = It is your reading, and shown as such: it makes nothing more certain than its items are. Only you see it until you put it on the joint board.
chart-claim-draw = Draw the link
# Onto the joint board.
chart-post-title = Put a link on the joint board
chart-posted-by = { $team } stands for this
chart-posted-says = { $number ->
    [one] { $says } · by { $number } item
   *[other] { $says } · by { $number } items
}
chart-post-items = { $team } does not see the items, only how many there are.
chart-post-stays = { $team } will know that you know. You can take the link off the board, but not out of what they have read.
chart-post-hold = Hold to put it on the board
chart-board = Links on the joint board
chart-board-empty = No link stands here yet. Pick one on the link chart to say what you stand for; { $team } sees it at once and can challenge it.
chart-board-stands = { $number ->
    [one] { $team } stands for it since round { $round }, by { $number } item.
   *[other] { $team } stands for it since round { $round }, by { $number } items.
}
chart-board-doubts = { $team } doubts it since round { $round }: “{ $text }”
chart-challenge-title = Challenge a link
chart-challenge-why = Why do you doubt it?
chart-why-hint = What speaks against it, or what is missing
chart-challenge-seen = { $team } reads this word for word, and the link is contested on both charts until you doubt it no more.
chart-challenge-send = Challenge it
chart-challenged = The link is contested. { $team } has your reason.
# At the debrief.
chart-debrief = Links
chart-debrief-none = No link was drawn or put on the joint board, and the case judges none.
chart-debrief-true = { $says }. It is true.
chart-debrief-false = { $says }. It is not true.
chart-debrief-open = { $says }. The case does not say.
chart-debrief-posted = { $team } put it on the joint board in round { $round }.
chart-debrief-claimed = { $team } drew it as its own reading.
chart-debrief-doubted = { $team } doubted it to the end.
chart-debrief-missed = Nobody stood for it before the other.
chart-debrief-believed = It stood on the joint board to the end, and nobody doubted it.
