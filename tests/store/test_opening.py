"""Opening a store, and what is said when that cannot be done."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Timer

import pytest

from corpus import Analysis, StoreError
from store import Store
from store.schema import SCHEMA

Write = Callable[..., Analysis]

LINE = "2023-09-13 | CONSULT | kim-jong-un > vladimir-putin | Kim met Putin."


def test_a_new_store_is_empty_and_whole(tmp_path: Path) -> None:
    with Store.open(tmp_path / "new.db") as store:
        assert store.page() == []
        assert len(store.view()) == store.count() == 0
        assert not (store.actors() or store.months() or store.kinds())
        assert store.check() == []
        stats = store.stats()
    assert (stats.schema, stats.events, stats.first) == (SCHEMA, 0, None)


def test_it_is_still_there_when_opened_again(tmp_path: Path, article: Write) -> None:
    path = tmp_path / "new.db"
    with Store.open(path) as store:
        store.ingest(article(LINE))
    with Store.open(path, create=False, read_only=True) as store:
        assert store.page()[0].headline == "Kim met Putin"


@pytest.mark.parametrize("name", ["with space.db", "per%20cent#?.db", "북한.db"])
def test_any_file_name_will_do(tmp_path: Path, name: str) -> None:
    Store.open(tmp_path / name).close()
    assert (tmp_path / name).exists()


def refused(path: Path, *, create: bool = True, read_only: bool = False) -> str:
    with pytest.raises(StoreError) as caught:
        Store.open(path, create=create, read_only=read_only)
    message = str(caught.value)
    assert message.startswith(str(path))
    return message


def test_a_program_that_makes_the_same_store_is_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    done = Timer(0.2, other.rollback)
    done.start()
    with Store.open(path) as store:
        assert store.check() == []
    done.join()
    other.close()


def test_a_pipe_is_no_store_and_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.db")
    assert "is no ordinary file" in refused(tmp_path / "pipe.db")


def test_a_missing_store_is_not_made_by_reading(tmp_path: Path) -> None:
    path = tmp_path / "none.db"
    assert "dateline ingest" in refused(path, create=False)
    assert "dateline ingest" in refused(path, read_only=True)
    assert not path.exists()


def test_a_folder(tmp_path: Path) -> None:
    assert "is a folder" in refused(tmp_path)


def test_a_missing_folder(tmp_path: Path) -> None:
    assert "does not exist" in refused(tmp_path / "no" / "where.db")


@pytest.mark.parametrize("content", [b"Kim met Putin.", b"SQLite format 2\x00", b"\x00" * 64])
def test_no_database(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "text.db"
    path.write_bytes(content)
    assert "is not a store" in refused(path)
    assert path.read_bytes() == content


def test_a_database_cut_short(tmp_path: Path, article: Write) -> None:
    path = tmp_path / "cut.db"
    with Store.open(path) as store:
        store.ingest(article(LINE))
    path.write_bytes(path.read_bytes()[:5000])
    assert "damaged" in refused(path) or "cannot be used" in refused(path)


def test_a_database_of_another_program(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE event (title)")
    other.close()
    assert "another program" in refused(path)


def test_a_store_of_a_newer_dateline(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    Store.open(path).close()
    newer = sqlite3.connect(path)
    newer.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    newer.close()
    assert "newer dateline" in refused(path)
    assert "newer dateline" in refused(path, read_only=True)


def test_a_view_of_a_damaged_store_says_so(store: Store, article: Write) -> None:
    store.ingest(article(LINE))
    view = store.view()
    other = sqlite3.connect(store.path)
    other.execute("DROP TABLE event_actor")
    other.close()
    with pytest.raises(StoreError, match="damaged"):
        view.rows(0, 1)


def test_a_store_opened_for_reading_is_not_written(tmp_path: Path, article: Write) -> None:
    path = tmp_path / "new.db"
    Store.open(path).close()
    with Store.open(path, read_only=True) as store, pytest.raises(StoreError, match="read-only"):
        store.ingest(article(LINE))


def test_a_reader_sees_what_a_writer_adds(tmp_path: Path, article: Write) -> None:
    path = tmp_path / "new.db"
    with Store.open(path) as writer, Store.open(path, read_only=True) as reader:
        before = reader.version()
        assert reader.page() == []
        assert reader.actors("kim") == []
        writer.ingest(article(LINE))
        assert reader.version() != before
        assert len(reader.page()) == 1
        assert reader.actors("kim")[0].events == 1


HOLD = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.readline()
connection.execute("COMMIT")
"""


