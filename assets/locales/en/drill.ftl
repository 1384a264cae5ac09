# Drills in the terminal. What is typed is the same in every language.
drill-not-understood = That is not understood. It goes like this:
drill-no = No. { $why }

drill-bench-help =
    look white|oblique|through|uv   one minute each; white with the magnifier
    specimen                        one minute: the specimen book
    faces                           one minute: photograph and person, part by part
    ask lost|crossings|issuer       three minutes: a register
    facts                           everything that can be pointed at, with its number
    compare N M                     five minutes, unless the two cannot both be right
    find genuine|counterfeit|forged|impostor|fantasy|obtained|refer
    next, help, quit
drill-document = Document { $seed }, level { $level }. Today is { $day }.
drill-case-document = { $title }. Today is { $day }.
drill-find-first = Give a finding first: find …
drill-two-numbers = Two numbers of the list are needed: see facts.
drill-nothing-shows = This state’s documents of the kind have nothing that shows so.
drill-sight = { $what }: { $seen }
drill-also = { $all } · { $next }
drill-specimen-has = It has: { $features }.
drill-photo-and-person = { $part } · photograph: { $photo } · person: { $person }
drill-next-document = `next` lays the next document on the bench.
drill-minutes = ({ $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
})
drill-shown = { $conflict } (you showed it)
drill-tally = Documents: { $documents }; points: { $points }. Frauds that were not let through: { $hits } of { $frauds }. Honest travellers who were held: { $held } of { $honest }.
drill-passport = { $state }   PASSPORT   { $code }
drill-card = { $state }   IDENTITY CARD   { $code }
drill-number-line = No. { $number }   nationality { $nationality }   born { $birth }   sex { $sex }
drill-issued-line = issued { $issued } in { $place }   expires { $expiry }
drill-visa-line = Visa for passport { $passport }, { $surname }, nationality { $nationality }, until { $until }
drill-stamp-line = Stamp: { $stamp }
drill-photo-line = Photograph: about { $age }; { $looks }
drill-person-line = At the counter: about { $age }; { $looks }. Says: born { $birth }, the document was made out in { $place }.
drill-looks = { $hair ->
    [0] short hair
    [1] hair to the shoulders
    [2] hair tied back
   *[other] cropped hair
}{ $glasses ->
    [0] {""}
   *[other] , glasses
}

drill-seen-missing = nothing there
drill-seen-worn = there, dull and creased from use
drill-seen-scratched = scratched
drill-seen-guilloche = unbroken lines, two colours that run into each other
drill-seen-guilloche-imitated = lines made of dots in four colours
drill-seen-guilloche-disturbed = lines broken and blurred under what was written over
drill-seen-microprint = letters, sharp to the last
drill-seen-microprint-imitated = a line of dots; no letters
drill-seen-relief = ink that throws a shadow
drill-seen-relief-imitated = flat ink with a grey line printed for a shadow
drill-seen-see-through = front and back meet to one star
drill-seen-see-through-imitated = front and back miss each other by a millimetre
drill-seen-watermark = a head in soft steps from light to dark
drill-seen-watermark-imitated = a head with hard edges, seen without the lamp too
drill-seen-hologram = the picture turns as the page is tilted
drill-seen-hologram-imitated = a silver picture that stays as it is
drill-seen-hologram-disturbed = lifted along one edge, with a bubble over the cheek
drill-seen-fibres = short threads glow at random; the paper stays dark
drill-seen-fibres-imitated = all threads lie one way, and the paper glows blue
drill-seen-uv-print = the arms of the state, in two colours
drill-seen-uv-print-imitated = one pale colour, no arms
drill-seen-perforation = round holes that grow smaller from page to page
drill-seen-perforation-imitated = holes of one size, with raised edges

drill-shape = { $kind ->
    [0] oval
    [1] round
    [2] long
   *[other] square
}
drill-eyes = { $kind ->
    [0] close together
    [1] far apart
    [2] deep-set
   *[other] with a fold in the lid
}
drill-nose = { $kind ->
    [0] straight
    [1] broad
    [2] bent
   *[other] short
}
drill-mouth = { $kind ->
    [0] narrow lips
    [1] full lips
    [2] uneven lips
   *[other] downturned lips
}
drill-ears = { $kind ->
    [0] with free lobes
    [1] with grown-on lobes
    [2] that stand out
   *[other] with a notch at the top
}
drill-mark = { $kind ->
    [0] none
    [1] a mole under the left eye
    [2] a mole on the chin
    [3] a scar through the right eyebrow
    [4] a scar on the upper lip
   *[other] a birthmark on the neck
}

drill-room-help =
    give purpose|alone|interpreter|doctor|breaks|guardian   a safeguard; first of all
    room                    how things stand: topics, evidence, safeguards
    ask                     what can be asked;  ask N  asks it
    said                    what was said, with numbers
    show N                  put evidence to the person: late, or not at all
    sum N                   sum up a topic in the person’s own words
    mark A B                two that disagree, by their numbers in `said`, or E1 for evidence
    rest                    a break of ten minutes
    close | refer           read back and end; refer: as a presumed victim
    map, next, help, quit
