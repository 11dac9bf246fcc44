"""Sources as footnotes of a Markdown document: the exact words, where they stand, why they are dated so."""

from store.export.dates import published_in_words
from store.export.escape import escaped, linked
from store.model import DocumentRow, EventDetail, EventRow, Passage


class Footnotes:
    """Numbers the sources in the order of their first use; the same evidence keeps its number."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def references(self, detail: EventDetail) -> str:
        """Returns the marks that lead to the sources of an event."""
        return "".join(self._reference(detail.row, passage) for passage in detail.passages)

    @property
    def blocks(self) -> list[str]:
        """The footnotes, a block each."""
        return [f"[^{number}]: {source}" for source, number in self._numbers.items()]

    def _reference(self, row: EventRow, passage: Passage) -> str:
        number = self._numbers.setdefault(_source(row, passage), len(self._numbers) + 1)
        return f"[^{number}]"


def _source(row: EventRow, passage: Passage) -> str:
    date = "" if passage.value == row.value else f" ({escaped(passage.value)})"
    told = f"Date{date}: {escaped(passage.why)}."
    return f"“{escaped(passage.quote)}” — {reference(passage.document)}. {told}"


def reference(document: DocumentRow) -> str:
    """Returns a document as Markdown: its title, its publisher, the day, and where it is."""
    published = published_in_words(document) or "publication date not known"
    named = [f"*{escaped(document.title)}*"] if document.title else ["untitled"]
    named += [escaped(part) for part in (document.publisher, published) if part]
    where = linked(document.url) if document.url else escaped(document.path or "")
    return ", ".join(part for part in (*named, where) if part)
