"""Units counted from an anchor: `last week`, `that day`, `three years ago`, `two months later`.

The unit sets the precision of the result (`two months later` is a month), and the anchor's own precision
limits it: three days after a month that was told is no day.
"""

import math
import re
from dataclasses import replace
from datetime import date, timedelta

from corpus.model import Precision
from corpus.times import meaning as m
from corpus.times import value as v
from corpus.times.fineness import is_coarser
from corpus.times.resolving.context import Context, NoTime, Resolution, Unresolved
from corpus.times.resolving.periods import same_in_year
from corpus.times.resolving.units import shift, unit_value
from corpus.times.told import Told
from corpus.times.value import Value

_PRECISIONS = {
    "day": Precision.DAY, "week": Precision.WEEK, "fortnight": Precision.WEEK, "weekend": Precision.WEEKEND,
    "month": Precision.MONTH, "quarter": Precision.QUARTER, "half": Precision.HALF, "year": Precision.YEAR,
    "decade": Precision.DECADE, "century": Precision.CENTURY,
}  # fmt: skip
_ROUND = {"decade": ("year", 10), "century": ("decade", 10)}
_FINER = {"year": ("month", 12), "decade": ("year", 10), "week": ("day", 7), "month": ("week", 4),
          "century": ("decade", 10)}  # fmt: skip
_THAT = re.compile(r"\s(?:that|this)\s?(?:[,.;:)]|\Z)")
_PRONOUN = re.compile(r"\s(?:he|she|it|they|we|I|you)\b")


def turn(meaning: m.Turn, context: Context) -> Resolution:
    """Returns the calendar unit that lies so many units from the anchor's own."""
    precision = _PRECISIONS[meaning.unit]
    if _from_publication(meaning, precision, context):
        today = context.today(precision)
        return context.relative(unit_value(meaning.unit, shift(today, meaning.unit, meaning.count)))
    anchor, told = context.told(precision)
    if meaning.told and told is None:
        raise NoTime  # on days when prices fall, trades made that day
    edge = _edge(anchor, meaning.count, precision)
    if meaning.count == 0 and anchor.precision is precision:
        return context.from_told(anchor, told)
    value = unit_value(meaning.unit, shift(edge, meaning.unit, meaning.count))
    if told and meaning.count > 0 and _is_too_late(value, context) and context.pull() is m.Pull.PAST:
        raise Unresolved(precision, told=True)
    return context.from_told(value, told)


def _from_publication(meaning: m.Turn, precision: Precision, context: Context) -> bool:
    """Tells whether a unit is counted from the publication day: `the next year` may be, `last year` is."""
    if meaning.source in (m.From.PUBLICATION, m.From.TOLD):
        return meaning.source is m.From.PUBLICATION
    told = context.narrative.last(precision)
    if told is None or context.pull() is m.Pull.FUTURE:
        return True
    if meaning.source is not m.From.STORY:
        return False
    running = context.lead is m.Pull.PAST and not context.narrative.history  # since the start of the year
    return running or context.pull() is m.Pull.NONE or not context.narrative.tells_here()


def counted(meaning: m.Counted, context: Context) -> Resolution:
    """Returns the time so many units before or after the anchor."""
    precision = _PRECISIONS[meaning.unit]
    if meaning.comparing and (period := context.narrative.period(context.here)):
        return context.from_told(same_in_year(period.value, round(meaning.count)), period)
    if meaning.anchor is not None:
        return _from_given(meaning, context.resolve(meaning.anchor, context))
    if meaning.source is m.From.PUBLICATION:
        return context.relative(_marked(meaning, _counted(meaning, context.today(precision))))
    anchor, told = _counted_from(precision, context)
    value = _marked(meaning, _counted(meaning, _edge(anchor, meaning.count, precision)))
    late = meaning.count > 0 and _is_too_late(value, context)
    if late and context.pull() is not m.Pull.FUTURE:
        raise Unresolved(precision, told=True)
    return context.from_told(value, told)


