"""The lanes of a picture: a column a country, and in it an arrow from who acts to whom."""

from collections.abc import Iterator
from dataclasses import dataclass

from corpus import Role
from store.export.svg import INK, element, text
from store.export.tones import HEIRS, Tone, tone
from store.export.wording import is_mutual
from store.model import EventRow

_PITCH = 64
"""Pixels from lane to lane."""

_OTHERS = "+"
"""The name of the lane of all other countries, and of organisations."""

_COLOURS = {"PRK": "#b3261e", "KOR": "#00687a", "RUS": "#7b3fb0", "USA": "#1f4fb5"}


@dataclass(frozen=True, slots=True)
class Arrows:
    """Draws in lanes that end at the pixel `right`."""

    countries: tuple[str, ...]
    right: int

    @property
    def left(self) -> int:
        """The pixel at which the lanes begin."""
        return self.right - _PITCH * (len(self.countries) + 1)

    def heads(self, top: int, bottom: int) -> Iterator[str]:
        """Yields the names of the lanes above their rules."""
        for lane, name in enumerate((*self.countries, _OTHERS)):
            x = self._x(lane)
            yield f'<path class="rule" d="M{x:g} {top + 8}V{bottom}"/>\n'
            style = {"class": "lane", "style": f"fill: {_colour(name)}"}
            yield element("text", name, x=f"{x:g}", y=str(top), **style)

    def draw(self, row: EventRow, y: float) -> Iterator[str]:
        """Yields the arrow of an event: a dot for who acts, a head for whom it is done to."""
        sources, targets = self._lanes(row, Role.SOURCE), self._lanes(row, Role.TARGET)
        lanes = sources | targets
        if len(lanes) > 1:
            left, right = self._x(min(lanes)), self._x(max(lanes))
            yield f'<path class="stroke {tone(row.kind)}" d="M{left:g} {y:g}H{right:g}"/>\n'
        for lane in sorted(targets - sources):
            yield self._end(lane, sources, y, is_dot=is_mutual(row.kind) or not sources)
        for lane in sorted(sources):
            yield self._end(lane, sources, y, is_dot=True)

    def legend(self, x: float, y: float) -> Iterator[str]:
        """Yields what the strokes mean."""
        for each in Tone:
            yield f'<path class="stroke {each}" d="M{x:g} {y - 4:g}h36"/>\n'
            yield text(x + 44, y, each, str(each))
            x += 140

    def _end(self, lane: int, sources: set[int], y: float, *, is_dot: bool) -> str:
        x, colour = self._x(lane), _colour((*self.countries, _OTHERS)[lane])
        if is_dot:
            return f'<circle cx="{x:g}" cy="{y:g}" r="5" fill="{colour}"/>\n'
        away = 1 if min(sources, key=lambda source: abs(source - lane)) < lane else -1
        base = x - 11 * away
        return f'<path fill="{colour}" d="M{x + 2 * away:g} {y:g}L{base:g} {y - 6:g}V{y + 6:g}Z"/>\n'

    def _lanes(self, row: EventRow, role: Role) -> set[int]:
        countries = (HEIRS.get(a.country or "", a.country) for a in row.actors if a.role is role)
        others = len(self.countries)
        return {self.countries.index(c) if c in self.countries else others for c in countries}

    def _x(self, lane: int) -> float:
        return self.left + _PITCH * (lane + 0.5)


def _colour(country: str) -> str:
    return _COLOURS.get(country, INK["muted"])
