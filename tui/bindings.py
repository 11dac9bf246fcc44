"""Every key of dateline, once: the bindings, the footer, the help and the palette are made from here."""

from collections.abc import Iterable

from textual.binding import Binding, BindingType

from tui.bindings_correct import CASTING, CORRECT, CORRECTING, LIST, PEOPLE, SPLITTING, WHILE_READING
from tui.key import Key

MOVE = (
    Key("timeline.down", "j,down", "down", "Next event", "move", shown="j/k"),
    Key("timeline.up", "k,up", "up", "Previous event"),
    Key("timeline.page_down", "pagedown", "page_down", "A page down"),
    Key("timeline.page_up", "pageup", "page_up", "A page up"),
    Key("timeline.half_down", "ctrl+d", "half_down", "Half a page down"),
    Key("timeline.half_up", "ctrl+u", "half_up", "Half a page up"),
    Key("timeline.first", "g,home", "first", "First event"),
    Key("timeline.last", "G,end", "last", "Last event"),
    Key("timeline.next_month", "right_square_bracket", "month(1)", "Next month", "month", shown="[ ]"),
    Key("timeline.previous_month", "left_square_bracket", "month(-1)", "Previous month"),
    Key("timeline.next_year", "right_curly_bracket", "year(1)", "Next year", "year", shown="{ }"),
    Key("timeline.previous_year", "left_curly_bracket", "year(-1)", "Previous year"),
    Key(
        "timeline.zoom_out",
        "minus,Z",
        "zoom(-1)",
        "Look from farther: months, years, decades",
        "zoom",
        shown="-/+",
    ),
    Key("timeline.zoom_in", "plus,equals_sign,z", "zoom(1)", "Look from nearer, down to every event"),
    Key("timeline.next_column", "right", "column(1)", "Next column of the histogram"),
    Key("timeline.previous_column", "left", "column(-1)", "Previous column of the histogram"),
)
MARK = (
    Key("timeline.mark", "space", "mark", "Mark or unmark the event", "mark"),
    Key("timeline.range", "v", "range", "Begin a range; again to mark it", "range"),
    Key("timeline.mark_all", "A", "mark_all", "Mark all events that are shown"),
    Key("timeline.unmark", "u", "unmark", "Take all marks away"),
)
SOURCE = (
    Key("source.down", "j,down", "down", "A line down", "scroll", shown="j/k"),
    Key("source.up", "k,up", "up", "A line up"),
    Key("source.page_down", "pagedown,ctrl+d", "page_down", "A page down"),
    Key("source.page_up", "pageup,ctrl+u", "page_up", "A page up"),
    Key("source.first", "g,home", "first", "Top of the sources"),
    Key("source.last", "G,end", "last", "End of the sources"),
)
FIND = (
    Key("find.words", "slash", "find_words", "Search words; results come as you type", "words"),
    Key("find.actor", "a", "find_actor", "Only events of an actor", "actor"),
    Key("find.filters", "f", "filters", "All filters in one place; saved searches", "filters"),
    Key("find.kind", "t", "find_value('kind')", "Only events of a kind, such as SANCTION", "kind"),
    Key("find.period", "r", "find_period", "Only events of a period, typed in words", "period"),
    Key("find.day", "d", "find_day", "Jump to a date, typed in words", "date"),
    Key("find.first_lane", "1", "country(1)", "Only events of the first lane's country"),
    Key("find.second_lane", "2", "country(2)", "Only events of the second lane's country"),
    Key("find.third_lane", "3", "country(3)", "Only events of the third lane's country"),
    Key("find.fourth_lane", "4", "country(4)", "Only events of the fourth lane's country"),
    Key("find.fifth_lane", "5", "country(5)", "Only events of the fifth lane's country, if there is one"),
    Key("find.sixth_lane", "6", "country(6)", "Only events of the sixth lane's country, if there is one"),
    Key("find.starred", "S", "find_said('starred')", "Only starred events; again to show the others too"),
    Key("find.noted", "O", "find_said('noted')", "Only events with a note; again to show the others too"),
    Key("find.basket", "B", "find_said('in basket')", "Only the basket; again to show the others too"),
    Key("find.tag", "number_sign", "find_tag", "Only events with a tag"),
    Key("find.related", "R", "related", "Related events: same actors, same day, same report", "related"),
    Key("find.saved", "F", "saved", "Open a search that was saved under a name"),
    Key(
        "find.widen",
        "x,backspace",
        "widen",
        "Remove the last filter, or go back",
        "unfilter",
        shown="x",
    ),
    Key("find.back", "escape", "back", "Give up a range, or go back from related events"),
    Key("find.clear", "X", "clear", "Remove all filters", "clear"),
)
HITS = (
    Key("hits.next", "n", "hit(1)", "Next place of the searched words", "hit", shown="n/N"),
    Key("hits.previous", "N", "hit(-1)", "Previous place of the searched words"),
)
PICKING = (
    Key("picking.down", "down,ctrl+n", "move(1)", "Next line"),
    Key("picking.up", "up,ctrl+p", "move(-1)", "Previous line"),
    Key("picking.page_down", "pagedown", "move(10)", "Ten lines down"),
    Key("picking.page_up", "pageup", "move(-10)", "Ten lines up"),
    Key("picking.tick", "tab", "tick", "Tick one of several; of an actor: and, or, without"),
)
PICKING_ACTORS = (
    Key("picking.all", "ampersand", "tick('&')", "An actor who must take part"),
    Key("picking.any", "vertical_line", "tick('|')", "An actor of whom, with others, one must take part"),
    Key("picking.none", "exclamation_mark", "tick('!')", "An actor who must not take part"),
    Key("picking.type", "ctrl+t", "type", "Only people, only states …"),
    Key("picking.country", "ctrl+r", "country", "Only actors of one country"),
)
MENU = (
    Key("menu.down", "j,down", "move(1)", "Next line"),
    Key("menu.up", "k,up", "move(-1)", "Previous line"),
    Key("menu.page_down", "pagedown,ctrl+d", "move(10)", "Ten lines down"),
    Key("menu.page_up", "pageup,ctrl+u", "move(-10)", "Ten lines up"),
    Key("menu.pick", "enter", "pick", "Change, open or show what stands there"),
    Key("menu.remove", "x,delete,backspace", "remove", "Remove the filter, delete what was saved", shown="x"),
    Key("menu.clear", "X", "clear", "Remove all filters"),
    Key("menu.save", "s", "save", "Save the filters under a name"),
    Key("menu.saved", "o", "saved", "Open saved filters"),
    Key("menu.back", "escape,q,f", "cancel", "Back to the timeline"),
)
READ = (
    Key(
        "read.next_source",
        "right_parenthesis",
        "source(1)",
        "Next source",
        "source",
        shown="( )",
    ),
    Key("read.previous_source", "left_parenthesis", "source(-1)", "Previous source"),
    Key("read.full", "enter", "read", "Read the sources on the full screen", "read"),
    Key("read.focus", "tab", "switch", "Go between the timeline and the source", "other pane"),
    Key("read.pane", "w", "pane", "Show or hide the source beside the timeline"),
)
TAKE = (
    Key("take.star", "s", "star", "Star the marked events, or this one; again to take it away", "star"),
    Key("take.tag", "T", "tag", "Tag the marked events, or this one", "tag"),
    Key("take.note", "o", "note", "Write a note on the marked events, or this one", "note"),
    Key("take.basket", "b", "basket", "Put them into the basket; again to take them out", "basket"),
    Key("take.export", "e", "export", "Export events: Markdown, JSON, CSV, calendar, picture", "export"),
    Key("take.copy", "y", "copy", "Copy the marked events, or this one, as Markdown", "copy"),
    Key("take.cite", "Y", "cite", "Copy a citation of the source", "cite"),
)
ANYWHERE = (
    Key("app.help", "question_mark,f1", "help", "All keys", "help", shown="?"),
    Key("app.palette", "ctrl+p", "command_palette", "Every action by name"),
    Key("app.quit", "q,ctrl+q", "quit", "Quit", "quit", shown="q"),
)
READING = (
    Key("reading.next_event", "right_square_bracket,right", "event(1)", "Next event", "event", shown="[ ]"),
    Key("reading.previous_event", "left_square_bracket,left", "event(-1)", "Previous event"),
    Key("reading.back", "escape,enter,tab,q", "back", "Back to the timeline", "back", shown="Esc"),
)

