"""Lines of the source as segments: headings, text with its marks, and the thumb of the scrollbar."""

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.cells import ZERO_WIDTH, fit
from tui.source.marks import Emphasis
from tui.source.section import Section, SourceLine
from tui.source.wrap import Span
from tui.theme import Ink

BAR = 2
"""Cells left of the text, where a bar marks the passage."""

THUMB = 1
"""Cells right of the text, where the thumb of the scrollbar moves."""

BOLD = Style(bold=True)
_ITALIC = Style(italic=True)
_TIME = Style(bold=True, underline=True)


def bar(text: str, style: Style, width: int, base: Style) -> Strip:
    """Returns a line of one style over the whole width."""
    return Strip([Segment(fit(f" {text}", width), style)]).apply_style(base)


def source_line(
    part: Section, line: SourceLine, indent: int, width: int, thumb: bool, ink: Ink, here: Span | None = None
) -> Strip:
    """Returns a line of a source: its heading, its title, its note, its text, or a blank.

    Of the searched words those at `here` stand out, where the reader went to them.
    """
    if line.heading:
        heading = part.heading(width - indent - 1)
        return bar(" " * indent + heading, ink["muted"] + BOLD, width, ink.on("panel"))
    segments = [Segment(" " * indent)]
    if line.title:
        segments += [Segment(" " * BAR), Segment(_drawn(part.title[slice(*line.title)]), BOLD)]
    elif line.note:
        segments += [Segment(" " * BAR), Segment(part.note[slice(*line.note)], ink["muted"] + _ITALIC)]
    elif line.span:
        segments += _text(part, line, ink, here)
    strip = Strip(segments).adjust_cell_length(max(0, width - THUMB))
    scrollbar = Strip([Segment("▐" if thumb else " ", ink["grid"])], 1)
    return Strip.join([strip, scrollbar]).apply_style(ink.on("surface"))


def _text(part: Section, line: SourceLine, ink: Ink, here: Span | None) -> list[Segment]:
    assert line.span
    segments = [Segment("▌" if line.passage else " ", ink["marked"]), Segment(" ")]
    for start, end, emphasis in part.marks.runs(*line.span):
        style = _style(emphasis, ink)
        if here and here[0] <= start < here[1]:
            style += ink.here
        segments.append(Segment(_drawn(part.text[start:end]), style))
    return segments


def _style(emphasis: Emphasis, ink: Ink) -> Style:
    style = ink.on("passage") if emphasis.passage else ink["beside"]
    if emphasis.mention:
        style += ink.country(emphasis.country)
    if emphasis.match:
        style += ink.match
    if emphasis.time:
        style += ink["time"] + _TIME
    return style + BOLD if emphasis.passage and emphasis.mention else style


def _drawn(text: str) -> str:
    return text.replace(ZERO_WIDTH, "") if ZERO_WIDTH in text else text
