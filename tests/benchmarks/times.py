"""Measures dateline's dating beside its peers, on the same documents in the same run.

    python tests/benchmarks/times.py [DOCUMENTS.jsonl] [--only NAME]…

Each line of DOCUMENTS is an object with `published` (ISO date), `text` and `times`: objects with `start`,
`end`, `type` (only DATE counts, TIME is not judged) and `value` (TIMEX3 or EDTF). Without it, the
hand-written cases of tests/cases/times are the documents; dateline was made with them in view, so they
say how peers fare on its phenomena, not how good it is. Run it with an environment that has the peers
(times_peers.txt).

Value F1 counts a span that overlaps one marked and means the same days. Documents a second is wall time.
"""

import argparse
import calendar
import json
import re
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests.benchmarks.times_peers import PEERS, Peer, Span  # noqa: E402  the root must be on the path

Days = tuple[date, date] | str
_VAGUE = {"PRESENT_REF": "present", "PAST_REF": "past", "FUTURE_REF": "future"}
_SEASONS = {"SP": 3, "21": 3, "SU": 6, "22": 6, "FA": 9, "23": 9, "WI": 12, "24": 12}


@dataclass(frozen=True)
class Marked:
    """A document with the spans that a person marked: those that count, and those that are not judged."""

    text: str
    published: date
    dates: tuple[Span, ...]
    unjudged: tuple[Span, ...]


@dataclass
class Score:
    """Counts over documents."""

    right: int = 0
    said: int = 0
    marked: int = 0
    calendar_right: int = 0
    calendar_said: int = 0
    calendar_marked: int = 0

    @property
    def f1(self) -> float:
        """Value F1 over all dates, in percent."""
        return 200 * self.right / max(self.said + self.marked, 1)

    @property
    def calendar_f1(self) -> float:
        """Value F1 over years, months and days, in percent."""
        return 200 * self.calendar_right / max(self.calendar_said + self.calendar_marked, 1)


def days(value: str) -> Days:
    """Returns the first and last day of a TIMEX3 or EDTF value, or the value itself where it has none."""
    if value in _VAGUE:
        return _VAGUE[value]
    plain = re.sub(r"T.*|[~?%]", "", value)
    if "/" in plain:
        start, end = (days(side) for side in plain.split("/", 1))
        return (start[0], end[1]) if isinstance(start, tuple) and isinstance(end, tuple) else plain
    try:
        return _calendar_days(plain) or plain
    except ValueError:
        return plain


def _calendar_days(value: str) -> tuple[date, date] | None:
    parts = re.fullmatch(r"(\d{4})(?:-(\w\w\w?))?(?:-(\d\d|WE))?", value)
    if parts is None:
        short = re.fullmatch(r"(\d{2,3})X{0,2}", value)
        if short is None:
            return None
        span = 10 ** (4 - len(short[1]))
        return date(int(short[1]) * span, 1, 1), date(int(short[1]) * span + span - 1, 12, 31)
    year, middle, last = int(parts[1]), parts[2], parts[3]
    if middle is None:
        return date(year, 1, 1), date(year, 12, 31)
    if middle[0] == "W" and middle[1:].isdigit():
        first = date.fromisocalendar(year, int(middle[1:]), 6 if last else 1)
        return first, date.fromisocalendar(year, int(middle[1:]), 7)
    if middle in _SEASONS:
        return _months(year, _SEASONS[middle], 3)
    if middle[0] in "QH":
        length = 3 if middle[0] == "Q" else 6
        return _months(year, (int(middle[1:]) - 1) * length + 1, length)
    if last is None:
        return _months(year, int(middle), 1)
    day = date(year, int(middle), int(last))
    return day, day


def _months(year: int, month: int, count: int) -> tuple[date, date]:
    end = year * 12 + month - 1 + count - 1
    return date(year, month, 1), date(
        end // 12, end % 12 + 1, calendar.monthrange(end // 12, end % 12 + 1)[1]
    )


