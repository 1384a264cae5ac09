home-name = Liaison
home-motto = Two services, one case. Neither can solve it alone.
home-continue = Continue
home-continue-detail = { $case }, { $round ->
    [0] briefing
   *[other] round { $round } of { $of }
}
home-play = Play a case
home-play-detail = In pairs on one screen, turn by turn
home-settings = Settings
home-settings-detail = Language, size of the interface, contrast
home-quit = Quit
home-quit-detail = Everything is saved already
home-language = { $name }
home-offline = Works offline
home-left-off = Where you left off
home-saved = saved at every step
home-nothing-left = No exercise is waiting
home-nothing-left-detail = Choose “Play a case” to begin one. It is saved at every step, and you can leave it at any time and go on here.
home-continue-round = { $round ->
    [0] Continue with the briefing
   *[other] Continue round { $round }
}
home-new = New here?
home-new-detail = { $case } is a short case for two. It shows every step once and needs no trainer.
home-new-start = Start { $case }
home-debriefs = Latest debriefs
home-debriefs-here = { $number } on this computer
home-no-debriefs = None yet. A finished exercise can be opened again here.
home-days-ago = { $days ->
    [0] today
    [1] yesterday
   *[other] { $days } days ago
}
home-score = { $score } of 100 points
home-not-opened = The exercise could not be opened: { $why }
home-host = Host a table
home-host-detail = Laptops of the room join this one; you run the exercise
home-join = Join a table
home-join-detail = With the ticket that the trainer gives you
home-trends = Compare over time
home-author = Write a case
home-author-detail = Beside your text editor: checked and previewed as you save
