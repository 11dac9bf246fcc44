"""Times with no year, or no week: of those that the words can mean, the nearest on the right side.

Calibrated on development news: a bare weekday is the last one up to and including the day of
publication (91% right), unless its clause points ahead; a month and day without a year are the nearest
(94%), whatever the tense; a month or season alone is the nearest on the side of the clause.
"""

from dataclasses import replace
from datetime import date, timedelta

from corpus.model import Basis, Precision
from corpus.times import meaning as m
from corpus.times import value as v
from corpus.times.feasts import feast_day
from corpus.times.resolving.candidates import Build, built, distance, leap_years, nearest, years
from corpus.times.resolving.context import Context, Resolution, Unresolved
from corpus.times.resolving.stories import in_scene, in_sequence, soon_after
from corpus.times.value import Value

_SAME_DISTANCE = 60  # days; nearer than that two candidates are told apart by the clause
_NOT_PAST = 45  # days ahead from which a past tense is believed: a day soon to come is often told with one
_SHIFTED = 2  # days that a story can be ahead of its page: another time zone, an early edition
_REPORTED = 45  # days after its end in which a quarter is still being reported on
_MONTHS_AROUND = 14  # months in which a weekday and a day of the month meet at least once
_WEEKDAY_REACH = 400  # days from publication in which a weekday beside a date decides its year
_UPDATED = 1  # days after its dateline in which a story is still written on: `on Sunday` under Saturday's


def weekday(meaning: m.Weekday, context: Context) -> Resolution:
    """Returns the last such weekday, or the next where the clause points ahead.

    What was intended (`agreed to meet on Wednesday`) was intended yesterday rather than in six days. The day
    after publication has begun where clocks are ahead: it says so (`on Thursday local time`), or a text opens
    with what was done on it, for nobody calls a day six days back by its bare name.
    """
    if beside := _beside_a_day(meaning, context):
        return beside
    today = context.today(Precision.DAY)
    if meaning.weeks is not None:
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=meaning.weeks)
        return context.relative(v.day(monday + timedelta(days=meaning.weekday)), "of-week")
    pull = meaning.pull if meaning.pull is not m.Pull.NONE else context.clause()
    whole_week = 7 if meaning.strict else 0
    yesterday = (today.weekday() - meaning.weekday) % 7 == 1
    tomorrow = v.day(today + timedelta(days=1))
    is_tomorrow = not meaning.strict and (meaning.weekday - today.weekday()) % 7 == 1
    if context.zone and is_tomorrow:
        return context.relative(tomorrow, "elsewhere")
    if pull is m.Pull.FUTURE or (pull is m.Pull.INTENDED and not yesterday):
        ahead = (meaning.weekday - today.weekday()) % 7 or whole_week
        return context.relative(v.day(today + timedelta(days=ahead)), "future")
    if is_tomorrow and pull is m.Pull.PAST and context.narrative.opens_with(tomorrow, context.here):
        return context.relative(tomorrow, "elsewhere")
    back = (today.weekday() - meaning.weekday) % 7 or whole_week
    ahead = 7 - back
    late = (context.page - today).days if context.page and not meaning.strict else 0
    if 0 < ahead <= late <= _UPDATED:
        return context.relative(v.day(today + timedelta(days=ahead)), "past")
    return context.relative(v.day(today - timedelta(days=back)), "past")


def _beside_a_day(meaning: m.Weekday, context: Context) -> Resolution | None:
    """Returns a weekday that follows a day told: in a history, right beside it, or in a list of weekdays."""
    if meaning.strict or meaning.weeks is not None or meaning.pull is not m.Pull.NONE:
        return None
    narrative, today = context.narrative, context.published
    if told := narrative.day_of_history():
        return context.from_told(_weekday_after(meaning.weekday, told.value), told, "scene")
    if (told := narrative.beside(context.here)) and _is_on(told.value, meaning.weekday):
        return context.from_told(told.value, told, "beside")
    told = narrative.listed(context.here)
    if told is None or told.value.first is None or today is None:
        return None
    following = _weekday_after(meaning.weekday, told.value)
    goes_on = told.value.first > today or (following.first is not None and following.first <= today)
    return context.relative(following, "listed") if goes_on else None


