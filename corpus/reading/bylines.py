"""Bylines: who wrote an article, as a line or the end of one says it."""

import re
from functools import cache

from corpus.reading.cities import cities
from corpus.reading.publishers import is_publisher, sounds_like_publisher

LONGEST_LONE = 90  # code points of a byline without a `By`

_NO_MONTH = (
    r"(?!(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s?\d|Published|Updated|Posted)"
)
_PARTICLE = r"(?:van|von|de|der|den|del|da|di|la|le|bin|ibn|al|el)\b"
_NAME_WORD = rf"{_NO_MONTH}(?:[A-Z][^\W\d_]*(?:[.'’-][^\W\d_]+)*\.?|{_PARTICLE})"
_NAME = rf"[A-Z][^\W\d_]*(?:[.'’-][^\W\d_]+)*\.?(?:\s{_NAME_WORD}){{0,5}}"
_ROLE = (
    r"(?:,?\s*(?:[\w’'-]+\s+){0,3}?(?i:"
    r"(?:writer|reporter|correspondent|editor|columnist|contributor|intern|producer)s?"
    r"|bureau(?: chief)?)\b(?:,?\s+(?:in|for|at)\s+[A-Z][\w.]*(?:\s[A-Z][\w.]*){0,3})?)"
)
_PLACE = r"(?:,?\s+(?:in|for|at|of|from)\s+(?:the\s+)?[A-Z][\w.'’-]*(?:[\s,]{1,2}[A-Z][\w.'’-]*){0,4})"
_AGENCIES = (
    r"(?:,?\s*(?:and|&|with|/)\s*(?:the\s+)?(?:(?:news|wire|foreign|other)\s+)?agenc(?:ies|y)(?:\s+staff)?)"
)
_BYLINE = re.compile(
    rf"(?:written\s+by|reported\s+by|posted\s+by|author|byline|by|von|автор)\s*:?\s+"
    rf"(?P<names>(?:(?:the|our)\s+)?{_NAME}(?:(?:,?\s+and\s+|\s*,\s*|\s*&\s*|\s*/\s*){_NAME}){{0,5}}"
    rf")(?:{_ROLE}|(?P<place>{_PLACE}))?(?:{_AGENCIES}{_PLACE}?)?",
)
_ANOTHER = re.compile(rf"(?:,?\s+and\s+|\s*[,;&]\s*)(?P<name>{_NAME}){_PLACE}")
_DESK = re.compile(
    r"from\s+(?:our|a|the)\s+(?:(?:own|special|staff|foreign|diplomatic|political|[A-Z]\w+)\s+){0,2}"
    r"(?:correspondents?|reporters?|bureau|staff|newsroom|wire services?)"
    r"(?:\s+in\s+[A-Z]\w+(?:\s[A-Z]\w+)?)?\b(?=\W*$)"
    r"|by\s+(?:the|our)\s+(?:\w+\s+){0,2}(?:desk|bureau|staff|team|newsroom|office)\b"
    r"|by\s+(?:admin|staff|(?:the\s+)?editors?|(?:the\s+)?(?:news|web|online|foreign|monitoring)\s?(?:desk|room|staff|team)"
    r"|(?:(?:the|our)\s+)?(?:\w+\s+)?(?:staff\s+)?(?:reporters?|correspondents?|writers?)|agencies)\b",
    re.IGNORECASE,
)
_LAST_NAME = re.compile(r"\s*[,/]\s*(?P<name>[^,/]+)$")
_OPENING = re.compile(r"(?:written\s+by|reported\s+by|posted\s+by|author|byline|by|автор)\b", re.IGNORECASE)
_KOREAN = re.compile(
    r"(?:\[[^\[\]]{1,20}\]\s*)?(?P<names>[가-힣]{2,4}(?:[·,]\s?[가-힣]{2,4}){0,3})\s?(?:선임|전문)?\s?기자(?![가-힣])"
)
_GIVEN = r"[A-Z][^\W\d_]*(?:[.'’-][^\W\d_]+)*\.?"
_NAMES = rf"{_GIVEN}(?: {_NAME_WORD}){{1,3}}?"
_WHOLE_ROLE = re.compile(_ROLE)
_NO_NAME = re.compile(
    r"(?:(?:the\s+)?(?:end|time|way|then|next|early|late|mid|law)|mon|tues|wednes|thurs|fri|satur|sun|january|february|"
    r"march|april|may|june|july|august|september|october|november|december|contrast|comparison)",
    re.IGNORECASE,
)


def byline_at(text: str, at: int) -> tuple[str | None, str | None, int] | None:
    """Returns the names of a byline that begins at an offset, the medium it names, and where it ends."""
    korean = _KOREAN.match(text, at)
    if korean:
        return korean["names"], None, korean.end()
    desk = _DESK.match(text, at)
    if desk:
        return None, None, desk.end()
    opening = _OPENING.match(text, at)
    if opening is None:
        return None
    found = _BYLINE.match(text[at : at + 200].replace(opening[0], opening[0].lower(), 1))
    if found is None or _NO_NAME.match(found["names"]):
        return None
    names, publisher = _without_medium(found["names"].strip(" ,"))
    end = at + found.end()
    while names and found["place"] and (other := _ANOTHER.match(text, end)):
        names, end = f"{names}, {other['name']}", other.end()
    return names, publisher, end


def _without_medium(names: str) -> tuple[str | None, str | None]:
    """Takes what is no author off the end: `Jane Roe, Reuters`, `Jane Roe, Tokyo`; a medium alone is none."""
    if is_publisher(names):
        return None, names
    if names.lower().startswith(("the ", "our ")):
        return None, None
    publisher = None
    while cut := _LAST_NAME.search(names):
        last = cut["name"].strip()
        known = is_publisher(last)
        if not (known or sounds_like_publisher(last) or last in cities() or _WHOLE_ROLE.fullmatch(last)):
            break
        publisher = last if known else publisher
        names = names[: cut.start()].strip()
    return names, publisher


def lone_name(text: str) -> str | None:
    """Returns the author of a line that names one without a `By`: `Jane Roe in Seoul`, `Jane Roe, Tokyo`."""
    found = _lone().fullmatch(text.strip()) if len(text) <= LONGEST_LONE else None
    return found["names"] if found and not sounds_like_publisher(found["names"]) else None


@cache
def _lone() -> re.Pattern[str]:
    city = "|".join(map(re.escape, cities()))
    return re.compile(
        rf"(?P<names>{_NAMES}(?:(?:,? and |, | & ){_NAMES}){{0,3}}?)"
        rf"(?: in [A-Z][\w.’-]*(?: [A-Z][\w.’-]*){{0,2}}(?:, [A-Z]{{2}})?|, (?:{city})|{_ROLE})"
    )