drill-nobody = There is nobody to be asked.
drill-interview = Interview { $seed }, level { $level }. { $name }.
drill-room-free = The room is free for { $minutes } minutes. { $mood }
drill-mood = { room-rapport }: { $rapport } · { room-stress }: { $stress } · { room-memory }: { $memory }
drill-safeguards = Safeguards: { $safeguards }
drill-topics = Topics:
drill-topic = { $topic } ({ $state })
drill-topic-own = { $topic } ({ $state }, only if it is wanted)
drill-evidence = Evidence { $number }: { $text } ({ $state })
drill-evidence-not-shown = not shown
drill-asked-inappropriate = Questions so far: { $mix } · { $inappropriate } inappropriate
drill-asked = { $question } (asked)
drill-asked-in-vain = { $question } (asked; no answer yet)
drill-question = { $kind }: { $question }
drill-nothing-said = Nothing yet.
drill-said-at = { $minute } min  { $words }
drill-not-usable = { $words }  [may not be used]
drill-indicator = { $words }  [indicator: inquire further]
drill-map-later = The map comes when it is over: it names the kinds.
drill-end-first = End this one first: close, or refer.
drill-done = Done.
drill-rested = Ten minutes. Water, a window, no questions.
drill-room-minutes = ({ $minute } of { $minutes } minutes; { $mood })
drill-closed = { $points } of 100 points after { $minutes } minutes.
drill-part = { $points } of { $of }
drill-capped = { $critical }: no more than 40 points.
drill-lesson = Worth knowing: { $lesson }
drill-next-person = `next` brings the next person.
drill-interviews = Interviews: { $interviews }; points: { $points }.

drill-line-help =
    look                       5 seconds: what the traveller does, against what is usual here
    passport                   10 seconds: key facts, and the face beside the photograph
    ask N                      10 seconds: a question of the list; three at most
    check N SOURCE             10 seconds: document, ticket, booking, companion, crossings, again
    put N SOURCE               10 seconds: tell the traveller what the source shows, and listen
    note SEEN qN words         5 seconds: SEEN is s1, s2 (what you saw), photo, a1 (an answer); qN the question
                               that followed; a note without both earns nothing
    clear                      the traveller passes
    refer WHERE GROUND         WHERE is second or protection; GROUND is N SOURCE, photo, s1, or nothing
    view, help, quit; and next after the line
drill-line = Line { $seed }, level { $level }: { $title }. { $place }, { $day }, { $hour }.
drill-line-travellers = { $number } travellers, about { $time } each.
drill-line-usual = Usual here: { $baseline }
drill-line-judge = Whether a source fits an answer, you judge: at this level nobody says it.
drill-line-practice = For practice, about one in three here is not what they say. At a real counter it is far fewer, and nearly everybody who looks odd is honest.
drill-time = { $time } minutes
drill-still-there = Somebody still stands there: clear or refer.
drill-nobody-there = Nobody stands there any more.
drill-traveller = Traveller { $number } of { $of }: { $party }. { $time } gone.
drill-party-alone = alone
drill-party = one of { $number } who came up together
drill-against = { $seen } ({ $against })
drill-glance = { $given } { $surname }, { $nationality }, born { $birth }, valid until { $expiry }
drill-glance-expired = { $given } { $surname }, { $nationality }, born { $birth }, valid until { $expiry }, which is over
drill-it-is = “{ primary-put-same }” It is.
drill-noted = Noted.
drill-seconds = ({ $seconds } of { $fair } seconds)
drill-line-over = THE LINE IS OVER. Who they were:
drill-the-line = THE LINE
drill-all-lines = ALL { $lines } LINES
drill-opens-again = `next` opens the counter again.
drill-line-left = The line was left before everybody had passed: there is no score.
drill-review = { $number }  { $name }, { $nationality }: { $was }. { $did } { $outcome }
drill-tell = { $ask } “{ $says }” / { $source }: { $shows }
drill-tell-none = Looks like a contradiction and is none. “{ $put }” { $borne }
drill-tell-lesson = “{ $put }” { $lesson }
drill-hits = Hits { $hits } of { $signals }; false alarms { $alarms } of { $noise }.
drill-d-alike = d′ tells nothing here: you treated everybody alike.
drill-d = d′ { $d } (95 %: { $low } to { $high }): how well you told them apart; 0 is chance, 2 is good. c { $c }. { $leaning }.
drill-d-none = d′ needs travellers of both kinds; this line had one.
drill-pace = { $seconds } seconds a traveller; { $slow } of { $of } took more than { $time }.
drill-notes = Notes: { $verified } with an observation, a question and a check; { $asked } with a question not checked; { $bare } that earn nothing; { $none } travellers without.
drill-grounds = Grounds of referrals: { $stand } stand, { $explained } would have been explained, { $nothing } are none.
drill-care = Presumed victims: { $protected } to protection, { $accused } to second line, { $missed } let go.
drill-audit = AUDIT: honest travellers who were referred, by nationality (95 % interval after Wilson)
drill-audit-row = { $nationality }  { $referred } of { $of }  { $rate } %  ({ $low }–{ $high } %)
drill-audit-flagged = { $row }  ! above all others
