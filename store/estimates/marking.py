"""Marks all dates that are counted from an estimated day of publication as estimates (`~`, EDTF)."""

from dataclasses import replace
from datetime import date

from corpus import Analysis, Basis, Event, TimeExpression
from corpus.times.reasons import day_in_words

_COUNTED = (Basis.RELATIVE, Basis.INHERITED)


def marked(analysis: Analysis) -> Analysis:
    """Returns the analysis of a document under an estimated day, with all that was counted from it marked."""
    day = analysis.document.published
    assert day is not None
    return replace(
        analysis,
        times=tuple(_marked_time(time, day) for time in analysis.times),
        events=tuple(_marked_event(event, day) for event in analysis.events),
    )


def about(value: str) -> str:
    """Returns an EDTF value as an approximate one: `2024-06-19~`, of an interval at both of its ends."""
    if "/" in value:
        return "/".join(about(end) for end in value.split("/"))
    if value.endswith("?"):
        return f"{value[:-1]}%"
    return value if value[-1:] in ("~", "%") else f"{value}~"


def _marked_time(time: TimeExpression, day: date) -> TimeExpression:
    if time.basis not in _COUNTED or time.value is None:
        return time
    return replace(time, value=about(time.value), why=_marked_reason(time.why, day))


def _marked_event(event: Event, day: date) -> Event:
    if event.basis not in _COUNTED:
        return event
    return replace(event, value=about(event.value), why=_marked_reason(event.why, day))


def _marked_reason(why: str, day: date) -> str:
    words = day_in_words(day)
    told = why.replace(f"published {words}", f"published about {words}")
    return f"{told} (an estimate)"
