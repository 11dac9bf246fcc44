"""A reader marks events and takes them away as Markdown."""

from pathlib import Path

import pytest
from textual.widgets import Input, Label

from tests.tui.conftest import Opening
from tests.tui.driving import Driver


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
            assert "● this event: United States sanctions 150 firms" in reader.text
            assert "dateline-2023-09-14.md" in reader.text
            await reader.press("enter")
            assert "Wrote 1 event to" in reader.text
        written = (folder / "dateline-2023-09-14.md").read_text(encoding="utf-8")
        assert "Washington put 150 firms on a list on Thursday" in written
        assert "launch site" not in written

    async def test_the_marked_events(self, opened: Opening, folder: Path) -> None:
        async with opened() as reader:
            await reader.press("k", "space", "space", "e")
            assert "● 2 marked events" in reader.text
            await reader.press("enter")
            assert "Wrote 2 events to" in reader.text
        assert "launch site" in (folder / "dateline-2023-09.md").read_text(encoding="utf-8")

    async def test_all_that_is_shown(self, opened: Opening, folder: Path) -> None:
        async with opened() as reader:
            await reader.press("e", "down")
            assert "● all 4 events shown" in reader.text
            await reader.press("enter")
            assert "Wrote 4 events to" in reader.text
        assert (folder / "dateline-2021-2023.md").exists()

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
            assert "is not there; name another one" in " ".join(reader.text.split())
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

    async def test_with_nothing_shown_there_is_nothing_to_export(self, opened: Opening) -> None:
        async with opened(reports=()) as reader:
            await reader.press("e")
            assert "There is no event to export." in reader.text
