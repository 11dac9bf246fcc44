"""Says something of many events at once: in a thread, in steps that other programs can write between."""

from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from store import Annotation, Sort, Store

AT_ONCE = 500
"""Events of one transaction: about a quarter of a second, so that an ingest beside it never waits long."""


def annotate(store_path: Path, events: Sequence[int], annotation: Annotation, *, remove: bool = False) -> int:
    """Says something of events, or no longer says it; returns how many that changed.

    Raises `StoreError` where the store cannot be written, `UsageError` for what cannot be said.
    """
    with Store.open(store_path, create=False) as store:
        rest = iter(events)
        steps = iter(lambda: list(islice(rest, AT_ONCE)), [])
        return sum(store.annotate(step, annotation, remove=remove) for step in steps)


def toggle(store_path: Path, events: Sequence[int], annotation: Annotation) -> tuple[int, bool]:
    """Says something of all events or, where it is said of all of them, no longer says it of any.

    Returns how many events changed, and whether it is said of them now.
    """
    changed = annotate(store_path, events, annotation)
    if changed:
        return changed, True
    return annotate(store_path, events, annotation, remove=True), False


def retag(store_path: Path, events: Sequence[int], added: Sequence[str], removed: Sequence[str]) -> None:
    """Adds tags to events and takes others away."""
    for name in removed:
        annotate(store_path, events, Annotation(Sort.TAG, name), remove=True)
    for name in added:
        annotate(store_path, events, Annotation(Sort.TAG, name))


def add_note(store_path: Path, events: Sequence[int], text: str) -> None:
    """Writes a note on events, below the notes that they have; without words does nothing."""
    if not text.strip():
        return
    with Store.open(store_path, create=False) as store:
        noted = {kept.event for kept in store.kept(Sort.NOTE)}
        notes = {event: store.event(event).row.annotations.note for event in events if event in noted}
    annotate(store_path, [event for event in events if event not in notes], Annotation(Sort.NOTE, text))
    for event, note in notes.items():
        annotate(store_path, [event], Annotation(Sort.NOTE, f"{note}\n\n{text}"))
