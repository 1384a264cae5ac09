curtain-title = { $team }, it is your turn
curtain-away = { $team }, please look away from the screen.
curtain-open = Hold to open your desk
curtain-half = { $team } has used its half of the planning time. Be ready early, and what is left of your half goes back to { $team }.
