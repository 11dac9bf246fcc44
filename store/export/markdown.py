"""The timeline as a Markdown document: a summary, the events in one of the layouts, a footnote a source."""

from collections.abc import Iterable, Iterator, Sequence

from store.export.dates import day_in_words
from store.export.entries import by_day, by_heading
from store.export.escape import escaped
from store.export.footnotes import Footnotes
from store.export.layouts import LAYOUTS
from store.export.mermaid import mermaid_block
from store.export.model import Layout
from store.export.wording import counted
from store.model import EventDetail


def export_markdown(
    details: Iterable[EventDetail],
    *,
    title: str = "Timeline",
    about: str = "",
    layout: Layout = Layout.CHRONOLOGY,
    mermaid: bool = False,
) -> str:
    """Returns a CommonMark document with footnotes, of events in the order of their dates.

    `about` says what was chosen, such as the filter; with `mermaid` a diagram stands at the head. The text of
    documents is escaped: nothing in it acts as Markdown, HTML or Mermaid. It ends with a line break.
    """
    return "".join(markdown_parts(details, title=title, about=about, layout=layout, mermaid=mermaid))


def markdown_parts(
    details: Iterable[EventDetail], *, title: str, about: str, layout: Layout, mermaid: bool
) -> Iterator[str]:
    """Yields the same document in parts, each of whole lines."""
    order = by_heading if layout is Layout.CHRONOLOGY else by_day
    ordered = sorted(details, key=lambda detail: order(detail.row))
    notes = Footnotes()
    yield f"# {escaped(title)}\n\n{_summary(ordered, about)}\n"
    if mermaid and ordered:
        yield f"\n{mermaid_block(ordered, title)}\n"
    for block in LAYOUTS[layout](ordered, notes):
        yield f"\n{block}\n"
    for block in notes.blocks:
        yield f"\n{block}\n"


def _summary(details: Sequence[EventDetail], about: str) -> str:
    chosen = f"{escaped(about)}. " if about else ""
    if not details:
        return f"{chosen}No events."
    documents = len({passage.document.id for detail in details for passage in detail.passages})
    first = day_in_words(min(detail.row.first for detail in details))
    last = day_in_words(max(detail.row.last for detail in details))
    period = first if first == last else f"{first} to {last}"
    return f"{chosen}{counted(len(details), 'event')} from {counted(documents, 'document')}, {period}."
