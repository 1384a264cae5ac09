desk-round = Round { $round } of { $of } ·
desk-planning = Planning
desk-left = left for both
desk-last-minute = last minute
desk-stands = clock stands
desk-pause = Stop the clock
desk-resume = Let the clock run on

desk-officers = Officers
desk-given = { $given } of { $of } tasks given
desk-give = Give a task
desk-give-to = Give { $name } a task
desk-change = { $name }: { $task }. Change it or call the officer back
desk-busy = { $name } is at a longer task until the end of round { $round }.
desk-engaged = A plan that you have signed takes { $name } in this round. Change the plan to free the officer.
desk-busy-until = Busy to the end of round { $round }
desk-budget = Shift budget
desk-budget-used = { $used } of { $of } hours

desk-tab-map = Map
desk-tab-chart = Link chart
desk-tab-board = Joint board
desk-tab-plan = Plan
desk-tab-theory = Theory
desk-folder = Folder

desk-map-name = Map. Arrows move it, plus and minus zoom, Tab goes to its places
desk-nearer = Nearer
desk-further = Further away
desk-whole = The whole map
desk-legend = Legend
desk-legend-officers = Our officers
desk-legend-learned = Known from an item
desk-km = km
desk-place-town = Town
desk-place-crossing = Border crossing
desk-place-landing = Landing
desk-place-site = Site
desk-place-learned = { $kind } · known from an item in your folder
desk-place-no-tasks = There is nothing to do here now. What you find out may change that.
desk-place-given = { $name } goes this round
desk-put-away = Close the place card

desk-price = { $rounds ->
    [1] { $hours } h · { $risk }
   *[other] { $hours } h · { $rounds } rounds · { $risk }
}
desk-risk-low = low risk
desk-risk-some = some risk
desk-risk-high = high risk
desk-chance = { $chance } %
desk-why-own = own skill, level { $level } of 5
desk-why-other = needs { $skill }, not { $own }
desk-tasks-for = Tasks for { $name }
desk-no-tasks = Your service has no task now. Read your items and share what you hold: new tasks come from what is known.
desk-task-taken = { $name } does this in this round
desk-task-done = Done
desk-somebody = Somebody else
desk-call-back = Call back
desk-hours-left = { $left } of { $of } hours left in this round
desk-who-goes = Who goes? { $task }
desk-goes = Goes in this round
desk-free = Has no task yet
desk-instead-of = Instead of: { $task }

desk-line = Liaison line
desk-line-all = All ({ $number })
desk-line-empty = Nothing has come over the line yet.
desk-when = Round { $round } · { $at }
desk-hour = { $at }
desk-item = { $code } · { $title }
desk-we-wrote = You wrote
desk-arrived = From { $team }: { $form }, { $channel }
desk-sent = Sent: { $form }, { $channel }
desk-under-way = Arrives in round { $round }: { $form }, { $channel }
desk-form-full = in full
desk-form-tear-line = tear-line
desk-channel-liaison-desk = liaison desk
desk-channel-interpol = INTERPOL channel
desk-channel-mutual = mutual legal assistance
desk-inject = { $via } · { $from }
desk-via-telephone = Telephone
desk-via-radio = Radio
desk-via-message = Message
desk-via-in-person = In person
desk-colleague = A colleague says
desk-to = To { $team }
desk-write-to = Write to { $team }
desk-write-hint = Write a message
desk-send = Send the message
desk-room = { $used } of { $of }

desk-plans = { $team } is planning
desk-is-ready = { $team } is ready
desk-ready = Ready
desk-ask-undecided = Ready with a decision open?
desk-undecided = A message waits for your decision. If nobody decides in time, what is done without you is taken.
desk-decide-first = Decide first
desk-ask-ready = Ready with officers idle?
desk-idle = { $number ->
    [one] One officer has no task:
   *[other] { $number } officers have no task:
}
desk-idle-detail = Hours of this round that are not used are lost. You may be ready all the same.
desk-ready-anyway = Ready all the same
desk-waits = { $team } waits for the screen

# A decision that an inject asks for.
decision-title = To decide: { $from }
decision-do = Decide…
decision-until = You can decide until the end of planning in round { $round }. Then what is done without you is taken.
decision-now = You can decide until this planning ends. Then what is done without you is taken.
decision-alone = Each service decides for itself. The other is not told what you decided.
decision-later = Not now
decision-hold = Hold to decide
decision-pick-first = Pick what you decide first.
decision-done = Decided. It is on the record.
decision-decided = Decided: { $option } · { $text }
decision-by-default = Nobody decided in time: { $option } · { $text }
decision-debrief = Decisions
decision-debrief-asked = Round { $round }, { $from }: { $text }
decision-debrief-made = { $team } decided: { $option }
decision-debrief-default = { $team } did not decide in time; it came to: { $option }
desk-half-soon = Half a minute, then the screen passes to { $team }. A question that you are writing is kept.
desk-set-piece-skill = level { $level }: more time, { $level } × help
desk-set-piece-no-skill = without { $skill }: no more time, no help

# Colleagues on laptops of their own.
desk-at-this-desk = At this desk
desk-lead = Lead
desk-officer-mate = A colleague
desk-in-set-piece = set piece
desk-more-colleagues = and { $number } more
