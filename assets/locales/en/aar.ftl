# The after-action report with improvement plan.
aar-kind = After-action report and improvement plan
aar-contents = Contents
aar-as-table = The same as a table
aar-page = Page
aar-date = { $day } { $month } { $year }
aar-month-1 = January
aar-month-2 = February
aar-month-3 = March
aar-month-4 = April
aar-month-5 = May
aar-month-6 = June
aar-month-7 = July
aar-month-8 = August
aar-month-9 = September
aar-month-10 = October
aar-month-11 = November
aar-month-12 = December
aar-day = Day { $day }, { $time }
aar-hours = { $hours ->
    [0] { $minutes } min
   *[other] { $minutes ->
        [0] { $hours } h
       *[other] { $hours } h { $minutes } min
    }
}
aar-share = { $share } % ({ $of } of { $all })
aar-round = Round
aar-when = When
aar-who = Who
aar-place = Place
aar-happened = What happened
aar-points = Points
aar-why = Why

# The cover.
aar-cover-date = Date
aar-cover-services = Service
aar-cover-service = { $name }, { $place }
aar-cover-people = People of { $team }
aar-cover-played = Played
aar-cover-length = { $rounds } of { $of } rounds, { $hours } hours of case time
aar-cover-outcome = Outcome
aar-cover-for = This report is for
aar-cover-for-all = whoever ran the exercise
aar-cover-for-team = { $team }

# The summary.
aar-summary = Summary
aar-summary-what = { $north } and { $south } ran a joint investigation in the exercise “{ $title }”. They worked { $rounds ->
    [one] one round
   *[other] { $rounds } rounds
}, which is { $hours } hours of case time.
aar-summary-outcome = { $outcome }: { $score } of 100 points.
aar-well = What went well
aar-well-none = Nothing on record stands out. Ask the teams what they would keep.
aar-better = What to improve
aar-better-none = Nothing on record fell short. Ask the teams what they would do otherwise.
aar-summary-more = and { $number } more, in the sections on ratings and objectives.
aar-summary-task = { $task } ({ $rating }).
aar-summary-not-met = Not achieved: { $text }
aar-says-coverage = { $all ->
    [one] { $pooled ->
        [0] The one critical item that was found was not known to both services at the end.
       *[other] The one critical item that was found was known to both services at the end.
    }
   *[other] Of { $all } critical items that were found, { $pooled } were known to both services at the end.
}
aar-says-late = Half of the critical items waited { $time } or longer before they were shared, or were never shared.
aar-says-soon = Half of the critical items were shared within { $time } of being found.
aar-says-requests = { $all ->
    [one] { $answered ->
        [0] The one request between the services was not answered.
       *[other] The one request between the services was answered, be it with a no.
    }
   *[other] Of { $all } requests between the services, { $answered } were answered, be it with a no.
}
aar-says-breaches = { $number ->
    [0] Nothing of the partner’s was used without its consent.
    [one] Once the partner’s information was used without its consent.
   *[other] { $number } times the partner’s information was used without its consent.
}
aar-says-duplicated = { $number ->
    [0] The services did not get into each other’s way.
    [one] Once officers of both services got into each other’s way.
   *[other] { $number } times officers of both services got into each other’s way.
}
aar-says-no-verdict = The services did not come to a joint verdict.
aar-says-theory = Of the first theories { $before } was right; of the joint verdict, { $after }.
aar-says-welfare = { $loss ->
    [0] Nobody at risk fared worse at the end than at the start.
    [one] People at risk lost one point of their welfare.
   *[other] People at risk lost { $loss } points of their welfare.
}

# Ratings.
aar-guide = Ratings by capability
aar-guide-none = This case has no evaluation guide, so no critical tasks are rated. Its objectives and criteria stand in the next section.
aar-guide-how = Each critical task is rated P (achieved), S (achieved, could be smoother), M (achieved, other work was harmed) or U (not achieved). The program proposes from the record; a person decides. What nobody has decided on is marked as proposed.
aar-guide-objective = Objective: { $text }
aar-guide-target = Target: { $text }
aar-guide-caption = Critical tasks: { $capability }
aar-guide-task = Critical task
aar-guide-rating = Rating
aar-guide-observed = What was observed
aar-guide-critical = A critical error is on record: never better than M.
aar-guide-given = { $name } gave { $rating }.
aar-rating-p = P: achieved
aar-rating-s = S: achieved, could be smoother
aar-rating-m = M: achieved, other work was harmed
aar-rating-u = U: not achieved
aar-rating-none = not rated yet
aar-rating-proposed = { $rating } (proposed)
aar-seen-met = Met
aar-seen-not-met = Not met
aar-seen-open = For an evaluator’s eye
aar-seen-harm = Happened
aar-seen-no-harm = Did not happen

