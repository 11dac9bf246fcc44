"""The hand-written cases of tests/cases/events, through the whole of `corpus.extract`, and their gate."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

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


ALL = list(cases())


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.file}: {case.name}")
def test_a_reader_would_list_these_events(case: Case) -> None:
    got = found(case.document)
    assert len(got) == len(case.events), got
    assert all(fits(wanted, event) for wanted, event in zip(case.events, got, strict=True)), got


def f1(pairs: list[tuple[list[object], list[object]]]) -> float:
    """F1 over all cases of one trait, given (wanted, found) lists."""
    hits = sum(len(wanted) - len(_left(wanted, got)) for wanted, got in pairs)
    return 2 * hits / (sum(len(wanted) + len(got) for wanted, got in pairs) or 1)


def _left(wanted: list[object], got: list[object]) -> list[object]:
    left, rest = [], list(got)
    for trait in wanted:
        if trait in rest:
            rest.remove(trait)
        else:
            left.append(trait)
    return left


def test_no_trait_falls_below_its_floor() -> None:
    floors = tomllib.loads((CASES / "gate.toml").read_text("utf-8"))
    results = [(case.events, found(case.document)) for case in ALL]
    assert len(ALL) >= floors["cases"]
    for trait in ("value", "kind", "status", "sources", "targets"):
        pairs = [([getattr(e, trait) for e in w], [getattr(e, trait) for e in g]) for w, g in results]
        assert f1(pairs) >= floors[trait], trait
