"""The columns of the histogram as cells: each column stacked by country, in steps of an eighth of a line."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.style import Style

from store import CountryCount
from tui.axis import EIGHTHS, Axis, columns, heights, stacked
from tui.lanes import PREDECESSORS, Lanes
from tui.theme import Ink
from tui.timeline.feed import Shaped

_BLOCKS = " ▁▂▃▄▅▆▇█"

Layer = tuple[str, int]
"""The name of a colour, and its height in eighths of a line."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column from its foot up: layers of colours."""

    layers: tuple[Layer, ...] = ()

    def cell(self, line: int, ink: Ink) -> tuple[str, Style]:
        """Returns the character and the style in a line, which counts from the foot."""
        inside = list(self._between(line * EIGHTHS, (line + 1) * EIGHTHS))
        filled = sum(height for _, height in inside)
        if not inside:
            return " ", Style()
        most = max(inside, key=lambda layer: layer[1])[0]
        if filled < EIGHTHS or len(inside) == 1 or ink.plain:
            return _BLOCKS[filled], ink[most]
        # A cell has two colours: the lowest, and the greatest of those above it.
        (lowest, height), above = inside[0], max(inside[1:], key=lambda layer: layer[1])[0]
        return _BLOCKS[height], ink[lowest] + Style(bgcolor=ink[above].color)

    def _between(self, low: int, high: int) -> Iterable[Layer]:
        foot = 0
        for colour, height in self.layers:
            part = min(foot + height, high) - max(foot, low)
            if part > 0:
                yield colour, part
            foot += height


def columns_of(axis: Axis, shaped: Shaped, lanes: Lanes, lines: int) -> Sequence[Column]:
    """Returns the columns of a shape, at most `lines` high; of one colour until it is counted by country."""
    tall = heights(columns(axis, shaped.months), lines)
    if shaped.countries is None:
        return [Column((("primary", height),)) for height in tall]
    parts = [columns(axis, counts) for counts in _by_lane(shaped.countries, lanes)]
    colours = [*(country.lower() for country in lanes.countries), "other"]
    return [
        Column(tuple(zip(colours, _layers(height, [part[number] for part in parts]), strict=True)))
        for number, height in enumerate(tall)
    ]


def _layers(height: int, parts: list[int]) -> list[int]:
    """Divides a height among the lanes; events without any country are of the last."""
    return stacked(height, parts if any(parts) else [*[0] * (len(parts) - 1), 1])


def _by_lane(counts: Iterable[CountryCount], lanes: Lanes) -> Iterable[list[CountryCount]]:
    """Yields the counts of each lane, then those of all other countries."""
    found: defaultdict[str, list[CountryCount]] = defaultdict(list)
    for count in counts:
        lane = count.country if count.country in lanes.countries else PREDECESSORS.get(count.country, "")
        found[lane if lane in lanes.countries else ""].append(count)
    return [found[country] for country in (*lanes.countries, "")]
