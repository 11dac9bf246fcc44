"""What dateline remembers from one start to the next: place, zoom, filters and panes of each store.

It lies in `state.json` in the user's state folder. A file that is damaged, or cannot be written, is no
reason to stop: then nothing is remembered.
"""

import json
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from store.facets import Facet
from tui.filters import (
    ActorFilter,
    CountryFilter,
    DocumentFilter,
    Filter,
    Filters,
    PeriodFilter,
    Said,
    SaidFilter,
    TagFilter,
    Use,
    ValueFilter,
    WordsFilter,
)
from tui.timeline.zoom import Zoom

FOLDER = "DATELINE_STATE"
"""The environment variable that names another folder."""

_KEPT = 50
"""The stores that are remembered; the one that was left longest ago is forgotten first."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a reader left a store: `key` names the event under the cursor, None means the last one."""

    key: int | None = None
    filters: Filters = field(default_factory=Filters)
    alone: bool = False
    zoom: Zoom = Zoom.DAY


def folder() -> Path:
    """Returns the folder of the user's state, which need not be there."""
    if named := os.environ.get(FOLDER):
        return Path(named)
    from platformdirs import user_state_path

    return user_state_path("dateline", appauthor=False)


def recall(store: Path) -> Place:
    """Returns where the reader left a store; the beginning where that is not known."""
    with suppress(Exception):  # whatever stands in the file: it is a convenience
        return _place(_read()["stores"][str(store.absolute())])
    return Place()


def remember(store: Path, place: Place) -> None:
    """Writes down where the reader leaves a store; does nothing where that cannot be written."""
    with suppress(Exception):
        state = _read()
        known = state.get("stores")
        stores = known if isinstance(known, dict) else {}
        stores.pop(str(store.absolute()), None)
        stores[str(store.absolute())] = _told(place)
        _write({**state, "stores": dict(list(stores.items())[-_KEPT:])})


def recall_theme(wished: str | None) -> str | None:
    """Returns the theme that the reader picked, None where none is known.

    One that was picked instead of another wish than `wished`, what the configuration says now, is forgotten.
    """
    with suppress(Exception):
        picked = _read()["theme"]
        if picked["instead_of"] == wished:
            return str(picked["name"])
    return None


def remember_theme(theme: str, wished: str | None) -> None:
    """Writes down which theme the reader picked instead of the one that the configuration wishes for."""
    with suppress(Exception):
        _write({**_read(), "theme": {"name": theme, "instead_of": wished}})


def _read() -> dict[str, Any]:
    with suppress(OSError, ValueError):
        state = json.loads((folder() / "state.json").read_text(encoding="utf-8"))
        return state if isinstance(state, dict) else {}
    return {}


def _write(state: dict[str, Any]) -> None:
    path = folder() / "state.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}")
    part.write_text(json.dumps(state, ensure_ascii=False, indent=1), encoding="utf-8")
    part.replace(path)


def _told(place: Place) -> dict[str, Any]:
    filters = [{"filter": _NAMES[type(part)], **_plain(asdict(part))} for part in place.filters.parts]
    return {"key": place.key, "filters": filters, "alone": place.alone, "zoom": place.zoom.label}


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in values.items()}


def _place(told: dict[str, Any]) -> Place:
    parts = tuple(_FILTERS[part["filter"]](part) for part in told["filters"])
    key = told["key"]
    zoom = Zoom[told.get("zoom", Zoom.DAY.label).upper()]
    return Place(int(key) if key is not None else None, Filters(parts), bool(told["alone"]), zoom)


def _day(told: str | None) -> date | None:
    return date.fromisoformat(told) if told else None


_FILTERS: dict[str, Callable[[dict[str, Any]], Filter]] = {
    "actor": lambda told: ActorFilter(
        str(told["entity"]), str(told["name"]), told["country"], Use(told["use"])
    ),
    "country": lambda told: CountryFilter(str(told["country"]), tuple(map(str, told["predecessors"]))),
    "value": lambda told: ValueFilter(Facet(told["facet"]), str(told["chosen"])),
    "document": lambda told: DocumentFilter(str(told["document"]), str(told["title"])),
    "period": lambda told: PeriodFilter(_day(told["first"]), _day(told["last"])),
    "words": lambda told: WordsFilter(str(told["words"])),
    "said": lambda told: SaidFilter(Said(told["said"])),
    "tag": lambda told: TagFilter(str(told["tag"])),
}
_NAMES: dict[type[Filter], str] = {
    ActorFilter: "actor",
    CountryFilter: "country",
    ValueFilter: "value",
    DocumentFilter: "document",
    PeriodFilter: "period",
    WordsFilter: "words",
    SaidFilter: "said",
    TagFilter: "tag",
}
