"""All corrections of the tests are made on one day, most of them to one event."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from corpus import Analysis, Kind
from store import Query, Store

Write = Callable[..., Analysis]

MEETING = "2023-09-13 | CONSULT | kim-jong-un > vladimir-putin | Kim met Putin on Wednesday at Vostochny."
REMARK = "2023-09-13 | STATEMENT | vladimir-putin | Putin said on Wednesday that satellites would follow."
OTHER = "2023-09-13 | CONSULT | vladimir-putin > kim-jong-un | Putin received Kim at Vostochny on Wednesday."


@pytest.fixture
def event(store: Store, article: Write) -> int:
    """The number of an event that two papers tell, in a store with another one."""
    store.ingest(article(f"{MEETING}\n{REMARK}"))
    store.ingest(article(OTHER, title="Another"))
    (row,) = store.page(Query(kinds=(Kind.CONSULT,)))
    return row.id


@pytest.fixture(autouse=True)
def _one_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("store.corrections.making.now", lambda: datetime(2024, 1, 5, 12, tzinfo=UTC))
