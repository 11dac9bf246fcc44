from collections.abc import Iterator

import pytest

from corpus import linking


@pytest.fixture(autouse=True)
def shipped_entities() -> Iterator[None]:
    """Undoes what a test has chosen with `use`."""
    yield
    linking.use()
