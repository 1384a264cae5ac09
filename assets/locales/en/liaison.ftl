# What passes between the two desks: requests, answers, queries, consent, trust.
liaison-list = { $all }, { $next }

liaison-line-request = Request from { $team }
liaison-line-own-request = You asked { $team }
liaison-line-request-text = Do you hold anything on { $names }?
liaison-line-request-note = Do you hold anything on { $names }? “{ $note }”
liaison-line-waiting = { $rounds ->
    [0] new this round
    [one] waiting { $rounds } round
   *[other] waiting { $rounds } rounds
}
liaison-line-answer = Answer from { $team }
liaison-line-own-answer = You answered { $team }
liaison-line-items = On { $names }: { $items }
liaison-line-items-coming = On { $names }: { $items }. On its way: { $coming } more.
liaison-line-all-coming = On { $names }: the answer is on its way, { $coming } in number.
liaison-line-no-trace = On { $names }: no trace.
liaison-line-refused = On { $names }: not given. { $why }
liaison-line-own-query = You asked the register
liaison-line-query = { $team } asked the register
liaison-line-matched = { $name }: a match. Both services hold something on it or work on it, and both know it now.
liaison-line-no-match = { $name }: no match now. If that changes, both services are told.
liaison-line-partner-matched = { $name }: you hold something on the same or work on it. Both services know it now.
liaison-line-partner-no-match = There was no match with your work; what it asked about stays with { $team }.
liaison-line-consent-asked = { $team } asks for consent
liaison-line-own-consent-asked = You asked { $team } for consent
liaison-line-consent-asked-text = May { $item } be used in a warrant, a plan or an interview?
liaison-line-granted = { $team } gives consent
liaison-line-denied = { $team } does not give consent
liaison-line-own-granted = You gave consent
liaison-line-own-denied = You did not give consent
liaison-line-granted-text = { $item } may be used in a warrant, a plan or an interview.
liaison-line-denied-text = { $item } stays a lead to work on. It may not be used further.
liaison-line-breach = { $team } used your item without asking
liaison-line-own-breach = You used an item without consent
liaison-line-breach-text = { $item } was used { $use }. Its originator was not asked.
liaison-line-blue-on-blue = Blue on blue
liaison-line-blue-failed = “{ $task }” met officers of { $team }. It came to nothing, and the network has noticed.
liaison-line-blue-worked = “{ $task }” met officers of { $team }. Theirs came to nothing, and the network has noticed.
liaison-use-warrant = in a warrant
liaison-use-plan = in a plan
liaison-use-interview = in an interview

liaison-do-answer = Answer
liaison-do-no-trace = No trace
liaison-do-refuse = Refuse…
liaison-do-allow = Allow
liaison-do-deny = Do not allow
liaison-do-more = Add to the answer

liaison-withheld-source-at-risk = A source would be at risk
liaison-withheld-operation-running = An operation is running
liaison-withheld-no-legal-basis = There is no legal basis
liaison-withheld-wants-formal = It takes a formal request
liaison-withheld-too-broad = The question is too wide
liaison-withheld-detail-source-at-risk = Whoever told you could be found out if it were passed on.
liaison-withheld-detail-operation-running = Your own officers would be at risk, or their work lost. Say when you can tell more.
liaison-withheld-detail-no-legal-basis = Your law gives no ground to pass it on.
liaison-withheld-detail-wants-formal = It can go only by mutual legal assistance; the partner may ask that way.
liaison-withheld-detail-too-broad = The partner can ask again about one person, vehicle or place.

liaison-search = Search what you know of
liaison-knows-nothing = You know of nothing to ask about yet. Send officers to tasks: what they find names persons, vehicles and places.
liaison-none-found = Nothing fits. Search for other words.

liaison-ask = Ask…
liaison-ask-title = Ask { $team } what it holds
liaison-words = In your own words
liaison-words-hint = Why you ask, and by when you need it
liaison-ask-none = Pick one to three persons, vehicles, places or other subjects at the left.
liaison-ask-tells = Asking tells { $team } of { $names }: from now on it knows the names.
liaison-ask-waits = { $team } can answer with items, with “no trace”, or say why not. A request that waits costs trust.
liaison-ask-send = Send to { $team }
liaison-sent-request = The request is sent. { $team } has it on its line now.

liaison-answer-title = Answer { $team }
liaison-answer-yours = What you hold that speaks of it
liaison-answer-none = Nothing in your folder speaks of it. Say “no trace”, or look first: a task may find something, and a request can wait.
liaison-answer-goes = goes into the answer
liaison-answer-given = in your answer
liaison-answer-send = Answer with these ({ $number })
liaison-not-passed-on = Not passed on yet
liaison-sent-answer = { $team } has your answer.
liaison-no-trace-title = Tell { $team }: no trace
liaison-no-trace-held = { $number ->
    [one] You hold one item that speaks of it. “No trace” would not be true, and the debrief will show it.
   *[other] You hold { $number } items that speak of it. “No trace” would not be true, and the debrief will show it.
}
liaison-no-trace-later = If you find something later, pass it on and add it to the answer.
liaison-refuse-title = Refuse, and tell { $team } why
liaison-reply-send = Send to { $team }

