"""The cities of `cities.toml`, read once."""

import tomllib
from functools import cache
from pathlib import Path


@cache
def cities() -> frozenset[str]:
    """Returns the names of the cities that datelines and bylines name."""
    table = tomllib.loads(Path(__file__).with_name("cities.toml").read_text(encoding="utf-8"))
    return frozenset(map(str, table["cities"]))
