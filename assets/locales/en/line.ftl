primary-level = Level
primary-local = local time
primary-traveller = Traveller { $number } of { $of }
primary-seconds = { $seconds } of { $fair } s
primary-seconds-late = { $seconds } of { $fair } s: over

primary-counter = At the counter
primary-alone = Alone
primary-party = One of { $number }
primary-usual = Usual here at this hour
primary-look = Watch the traveller
primary-look-how = { $seconds } s. What this person does, against what is usual here.
primary-seen = What you see
primary-baseline-within = usual here
primary-baseline-above = more than usual
primary-baseline-below = less than usual
primary-behaviour-rule = Honest people do odd things as often: a reason to ask, not a ground.
primary-practice = For practice about one in three here is not what they say; at a real counter far fewer.

primary-passport = Passport
primary-today = today { $day }
primary-inspect = Take the passport
primary-inspect-how = { $seconds } s. Key facts, and the face beside the photograph. The full bench is second line’s.
primary-surname = Surname
primary-given = Given names
primary-nationality = Nationality
primary-birth = Born
primary-expiry = Valid until
primary-expired = expired
primary-likeness-like = The face is like the photograph, at a glance.
primary-likeness-changed = Other hair or glasses than on the photograph; that changes in anybody.
primary-likeness-differs = The photograph is of somebody else: several things differ that last.

primary-questions = Questions
primary-questions-left = { $left ->
    [0] no question left
    [one] 1 question left, { $seconds } s
   *[other] { $left } questions left, { $seconds } s each
}
primary-against = Check against, { $seconds } s:
primary-nothing-to-check = There is nothing here to check this against.
primary-source-document = Passport
primary-source-ticket = Ticket
primary-source-booking = Whoever expects them
primary-source-companion = Companion, apart
primary-source-crossings = Earlier entries
primary-source-again = Ask in other words
primary-shows = { $source }: { $shows }
primary-quoted = “{ $says }”
primary-made-out = made out in { $place }
primary-no-entry = no earlier entry
primary-last-entry = last entry { $day }
primary-month = { $month ->
    [1] January { $year }
    [2] February { $year }
    [3] March { $year }
    [4] April { $year }
    [5] May { $year }
    [6] June { $year }
    [7] July { $year }
    [8] August { $year }
    [9] September { $year }
    [10] October { $year }
    [11] November { $year }
    [12] December { $year }
   *[other] { $year }
}
primary-fits = Fits what was said.
primary-fits-not = Does not fit what was said.
primary-put = Put it to the traveller, { $seconds } s
primary-put-same = That is what I said.
primary-borne = Borne out: { $borne }
primary-borne-not = Nothing bears that out.

primary-note = Note
primary-note-none = nothing written yet
primary-note-written = written; a new one replaces it
primary-note-observed = What I observed
primary-note-nothing = Watch, take the passport, ask or check: what you find appears here to choose from.
primary-note-question = Question after it
primary-note-not-asked = none asked yet
primary-note-words = My own words
primary-note-hint = My own words
primary-note-step-observed = Names something that was observed
primary-note-step-asked = A question followed the observation
primary-note-step-checked = Its answer was checked
primary-note-write = Write the note, { $seconds } s
primary-observed-behaviour = Behaviour
primary-observed-photo = Face and photograph
primary-observed-answer = Answer to question { $number }
primary-observed-record = { $source }, question { $number }
primary-noted-bare = Written. Without an observation and a question that followed it, a note earns nothing.
primary-noted-asked = Written: an observation and a question. Checking the answer would make it complete.
primary-noted-verified = Written: an observation, a question that followed, and a check.

primary-decide = Decide
primary-decide-how = A referral needs a ground that somebody else can check.
primary-clear = Clear
primary-refer-second = Refer to second line
primary-refer-protection = Refer to protection
primary-refer-second-what = For a closer look. The traveller waits and may miss the connection. On which ground?
primary-refer-protection-what = To those who see to people at risk, without any accusation. On which ground?
primary-ground-contradiction = Answer { $number } does not fit: { $source }
primary-ground-both = Said: “{ $says }” Shown: { $shows }
primary-ground-photo = Face and photograph
primary-ground-behaviour = Behaviour alone
primary-ground-unstated = No ground
primary-ground-unstated-detail = Nothing that anybody could check afterwards.
primary-leave = Leave this line?
primary-leave-what = Somebody still waits here. A line that is left has no result.
primary-stay = Stay at this counter
primary-open = Open level { $level }