def _is_on(value: Value, weekday_: int) -> bool:
    day = value.first if value.precision is Precision.DAY else None
    return day is not None and day.weekday() == weekday_


def _weekday_after(weekday_: int, day: Value) -> Value:
    """Returns the first such weekday after a day."""
    if day.last is None:
        raise Unresolved(Precision.DAY, told=True)
    return v.day(day.last + timedelta(days=(weekday_ - day.last.weekday()) % 7 or 7))


def weekend(_: m.Weekend, context: Context) -> Resolution:
    """Returns the weekend that the clause points to: this one on its days, else the last or the next."""
    today = context.today(Precision.WEEKEND)
    if context.pull() is m.Pull.FUTURE or today.weekday() >= 5:
        return context.relative(v.weekend(today), "future")
    return context.relative(v.weekend(today - timedelta(weeks=1)), "past")


def month_day(meaning: m.MonthDay, context: Context) -> Resolution:
    """Returns the nearest day (or span of days) of that name; a weekday beside it must fit."""

    def build(year: int) -> Value:
        first = date(year, meaning.month, meaning.day)
        return v.days(first, date(year, *meaning.to)) if meaning.to else v.day(first)

    if meaning.weekday is not None and (fitting := _on_weekday(build, meaning.weekday, context)):
        return context.relative(fitting, "weekday")
    if story := in_scene(build, context) or soon_after(build, context):
        return story
    today = context.today(Precision.DAY)
    candidates = list(built(build, years(today))) or list(built(build, leap_years(today)))
    if not candidates:
        raise Unresolved(Precision.DAY)
    lead = meaning.pull if meaning.pull is not m.Pull.NONE else context.lead
    if lead is not None:
        return context.relative(nearest(candidates, today, lead), lead.value)
    distances = sorted(distance(value, today) for value in candidates)
    close = len(distances) > 1 and distances[1] - distances[0] < _SAME_DISTANCE
    best = nearest(candidates, today, context.pull() if close else m.Pull.NONE)
    ahead = (best.first - today).days if best.first else 0
    if ahead > _SHIFTED and context.pull() is m.Pull.PAST and ((sure := context.done()) or ahead > _NOT_PAST):
        return context.relative(nearest(candidates, today, m.Pull.PAST, sure=sure), "past")
    return context.relative(best, "nearest")


def named_day(meaning: m.NamedDay, context: Context) -> Resolution:
    """Returns the day of what is named, the nearest of that name where its year is still to come."""
    day = date(meaning.year, meaning.month, meaning.day)
    if context.published is not None and day > context.published:
        return month_day(m.MonthDay(meaning.month, meaning.day), context)
    return Resolution(v.day(day), Basis.EXPLICIT)


def _on_weekday(build: Build, weekday: int, context: Context) -> Value | None:
    """Returns the nearest day that falls on a weekday, None where none does near publication."""
    today = context.published
    if today is None:
        return None
    fitting = [
        value
        for value in built(build, years(today))
        if value.first and value.first.weekday() == weekday and distance(value, today) < _WEEKDAY_REACH
    ]
    return nearest(fitting, today, m.Pull.NONE) if fitting else None


def day_only(meaning: m.DayOnly, context: Context) -> Resolution:
    """Returns a day of the month that was told last, or of the month of publication."""
    if meaning.month is not None:
        month_ = context.resolve(meaning.month, context)
        first = month_.value.first
        return replace(month_, value=v.day(first.replace(day=meaning.day))) if first else month_
    if meaning.weekday is not None:
        return _on_the_nth(meaning.day, meaning.weekday, context)
    anchor, told = context.told(Precision.MONTH)
    if anchor.first is None:
        raise Unresolved(Precision.DAY, told=True)
    if told is None:
        return _nearest_of_months(meaning.day, context)
    return context.from_told(v.day(anchor.first.replace(day=meaning.day)), told)


