"""Builds the first store, beside the screen that shows how far it is.

`corpus` is imported inside `bundled`, which runs in a thread: loading spaCy takes a second.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(slots=True)
class Progress:
    """How far a build is; `total` is None until it is known. The screen reads it, the build writes it."""

    done: int = 0
    total: int | None = None
    name: str = ""
    events: int = 0
    stopped: bool = False

    def begin(self, total: int) -> None:
        """Tells how many documents there are."""
        self.total = total

    def step(self, done: int, name: str, events: int) -> None:
        """Tells of a document that was read: how many by now, its name, the events so far."""
        self.done, self.name, self.events = done, name, events

    def cancelled(self) -> bool:
        """Tells whether the reader asked to stop; then no further document is to be begun."""
        return self.stopped


Build = Callable[[Progress], None]
"""Makes the store, and returns early once `Progress.cancelled` answers True."""


def is_unfinished(store_path: Path) -> bool:
    """Tells whether the first build of a store was stopped before it had read everything."""
    return _sign(store_path).exists()


def _sign(store_path: Path) -> Path:
    """The empty file beside a store that is there until its first build has ended."""
    return store_path.with_name(f"{store_path.name}.unfinished")


def bundled(store_path: Path) -> Build:
    """Returns the build of a store from the documents that dateline ships; again, it reads on."""

    def build(progress: Progress) -> None:
        from corpus import document_files, use_entities
        from store import Store
        from tui.configuration import own_entities, read_configuration
        from tui.ingesting import ingest
        from tui.reading import BUNDLED

        use_entities(own_entities())
        progress.begin(len(document_files(BUNDLED)))
        store_path.parent.mkdir(parents=True, exist_ok=True)
        _sign(store_path).touch()
        with Store.open(store_path) as store:
            ingest(
                [BUNDLED],
                store,
                estimate=read_configuration().estimate,
                stepped=lambda step: progress.step(step.read, step.name, step.events),
                cancelled=progress.cancelled,
            )
        if not progress.cancelled():
            _sign(store_path).unlink(missing_ok=True)

    return build
