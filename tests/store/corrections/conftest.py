"""All corrections of the tests are made on one day."""

from datetime import UTC, datetime

import pytest


@pytest.fixture(autouse=True)
def _one_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("store.corrections.making.now", lambda: datetime(2024, 1, 5, 12, tzinfo=UTC))
