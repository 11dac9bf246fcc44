"""What else happened around an event: with the same actors, on the same days, in the same report."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus import Role
from store import Store
from store.model import ActorRow, EventRow, Passage
from tui.cells import safe_line
from tui.filters import ActorFilter, DocumentFilter, Filter, Filters, PeriodFilter


@dataclass(frozen=True, slots=True)
class Relation:
    """A way to other events: its title, what it shows, and the filters that do."""

    title: str
    note: str
    filters: Filters
    colour: str | None = None


def relations(row: EventRow, passage: Passage | None) -> Iterator[Relation]:
    """Yields the ways that lead from an event, the closest first; `passage` is the one that is read."""
    sources = [actor for actor in row.actors if actor.role is Role.SOURCE]
    targets = [actor for actor in row.actors if actor.role is Role.TARGET]
    if sources and targets:
        yield _actors("history", [sources[0], targets[0]])
    if len(row.actors) > 2:
        yield _actors("together", row.actors)
    for actor in row.actors:
        yield _actors("", [actor])
    days = PeriodFilter(row.first, row.last)
    yield Relation(days.label, "same day" if row.first == row.last else "same time", _only(days))
    if passage is not None:
        document = passage.document
        title = safe_line(document.title or document.id)
        yield Relation(f"“{title}”", "same report", _only(DocumentFilter(document.id, title)))


def counted(store: Store, found: Iterable[Relation], key: int) -> list[tuple[int, int]]:
    """Returns for each relation how many events it leads to before the one with this key, and after it."""
    counts = []
    for relation in found:
        view = store.view(relation.filters.query)
        before = view.position(key)
        counts.append((before, max(0, len(view) - before - 1)))
    return counts


def _actors(note: str, actors: list[ActorRow] | tuple[ActorRow, ...]) -> Relation:
    filters = [ActorFilter(actor.entity, actor.name, actor.country) for actor in actors]
    return Relation(" and ".join(actor.name for actor in actors), note, _only(*filters), actors[0].country)


def _only(*parts: Filter) -> Filters:
    return Filters(parts)
