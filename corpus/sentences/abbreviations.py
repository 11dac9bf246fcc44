"""The word lists of `abbreviations.toml`, read once."""

import tomllib
from functools import cache
from pathlib import Path


@cache
def words(name: str) -> frozenset[str]:
    """Returns a list of the table by its name, such as `titles`."""
    return _table()[name]


@cache
def _table() -> dict[str, frozenset[str]]:
    source = Path(__file__).with_name("abbreviations.toml").read_text(encoding="utf-8")
    return {name: frozenset(str(listed).split()) for name, listed in tomllib.loads(source).items()}
