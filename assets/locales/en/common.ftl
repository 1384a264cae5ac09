common-back = Back
common-close = Close
common-open = Open
common-read = Read
common-help = Keys of this screen
common-hold-enter = hold Enter
common-percent = { $number } %
common-minutes = { $number } min
common-officers = Officers to lead: { $north } and { $south }
common-not-recorded = The exercise file could not be written, so nothing was changed. Free some space or check the folder, then try again.

difficulty-easy = easy
difficulty-medium = medium
difficulty-hard = hard

skill-surveillance = Surveillance
skill-interviewing = Interviewing
skill-analysis = Analysis
skill-documents = Documents
common-cancel = Cancel
