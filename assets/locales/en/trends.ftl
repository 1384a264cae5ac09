trends-all = All exercises
trends-people = Played by { $names }
trends-exercises = { $number ->
    [one] { $number } exercise
   *[other] { $number } exercises
}
trends-score = Mean score
trends-change = Later half against the earlier
trends-ratings = Critical tasks: { $ratings }
