"""What there is to pick in each facet: a line a value, with its events under the other filters."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from corpus import Kind
from store import Query, Store
from store.facets import Facet
from store.model import FacetCount
from tui.kinds import LOOKS
from tui.screens.choices import Choice

TITLES = {
    Facet.KIND: ("Kinds of events", "a kind: sanction, consult …"),
    Facet.STATUS: ("Statuses", "a status: announced, denied …"),
    Facet.COUNTRY: ("Countries that take part", "a country: prk, russia …"),
    Facet.TYPE: ("Types of actors", "a type: person, armed force …"),
    Facet.PUBLISHER: ("Publishers", "a part of a name"),
    Facet.SOURCES: ("Told by independent sources", "how many, at least"),
}
"""The title of each picker, and what may be typed in it."""

_LEAST = (2, 3, 4, 5, 10, 20)
"""Numbers of sources that can be asked for."""


def finder(path: Path, facet: Facet, query: Query) -> Callable[[str], list[Choice]]:
    """Asks a store for the values of a facet; returns what finds those that match what is typed."""
    with Store.open(path, create=False, read_only=True) as store:
        counts = store.facet(facet, query)
        names = store.country_names() if facet is Facet.COUNTRY else {}
    choices = choices_of(facet, counts, names)

    def find(pattern: str) -> list[Choice]:
        wanted = pattern.strip().casefold()
        return [each for each in choices if wanted in f"{each.name} {each.note}".casefold()]

    return find


def choices_of(facet: Facet, counts: Sequence[FacetCount], names: Mapping[str, str]) -> list[Choice]:
    """Returns a line for each value, in the order of the counts; of sources one a number at least."""
    if facet is Facet.SOURCES:
        return _sources(counts)
    return [_line(facet, each, names) for each in counts]


def _line(facet: Facet, each: FacetCount, names: Mapping[str, str]) -> Choice:
    match facet:
        case Facet.KIND:
            look = LOOKS[Kind(each.value)]
            return Choice(each.value, f"{look.glyph} {each.value}", look.tone, each.events, look.tone)
        case Facet.COUNTRY:
            return Choice(each.value, each.value, names.get(each.value, ""), each.events, each.value)
        case Facet.TYPE:
            return Choice(each.value, each.value.replace("_", " "), "", each.events)
        case _:
            return Choice(each.value, each.value, "", each.events)


def _sources(counts: Sequence[FacetCount]) -> list[Choice]:
    events = {least: sum(each.events for each in counts if int(each.value) >= least) for least in _LEAST}
    return [Choice(str(least), f"{least} or more", "", n) for least, n in events.items() if n]
