"""What a reader says of events: stars, tags, notes and the basket, and the filters that find them again."""

import asyncio
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from corpus import DatelineError, StoreError, UsageError
from store import Annotation, Sort, Store
from store.notes.checking import spelt, tag_name
from tui.annotating import add_note, annotate, retag, toggle
from tui.cells import counted
from tui.filters import Said, SaidFilter, TagFilter
from tui.lanes import Lanes
from tui.memory import Place
from tui.screens.choices import Choice
from tui.screens.picker import Picker
from tui.screens.reading import Reading
from tui.screens.showing import Showing

Done = TypeVar("Done")

_TOLD = {
    Sort.STAR: ("Starred {}.", "Took the star from {}."),
    Sort.BASKET: ("Put {} into the basket.", "Took {} out of the basket."),
}

MANY = 2000
"""Events that take long enough to write that the reader is told."""


class Keeping(Showing):
    """The panes with what is said of the marked events or, where none is marked, of the one at the cursor."""

    def __init__(self, store: Store, lanes: Lanes, place: Place) -> None:
        super().__init__(store, lanes, place)
        self._turn = asyncio.Lock()  # keys pressed fast are written in their order

    @property
    def targets(self) -> tuple[int, ...]:
        """The numbers of the events that an action is for; on the full screen that is the one in sight."""
        row, marked = self.timeline.row, self.timeline.selection.ids
        if marked and not isinstance(self.app.screen, Reading):
            return marked
        return (row.id,) if row else ()

    def action_star(self) -> None:
        """Stars the targets, or takes the stars away where all have one."""
        self._toggle(Sort.STAR)

    def action_basket(self) -> None:
        """Puts the targets into the basket, or takes them out where all are in it."""
        self._toggle(Sort.BASKET)

    def action_tag(self) -> None:
        """Picks the tags of the targets, old ones and new ones."""
        targets = self.targets
        if not targets:
            return
        among = {tag.name: tag.events for tag in self._asked(lambda: self.store.tags(targets), [])}
        before = [name for name, events in among.items() if events == len(targets)]

        def picked(choices: list[Choice] | None) -> None:
            if choices is not None:
                wanted = [choice.id for choice in choices]
                added = [name for name in wanted if name not in before]
                removed = [name for name in before if name not in wanted]
                self._write(partial(retag, self.store.path, targets, added, removed), lambda _: None)

        ticked = [Choice(name, name) for name in before]
        find = partial(self._tags, partly={name: n for name, n in among.items() if name not in before})
        title = f"Tags of {counted(len(targets), 'event')}"
        self.app.push_screen(Picker(title, "a tag; a new name makes a new one", find, ticked), picked)

    def action_note(self) -> None:
        """Writes a note on the targets."""
        from tui.screens.note import Note  # loads an editor

        targets, row = self.targets, self.timeline.row
        if not targets:
            return
        single = row is not None and targets == (row.id,)
        text = row.annotations.note if row and single else ""
        hint = "Without words the note goes away." if single else "It is added to the notes that they have."

        def written(note: str | None) -> None:
            if note is not None and single:
                said = Annotation(Sort.NOTE, note)
                self._write(partial(annotate, self.store.path, targets, said), lambda _: None)
            elif note is not None:
                self._write(partial(add_note, self.store.path, targets, note), lambda _: None)

        self.app.push_screen(Note(f"Note on {counted(len(targets), 'event')}", text, hint), written)

    def action_find_said(self, said: str) -> None:
        """Shows only the events of which something is said, or no longer only those."""
        self.apply(self.filters.toggled(SaidFilter(Said(said))))

    def action_find_tag(self) -> None:
        """Picks tags that events must have."""
        ticked = [Choice(part.tag, part.tag) for part in self.filters.parts if isinstance(part, TagFilter)]

        def picked(choices: list[Choice] | None) -> None:
            if choices is not None:
                self.apply(self.filters.with_tags([TagFilter(choice.id) for choice in choices]))

        self.app.push_screen(Picker("Only events with tags", "a tag", self._known_tags, ticked), picked)

    def _toggle(self, sort: Sort) -> None:
        targets = self.targets
        if targets:
            self._write(
                partial(toggle, self.store.path, targets, Annotation(sort)),
                lambda done: self._tell_of(sort, len(targets), *done),
            )

    def _tell_of(self, sort: Sort, targets: int, changed: int, is_said: bool) -> None:
        """Says what was done to more events than the one in sight."""
        if targets > 1:
            told = _TOLD[sort][0 if is_said else 1]
            self.notify(told.format(counted(changed, "event")), markup=False)

    def _write(self, work: Callable[[], Done], then: Callable[[Done], None]) -> None:
        """Does work on the store in a thread, then shows the store as it is."""
        if len(self.targets) > MANY:
            self.notify(f"Writing to {counted(len(self.targets), 'event')} …", markup=False)
        self.run_worker(self._written(work, then), group="annotations")

    async def _written(self, work: Callable[[], Done], then: Callable[[Done], None]) -> None:
        try:
            async with self._turn:
                done = await asyncio.to_thread(work)
        except DatelineError as error:
            self.notify(str(error), severity="error", markup=False, timeout=10)
        else:
            self._poll()
            then(done)

    def _known_tags(self, pattern: str) -> list[Choice]:
        """Returns the tags whose names hold the pattern, with the events on which they are."""
        wanted = pattern.strip().removeprefix("#").casefold()
        tags = self._asked(self.store.tags, [])
        return [Choice(tag.name, tag.name, count=tag.events) for tag in tags if wanted in tag.name.casefold()]

    def _tags(self, pattern: str, partly: dict[str, int]) -> list[Choice]:
        """Returns the same, says which of them only some targets have, and offers to make a new one."""
        found = [
            Choice(tag.id, tag.name, f"on {partly[tag.id]} of these" if tag.id in partly else "", tag.count)
            for tag in self._known_tags(pattern)
        ]
        try:
            name = spelt(tag_name(pattern), (tag.id for tag in found))
        except UsageError:
            return found
        return found if any(tag.id == name for tag in found) else [*found, Choice(name, name, "a new tag")]

    def _asked(self, ask: Callable[[], list[Done]], otherwise: list[Done]) -> list[Done]:
        try:
            return ask()
        except StoreError as error:
            self.complain(error)
            return otherwise
