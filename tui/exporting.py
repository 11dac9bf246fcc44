"""What an export takes and where it goes: the events to write, and a sensible name for the file."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from corpus import UsageError
from store import EventDetail, Store
from tui.dates import numeric_span


@dataclass(frozen=True)
class Offer:
    """Events that may be exported: `events` reads them from a store of the thread that writes."""

    label: str
    first: date
    last: date
    events: Callable[[Store], list[EventDetail]]

    @property
    def file_name(self) -> str:
        """The name that is suggested: `dateline-2023-09.md` for events of one month."""
        return f"dateline-{numeric_span(self.first, self.last)}.md"


def target(name: str) -> Path:
    """Returns the path that a typed name means; one without an ending becomes Markdown.

    Raises `UsageError` where no file can be written there.
    """
    path = Path(name.strip()).expanduser()
    if not path.suffix:
        path = path.with_suffix(".md")
    path = path.absolute()
    if path.is_dir():
        raise UsageError(f"{path} is a folder; name a file in it")
    if not path.parent.is_dir():
        raise UsageError(f"the folder {path.parent} is not there; name another one")
    return path
