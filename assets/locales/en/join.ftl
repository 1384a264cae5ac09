join-title = Join a table
join-how = The trainer has a ticket for every seat. It finds the table in this room by itself; no internet is needed.
join-ticket = Ticket
join-ticket-where = 20 letters and digits, or 32, as the trainer reads them or as they stand on the trainer’s screen. Spaces, hyphens and capitals do not matter.
join-ticket-hint = XXXX XXXX XXXX XXXX XXXX
join-name = Your name
join-name-why = Your team and the trainer see it, and it goes on the record. You can leave it out.
join-name-hint = As you want to be called
join-take = Take the seat
join-cancel = Stop trying
join-going = Going to the table …
join-trying = No answer from { $address } yet. It is tried again until there is one. Is this computer on the same network as the trainer’s, and the ticket the newest?
join-no-line = No connection can be made on this computer: { $why }
join-ticket-none = Type the ticket that the trainer gives you.
join-ticket-length =
    { $number ->
        [one] A ticket has 20 or 32 letters and digits; this has one.
       *[other] A ticket has 20 or 32 letters and digits; this has { $number }.
    }
join-ticket-sign = “{ $sign }” is in no ticket: they are made of digits and letters without U.
join-ticket-slip = There is a slip in it: compare it with the ticket, sign by sign.
join-had = The seat you had
join-had-who = { $who } had a seat from this computer. Its table may still be open.
join-had-nobody = This computer had a seat. Its table may still be open.
join-had-none = This computer has had no seat yet.
join-return = Back to it
join-seats = Seats
join-seats-lead = A lead does what cannot be taken back: shares, signs, says that the team is ready.
join-seats-officer = Officers see the same desk and prepare everything else.
join-seats-watch = Evaluators and observers see what the case lets them see, and change nothing.

turned-version = The trainer’s computer runs Liaison { $host } and this one { $here }, built differently. Copy the program from the trainer’s computer onto this one.
turned-unknown = No seat at a table of this trainer belongs to the ticket. If the table is only just being started again, come back in a minute. Otherwise ask for a new ticket.
turned-taken = Somebody sits there already: a ticket is good for one computer. Ask the trainer for another.
turned-revoked = The trainer has taken this seat back. Ask for a new ticket.
turned-elsewhere = The seat was taken up in another window of this computer.
turned-nonsense = The trainer’s computer did not understand this one: { $why }
turned-flood = This computer sent more than a person can: { $why }
turned-slow = This computer did not keep up with what it was sent. Go back to your seat.
turned-full = The trainer’s computer is full. Try again in a minute.
turned-closed = The trainer has closed the table.

far-not-connected = There is no connection to the table, so nothing was done. Do it again once it is back.
far-overtaken = A colleague changed the same thing just before you. Look at it as it is now.
far-overtaken-by = { $who } changed the same thing just before you. Look at it as it is now.
far-only-lead = This cannot be taken back, so your lead does it. Tell your lead that it is prepared.
far-locked = The trainer has locked this screen. Nothing was done.
far-clock-is-the-trainers = The clock is the trainer’s.
far-lost = The connection to the table is lost. It is tried again by itself; until then you see everything as it was, and nothing can be done.
far-screen-locked = The trainer has locked this screen for a moment. Listen to the trainer.

join-seeking = Looking for the table of this ticket on the network …
join-not-found = The table of this ticket was not found on the network. It may not be open yet, or the network keeps computers apart: then type the whole ticket, of 32 signs.
join-search-broken = Tables cannot be looked for on this network ({ $why }). Type the whole ticket, of 32 signs.
join-found = Tables found here
join-found-none = None yet. A short ticket needs one; the whole ticket does not.
far-unanswered = The connection was lost before the table answered. Once it is back, look whether it was done before you do it again.
