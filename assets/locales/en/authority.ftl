# What officers may not do on their own: supervisors, warrants, mutual legal assistance.
authority-kind-supervisor = Supervisor’s approval
authority-kind-warrant = Warrant of a court
authority-kind-mutual = Mutual legal assistance
authority-kind-detail-supervisor = Decided in your own house. A tear-line is enough to show a ground.
authority-kind-detail-warrant = A court of your country decides. It wants full texts, and where it says so evidence that it may see.
authority-kind-detail-mutual = Your request goes by the central authorities. It wants full texts, and takes longest.

authority-title = Authorities
authority-none = Nothing in this case needs an authority of yours.
authority-grounds = What has to be shown
authority-ground-evidence = { $ground } (by evidence that your courts may see)
authority-how = Each ground takes one item of a good grade (source 1 or 2, A to C), or two weaker ones that bear each other out.
authority-rounds = { $rounds ->
    [0] decided and held at once
    [one] decided at once; if granted, held a round later
   *[other] decided at once; if granted, held { $rounds } rounds later
}
authority-status-open = not applied for
authority-status-turned-down = turned down in round { $round }
authority-status-waiting = granted, held from round { $round }
authority-status-held = held since round { $round }
authority-apply = Apply…
authority-apply-title = Apply for: { $title }
authority-apply-cite = Cite what shows each ground
authority-apply-send = Apply, citing { $number }
authority-apply-unasked = { $items }: { $team } has not let you use this. Citing it breaks the third-party rule and costs trust.
authority-applied = Your application has been decided. Read the answer on the liaison line.
authority-task-needs = Needs: { $title }
authority-task-waits = { $title }: held from round { $round }

authority-line-granted = Granted: { $title }
authority-line-turned-down = Turned down: { $title }
authority-line-held = You hold it from now on.
authority-line-held-from = You hold it from round { $round } on.
authority-lacking = { $ground }: { $lack }
authority-lack-nothing-cited = nothing that you cited speaks for it
authority-lack-too-weak = one item of a weak grade; another beside it would do
authority-lack-not-admissible = nothing that your courts may see
authority-lack-tear-line-only = only a tear-line; the full text is wanted

authority-debrief-tab = Authorities
authority-debrief-none = Neither service applied for anything.
authority-debrief-granted = Round { $round }: granted on { $items }, held from round { $from }.
authority-debrief-turned-down = Round { $round }: turned down, citing { $items }. { $lacks }
authority-debrief-never = Nobody applied for it.
authority-debrief-shows = { $ground }: any of { $items }

authority-open-list = Authorities…
authority-hold = Hold to apply
authority-item = { $code } · { $title } · { $source } { $info } · { $worth }
