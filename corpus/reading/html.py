"""HTML: metadata from the tree, the text through trafilatura, then the head and the rest as for any page."""

import logging
import re
import warnings
from dataclasses import replace
from datetime import timedelta

from lxml import etree, html

from corpus.cleaning import clean_characters
from corpus.reading.address_dates import year_in_address
from corpus.reading.article import Article, Said
from corpus.reading.html_metadata import Metadata, metadata_of
from corpus.reading.plain import article_from
from corpus.reading.titles import key_of

ZONE_DIFFERENCE = timedelta(days=1)  # what lies between a day in UTC and the publisher's own

_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_HIDDEN = (
    *("script", "style", "noscript", "template", "svg", "iframe"),
    *("form", "button", "select", "nav", "footer", "aside"),
)


def read_html(text: str) -> Article:
    """Returns the article of an HTML page; its text is empty where the page has none."""
    text = _DECLARATION.sub("", text.replace("\x00", ""))
    tree = _tree(text)
    if tree is None:
        return Article("", Said())
    metadata = metadata_of(tree)
    story = clean_characters(_story(text, tree))
    story = _without_title(story, metadata.said.title)
    year = year_in_address(metadata.said.url or "")
    article = article_from(story, _undated(metadata.said), year)
    return replace(article, said=_dated(article.said, metadata))


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
    return found or _all_text(tree)


def _all_text(tree: html.HtmlElement) -> str:
    for element in list(tree.iter(*_HIDDEN)):
        element.drop_tree()
    for element in tree.iter("p", "div", "br", "li", "h1", "h2", "h3", "h4", "tr", "section", "article"):
        element.tail = "\n\n" + (element.tail or "")
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