liaison-query = Pointer query…
liaison-query-title = Pointer query: does the partner work on the same?
liaison-query-about = Ask the register about { $name }
liaison-query-do = Ask
liaison-query-work = The work of this round
liaison-query-no-work = No officer has a task in the field yet. Give tasks first, then ask whether the partner is there too.
liaison-query-follows = What { $team } will learn
liaison-query-match = If there is a match, both services are told of it, and of what it is about. Nothing else.
liaison-query-no-match = If there is none, { $team } hears that you have asked, but not about what.
liaison-query-later = The query stands: if { $team } starts on the same later, both are told then.
liaison-told-match = match
liaison-told-none = no match
liaison-queried = Asked about { $number }: { $matches ->
    [0] no match.
    [one] one match. Both services know it now.
   *[other] { $matches } matches. Both services know them now.
}
liaison-check = Same place as { $team }?
liaison-check-nothing = No task given needs asking.
liaison-check-none = None found for the tasks given.
liaison-check-match = A match, and both of you know it.
liaison-check-open = { $number ->
    [one] One is not asked about yet.
   *[other] { $number } are not asked about yet.
}
liaison-check-now = Check now

liaison-with = With the selected: { $name }
liaison-with-query = Pointer query
liaison-with-ask = Ask partner
liaison-with-detail = A pointer query tells { $team } only of a match. Asking tells it the name.

liaison-consent = Consent
liaison-consent-first = Ask before you use it in a warrant, a plan or an interview. Working on it as a lead is free.
liaison-consent-asked = You asked for consent in round { $round }. { $team } has not answered yet.
liaison-consent-granted = { $team } lets you use it in a warrant, a plan or an interview.
liaison-consent-refused = { $team } does not let you use it. It stays a lead to work on.
liaison-consent-own-none = { $team } has to ask you before any further use. It has not asked.
liaison-consent-own-asked = { $team } has asked in round { $round } to use it in a warrant, a plan or an interview.
liaison-consent-own-granted = You let { $team } use it in a warrant, a plan or an interview.
liaison-consent-own-refused = You did not let { $team } use it. You may still change your mind.
liaison-consent-do-ask = Ask for consent
liaison-consent-do-give = Let them use it
liaison-card-ask-first = ask before use
liaison-card-asked = consent asked
liaison-card-granted = may be used
liaison-card-refused = not to be used

liaison-trust = Trust
liaison-trust-name = Trust between the services: { $number } of 100, { $word }
liaison-trust-title = Trust between the services
liaison-trust-of = of 100 · both services see the same
liaison-trust-low = low
liaison-trust-steady = steady
liaison-trust-high = high
liaison-trust-does = What it does now
liaison-trust-desk = The liaison desk passes items on without delay. Below { $low } it takes a round longer, since what comes is checked first.
liaison-trust-desk-slow = The liaison desk takes a round longer: what comes is checked first.
liaison-trust-approval = A supervisor’s approval takes one round. From { $high } on it comes at once.
liaison-trust-approval-now = A supervisor approves at once.
liaison-trust-moves = What moved it
liaison-trust-no-moves = Nothing has moved it yet. Answer a request, or ask the register before you go out.
liaison-trust-round = Round { $round }
liaison-cause-answered-at-once = A request was answered in the round in which it came.
liaison-cause-answered = A request was answered.
liaison-cause-no-trace = A request was answered with “no trace”.
liaison-cause-refused = A request was refused, with a reason.
liaison-cause-unanswered = A request waited for another round.
liaison-cause-doubtful = Doubtful information went over without a word of warning.
liaison-cause-swamped = More went over in one round than a desk can read.
liaison-cause-consent-given = Consent was given.
liaison-cause-consent-refused = Consent was refused.
liaison-cause-breach = An item was used without its originator’s consent.
liaison-cause-deconflicted = Both services found out in time that they work on the same.
liaison-cause-blue-on-blue = Officers of both services got into each other’s way.
liaison-cause-case = Something that happened in the case.

liaison-debrief-tab = Between the services
liaison-debrief-requests = Requests
liaison-debrief-no-requests = Nobody asked anybody for anything. What one service lacked, it could have asked for.
liaison-debrief-asked = Round { $round }: { $team } asks about { $names }
liaison-debrief-open = { $team } never answered.
liaison-debrief-no-trace = { $team } said “no trace”.
liaison-debrief-refused = { $team } did not give it: { $why }.
liaison-debrief-items = { $team } answered with { $items }.
liaison-debrief-untrue = That was not true: { $team } held something that spoke of it, and { $partner } went on without it.
liaison-debrief-waited = { $rounds ->
    [one] It waited { $rounds } round, which was planned without an answer and cost trust.
   *[other] It waited { $rounds } rounds. Each was planned without an answer, and cost trust.
}
liaison-debrief-queries = Pointer queries
liaison-debrief-no-queries = The register was never asked. Whether the other service was at the same door was left to chance.
liaison-debrief-match = Round { $round }: { $name }. A match; both services were told.
liaison-debrief-no-match = Round { $round }: { $name }. No match.
liaison-debrief-breaches = Used without consent
liaison-debrief-no-breaches = Nothing was used without its originator’s consent.
liaison-debrief-breach = Round { $round }: { $team } used { $item } { $use } without asking. { $partner } will think twice before it passes on the next.
liaison-debrief-no-blue = The services did not get into each other’s way.
liaison-debrief-blue = Round { $round }, { $name }: “{ $north }” met “{ $south }”. The task of { $failed } came to nothing and the network was alarmed. One query of the register would have told both.
liaison-debrief-trust = From { $from } at the start to { $to } at the end, of 100.
liaison-debrief-no-moves = Nothing moved it.

# What the trainer says and does.
liaison-line-trainer = The trainer
liaison-line-given = Given by the trainer
liaison-line-given-text = { $item } is in your folder.
liaison-line-corrected = The trainer has corrected a result
liaison-line-corrected-success = { $task }: it was done after all.
liaison-line-corrected-failure = { $task }: it did not work after all. What you have read of it stays with you.
