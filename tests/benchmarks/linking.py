"""How much time tagging takes beside tokenising alone: `python tests/benchmarks/linking.py [FILE.jsonl]`.

Texts come from a JSON Lines file (`text` on each line), else from the documents that dateline ships, which
are as full of names as texts get. Each is read once and was never seen before, as when documents are
ingested: every fifth text is measured after both sides were run in with the other four fifths, five times.
The time is that of the process, with the collector set as dateline sets it. Documents are measured whole;
short texts are cut out of all of them joined, with 3,000 code points each, long ones with 30,000. Most words
of a short text stand in its neighbours, too, which spares spaCy more than it spares linking.

- tokenise: `spacy.blank("en")` as it comes, over the text.
- tag: the whole of linking, its own tokenising included. Sentences and time expressions, which other rooms
  find anyway, are given.

The last column is what tagging takes over what tokenising takes; 1.3 is wanted. On 256 news documents it was
1.3 measured whole, 0.9 for long texts and 1.6 for short ones; on the shipped documents 3.0, 1.5 and 2.8: what
remains grows with the names in a text, some 15 microseconds each. It prints figures and asserts none.
"""

import gc
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from time import perf_counter, process_time
from typing import TYPE_CHECKING

import corpus
from corpus.model import Sentence, TimeExpression
from corpus.sentences import sentences
from corpus.times import find_times

if TYPE_CHECKING:
    from corpus.linking.linker import Linker

SIZES = {"documents": None, "short": 3000, "long": 30_000}  # code points a text
UNIT = 3000
PARTS = 5
ARTICLES = Path(corpus.__file__).parent / "articles"
DAY = date(2020, 1, 1)
Work = Callable[[str], object]


def texts(path: Path | None, size: int | None) -> list[str]:
    """Returns the documents as they are, or texts of a size cut out of all of them joined; at least two."""
    if path:
        whole = [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]
    else:
        whole = [document.text for document in corpus.read(ARTICLES)]
    if size is None:
        return whole
    joined = "\n\n".join(whole)
    size = min(size, len(joined) // 2)
    return [joined[at : at + size] for at in range(0, len(joined) - size + 1, size)]


def unseen(make: Callable[[], Work], batch: Sequence[str]) -> float:
    """Returns the milliseconds for 3,000 code points of texts never seen, after running in on the others."""
    taken = 0.0
    for part in range(PARTS):
        work = make()
        for index, text in enumerate(batch):
            if index % PARTS != part:
                work(text)
        gc.collect()
        gc.freeze()  # the collector shall not walk the knowledge base again and again
        begun = process_time()
        for text in batch[part::PARTS]:
            work(text)
        taken += process_time() - begun
    return 1000 * taken * UNIT / sum(map(len, batch))


def read_before(text: str) -> tuple[list[Sentence], list[TimeExpression]]:
    """Returns the sentences and the time expressions of a text."""
    split = sentences(text)
    return split, find_times(text, DAY, split)


def tagging(linker: "Linker", given: Mapping[str, tuple[list[Sentence], list[TimeExpression]]]) -> Work:
    """Returns the linking of a text whose sentences and time expressions are given."""
    return lambda text: linker.page(text, DAY, *given[text])


def main() -> None:
    """Prints the figures."""
    begun = perf_counter()
    import spacy

    print(f"import spaCy        {perf_counter() - begun:6.2f} s")
    begun = perf_counter()
    from corpus.linking import YOUNG, known
    from corpus.linking.linker import Linker

    knowledge = known()
    gc.set_threshold(YOUNG)
    Linker(knowledge)
    print(f"build the linker    {perf_counter() - begun:6.2f} s  ({len(knowledge.records)} entities)")
    print(f"{'ms for 3,000 code points':24} {'tokenise':>9} {'find':>9} {'tag':>9} {'tag/tokenise':>13}")
    for name, size in SIZES.items():
        batch = texts(Path(sys.argv[1]) if len(sys.argv) > 1 else None, size)
        given = {text: read_before(text) for text in batch}
        tokenise = unseen(lambda: spacy.blank("en").tokenizer, batch)
        find = unseen(lambda: Linker(knowledge).find, batch)
        tagged = unseen(lambda given=given: tagging(Linker(knowledge), given), batch)  # type: ignore[misc]
        print(f"{name:24} {tokenise:9.2f} {find:9.2f} {tagged:9.2f} {tagged / tokenise:13.2f}")


if __name__ == "__main__":
    main()
