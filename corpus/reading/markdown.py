"""Markdown: front matter, the first heading as the title, and the rest as plain paragraphs."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from corpus.cleaning import clean_characters
from corpus.reading.article import Article, Said
from corpus.reading.front_matter import split_front_matter
from corpus.reading.head_block import split_head_block
from corpus.reading.plain import article_from

_BREAKS = {"softbreak": " ", "hardbreak": "\n"}


def read_markdown(text: str) -> Article:
    """Returns the article of a Markdown text; markup, images and raw HTML are left out."""
    said, rest = split_front_matter(clean_characters(text))
    block, rest = split_head_block(rest)
    said = said.or_else(block)
    tokens = MarkdownIt("commonmark").enable("table").parse(rest)
    title = _first_title(tokens)
    said = said.or_else(Said(title=title))
    paragraphs = [each for each in _paragraphs(tokens) if each.strip()]
    if title and paragraphs and title in paragraphs[:6]:
        paragraphs.remove(title)
    article = article_from("\n\n".join(paragraphs), said)
    return replace(article, said=article.said)


def _first_title(tokens: list[Token]) -> str | None:
    for token, following in pairwise(tokens):
        if token.type == "heading_open" and token.tag == "h1":
            return _plain(following) or None
    return None


def _paragraphs(tokens: list[Token]) -> Iterator[str]:
    """Yields what stands in a block of its own: paragraphs, headings, list items, rows of a table."""
    row: list[str] | None = None
    for token in tokens:
        if token.type == "tr_open":
            row = []
        elif token.type == "tr_close" and row:
            yield " ".join(row)
            row = None
        elif token.type == "inline" and row is not None:
            row.append(_plain(token))
        elif token.type == "inline":
            yield _plain(token)


def _plain(token: Token) -> str:
    """Returns the words of an inline token."""
    return "".join(_words(token)).strip()


def _words(token: Token) -> Iterator[str]:
    for child in token.children or ():
        if child.type in ("text", "code_inline"):
            yield child.content
        else:
            yield _BREAKS.get(child.type, "")
