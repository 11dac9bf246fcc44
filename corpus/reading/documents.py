"""Raw bytes become documents: read, completed from the file's name and what the caller gave, identified."""

import hashlib
from datetime import date
from pathlib import Path

from corpus.errors import UnreadableDocument, our_fault
from corpus.model import Document
from corpus.reading.address_dates import date_in_address, date_in_file_name
from corpus.reading.article import Article, Said
from corpus.reading.formats import read_article
from corpus.reading.language import language_of
from corpus.reading.sources import Raw
from corpus.reading.written import written_on

ID_LENGTH = 16  # hex digits of the hash; two of a million documents share one once in ten million piles


def read_raw(raw: Raw, published: date | None) -> Document:
    """Returns the document in some bytes; `published` stands in where nothing says when it appeared.

    Raises `UnreadableDocument` where there is none.
    """
    data = raw.data()
    try:
        return identified(data, read_article(raw.name, raw.path, data), raw.path, published)
    except UnreadableDocument:
        raise
    except Exception as error:  # a page that a parser fails on costs the reader none of the others
        raise our_fault(raw.path or raw.name, error) from error


def identified(data: bytes, article: Article, path: str | None, published: date | None) -> Document:
    """Returns the document of an article; `published` stands in where nothing says when it appeared."""
    digest = hashlib.sha256(data).hexdigest()
    said = article.said.or_else(_by_address(article.said.url, path))
    given = said.published is None and published is not None
    appeared = said.published or published
    return Document(
        id=digest[:ID_LENGTH],
        hash=digest,
        text=article.text,
        title=said.title,
        publisher=said.publisher,
        byline=said.byline,
        published=appeared,
        published_from="given" if given else said.published_from,
        language=said.language or language_of(article.text),
        path=_legible(path) if path else None,
        url=said.url,
        written=written_on(said.dateline, appeared),
        city=said.dateline.city if said.dateline else None,
    )


def _legible(path: str) -> str:
    """Returns a path as text: a byte of a file's name that is no letter can be written nowhere."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _by_address(url: str | None, path: str | None) -> Said:
    """Returns the day that the address names, or else the file's name."""
    in_url = date_in_address(url) if url else None
    if in_url:
        return Said(published=in_url, published_from="url")
    in_name = date_in_file_name(Path(path).name) if path else None
    return Said(published=in_name, published_from="file name" if in_name else None)
