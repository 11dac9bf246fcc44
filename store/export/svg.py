"""The pieces of a picture: its frame and colours, escaped elements, and lines of text that fit."""

import re
from unicodedata import east_asian_width
from xml.sax.saxutils import escape, quoteattr

INK = {
    "paper": "#fbfaf7",
    "text": "#22262d",
    "muted": "#5d6673",
    "rule": "#c9ccd3",
    "cooperation": "#1e7a3c",
    "conflict": "#a35200",
    "neutral": "#5d6673",
}
"""Colours of which each has a contrast of 4.5 or more on the paper, save the rules."""

HEAD = (
    """\
<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}"
     role="group" aria-labelledby="title desc" font-family="Helvetica, Arial, sans-serif">
<style>
"""
    + f"""\
text {{{{ fill: {INK["text"]}; font-size: 14px; }}}}
.title {{{{ font-size: 24px; font-weight: bold; }}}}
.told, .date, .lane-others {{{{ fill: {INK["muted"]}; }}}}
.year {{{{ font-size: 18px; font-weight: bold; }}}}
.lane {{{{ font-size: 12px; font-weight: bold; text-anchor: middle; }}}}
.rule {{{{ stroke: {INK["rule"]}; fill: none; }}}}
.cooperation, .conflict, .neutral {{{{ font-size: 11px; }}}}
.cooperation {{{{ fill: {INK["cooperation"]}; }}}}
.conflict {{{{ fill: {INK["conflict"]}; }}}}
.neutral {{{{ fill: {INK["neutral"]}; }}}}
.stroke {{{{ fill: none; }}}}
.stroke.cooperation {{{{ stroke: {INK["cooperation"]}; stroke-width: 1.5; }}}}
.stroke.conflict {{{{ stroke: {INK["conflict"]}; stroke-width: 3.5; }}}}
.stroke.neutral {{{{ stroke: {INK["neutral"]}; stroke-width: 1.5; stroke-dasharray: 3 3; }}}}
</style>
"""
)
"""The beginning of a picture, with places for its width and height in pixels."""

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What may not stand in an XML document (XML 1.0, Char)."""


def element(name: str, content: str, **attributes: str) -> str:
    """Returns an element with text in it, as a line; nothing in the text acts."""
    told = "".join(f" {key}={quoteattr(value)}" for key, value in attributes.items())
    return f"<{name}{told}>{_escaped(content)}</{name}>\n"


def text(x: float, y: float, content: str, style: str) -> str:
    """Returns a line of text that begins at a point."""
    return f'<text class="{style}" x="{x:g}" y="{y:g}">{_escaped(content)}</text>\n'


def _escaped(content: str) -> str:
    return escape(_ILLEGAL.sub("\ufffd", content))


def fitted(content: str, cells: int, most: int) -> list[str]:
    """Returns a text in at least one and at most so many lines of so many cells; a cut one ends in `…`."""
    lines, line = [], ""
    for word in content.split() or [""]:
        longer = f"{line} {word}" if line else word
        if not line or _cells(longer) <= cells:
            line = longer
        else:
            lines.append(line)
            line = word
    lines.append(line)
    rest = len(lines) > most
    return [_cut(each, cells, rest and number == most - 1) for number, each in enumerate(lines[:most])]


def _cut(line: str, cells: int, is_last: bool) -> str:
    if _cells(line) <= cells and not is_last:
        return line
    while line and _cells(line) > cells - 1:
        line = line[:-1]
    return f"{line.rstrip()}…"


def _cells(content: str) -> int:
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in content)
