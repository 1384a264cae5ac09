debrief-phase = Debrief
debrief-rounds = { $rounds ->
    [one] { $rounds } round
   *[other] { $rounds } rounds
} · both teams together
debrief-facts = { $rounds ->
    [one] { $rounds } round
   *[other] { $rounds } rounds
} · { $outcome } · { $score } of 100 points
debrief-outcome-full = Solved
debrief-outcome-partial = Solved in part
debrief-outcome-failed = Not solved
debrief-save = Export
debrief-save-page = Web page
debrief-save-word = Word
debrief-save-excel = Excel
debrief-saved = The report is saved: { $path }
debrief-report-asked = The table is making the report; it will be saved on this computer.
debrief-not-saved = The report could not be saved: { $why }
debrief-no-file = This exercise is not kept in a file, so there is nothing to make a report from.
debrief-home = Home
debrief-nothing = There is no debrief yet. It opens when the exercise is over.

debrief-tell-title = First tell it yourselves
debrief-tell-how = Both teams sit together now. Before the program shows anything, each team says in its own words what it knew, what it did and why. Nobody is marked for it. People learn most from an exercise when they lead this talk.
debrief-tell-then = When everybody has spoken, open what really happened. It stays open then.
debrief-open-truth = Open the truth
debrief-prompt-what = What happened, in your own words, from the first minute to the last?
debrief-prompt-held = What did you hold that the other team needed, and when did they get it?
debrief-prompt-theory = When did your theory change, and what changed it?

debrief-tab-knowledge = Who knew what, when
debrief-tab-truth = Ground truth
debrief-tab-theories = First theories
debrief-tab-score = Score
debrief-tab-hot-wash = Hot wash

debrief-round = Round { $round }
debrief-row = { $number } { $title }
debrief-critical = critical
debrief-false-lead = false lead
debrief-legend-held = first held
debrief-legend-shared = shared
debrief-legend-used = used in a task or verdict
debrief-all-items = All { $number } items
debrief-no-items = Nobody held any item in this exercise.
debrief-bar-held = { $rounds ->
    [one] held { $rounds } round
   *[other] held { $rounds } rounds
}
debrief-bar-never = never shared
debrief-not-used = not used

debrief-form-full = in full
debrief-form-tear-line = as a tear-line
debrief-way-held = { $team } held it from round { $round }.
debrief-way-not-held = { $team } never found it.
debrief-way-shared = { $team } shared it { $form } in round { $round }, and { $partner } had it at once.
debrief-way-shared-later = { $team } shared it { $form } in round { $round }; it reached { $partner } in round { $arrived }.
debrief-way-sent = { $team } shared it { $form } in round { $round }, too late to arrive.
debrief-way-found = { $partner } found it without help in round { $round }.
debrief-way-never = { $team } never shared it with { $partner }.
debrief-way-used = It was first used in round { $round }.
debrief-way-unused = No task and no verdict rested on it.
debrief-lesson = Why it mattered

debrief-unshared = What was held and not shared
debrief-unshared-none = Every critical item that was found was passed on in the round in which it was found. Talk about what made that possible.
debrief-unshared-no-critical = No critical item was found, so there was nothing to hold back. Look under “Ground truth” for where to search.
debrief-in-time = Passed on in time
debrief-in-time-way = { $partner } had it from { $owner } in round { $round }.
debrief-others = Of { $of } other items that were found, { $kept ->
    [0] all reached the other team.
    [one] one never reached the other team. Look at it under “All items”: would it have helped?
   *[other] { $kept } never reached the other team. Look at them under “All items”: which would have helped?
}
debrief-cost-late = { $owner } held it from round { $held } and shared it in round { $shared }. { $partner } needed it, and worked { $wait ->
    [one] one round
   *[other] { $wait } rounds
} without it.
debrief-cost-slow = { $owner } shared it at once, in round { $shared }; the way that its handling and the channel asked for took until round { $arrived }: only then { $partner }, who needed it, had it.
debrief-cost-late-and-slow = { $owner } held it from round { $held } and shared it in round { $shared }; the way that its handling and the channel asked for took until round { $arrived }: { $partner }, who needed it, had it { $wait } rounds later.
debrief-cost-never = { $owner } held it from round { $held } to the end and never shared it. { $partner } needed it.
debrief-cost-found-itself = { $owner } held it from round { $held } and never shared it. { $partner }, who needed it, found it without help in round { $arrived }.
debrief-cost-not-found = { $owner } never found it, so { $partner }, who needed it, never had it.

debrief-story = What really happened
debrief-steps = Step by step
debrief-prevented = Prevented by your work: { $text }