# Objectives.
aar-criteria = Objectives and criteria
aar-criteria-caption = Criteria: { $objective }
aar-criteria-what = Criterion
aar-criteria-result = Result
aar-criteria-points = Points
aar-criteria-of = { $points } of { $of }
aar-sure-none = No joint verdict was signed.
aar-sure-well = The verdict was { $confidence } % sure, and { $right } of { $of } answers were right. The services knew how much they knew.
aar-sure-over = The verdict was { $confidence } % sure, and { $right } of { $of } answers were right. That is surer than the evidence allowed.
aar-sure-under = The verdict was { $confidence } % sure, and { $right } of { $of } answers were right. The services could have trusted their evidence more.

# Knowledge.
aar-knowledge-how = A critical item is one that the other service needed. Below: how long each waited where it was found, when it was shared, and when it was first used.
aar-knowledge-chart = Critical items, from first holding to first use
aar-knowledge-about = Timeline of { $items } critical items over { $rounds } rounds. A ring marks the round in which an item was first held, an arrow the round in which it was shared, a tick its first use; a dashed bar was never shared. The tables below say the same.
aar-knowledge-critical = Critical items
aar-knowledge-others = Other items that were found
aar-item = Item
aar-held = Held
aar-shared = Shared
aar-arrived = Arrived
aar-used = Used
aar-never = never
aar-kept = kept
aar-shared-at-once = shared at once

# Truth and theories.
aar-truth-caption = What happened, by round
aar-truth-prevented = Prevented by the services’ work: { $text }
aar-truth-reaction = The network was alarmed: { $text }
aar-theories = First theories and the verdict
aar-theories-how = A first theory is what one half of the facts allows. It was recorded before anything was shared. ✓ is right, ✗ is not.
aar-theories-caption = What was thought first, what was decided together, and what was right
aar-theories-question = Question
aar-theories-first = { $team } at first
aar-links = Links between persons, vehicles and places
aar-proof-how = An offence is proven by its elements. An item counts where it proves the element and may be put before that country’s courts. Where the victim is a child, no means are required (Palermo Protocol, Art. 3).
aar-proof-caption = Elements of the offence
aar-proof-element = Element
aar-proof-cited = Cited in the verdict
aar-proof-proof = What proves it
aar-proof-result = Result
aar-roles-person = Person

# Operations, authorities, set pieces.
aar-operation-evidence = Place and time are shown by { $items }.
aar-operation-aim = Aim: { $text }
aar-operation-places = Places: { $places }
aar-operation-start = Start: { $time } on the clock of { $team }
aar-operation-basis = { $team } acted on: { $title }
aar-operation-unnamed = A risk that nobody named: { $text }
aar-operation-contingency = If it went otherwise: { $text }
aar-operation-cited = The plan rested on: { $items }
aar-authority = Authority
aar-authority-applied = Applications
aar-authority-shows = What would show it
aar-authority-caption = What could be applied for
aar-set-pieces = Examined, questioned and checked by officers
aar-set-pieces-caption = Set pieces
aar-set-pieces-who = Officer and task
aar-set-pieces-result = Result
aar-set-pieces-right = Right answer and teaching point
aar-set-pieces-well = Done well: { $points } of 100 points
aar-set-pieces-badly = Done badly: { $points } of 100 points
aar-set-pieces-left = Walked out
aar-set-pieces-open = Not finished
aar-set-pieces-teach-document = Compare with the specimen, under every light, before you find.
aar-set-pieces-teach-interview = Open questions first; evidence late; nobody is pressed.
aar-set-pieces-teach-line = An observation counts with a question whose answer can be checked. Nervousness alone shows nothing.

# The course.
aar-course = Alarm, trust and welfare
aar-course-how = How the network’s alarm, trust between the services and the welfare of people at risk stood at the start and at the end of each round.
aar-course-what = What
aar-course-about = { $title }: { $from } at the start, { $to } at the end, of { $most }.
aar-alarm = The network’s alarm
aar-welfare-of = Welfare: { $name }
aar-requests-caption = Requests between the services
aar-request-by = Asked by
aar-request-about = About
aar-request-answer = Answer

