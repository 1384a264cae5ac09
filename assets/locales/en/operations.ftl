# Joint operations: the plan on the table, its odds, and what came of it.
operation-kind-controlled-delivery = Controlled delivery
operation-kind-simultaneous-entry = Simultaneous entry
operation-kind-interception = Interception
operation-kind-rescue = Rescue

operation-role-command = Command
operation-role-entry = Entry
operation-role-arrest = Arrest
operation-role-victim-care = Victim care
operation-role-evidence = Evidence
operation-role-interpreter = Interpreter

operation-part-objective = An objective
operation-part-place = A place for each side
operation-part-start = Round and hour of the start
operation-part-command = An officer in command on each side

operation-odds-prepared = With everything prepared
operation-odds-roles = Roles that nobody fills
operation-odds-basis = A side acts without the authority that its law asks for
operation-odds-uncited = The plan rests on no item
operation-odds-contingency = No contingency for what comes
operation-odds-risk = Real risks that the plan does not name
operation-odds-alarm = The network’s alarm

operation-outcome-success = It succeeded
operation-outcome-failure = It failed
operation-outcome-danger = People at risk were left in danger

operation-miss-north-place = The first service was at the wrong place.
operation-miss-south-place = The second service was at the wrong place.
operation-miss-round = It was the wrong round.
operation-miss-hour = It was the wrong hour.

operation-line-own-drafted = You put a plan on the table
operation-line-drafted = { $team } put a plan on the table
operation-line-own-fallen = You changed the plan
operation-line-fallen = { $team } changed the plan
operation-line-own-signed = You signed the plan
operation-line-signed = { $team } signed the plan
operation-line-own-binding = You signed as well: the plan stands
operation-line-binding = { $team } signed as well: the plan stands
operation-line-own-withdrawn = You put the plan away
operation-line-withdrawn = { $team } put the plan away
operation-line-plan = { $title }, revision { $revision }.
operation-line-plan-fallen = { $title }, revision { $revision }. What was signed before has fallen.
operation-line-ran = { $title }: { $outcome }
# The joint plan of an operation.
plan-none = No joint operation can be planned yet. What officers find out, and what both services share, opens one.
plan-choose = What could be done together. { $team } sees the same choices. One plan lies on the table at a time.
plan-back = Back to the plan on the table
plan-begin = Plan it
plan-odds-at-best = { $chance } of 100 if everything is prepared and the network suspects nothing
plan-revision = On the table: revision { $revision }, by { $team }
plan-not-tabled = On the desk of { $team }, not on the table yet
plan-objective = What it is to come to
plan-start = Start, one moment on both clocks
plan-no-start = Not decided

plan-round-earlier = A round earlier
plan-round-later = A round later
plan-earlier = { $minutes } min earlier
plan-later = { $minutes } min later
plan-is = is
plan-in-round = in round { $round }
plan-goes = goes to
plan-basis = acts under
plan-role = Role
plan-partner-names = Named by { $team }
plan-role-of = { $name }: { $role }
plan-role-lacks = { $team }: { $number } open
plan-role-filled = filled
plan-risks = Risks that are provided for
plan-contingency = If it goes another way
plan-cited = What place and time rest on (items that both have)
plan-nothing-joint = Both services hold nothing in common yet. Share an item first.
plan-own-desk = These are your changes. { $team } does not see them until you put the plan on the table.
plan-signatures-fall = Somebody has signed what is on the table. With another paper the signatures fall.
plan-table = Put it on the table
plan-drop = Drop the changes
plan-withdraw = Take the plan off the table
plan-another = Another operation…
plan-odds = Odds, as far as the plan tells them
plan-odds-between = { $least } to { $most } of 100
plan-points = { $points }
plan-points-up-to = up to { $points }
plan-unsure = What nobody can know beforehand:
plan-odds-if-right = If place and time are right. At a wrong place it comes to nothing.
plan-lacks = Not decided yet: { $what }
plan-no-consent = { $item } is cited, and { $team } has not let you use it. Signing it would break the third-party rule.
plan-tabled = The plan is on the table. { $team } sees it.
plan-signed-notice = Signed. If { $team } signs the same revision, it is carried out at its time.
plan-withdrawn-notice = The plan is off the table.
plan-ran = Carried out in round { $round }: { $outcome }
plan-no-basis = Nothing named yet
