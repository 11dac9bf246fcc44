"""How fast one and several processes read: `python tests/benchmarks/jobs.py [FOLDER]`.

Documents come from a folder, else they are made of paragraphs of those that dateline ships, under dates of
eleven years, the same each time. Some of them, `--of` so many, are read by `dateline extract`, by `dateline
ingest` into a new store, and by the same ingest again, which leaves all alone: each from the start of the
program to its end, by so many `--jobs`. Of three times the shortest counts.

It prints seconds and documents a second, and asserts none.
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from time import perf_counter

import corpus

ROOT = Path(corpus.__file__).parent.parent
COUNTS = (50, 100, 200, 400, 3000)
TIMES = 3
PARAGRAPHS = (4, 6, 8, 10, 12)


def make(folder: Path, count: int) -> None:
    """Writes documents that mix the paragraphs of the shipped ones."""
    choice = random.Random(7)
    found = list(corpus.read(ROOT / "corpus" / "articles"))
    paragraphs = [part for document in found for part in document.text.split("\n\n") if len(part) > 60]
    for number in range(count):
        day = date(2014, 1, 1) + timedelta(days=choice.randrange(4000))
        text = "\n\n".join(choice.sample(paragraphs, choice.choice(PARAGRAPHS)))
        head = f"Title: {choice.choice(found).title}\nDate: {day}\nPublisher: Paper {number % 40}\n\n"
        (folder / f"{number:06}.txt").write_text(head + text, encoding="utf-8")


def some(folder: Path, count: int, into: Path) -> Path:
    """Returns a folder with the first documents of another, as links."""
    part = into / str(count)
    part.mkdir()
    for file in islice((each for each in sorted(folder.rglob("*")) if each.is_file()), count):
        (part / file.name).symlink_to(file.resolve())
    return part


def taken(*arguments: str | Path) -> float:
    """Returns the seconds that the command takes."""
    begun = perf_counter()
    command = (sys.executable, "-m", "tui.command", *arguments)
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=True)
    return perf_counter() - begun


def measured(part: Path, jobs: str, store: Path) -> Iterator[tuple[str, float]]:
    """Yields the seconds of each command, for once."""
    for old in store.parent.glob(f"{store.name}*"):
        old.unlink()
    yield "extract", taken("extract", part, "--jobs", jobs)
    yield "ingest", taken("ingest", part, "--jobs", jobs, "--store", store)
    yield "again", taken("ingest", part, "--jobs", jobs, "--store", store)


def main() -> None:
    """Prints a line for each number of documents and of processes."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("folder", nargs="?", type=Path)
    reader.add_argument("--jobs", default="1,2")
    reader.add_argument("--of", default=",".join(map(str, COUNTS)))
    reader.add_argument("--times", type=int, default=TIMES)
    asked = reader.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        made = Path(scratch) / "made"
        made.mkdir()
        counts = [int(each) for each in asked.of.split(",")]
        if asked.folder is None:
            make(made, max(counts))
        for count in counts:
            part = some(asked.folder or made, count, Path(scratch))
            for jobs in asked.jobs.split(","):
                best: dict[str, float] = {}
                for _ in range(asked.times):
                    for name, seconds in measured(part, jobs, Path(scratch) / "store.db"):
                        best[name] = min(seconds, best.get(name, seconds))
                told = "  ".join(f"{name} {each:6.1f} s {count / each:5.0f}/s" for name, each in best.items())
                print(f"{count:6} documents, {jobs:>2} jobs: {told}", flush=True)


if __name__ == "__main__":
    main()
