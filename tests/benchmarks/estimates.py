"""Measures estimated publication dates: each dated article in turn is read as if it were undated.

    python tests/benchmarks/estimates.py [FOLDER…]

The evidence are all the others, of the articles that dateline ships and of tests/cases/articles, or of the
folders named. Prints each estimate with how many days it is off, then the figures. It asserts none.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[2]))

from corpus import Document, analyse, document_files, read
from store import Store
from store.estimates.evidence import evidence
from store.estimates.model import Estimate
from store.estimates.outlines import Outline, outlines, reference_day
from store.estimates.weighing import estimate
from store.opening import connect

ROOT = Path(__file__).parents[2]
FOLDERS = (ROOT / "corpus" / "articles", ROOT / "tests" / "cases" / "articles")


def documents(folders: list[Path]) -> Iterator[Document]:
    """Yields the documents of folders, without what explains the cases."""
    for folder in folders:
        for file in document_files(folder):
            if not file.name.endswith(".gold.md") and file.name != "README.md":
                yield from read(file)


def estimated(path: Path, document: Document) -> Estimate | None:
    """Returns the estimate that a document would get from the others in the store."""
    connection = connect(path, create=False, read_only=True)
    undated = replace(document, published=None, published_from=None, written=None)

    @cache
    def reading(day: date) -> list[Outline]:
        return outlines(connection, analyse(replace(undated, published=day)))

    reference = reference_day(document.text)
    made = estimate(reading, evidence(connection, reading(reference)), reference)
    connection.close()
    return made


def main(folders: list[Path]) -> None:
    """Prints what each article would get, and how many are right."""
    dated = [document for document in documents(folders) if document.published]
    off: Counter[str] = Counter()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "estimates.db"
        with Store.open(path) as store:
            store.ingest(*map(analyse, dated))
        for document in dated:
            made = estimated(path, document)
            days = (made.day - document.published).days if made and document.published else None
            off[
                "none" if days is None else "right" if not days else "near" if abs(days) <= 3 else "wrong"
            ] += 1
            if made:
                print(f"{days:+5} {Path(document.path or '').name}: {made.day}, {made.why}")
    print(
        f"\n{len(dated)} articles: {off['right']} right, {off['near']} within 3 days, {off['wrong']} wrong,"
    )
    print(f"{off['none']} without an estimate")


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]] or list(FOLDERS))
