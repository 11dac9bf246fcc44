"""Measures the whole way from raw article to timeline against what a careful reader lists."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from corpus import Analysis, Event, analyse, read
from store import Store
from tests.corpus.articles.gold import Gold
from tests.corpus.articles.matching import Item, day_right, match, source_right, target_right

Key = tuple[str, int]  # the document's id, the event's place in its analysis


@dataclass(frozen=True)
class Reading:
    """An article as it was read, and its events beside the reader's."""

    gold: Gold
    analysis: Analysis
    items: tuple[Item, ...]

    def key(self, event: Event) -> Key:
        """Names an event among all readings."""
        return self.analysis.document.id, self.analysis.events.index(event)

    def noise(self) -> list[Event]:
        """Returns the events that the reader lists nowhere, or accepts on another day only."""
        fine = [item.found for item in self.items if item.found and _fine(item)]
        return [event for event in self.analysis.events if event not in fine]


def _fine(item: Item) -> bool:
    return item.wanted.required or (item.found is not None and day_right(item.wanted, item.found))


def read_article(gold: Gold) -> Reading:
    """Reads and analyses an article and matches its events with the reader's."""
    (document,) = read(gold.path, published=gold.given)
    analysis = analyse(document)
    return Reading(gold, analysis, tuple(match(document.text, gold.events, analysis.events)))


def lines_of(readings: Iterable[Reading], path: Path) -> dict[Key, int]:
    """Ingests all readings into a store and returns on which line of the timeline each event stands.

    The passages of a new document are numbered in the order of its events; a line shows a sentence once.
    """
    listed = list(readings)
    with Store.open(path) as store:
        for reading in listed:
            store.ingest(reading.analysis)
        standing = defaultdict(list)
        for detail in store.details():
            for passage in detail.passages:
                told = passage.document.id, passage.start, passage.end
                standing[told].append((passage.id, detail.row.id))
    found: dict[Key, int] = {}
    for reading in listed:
        lines = {told: [line for _, line in sorted(passages)] for told, passages in standing.items()}
        for event in reading.analysis.events:
            here = lines[reading.analysis.document.id, event.start, event.end]
            found[reading.key(event)] = here.pop(0) if len(here) > 1 else here[0]
    return found


def b_cubed(gold: Mapping[Key, Hashable], lines: Mapping[Key, Hashable]) -> tuple[float, float, float]:
    """Returns precision, recall and F1 of the grouping into lines (Bagga and Baldwin 1998)."""
    if not gold:
        return 0.0, 0.0, 0.0

    def share(mine: Mapping[Key, Hashable], other: Mapping[Key, Hashable]) -> float:
        """Returns how much of each one's group in `mine` is with it in `other` too, on average."""
        total = 0.0
        for key in gold:
            group = [each for each in gold if mine[each] == mine[key]]
            total += sum(other[each] == other[key] for each in group) / len(group)
        return total / len(gold)

    precision, recall = share(lines, gold), share(gold, lines)
    return precision, recall, 2 * precision * recall / (precision + recall)


def figures(readings: list[Reading], lines: Mapping[Key, int]) -> dict[str, float]:
    """Returns all figures by name, shares in percent: those of events, of lines, of merging, of heads."""
    return {**event_figures(readings), **line_figures(readings, lines), **head_figures(readings)}


def event_figures(readings: list[Reading]) -> dict[str, float]:
    """Returns how many of the required events were found, and in what those are right."""
    told: dict[tuple[Path, int], list[Item]] = defaultdict(list)
    for reading in readings:
        for item in reading.items:
            if item.wanted.required:
                told[reading.gold.path, id(item.wanted)].append(item)
    found = [first for items in told.values() if (first := next((i for i in items if i.found), None))]

    def right(judge: Callable[[Item, Event], bool]) -> float:
        return _percent(sum(item.found is not None and judge(item, item.found) for item in found), len(found))

    return {
        "found": _percent(len(found), len(told)),
        "day": right(lambda item, event: day_right(item.wanted, event)),
        "source": right(lambda item, event: source_right(item.wanted, event)),
        "target": right(lambda item, event: target_right(item.wanted, event)),
        "kind": right(lambda item, event: event.kind in item.wanted.kinds),
        "status": right(lambda item, event: event.status in item.wanted.statuses),
    }


def line_figures(readings: list[Reading], lines: Mapping[Key, int]) -> dict[str, float]:
    """Returns how much of the timeline is noise or said twice, and how well tellings were merged."""
    noise = {reading.key(event) for reading in readings for event in reading.noise()}
    good = {line for key, line in lines.items() if key not in noise}
    gold = {
        reading.key(item.found): item.wanted.event
        for reading in readings
        for item in reading.items
        if item.found and item.wanted.event
    }
    retold = {key: event for key, event in gold.items() if list(gold.values()).count(event) > 1}
    pairs = {(event, lines[key]) for key, event in gold.items()}
    every = set(lines.values())
    return {
        "noise": _percent(len(every - good), len(every)),
        "duplicates": _percent(len(pairs) - len(set(gold.values())), len(every)),
        "b_cubed": round(100 * b_cubed(gold, lines)[2], 1),
        "b_cubed_retold": round(100 * b_cubed(retold, lines)[2], 1),
    }


def head_figures(readings: list[Reading]) -> dict[str, float]:
    """Returns how many heads were read right, and how many strings of boilerplate leaked into texts."""
    documents = [(reading.gold, reading.analysis.document) for reading in readings]
    heads = [
        (name, getattr(document, name) == value)
        for gold, document in documents
        for name, value in gold.heads.items()
    ]
    named = {
        name: [right for other, right in heads if other == name] for name in ("title", "publisher", "byline")
    }
    dated = [published_right(gold) for gold, _ in documents]
    return {
        "published": _percent(sum(dated), len(dated)),
        **{name: _percent(sum(rights), len(rights)) for name, rights in named.items()},
        "leaks": sum(words in document.text for gold, document in documents for words in gold.boilerplate),
    }


def published_right(gold: Gold) -> bool:
    """Tells whether the article's own publication date is read, or its absence where it has none."""
    (document,) = read(gold.path)
    return document.published in gold.published or (document.published is None and gold.given is not None)


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 0.0
