"""Corrections, step by step: cases that a person can read."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest

from corpus import Analysis, Event, Kind, Status
from store import (
    Accept,
    Change,
    ChangeDate,
    ChangeHeadline,
    ChangeKind,
    ChangeStatus,
    EventDetail,
    Passage,
    Reject,
    Store,
)

CASES = Path(__file__).parent.parent.parent / "cases" / "corrections"
Write = Callable[..., Analysis]

_DOCUMENT = re.compile(r"([A-Z]) (\d{4}-\d\d-\d\d) \| (.+)")
_STATE = re.compile(r"\w+ (?:in force|undone|orphaned)")


@dataclass
class Case:
    name: str
    steps: list[str]


def cases() -> Iterator[Case]:
    for file in sorted(CASES.glob("*.md")):
        for block in file.read_text(encoding="utf-8").split("\n## ")[1:]:
            name, *steps = block.strip().splitlines()
            yield Case(name, [step for step in steps if step])


def change(words: str) -> Change:
    sort, _, value = words.partition(" ")
    changes: dict[str, Callable[[], Change]] = {
        "date": lambda: ChangeDate(value),
        "kind": lambda: ChangeKind(Kind(value)),
        "status": lambda: ChangeStatus(Status(value)),
        "headline": lambda: ChangeHeadline(value),
        "reject": Reject,
        "accept": Accept,
    }
    return changes[sort]()


class Desk:
    """Somebody who reads documents and corrects what is found in them."""

    def __init__(self, store: Store, write: Write) -> None:
        self.store, self.write = store, write
        self.lines: dict[str, list[str]] = {}
        self.published: dict[str, date] = {}
        self.found: dict[str, Analysis] = {}
        self.lost: set[str] = set()
        self.also: dict[str, Kind] = {}
        self.readings = 0

    def document(self, name: str, published: str, line: str) -> None:
        self.lines.setdefault(name, []).append(line)
        self.published[name] = date.fromisoformat(published)

    def read(self, name: str) -> None:
        self.found[name] = self.write(
            "\n".join(self.lines[name]), published=self.published[name], title=name, publisher=name
        )
        self.ingest(name)

    def ingest(self, name: str) -> None:
        self.readings += 1
        analysis = self.found[name]
        events = [event for event in self.told(name, analysis.events) if event is not None]
        extraction = analysis.extraction + (self.readings << 32)
        self.store.ingest(replace(analysis, events=tuple(events), extraction=extraction))

    def told(self, name: str, events: tuple[Event, ...]) -> Iterator[Event]:
        for number, event in enumerate(events, start=1):
            label = f"{name}{number}"
            if label not in self.lost:
                yield event
            if label in self.also and f"{label}.{self.also[label]}" not in self.lost:
                yield replace(event, kind=self.also[label], trigger="signed")

    def retell(self, label: str, line: str) -> None:
        """The same bytes are read in another way: another date, kind, or stretch of words."""
        name, number = label[0], int(label[1:]) - 1
        analysis = self.found[name]
        (told,) = self.write(line, published=self.published[name]).events
        events = list(analysis.events)
        start = events[number].start
        sentence = line.rpartition(" | ")[2]
        text = analysis.document.text
        if not text[start:].startswith(sentence):
            text = text[:start] + sentence + text[events[number].end :]
        events[number] = replace(told, start=start, end=start + len(sentence))
        document = replace(analysis.document, text=text)
        self.found[name] = replace(analysis, document=document, events=tuple(events), times=(), mentions=())
        self.ingest(name)

    def details(self) -> list[EventDetail]:
        return [*self.store.details(), *(self.store.event(row.id) for row in self.store.rejected())]

    def evidence(self, label: str) -> tuple[int, int]:
        """Returns the number of an event, and of its passage with this label."""
        place, _, kind = label.partition(".")
        for detail in self.details():
            for passage in detail.passages:
                if label_of(passage) == place and (not kind or detail.row.kind == kind):
                    return detail.row.id, passage.id
        raise AssertionError(label)

    def step(self, words: str) -> None:
        if document := _DOCUMENT.fullmatch(words):
            self.document(*document.groups())
            return
        verb, _, rest = words.partition(" ")
        first, _, more = rest.partition(" ")
        match verb:
            case "read":
                for name in rest.split():
                    self.read(name)
            case "again":
                self.ingest(rest)
            case "also":
                self.also[first] = Kind(more)
            case "lose" | "find":
                self.lost = self.lost | {rest} if verb == "lose" else {x for x in self.lost if rest not in x}
                self.ingest(rest[0])
            case "retell":
                self.retell(first, more)
            case "correct":
                self.store.correct(self.evidence(first)[0], change(more))
            case "merge":
                self.store.merge([self.evidence(label)[0] for label in rest.split()])
            case "split":
                self.store.split(*self.evidence(rest))
            case "undo":
                self.store.undo()
            case "redo":
                self.store.redo()
            case _:
                raise AssertionError(words)


def label_of(passage: Passage) -> str:
    return f"{passage.document.title}{passage.text[: passage.start].count(chr(10)) + 1}"


def line_of(detail: EventDetail) -> str:
    labels = " ".join(sorted(map(label_of, detail.passages)))
    return f"{detail.row.value} {detail.row.kind} {detail.row.status} {labels}"


def seen(desk: Desk, marks: set[str]) -> list[str]:
    """Returns what is to be seen, of the sorts that a case asks for."""
    found: dict[str, list[str]] = {"=": [], "-": [], "!": [], "?": []}
    for detail in desk.details():
        found["-" if detail.is_rejected else "="].append(line_of(detail))
        found["!"] += detail.corrections
    found["?"] = [", ".join(f"{entry.change} {entry.state}" for entry in desk.store.journal())]
    return sorted(f"{mark} {line}" for mark in marks for line in found[mark])


@pytest.mark.parametrize("case", list(cases()), ids=lambda case: case.name)
def test_case(store: Store, article: Write, case: Case) -> None:
    desk, expected = Desk(store, article), list[str]()
    for step, following in zip(case.steps, [*case.steps[1:], ""], strict=True):
        if step[0] in "=!-?":
            expected.append(step)
            if following[:1] not in set("=!-?"):
                assert seen(desk, {line[0] for line in expected}) == sorted(expected), case.name
                assert store.check() == []
                expected = []
        else:
            desk.step(step)
