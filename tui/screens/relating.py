"""Related events: those of the same actors, the same day or the same report, and the way back."""

from dataclasses import replace

from tui.filters import Filters
from tui.related import Relation, counted, relations
from tui.screens.choices import Choice
from tui.screens.menu import Menu
from tui.screens.showing import Showing


class Relating(Showing):
    """The panes with the ways from an event to those that have to do with it."""

    _before_related: tuple[Filters, Filters] | None = None
    """The filters of related events, and those to go back to."""

    def action_related(self) -> None:
        """Offers what else happened around the event under the cursor."""
        self._when_told(self._offer_related)

    def _offer_related(self) -> None:
        row = self.timeline.row
        if row is None:
            return
        found = list(relations(row, self.source.passage))
        choices = [Choice(str(n), each.title, each.note, colour=each.colour) for n, each in enumerate(found)]
        menu = Menu("Related to this event", "Enter show · Esc cancel", choices)
        self.app.push_screen(menu, lambda id: self._relate(found[int(id)]) if id else None)

        def show(counts: list[tuple[int, int]]) -> None:
            menu.show([_counted(*pair) for pair in zip(choices, counts, strict=True)])

        self.feed.counts.ask("related", lambda store: counted(store, found, row.key), show)

    def action_back(self) -> None:
        """Gives up the range that was begun, or goes back from related events."""
        if self.timeline.selection.anchor is not None:
            self.timeline.action_cancel()
        elif self._is_related:
            self.action_widen()

    def action_widen(self) -> None:
        """Takes the last filter away; from related events, goes back to what was shown before them."""
        if self._before_related and self._is_related:
            self.apply(self._before_related[1])
        else:
            super().action_widen()

    @property
    def _is_related(self) -> bool:
        return self._before_related is not None and self._before_related[0] == self.filters

    def _relate(self, relation: Relation) -> None:
        before = self.filters
        self.apply(relation.filters)
        self._before_related = (relation.filters, before)


def _counted(choice: Choice, counts: tuple[int, int]) -> Choice:
    before, after = counts
    told = f"{before:,} earlier, {after:,} later"
    return replace(choice, note=f"{choice.note} · {told}" if choice.note else told)
