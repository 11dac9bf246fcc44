"""Which dialog asks for which correction, and what is written of its answer."""

import asyncio
from collections.abc import Callable
from datetime import date
from functools import partial

from corpus import DatelineError, Kind, Status
from store import (
    Accept,
    Change,
    ChangeActors,
    ChangeDate,
    ChangeHeadline,
    ChangeKind,
    ChangeStatus,
    EventDetail,
    Reject,
)
from tui.correcting import asked
from tui.keymap import keymap_of
from tui.kinds import LOOKS
from tui.screens.correct import Correct, Subject
from tui.screens.correct_actors import CorrectActors
from tui.screens.correct_date import CorrectDate
from tui.screens.correct_headline import CorrectHeadline
from tui.screens.correct_split import CorrectSplit
from tui.screens.correcting import Correcting
from tui.screens.event_items import actor_item, event_item
from tui.screens.items import Item
from tui.screens.pick_one import PickOne
from tui.screens.verifying import Who, say

_LISTED = 60


class Asking:
    """Asks a reader on the main screen for corrections of the marked events, or of the one at the cursor."""

    def __init__(
        self, screen: Correcting, events: tuple[int, ...], detail: EventDetail | None = None
    ) -> None:
        self._screen = screen
        self._subject = Subject(events, detail)

    async def look_up(self, what: str) -> None:
        """Reads the event, where there is but one, and begins."""
        if len(events := self._subject.events) == 1:
            try:
                detail = await asyncio.to_thread(
                    asked, self._screen.store.path, lambda store: store.event(events[0])
                )
            except DatelineError as error:
                self._say(str(error))
                return
            self._subject = Subject(events, detail)
        self.begin(what)

    def begin(self, what: str) -> None:
        """Asks for a correction; first for which one, where it is not named."""
        if what:
            self._ask(what)
        else:
            self._screen.app.push_screen(Correct(self._subject), self._ask)

    def _ask(self, what: str | None) -> None:
        """Asks for what is right; some things can only be said of one event."""
        of_any = {"date": self._date, "kind": self._kind, "status": self._status, "merge": self._merge}
        of_one: dict[str, Callable[[EventDetail], None]] = {
            "headline": self._headline,
            "actors": self._actors,
            "split": self._split,
        }
        if what in of_any:
            of_any[what](self._subject.detail)
        elif what in ("reject", "accept"):
            self._change(Reject() if what == "reject" else Accept())
        elif what and self._subject.detail is None:
            key = keymap_of(self._screen.app)["timeline.unmark"].label
            self._say(f"That is corrected one event at a time; {key} takes the marks away.")
        elif what and self._subject.detail:
            of_one[what](self._subject.detail)

    def _change(self, change: Change) -> None:
        events = self._subject.events
        self._screen.write(lambda store: store.correct_all(events, change))
        if len(events) > 1 or isinstance(change, Reject):
            self._screen.timeline.selection.clear()

    def _date(self, detail: EventDetail | None) -> None:
        def typed(value: str | None) -> None:
            if value:
                self._change(ChangeDate(value))

        self._screen.app.push_screen(CorrectDate(detail, self._published(detail)), typed)

    def _published(self, detail: EventDetail | None) -> date:
        """Returns the day that words are counted from: of the paper that is read, of the event, or today."""
        passage, row = self._screen.source.passage, self._screen.timeline.row
        if detail is None:
            return date.today()
        is_read = row is not None and row.id == detail.row.id
        return (passage.document.published if passage and is_read else None) or detail.row.first

    def _kind(self, detail: EventDetail | None) -> None:
        def picked(item: Item | None) -> None:
            if item:
                self._change(ChangeKind(Kind(item.id)))

        present = detail.row.kind if detail else ""
        self._screen.app.push_screen(PickOne("Correct the kind", "a kind", _kinds, present=present), picked)

    def _status(self, detail: EventDetail | None) -> None:
        def picked(item: Item | None) -> None:
            if item:
                self._change(ChangeStatus(Status(item.id)))

        present = detail.row.status if detail else ""
        dialog = PickOne("Correct the status", "a status", _statuses, present=present)
        self._screen.app.push_screen(dialog, picked)

    def _headline(self, detail: EventDetail) -> None:
        def typed(headline: str | None) -> None:
            if headline:
                self._change(ChangeHeadline(headline))

        self._screen.app.push_screen(CorrectHeadline(detail), typed)

    def _actors(self, detail: EventDetail) -> None:
        def chosen(answer: ChangeActors | str | None) -> None:
            if isinstance(answer, ChangeActors):
                self._change(answer)
            elif answer:
                self._screen.run_worker(self._who(answer), group="asking")

        self._screen.app.push_screen(CorrectActors(detail.row, self._found_actors), chosen)

    async def _who(self, entity: str) -> None:
        """Asks who somebody is whom nobody listed."""
        path = self._screen.store.path
        try:
            who, quote = await asyncio.to_thread(
                asked, path, lambda store: (store.resolve_unlisted(entity), store.quote_of(entity))
            )
        except DatelineError as error:
            self._say(str(error))
            return

        def chosen(what: str | None) -> None:
            if what:
                say(self._screen.app, path, who, what, self._screen.write)

        self._screen.app.push_screen(Who(who, quote), chosen)

    def _found_actors(self, pattern: str) -> list[Item]:
        found = asked(self._screen.store.path, lambda store: store.actors(pattern, limit=_LISTED))
        return [actor_item(actor, searched=bool(pattern.strip())) for actor in found]

    def _merge(self, detail: EventDetail | None) -> None:
        if detail is None:
            self._merged(self._subject.events)
            return
        event, beside = detail.row.id, self._screen.timeline.row

        def picked(item: Item | None) -> None:
            if item:
                self._merged((event, int(item.id)))

        def find(words: str) -> list[Item]:
            found = asked(self._screen.store.path, lambda store: store.nearby(event, words, limit=_LISTED))
            first = [beside] if beside and beside.id != event and not words.strip() else []
            return [event_item(row) for row in (*first, *(row for row in found if row not in first))]

        about = f"The same event as: {self._subject.title}"
        dialog = PickOne("Merge with", "words of another event", find, about=about, wide=True)
        self._screen.app.push_screen(dialog, picked)

    def _merged(self, events: tuple[int, ...]) -> None:
        self._screen.write(lambda store: store.merge(events))
        self._screen.timeline.selection.clear()

    def _split(self, detail: EventDetail) -> None:
        if len(detail.passages) < 2:
            self._say("One passage alone tells this event: there is nothing to split.")
            return
        dialog = CorrectSplit(detail)
        self._screen.app.push_screen(dialog, partial(self._split_off, detail.row.id))

    def _split_off(self, event: int, passages: list[int] | None) -> None:
        if passages:
            self._screen.write(lambda store: store.split(event, *passages))

    def _say(self, text: str) -> None:
        self._screen.notify(text, markup=False)


def _kinds(pattern: str) -> list[Item]:
    wanted = pattern.strip().upper()
    return [
        Item(kind, ((f"{look.glyph} {kind:<12}", look.tone),), note=look.tone)
        for kind, look in LOOKS.items()
        if wanted in kind
    ]


_MEANINGS = {
    Status.HAPPENED: "it took place",
    Status.ONGOING: "it is taking place",
    Status.ANNOUNCED: "it is planned or expected",
    Status.ALLEGED: "somebody claims it",
    Status.DENIED: "it is denied",
}


def _statuses(pattern: str) -> list[Item]:
    wanted = pattern.strip().lower()
    return [
        Item(status, ((f"{status:<12}", "foreground"), (meaning, "muted")))
        for status, meaning in _MEANINGS.items()
        if wanted in status
    ]
