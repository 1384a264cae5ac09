# The questioning room.
home-drill-room = Questioning
home-drill-room-detail = One person, one talk: open questions first, evidence late, and nothing by force.

room-title = Questioning
room-level = Level
room-people = Another person
room-people-title = Whom do you want to ask?
room-minutes = { $minute } of { $minutes } min
room-until-break = { $minutes ->
    [one] break due in a minute
   *[other] break due in { $minutes } min
}
room-break-due = a break is due

room-age-child = A child
room-age-unknown = Age not known: a child until it is
room-rapport = Rapport
room-rapport-0 = none
room-rapport-1 = little
room-rapport-2 = some
room-rapport-3 = growing
room-rapport-4 = good
room-rapport-5 = full
room-stress = Stress
room-stress-0 = calm
room-stress-1 = at ease
room-stress-2 = tense
room-stress-3 = strained
room-stress-4 = very strained
room-stress-5 = shut down
room-memory = Memory
room-memory-0 = gone
room-memory-1 = foggy
room-memory-2 = patchy
room-memory-3 = fair
room-memory-4 = clear
room-memory-5 = very clear

room-safeguards = Safeguards
room-of = { $part } of { $all }
room-safeguard-purpose = Purpose, rights explained
room-safeguard-interpreter = Interpreter vetted
room-safeguard-alone = Seen alone
room-safeguard-doctor = Need for a doctor asked
room-safeguard-break = Breaks offered
room-safeguard-guardian = Guardian here
room-guardian-owed = Call a guardian before you ask anything: what is said without one may not be used.

room-topics = Topics
room-topics-how = tick: covered · half: open · ring: not begun
room-topic-name = { $topic }: { $state }
room-topic-untouched = not begun
room-topic-open = open
room-topic-covered = covered
room-topic-own = only if the person wants it
room-questions-on = { $topic }
room-summarise = Sum up
room-next-topic = Next topic

room-kind-open = Open
room-kind-probing = Probing
room-kind-closed = Closed
room-kind-inappropriate-closed = Inappropriate closed
room-kind-leading = Leading
room-kind-multiple = Multiple
room-kind-forced-choice = Forced choice
room-kind-opinion = Opinion
room-how-open = tell, explain, describe
room-how-probing = who, what, when, how
room-how-closed = to check one fact
room-how-inappropriate-closed = cuts the account off
room-how-leading = carries its answer
room-how-multiple = several at once
room-how-forced-choice = none of it may be true
room-how-opinion = says what you think
room-pressure-threat = Threat
room-pressure-promise = Promise
room-pressure-exhaustion = Wears down
room-asked = asked
room-asked-in-vain = kept back
room-asked-rested = kept back before the break

room-statement = Statement
room-statement-how = in the person’s own words
room-statement-empty = Nothing has been said yet. Give the safeguards first, then ask an open question.
room-quoted = “{ $words }”
room-done-put = Put: { $evidence }
room-done-summed = Summed up: { $topic }
room-done-rested = A break: water, a window, no questions
room-not-usable = May not be used: no guardian was here
room-indicator = Indicator: inquire further
room-disagrees = Disagrees with { $other }
room-pick-how = Take up two that cannot both be right.
room-pick-two = Take up two statements first, or a statement and a piece of evidence.
room-disagree = These disagree

room-evidence = Evidence
room-evidence-how = late, after the account
room-evidence-none = There is nothing to put to this person.
room-evidence-shown = Put after { $minute } min
room-evidence-wait = Wait: “{ $topic }” is still open
room-evidence-early = Wait: the account is not finished
room-put = Put it
room-take-up = Take up
room-lay-down = Lay down

room-mix = Mix
room-asked-number = Questions so far: { $number }
room-mix-none = nothing asked yet
room-mix-good = { $open } open · { $probing } probing · { $closed } closed
room-mix-inappropriate = { $number } not appropriate
room-map = Question map
room-map-back = Topics
room-map-how = Every question by its kind, over the minutes. The line should stay in the upper half and begin open on each topic.
room-map-empty = Nothing has been asked yet.
room-map-good = Appropriate
room-map-bad = Not appropriate
room-map-unit = minutes
room-break = Break
room-refer = Refer as presumed victim
room-close = Read back, close