debrief-offence = Which offence is it?
debrief-offence-smuggling = Migrant smuggling
debrief-offence-trafficking = Trafficking in persons
debrief-offence-both = Both offences
debrief-offence-neither = Neither offence
debrief-status-unknown = not judged
debrief-status-migrant = smuggled migrant
debrief-status-presumed-victim = presumed victim
debrief-status-referred = victim, to be referred
debrief-cited = Items it rested on
debrief-cited-none = none
debrief-sure = How sure
debrief-open = left open
debrief-first-theory = First theory
debrief-verdict = Verdict
debrief-verdict-by = signed by both teams
debrief-verdict-none = none was signed
debrief-answer = What was right
debrief-answer-how = the ground truth
debrief-mark-right = right
debrief-mark-wrong = not right
debrief-mark-open = no answer
debrief-theories-how = A first theory is what one half of the facts allows. Look for the row that changed, and name the item that changed it.
debrief-right-of = { $right } of { $of } right
debrief-right-none = nothing on record
debrief-theories-sum = { $north } at first: { $first }. { $south } at first: { $second }. The verdict: { $verdict }.

debrief-points-of = { $points } of { $of } points
debrief-met = met
debrief-not-met = not met
debrief-points-met = +{ $points }
debrief-points-missed = 0 of { $points }
debrief-score-of = { $score } of 100
debrief-sum-plain = These are the points of the criteria that were met.
debrief-sum = { $met } of { $all } points were reached, which makes { $score } of 100.
debrief-sum-less = { $met } of { $all } points were reached, which makes { $share } of 100. { $penalty } are taken off because the verdict was surer or less sure than it was right.
debrief-calibration = How sure, and how right
debrief-calibration-none = There was no joint verdict, so there is nothing to compare.
debrief-calibration-over = You were { $confidence } % sure, and { $right } of { $of } answers were right. That is surer than the evidence allowed{ $penalty ->
    [0] .
   *[other] , and costs { $penalty } points.
}
debrief-calibration-under = You were { $confidence } % sure, and { $right } of { $of } answers were right. You could have trusted your evidence more{ $penalty ->
    [0] .
   *[other] ; the doubt costs { $penalty } points.
}
debrief-calibration-well = You were { $confidence } % sure, and { $right } of { $of } answers were right. You knew how much you knew.
debrief-welfare = How the people fared
debrief-welfare-loss = { $loss ->
    [0] Nobody fared worse at the end than at the start.
   *[other] Between them they lost { $loss } of their welfare (10 is well, 0 is worst).
}
debrief-welfare-from-to = { $truth } · from { $from } to { $to }
debrief-welfare-start = start

debrief-hot-wash-how = One question at a time. Let each team answer before anybody comments.
debrief-question = Question { $number } of { $of }
debrief-question-before = Previous
debrief-question-after = Next question
debrief-question-first = This is the first question.
debrief-question-last = This is the last question.
debrief-sum-none = { $met } of { $all } points were reached, which makes { $share } of 100. { $penalty } are taken off because there was no joint verdict.
debrief-held = The exercise is over
debrief-held-do = The truth waits until the trainer opens it. Tell it yourselves first:
debrief-held-1 = What did you think was going on, and when did that change?
debrief-held-2 = What did you know that the other service needed, and when did it get it?
debrief-held-3 = What would you do otherwise in the first hour?
debrief-file-elsewhere = The exercise is kept on the trainer’s computer: it is replayed there.
debrief-console = Console

debrief-ask-questions = To the questions
debrief-questions-then = Take the questions one at a time; both teams answer each. Then open what really happened.
debrief-tab-ratings = Ratings
debrief-ratings-how = The program proposes (underlined), a person decides (filled). P achieved · S achieved, could be smoother · M achieved, other work was harmed · U not achieved
debrief-ratings-open = { $number ->
    [0] Everything is decided.
    [one] One critical task is still to be decided.
   *[other] { $number } critical tasks are still to be decided.
}
debrief-ratings-no-guide = This case has no evaluation guide, so there are no critical tasks to rate. Look under “Score”, or add an evaluation.ron to the case.
debrief-ratings-no-record = What the record says is not at this computer, so nothing can be proposed here.
debrief-rating-p = achieved, and no other work was harmed
debrief-rating-s = achieved, but it could have gone more smoothly
debrief-rating-m = achieved, but other work was harmed
debrief-rating-u = not achieved
debrief-rating-means = { $letter }, { $meaning }
debrief-rating-name = { $task }: { $rating }
debrief-rating-name-proposed = { $task }: { $rating } (proposed)
debrief-rating-seen = { $met } of { $of } observed
debrief-rating-seen-and-eye = { $met } of { $of } observed; { $eye } for an evaluator’s eye
debrief-rating-capped = critical error: at most M
debrief-rating-capped-why = A critical error is on record. The rating cannot be better than M.
debrief-rating-not-yours = Only the trainer decides on ratings. Say what you think when it is talked about.
debrief-rating-proposed = The program proposes { $rating }.
debrief-rating-for-eye = Nothing on record shows this. An evaluator has to say.
debrief-rating-settled = Decided: { $rating }.
debrief-rating-given = What the evaluators gave
debrief-rating-differ = they differ
debrief-rating-note-how = Write why first, leave the field with Esc, then press P, S, M or U: the note goes with it.
debrief-rating-note = Note for the rating
debrief-rating-note-hint = What did you see?
debrief-quote = “{ $text }”
debrief-observed-achieved = It is achieved if
debrief-observed-smooth = It went smoothly if
debrief-observed-harmed = Other work was harmed if
debrief-observed-critical = It was a critical error if
debrief-observed-yes = Seen in the record.
debrief-observed-no = Not in the record.
debrief-observed-eye = For an evaluator’s eye.

