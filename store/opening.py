"""Opens the file of a store, and says in plain words why one cannot be opened."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

from corpus import StoreError
from store.schema import APPLICATION_ID, SCHEMA, migrate

_WAIT_SECONDS = 5.0
"""How long a write waits for another program that is writing."""

_PAUSE_SECONDS = 0.01

_HEADER = b"SQLite format 3\x00"


def connect(path: Path, *, create: bool, read_only: bool) -> sqlite3.Connection:
    """Returns a connection to a store with the newest schema.

    A missing file is made where `create` holds, and an older schema brought up to date, both unless
    `read_only`. Every failure is a `StoreError` that names the file and the way out.
    """
    _inspect(path, create=create and not read_only, read_only=read_only)
    with explained(path):
        connection = _open(path, read_only=read_only)
        with _closed_on_failure(connection):
            _check_schema(connection, path, read_only=read_only)
    return connection


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turns what SQLite complains of into a `StoreError` about the store at `path`."""
    try:
        yield
    except sqlite3.OperationalError as error:
        raise StoreError(_explanation(path, str(error))) from error
    except sqlite3.DatabaseError as error:
        raise StoreError(f"{path}: the store is damaged ({error}); restore a backup of it") from error
    except OverflowError as error:  # beyond the 64 bits of SQLite
        raise StoreError(f"{path}: no number in a store is as large as that; name a smaller one") from error


def _explanation(path: Path, complaint: str) -> str:
    if "locked" in complaint or "busy" in complaint:
        return f"{path}: another program is writing to the store; try again when it has finished"
    if "readonly" in complaint:
        return f"{path}: the store is read-only; make the file and its folder writable, or copy it"
    if "full" in complaint:
        return f"{path}: the disk is full; make room and do it again, what was finished before is kept"
    if "disk I/O" in complaint:
        return f"{path}: the disk does not take or give what it should; make room on it, or check it"
    if "no such table" in complaint or "no such column" in complaint:
        return f"{path}: the store is damaged ({complaint}); restore a backup of it"
    return f"{path}: the store cannot be used: {complaint}"


def _inspect(path: Path, *, create: bool, read_only: bool) -> None:
    if path.is_dir():
        raise StoreError(f"{path}: is a folder; name a file in it, such as {path / 'dateline.db'}")
    if not path.exists():
        _inspect_folder(path, create=create)
        return
    if not path.is_file():
        raise StoreError(f"{path}: is no ordinary file; name another one")
    if not os.access(path, os.R_OK):
        raise StoreError(f"{path}: may not be read; ask for read access to it")
    with path.open("rb") as file:
        header = file.read(len(_HEADER))
    if header and header != _HEADER:
        raise StoreError(f"{path}: is not a store of dateline (no SQLite file); name another file")
    if not read_only and not os.access(path, os.W_OK):
        raise StoreError(f"{path}: the store is read-only; make the file writable, or copy it")


def _inspect_folder(path: Path, *, create: bool) -> None:
    if not create:
        raise StoreError(f"{path}: there is no store here; `dateline ingest` makes one")
    if not path.parent.is_dir():
        raise StoreError(f"{path}: the folder {path.parent} does not exist; make it first")
    if not os.access(path.parent, os.W_OK | os.X_OK):
        raise StoreError(f"{path}: the folder {path.parent} is not writable; name another file")


def _open(path: Path, *, read_only: bool) -> sqlite3.Connection:
    if not read_only:
        connection = _connection(f"{_uri(path)}?mode=rwc")
        with _closed_on_failure(connection):
            _keep_a_log(connection)
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute("PRAGMA foreign_keys = ON")
        return connection
    connection = _connection(f"{_uri(path)}?mode=ro")
    try:
        with _closed_on_failure(connection):
            connection.execute("SELECT 1 FROM sqlite_master").fetchone()
    except sqlite3.OperationalError:
        # In a folder that may not be written, a WAL file opens only where nobody can be writing.
        if os.access(path.parent, os.W_OK):
            raise
        connection = _connection(f"{_uri(path)}?immutable=1")
    with _closed_on_failure(connection):
        connection.execute("PRAGMA query_only = ON")
    return connection


@contextmanager
def _closed_on_failure(connection: sqlite3.Connection) -> Iterator[None]:
    try:
        yield
    except BaseException:
        connection.close()
        raise


def _keep_a_log(connection: sqlite3.Connection) -> None:
    """Makes others able to read while one writes; SQLite itself waits for nobody who just does the same."""
    end = monotonic() + _WAIT_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or monotonic() > end:
                raise
            sleep(_PAUSE_SECONDS)


def _connection(uri: str) -> sqlite3.Connection:
    # A view may be read in a worker thread; the caller sees to it that only one thread reads at a time.
    connection = sqlite3.connect(
        uri, uri=True, timeout=_WAIT_SECONDS, isolation_level=None, check_same_thread=False
    )
    with _closed_on_failure(connection):
        connection.execute("PRAGMA temp_store = MEMORY")
    return connection


def _uri(path: Path) -> str:
    return path.absolute().as_uri()


def _check_schema(connection: sqlite3.Connection, path: Path, *, read_only: bool) -> None:
    schema, application = _numbers(connection)
    if application not in (0, APPLICATION_ID) or (schema == 0 and _has_tables(connection)):
        raise StoreError(f"{path}: belongs to another program; name another file")
    if schema > SCHEMA:
        raise StoreError(f"{path}: was made by a newer dateline (schema {schema}); upgrade dateline")
    if schema == SCHEMA:
        return
    if read_only:
        raise StoreError(f"{path}: has an older schema ({schema}); open it once for writing")
    migrate(connection)


def _numbers(connection: sqlite3.Connection) -> tuple[int, int]:
    schema = connection.execute("PRAGMA user_version").fetchone()[0]
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    return int(schema), int(application)


def _has_tables(connection: sqlite3.Connection) -> bool:
    return connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone() is not None