WORDS = (
    Key("words.keep", "enter,down,up", "close", "Keep the words as a filter", "keep", shown="Enter"),
    Key("words.restore", "escape", "give_up", "Restore what was shown before", "restore"),
)

GROUPS: tuple[tuple[str, tuple[Key, ...]], ...] = (
    ("Move in the timeline", MOVE),
    ("Find", (*FIND, *HITS)),
    ("Mark and take away", (*MARK, *TAKE)),
    ("Correct", CORRECT),
    ("In the menu of corrections", CORRECTING),
    ("While actors are corrected", CASTING),
    ("While an event is split", SPLITTING),
    ("Read", READ),
    ("In the source", SOURCE),
    ("On the full screen", READING),
    ("In the journal and the other lists", LIST),
    ("In the list of unverified people", PEOPLE),
    ("While words are typed", WORDS),
    ("In lists to pick from", (*PICKING, *PICKING_ACTORS)),
    ("In filters, saved searches and related events", MENU),
    ("Anywhere", ANYWHERE),
)

_IN_TEXT = ("read.next_source", "read.previous_source", "hits")

LEAVING = tuple(key for key in (*FIND, *CORRECT) if key.id not in (*WHILE_READING, "find.back"))
"""Keys that change or leave what the timeline shows: from the full screen they return to it first."""

