"""The lines that a page shows beside its title: who wrote it, where its metadata do not say."""

import re
from collections.abc import Iterator
from itertools import dropwhile, islice

from lxml import html

from corpus.cleaning import clean_characters
from corpus.reading.bylines import byline_at, lone_name
from corpus.reading.stamps import stamp_in, stamp_of

LONGEST_LINE = 160  # code points; a longer element is a paragraph of the story
MOST_ELEMENTS = 400  # looked at behind the title
MOST_INSIDE = 8  # elements in that of a line
DEEPEST = 60  # levels
STORY = 2  # paragraphs of prose; behind them stand no authors but those of other articles

_NAMED = re.compile(
    r"(?:^|[\s_-])(?:by-?line|authors?|writer|reporter|contributor)s?(?:$|[\s_-])", re.IGNORECASE
)
_ELEMENTS = frozenset(
    ("p", "div", "span", "address", "a", "li", "small", "em", "cite", "h4", "h5", "h6", "section")
)
_OUTSIDE = frozenset(("nav", "footer", "aside", "figure", "figcaption", "script", "style"))


def byline_shown(tree: html.HtmlElement) -> str | None:
    """Returns the author whom a page names behind its title: marked as such, or as a byline is written."""
    lines = list(_lines(tree))
    marked = (_name(text) or _plain_name(text) for text, named in lines if named)
    written = (_name(text) for text, _ in lines)
    beside = (lone_name(text) for text, _ in lines)
    return next(filter(None, (*marked, *written, *beside)), None)


def _lines(tree: html.HtmlElement) -> Iterator[tuple[str, bool]]:
    """Yields the short lines behind the title, and whether the page calls them a byline."""
    title = next(tree.iter("h1"), None)
    behind = dropwhile(lambda element: element is not title, tree.iter())
    prose = 0
    for element in islice(behind, MOST_ELEMENTS) if title is not None else ():
        if prose >= STORY:
            return
        if element.tag not in _ELEMENTS or _holds_much(element) or _is_outside(element):
            continue
        text = " ".join(clean_characters(element.text_content()[: 4 * LONGEST_LINE]).split())
        prose += element.tag == "p" and len(text) > LONGEST_LINE
        if text and len(text) <= LONGEST_LINE:
            yield text, _is_named(element)


def _holds_much(element: html.HtmlElement) -> bool:
    return next(islice(element.iterdescendants(), MOST_INSIDE, None), None) is not None


def _is_outside(element: html.HtmlElement) -> bool:
    return any(parent.tag in _OUTSIDE for parent in islice(element.iterancestors(), DEEPEST))


def _is_named(element: html.HtmlElement) -> bool:
    if element.get("itemprop") == "author" or element.get("rel") == "author":
        return True
    return _NAMED.search(f"{element.get('class') or ''} {element.get('data-testid') or ''}") is not None


def _name(text: str) -> str | None:
    stamp = stamp_of(text) or stamp_in(text)
    if stamp is not None and stamp.byline:
        return stamp.byline
    signed = byline_at(text, 0)
    return signed[0] if signed and signed[2] == len(text) else None


def _plain_name(text: str) -> str | None:
    """A name and nothing else, where the page says that it is one: `Jane Roe`."""
    signed = None if text[:3].lower() == "by " else byline_at(f"By {text}", 0)
    return signed[0] if signed and signed[2] == len(text) + 3 else None
