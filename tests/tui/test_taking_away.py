"""A reader marks events and takes them away as files."""

from pathlib import Path
from threading import Event
from time import sleep

import pytest
from textual.widgets import Input, Label

from store.export import Style
from tests.tui.conftest import Opening
from tests.tui.driving import Driver
from tests.tui.news import many
from tui.exporting import Offer, Watch
from tui.timeline.widget import Timeline


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which dateline was started."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


async def name_file(reader: Driver, name: str) -> None:
    """Types another file name into the dialog."""
    await reader.press("ctrl+u", "ctrl+k")
    await reader.type(name)


class TestMarking:
    async def test_space_marks_and_goes_on(self, opened: Opening) -> None:
        async with opened() as reader:
            await reader.press("g", "space", "space")
            assert "✓ 2 marked" in reader.lines[0]
            assert sum("✓" in line for line in reader.lines[2:]) == 2
            assert "Wed 13" in reader.cursor

    async def test_a_range_is_drawn_and_marked(self, opened: Opening) -> None:
        async with opened() as reader:
            await reader.press("g", "v", "j", "j")
            assert sum(line.startswith("│") for line in reader.lines) == 3
            await reader.press("v")
            assert "✓ 3 marked" in reader.lines[0]

    async def test_a_range_is_given_up(self, opened: Opening) -> None:
        async with opened() as reader:
            await reader.press("g", "v", "j", "escape")
            assert "marked" not in reader.lines[0]

    async def test_all_that_is_shown_is_marked_and_unmarked(self, opened: Opening) -> None:
        async with opened() as reader:
            await reader.press("3", "A")
            assert "✓ 2 marked" in reader.lines[0]
            await reader.press("3")
            assert "✓ 2 marked" in reader.lines[0]
            await reader.press("u")
            assert "marked" not in reader.lines[0]


