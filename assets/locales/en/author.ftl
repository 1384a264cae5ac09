author-title = Write a case
author-how = A case is a folder of text files. Write in your own text editor; this window reads the folder whenever you save, tells what is wrong, and shows every part as those who play will meet it.
author-open = A case that is there
author-folder = Folder of the case
author-folder-hint = For example C:\cases\night_ferry
author-here = Cases in { $folder }
author-none-here = There is no case of your own here yet.
author-new = A new case
author-new-how = A copy of a shipped case under your own name, in { $folder }. Change it until nothing of the old one is left.
author-name = Name of the case
author-name-hint = Small letters, digits and _, for example night_ferry
author-copy = Copy { $case }
author-no-folder = There is no folder “{ $folder }”. Type the whole path of the folder that holds scenario.ron.
author-not-made = The case was not made. { $why }
author-other = Another case
author-sound = no problems
author-warns = { $warnings ->
    [one] 1 warning
   *[other] { $warnings } warnings
}
author-broken = { $errors ->
    [one] 1 error
   *[other] { $errors } errors
}, { $warnings ->
    [one] 1 warning
   *[other] { $warnings } warnings
}
author-problems = Problems
author-no-problems = This case has no problems.
author-no-problems-then = It is read again whenever you save a file. Play it, and look at every part in every language.
author-shown-as-it-was = The case cannot be read as it was saved last. Its parts are shown as they were before, until these errors are mended.
author-never-read = The case cannot be read yet. Its parts are shown once these errors are mended.
author-more = { $number } more are not shown. Mend these first.
author-suggests = What to do: { $what }
author-written = Written in { $place }
author-kind-briefing = Briefings
author-kind-item = Items
author-kind-task = Tasks
author-kind-inject = Injects
author-kind-authority = Authorities
author-kind-operation = Operations
author-kind-document = Documents
author-kind-interview = Interviews
author-kind-line = Counters
author-kind-questionnaire = Questionnaires
author-kind-map = Map
author-kind-debrief = Debrief
author-one-briefing = Briefing
author-one-item = Item
author-one-task = Task
author-one-inject = Inject
author-one-authority = Authority
author-one-operation = Operation
author-one-document = Document
author-one-interview = Interview
author-one-line = Counter
author-one-questionnaire = Question of a questionnaire
author-one-map = Map
author-one-debrief = Debrief
author-held-at-start = held at the start
author-found = has to be found
author-as-tear-line = As a tear-line
author-lesson = What it teaches
author-sets = sets the flag { $flag }
author-exposure = exposure { $by }
author-welfare = welfare of { $person } { $by }
author-trust = trust { $by }
author-opens = opens the task “{ $task }”
author-closes = closes the task “{ $task }”
author-hours = { $hours } hours
author-rounds = { $rounds ->
    [one] 1 round
   *[other] { $rounds } rounds
}
author-odds = { $odds } % at level 3
author-locked = Before it can be done
author-success = If it succeeds
author-failure = If it fails
author-playing-finds = Playing it can find
author-options = The decision
author-when = When
author-expect = What is expected
author-grounds = What has to be shown
author-aims = Aims
author-risks = Risks
author-contingencies = Contingencies
author-evidence = Evidence
author-right-finding = The right finding brings
author-wrong-finding = A wrong finding brings
author-while-kept = While it is kept back: { $text }
author-guarded = Where nothing else is said
author-says = “{ $text }”
author-says-falsely = “{ $text }” (not true)
author-says-nothing = “{ $text }” (says nothing either way)
author-travellers = { $number } travellers
author-baseline = What is usual here
author-kinds = Who passes
author-kind-share = { $share } %: { $text }
author-who-comes = Some who come
author-others = Others
author-asked = { $question } — “{ $answer }”
author-borne-out = Contradicted, and borne out: { $text }
author-stands = Contradicted, and it stands: { $text }
author-map-how = Places in a ring are hidden until they are found.
author-in-round = Round { $round }: { $text }
author-play = Play from here
author-play-title = Play from here
author-play-how = The exercise begins at this round, as simulated teams would have brought it there. Both seats are yours.
author-play-at = Begin with
author-past-open = shared openly
author-past-careful = shared carefully
author-past-hoards = kept to itself
author-seed = Course of chance { $number }
author-seed-other = Another one
author-play-kept = The exercise keeps its own copy of the case: what you edit meanwhile does not touch it.
author-play-go = Play
author-play-broken = The case cannot be played as it is. Mend its errors first.
author-not-played = The exercise was not begun. { $why }
author-trial = Simulation
author-trial-how = Simulated teams play the case as it was saved last, every way of sharing against every other, and once by chance. What they never meet deserves a look: can anybody meet it?
author-trial-old = The case has been changed since: play it again.
author-trial-go = Simulate
author-trial-stop = Stop
author-trial-playing = { $done } of { $of } exercises played
author-trial-failed = The case could not be simulated.
author-trial-north = North plays
author-trial-south = South plays
author-trial-hard = Two teams that share everything solve it in { $percent } %: { $found }. The card says { $said }.
author-trial-never = { $number ->
    [0] Nothing was never met
    [one] 1 part was never met
   *[other] { $number } parts were never met
}
author-never = never { $what }
author-simulated = In { $number } simulated exercises
author-became = { $what } in { $percent } %
author-policy-sharer = openly
author-policy-cautious = carefully
author-policy-hoarder = keeps to itself
author-policy-random = by chance
author-what-held = held
author-what-shared = shared
author-what-cited = cited
author-what-given = tried
author-what-done = done
author-what-failed = failed
author-what-fired = sent
author-what-chosen = chosen
author-what-reached = reached
author-what-stepped = happened
author-what-reacted = reacted
author-what-tried = tried
author-what-succeeded = succeeded
author-what-granted = granted
author-what-met = met
author-what-right = answered rightly
author-what-asked = asked
