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
