questionnaire = Questionnaire
questionnaire-when-before = before
questionnaire-when-after = after
questionnaire-when-follow-up = weeks later
questionnaire-topic-document = Travel documents
questionnaire-topic-questioning = Questioning
questionnaire-topic-behaviour = Behaviour
questionnaire-topic-law = Law
questionnaire-topic-victims = People at risk
questionnaire-topic-sharing = Sharing and joint work
questionnaire-not-now = There is no questionnaire to fill in now. The first one is filled in during the briefing, the others once the truth is open.
questionnaire-person = Who answers
questionnaire-who-hint = Your name, the same each time
questionnaire-occasion = On which occasion
questionnaire-paper = Type in what was filled in on paper, one sheet a person. The name has to be the same each time, so that a person’s sheets find each other.
questionnaire-handed-in = Handed in
questionnaire-nobody = Nobody yet.
questionnaire-step = Choose a step from 1 to 5.
questionnaire-words-hint = Write here
questionnaire-answered = { $answered } of { $asked } questions answered
questionnaire-replaces = A sheet of this name is there already. This one will take its place.
questionnaire-hand-in = Hand in
questionnaire-recorded-again = Recorded in place of the earlier sheet: { $name }, { $answered } of { $asked } questions answered.
questionnaire-before = Questionnaire before the exercise
questionnaire-after = Questionnaire after the exercise
questionnaire-follow-up = Follow-up questionnaire
questionnaire-name = Name
questionnaire-team = Team
questionnaire-date = Date
questionnaire-why = It shows what the exercise teaches, not what you are worth. Your answers are kept in the exercise’s file and shown on no screen; who has handed in is seen, and not what. What you do not know, leave out.
questionnaire-choose = Choose one.
questionnaire-choose-several = Choose all that apply.
questionnaire-scale = { $low } 1 2 3 4 5 { $high }
questionnaire-own-words = In your own words.
questionnaire-prompt-one = Number (empty: I don't know):
questionnaire-prompt-several = Numbers with spaces (empty: I don't know):
questionnaire-prompt-scale = 1 to 5 (empty: no answer):
questionnaire-prompt-text = One line (empty: no answer):
questionnaire-not-understood = That is not among the answers. Try again.
questionnaire-broken-off = Broken off: nothing was recorded.
questionnaire-recorded = Recorded: { $name }, { $answered } of { $asked } questions answered.
questionnaire-replaced = It takes the place of the sheet that { $name } handed in before.
questionnaire-results = Questionnaires: { $title }
questionnaire-results-sheets = Sheets: before { $before }, after { $after }, follow-up { $later }
questionnaire-results-after = Before and after, by persons who handed in both:
questionnaire-results-later = Before and weeks later, by persons who handed in both:
questionnaire-results-figures = { $n ->
    [one] 1 answer
   *[other] { $n } answers
    }: right { $before } % before, { $share } % later; gain { $gain }; gained { $gained }, lost { $lost }
questionnaire-results-tested = { $figures }; p = { $p }
questionnaire-results-question = { $topic }: { $question }
questionnaire-results-topic = All of { $topic }
questionnaire-results-scales = On a scale of 1 to 5:
questionnaire-results-scale = { $when }: { $question }
questionnaire-results-counts = { $n ->
    [one] 1 answer
   *[other] { $n } answers
    }, median { $median }; 1 to 5 were given by { $counts }
questionnaire-results-words = In their own words, { $when }: { $question }
