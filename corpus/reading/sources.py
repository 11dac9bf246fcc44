"""Where documents come from: files, folders, bytes and streams, each as a name with its bytes."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import BinaryIO

from corpus.errors import UnreadableDocument
from corpus.reading.formats import LARGEST, SUFFIXES

SAVED_PAGE_FOLDERS = ("_files", "_fichiers", "_파일", ".files")  # what a browser saves beside a page


@dataclass(frozen=True, slots=True)
class Raw:
    """A document's bytes before they are read. `path` is None for bytes and streams."""

    name: str
    path: str | None
    source: Path | bytes | BinaryIO

    def data(self) -> bytes:
        """Returns the bytes; raises `UnreadableDocument` where they cannot be had."""
        if isinstance(self.source, bytes):
            return self.source
        if not isinstance(self.source, Path):
            return _stream_bytes(self.source)
        try:
            with self.source.open("rb") as file:
                return file.read(LARGEST + 1)
        except OSError as error:
            raise UnreadableDocument(f"{self.name}: {_reason(error)}") from error


def documents_in(source: str | Path | bytes | BinaryIO) -> Iterator[Raw | UnreadableDocument]:
    """Yields what a source holds; in its place, an error for each part that is no document.

    A folder's files come by name, those of its folders in their place; hidden ones are left out, and a
    folder that is reached a second time through a link.
    """
    if isinstance(source, bytes):
        yield Raw("<bytes>", None, source)
    elif not isinstance(source, (str, Path)):
        yield Raw(str(getattr(source, "name", "<stream>")), None, source)
    else:
        try:
            yield from _of_path(Path(source), str(source))
        except OSError as error:  # a name that no file can have
            yield UnreadableDocument(f"{source}: {_reason(error)}")


def _of_path(path: Path, name: str) -> Iterator[Raw | UnreadableDocument]:
    if not path.exists():
        yield UnreadableDocument(f"{name}: there is no such file or folder; check the path")
    elif path.is_dir():
        yield from _of_folder(path)
    elif path.is_file():
        yield Raw(name, name, path)
    else:
        yield UnreadableDocument(f"{name}: is no ordinary file; pass a file, a folder or - for a stream")


def _of_folder(folder: Path) -> Iterator[Raw | UnreadableDocument]:
    found = False
    for each in _walk(folder):
        found = True
        yield each
    if not found:
        yield UnreadableDocument(f"{folder}: holds no documents; dateline reads {_readable()}")


def _walk(top: Path) -> Iterator[Raw | UnreadableDocument]:
    seen: set[tuple[int, int]] = set()
    waiting = [top]  # the next one last: folders may lie deeper than calls can
    while waiting:
        path = waiting.pop()
        if not path.is_dir():
            yield _of_entry(path)
            continue
        try:
            status = path.stat()
            if (status.st_dev, status.st_ino) not in seen:
                waiting += reversed(_entries(path))
            seen.add((status.st_dev, status.st_ino))
        except OSError as error:
            yield UnreadableDocument(f"{path}: {_reason(error)}")


def _entries(folder: Path) -> list[Path]:
    """Returns what is in a folder, by name, without what is hidden or belongs to a saved page."""
    names = sorted(entry.name for entry in os.scandir(folder) if not entry.name.startswith("."))
    pages = {PurePath(name).stem for name in names if PurePath(name).suffix.lower() in SUFFIXES}
    paths = [folder / name for name in names]
    return [path for path in paths if not (_belongs_to_page(path.name, pages) and path.is_dir())]


def _of_entry(path: Path) -> Raw | UnreadableDocument:
    if not path.exists():
        return UnreadableDocument(f"{path}: is a link to nothing; remove it or mend it")
    if not path.is_file():
        return UnreadableDocument(f"{path}: is no ordinary file; it was left out")
    if path.suffix.lower() == ".jsonl":
        return UnreadableDocument(f"{path}: is JSON Lines; read it by itself, with --input-format jsonl")
    suffix = PurePath(path.name.lower().removesuffix(".gz")).suffix
    if suffix and suffix not in SUFFIXES and not _is_number(suffix):
        return UnreadableDocument(f"{path}: has no format that can be read; dateline reads {_readable()}")
    return Raw(str(path), str(path), path)


def _is_number(suffix: str) -> bool:
    """Whether what looks like a suffix is the end of a name such as `article.12`."""
    return suffix[1:].isdigit()


def _belongs_to_page(name: str, pages: set[str]) -> bool:
    return any(name.endswith(end) and name.removesuffix(end) in pages for end in SAVED_PAGE_FOLDERS)


def _stream_bytes(stream: BinaryIO) -> bytes:
    try:
        data: bytes | str = stream.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        raise UnreadableDocument(
            f"{getattr(stream, 'name', '<stream>')}: {error}; pass a readable stream"
        ) from error
    return data.encode("utf-8", errors="replace") if isinstance(data, str) else data


def _readable() -> str:
    return " ".join(suffix for suffix in SUFFIXES if suffix in (".txt", ".md", ".html", ".htm"))


def _reason(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "may not be read; give yourself the permission to read it"
    return f"cannot be read ({error.strerror or error}); check the disk and the path"
