"""Draws the README's picture: the timeline of the bundled reports, the cursor on an event that several tell.

python -m tests.picture [docs/timeline.svg]
"""

import asyncio
import sys
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from corpus import Kind
from store import Query, Store
from tests.tui.driving import drive
from tui.building import Progress, bundled
from tui.screens.browse import Browse

SIZE = (120, 36)
DAY = date(2024, 6, 19)


async def picture(target: Path) -> None:
    """Builds a store of the bundled reports and writes how its timeline looks to an SVG file."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "timeline.db"
        bundled(path)(Progress())
        with Store.open(path) as store:
            told = store.page(Query(first=DAY, last=DAY, kinds=(Kind.AGREE,)))
        best = max(told, key=lambda row: row.sources)
        async with drive(path, SIZE) as reader:
            screen = reader.app.screen
            assert isinstance(screen, Browse)
            screen.seek(best.key)
            await reader.settle()
            svg = reader.app.export_screenshot(title="dateline")
    # Some renderers drop the blanks at the beginning of a text without this.
    target.write_text(svg.replace("<svg ", '<svg xml:space="preserve" ', 1), encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(picture(Path(sys.argv[1] if len(sys.argv) > 1 else "docs/timeline.svg")))
