"""Each screen looks as it did, at two sizes: compared with texts in `screens/` that a person can read.

After a change that is meant, renew them and look: DATELINE_RENEW=1 pytest tests/tui/test_screens.py
"""

import os
from pathlib import Path

import pytest

from tests.tui.conftest import Opening

FOLDER = Path(__file__).parent / "screens"
SIZES = ((80, 24), (120, 40))

JOURNEYS: dict[str, tuple[str, ...]] = {
    "timeline": ("k",),
    "actors": ("a", *"un", "tab", "down", "|"),
    "filters": ("3", "slash", *"met", "enter", "f", "j"),
    "related": ("k", "R"),
    "words": ("slash", *"launch", "enter", "n"),
    "period": ("r", *"since 2022"),
    "reading": ("k", "enter"),
    "nothing": ("slash", *"xylophone", "enter"),
}
"""The keys that lead to each screen, on the invented news."""


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", JOURNEYS)
async def test_it_looks_as_it_did(opened: Opening, name: str, size: tuple[int, int]) -> None:
    async with opened(size) as reader:
        await reader.press(*JOURNEYS[name])
        seen = "\n".join(reader.lines[:-1]) + "\n"  # the keys in the last line have tests of their own
    kept = FOLDER / f"{name}-{size[0]}x{size[1]}.txt"
    if os.environ.get("DATELINE_RENEW"):
        kept.write_text(seen, encoding="utf-8")
    assert seen == kept.read_text(encoding="utf-8")
