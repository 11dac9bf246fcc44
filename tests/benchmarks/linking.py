"""How fast names are found: texts a second for tokenising alone, for finding, and for linking.

    python tests/benchmarks/linking.py [FILE.jsonl]

Reads the texts of a JSON Lines file (`text` on each line), or makes some from the documents that dateline
ships. It prints figures and asserts none.
"""

import json
import sys
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from time import perf_counter

import corpus
from corpus.sentences import sentences
from corpus.times import find_times

SIZE = 3000  # code points a text
ARTICLES = Path(corpus.__file__).parent / "articles"
DAY = date(2020, 1, 1)


def texts(path: Path | None) -> list[str]:
    """Returns texts of about 3 KB each."""
    if path:
        whole = [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]
    else:
        whole = ["\n\n".join(document.text for document in corpus.read(ARTICLES))]
    return [each[at : at + SIZE] for each in whole for at in range(0, len(each) - SIZE + 1, SIZE)]


def rate(work: Callable[[str], object], batch: Iterable[str]) -> float:
    """Returns how many texts a second pass."""
    listed = list(batch)
    begun = perf_counter()
    for text in listed:
        work(text)
    return len(listed) / (perf_counter() - begun)


def main() -> None:
    """Prints the figures."""
    batch = texts(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
    begun = perf_counter()
    import spacy

    print(f"import spaCy        {perf_counter() - begun:6.2f} s")
    begun = perf_counter()
    from corpus.linking import known
    from corpus.linking.linker import Linker

    linker = Linker(known())
    print(f"build the linker    {perf_counter() - begun:6.2f} s  ({len(known().records)} entities)")
    split = {text: sentences(text) for text in batch}
    times = {text: find_times(text, DAY, split[text]) for text in batch}
    tokenizer = spacy.blank("en").tokenizer
    steps: tuple[tuple[str, Callable[[str], object]], ...] = (
        ("tokenise only", tokenizer),
        ("find names", linker.find),
        ("link", lambda text: linker.page(text, DAY, split[text], times[text])),
    )
    for name, work in steps:
        cold, warm = rate(work, batch), rate(work, batch)
        print(f"{name:<18} {cold:6.0f} texts a second, {warm:6.0f} when the words are known")


if __name__ == "__main__":
    main()
