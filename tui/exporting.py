"""What an export takes and where it goes: the events to write, and a sensible name for the file."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from corpus import UsageError
from store import EventDetail, Store
from tui.cells import safe_line
from tui.dates import numeric_span


@dataclass(frozen=True)
class Offer:
    """Events that may be exported: `events` reads them from a store of the thread that writes.

    `about` is what the document says of the choice, such as the filters.
    """

    label: str
    first: date
    last: date
    events: Callable[[Store], list[EventDetail]]
    about: str = ""

    @property
    def file_name(self) -> str:
        """The name that is suggested: `dateline-2023-09.md` for events of one month."""
        return f"dateline-{numeric_span(self.first, self.last)}.md"


def target(name: str) -> Path:
    """Returns the path that a typed name means; one without an ending becomes Markdown.

    Raises `UsageError` where no file can be written there.
    """
    try:
        path = Path(name.strip()).expanduser().absolute()
        if path.is_dir():
            raise UsageError(f"{path} is a folder; name a file in it")
        path = path if path.suffix else path.with_suffix(".md")
        there, within = path.is_dir(), path.parent.is_dir()
    except (OSError, RuntimeError, ValueError) as error:  # too long, an unknown ~user, a NUL
        raise UsageError(f"“{safe_line(name)}” cannot be the name of a file: {error}") from None
    if there:
        raise UsageError(f"{path} is a folder; name a file in it")
    if not within:
        raise UsageError(f"the folder {path.parent} is not there; name another one")
    return path


def write_markdown(store_path: Path, offer: Offer, path: Path) -> int:
    """Writes an offer to a file and returns how many events it wrote; for a thread of its own.

    Raises `StoreError` where the store cannot be read and OSError where the file cannot be written.
    """
    from store.export import export_markdown

    with Store.open(store_path, create=False, read_only=True) as store:
        details = offer.events(store)
    _write_whole(path, export_markdown(details, about=offer.about))
    return len(details)


def _write_whole(path: Path, text: str) -> None:
    """Writes all of a text or, where that fails, nothing: what was in the file before stays."""
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_text(text, encoding="utf-8")
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
