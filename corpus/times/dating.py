"""Gives the expressions of a text their values, in the order of the text, so that each can be an anchor."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from corpus.model import Basis, Precision, Sentence, TimeExpression
from corpus.times import meaning as m
from corpus.times import value as v
from corpus.times.anchors import Narrative
from corpus.times.company import share_years
from corpus.times.direction import clause_pull, lead_pull
from corpus.times.grammar import Found
from corpus.times.histories import is_history
from corpus.times.reasons import explained, unexplained
from corpus.times.resolving import Context, NoTime, Resolution, Unresolved, resolve
from corpus.times.told import Told

_OPENING = 12  # code points from a sentence's start in which an expression opens it
_DETERMINER_REACH = 12
_DETERMINED = re.compile(r"\b(?:an?|the|its|their|his|her|this|that|another|\w+['’]s)\s\Z", re.IGNORECASE)
_NOUN = re.compile(r"\s[A-Za-z]\w+")
_EVENT_REACH = 80  # code points after `a day after` that name the event


def date_expressions(
    text: str, published: date | None, sentences: Sequence[Sentence], found: Sequence[Found], named: str
) -> list[TimeExpression]:
    """Returns the time expressions with their values, sorted by start.

    `named` names the day that they count from (`published Thu 14 Sep 2023`), for the reasons.
    """
    starts = [sentence.start for sentence in sentences]
    found = share_years(found, sentences)
    narrative = Narrative(text, history=is_history(found, published))
    dated: list[TimeExpression] = []
    for expression in found:
        sentence = _sentence_at(sentences, starts, expression.start, len(text))
        place = (sentence.paragraph, (sentence.start, sentence.end))
        narrative.enter(*place)
        words = text[expression.start : expression.end]
        context = _context(text, published, narrative, expression, place[1])
        try:
            resolution, why = _resolved(expression, words, context, named)
        except NoTime:
            continue
        dated.append(_expression(expression, words, resolution, why))
        if resolution.value.edtf is not None and not _compares(expression.meaning):
            reports = _reports(expression.meaning, resolution, published)
            told = _tells(expression, words, resolution, place)
            told = replace(told, dated=False) if _describes(text, expression, resolution) else told
            narrative.tell(told, period=reports)
    return dated


def _tells(found: Found, words: str, resolution: Resolution, place: tuple[int, tuple[int, int]]) -> Told:
    """Returns what an expression tells the expressions after it."""
    opens = resolution.detail == "scene" or found.start - place[1][0] <= _OPENING
    dated = resolution.basis is Basis.EXPLICIT or resolution.told is not None
    return Told(resolution.value, words, dated, opens, *place, found.start)


def _describes(text: str, found: Found, resolution: Resolution) -> bool:
    """Tells whether a year only describes a thing (`suspended a 2018 military pact`) and tells no time."""
    return (
        resolution.value.precision is Precision.YEAR
        and _DETERMINED.search(text, max(0, found.start - _DETERMINER_REACH), found.start) is not None
        and _NOUN.match(text, found.end) is not None
    )


def _compares(meaning: m.Meaning) -> bool:
    """Tells whether an expression only gives the year that figures are compared with."""
    return (isinstance(meaning, m.Counted) and meaning.comparing) or (
        isinstance(meaning, m.Period) and meaning.years != 0
    )


def _reports(meaning: m.Meaning, resolution: Resolution, published: date | None) -> bool:
    """Tells whether an expression names the quarter that a text reports on: it is over, or told as past."""
    match meaning:
        case m.Quarter() | m.Period(years=0, of=None) | m.InYear(what=m.Quarter(), years=m.Turn(count=0)):
            last = resolution.value.last
            return resolution.detail == "past" or published is None or last is None or last <= published
        case _:
            return False


def _context(
    text: str, published: date | None, narrative: Narrative, expression: Found, sentence: tuple[int, int]
) -> Context:
    def pull() -> m.Pull:
        return clause_pull(text, expression.start, expression.end, sentence)

    context = Context(
        published, narrative, pull, lead_pull(text, expression.start), resolve, expression.start
    )
    words = text[expression.start : expression.end].lower()
    if (
        words.endswith(("after", "before", "prior to"))
        and text[expression.end : expression.end + 1].isspace()
    ):
        return replace(context, about=text[expression.end : min(sentence[1], expression.end + _EVENT_REACH)])
    return context


def _sentence_at(sentences: Sequence[Sentence], starts: list[int], offset: int, length: int) -> Sentence:
    index = bisect_right(starts, offset) - 1
    return sentences[index] if index >= 0 else Sentence(0, length, 0)


def _resolved(found: Found, words: str, context: Context, named: str) -> tuple[Resolution, str]:
    try:
        resolution = resolve(found.meaning, context)
    except Unresolved as missing:
        why = unexplained(words, told=missing.told, published=context.published)
        return Resolution(v.vague(missing.precision), Basis.RELATIVE), why
    except (ValueError, OverflowError):
        why = f"“{words}”, which the calendar does not have"
        return Resolution(v.vague(Precision.PAST), Basis.RELATIVE), why
    return resolution, explained(words, resolution, named)


def _expression(found: Found, words: str, resolution: Resolution, why: str) -> TimeExpression:
    dated = resolution.value
    return TimeExpression(
        start=found.start,
        end=found.end,
        text=words,
        value=dated.edtf,
        first=dated.first,
        last=dated.last,
        precision=dated.precision,
        basis=resolution.basis,
        why=why,
        rule=f"{found.rule}-{resolution.detail}" if resolution.detail else found.rule,
        anchor=resolution.anchor.edtf if resolution.anchor else None,
        time=found.time,
        zone=found.zone,
    )
