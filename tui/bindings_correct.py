"""The keys that correct, and those of the lists in which corrections, changes and people are read."""

from tui.key import Key

CORRECT = (
    Key("correct.menu", "c", "correct", "Correct the event, or those that are marked", "correct"),
    Key("correct.reject", "delete", "correct('reject')", "Reject the event, or those that are marked"),
    Key("correct.undo", "ctrl+z", "undo", "Undo the last correction", "undo"),
    Key("correct.redo", "ctrl+y", "redo", "Redo the correction that was undone", "redo"),
    Key("correct.journal", "J", "journal", "The journal of corrections, and what was rejected", "journal"),
    Key("correct.changes", "C", "changes", "What the last ingests changed", "changes"),
    Key("correct.people", "U", "people", "Unverified people: who they are", "people"),
)
CORRECTING = (
    Key("correcting.date", "d", "correct('date')", "Correct the date, typed in words", "date"),
    Key("correcting.kind", "t", "correct('kind')", "Correct the kind", "kind"),
    Key("correcting.status", "s", "correct('status')", "Correct the status, such as denied", "status"),
    Key("correcting.headline", "h", "correct('headline')", "Correct the headline", "headline"),
    Key("correcting.actors", "a", "correct('actors')", "Correct the actors and their roles", "actors"),
    Key("correcting.merge", "m", "correct('merge')", "Merge with other events", "merge"),
    Key("correcting.split", "p", "correct('split')", "Split passages off as another event", "split"),
    Key("correcting.reject", "x,delete", "correct('reject')", "Reject: it is no event", "reject", shown="x"),
    Key("correcting.accept", "o", "correct('accept')", "Mark as checked: right as it stands", "checked"),
)
CASTING = (
    Key("casting.add", "a,plus", "add", "Add an actor", "add", shown="a"),
    Key(
        "casting.turn", "space,left,right", "turn", "Make a source a target, and back", "role", shown="Space"
    ),
    Key("casting.remove", "x,delete,minus", "remove", "Take an actor away, or back", "remove", shown="x"),
    Key("casting.who", "w", "who", "Say who an unverified actor is", "who?"),
    Key("casting.apply", "enter", "apply", "Correct the actors", "ok"),
)
SPLITTING = (
    Key(
        "splitting.tick",
        "space,tab",
        "tick",
        "Tick a passage that tells another event",
        "tick",
        shown="Space",
    ),
    Key("splitting.apply", "enter", "apply", "Split the ticked passages off", "split"),
)
LIST = (
    Key("list.down", "j,down", "move(1)", "Next line", "move", shown="j/k"),
    Key("list.up", "k,up", "move(-1)", "Previous line"),
    Key("list.page_down", "pagedown,ctrl+d", "move(10)", "Ten lines down"),
    Key("list.page_up", "pageup,ctrl+u", "move(-10)", "Ten lines up"),
    Key("list.first", "g,home", "move(-1000000)", "First line"),
    Key("list.last", "G,end", "move(1000000)", "Last line"),
    Key("list.open", "enter", "open", "Go to the event, or to the events of a name", "go there"),
    Key("list.other", "tab", "other", "The other list, such as what was rejected", "other list"),
    Key("list.restore", "r", "restore", "Bring a rejected event back", "restore"),
    Key("list.back", "escape,q", "back", "Back to the timeline", "back", shown="Esc"),
)
PEOPLE = (
    Key("people.accept", "a", "say('accept')", "Accept a name as verified", "accept"),
    Key("people.merge", "m", "say('merge')", "Merge a name with somebody else", "merge"),
    Key("people.reject", "x,delete", "say('reject')", "Reject a name: it is nobody", "reject", shown="x"),
)

WHILE_READING = ("correct.menu", "correct.reject", "correct.undo", "correct.redo")
"""Ids of the keys that correct the event that is read on the full screen."""

IN_JOURNAL = (
    "list.down",
    "list.open",
    "correct.undo",
    "correct.redo",
    "list.other",
    "list.restore",
    "list.back",
)
IN_PEOPLE = (
    *("list.down", "list.open", "people.accept", "people.merge", "people.reject", "list.other"),
    *("correct.undo", "list.back"),
)
IN_CHANGES = ("list.down", "list.open", "list.back", "app.help")
