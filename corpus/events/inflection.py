"""The forms of English verbs and nouns, computed from their lemmas."""

from collections.abc import Iterator, Mapping
from enum import StrEnum

_VOWELS = "aeiou"
_REGULAR = {"human", "man"}  # "human"s; "man" is also a verb
# Two-syllable verbs stressed at the end, and -p, -l that double as newspapers write them.
_DOUBLING = {
    "ban", "commit", "drop", "equip", "kidnap", "permit", "plan", "rap", "refer", "scrap", "ship",
    "skip", "slam", "slap", "snub", "stab", "step", "stop", "submit", "tap", "transfer", "wrap", "defer",
    "confer", "admit", "omit", "impel", "compel", "expel", "repel", "rebut", "cancel", "bar", "trim",
    "grab", "blot", "rob", "shun", "outfit", "quit", "rig", "cut", "put", "set", "sit", "run", "get",
    "hit", "let", "win", "shut", "begin", "swim", "split", "rebel",
    "strip", "swap", "trap", "whip", "chat", "strap", "flip", "slip", "nab",
    "beg", "cap", "gun", "lob", "quip", "rip", "shred", "spar", "wiretap",
    "ram", "gas", "club", "hug", "snap", "sub", "jam", "dub", "pin", "spin",
}  # fmt: skip


class Form(StrEnum):
    """A form of a verb; `PAST` and `PARTICIPLE` coincide for regular verbs."""

    BASE = "base"
    PRESENT = "present"
    PAST = "past"
    PARTICIPLE = "participle"
    ING = "ing"


def verb_forms(lemma: str, irregular: Mapping[str, list[str]]) -> Iterator[tuple[str, Form]]:
    """Yields the forms of a verb of one word; `irregular` gives (past, participle) by lemma.

    A hyphenated verb (`test-fire`) inflects in its last part.
    """
    prefix, hyphen, stem = lemma.rpartition("-")
    prefix += hyphen
    yield lemma, Form.BASE
    yield prefix + with_s(stem), Form.PRESENT
    past, participle = irregular.get(stem) or [_with_ed(stem)] * 2
    yield prefix + past, Form.PAST
    yield prefix + participle, Form.PARTICIPLE
    yield prefix + _with_ing(stem), Form.ING
    if stem in {"cancel", "travel"}:
        yield prefix + stem + "ed", Form.PAST
        yield prefix + stem + "ed", Form.PARTICIPLE
        yield prefix + stem + "ing", Form.ING


def with_s(stem: str) -> str:
    """Returns the plural of a noun, which is also the third person of a verb."""
    if stem.endswith("man") and stem not in _REGULAR:
        return stem[:-2] + "en"  # fishermen
    if stem.endswith(("s", "x", "z", "ch", "sh")) or stem in {"go", "do", "veto", "undergo"}:
        return stem + "es"
    if stem.endswith("y") and stem[-2:-1] not in _VOWELS:
        return stem[:-1] + "ies"
    return stem + "s"


def _doubled(stem: str) -> str:
    return stem + stem[-1] if stem in _DOUBLING or stem == "travel" else stem


def _with_ed(stem: str) -> str:
    if stem.endswith("e"):
        return stem + "d"
    if stem.endswith("y") and stem[-2:-1] not in _VOWELS:
        return stem[:-1] + "ied"
    return _doubled(stem) + "ed"


def _with_ing(stem: str) -> str:
    if stem.endswith("ie"):
        return stem[:-2] + "ying"
    if stem.endswith("e") and not stem.endswith(("ee", "oe", "ye")):
        return stem[:-1] + "ing"
    return _doubled(stem) + "ing"
