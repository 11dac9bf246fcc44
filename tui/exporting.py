"""Exports in a thread: what is taken, how far the writing has come, and the first lines of it beforehand."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from store import EventDetail, Query, Store
from tui.dates import numeric_span
from tui.files import spare_store, write_whole

if TYPE_CHECKING:
    from store.export import Style

PREVIEWED = 1000
"""Events of which a preview is made: read in a fifth of a second, and more than most exports have."""

PREVIEW_LINES = 500
"""Lines that a preview has at the most."""


@dataclass(frozen=True)
class Offer:
    """Events that may be exported: those of a query or, where there is none, those with these numbers.

    `number` counts them, None where they are still being counted. `about` is what the document says of the
    choice, such as the filters.
    """

    label: str
    number: int | None
    first: date
    last: date
    query: Query | None = None
    events: tuple[int, ...] = ()
    about: str = ""

    @property
    def stem(self) -> str:
        """The name that is suggested, without its ending: `dateline-2023-09` for events of one month."""
        return f"dateline-{numeric_span(self.first, self.last)}"

    def details(self, store: Store, limit: int | None = None) -> Iterator[EventDetail]:
        """Yields the events in date order from a store of the thread that writes, at most the first few."""
        if self.query is not None:
            return store.details(self.query, limit=limit)
        return islice(store.events(self.events), limit)


class Stopped(Exception):
    """The reader stopped the writing."""


@dataclass
class Watch:
    """How far a thread has come, for another one that watches and may stop it."""

    done: int = 0
    _stopped: Event = field(default_factory=Event)

    def stop(self) -> None:
        """Asks the thread to stop."""
        self._stopped.set()

    def check(self) -> None:
        """Raises `Stopped` where that was asked for."""
        if self._stopped.is_set():
            raise Stopped

    def over(self, details: Iterable[EventDetail]) -> Iterator[EventDetail]:
        """Yields the events, and counts them."""
        for detail in details:
            self.check()
            self.done += 1
            yield detail


@dataclass(frozen=True)
class Preview:
    """The first lines of an export; `events` of all were put into it."""

    lines: list[str]
    events: int


def preview(store_path: Path, offer: Offer, style: "Style") -> Preview:
    """Returns the beginning of what would be written, of a picture its words.

    Raises `StoreError` where the store cannot be read.
    """
    from store.export import Form, parts

    with Store.open(store_path, create=False, read_only=True) as store:
        details = list(offer.details(store, PREVIEWED))
    told = parts(details, style, about=offer.about)
    lines = _words("".join(told)) if style.form is Form.SVG else _lines(told)
    return Preview(list(islice(lines, PREVIEW_LINES)), len(details))


def _lines(parts: Iterable[str]) -> Iterator[str]:
    return (line for part in parts for line in part.splitlines())


def _words(picture: str) -> Iterator[str]:
    """Yields how large a picture is, and the words that are read aloud of it."""
    from xml.etree import ElementTree

    root = ElementTree.fromstring(picture)
    yield f"A picture of {root.get('width')} × {root.get('height')} pixels:"
    yield ""
    yield from (each.text or "" for each in root.iter() if each.tag.endswith(("}title", "}desc")))


def write(store_path: Path, offer: Offer, style: "Style", path: Path, watch: Watch) -> int:
    """Writes an offer to a file, all of it or nothing, and returns how many events it wrote.

    Raises `StoreError` where the store cannot be read, `UsageError` where the file is the store itself,
    OSError where it cannot be written, and `Stopped`.
    """
    from store.export import parts

    spare_store(path, store_path)
    with Store.open(store_path, create=False, read_only=True) as store:
        told = parts(watch.over(offer.details(store)), style, about=offer.about)
        write_whole(path, _watched(told, watch))
    return watch.done


def _watched(told: Iterable[str], watch: Watch) -> Iterator[str]:
    for part in told:
        watch.check()
        yield part
