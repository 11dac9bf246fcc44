"""A reader corrects the date, the kind, the status, the headline and the actors of an event."""

from pathlib import Path

from corpus import Role
from store import Query, Store
from tests.tui.conftest import Opening
from tests.tui.correcting.stored import stored


class TestTheDate:
    async def test_it_is_typed_in_words_and_shown_before_it_is_taken(
        self, reading: Opening, path: Path
    ) -> None:
        async with reading() as reader:
            await reader.press("k")
            await reader.press("c", "d")
            assert "Wed 13 Sep 2023 (2023-09-13) ←" in reader.text
            await reader.type("on monday")
            assert "→ Mon 11 Sep 2023   (2023-09-11)" in reader.text
            await reader.press("enter")
            assert "Mon 11" in reader.cursor
            assert "±" in reader.cursor
            assert "Mon 11 Sep 2023 ± date corrected from Wed 13 Sep 2023 on 2" in reader.text
            assert "Date: Wed 13 Sep 2023 → Mon 11 Sep 2023" in reader.text
        assert stored(path, "meets")[0].startswith("2023-09-11")

    async def test_the_cursor_stays_with_the_event_when_its_day_changes(
        self, reading: Opening, path: Path
    ) -> None:
        async with reading() as reader:
            await reader.press("k")
            await reader.press("c", "d")
            await reader.type("1999-05-04")
            await reader.press("enter")
            assert "Kim Jong Un meets" in reader.cursor
            assert "1 of 4" in reader.lines[0]
            await reader.press("ctrl+z")
            assert "Wed 13" in reader.cursor
            assert "Kim Jong Un meets" in reader.cursor
            assert "Undone: date: Tue 4 May 1999 → Wed 13 Sep 2023" in reader.text
            await reader.press("ctrl+y")
            assert "Kim Jong Un meets" in reader.cursor
            assert "1 of 4" in reader.lines[0]
            assert "Redone" in reader.text

    async def test_what_is_no_date_is_not_taken(self, reading: Opening, path: Path) -> None:
        before = stored(path)
        async with reading() as reader:
            await reader.press("c", "d")
            await reader.type("[b]soonish")
            await reader.press("enter")
            assert "“[b]soonish” is no date that can be read" in reader.text
            assert "Correct the date" in reader.text
        assert stored(path) == before

    async def test_an_event_that_a_filter_hides_now_is_told(self, reading: Opening) -> None:
        async with reading() as reader:
            await reader.press("k", "r")
            await reader.type("2023")
            await reader.press("enter")
            await reader.press("c", "d")
            await reader.type("1999")
            await reader.press("enter")
            assert "The filters do not let it through" in reader.text


class TestOtherFields:
    async def test_the_type(self, reading: Opening, path: Path) -> None:
        async with reading((200, 60)) as reader:
            await reader.press("k")
            await reader.press("c", "t")
            await reader.type("agr")
            await reader.press("enter")
            assert "≡" in reader.cursor
            assert "Kind: CONSULT → AGREE" in reader.text
            assert "← “today”, published Wed 13 Sep 2023 ± kind corrected from CONSULT" in reader.text
        assert "AGREE" in stored(path, "meets")[0]

    async def test_the_status(self, reading: Opening, path: Path) -> None:
        async with reading() as reader:
            await reader.press("c", "s")
            await reader.type("den")
            await reader.press("enter")
            assert "denied: " in reader.cursor
        assert "denied" in stored(path, "150 firms")[0]

    async def test_the_headline_is_edited_in_place(self, reading: Opening, path: Path) -> None:
        async with reading() as reader:
            await reader.press("c", "h")
            assert "“Washington put 150 firms on a list on Thursday" in reader.text
            await reader.press("home", *"Today ", "enter")
            assert "Today United States sanctions" in reader.cursor
        assert stored(path, "today")[-1].endswith(
            "Today United States sanctions 150 firms that trade with Russia"
        )

    async def test_a_headline_left_as_it_was_is_no_correction(self, reading: Opening, path: Path) -> None:
        async with reading() as reader:
            await reader.press("c", "h", "enter")
            assert "±" not in reader.text

    async def test_actors_change_roles_come_and_go(self, reading: Opening, path: Path) -> None:
        async with reading() as reader:
            await reader.press("k")
            await reader.press("c", "a")
            await reader.press("space", "j", "x", "a")
            await reader.type("seoul")
            await reader.press("enter")
            shown = reader.words
            assert "target Kim Jong Un was source" in shown
            assert "removed Vladimir Putin was target" in shown
            assert "South Korea added" in shown
            await reader.press("enter")
        with Store.open(path, read_only=True) as store:
            (row, *_) = store.page(Query(words="meets"))
            assert {(actor.entity, actor.role) for actor in row.actors} == {
                ("kim-jong-un", Role.TARGET),
                ("south-korea", Role.SOURCE),
            }

    async def test_actors_left_as_they_were_are_no_correction(self, reading: Opening, path: Path) -> None:
        async with reading() as reader:
            await reader.press("c", "a", "space", "space", "x", "x", "enter")
        with Store.open(path, read_only=True) as store:
            assert store.journal() == []

    async def test_what_is_right_is_marked_as_checked(self, reading: Opening, path: Path) -> None:
        async with reading((200, 60)) as reader:
            await reader.press("c", "o")
            assert "✓" in reader.cursor
            assert "checked on 2" in reader.text