_BESIDE_READING = tuple(key.id for key in LEAVING)

PLACES = (
    ("timeline", "find", "hits", "read", "take", "correct", "app"),
    ("source", "find", "hits", "read", "take", "correct", "app"),
    ("source", "reading", *_IN_TEXT, *_BESIDE_READING, "take", "correct", "app.help", "app.palette"),
    ("picking",),
    ("menu",),
    ("correcting",),
    ("casting",),
    ("splitting",),
    ("list", "people", "correct.undo", "correct.redo", "app.help"),
)
"""Ids, or what stands before their dot, of the keys that are at work in one place at once."""

IN_TIMELINE = (
    *("timeline.down", "read.full", "find.words", "find.actor", "timeline.zoom_out", "app.help", "find.day"),
    *("timeline.mark", "find.filters", "take.export", "correct.menu", "read.focus", "timeline.next_month"),
    *("find.related", "read.next_source", "find.period", "timeline.next_year", "find.widen"),
    *("timeline.range", "take.star", "take.tag", "take.note", "take.basket", "take.copy"),
)
IN_PERIODS = (
    *("timeline.down", "read.full", "timeline.zoom_out", "find.words", "find.actor", "app.help", "find.day"),
    *("timeline.next_month", "timeline.mark", "find.filters", "take.export", "read.focus", "find.period"),
)
IN_EMPTY_RESULT = (
    "find.widen",
    "find.words",
    "find.actor",
    "find.clear",
    "find.filters",
    "app.help",
    "app.quit",
)
IN_EMPTY_STORE = ("app.help", "app.quit")
IN_SOURCE = (
    "source.down",
    "read.next_source",
    "read.focus",
    "read.full",
    "find.words",
    "take.export",
    "app.help",
)
IN_WORDS = ("words.keep", "words.restore")
IN_READING = (
    *("source.down", "read.next_source", "reading.next_event", "reading.back", "app.help"),
    *("correct.menu", "take.star", "take.tag", "take.note", "take.copy", "take.export"),
)


def bindings(keys: Iterable[Key], *, priority: bool = False) -> list[BindingType]:
    """Returns Textual's bindings of some keys, with the ids by which a user may change them.

    With `priority` they come before those of the widget that has the focus.
    """
    return [
        Binding(key.keys, key.action, key.text, show=bool(key.hint), id=key.id, priority=priority)
        for key in keys
    ]
