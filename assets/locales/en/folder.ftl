folder-title = Folder
folder-shown = { $shown } of { $all } shown
folder-show-all = Show all items
folder-search = Search the folder
folder-search-hint = { $number ->
    [one] Search { $number } item
   *[other] Search { $number } items
}
folder-filter = Choose which items are shown
folder-origin-all = All
folder-origin-own = Ours
folder-origin-partner = Theirs
folder-origin-not-shared = Not shared
folder-only-about = Only items that speak of
folder-speaks-of = Items that speak of
folder-empty = Your folder is empty. Send officers to tasks; what they find is put in here.
folder-none-shown = No item fits. Search for other words, or show all items.
folder-nothing-selected = Choose an item to open it or to share it.
folder-share = Share…
folder-card-name = { $number }, { $title }
folder-held = { $rounds ->
    [0] Not shared · new this round
    [one] Not shared · held { $rounds } round
   *[other] Not shared · held { $rounds } rounds
}
folder-shared-full = Shared in full, round { $round }
folder-shared-tear-line = Shared as tear-line, round { $round }
folder-going-full = Shared in full, arrives in round { $round }
folder-going-tear-line = Shared as tear-line, arrives in round { $round }
folder-from = From { $team } · { $channel }, round { $round }
folder-badge-tear-line = Tear-line
folder-handling-open = Open
folder-handling-tear-line-only = Tear-line only
folder-handling-supervisor = Supervisor
folder-handling-formal-only = Formal only
folder-form-full = In full
folder-form-tear-line = As tear-line
folder-by-liaison-desk = liaison desk
folder-by-interpol = INTERPOL-type channel
folder-by-mutual = mutual legal assistance
folder-sending-there = { $form } · { $channel }, there since round { $arrives }
folder-sending-goes = { $form } · { $channel }, sent in round { $sent }, arrives in round { $arrives }

item-title = Item { $number }
item-held = held since round { $round }
item-came = { $channel } · round { $round }
item-note = “{ $note }”
item-tear-line = Tear-line: the short form that may cross
item-grade = Grade
item-source = Source { $grade }: { $what }.
item-information = Information { $grade }: { $what }.
item-source-1 = reliable
item-source-2 = not tested yet
item-source-3 = not reliable
item-info-a = known directly to the source
item-info-b = known indirectly, but corroborated
item-info-c = known indirectly
item-info-d = not known whether it is true
item-info-e = suspected to be false
item-handling = Handling
item-handling-open = Open. It may be passed on in full.
item-handling-tear-line-only = Tear-line only. The full text stays with its originator; the short form may cross.
item-handling-supervisor = Supervisor. In full only after a supervisor has approved, which takes one round.
item-handling-formal-only = Formal only. The full text travels only by mutual legal assistance.
item-law = In law
item-admissible = Evidence. It can be put before a court.
item-lead = A lead to work on. It is not evidence.
item-lead-of-evidence = A lead only. To use it as evidence, it has to come by mutual legal assistance.
item-who = Who has it
item-only-you = Only your service. { $team } does not know it from you.
item-from-partner = { $team }, who originated it, and you. Ask the originator before any onward use.
item-cite = Cite in theory
item-cited = Cited in your theory

board-what = What both services hold. Only this can be cited in the joint verdict.
board-ours = Ours, and { $team } has it
board-theirs = From { $team }
board-going = On its way
board-ours-empty = { $team } has nothing from you yet. Choose an item in your folder and press S to share it.
board-theirs-empty = Nothing has come from { $team } yet. Ask for what you need on the liaison line.
board-received = { $form } · { $channel }, since round { $round }
