"""Which format a file has, and that format's reader."""

import re
import zlib
from collections.abc import Callable
from enum import Enum
from pathlib import PurePath

from corpus.errors import UnreadableDocument
from corpus.reading.article import Article
from corpus.reading.encoding import decode

GZIP = b"\x1f\x8b"
LARGEST = 32 * 1024 * 1024  # bytes; no article is larger, and a mailbox or a database dump is


class Format(Enum):
    """The formats that can be read."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"


SUFFIXES = {
    ".txt": Format.TEXT,
    ".text": Format.TEXT,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
}
_SIGNATURES = (
    (b"%PDF-", "a PDF", "save its text as .txt, for example with pdftotext"),
    (b"\x89PNG\r\n", "an image", "only text can be read"),
    (b"\xff\xd8\xff", "an image", "only text can be read"),
    (b"GIF8", "an image", "only text can be read"),
    (b"PK\x03\x04", "a ZIP archive or an office document", "unpack it, or save its text as .txt"),
    (b"\xd0\xcf\x11\xe0", "an old office document", "save its text as .txt"),
    (b"SQLite format 3\x00", "an SQLite file", "only text can be read"),
    (b"{\\rtf", "a rich-text document", "save its text as .txt"),
)
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|article|meta|title|div|section|main|p)\b",
    re.IGNORECASE | re.DOTALL,
)


_ODD = re.compile("[\x00-\x07\x0e-\x1a\x1c-\x1f\ufffd]")  # what no text has much of


def unpacked(name: str, data: bytes) -> bytes:
    """Returns the bytes that a gzip file holds, any others as they are."""
    if not data.startswith(GZIP):
        return data
    unpacking = zlib.decompressobj(wbits=31)
    try:
        found = unpacking.decompress(data, LARGEST + 1)
    except zlib.error as error:
        raise UnreadableDocument(f"{name}: is a damaged gzip file ({error}); fetch it again") from error
    if not unpacking.eof and len(found) <= LARGEST:
        raise UnreadableDocument(f"{name}: is a damaged gzip file (its end is missing); fetch it again")
    return found


def check(name: str, data: bytes) -> None:
    """Raises `UnreadableDocument` for bytes that are no text; the message names the file and the way out."""
    if not data.strip():
        raise UnreadableDocument(f"{name}: is empty; there is nothing to read")
    if len(data) > LARGEST:
        raise UnreadableDocument(
            f"{name}: is larger than {LARGEST >> 20} MB; split it into one file an article, or use JSON Lines"
        )
    for signature, what, way_out in _SIGNATURES:
        if data.startswith(signature):
            raise UnreadableDocument(f"{name}: is {what}, not text; {way_out}")


def format_of(path: str | None, text: str) -> Format:
    """Returns the format by the file's name, by its text where the name does not tell."""
    suffix = PurePath(path.lower().removesuffix(".gz")).suffix if path else ""
    if suffix in SUFFIXES:
        return SUFFIXES[suffix]
    return Format.HTML if _HTML.match(text[:4096]) else Format.TEXT


def read_article(name: str, path: str | None, data: bytes) -> Article:
    """Returns the article in a file's bytes; raises `UnreadableDocument` where there is none."""
    data = unpacked(name, data)
    check(name, data)
    text = decode(data)
    if _is_binary(text):
        raise UnreadableDocument(f"{name}: is binary, not text; save its text as .txt, .md or .html")
    article = _reader(format_of(path, text))(text)
    if not article.text:
        raise UnreadableDocument(f"{name}: has no article in it; save the text of the article as .txt")
    return article


def _is_binary(text: str) -> bool:
    sample = text[:8192]
    return "\x00" in sample or len(_ODD.findall(sample)) > 0.1 * len(sample)


def _reader(form: Format) -> Callable[[str], Article]:
    if form is Format.HTML:
        from corpus.reading.html import read_html

        return read_html
    if form is Format.MARKDOWN:
        from corpus.reading.markdown import read_markdown

        return read_markdown
    from corpus.reading.plain import read_plain

    return read_plain
