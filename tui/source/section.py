"""One source of an event as lines: where it comes from, its title, and the whole document."""

from bisect import bisect_left
from dataclasses import dataclass

from rich.cells import cell_len

from store.model import DocumentRow, Passage
from tui.cells import fit, safe_line, safe_text
from tui.dates import long_day
from tui.matching import Matcher, matches
from tui.source.marks import Marks
from tui.source.wrap import Span, wrap

Hit = tuple[int, Span]
"""A place of the searched words: the number of a section, and a span of its text."""

_DOT = " · "
_LEAST = 6
"""The fewest cells of a publisher's name that are kept."""


@dataclass(frozen=True)
class Section:
    """A passage's document, ready to be wrapped; `number` counts from 1 to `of`."""

    passage: Passage
    number: int
    of: int
    publisher: str
    published: str
    title: str
    note: str
    text: str
    marks: Marks
    hits: tuple[Span, ...] = ()

    def heading(self, width: int) -> str:
        """Returns where the source comes from, in at most `width` cells where only its publisher is long."""
        place = f"{self.number} of {self.of}"
        room = max(_LEAST, width - len(place) - cell_len(self.published) - 2 * len(_DOT))
        publisher = self.publisher if cell_len(self.publisher) <= room else fit(self.publisher, room)
        return _DOT.join(part for part in (place, publisher, self.published) if part)


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line of the pane: a span of the text, of the title or of the note; the heading; or a blank."""

    section: int
    span: Span | None = None
    title: Span | None = None
    note: Span | None = None
    heading: bool = False
    passage: bool = False


def section(passage: Passage, number: int, of: int, searched: Matcher | None) -> Section:
    """Returns the section of a passage, with what was searched pointed out."""
    text = safe_text(passage.text)
    hits = tuple(matches(searched, text))
    document = passage.document
    return Section(
        passage=passage,
        number=number,
        of=of,
        publisher=safe_line(document.publisher or _origin(document.path, document.url)),
        published=_published(document),
        title=safe_line(document.title or ""),
        note=_note(passage, of),
        text=text,
        marks=Marks(passage, hits),
        hits=hits,
    )


def _published(document: DocumentRow) -> str:
    """Returns the publication date; `~` marks an estimate, as it does in the gutter."""
    if document.published is None:
        return "no publication date"
    return f"{'~' if document.is_estimated else ''}{long_day(document.published)}"


def _note(passage: Passage, of: int) -> str:
    """Says why the date of publication is an estimate, and what a passage has to do with the others."""
    why = safe_line(passage.document.published_why or "")
    estimated = f"published about {_published(passage.document)[1:]}: {why}" if why else ""
    copied = "the same text as an earlier source" if passage.copy_of and of > 1 else ""
    reason = f"same event: {safe_line(passage.reason)}" if passage.reason and of > 1 else ""
    return " · ".join(part for part in (estimated, copied, reason) if part)


def lines_of(sections: list[Section], width: int) -> list[SourceLine]:
    """Returns the lines of all sections, one below the other."""
    lines: list[SourceLine] = []
    for index, part in enumerate(sections):
        if index:
            lines += [SourceLine(index - 1), SourceLine(index, heading=True)]
            lines += [SourceLine(index, title=span) for span in wrap(part.title, width) if part.title]
        lines += [SourceLine(index, note=span) for span in wrap(part.note, width) if part.note]
        lines.append(SourceLine(index))
        lines += [_text_line(part, index, span) for span in wrap(part.text, width)]
    return lines


def hit_lines(sections: list[Section], lines: list[SourceLine]) -> list[tuple[int, Hit]]:
    """Returns the places of the searched words, each with the number of the line in which it begins."""
    found = []
    for number, line in enumerate(lines):
        if line.span:
            start, end = line.span
            hits = sections[line.section].hits
            first, last = bisect_left(hits, (start, 0)), bisect_left(hits, (max(end, start + 1), 0))
            found += [(number, (line.section, hit)) for hit in hits[first:last]]
    return found


def passage_lines(lines: list[SourceLine], index: int) -> tuple[int, int]:
    """Returns the first and the last line of the passage of a section."""
    numbers = [number for number, line in enumerate(lines) if line.section == index and line.passage]
    return (numbers[0], numbers[-1]) if numbers else (0, 0)


def _text_line(part: Section, index: int, span: Span) -> SourceLine:
    inside = span[0] < part.passage.end and span[1] > part.passage.start
    return SourceLine(index, span=span, passage=inside)


def _origin(path: str | None, url: str | None) -> str:
    """Returns the file's name or the host for a document that does not name its publisher."""
    if path:
        return path.replace("\\", "/").rsplit("/", 1)[-1]
    return url.split("//", 1)[-1].split("/", 1)[0] if url else "unknown publisher"
