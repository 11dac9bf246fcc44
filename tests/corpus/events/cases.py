"""Reads the cases of tests/cases/events and measures what comes out against what each asks for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from corpus import Document, Event, Kind, Role, Status, extract

CASES = Path(__file__).parents[2] / "cases" / "events"
_HEADING = re.compile(r"^## (?P<name>.+?), (?P<published>\d{4}-\d\d-\d\d|no date)$", re.MULTILINE)
_LINE = re.compile(
    r"^(?P<value>\S+) (?P<kind>[A-Z]+)(?: (?P<status>ongoing|announced|alleged|denied))?"
    r" (?P<sources>.+?) → (?P<targets>[^\"]+?)(?: \"(?P<headline>.*)\")?$"
)


@dataclass(frozen=True)
class Wanted:
    value: str
    kind: Kind
    status: Status
    sources: frozenset[str]
    targets: frozenset[str]
    headline: str | None


@dataclass(frozen=True)
class Case:
    file: str
    name: str
    document: Document
    events: tuple[Wanted, ...]


def cases() -> Iterator[Case]:
    """Yields all cases, by file and place; a line that breaks the form fails."""
    for path in sorted(CASES.glob("*.md")):
        parts = _HEADING.split(path.read_text("utf-8"))
        for name, published, body in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
            text, _, lines = body.partition("\n---")
            day = None if published == "no date" else date.fromisoformat(published)
            document = Document(name, name, text.strip(), published=day)
            wanted = tuple(_wanted(line) for line in lines.strip().splitlines())
            yield Case(path.stem, name, document, wanted)


def _wanted(line: str) -> Wanted:
    match = _LINE.match(line)
    assert match, f"not of the form of meetings.md: {line}"
    return Wanted(
        match["value"],
        Kind[match["kind"]],
        Status(match["status"] or "happened"),
        _entities(match["sources"]),
        _entities(match["targets"]),
        match["headline"],
    )


def _entities(text: str) -> frozenset[str]:
    return frozenset(name.strip() for name in text.split(",")) - {"_"}


def found(document: Document) -> list[Wanted]:
    """Returns what the extraction makes of a document, in the form of what a case asks for."""
    return [_as_wanted(event) for event in extract(document)]


def _as_wanted(event: Event) -> Wanted:
    def who(role: Role) -> frozenset[str]:
        return frozenset(actor.entity for actor in event.actors if actor.role is role)

    return Wanted(event.value, event.kind, event.status, who(Role.SOURCE), who(Role.TARGET), event.headline)


def fits(one: Wanted, other: Wanted) -> bool:
    """Whether two lines say the same, the headline only where the case asks for it."""
    headlines = one.headline is None or one.headline == other.headline
    same = (one.value, one.kind, one.status) == (other.value, other.kind, other.status)
    return headlines and same and one.sources == other.sources and one.targets == other.targets
