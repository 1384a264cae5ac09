# The account of an exercise: a sentence for each thing that happened. Whose doing it was stands beside it.
account-round = Round { $round } of { $of }, { $time }
account-no-verdict = { debrief-phase }. There was no joint verdict.

account-sent = { $officer } is sent to: { $task }
account-called-back = { $officer } is called back
account-done = { $officer }: { $task }: done (rolled { $roll }, needed { $chance } or less).
account-not-done = { $officer }: { $task }: did not work (rolled { $roll }, needed { $chance } or less).
account-still-at = { $officer } is still at: { $task }
account-begins = { $officer } begins: { $task }
account-finding = Finding on “{ $title }”: { $finding }
account-played-well = { $officer }: { $task }: done well, { $points } points of 100.
account-played-badly = { $officer }: { $task }: done badly, { $points } points of 100.
account-walked-out = { $officer }: { $task }: walked out.

account-not-ready = Not ready after all
account-time-up = Time is up. The round is carried out.
account-facilitator-ends = The facilitator ends planning. The round is carried out.
account-both-ready = Both teams are ready. The round is carried out.
account-stopped = The clock is stopped.
account-runs-again = The clock runs again.
account-extended = { $seconds ->
    [one] The phase gets { $seconds } second more.
   *[other] The phase gets { $seconds } seconds more.
}

account-shares = { $arrives ->
    [0] Shares { $item } { $form } ({ $channel }); it arrives at once.
   *[other] Shares { $item } { $form } ({ $channel }); it arrives in round { $arrives }.
}
account-note = Note: “{ $note }”
account-receives = Receives { $item }
account-message = Message: “{ $text }”
account-item = { $number } “{ $title }”
account-new-item = New in the folder: { $item }

account-asks = Asks the partner about { $names }.
account-words = “{ $text }”
account-answers = Answers the request about { $names }: { $items }
account-answers-no-trace = Answers the request about { $names }: no trace
account-answers-refused = Refuses the request about { $names }: { $why }
account-query-match = Pointer query about { $about }: a match
account-query-no-match = Pointer query about { $about }: no match
account-query-met = The query about { $about } has met its match
account-asks-consent = Asks for consent to use { $item }
account-consents = Lets the partner use { $item }
account-no-consent = Does not let the partner use { $item }
account-breach = Uses { $item } { $use } without its originator’s consent
account-trust = Trust between the services: { $from } → { $to }
account-trust-why = Trust between the services: { $from } → { $to }. { $why }
account-blue-on-blue = Blue on blue at { $about }: “{ $north }” and “{ $south }” got into each other’s way; { $failed } has worked in vain
account-welfare = { $name }: welfare { $from } → { $to }
account-alarm = The network’s alarm: { $from } → { $to }

account-first-theory = First theory: { $theory }
account-theory-revised = Theory revised: { $theory }
account-verdict-drafted = Drafts verdict, revision { $revision }: { $theory }
account-verdict-signed = Signs verdict, revision { $revision }
account-no-offence = no offence named
account-open = { $question } open
account-answer = { $question } { $answer }
account-says = { $what }: { $said }
account-citing = citing { $items }
account-sure = { $confidence } % sure
account-parts = { $all }; { $next }

account-link = { $from } { $key ->
    [calls] is { link-kind-calls }
    [related-to] is { link-kind-related-to }
   *[other] { $kind }
} { $to }
account-link-drawn = Draws a link: { $link } (read out of { $items })
account-link-removed = Takes a link off its chart: { $link }
account-link-posted = { $behind ->
    [one] To the joint board: { $link } ({ $behind } item behind it)
   *[other] To the joint board: { $link } ({ $behind } items behind it)
}
account-link-withdrawn = Off the joint board: { $link }
account-link-doubted = Doubts that { $link }: “{ $text }”
account-link-settled = Doubts no more that { $link }

account-applies = Applies for “{ $title }”, citing { $items }: { $decided }
account-granted-at-once = granted, held at once
account-granted = granted, held from round { $round }
account-turned-down = turned down. { $why }
account-lack-nothing-cited = nothing that was cited speaks for it
account-lack-too-weak = one item of a weak grade, with nothing beside it
account-lack-not-admissible = nothing that the courts may see
account-lack-tear-line-only = only a tear-line, and the full text is wanted

account-plan-drafted = Drafts a plan, revision { $revision }: { $plan }.
account-signatures-fall = Signatures fall.
account-plan-signed = Signs the plan, revision { $revision }
account-plan-stands = Signs the plan, revision { $revision }: the plan stands
account-plan-put-away = Puts the plan away
account-plan-no-objective = no objective yet
account-plan-no-start = no start yet
account-plan-place = { $team } at { $place }
account-plan-start = round { $round } at { $time }
account-plan-basis = on { $title }
account-plan-risks = { $number ->
    [one] { $number } risk named
   *[other] { $number } risks named
}
account-operation-success = The joint operation “{ $title }”: succeeded (rolled { $roll }, needed { $chance } or less: { $odds }).
account-operation-failure = The joint operation “{ $title }”: failed (rolled { $roll }, needed { $chance } or less: { $odds }).
account-operation-missed = The joint operation “{ $title }”: failed. { $misses }
account-operation-danger = The joint operation “{ $title }”: a critical error, people at risk were left in danger.
account-miss-place = { $team } was at the wrong place.

account-inject = Inject { $number }, { $from }: { $text }
account-inject-by-hand = Inject { $number } (by hand), { $from }: { $text }
account-inject-held = Inject { $number } is held back.
account-inject-released = Inject { $number } is released.
account-inject-skipped = Inject { $number } is skipped.
account-inject-edited = Inject { $number } now reads: “{ $text }”
account-inject-inserted = Inject that was not on the list, { $from }: { $text }
account-decides = Decides on inject { $number }: { $option }
account-undecided = Has not decided on inject { $number } in time: { $option }
account-network = The network: { $text }
account-prevented = Prevented: { $text }
account-alarmed = The network is alarmed: { $text }

account-pace = The clock runs at { $percent } per cent.
account-given = Given by the trainer: { $item }
account-changed-to-done = The trainer changes a result of round { $round }: { $task }: done. Reason: “{ $reason }”
account-changed-to-not-done = The trainer changes a result of round { $round }: { $task }: did not work. Reason: “{ $reason }”
account-trainer-says = The trainer says: “{ $text }”
account-noted = { $by ->
    [evaluator] An evaluator notes
   *[trainer] The trainer notes
}{ $critical ->
    [0] {""}
   *[other] {" "}a critical error
}{ $rating ->
    [none] {""}
   *[other] {" "}(rated { $rating })
}: “{ $text }”
account-truth-waits = The truth will wait until the trainer opens it.
account-truth-opened = The trainer opens the truth to the teams.
account-rated = { $who } rates “{ $task }”: { $rating }.{ $noted ->
    [0] {""}
   *[other] {" "}“{ $note }”
}
account-rating-settled = Decided for “{ $task }”: { $rating }.{ $noted ->
    [0] {""}
   *[other] {" "}“{ $note }”
}
account-questionnaire = A questionnaire is handed in ({ $when }).
account-occasion-before = before the exercise
account-occasion-after = after the exercise
account-occasion-follow-up = as a follow-up
account-answers-shown = The answers to the questionnaires are shown.
