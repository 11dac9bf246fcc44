"""What a user names on the command line: files, folders, standard input."""

import sys
from collections.abc import Sequence
from pathlib import Path

from corpus import document_files
from tui.ingesting import Source


def sources_of(paths: Sequence[str]) -> list[Source]:
    """Returns the sources that the arguments name; `-` is standard input."""
    return [sys.stdin.buffer if path == "-" else Path(path) for path in paths]


def count_files(sources: Sequence[Source]) -> int | None:
    """Returns how many files the sources hold, None where that cannot be known before reading."""
    if not all(isinstance(source, Path) for source in sources):
        return None
    return sum(len(document_files(source)) for source in sources if isinstance(source, Path))
