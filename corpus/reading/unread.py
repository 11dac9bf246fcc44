"""Documents before they are read: quick to list, to tell apart by their bytes, to hand to another process."""

import hashlib
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from corpus.errors import UnreadableDocument
from corpus.model import Document
from corpus.reading.documents import read_raw
from corpus.reading.jsonl import digest_of, read_line
from corpus.reading.sources import Raw, documents_in


@dataclass(frozen=True, slots=True)
class Unread:
    """A document that was found and not read yet: the file at `path`, or else the bytes `data`.

    `name` is that of what holds it; `line` is its number in JSON Lines.
    """

    name: str
    path: str | None = None
    data: bytes | None = None
    line: int | None = None

    def __str__(self) -> str:
        """Returns what messages call the document."""
        return self.name if self.line is None else f"{self.name}, line {self.line}"

    def digest(self) -> str:
        """Returns the `hash` of the document; raises `UnreadableDocument` where its bytes cannot be had."""
        if self.line is not None and self.data is not None:
            return digest_of(self.data)
        return hashlib.sha256(self._raw().data()).hexdigest()

    def read(self, published: date | None = None) -> Document:
        """Returns the document, as `corpus.read` and `corpus.read_json_lines` do.

        Raises `UnreadableDocument` where it cannot be read.
        """
        if self.line is not None and self.data is not None:
            return read_line(self.data, str(self), published)
        return read_raw(self._raw(), published)

    def _raw(self) -> Raw:
        return Raw(self.name, self.path, Path(self.path) if self.path else self.data or b"")


def unread_in(
    source: str | Path | bytes | BinaryIO, *, json_lines: bool = False
) -> Iterator[Unread | UnreadableDocument]:
    """Yields the documents of a source in the order of reading; in its place, an error for what is none."""
    for raw in documents_in(source):
        if isinstance(raw, UnreadableDocument):
            yield raw
        elif json_lines:
            yield from _lines(raw)
        else:
            yield _unread(raw)


def _lines(raw: Raw) -> Iterator[Unread]:
    with _stream(raw.source) as stream:
        for number, line in enumerate(stream, start=1):
            if line.strip():
                yield Unread(raw.name, data=line, line=number)


def _unread(raw: Raw) -> Unread | UnreadableDocument:
    if isinstance(raw.source, Path):
        return Unread(raw.name, raw.path)
    try:
        return Unread(raw.name, data=raw.data())
    except UnreadableDocument as error:
        return error


def _stream(source: Path | bytes | BinaryIO) -> AbstractContextManager[BinaryIO]:
    if isinstance(source, Path):
        return source.open("rb")
    return BytesIO(source) if isinstance(source, bytes) else nullcontext(source)