def _from_given(meaning: m.Counted, given: Resolution) -> Resolution:
    """Returns the time so many units from one that stands beside it: `two days after March 3`."""
    precision = _PRECISIONS[meaning.grain or meaning.unit]
    if is_coarser(given.value.precision, precision):
        raise Unresolved(precision, told=True)
    value = _marked(meaning, _counted(meaning, _edge(given.value, meaning.count, precision)))
    return replace(given, value=value, anchor=given.value)


def _counted_from(precision: Precision, context: Context) -> tuple[Value, Told | None]:
    """Returns what an offset counts from: the event it names, by that one's own date or as told before."""
    if context.event and not is_coarser(context.event.value.precision, precision):
        return context.event.value, context.event
    after_that = _THAT.match(context.about) is not None
    if (
        not after_that
        and context.about
        and (context.narrative.tells_in_sentence() or _PRONOUN.match(context.about))
    ):
        raise NoTime  # it only says more about a date told in its sentence, or how long somebody took
    anchor, told = context.told(precision)
    if context.about and told is None:  # an event that nobody has dated is not that of today
        raise Unresolved(precision, told=True)
    return anchor, told


def _is_too_late(value: Value, context: Context) -> bool:
    """Tells whether a day counted forward lies after publication."""
    return context.published is not None and value.first is not None and value.first > context.published


def weekday_after(meaning: m.WeekdayAfter, context: Context) -> Resolution:
    """Returns the first such weekday after (or before) the last date told, or the one beside it."""
    if meaning.anchor is not None:
        given = context.resolve(meaning.anchor, context)
        return replace(given, value=_weekday_from(meaning, given.value), anchor=given.value)
    anchor, told = (context.event.value, context.event) if context.event else context.told(Precision.WEEK)
    return context.from_told(_weekday_from(meaning, anchor), told)


def _weekday_from(meaning: m.WeekdayAfter, anchor: Value) -> Value:
    if meaning.back:
        first = _edge(anchor, -1, Precision.WEEK)
        return v.day(first - timedelta(days=(first.weekday() - meaning.weekday) % 7 or 7))
    last = _edge(anchor, 1, Precision.WEEK)
    whole_week = 0 if meaning.itself else 7
    return v.day(last + timedelta(days=(meaning.weekday - last.weekday()) % 7 or whole_week))


def month_after(meaning: m.MonthAfter, context: Context) -> Resolution:
    """Returns the first such month after (or before) the last date told."""
    anchor, told = context.told(Precision.YEAR)
    edge = _edge(anchor, -1 if meaning.back else 1, Precision.MONTH)
    step = -1 if meaning.back else 1
    months = step * ((step * (meaning.month - edge.month)) % 12 or 12)
    return context.from_told(v.month(*v.add_months(edge.year, edge.month, months)), told)


def _edge(anchor: Value, count: float, precision: Precision) -> date:
    """Returns the day of an anchor from which to count: its last for what follows, else its first."""
    edge = anchor.last if count > 0 else anchor.first
    if edge is None:
        raise Unresolved(precision, told=True)
    return edge


def _counted(meaning: m.Counted, start: date) -> Value:
    if meaning.grain is not None:
        return unit_value(meaning.grain, shift(start, meaning.unit, round(meaning.count)))
    if meaning.unit in _ROUND and abs(meaning.count) >= 1:
        return _round_count(meaning, start)
    whole = math.floor(meaning.count)
    if whole == meaning.count:
        return unit_value(meaning.unit, shift(start, meaning.unit, whole))
    if meaning.unit == "century":  # half a century ago
        return v.approximate(v.year(shift(start, "year", round(meaning.count * 100)).year))
    finer, parts = _FINER.get(meaning.unit, (meaning.unit, 1))
    return unit_value(finer, shift(start, finer, round(meaning.count * parts)))


def _round_count(meaning: m.Counted, start: date) -> Value:
    """Returns the year that lies about so many decades away, the decade so many centuries away."""
    finer, parts = _ROUND[meaning.unit]
    return v.approximate(unit_value(finer, shift(start, finer, round(meaning.count * parts))))


def _marked(meaning: m.Counted, value: Value) -> Value:
    return v.approximate(value) if meaning.about else value
