"""Sources become documents: one format a file, then head, publication date and cleaning."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import BinaryIO

from corpus.errors import UnreadableDocument
from corpus.model import Document


def read_source(
    source: str | Path | bytes | BinaryIO,
    *,
    published: date | None,
    skipped: Callable[[UnreadableDocument], None] | None,
) -> Iterator[Document]:
    """Yields the documents of a source; see `corpus.read`."""
    raise NotImplementedError
