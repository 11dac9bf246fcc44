"""Reads the hand-written cases of tests/cases/times, and scores what is found against them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from corpus.model import TimeExpression
from corpus.pipeline import time_expressions

CASES = Path(__file__).parents[2] / "cases" / "times"
_EXPECTED = re.compile(
    r"(?P<words>.+): (?P<value>no value|[\w./~-]+)"
    r"(?: \[(?P<first>[\d-]+) (?P<last>[\d-]+)\])?(?: (?P<time>T\S+))?(?: \((?P<zone>[^)]+)\))?"
)


@dataclass(frozen=True)
class Expected:
    """The words of an expression and what must be read from them; None where the case does not say."""

    words: str
    value: str
    days: tuple[str, str] | None
    time: str | None
    zone: str | None


@dataclass(frozen=True)
class Case:
    """A text with the expressions that must be found in it, in order."""

    name: str
    published: date | None
    text: str
    expected: tuple[Expected, ...]


def read_cases(path: Path) -> Iterator[Case]:
    """Yields the cases of a file."""
    heading, published = "", None
    text, expected = "", []  # type: str, list[Expected]

    def finished() -> Iterator[Case]:
        if text:
            yield Case(f"{path.stem}: {heading}", published, text, tuple(expected))

    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("  - "):
            if line != "  - nothing":
                expected.append(_expected(line[4:].rstrip()))
        elif line.startswith("  "):
            text += "\n" + line.strip()
        else:
            yield from finished()
            text, expected = "", []
            if line.startswith("## "):
                heading = line[3:]
            elif line.startswith("published: "):
                day = line.removeprefix("published: ").strip()
                published = None if day == "none" else date.fromisoformat(day)
            elif line.startswith("- "):
                text = line[2:].strip().replace(" ¶ ", "\n\n")
    yield from finished()


def _expected(line: str) -> Expected:
    match = _EXPECTED.fullmatch(line)
    assert match, f"not in the form of an expectation: {line}"
    days = (match["first"], match["last"]) if match["first"] else None
    return Expected(match["words"], match["value"], days, match["time"], match["zone"])


ALL = [case for path in sorted(CASES.glob("*.md")) if path.name != "README.md" for case in read_cases(path)]


def agrees(found: TimeExpression, expected: Expected) -> bool:
    """Tells whether an expression found is the one expected, in words, value and all that the case says."""
    value = found.value or (
        found.precision.value if found.precision.value in ("present", "past", "future") else "no value"
    )
    return (
        " ".join(found.text.split()) == expected.words
        and value == expected.value
        and (expected.days is None or (str(found.first), str(found.last)) == expected.days)
        and (expected.time is None or found.time == expected.time)
        and (expected.zone is None or found.zone == expected.zone)
    )


def score(cases: list[Case]) -> tuple[float, float, list[str]]:
    """Returns F1 over expressions, the share of cases that are right, and a report of those that are not."""
    hits = wanted = given = right = 0
    wrong = []
    for case in cases:
        found = time_expressions(case.text, case.published)
        agreeing = sum(any(agrees(one, expected) for one in found) for expected in case.expected)
        hits, wanted, given = hits + agreeing, wanted + len(case.expected), given + len(found)
        if agreeing == len(case.expected) == len(found):
            right += 1
        else:
            wrong.append(
                f"{case.name}\n  {case.text}\n  expected {_shown(case.expected)}\n  found    {_told(found)}"
            )
    return 2 * hits / (wanted + given), right / len(cases), wrong


def _shown(expected: tuple[Expected, ...]) -> str:
    return (
        "; ".join(f"{one.words} = {one.value} {one.days or ''} {one.time or ''}" for one in expected)
        or "nothing"
    )


def _told(found: list[TimeExpression]) -> str:
    return (
        "; ".join(
            f"{one.text} = {one.value} {one.first}..{one.last} {one.time} [{one.rule}]" for one in found
        )
        or "nothing"
    )
