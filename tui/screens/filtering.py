"""The dialog of all filters: what narrows the timeline, line by line; each can be changed or removed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from store.facets import Facet
from tui.filters import (
    ActorFilter,
    CountryFilter,
    DocumentFilter,
    Filter,
    Filters,
    PeriodFilter,
    SaidFilter,
    TagFilter,
    ValueFilter,
    WordsFilter,
)
from tui.keymap import Keymap
from tui.screens.choices import Choice
from tui.screens.menu import Menu


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the dialog: its name, the action that changes it, and which filters it holds."""

    name: str
    action: str
    holds: Callable[[Filter], bool]


def _facet(facet: Facet) -> Callable[[Filter], bool]:
    return lambda part: isinstance(part, ValueFilter) and part.facet is facet


LINES = (
    Line("Words", "find_words", lambda part: isinstance(part, WordsFilter)),
    Line("Actors", "find_actor", lambda part: isinstance(part, ActorFilter)),
    Line("Country", "find_country", lambda part: isinstance(part, CountryFilter)),
    Line("Actor type", "find_value('type')", _facet(Facet.TYPE)),
    Line("Kind", "find_value('kind')", _facet(Facet.KIND)),
    Line("Status", "find_value('status')", _facet(Facet.STATUS)),
    Line("Period", "find_period", lambda part: isinstance(part, PeriodFilter)),
    Line("Publisher", "find_value('publisher')", _facet(Facet.PUBLISHER)),
    Line("Sources", "find_value('sources')", _facet(Facet.SOURCES)),
    Line("Marked", "find_marked", lambda part: isinstance(part, SaidFilter)),
    Line("Tag", "find_tag", lambda part: isinstance(part, TagFilter)),
    Line("Report", "related", lambda part: isinstance(part, DocumentFilter)),
)


class FilterMenu(Menu):
    """Shows the filters that `filters` returns; `run` does an action of the screen below, by its name.

    It stays open while filters are changed, and answers the action that needs the screen below.
    """

    def __init__(
        self,
        filters: Callable[[], Filters],
        run: Callable[[str], None],
        change: Callable[[Filters], None],
        keys: Keymap,
    ) -> None:
        hint = (
            f"Enter change · {keys['menu.remove'].label} remove · {keys['menu.save'].label} save"
            f" · {keys['menu.saved'].label} open saved · Esc close"
        )
        super().__init__("Filters", hint, list(choices_of(filters())))
        self._filters = filters
        self._run = run
        self._change = change

    def on_screen_resume(self) -> None:
        """Shows the filters as they are when the reader comes back from a picker."""
        self.show(list(choices_of(self._filters())))

    def pick(self, id: str) -> None:
        """Lets the reader change what the line holds."""
        line = LINES[int(id.split(".", maxsplit=1)[0])]
        if line.action in ("find_words", "related"):
            self.dismiss(line.action)
        else:
            self._run(line.action)

    def action_remove(self) -> None:
        """Removes the filter of the line under the cursor."""
        current = self.choices.current
        number = current.id.split(".")[1] if current else ""
        if number:
            self._change(self._filters().without(int(number)))
            self.on_screen_resume()

    def action_clear(self) -> None:
        """Removes all filters."""
        self._change(Filters())
        self.on_screen_resume()

    def action_save(self) -> None:
        """Saves the filters under a name."""
        self._run("save")

    def action_saved(self) -> None:
        """Opens filters that were saved."""
        self._run("saved")


def choices_of(filters: Filters) -> Iterator[Choice]:
    """Yields the lines: one for each filter, and one for each that could be set; each id tells which."""
    for number, line in enumerate(LINES):
        held = [(place, part) for place, part in enumerate(filters.parts) if line.holds(part)]
        if not held:
            yield Choice(f"{number}.", "any", lead=line.name, colour="muted")
        for count, (place, part) in enumerate(held):
            told = part.value if count == 0 else filters.labels[place]
            colour = part.country if isinstance(part, ActorFilter | CountryFilter) else None
            lead = line.name if count == 0 else " "
            yield Choice(f"{number}.{place}", told, lead=lead, colour=colour or "accent")
