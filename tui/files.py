"""Files that a reader names: what a name means, how it can go on, and writing one whole or not at all."""

import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from itertools import islice, takewhile
from pathlib import Path

from corpus import UsageError
from tui.cells import safe_line

_LISTED = 2000
"""Files of a folder that are looked at to complete a name; more would make the reader wait."""


def target(name: str, ending: str) -> Path:
    """Returns the path that a typed name means; one without an ending gets this one.

    Raises `UsageError` where no file can be written there.
    """
    try:
        path = Path(name.strip()).expanduser().absolute()
        if path.is_dir():
            raise UsageError(f"{path} is a folder; name a file in it")
        path = path if path.suffix else path.with_suffix(ending)
        there, within = path.is_dir(), path.parent.is_dir()
    except (OSError, RuntimeError, ValueError) as error:  # too long, an unknown ~user, a NUL
        raise UsageError(f"“{safe_line(name)}” cannot be the name of a file: {error}") from None
    if there:
        raise UsageError(f"{path} is a folder; name a file in it")
    if not within:
        raise UsageError(f"the folder {path.parent} is not there; name another one")
    return path


def completed(name: str) -> str:
    """Returns a typed name as far as all files that begin with it agree; a folder ends in `/`."""
    folder, typed = os.path.split(name)
    try:
        with os.scandir(Path(folder or ".").expanduser()) as entries:
            found = [
                f"{entry.name}/" if entry.is_dir() else entry.name
                for entry in islice(entries, _LISTED)
                if entry.name.startswith(typed) and entry.name.startswith(".") == typed.startswith(".")
            ]
    except (OSError, RuntimeError, ValueError):  # no such folder, an unknown ~user, a NUL
        return name
    common = _beginning(found)
    return f"{name}{common[len(typed) :]}" if common.isprintable() else name


def _beginning(names: Sequence[str]) -> str:
    """Returns the letters with which all names begin."""
    least, most = min(names, default=""), max(names, default="")
    agreed = takewhile(lambda pair: pair[0] == pair[1], zip(least, most, strict=False))
    return "".join(letter for letter, _ in agreed)


def files_of_store(store: Path) -> set[Path]:
    """Returns the real paths of a store and of the files that SQLite keeps beside it."""
    return {real(store.with_name(f"{store.name}{ending}")) for ending in ("", "-wal", "-shm", "-journal")}


def real(path: Path) -> Path:
    """Returns a path with all links followed, of links in a circle as far as they can be."""
    return Path(os.path.realpath(path))


def spare_store(path: Path, store: Path) -> None:
    """Raises `UsageError` where a file to be written is the store that is read."""
    if real(path) in files_of_store(store):
        raise UsageError(f"{path} is the store itself; name another file")


def write_whole(path: Path, parts: Iterable[str]) -> None:
    """Writes a text in UTF-8, its line breaks as they are: all of it or, where that fails, nothing.

    What was in the file before stays until the new text is on the disk; a device or a pipe gets the text as
    it comes. Raises OSError where it cannot be written, and whatever `parts` raises.
    """
    path = real(path)
    if path.exists() and not path.is_file():
        with path.open("w", encoding="utf-8", newline="") as device:
            device.writelines(parts)
        return
    part = path.with_name(f".dateline-{os.getpid()}.part")
    try:
        with part.open("w", encoding="utf-8", newline="") as file:
            file.writelines(parts)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            with suppress(OSError):  # another system's file, or another owner's
                part.chmod(path.stat().st_mode)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
