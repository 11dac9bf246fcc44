"""Shows how the timeline of tests/cases/articles differs from what a careful reader lists.

    python tests/benchmarks/articles.py [NAME…]

Prints the losses of each article (of those named), then all figures. It asserts none.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[2]))

from corpus import Event, Kind
from tests.corpus.articles.figures import Reading, figures, lines_of, published_right, read_article
from tests.corpus.articles.gold import ARTICLES, Wanted, all_gold
from tests.corpus.articles.matching import Item, day_right, source_right, target_right


def show(event: Event) -> str:
    """Returns an event as one line."""
    actors = " ".join(f"{actor.role[0]}:{actor.entity}" for actor in event.actors)
    return f"{event.value} {event.kind} {event.status} [{event.trigger}] {actors} “{event.headline}”"


def wish(wanted: Wanted) -> str:
    """Returns what the reader asked for as one line."""
    sides = [
        ", ".join("/".join(sorted(group)) for group in side) for side in (wanted.sources, wanted.targets)
    ]
    kinds = "/".join(sorted(wanted.kinds))
    return f"{', '.join(wanted.values)} {kinds} {', '.join(sorted(wanted.statuses))} {' > '.join(sides)}"


def faults(item: Item) -> list[str]:
    """Returns in what an event that was found is wrong."""
    event, wanted = item.found, item.wanted
    if event is None:
        return []
    rights = {
        "day": day_right(wanted, event),
        "source": source_right(wanted, event),
        "target": target_right(wanted, event),
        "kind": event.kind in wanted.kinds,
        "status": event.status in wanted.statuses,
    }
    return [name for name, right in rights.items() if not right]


def losses(reading: Reading) -> None:
    """Prints what an article's reading lacks and what it has too much."""
    document, gold = reading.analysis.document, reading.gold
    print(f"\n== {gold.path.name} ({document.published})")
    heads = [f"{name} {getattr(document, name)!r}" for name, value in gold.heads.items()
             if getattr(document, name) != value]  # fmt: skip
    heads += [] if published_right(gold) else [f"published {document.published}"]
    for head in heads:
        print(f"  HEAD   {head}")
    for words in gold.boilerplate:
        if words in document.text:
            print(f"  LEAK   {words}")
    found = {id(item.wanted) for item in reading.items if item.found}
    for item in reading.items:
        if item.wanted.required and item.found is None and id(item.wanted) not in found:
            cleaned = "" if item.snippet in document.text else " (not in the text)"
            print(f"  MISSED {item.snippet!r}{cleaned}: {wish(item.wanted)}")
        elif item.found and item.wanted.required and faults(item):
            print(f"  WRONG  {'+'.join(faults(item))}: {show(item.found)}")
            print(f"           wanted {wish(item.wanted)}")
    for event in reading.noise():
        print(f"  NOISE  {show(event)}")


def groups(readings: list[Reading], lines: dict[tuple[str, int], int]) -> None:
    """Prints the events that stand on several lines, and the lines that hold several events."""
    by_event: dict[str, dict[int, list[str]]] = {}
    by_line: dict[int, dict[str, list[str]]] = {}
    for reading in readings:
        for item in reading.items:
            if item.found and item.wanted.event:
                line, event = lines[reading.key(item.found)], item.wanted.event
                told = f"{reading.gold.path.stem}: {show(item.found)}"
                by_event.setdefault(event, {}).setdefault(line, []).append(told)
                by_line.setdefault(line, {}).setdefault(event, []).append(told)
    for event, standing in by_event.items():
        if len(standing) > 1:
            print(f"\nSPLIT {event}", *standing.values(), sep="\n    ")
    for line, held in by_line.items():
        if len(held) > 1:
            print(f"\nLUMPED {line}", *held.values(), sep="\n    ")


def main(names: list[str]) -> None:
    """Reads the articles and prints what is lost."""
    readings = [read_article(gold) for gold in all_gold()]
    with TemporaryDirectory() as folder:
        lines = lines_of(readings, Path(folder) / "articles.db")
    for reading in readings:
        if not names or reading.gold.path.stem in names:
            losses(reading)
    if not names:
        groups(readings, lines)
    events = sum(len(reading.analysis.events) for reading in readings)
    said = sum(event.kind is Kind.STATEMENT for reading in readings for event in reading.analysis.events)
    print(f"\n{len(readings)} articles of {ARTICLES.name}, {events} events ({said} statements)")
    for name, figure in figures(readings, lines).items():
        print(f"{name:>16} {figure:6}")


if __name__ == "__main__":
    main(sys.argv[1:])
