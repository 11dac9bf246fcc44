"""The lanes beside the timeline: one column a country, an arrow from who acts to whom.

A lane is four cells wide, its mark in the second. Countries without a lane, and organisations without a
country, share the last lane, `+`.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from corpus import Role
from store.model import EventRow
from tui.kinds import LOOKS

COUNTRIES = ("PRK", "KOR", "RUS", "USA")
"""The lanes, left to right, as ISO 3166-1 alpha-3 codes."""

PREDECESSORS = {"SUN": "RUS"}
"""States that are gone, by the codes that ISO 3166-1 has withdrawn, and the lane of their heirs."""

OTHERS = "+"
_PITCH = 4
_MARK = 1


@dataclass(frozen=True, slots=True)
class Cell:
    """One character of the lanes and the name of its colour: a country in lower case, a tone, `grid`."""

    character: str
    colour: str


@dataclass(frozen=True, slots=True)
class Lanes:
    """The lanes that a timeline shows."""

    countries: tuple[str, ...] = COUNTRIES

    @property
    def width(self) -> int:
        """How many cells the lanes take."""
        return _PITCH * len(self.countries) + _MARK + 1

    def header(self) -> list[Cell]:
        """Returns the names of the lanes, as wide as the lanes."""
        cells = [Cell(letter, code.lower()) for code in self.countries for letter in f"{code:<{_PITCH}}"]
        return [*cells, Cell(" ", "grid"), Cell(OTHERS, "other")]

    def predecessors(self, country: str) -> tuple[str, ...]:
        """Returns the codes of the states that the lane of a country stands for besides."""
        return tuple(
            gone for gone, heir in PREDECESSORS.items() if heir == country and gone not in self.countries
        )

    def draw(self, row: EventRow) -> list[Cell]:
        """Returns the arrow of an event as `width` cells."""
        look = LOOKS[row.kind]
        sources = self._lanes(row, Role.SOURCE)
        targets = self._lanes(row, Role.TARGET)
        cells = [Cell(" ", "grid")] * self.width
        for lane in range(len(self.countries) + 1):
            cells[self._column(lane)] = Cell("·", "grid")
        self._stroke(cells, sources | targets, Cell(look.tone.line, look.tone))
        for lane in targets:
            head = "●" if look.mutual or not sources else _head(lane, sources)
            cells[self._column(lane)] = Cell(head, self._colour(lane))
        for lane in sources:
            cells[self._column(lane)] = Cell("●", self._colour(lane))
        return cells

    def _stroke(self, cells: list[Cell], lanes: set[int], stroke: Cell) -> None:
        columns = [self._column(lane) for lane in lanes]
        if len(columns) > 1:
            for column in range(min(columns), max(columns)):
                cells[column] = stroke

    def _lanes(self, row: EventRow, role: Role) -> set[int]:
        return set(self._indexes(actor.country for actor in row.actors if actor.role is role))

    def _indexes(self, countries: Iterable[str | None]) -> Iterable[int]:
        for country in countries:
            lane = country if country in self.countries else PREDECESSORS.get(country or "")
            yield self.countries.index(lane) if lane in self.countries else len(self.countries)

    def _column(self, lane: int) -> int:
        return _PITCH * lane + _MARK

    def _colour(self, lane: int) -> str:
        return self.countries[lane].lower() if lane < len(self.countries) else "other"


def _head(lane: int, sources: set[int]) -> str:
    """Returns the arrow head at a target, pointing away from the nearest source."""
    nearest = min(sources, key=lambda source: abs(source - lane))
    return "▶" if nearest < lane else "◀"
