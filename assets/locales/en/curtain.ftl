curtain-title = { $team }, it is your turn
curtain-away = { $team }, please look away from the screen.
curtain-open = Hold to open your desk
