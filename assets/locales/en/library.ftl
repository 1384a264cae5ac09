library-title = Choose a case
library-count = { $number ->
    [one] { $number } case
   *[other] { $number } cases
}
library-empty = No case was found. Reinstall the program, or put a case folder beside it.
library-facts = { $minutes } min · { $rounds } rounds · { $difficulty }
library-languages = Written in { $names }
library-play = Play this case
library-title-room = Choose a case for the room
library-host = Open the table
