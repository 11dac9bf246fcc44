"""Date lines: a full date among a few labels, such as a section, an edition or a page."""

import re
import tomllib
from dataclasses import replace
from functools import cache
from pathlib import Path

from corpus.reading.dates import first_date
from corpus.reading.event_titles import names_an_event
from corpus.reading.stamps import Stamp, moment_in, stamp_in

LONGEST_LINE = 90  # code points
MOST_LABELS = 4  # words beside the date; more are a title that ends in a day

_PAGE = re.compile(
    r"\b(?:(?:sections?|sec\.|pages?|pg\.?|p\.|vol(?:ume)?\.?|no\.?|issue|edition)\s?(?:[A-Z]{1,2}-?)?\d{1,6}[A-Z]?\b"
    r"|section\s[A-Z]\b|[A-Z]\d{1,3}\b(?=\W*$))",
    re.IGNORECASE,
)
_BAR = re.compile(r"(?:^|\s)[|»›>•·/](?:\s|$)")
_WORD = re.compile(r"[^\W\d_][^\s|»›>•·/,;:()\[\]]*")
_JOINING = frozenset({"of", "and", "the", "in", "for"})


def dated_line(text: str) -> Stamp | None:
    """Returns the stamp of a short line made of one full date, perhaps an hour, and a few labels.

    Known forms: `Asia News 09:12 August 19, 2023`, `Thursday, February 10, 2000; Page A17`,
    `News | World | 14 Mar 2022`, `Late Edition, October 10, 2006`. Without an hour, a page or a bar all the
    labels have to be words of `date_lines.toml`, else the line may be a title.
    """
    found = moment_in(text) if len(text) <= LONGEST_LINE else None
    if found is None:
        return None
    at, stamp = found
    around = f"{text[:at]} | {text[stamp.solid :]}"
    labels, pages = _PAGE.subn(" ", around)
    words = [word for word in _WORD.findall(labels) if word.lower() not in _JOINING]
    if names_an_event(text[:at]) or names_an_event(text[stamp.solid :]):
        return None
    if first_date(text[stamp.solid :]) is not None or len(words) > MOST_LABELS or text.endswith(("?", "!")):
        return None
    barred = _BAR.search(text[:at]) or _BAR.search(text[stamp.solid - 1 :])
    marked = stamp.firm or pages or barred
    unknown = [word for word in words if word.strip(".").lower() not in _labels()]
    if unknown and not (marked and all(word[0].isupper() or not word.isascii() for word in unknown)):
        return None
    if unknown and barred:  # an author or a paper stands between bars, too
        return stamp_in(text)
    return replace(stamp, end=len(text), bare=False)


@cache
def _labels() -> frozenset[str]:
    table = tomllib.loads(Path(__file__).with_name("date_lines.toml").read_text(encoding="utf-8"))
    return frozenset(word for kind in table.values() for word in kind)
