"""What a user names on the command line: files, folders, standard input."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from corpus import UsageError, document_files
from tui.reading import Source


def sources_of(paths: Sequence[str]) -> list[Source]:
    """Returns the sources that the arguments name; `-` is standard input.

    Raises `UsageError` for an empty argument, such as a shell makes of a variable that is not set, and where
    there is no standard input.
    """
    if "" in paths:
        raise UsageError("an empty argument names no file; “.” is the folder that you are in")
    return [_standard_input() if path == "-" else Path(path) for path in paths]


def _standard_input() -> BinaryIO:
    if sys.stdin is None:  # closed: `<&-`
        raise UsageError("standard input is closed; pipe a document into it, or name a file")
    return sys.stdin.buffer


def count_files(sources: Sequence[Source]) -> int | None:
    """Returns how many files the sources hold, None where that cannot be known before reading."""
    if not all(isinstance(source, Path) for source in sources):
        return None
    return sum(len(document_files(source)) for source in sources if isinstance(source, Path))


def jobs_for(sources: Sequence[Source], jobs: int | None) -> int | None:
    """Returns how many processes are to read; None where the number of documents decides.

    A program that writes to standard input may wait for what comes of each line before it writes the next.
    """
    return 1 if jobs is None and not all(isinstance(source, Path) for source in sources) else jobs
