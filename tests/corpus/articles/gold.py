"""Reads what a careful reader found in each article of tests/cases/articles (its README gives the form)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from corpus import Kind, Status

ARTICLES = Path(__file__).parents[2] / "cases" / "articles"
NOBODY = "_"
_SNIPPET = re.compile(r'^  "(?P<words>.+)"$')

Party = tuple[frozenset[str], ...]
"""Who must take part: groups of which each needs one; a country code stands for all who are of it."""


@dataclass(frozen=True)
class Wanted:
    """An event as the reader lists it: in each field what is acceptable.

    `event` names the same event across articles; None for one that merging is not measured on.
    """

    values: tuple[str, ...]
    kinds: frozenset[Kind]
    statuses: frozenset[Status]
    sources: Party
    targets: Party
    event: str | None
    snippets: tuple[str, ...]
    required: bool


@dataclass(frozen=True)
class Gold:
    """An article and all that the reader says of it. `published` holds acceptable days, none for unknown."""

    path: Path
    published: frozenset[date | None]
    given: date | None
    heads: dict[str, str | None]
    boilerplate: tuple[str, ...]
    events: tuple[Wanted, ...]


def all_gold() -> list[Gold]:
    """Returns the gold of every article, by name; a line that breaks the form fails."""
    return [_gold(path) for path in sorted(ARTICLES.glob("*.gold.md"))]


def _gold(path: Path) -> Gold:
    name = path.name.removesuffix(".gold.md")
    (article,) = (p for p in ARTICLES.glob(f"{name}.*") if not p.name.endswith(".gold.md"))
    head, events, fair = re.split(r"^## (?:Events|Also fair)$", path.read_text("utf-8"), flags=re.MULTILINE)
    fields = [line.split(": ", 1) for line in head.strip().splitlines()]
    said = {key: value for key, value in fields if key != "not"}
    days = said.pop("published")
    return Gold(
        path=article,
        published=frozenset([None] if days == "unknown" else map(date.fromisoformat, days.split(", "))),
        given=date.fromisoformat(said.pop("given")) if "given" in said else None,
        heads={key: None if value == "-" else value for key, value in said.items()},
        boilerplate=tuple(value for key, value in fields if key == "not"),
        events=(*_events(events, name, required=True), *_events(fair, name, required=False)),
    )


def _events(lines: str, name: str, *, required: bool) -> Iterator[Wanted]:
    """Yields the events of one list: a line of fields, then its snippets, two spaces in."""
    blocks = re.split(r"\n(?! )", lines.strip())
    for number, block in enumerate(blocks):
        first, *rest = block.splitlines()
        values, kinds, actors, statuses, *event = first.split(" | ")
        sources, targets = actors.split(" > ")
        snippets = [_SNIPPET.match(line) for line in rest]
        assert all(snippets) and rest, f"{name}: not of the form of the README: {block}"
        own = f"{name}#{number}" if required else None
        yield Wanted(
            values=tuple(values.split(", ")),
            kinds=frozenset(Kind[kind] for kind in kinds.split("/")),
            statuses=frozenset(map(Status, statuses.split(", "))),
            sources=_party(sources),
            targets=_party(targets),
            event=event[0] if event else own,
            snippets=tuple(match["words"] for match in snippets if match),
            required=required,
        )


def _party(words: str) -> Party:
    return tuple(frozenset(group.split("/")) for group in words.split(", "))