def is_calendar(value: Days) -> bool:
    """Tells whether days are a whole year, month or day."""
    if isinstance(value, str):
        return False
    year, month = value[0].year, value[0].month
    return value in ((value[0], value[0]), _months(year, month, 1), _months(year, 1, 12))


def score(peer: Peer, documents: list[Marked]) -> tuple[Score, float]:
    """Returns the counts of a peer over the documents and the seconds it took."""
    total, spent = Score(), 0.0
    for document in documents:
        started = time.perf_counter()
        try:
            said = peer(document.text, document.published)
        except Exception:  # a peer that fails on a document has no answer for it
            said = []
        spent += time.perf_counter() - started
        _count(total, document, said)
    return total, spent


def _count(total: Score, document: Marked, said: list[Span]) -> None:
    pairs = sorted(
        (-overlap, i, j)
        for i, marked in enumerate(document.dates)
        for j, span in enumerate(said)
        if (overlap := min(marked[1], span[1]) - max(marked[0], span[0])) > 0
    )
    taken: dict[int, int] = {}
    for _, i, j in pairs:
        if i not in taken and j not in taken.values():
            taken[i] = j
    for i, marked in enumerate(document.dates):
        meant = days(marked[2])
        right = i in taken and days(said[taken[i]][2]) == meant
        total.marked += 1
        total.right += right
        if is_calendar(meant):
            total.calendar_marked += 1
            total.calendar_right += right
            total.calendar_said += i in taken
    total.said += len(taken)
    for j, span in enumerate(said):
        if j in taken.values() or _touches(span, document.unjudged):
            continue
        total.said += 1
        total.calendar_said += is_calendar(days(span[2]))


def _touches(span: Span, others: tuple[Span, ...]) -> bool:
    return any(min(span[1], other[1]) > max(span[0], other[0]) for other in others)


def read_documents(path: Path) -> Iterator[Marked]:
    """Yields the annotated documents of a JSON Lines file."""
    for line in path.read_text(encoding="utf-8").splitlines():
        read = json.loads(line)
        spans = [(x["type"], (x["start"], x["end"], x["value"])) for x in read["times"]]
        yield Marked(
            read["text"],
            date.fromisoformat(read["published"][:10]),
            tuple(span for kind, span in spans if kind == "DATE"),
            tuple(span for kind, span in spans if kind == "TIME"),
        )


def read_cases() -> Iterator[Marked]:
    """Yields the hand-written cases that have a publication date, as documents."""
    from tests.corpus.times.cases import ALL

    for case in ALL:
        if case.published is None:
            continue
        spans, after = [], 0
        flat = case.text.replace("\n", " ")
        for expected in case.expected:
            start = flat.index(expected.words, after)
            after = start + len(expected.words)
            spans.append((start, after, expected.value))
        yield Marked(case.text, case.published, tuple(spans), ())


def main() -> None:
    """Prints the table, one row a peer; peers that cannot be loaded are named below it."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("documents", nargs="?", type=Path)
    options.add_argument("--only", action="append", choices=list(PEERS))
    given = options.parse_args()
    documents = list(read_documents(given.documents) if given.documents else read_cases())
    missing = []
    print(f"{len(documents)} documents, {sum(len(x.text) for x in documents) // 1000} thousand characters\n")
    print("| | value F1 | calendar F1 | documents a second |\n| --- | --- | --- | --- |")
    for name in given.only or PEERS:
        try:
            peer = PEERS[name]()
            peer(documents[0].text, documents[0].published)
        except Exception as failure:  # a peer that fails must not stop the others
            missing.append(f"{name}: {type(failure).__name__}: {failure}")
            continue
        total, spent = score(peer, documents)
        print(
            f"| {name} | {total.f1:.1f} | {total.calendar_f1:.1f} | {len(documents) / spent:,.1f} |",
            flush=True,
        )
    for line in missing:
        print(f"\nnot measured: {line}")


if __name__ == "__main__":
    main()
