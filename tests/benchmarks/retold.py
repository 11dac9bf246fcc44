"""Measures the ingest of many reports on the same days beside that of reports which have nothing in common.

    python tests/benchmarks/retold.py [DOCUMENTS…]

Each pile holds the same sentences, so that only what the store compares differs: `apart` moves every report
to days of its own, `copies` prints one report in many papers, `edited` changes every fifteenth word of it,
`reworded` tells all in other words, `unlike` pads each sentence with words that few others have. Prints the
seconds that the store takes, and the ratio to `apart`. It asserts none.
"""

import random
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[2]))

from corpus import Analysis, Document, analyse
from store import Store

DAY = date(2024, 6, 20)

BATCH = 32
"""So many documents a transaction, as `dateline ingest` takes them."""

_SENTENCES = (
    "Russian President Vladimir Putin {met} North Korean leader Kim Jong Un in Pyongyang on Wednesday {pad}.",
    "Putin and Kim Jong Un {signed} a treaty on Wednesday {pad}.",
    "North Korea {fired} two ballistic missiles toward the sea on Tuesday {pad}.",
    "The United States {condemned} the launch on Thursday {pad}.",
    "South Korea {summoned} the Russian ambassador on Thursday {pad}.",
    "Washington imposed sanctions on Russia on Thursday {pad}.",
)
_WORDS = {
    "met": ("met", "held talks with", "held a summit with", "sat down with"),
    "signed": ("signed", "concluded", "inked"),
    "fired": ("fired", "launched", "test-fired", "shot"),
    "condemned": ("condemned", "denounced"),
    "summoned": ("summoned", "called in"),
}
_PADS = (
    "after a long night of rain",
    "before dawn near the old harbour",
    "as crowds lined the wide streets",
    "with bands and flags in the square",
    "while markets fell in Asia",
    "in a hall lit by chandeliers",
    "under tight rules for the press",
    "hours after a storm had passed",
    "to the surprise of analysts",
    "as harvest work began in the fields",
    "in front of hundreds of students",
    "amid doubts about grain prices",
)
_SYLLABLES = ("ka", "lo", "mir", "ten", "su", "dan", "vor", "gi", "pel", "ash")
_FILLING = ("river", "timber", "orchard", "lantern", "gravel", "saddle", "violin", "copper")


def report(number: int, chance: random.Random, *, reworded: bool) -> Document:
    """Returns a report with a filling of its own, in words of its own where they are `reworded`."""
    told = [
        sentence.format(
            pad=chance.choice(_PADS) if reworded else _PADS[at],
            **{name: chance.choice(words) if reworded else words[0] for name, words in _WORDS.items()},
        )
        for at, sentence in enumerate(_SENTENCES)
    ]
    filling = " ".join(chance.choices(_FILLING, k=40))
    return document(number, "\n\n".join([*told, f"The {filling}."]) if reworded else "\n\n".join(told))


def document(number: int, text: str, published: date = DAY) -> Document:
    """Returns a document of a paper of its own."""
    digest = sha256(f"{number}{text}".encode()).hexdigest()
    name = f"Paper {number}"
    return Document(digest[:16], digest, text, name, name, None, published, "head", "en")


def apart(number: int, chance: random.Random) -> Document:
    """Returns the report on days of its own."""
    return replace(
        report(number, chance, reworded=False), published=date(1960, 1, 7) + timedelta(31 * number)
    )


def copies(number: int, chance: random.Random) -> Document:
    """Returns the report, word for word."""
    return report(number, chance, reworded=False)


def edited(number: int, chance: random.Random) -> Document:
    """Returns the report with every fifteenth word changed."""
    words = report(number, chance, reworded=False).text.split(" ")
    for at in range(chance.randrange(15), len(words), 15):
        if words[at].islower() and "\n" not in words[at] and words[at] not in ("on", "in"):
            words[at] = chance.choice(("quietly", "briefly", "soon", "grand", "later"))
    return document(number, " ".join(words))


def reworded(number: int, chance: random.Random) -> Document:
    """Returns a report in words of its own."""
    return report(number, chance, reworded=True)


def unlike(number: int, chance: random.Random) -> Document:
    """Returns a report of which each sentence has eight words that few others have."""
    told = []
    for sentence in _SENTENCES:
        words = {name: chance.choice(words) for name, words in _WORDS.items()}
        pad = " ".join("".join(chance.choices(_SYLLABLES, k=3)) for _ in range(8))
        told.append(sentence.format(pad=f"as {pad}", **words))
    return document(number, "\n\n".join(told))


PILES: tuple[Callable[[int, random.Random], Document], ...] = (apart, copies, edited, reworded, unlike)


def seconds(analyses: list[Analysis]) -> tuple[float, int]:
    """Returns how long a new store takes to ingest all, and how many events it holds then."""
    with TemporaryDirectory() as folder, Store.open(Path(folder) / "retold.db") as store:
        begun = perf_counter()
        store.begin_run()
        for start in range(0, len(analyses), BATCH):
            store.ingest(*analyses[start : start + BATCH])
        return perf_counter() - begun, store.count()


def main(sizes: list[int]) -> None:
    """Prints a line for each pile and size."""
    for size in sizes:
        base = 0.0
        for pile in PILES:
            chance = random.Random(7)
            analyses = [analyse(pile(number, chance)) for number in range(size)]
            took, events = seconds(analyses)
            base = base or took
            print(
                f"{pile.__name__:>9} {size:5} documents {events:6} events {took:7.2f} s {took / base:6.1f}×"
            )


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [50, 100, 200])