room-refer-title = Close with a referral
room-refer-what = You read the statement back, and the person goes to those who protect presumed victims of trafficking. Indicators are enough; proof is not needed.
room-refer-yes = Refer and close
room-close-title = Read back and close
room-close-what = You read the statement back, and the person goes without a referral.
room-close-yes = Close
room-close-end = Reading back takes { $minutes } minutes. After that nothing more can be asked.
room-stay = Go on asking
room-open = Still open
room-open-nothing = Safeguards given, topics covered, evidence put.
room-open-safeguard = Not given: { $safeguard }
room-open-untouched = { $number ->
    [one] One topic was not begun.
   *[other] { $number } topics were not begun.
}
room-open-topics = { $number ->
    [one] One topic is not finished or not summed up.
   *[other] { $number } topics are not finished or not summed up.
}
room-open-evidence = { $number ->
    [one] One piece of evidence was not put.
   *[other] { $number } pieces of evidence were not put.
}

room-irritated = You have asked that before, and it shows. A break helps more than a second time.
room-no-reaction = No answer comes to that.
room-summarised = “Yes. That’s how I said it.”
room-they-disagree = They disagree: noted.
room-no-disagreement = They can both be right. { $minutes } minutes are gone.
room-recorded = On record: { $critical }
room-critical-threat = a threat
room-critical-promise = a promise for an answer
room-critical-exhaustion = a person worn down
room-critical-child = a child, or one who may be a child, heard without a guardian
room-critical-not-referred = a presumed victim let go without a referral

room-refusal-not-there = There is nothing of that kind here.
room-refusal-not-offered = Nothing that was said leads to that question yet. Ask openly on its topic first.
room-refusal-not-needed = This person does not need that.
room-refusal-already-given = That was given before.
room-refusal-already-shown = That lies on the table already.
room-refusal-not-heard = Nobody has said that yet.
room-refusal-same = A thing cannot disagree with itself. Take up another.
room-refusal-known = You have marked those two before.
room-refusal-nothing-to-summarise = Nothing new has been said on this topic since you summed it up, or nothing at all.
room-refusal-just-rested = Nothing has been asked since the person came in or had a break.
room-refusal-no-time = There is not enough time left in this room for that. Read back and close.
room-refusal-over = The interview is over.

room-result = What it came to
room-points = { $points } of 100 points
room-was-referred = closed with a referral
room-was-closed = closed without a referral
room-capped = Whatever else was good: with this on record there are no more than 40 points.
room-error-threat = You threatened the person. A threat makes people say what ends it.
room-error-promise = You promised something for an answer. What was bought so is worth nothing.
room-error-exhaustion = You went on until the person was worn down. A break costs ten minutes.
room-error-child = A child, or one who may be a child, was heard without a guardian.
room-error-not-referred = A presumed victim was let go without a referral.
room-part-mix = How you asked
room-part-mix-what = Appropriate questions, one in four of them open (Griffiths Question Map).
room-part-order = Order
room-part-order-what = On each topic: open, then probing, then a check, then a summary (PEACE).
room-part-coverage = What is known
room-part-coverage-what = True statements that were heard and may be used, by topic.
room-part-disclosure = Evidence late
room-part-disclosure-what = Put after the open account, when innocent explanations were closed off (strategic use of evidence).
room-part-disclosure-none = Does not apply: there was no evidence to put. The other parts count for its points.
room-part-inconsistencies = Disagreements
room-part-inconsistencies-what = Found and marked; each mark that was wrong costs { $points }.
room-part-inconsistencies-none = Does not apply: nothing at hand could disagree. The other parts count for its points; a wrong mark still costs { $points }.
room-part-protection = Protection
room-part-protection-what = Safeguards before the first question, and the right end: a referral for a presumed victim and nobody else.
room-truths = { $known } of { $all } true statements were heard and may be used.
room-unusable = { $number ->
    [one] One statement may not be used.
   *[other] { $number } statements may not be used.
}
room-found = { $number ->
    [0] No disagreement was found.
    [one] One disagreement was found.
   *[other] { $number } disagreements were found.
}
room-false-marks = { $number ->
    [one] One mark was wrong.
   *[other] { $number } marks were wrong.
}
room-lessons = Worth knowing
room-lessons-none = This person’s words hold no contradiction.
room-lesson-early = Evidence that is put before the account is told makes the account fit it.
room-tally = { $interviews ->
    [one] One interview, { $points } points
   *[other] { $interviews } interviews, { $points } points on average
}
room-home = Home
room-again = The same again
room-next = Next person
room-leave = Leave this interview?
room-leave-what = It is not closed. An interview that is left has no result.
room-leave-yes = Leave it
room-evidence-unfree = The partner's, and it has not agreed: to put it is a breach.
