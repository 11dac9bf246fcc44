"""What is done, whatever kind it is told as: a vote is approval to one paper and a statement to the next.

The word behind the event says it or, where that says little, as in "gave its approval", what follows it.
"""

import re
import tomllib
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files

from store.merge.words import rephrased, stems

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


@lru_cache(maxsize=1 << 16)
def deed(trigger: str, headline: str, passage: frozenset[str] = frozenset()) -> str:
    """Returns the name of what is done, '' where it is none of those that are told as several kinds.

    `passage` holds the content words of the whole passage.
    """
    said, words = trigger.casefold(), _WORD.findall(rephrased(headline).casefold())
    is_missing = bool(said) and f" {said} " not in f" {' '.join(words)} "
    behind = _behind(said, words)
    announces = _announces(said, behind)
    found = ""
    if announces or said in _words("light") | _words("telling") or is_missing:
        found = next((_deeds()[word] for word in behind if word in _deeds()), "")
    if announces and not found:
        told = {_by_stem()[word] for word in passage if word in _by_stem()}
        found = told.pop() if len(told) == 1 else ""
    return found or _deeds().get(said, "")


def _behind(said: str, words: Sequence[str]) -> Sequence[str]:
    """Returns what follows a word, all where it is not there: of what somebody is told, the content."""
    behind = words[words.index(said) + 1 :] if said in words else words
    if said in _words("telling"):
        return behind[behind.index("that") :] if "that" in behind else ()
    return behind


def _announces(said: str, behind: Sequence[str]) -> bool:
    """Tells whether it is said that something is done, or that it will be."""
    coming = said in _words("saying") and not _words("coming").isdisjoint(behind)
    return coming or said in _words("announcing")


def deed_of(word: str) -> str:
    """Returns the name of the deed that a word in small letters tells by itself, '' for any other word."""
    return _deeds().get(word, "")


def listed(group: str) -> frozenset[str]:
    """Returns the words of a group of `deeds.toml`, in small letters."""
    return _words(group)


def is_undergone(name: str) -> bool:
    """Tells whether it does not matter on which side of a deed somebody is named: he died, he was killed."""
    return name in _words("undergone")


def is_planned_apart(name: str) -> bool:
    """Tells whether the plan of a deed is news of its own: a launch is notified, and then done."""
    return name in _words("planned")


@cache
def _table() -> dict[str, dict[str, str]]:
    return tomllib.loads(files("store.merge").joinpath("deeds.toml").read_text(encoding="utf-8"))


@cache
def _deeds() -> dict[str, str]:
    return {word: name for name, words in _table()["deeds"].items() for word in words.split()}


@cache
def _by_stem() -> dict[str, str]:
    return {stem: name for word, name in _deeds().items() for stem in stems(word)}


@cache
def _words(group: str) -> frozenset[str]:
    return frozenset(_table()["words"][group].split())