class TestExporting:
    async def test_the_event_under_the_cursor(self, opened: Opening, folder: Path) -> None:
        async with opened() as reader:
            await reader.press("e")
            assert "● this event" in reader.text
            assert "150 firms on a list" in reader.text.split("Preview")[1]
            assert "dateline-2023-09-14.md" in reader.text
            await reader.press("enter")
            assert "Wrote 1 event to" in reader.text
        written = (folder / "dateline-2023-09-14.md").read_text(encoding="utf-8")
        assert "Washington put 150 firms on a list on Thursday" in written
        assert "launch site" not in written

    async def test_the_marked_events(self, opened: Opening, folder: Path) -> None:
        async with opened() as reader:
            await reader.press("k", "space", "space", "e")
            assert "● 2 marked" in reader.text
            await reader.press("enter")
            assert "Wrote 2 events to" in reader.text
        assert "launch site" in (folder / "dateline-2023-09.md").read_text(encoding="utf-8")

    async def test_all_that_is_shown(self, opened: Opening, folder: Path) -> None:
        async with opened() as reader:
            await reader.press("e", "right")
            assert "● all 4 shown" in reader.text
            await reader.press("enter")
            assert "Wrote 4 events to" in reader.text
        assert (folder / "dateline-2021-2023.md").exists()

    async def test_all_of_many_are_named_after_all_of_their_years(self, opened: Opening) -> None:
        async with opened(reports=many(400)) as reader:
            await reader.press("e", "right")
            assert "dateline-2000-2003.md" in reader.text

    async def test_a_period_seen_from_afar(self, opened: Opening, folder: Path) -> None:
        async with opened() as reader:
            await reader.press("minus", "minus")
            while reader.app.screen.query_one(Timeline).row is not None:
                await reader.press("k")
            await reader.press("e")
            assert "● this year" in reader.text
            assert "dateline-2023.md" in reader.text
            await reader.press("enter")
        written = (folder / "dateline-2023.md").read_text(encoding="utf-8")
        assert "2023. 2 events from 3 documents" in written

    async def test_overwriting_is_confirmed(self, opened: Opening, folder: Path) -> None:
        (folder / "mine.md").write_text("mine", encoding="utf-8")
        async with opened() as reader:
            await reader.press("e")
            await name_file(reader, "mine.md")
            await reader.press("enter")
            assert "is there already" in reader.text
            assert (folder / "mine.md").read_text(encoding="utf-8") == "mine"
            await reader.press("enter")
            assert "Wrote 1 event to" in reader.text
        assert (folder / "mine.md").read_text(encoding="utf-8").startswith("# ")

    async def test_a_folder_that_is_not_there_is_told(self, opened: Opening) -> None:
        async with opened() as reader:
            await reader.press("e")
            await name_file(reader, "nowhere/mine.md")
            await reader.press("enter")
            told = str(reader.app.screen.query_one("#message", Label).content)
            assert "is not there; name another one" in told
            await reader.press("escape")
            assert "Thu 14" in reader.cursor

    @pytest.mark.parametrize("name", [" ", "/", "..", ".", "~nobody-of-that-name/x", "x" * 400])
    async def test_a_name_that_cannot_be_is_told(self, opened: Opening, folder: Path, name: str) -> None:
        async with opened() as reader:
            await reader.press("e")
            reader.app.screen.query_one(Input).value = name
            await reader.press("enter")
            told = str(reader.app.screen.query_one("#message", Label).content)
            assert "is a folder" in told or "cannot be the name of a file" in told
        assert not list(folder.iterdir())

    @pytest.mark.parametrize(
        ("presses", "ending", "begins"),
        [
            (1, "json", "[\n"),
            (2, "csv", "id,value,"),
            (3, "ics", "BEGIN:VCALENDAR"),
            (4, "svg", "<?xml"),
        ],
    )
    async def test_other_forms(
        self, opened: Opening, folder: Path, presses: int, ending: str, begins: str
    ) -> None:
        async with opened() as reader:
            await reader.press("e", "down", *["right"] * presses)
            assert f"dateline-2023-09-14.{ending}" in reader.text
            shown = "A picture of 1200 ×" if ending == "svg" else begins.rstrip()
            assert shown in reader.text
            assert "▸ Form" in reader.text
            await reader.press("enter")
            await reader.shows("Wrote 1 event to")
        assert (folder / f"dateline-2023-09-14.{ending}").read_text(encoding="utf-8").startswith(begins)

    async def test_a_table_with_a_diagram(self, opened: Opening, folder: Path) -> None:
        async with opened() as reader:
            await reader.press("e", "right", "down", "down", "right", "down", "right", "enter")
            assert "Wrote 4 events to" in reader.text
            await reader.press("e")
            assert "● table" in reader.text and "● Mermaid timeline" in reader.text
        written = (folder / "dateline-2021-2023.md").read_text(encoding="utf-8")
        assert "```mermaid\ntimeline\n" in written and "| Date | Who |" in written

    async def test_the_result_is_seen_before_it_is_written(self, opened: Opening, folder: Path) -> None:
        async with opened() as reader:
            await reader.press("e", "right")
            assert "── Preview " in reader.text
            assert "# Timeline" in reader.text
            assert "launch site" not in reader.text.split("Preview")[1][:400]
            await reader.press("pagedown")
            assert "# Timeline" not in reader.text
            await reader.press("pageup")
            assert "# Timeline" in reader.text
            await reader.press("escape")
        assert not list(folder.iterdir())

    async def test_a_long_preview_says_that_it_is_the_beginning(
        self, opened: Opening, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("tui.exporting.PREVIEWED", 60)
        monkeypatch.setattr("tui.screens.export.PREVIEWED", 60)
        async with opened(reports=many(400)) as reader:
            await reader.press("e", "right")
            assert "Preview · the first 60 of 400" in reader.text

    @pytest.mark.parametrize("size", [(60, 20), (80, 24), (200, 60)])
    async def test_it_fits_the_screen(self, opened: Opening, size: tuple[int, int]) -> None:
        async with opened(size) as reader:
            await reader.press("e")
            for told in (
                "Events",
                "Form",
                "Layout",
                "Diagram",
                "dateline-2023-09-14.md",
                "Preview",
                "# Time",
            ):
                assert told in reader.text

    @pytest.mark.parametrize("size", [(20, 6), (1, 1), (300, 100)])
    async def test_no_size_breaks_it(self, opened: Opening, size: tuple[int, int]) -> None:
        async with opened(size) as reader:
            await reader.press("e", "right", "down", "right", "right", "down", "down", "pagedown", "tab")
            await reader.press("escape")
            await reader.press("o", "escape")
            assert reader.app.is_running

    async def test_a_name_is_completed(self, opened: Opening, folder: Path) -> None:
        (folder / "reports").mkdir()
        (folder / "reports" / "september-1.md").touch()
        (folder / "reports" / "september-2.md").touch()
        async with opened() as reader:
            await reader.press("e")
            await name_file(reader, "rep")
            await reader.press("tab")
            assert reader.app.screen.query_one(Input).value == "reports/"
            await reader.type("s")
            await reader.press("tab")
            assert reader.app.screen.query_one(Input).value == "reports/september-"

    async def test_a_typed_name_keeps_its_beginning_in_another_form(self, opened: Opening) -> None:
        async with opened() as reader:
            await reader.press("e")
            await name_file(reader, "mine.md")
            await reader.press("up", "up", "up", "right")
            assert reader.app.screen.query_one(Input).value == "mine.json"

    async def test_writing_is_stopped_and_leaves_nothing(
        self, opened: Opening, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        begun = Event()

        def slowly(store: Path, offer: Offer, style: Style, path: Path, watch: Watch) -> int:
            begun.set()
            while True:
                watch.check()
                sleep(0.01)

        async with opened() as reader:
            await reader.press("e")
            monkeypatch.setattr("tui.screens.export.write", slowly)
            reader.send("enter")
            await reader.until(begun.is_set)
            await reader.press("escape")
            assert "Stopped: nothing was written." in reader.text
            await reader.press("escape")
            assert "Thu 14" in reader.cursor
        assert not list(folder.iterdir())

    async def test_the_basket(self, reading: Opening, folder: Path) -> None:
        async with reading() as reader:
            await reader.press("b")
            await reader.press("g", "b")
        async with reading() as reader:
            await reader.press("e", "right", "right")
            assert "● basket (2)" in reader.text
            await reader.press("enter")
            assert "Wrote 2 events to" in reader.text
        assert "150 firms" in (folder / "dateline-2021-2023.md").read_text(encoding="utf-8")

    async def test_starred_events_by_their_filter(self, reading: Opening, folder: Path) -> None:
        async with reading() as reader:
            await reader.press("s")
            await reader.press("g", "s")
            await reader.press("S", "e", "right", "enter")
            assert "Wrote 2 events to" in reader.text
        written = (folder / "dateline-2021-2023.md").read_text(encoding="utf-8")
        assert "Starred. 2 events from" in written
        assert written.count("★") == 2

    async def test_with_nothing_shown_there_is_nothing_to_export(self, opened: Opening) -> None:
        async with opened(reports=()) as reader:
            await reader.press("e")
            assert "There is no event to export." in reader.text
