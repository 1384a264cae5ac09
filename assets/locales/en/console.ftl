console-observer = Observer
console-phase-briefing = Briefing
console-phase-resolution = Report
console-phase-verdict = Verdict
console-phase-debrief = Debrief
console-pause = Pause
console-resume = Resume
console-more-time = 2 min
console-end = End now
console-end-what = Planning (or the verdict) ends now, as if the clock had run out. What is on the desks counts as it lies there.
console-end-stay = Let them work
console-reads = The teams are reading
console-open-truth = Open the truth
console-debrief = Debrief
console-tools = More
console-tools-title = What else you can do
console-not-now = Only while the teams play

console-between = Between them
console-holds = holds { $held } · { $shared } shared
console-nothing-held = Nobody holds anything yet.
console-critical-item = critical item
console-pooled = Pooled so far: { $pooled } of { $all } critical items
console-request-waits =
    { $rounds ->
        [0] A request of { $team } waits for an answer
        [one] A request of { $team } has waited for one round
       *[other] A request of { $team } has waited for { $rounds } rounds
    }
console-full = full · R{ $round }
console-tear-line = tear-line · R{ $round }
console-full-goes = full · on its way
console-tear-line-goes = tear-line · on its way
console-kept =
    { $rounds ->
        [one] not shared · 1 round
       *[other] not shared · { $rounds } rounds
    }
console-kept-new = not shared · new
console-kept-asked = not shared · asked for
console-both = both found it

console-exposure = Exposure
console-exposure-now = { $now }
console-exposure-next = { $now } · next step at { $next }
console-trust = Trust
console-trust-rises = { $now }, rising
console-trust-falls = { $now }, falling
console-trust-steady = { $now }, steady
console-people = People at risk
console-welfare = welfare
console-welfare-safe = safe
console-welfare-well = well
console-welfare-strained = strained
console-welfare-poor = poor
console-seats = Seats
console-tickets = Tickets
console-nobody = Nobody has come yet. Give out the tickets.
console-ready = ready
console-plans = at work

console-injects = Injects
console-no-injects = This case has no injects. You can send your own: More, then Send an inject of your own.
console-inject-done = done
console-inject-due = due
console-inject-held = held
console-inject-planned = planned
console-inject-skipped = skipped
console-inject-not-needed = not needed
console-inject-name = { $number } · { $state }
console-inject-edited = Your words.
console-inject-expected = Expected: { $what }
console-lane-timed = Timed
console-lane-holds = Conditional
console-lane-contingency = Contingency
console-lane-by-hand = By hand
console-round = Round { $round }
console-round-now = Round { $round } · now
console-trigger-timed = in round { $round }, minute { $minute }
console-trigger-holds = once its condition holds
console-trigger-contingency = in round { $round }, unless what is expected was seen
console-trigger-by-hand = when you send it
console-decided = { $team } decided: { $what }
console-decided-nobody = { $team } did not decide in time: { $what }
console-undecided = { $team } has not decided
console-fire = Fire now
console-fire-when = Injects go while the teams plan
console-hold = Hold
console-release = Let it go
console-edit = Edit
console-skip = Skip

console-notes = Observations
console-notes-new = New
console-notes-none = What you and the evaluators note stands here and comes into the debrief.
console-note = What you saw
console-note-hint = Write what you saw
console-note-send = Put the note on record
console-about-both = Both
console-critical = Critical error

console-to = To
console-via = By
console-from = Who speaks
console-from-hint = Duty officer, a newspaper, a mother …
console-text = Text
console-send = Send
console-keep = Keep these words
console-tell = Say something to the teams
console-tell-how = It stands on the liaison line as the trainer’s word.
console-tell-hint = What you want to say
console-insert = Send an inject of your own
console-insert-how = It reaches the liaison line at once and stands on the list of injects and in the record.
console-insert-hint = What is said
console-edit-title = Inject { $number } in other words
console-edit-how = Your words are the same in every language. The author’s text stays in the case.
console-give = Give { $team } an item
console-give-how = It is in the folder at once, and the record says that you gave it.
console-give-item = { $number } { $title }
console-results = Change a result
console-results-how = What the tasks of the last round came to. A result can be changed once, with a reason.
console-no-results = There are no results yet
console-result-goes-on = Goes on
console-result-well = Done well
console-result-badly = Did not succeed
console-result-well-odds = Done well: { $roll } rolled, { $chance } or less was needed
console-result-badly-odds = Did not succeed: { $roll } rolled, { $chance } or less was needed
console-result-changed = Changed by you
console-change = Change it
console-change-to-well = From now on this counts as done well, with everything that follows from it.
console-change-to-badly = From now on this counts as not done. What the team has read of it stays read.
console-change-how = The reason goes on record and into the debrief. The team is not told it now.
console-change-hint = Why it is changed
console-branch = Begin again from a round
console-branch-how = A new exercise is made from this one as it stood when the round began. This one stays as it is. Host the new file to go on with it.
console-branch-none = No round has begun yet.
console-branch-round = Round { $round }
console-branch-elsewhere = The exercise is kept on the host’s computer: do it there
console-branched = The new exercise is kept in { $path }
console-not-branched = No new exercise was made: { $why }
console-pace = Pace of the clock
console-truth-held = When the exercise is over, the truth waits until you open it.
console-truth-open = When the exercise is over, the truth opens by itself.
console-hold-truth = Let it wait
console-questionnaires = Questionnaires: type in what was filled in on paper
