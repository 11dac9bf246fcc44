"""Plain text: a head block if there is one, then the page's own head, then its story."""

from corpus.cleaning import article_of, blocks, clean_characters
from corpus.reading.archives import split_archive
from corpus.reading.article import Article, Said
from corpus.reading.head import read_head
from corpus.reading.head_block import split_head_block


def read_plain(text: str) -> Article:
    """Returns the article of a plain text."""
    text = clean_characters(text)
    said, story = split_archive(text) or split_head_block(text)
    return article_from(story, said)


def article_from(story: str, said: Said = Said(), year: int | None = None) -> Article:  # noqa: B008  # frozen
    """Returns the article of cleaned characters; `said` holds what is known of it and counts more.

    Paragraphs are separated by a blank line, each in one line. `year` completes a dateline without one.
    """
    head = read_head(blocks(story), year)
    kept = article_of(head.body)
    return Article("\n\n".join(block.text for block in kept), said.or_else(head.said))
