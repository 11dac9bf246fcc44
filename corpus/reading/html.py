"""HTML: metadata from the tree, the text through trafilatura, then the head and the rest as for any page."""

import logging
import re
import sys
import warnings
from dataclasses import replace
from datetime import timedelta

from lxml import etree, html

from corpus.cleaning import blocks, clean_characters, without_escapes
from corpus.reading.address_dates import year_in_address
from corpus.reading.article import Article, Said
from corpus.reading.head import HEAD_BLOCKS, read_head
from corpus.reading.html_head import byline_shown
from corpus.reading.html_metadata import Metadata, metadata_of
from corpus.reading.plain import article_from
from corpus.reading.titles import key_of

BEGINNING = 40  # code points of a story, by which it is found in its page
ZONE_DIFFERENCE = timedelta(days=1)  # what lies between a day in UTC and the publisher's own

_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_NO_XML = re.compile("[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # lxml fails on them late
_REFERENCE = re.compile(r"&#(?:x0*([\da-f]+)|0*(\d+));?", re.IGNORECASE)
_LONGEST_REFERENCE = 7  # digits of the largest code point, decimal
_HIDDEN = (
    *("script", "style", "noscript", "template", "svg", "iframe"),
    *("form", "button", "select", "nav", "footer", "aside"),
)
_BLOCKS = ("p", "div", "br", "hr", "li", "h1", "h2", "h3", "h4", "td", "tr", "section", "article")


def read_html(text: str) -> Article:
    """Returns the article of an HTML page; its text is empty where the page has none."""
    text = _REFERENCE.sub(_allowed, _NO_XML.sub("", without_escapes(_DECLARATION.sub("", text))))
    tree = _tree(text)
    if tree is None:
        return Article("", Said())
    metadata = metadata_of(tree)
    story = clean_characters(_story(text, tree))
    story = _without_title(story, metadata.said.title)
    year = year_in_address(metadata.said.url or "")
    article = article_from(story, _undated(metadata.said), year)
    said = _dated(article.said, metadata)
    said = said if said.byline else replace(said, byline=byline_shown(tree))
    return replace(
        article, said=said if said.published else said.or_else(_shown_above(tree, article.text, said.title))
    )


def _allowed(reference: re.Match[str]) -> str:
    """Returns a reference such as `&#8217;` as it stands, and nothing for one to what no XML may hold."""
    digits = reference[1] or reference[2]
    code = int(digits[: _LONGEST_REFERENCE + 1], 16 if reference[1] else 10)
    return "" if code > sys.maxunicode or _NO_XML.match(chr(code)) else reference[0]


def _tree(text: str) -> html.HtmlElement | None:
    try:
        return html.document_fromstring(text)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def _story(text: str, tree: html.HtmlElement) -> str:
    """Returns the page's main text, a paragraph a line; all its text where trafilatura finds no article."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import trafilatura

        logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
        found = trafilatura.extract(
            text, include_comments=False, include_formatting=False, with_metadata=False
        )
    return found if found and not _is_table(found) else _all_text(tree)


def _is_table(story: str) -> bool:
    """Whether the page is laid out in a table, whose cells then run together in one line."""
    return 2 * sum(len(line) for line in story.split("\n") if line.startswith("|")) > len(story)


def _shown_above(tree: html.HtmlElement, story: str, title: str | None) -> Said:
    """Returns when the article was published as the lines between its title and its story say."""
    lines = [line for line in clean_characters(_all_text(tree)).split("\n") if line.strip()]
    start = story[:BEGINNING].partition("\n")[0]
    first = next((at for at, line in enumerate(lines) if start and start in " ".join(line.split())), 0)
    above = lines[max(0, first - HEAD_BLOCKS) : first]
    titles = [at for at, line in enumerate(above) if title and key_of(line) == key_of(title)]
    shown = "\n\n".join([*above[titles[-1] if titles else 0 :], story])
    said = read_head(blocks(shown)).said
    return Said(published=said.published, published_from=said.published_from)


def _all_text(tree: html.HtmlElement) -> str:
    for element in list(tree.iter(*_HIDDEN)):
        element.drop_tree()
    for element in tree.iter(*_BLOCKS):
        element.text, element.tail = "\n\n" + (element.text or ""), "\n\n" + (element.tail or "")
    body = tree.find("body")
    return str((body if body is not None else tree).text_content())


def _without_title(story: str, title: str | None) -> str:
    """Takes the page's title off its first lines, where the text repeats it."""
    if not title:
        return story
    lines = story.split("\n")
    key = key_of(title)
    return "\n".join([line for line in lines[:6] if key_of(line) != key] + lines[6:])


def _undated(said: Said) -> Said:
    return replace(said, published=None, published_from=None)


def _dated(said: Said, metadata: Metadata) -> Said:
    """Returns the article's words with their date: the metadata's, in the publisher's own zone.

    A time in UTC does not tell that zone; the day that the page shows beside its title does.
    """
    stated = metadata.said.published
    if stated is None:
        return said
    shown = said.published
    if metadata.in_utc and shown and abs(shown - stated) <= ZONE_DIFFERENCE:
        return said
    return replace(said, published=stated, published_from="metadata")