# Measures.
aar-measures = Measures
aar-measures-how = Every figure is counted from the record. A dash means that there was nothing to count.
aar-measures-caption = Figures of the exercise
aar-measure = Measure
aar-measure-both = Both services
aar-metric-coverage = Critical items pooled
aar-metric-how-coverage = Critical items that both services could read at the end, of those that somebody held. More is better.
aar-metric-focus = Talk about what only one service held
aar-metric-how-focus = Of everything shared, named in a message or cited, the part that only one service held at the time. More is better.
aar-metric-sharing-delay = Time from holding to sharing
aar-metric-how-sharing-delay = The middle value over critical items, in case time. What was never shared counts to the end. Less is better.
aar-metric-right-way = Shared in the right way
aar-metric-how-right-way = Items shared in the form and by the channel that fit, of all items shared. More is better.
aar-metric-over-sharing = Over-sharing
aar-metric-how-over-sharing = Times that more went over in a round than a desk can read, or doubtful information without a warning. Less is better.
aar-metric-breaches = Used without consent
aar-metric-how-breaches = Uses of the partner’s items without its consent. Less is better.
aar-metric-duplicated-work = Work done twice
aar-metric-how-duplicated-work = Pairs of tasks of both services on the same person or place, not deconflicted. Less is better.
aar-metric-exposure-caused = Alarm caused
aar-metric-how-exposure-caused = Points by which the services’ own work alarmed the network. Less is better.
aar-metric-requests-answered = Requests answered
aar-metric-how-requests-answered = Requests of the partner that were answered, of those received. More is better.
aar-metric-first-theory = First theory right
aar-metric-how-first-theory = Right answers of the theory that was recorded before anything was shared. More is better.
aar-metric-verdict = Verdict right
aar-metric-how-verdict = Right answers of the joint verdict. More is better.
aar-metric-calibration = Confidence and truth apart
aar-metric-how-calibration = Distance between stated confidence and what was right, squared, in points of 100 (Brier score). Less is better.
aar-metric-question-mix = Appropriate questions
aar-metric-how-question-mix = Open, probing and appropriate closed questions, of all questions in interviews (Griffiths Question Map). More is better.
aar-metric-sensitivity = Telling apart at the counter
aar-metric-how-sensitivity = d′: how well those to be referred were told from the others. 0 is chance; more is better.
aar-metric-bias = Leaning at the counter
aar-metric-how-bias = c: above 0 officers leaned towards clearing, below 0 towards referring. Near 0 is even.
aar-metric-welfare-lost = Welfare lost
aar-metric-how-welfare-lost = Welfare of people at risk at the start less that at the end, in points. Less is better.
aar-unit-percent = per cent
aar-unit-minutes = minutes of case time
aar-unit-count = times
aar-unit-points = points
aar-unit-deviations = standard deviations

# Injects.
aar-msel = Injects, planned and actual
aar-msel-none = The case has no injects, and none was sent.
aar-msel-caption = Master scenario events list
aar-msel-number = No.
aar-msel-what = Inject
aar-msel-who = From and to
aar-msel-planned = Planned
aar-msel-actual = Actual
aar-msel-expected = Expected action
aar-msel-edited = In the trainer’s words.
aar-msel-inserted = not planned; the trainer’s own
aar-msel-by-hand = by hand
aar-msel-when = once its condition holds
aar-msel-unless = unless the expected action is seen
aar-msel-minute = Round { $round }, minute { $minute }
aar-msel-not-sent = not sent

# Notes.
aar-notes-none = Nothing was noted.
aar-notes-caption = Observations of the trainer and the evaluators
aar-notes-about = About
aar-notes-what = Observation
aar-notes-rating = Rating
aar-by-trainer = Trainer
aar-by-evaluator = Evaluator
aar-by-decided = decided
aar-by-program = proposed by the program
aar-hand = What the trainer did by hand
aar-hand-given = Round { $round }: gave { $team } { $item }.
aar-hand-to-well = Round { $round }, { $team }: “{ $task }” was counted as done after all. Reason: { $reason }
aar-hand-to-badly = Round { $round }, { $team }: “{ $task }” was counted as not done after all. Reason: { $reason }
aar-hand-sent = Round { $round }: sent an inject from { $from }: “{ $text }”

# The improvement plan.
aar-plan = Improvement plan
aar-plan-how = Each row is something that could be better. Write beside it what will be done, who does it, and by when.
aar-plan-none = Nothing on record fell short. Use the hot wash to find what could still be better.
aar-plan-caption = Findings and corrective actions
aar-plan-number = No.
aar-plan-finding = Finding
aar-plan-action = Corrective action
aar-plan-owner = Owner
aar-plan-date = Date

# The account.
aar-account = Account of the exercise
aar-account-how = Everything that happened, in order. Times are by the clock of { $team }.
aar-account-noted = Noted

# The workbook.
aar-sheet-timeline = Timeline
aar-sheet-items = Items
aar-sheet-metrics = Metrics
aar-sheet-ratings = Ratings
aar-sheet-msel = MSEL
aar-sheet-events = Events
aar-column-event = Event
aar-column-item = Item
aar-column-title = Title
aar-column-weight = Weight
aar-column-form = Form
aar-column-text = Text
aar-column-unit = Unit
aar-column-meaning = What it means
aar-column-objective = Objective
aar-column-capability = Capability
aar-column-by = By
aar-column-note = Note
aar-column-status = Status
aar-column-from = From
aar-column-to = To
aar-column-kind = Kind
aar-column-details = Details

# What one thing would have made of it, and what was learned.
aar-otherwise-what = What would have been otherwise
aar-otherwise-worth = Worth
aar-otherwise-caption = How likely the case is solved in full, with one thing otherwise and as it was
aar-learning = What was learned
aar-learning-how = The same persons before the exercise, after it and, where they were asked, weeks later. Without a group that did not take part this shows what changed, and not why.
aar-learning-what = Question
aar-learning-people = Answers
aar-learning-before = Right before
aar-learning-after = Right after
aar-learning-gain = Gain
aar-learning-later = Right later
aar-learning-caption = Knowledge before and after; the gain is the part of what was missing that was learned (Hake 1998)
aar-learning-all = All questions
aar-learning-asked = What was asked
aar-learning-scales = How many gave 1 to 5
aar-learning-texts = In their own words
