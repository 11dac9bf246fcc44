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
from corpus.times.company import share_years, share_years_anywhere
from corpus.times.direction import clause_pull, is_done, lead_pull
from corpus.times.grammar import Found
from corpus.times.happenings import dated_by
from corpus.times.histories import is_history
from corpus.times.openings import lend_years
from corpus.times.reasons import explained, unexplained
from corpus.times.resolving import Context, NoTime, Resolution, Unresolved, resolve
from corpus.times.subjects import dates_its_sentence, describes, looks_back
from corpus.times.told import Told

_OPENING = 12  # code points from a sentence's start in which an expression opens it
_NAMES_EVENT = re.compile(r"\s(?!(?:and|but|or|while)\b)")
_EVENT_REACH = 80  # code points after `a day after` that name the event


def date_expressions(
    text: str,
    published: date | None,
    sentences: Sequence[Sentence],
    found: Sequence[Found],
    named: str,
    page: date | None = None,
) -> list[TimeExpression]:
    """Returns the time expressions with their values, sorted by start.

    `named` names the day that they count from (`published Thu 14 Sep 2023`), for the reasons, and
    `page` is the day of publication where they count from a dateline.
    """
    starts = [sentence.start for sentence in sentences]
    found = lend_years(text, share_years(text, found, sentences), sentences)
    found = share_years_anywhere(found) if published is None else found
    narrative = Narrative(text, history=is_history(found, published))
    dated: list[TimeExpression] = []
    for index, expression in enumerate(found):
        sentence = _sentence_at(sentences, starts, expression.start, len(text))
        place = (sentence.paragraph, (sentence.start, sentence.end))
        narrative.enter(*place)
        words = text[expression.start : expression.end]
        context = _context(text, published, page, narrative, expression, place[1])
        event = dated_by(text, found, index, place[1]) if context.about else None
        if event is not None:
            of_event = _context(text, published, page, narrative, event, place[1])
            context = replace(context, event=_told_ahead(text, event, of_event, place))
        try:
            resolution, why = _resolved(expression, words, context, named)
        except NoTime:
            continue
        dated.append(_expression(expression, words, resolution, why))
        if resolution.value.edtf is not None and not _is_aside(expression.meaning, resolution):
            reports = _reports(expression.meaning, resolution, published)
            told = _tells(text, expression, resolution, place)
            narrative.tell(told, period=reports)
    return dated


def _tells(text: str, found: Found, resolution: Resolution, place: tuple[int, tuple[int, int]]) -> Told:
    """Returns what an expression tells the expressions after it."""
    thing = describes(text, found, resolution.value)
    named = isinstance(found.meaning, m.NamedDay)  # the year of the June 15 declaration is not the story's
    back = looks_back(text, found, place[1][0])
    certain = resolution.basis is Basis.EXPLICIT or resolution.told is not None
    return Told(
        resolution.value,
        text[found.start : found.end],
        dated=certain and not named and not thing,
        counted=resolution.told is not None,
        main=not thing and not back and dates_its_sentence(text, found, place[1][0]),
        earlier=back,
        opens=resolution.detail == "scene" or found.start - place[1][0] <= _OPENING,
        paragraph=place[0],
        sentence=place[1],
        start=found.start,
    )


def _told_ahead(text: str, event: Found, context: Context, place: tuple[int, tuple[int, int]]) -> Told | None:
    """Returns what a date tells that stands further on, None where it has no value."""
    try:
        resolution = resolve(event.meaning, context)
    except (Unresolved, NoTime, ValueError, OverflowError):
        return None
    return _tells(text, event, resolution, place) if resolution.value.edtf else None


def _is_aside(meaning: m.Meaning, resolution: Resolution) -> bool:
    """Tells whether an expression only looks back from what is told, which goes on from there.

    `A year earlier` gives what figures are compared with, `the day before` what had come first, and `the
    June 15 declaration` only a name.
    """
    match meaning:
        case m.NamedDay():
            return resolution.detail == ""
        case m.Period(years=years):
            return years != 0
        case m.Counted(comparing=comparing, count=count, source=source):
            return comparing or (source is m.From.TOLD and count < 0 and resolution.told is not None)
        case _:
            return False


def _reports(meaning: m.Meaning, resolution: Resolution, published: date | None) -> bool:
    """Tells whether an expression names the quarter that a text reports on: it is over, or told as past."""
    match meaning:
        case (
            m.Quarter()
            | m.Ended()
            | m.Period(years=0, of=None)
            | m.InYear(what=m.Quarter(), years=m.Turn(count=0))
        ):
            last = resolution.value.last
            return resolution.detail == "past" or published is None or last is None or last <= published
        case _:
            return False


def _context(
    text: str,
    published: date | None,
    page: date | None,
    narrative: Narrative,
    expression: Found,
    sentence: tuple[int, int],
) -> Context:
    def pull() -> m.Pull:
        return clause_pull(text, expression.start, expression.end, sentence)

    context = Context(
        published,
        narrative,
        pull,
        lambda: is_done(text, expression.start, expression.end, sentence),
        lead_pull(text, expression.start),
        resolve,
        expression.start,
        opens=expression.start - sentence[0] <= _OPENING,
        zone=expression.zone,
        page=page,
    )
    words = text[expression.start : expression.end].lower()
    if words.endswith(("after", "before", "prior to")) and _NAMES_EVENT.match(text, expression.end):
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
