"""Opens stores as the commands and the timeline do: one of an older dateline is brought up to date first."""

from pathlib import Path

from corpus import StoreError
from store import Store


def bring_up_to_date(path: Path) -> None:
    """Makes sure that a store can be read, if there is one; an older dateline's is migrated.

    Raises `StoreError` where it cannot be opened.
    """
    if not path.exists():
        return
    try:
        Store.open(path, create=False, read_only=True).close()
    except StoreError:
        Store.open(path, create=False).close()