debrief-cost = What waiting cost
debrief-cost-begins = The exercise is being played again with one thing otherwise …
debrief-cost-playing = Played again with one thing otherwise: { $done } of { $of } times.
debrief-cost-failed = It could not be worked out what one thing would have changed. { $why }
debrief-cost-nothing = Every critical item that could go in time went, and the services neither met unawares nor used what they had no consent for.
debrief-cost-how = Played again { $runs } times from the moment, with simulated teams. Brackets are 95 % intervals. It is not a judgement of anyone.
debrief-cost-late-item = { $item }, shared in round { $to } instead of { $from }
debrief-cost-never-item = { $item }, shared in round { $to } instead of never
debrief-cost-met = The services ask the register in round { $round } and do not meet in the field
debrief-cost-breach = Consent is asked before { $item } is used in round { $round }
debrief-cost-same = Nothing would have come out otherwise.
debrief-cost-with = Solved, with it
debrief-cost-without = Solved, as it was
debrief-cost-share = { $percent } %
debrief-cost-interval = [{ $low }–{ $high }]
debrief-cost-points = { $points } points [{ $low } to { $high }]
debrief-cost-no-difference = no difference shown: { $points } points [{ $low } to { $high }]
debrief-cost-rests = What these figures rest on
whatif-assumption-both-simulated = From the moment on both teams are simulated, with and without the change.
whatif-assumption-habits-kept = They keep the habits of the record until then; where there is little of it, the whole record counts, and after it what is usual.
whatif-assumption-cannot-read = They cannot read: they go by what is listed, named and held, and so does their verdict.
whatif-assumption-played-soundly = They do well at benches, interviews and counters, whatever the officers made of them.
whatif-assumption-decisions-kept = What injects ask is decided as it really was; what was never asked, by chance.
whatif-assumption-trainer-still = The trainer does nothing more by hand.
whatif-assumption-same-luck = With and without the change they have the same luck.
whatif-assumption-only-the-item = The item goes as it really went, or at once in every lawful way that is of use; all else is shared by habit.
whatif-assumption-round-as-given = The round in which the services met is carried out as it was given; the officer who is called back gets another task, or none.
whatif-assumption-consent-given = The partner would have given consent.
whatif-assumption-one-at-a-time = Each change is made alone; several do not add up.
whatif-assumption-each-alone = Each interval stands alone: of twenty, one misses by chance.

debrief-tab-learning = Learning
debrief-learning-none = This case has no questionnaires, so it cannot tell what was learned.
debrief-learning-how = Knowledge questions asked before and after, with the right answer and how many knew it. Answers are nobody’s business but each person’s own.
debrief-learning-waits = { $number ->
    [one] One person who answered before has not answered after.
   *[other] { $number } persons who answered before have not answered after.
}
debrief-learning-show = Show the answers now
debrief-learning-fill = Fill in a questionnaire
debrief-learning-locked = The right answers wait until everybody who answered before the exercise has answered after it: whoever reads them first measures nothing any more.
debrief-learning-source = Source: { $source }
debrief-learning-nobody = Nobody has answered this question.
debrief-learning-knew = { $right } of { $of } knew it
debrief-learning-owes = still owes the one after
debrief-truth-play = Play
debrief-truth-stop = Stop
debrief-truth-before = Back
debrief-truth-after = On
debrief-truth-first = This is the first step.
debrief-truth-last = This is the last step.
debrief-truth-at = Step { $step } of { $of } · round { $round }
debrief-cost-with-part = Solved at least in part, with it
debrief-cost-without-part = Solved at least in part, as it was