def test_another_process_that_writes_is_waited_for_or_named(
    tmp_path: Path, article: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "new.db"
    Store.open(path).close()
    monkeypatch.setattr("store.opening._WAIT_SECONDS", 0.05)
    with (
        Store.open(path) as store,
        subprocess.Popen(
            [sys.executable, "-c", HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as other,
    ):
        assert other.stdout and other.stdin
        other.stdout.readline()
        assert store.page() == []
        with pytest.raises(StoreError, match="another program is writing"):
            store.ingest(article(LINE))
        other.stdin.write("\n")
        other.stdin.flush()
        other.wait()
        assert store.ingest(article(LINE)).new == 1


READ = """
import sys
from store import Store
with Store.open(sys.argv[1], read_only=True) as store:
    print(store.count(), store.page()[0].headline)
"""


def test_another_process_reads_while_this_one_has_it_open(tmp_path: Path, article: Write) -> None:
    path = tmp_path / "new.db"
    with Store.open(path) as store:
        store.ingest(article(LINE))
        other = subprocess.run(
            [sys.executable, "-c", READ, str(path)], capture_output=True, text=True, check=True
        )
    assert other.stdout == "1 Kim met Putin\n"


def test_a_failed_ingest_changes_nothing(
    store: Store, article: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.ingest(article("2017-09-03 | MOBILIZE | north-korea | North Korea tested a bomb."))
    before = store.page(), store.stats()

    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("store.ingest.settled", fail)
    with pytest.raises(KeyboardInterrupt):
        store.ingest(article(LINE))
    assert (store.page(), store.stats()) == before
    assert store.check() == []


def test_a_backup_is_a_store_of_its_own(store: Store, article: Write, tmp_path: Path) -> None:
    store.ingest(article(LINE))
    store.backup(tmp_path / "copy.db")
    with Store.open(tmp_path / "copy.db", read_only=True) as copy:
        assert copy.page() == store.page()
    with pytest.raises(StoreError, match="overwrites nothing"):
        store.backup(tmp_path / "copy.db")
    with pytest.raises(StoreError, match="cannot be written"):
        store.backup(tmp_path / "no" / "copy.db")


def test_a_backup_can_be_made_by_a_reader(store: Store, article: Write, tmp_path: Path) -> None:
    store.ingest(article(LINE))
    with Store.open(store.path, read_only=True) as reader:
        reader.backup(tmp_path / "copy.db")
        assert reader.check() == []


def test_damage_is_found(store: Store, article: Write) -> None:
    store.ingest(article(LINE))
    other = sqlite3.connect(store.path)
    other.execute("UPDATE day_count SET events = 7")
    other.execute("UPDATE passage SET event = NULL")
    other.commit()
    other.close()
    problems = store.check()
    assert "the counts in day_count are not those of the events" in problems
    assert "1 passages without an event" in problems
    assert "1 events without a passage" in problems


def test_reading_a_store_loads_no_driver_it_does_not_need(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    Store.open(path).close()
    script = (
        "import sys; from store import Store; Store.open(sys.argv[1], read_only=True).page();"
        "print({'sqlite_utils', 'spacy', 'dateparser', 'rapidfuzz'} & set(sys.modules))"
    )
    other = subprocess.run(
        [sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=True
    )
    assert other.stdout == "set()\n"
