"""How time grows with text that was made to hang a reader: `python -m tests.benchmarks.hostile_text`.

Prints, for runs of one thing, the time for 40,000 code points over the time for 10,000: 4 is linear, 16
the square.
"""

import time
from collections.abc import Callable
from datetime import date
from functools import partial

from corpus import Document, analyse, read

RUNS = {
    "straight quotes": '"',
    "opening quotes": "“",
    "brackets": "(",
    "emoji": "😀",
    "stops": ".",
    "digits": "1",
    "letters": "a",
    "spaces": " ",
    "line breaks": "\n",
    "hyphens": "a-",
    "possessives": "'s ",
    "abbreviations": "U.S. ",
    "initials": "Gen. ",
    "weekdays": "Friday and ",
    "months": "May ",
    "ordinals": "1st 2nd ",
    "intervals": "from Monday to ",
    "surnames": "Kim ",
    "names": "Kim Jong Un, ",
    "speech": "he said, ",
    "clauses": "Kim met Putin, who met Xi, ",
    "capitals": "KIM JONG UN MET PUTIN. ",
    "Korean": "김정은은 ",
    "zero width": "\u200b",
}
SHORT, LONG = 10_000, 40_000


def seconds(work: Callable[[], object]) -> float:
    """Returns how long a call takes."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def growth(work: Callable[[str], object], run: str) -> tuple[float, float]:
    """Returns the seconds for the long text, and how many times the short one's they are."""
    short, long = (seconds(partial(work, (run * size)[:size])) for size in (SHORT, LONG))
    return long, long / short


def _analyse(text: str) -> None:
    analyse(Document(id="x", hash="x", text=text, published=date(2024, 6, 21)))


def _read(text: str) -> None:
    list(read(text.encode(), skipped=lambda reason: None))


def main() -> None:
    """Prints a line a run."""
    _analyse("Kim Jong Un spoke on Friday.")  # what is built once is built
    print(f"{'run':16} {'analyse':>10} {'growth':>7} {'read':>10} {'growth':>7}")
    for name, run in RUNS.items():
        figures = (*growth(_analyse, run), *growth(_read, run))
        print("{:16} {:8.2f} s {:7.1f} {:8.2f} s {:7.1f}".format(name, *figures))


if __name__ == "__main__":
    main()
