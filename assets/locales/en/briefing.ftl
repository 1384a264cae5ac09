briefing-phase = Briefing
briefing-to = To the officers of { $team }
briefing-law = What your law lets you do
briefing-rounds = { $rounds } rounds of { $hours } hours
briefing-budget = All your officers together: { $hours } hours of work a round
briefing-held = { $number ->
    [0] nothing held yet
    [one] { $number } item held
   *[other] { $number } items held
}
briefing-partner-read = { $team } has read its briefing.
briefing-partner-reads = { $team } has yet to read its briefing.
briefing-read = We have read it
briefing-waits = Your team has read it. It goes on once { $team } has, too.
briefing-questionnaire = { $number ->
    [0] Questionnaire
   *[other] Questionnaire ({ $number } handed in)
}