def _nearest_of_months(day: int, context: Context) -> Resolution:
    """Returns the day of this month, or of the one beside it that the clause points to."""
    today = context.today(Precision.DAY)
    months = (v.add_months(today.year, today.month, step) for step in (0, -1, 1))
    days = [v.day(date(*month_, day)) for month_ in months if day <= v.month_bounds(*month_)[1].day]
    pull = context.pull()
    return context.relative(days[0] if pull is m.Pull.NONE else nearest(days, today, pull), pull.value)


def _on_the_nth(day: int, weekday_: int, context: Context) -> Resolution:
    """Returns the nearest day of a month that falls on a weekday: `Friday the 13th`."""
    today = context.today(Precision.DAY)
    months = (
        v.add_months(today.year, today.month, step) for step in range(-_MONTHS_AROUND, _MONTHS_AROUND + 1)
    )
    days = [date(*month_, day) for month_ in months if day <= v.month_bounds(*month_)[1].day]
    fitting = [v.day(each) for each in days if each.weekday() == weekday_]
    if not fitting:
        raise Unresolved(Precision.DAY)
    return context.relative(nearest(fitting, today, context.pull()), "weekday")


def month(meaning: m.Month, context: Context) -> Resolution:
    """Returns the month of that name on the side of the clause."""
    return _unit(meaning, lambda year: v.month(year, meaning.month), Precision.MONTH, context)


def season(meaning: m.Season, context: Context) -> Resolution:
    """Returns the season of that name on the side of the clause."""
    return _unit(meaning, lambda year: v.season(year, meaning.season), Precision.SEASON, context)


def quarter(meaning: m.Quarter, context: Context) -> Resolution:
    """Returns the quarter (or half) of that number on the side of the clause."""
    build = v.half if meaning.half else v.quarter
    precision = Precision.HALF if meaning.half else Precision.QUARTER
    resolved = _pick(lambda year: build(year, meaning.number), meaning.pull, precision, context)
    reported = _pick(lambda year: build(year, meaning.number), m.Pull.PAST, precision, context)
    last = reported.value.last
    if last and context.published and 0 <= (context.published - last).days <= _REPORTED:
        return reported
    return resolved


def feast(meaning: m.Feast, context: Context) -> Resolution:
    """Returns the holiday of that name on the side of the clause."""

    def build(year: int) -> Value | None:
        found = feast_day(meaning.name, year)
        return v.day(found) if found else None

    if meaning.pull is not m.Pull.NONE:
        return _strictly(build, meaning.pull, Precision.DAY, context)
    return _pick(build, meaning.pull, Precision.DAY, context)


def _unit(meaning: m.Month | m.Season, build: Build, precision: Precision, context: Context) -> Resolution:
    if meaning.near:
        built = build(context.today(precision).year)
        if built and not (isinstance(meaning, m.Season) and meaning.season == v.WINTER):
            return context.relative(built, "this")
    if meaning.pull is not m.Pull.NONE:
        return _strictly(build, meaning.pull, precision, context)
    return _pick(build, context.pull(), precision, context)


def _pick(build: Build, pull: m.Pull, precision: Precision, context: Context) -> Resolution:
    if story := in_scene(build, context) or in_sequence(build, context):
        return story
    today = context.today(precision)
    candidates = list(built(build, years(today)))
    if not candidates:
        raise Unresolved(precision)
    pull = pull if pull is not m.Pull.NONE else context.pull()
    return context.relative(
        nearest(candidates, today, pull, sure=pull is m.Pull.PAST and context.done()),
        pull.value if pull is not m.Pull.NONE else "nearest",
    )


def _strictly(build: Build, pull: m.Pull, precision: Precision, context: Context) -> Resolution:
    """Returns the last or next one that lies wholly before or after the publication day."""
    today = context.today(precision)
    candidates = list(built(build, range(today.year - 2, today.year + 3)))
    if pull is m.Pull.PAST:
        fitting = [value for value in candidates if value.last and value.last < today]
    else:
        fitting = [value for value in candidates if value.first and value.first > today]
    if not fitting:
        raise Unresolved(precision)
    return context.relative(nearest(fitting, today, pull), pull.value)
