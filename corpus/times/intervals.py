"""Two expressions that bound one time: `from Monday to Thursday`, `between 1990 and 1995`; and open ends."""

import re
from dataclasses import replace

from corpus.times.grammar import Found
from corpus.times.meaning import Counted, Range, Vague

_FROM = re.compile(r"\bfrom\s\Z", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s\Z", re.IGNORECASE)
_TO = re.compile(r",?\s(?:to|until|till|through|thru)\s\Z|\s?[-–—]\s?\Z", re.IGNORECASE)
_THROUGH = re.compile(r"\s(?:through|thru)\s\Z", re.IGNORECASE)
_AND = re.compile(r"\sand\s\Z", re.IGNORECASE)
_REACH = 12


def join(text: str, found: list[Found]) -> list[Found]:
    """Returns the expressions with those that bound one interval joined."""
    joined: list[Found] = []
    for expression in found:
        previous = joined[-1] if joined else None
        merged = _merge(text, previous, expression) if previous else None
        if merged:
            joined[-1] = merged
        else:
            joined.append(expression)
    return joined


def _merge(text: str, first: Found, second: Found) -> Found | None:
    gap = text[first.end : second.start]
    if (
        len(gap) > _REACH
        or isinstance(first.meaning, Range | Vague)
        or isinstance(second.meaning, Range | Vague)
    ):
        return None
    if (
        first.rule in ("earlier", "later", "next-to")
        and isinstance(first.meaning, Counted)
        and not gap.strip()
        and gap
    ):
        return replace(
            first, end=second.end, meaning=replace(first.meaning, anchor=second.meaning, comparing=False)
        )
    meaning = Range(first.meaning, second.meaning)
    opened = _FROM.search(text, max(0, first.start - _REACH), first.start)
    if opened and _TO.fullmatch(gap):
        return replace(first, start=opened.start(), end=second.end, rule="from-to", meaning=meaning)
    opened = _BETWEEN.search(text, max(0, first.start - _REACH), first.start)
    if opened and _AND.fullmatch(gap):
        return replace(first, start=opened.start(), end=second.end, rule="between", meaning=meaning)
    if _THROUGH.fullmatch(gap) and type(first.meaning) is type(second.meaning):
        return replace(first, end=second.end, rule="through", meaning=meaning)
    return None
