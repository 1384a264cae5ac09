# The report to take home, whatever format it is written in.
report-title = { $title }: after-action report
report-about = After-action report. Seed { $seed }.
report-people = { $people }.
report-outcome = outcome
report-points = of 100 points
report-rounds = { $number ->
    [one] round
   *[other] rounds
}
report-welfare-lost = welfare lost

report-known = What was known, and when
report-item = Item
report-held = Held
report-passed-on = Passed on
report-partner-had = Partner had it
report-used = Used
report-shared = Round { $round }, { $form }
report-never-shared = never

report-objectives = Objectives
report-earned-of = { $earned } of { $points }
report-penalty = { $penalty ->
    [one] Confidence: { $confidence } % sure, right on { $right } of { $of }: { $penalty } point taken off.
   *[other] Confidence: { $confidence } % sure, right on { $right } of { $of }: { $penalty } points taken off.
}
report-penalty-no-verdict = { $penalty ->
    [one] No joint verdict was signed: { $penalty } point taken off.
   *[other] No joint verdict was signed: { $penalty } points taken off.
}

report-elements-how = Act, means and purpose; where the victim is a child no means are required (Palermo Protocol, Art. 3(c)).
report-element = Element
report-cited = Cited in the verdict
report-proof = What proves it
report-proven-before = Proven before
report-no-court = no court
report-person = Person
report-at-first = { $team } at first
report-really = Really

report-trust = Trust
report-of-100 = of 100
report-round = Round
report-why = Why
report-asked-about = Asked about
report-waited = Waited
report-answer = Answer
report-waited-rounds = { $rounds ->
    [one] { $rounds } round
   *[other] { $rounds } rounds
}
report-never-answered = never answered
report-refused = refused: { $why }
report-untrue = That was not true: the service held something that spoke of it, and its partner went on without it.
report-costs = Without consent, and blue on blue
report-no-costs = Nothing was used without consent, and the services did not get into each other’s way.

report-right-place = The right place: { $place }
report-right-round = The right time: round { $round }
report-right-rounds = The right time: rounds { $first } to { $last }
report-rests-on = Place and time rest on { $items }
report-result = { $outcome }. { $text }
report-for = For: { $objective }
report-start = Start at { $time } on the clock of { $team }
report-acted-on = { $team } acted on: { $title }
report-risk-not-named = A risk not named: { $text }
report-contingency = If it goes otherwise: { $text }
report-shows-it = { $item } (which shows it)
report-rested-on = It rested on { $items }
report-rested-on-nothing = It rested on no item.
report-odds = Odds { $chance } in 100: { $odds }. Drawn: { $roll }

report-applied-for = Applied for
report-to-be-shown = To be shown
report-what-shows = What shows it
report-shows-admissible = { $items } (one of these, admissible)
report-shows = { $items } (one of these, or two that are weak)

report-hot-wash = For the hot wash
report-record = The record
# A team where only its mark is known.
report-team = { $mark }
