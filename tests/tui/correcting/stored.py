"""What a store holds after a reader has corrected it."""

from pathlib import Path

from store import Query, Store


def stored(path: Path, headline: str = "") -> list[str]:
    """Returns date, type, status and headline of the events, or of those whose headline has the words."""
    with Store.open(path, read_only=True) as store:
        rows = store.page(Query(words=headline))
        return [f"{row.value} {row.kind} {row.status} {row.headline}" for row in rows]
