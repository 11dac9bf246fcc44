"""Times that go on from a past that was told: `In 1950 … On June 25`, `on June 12, 2018. In February`."""

from datetime import date

from corpus.times import meaning as m
from corpus.times.resolving.candidates import Build, built, distance, years
from corpus.times.resolving.context import Context, Resolution
from corpus.times.value import Value

_CLOSE = 60  # days from publication in which a name without a year is that of today's news
_PAST_STORY, _OLD_STORY = 2, 20  # years from which a day told is that of a story of the past
_SOON = 31  # days
_BACKWARDS = 3  # a story goes back less readily than on


def in_scene(build: Build, context: Context) -> Resolution | None:
    """Returns the value that follows the scene told, None where publication decides."""
    told = context.narrative.scene()
    if told is None or told.value.first is None or told.value.last is None:
        return None
    near = context.published is not None and abs(told.value.first.year - context.published.year) < 2
    ahead = context.pull() is m.Pull.FUTURE and context.narrative.looks_ahead()
    if not context.narrative.history and (near or ahead):
        return None  # what will come is not of the year that the paragraph opened with
    first, last = told.value.first, told.value.last
    candidates = list(built(build, range(first.year, last.year + 2)))
    if not candidates:
        return None
    return context.from_told(min(candidates, key=lambda value: _after(value, first, last)), told, "scene")


def in_sequence(build: Build, context: Context) -> Resolution | None:
    """Returns the value that a story goes on to from a day long past, None where publication decides.

    `They met on June 12, 2018. In February they met again` goes on, unless a February close to publication
    may be meant or the clause points ahead; where it opens its sentence, it goes on from any old day.
    """
    told, today = context.narrative.sequence(), context.published
    if told is None or told.value.first is None or today is None or context.pull() is m.Pull.FUTURE:
        return None
    age = today.year - told.value.first.year
    current = min((distance(value, today) for value in built(build, years(today))), default=0)
    if age < _PAST_STORY or (current < _CLOSE and not (age >= _OLD_STORY and context.opens)):
        return None
    day = told.value.first
    following = [
        value for value in built(build, range(day.year, day.year + 2)) if value.last and value.last > day
    ]
    return context.from_told(following[0], told, "scene") if following else None


def soon_after(build: Build, context: Context) -> Resolution | None:
    """Returns a day of the month after the day told, None where publication decides: `On June 27 it fell`.

    A year that is missing is mostly that of the publication, so a later day goes by that.
    """
    story = in_sequence(build, context)
    if story is None or story.told is None or story.value.first is None or story.told.value.last is None:
        return None
    return story if (story.value.first - story.told.value.last).days <= _SOON else None


def _after(value: Value, first: date, last: date) -> int:
    """Returns how far a value lies from a time told, in days; what lies before it counts threefold."""
    if value.first is None or value.last is None:
        return 0
    return max((value.first - last).days, _BACKWARDS * (first - value.last).days, 0)
