"""The words that make a passage what it is, and how far two passages share them.

Names of actors say little, since the actors are compared by themselves; names of places, weapons and
agreements, and numbers, say much. Weights are fixed, never counted in a store: what two passages have in
common must not depend on what else was read.
"""

import re
import tomllib
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from importlib.resources import files
from math import fsum, sqrt
from typing import Any

from corpus import EntityType

_WORD = re.compile(r"@{1,2}[\w-]+|[^\W_]+(?:[.,'’-][^\W_]+)*")
_ENDING = re.compile(r"(?<=\w{3})(?:ings?|ed|es|s|e)$")
_DOUBLED = re.compile(r"(?<=([bdglmnprt]))\1$")
_STEM_LETTERS = 7
"""Enough to tell words apart, few enough that `sanctions` and `sanctioned` are one."""

_COMMON, _PLAIN, _TELLING = 0.3, 1.0, 1.5
"""The weights of a word that any report may use, of another, and of a number or a thing with a name."""

_ACTING = frozenset(
    {
        *(EntityType.PERSON, EntityType.STATE, EntityType.PUBLIC_BODY, EntityType.ARMED_FORCE),
        *(EntityType.PARTY, EntityType.ORGANISATION, EntityType.MEDIUM),
    }
)


@cache
def table() -> dict[str, Any]:
    """Returns the tables of `resemblance.toml`."""
    return tomllib.loads(files("store.merge").joinpath("resemblance.toml").read_text(encoding="utf-8"))


def content_words(text: str, start: int, end: int, named: Iterable[tuple[int, int, str, str]]) -> list[str]:
    """Returns the content words of `text[start:end]`, sorted, each once.

    `named` holds stretches that are no plain words: start, end, an entity's id, its type; an empty id for
    a time expression, which is left out. Names of actors become `@@id`, those of persons `@id` as well; other
    names the words of their ids and their own.
    """
    parts, at = [], start
    for first, last, identifier, type_ in sorted(named, key=lambda each: (each[0], -each[1], each[2:])):
        if first < at or last > end:
            continue
        parts.append(text[at:first])
        if identifier and type_ in _ACTING:
            parts.append(f" @@{identifier} ")
        if type_ is EntityType.PERSON:
            parts.append(f" @{identifier} ")
        elif identifier and type_ not in _ACTING:
            parts.append(f" {identifier} {text[first:last]} ")
        at = last
    parts.append(text[at:end])
    return sorted({_stem(word) for word in _words(rephrased(" ".join(parts)))} - {""})


def stems(text: str) -> list[str]:
    """Returns what stands for each word of a text in comparisons; words without content are left out."""
    return [stem for stem in map(_stem, _words(text)) if stem]


@lru_cache(maxsize=1 << 16)
def stems_of_line(line: str) -> frozenset[str]:
    """Returns what stands for the words of a headline, as `content_words` has them, but for its names."""
    return frozenset(stems(rephrased(line)))


def rephrased(text: str) -> str:
    """Returns a text with one word for each phrase that means nothing much word by word."""
    return _phrases()(text)


@cache
def _phrases() -> Callable[[str], str]:
    """Returns what puts the word for each phrase that means nothing much word by word."""
    listed = (group.partition(": ") for group in table()["words"]["phrases"])
    words = {phrase: word for word, _, phrases in listed for phrase in phrases.split(", ")}
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)
    return lambda text: pattern.sub(lambda found: words[found[0].lower()], text)


def _words(text: str) -> Iterable[str]:
    return (found[0] for found in _WORD.finditer(text.casefold()))


@cache
def _representatives() -> dict[str, str]:
    """Maps each word that has others like it to the stem of the first of them."""
    return {word: _cut(group.split()[0]) for group in table()["words"]["alike"] for word in group.split()}


@cache
def _alike_stems() -> dict[str, str]:
    return {_cut(word): stem for word, stem in _representatives().items()}


@cache
def _empty() -> frozenset[str]:
    return frozenset(table()["words"]["empty"].split())


@cache
def _common() -> frozenset[str]:
    return frozenset(_stem(word) for word in table()["words"]["common"].split())


def _cut(word: str) -> str:
    """Cuts an ending off, and the letter that was doubled before it: "regretted", "expelling"."""
    return _DOUBLED.sub("", _ENDING.sub("", word))[:_STEM_LETTERS]


@lru_cache(maxsize=1 << 16)
def _stem(word: str) -> str:
    """Returns what stands for a word in comparisons; '' for a word without content."""
    word = word.removesuffix("'s").removesuffix("’s")
    if word.startswith("@"):
        return word
    if word in _empty() or (len(word) == 1 and not word.isdigit()):
        return ""
    if word[0].isdigit():
        return word.replace(",", "")
    return _representatives().get(word) or _alike_stems().get(_cut(word)) or _cut(word)


@cache
def _weight(word: str) -> float:
    if word.startswith("@@") or word in _common():
        return _COMMON
    return _TELLING if word[0] == "@" or word[0].isdigit() else _PLAIN


def likeness(some: frozenset[str], others: frozenset[str]) -> float:
    """Returns how far two sets of content words agree, from 0 to 1: the cosine of their weights."""
    shared = fsum(map(_weight, some & others))  # exact: sets have no order
    if not shared:
        return 0.0
    return shared / sqrt(fsum(map(_weight, some)) * fsum(map(_weight, others)))


def shared_weight(some: frozenset[str], others: frozenset[str]) -> float:
    """Returns how much the words weigh that two sets share and that not any report would use."""
    return fsum(weight for weight in map(_weight, some & others) if weight > _COMMON)