primary-refusal-no-question = There is no such question at this counter. Choose one of the list.
primary-refusal-no-more = Three questions are enough at this counter; second line asks more. Check what was said, or decide.
primary-refusal-not-asked = That has not been asked yet. Ask the question first.
primary-refusal-nothing-to-check = That answer cannot be checked against this.
primary-refusal-not-checked = That has not been checked yet. Check it first.
primary-refusal-nothing-to-put = It fits what was said: there is nothing to put to the traveller.
primary-refusal-not-observed = Nobody has observed that here. Watch the traveller or take the passport first.
primary-refusal-too-long = The note is longer than its card. Shorten it.
primary-refusal-over = The line is over.

primary-over = The line is over
primary-over-how = Read who they were, then open the counter again.
primary-another = Another line
primary-home = Home
primary-of = { $part } of { $all }
primary-hits = Hits
primary-hits-what = Referred, of those who ought to be
primary-false-alarms = False alarms
primary-false-alarms-what = Referred, of those who merely passed
primary-d = d′, telling them apart
primary-d-below = Worse than chance: look at your grounds
primary-d-chance = About chance: 0 is a coin
primary-d-fair = Fair: 1 is fair, 2 is good
primary-d-good = Good: well told apart
primary-d-alike = Tells nothing here: all were treated alike
primary-d-interval = 95 %: { $low } to { $high }. { $meaning }
primary-d-none = Needs travellers of both kinds
primary-c = c, leaning
primary-c-readily = You refer readily
primary-c-seldom = You refer seldom
primary-c-neither = You lean neither way
primary-pace = Time for each traveller
primary-pace-seconds = { $seconds } s
primary-pace-what = { $slow ->
    [0] Nobody took more than { $fair } s
    [one] 1 took more than { $fair } s
   *[other] { $slow } took more than { $fair } s
}

primary-work = How you worked
primary-none-here = None in this line.
primary-notes = Notes
primary-notes-verified = An observation, a question and a check
primary-notes-asked = An observation and a question, not checked: half
primary-notes-bare = Earn nothing: no observation or no question after it
primary-notes-none = Travellers without a note
primary-grounds = Grounds of referrals
primary-grounds-stand = Stand
primary-grounds-explained = Would have been explained
primary-grounds-nothing = Are none
primary-care = Presumed victims
primary-care-protected = Sent to protection
primary-care-accused = Sent to second line, as if accused
primary-care-missed = Let go
primary-audit = Audit by nationality
primary-audit-what = Honest travellers who were referred. The band is the 95 % interval, the stroke is the share.
primary-audit-interval = { $low }–{ $high } %
primary-audit-flagged = Honest people of one nationality were referred more than the rest. A passport is no ground.
primary-audit-clear = No difference that the numbers can show; small numbers show little.

primary-who = Who they were
primary-who-number = { $number } travellers
primary-honest = honest traveller
primary-facilitator = facilitator
primary-smuggled = smuggled person
primary-presumed-victim = presumed victim
primary-took = { $seconds } s
primary-did-clear = You cleared this traveller.
primary-did-second = You referred to second line, on { $ground }.
primary-did-protection = You referred to protection, on { $ground }.
primary-on-contradiction = question { $number } against { $source }
primary-on-photo = the photograph
primary-on-behaviour = behaviour alone
primary-on-nothing = no ground
primary-outcome-accused = Seen, and sent to be accused: a presumed victim belongs in protection.
primary-outcome-stands = Right, on a ground that stands.
primary-outcome-luck = Right, by luck: the ground would not have held.
primary-outcome-victim-missed = Missed: whoever waits outside has a hold on this person now.
primary-outcome-missed = Missed.
primary-outcome-explained = A false alarm: what did not fit would have been explained, and the record bears it out.
primary-outcome-false-alarm = A false alarm: nothing checked stood against this person.
primary-outcome-passed = Right.
primary-told-nothing = To be seen: { $seen }. It told nothing. { $also }
primary-impostor = The face and the photograph plainly differed: a look at both told it.
primary-all-fitted = Every answer fitted everything on record.
primary-tell = { $ask } “{ $says }”
primary-tell-put = Put to the traveller: “{ $put }”
primary-tell-none = Looks like a contradiction and is none. { $borne }
primary-tell-lesson = { $lesson }
primary-reached-not-asked = You did not ask.
primary-reached-not-checked = You asked and did not check.
primary-reached-not-put = You saw it and did not put it to the traveller.
primary-reached-put = You put it to the traveller.
primary-was-bare = Your note names no observation with a question that followed it: it earns nothing.
primary-was-asked = Your note holds; the answer was not checked.
primary-was-verified = Your note holds: an observation, a question, and what the check showed.
primary-judged = “{ $word }” is a judgement. Write what could be seen; a court and a colleague can use that.
