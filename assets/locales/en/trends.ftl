trends-all = All exercises
trends-people = Played by { $names }
trends-exercises = { $number ->
    [one] { $number } exercise
   *[other] { $number } exercises
}
trends-score = Mean score
trends-change = Later half against the earlier
trends-ratings = Critical tasks: { $ratings }
trends-title = Exercises over time
trends-whose = Whose results
trends-names = Name the people
trends-reading = { $done } of { $of } files read …
trends-nothing = No exercise on this computer has come to its debrief.
trends-wait = The exercise files are being read …
trends-not-over = { $number ->
    [one] One exercise is not over and is left out.
   *[other] { $number } exercises are not over and are left out.
}
trends-score-is = Mean score { $score }
trends-change-is = Later half against the earlier: { $points } points
trends-outcomes = How they ended
trends-objectives = Objectives, share of their points
trends-rated = Critical tasks by rating
trends-between = { $low } to { $high }
trends-intervals = Brackets are 95 % intervals: where the mean would lie if many such exercises were played. Of one exercise there is none.
