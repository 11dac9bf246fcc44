"""Bylines: who wrote an article, as a line or the end of one says it."""

import re

from corpus.reading.cities import cities
from corpus.reading.publishers import is_publisher, sounds_like_publisher

LONGEST_LONE = 90  # code points of a byline without a `By`

_NO_MONTH = (
    r"(?!(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s?\d|Published|Updated|Posted)"
)
_NAME_WORD = (
    rf"{_NO_MONTH}(?:[A-Z][^\W\d_]*(?:[.'’-][^\W\d_]+)*\.?|van|von|de|der|den|del|da|di|la|le|bin|ibn|al|el)"
)
_NAME = rf"[A-Z][^\W\d_]*(?:[.'’-][^\W\d_]+)*\.?(?:\s{_NAME_WORD}){{0,5}}"
_ROLE = (
    r"(?:,?\s*(?i:(?:(?:chief|senior|staff|special|diplomatic|political|defen[cs]e|foreign|north korea|asia|"
    r"security|world|military|national|our|contributing)\s+){0,3}(?:writers?|reporters?|correspondents?|editors?|columnists?|"
    r"contributors?|bureau(?: chief)?|intern)\b)(?:,?\s+(?:in|for|at)\s+[A-Z][\w.]*(?:\s[A-Z][\w.]*){0,3})?)"
)
_PLACE = r"(?:,?\s+(?:in|for|at|of|from)\s+(?:the\s+)?[A-Z][\w.'’-]*(?:[\s,]{1,2}[A-Z][\w.'’-]*){0,4})"
_AGENCIES = r"(?:,?\s*(?:and|&|with|/)\s*(?:the\s+)?(?:(?:news|wire|foreign|other)\s+)?agenc(?:ies|y)(?:\s+staff)?)?"
_BYLINE = re.compile(
    rf"(?:written\s+by|reported\s+by|posted\s+by|author|byline|by|von|автор)\s*:?\s+"
    rf"(?P<names>(?:(?:the|our)\s+)?{_NAME}(?:(?:,?\s+and\s+|\s*,\s*|\s*&\s*|\s*/\s*){_NAME}){{0,5}}"
    rf")(?P<rest>{_ROLE}|{_PLACE})?{_AGENCIES}",
)
_DESK = re.compile(
    r"from\s+(?:our|a|the)\s+(?:(?:own|special|staff|foreign|diplomatic|political|[A-Z]\w+)\s+){0,2}"
    r"(?:correspondents?|reporters?|bureau|staff|newsroom|wire services?)(?:\s+in\s+[A-Z]\w+(?:\s[A-Z]\w+)?)?\b(?=\W*$)"
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
_LONE = re.compile(
    rf"(?P<name>{_GIVEN}(?: {_NAME_WORD}){{1,3}}(?:(?:,? and |, | & ){_GIVEN}(?: {_NAME_WORD}){{1,3}}){{0,3}}?)"
    rf"(?: (?P<place>in [A-Z][\w.’-]*(?: [A-Z][\w.’-]*){{0,2}})|, (?P<city>[A-Z][\w.’ -]{{2,30}})"
    rf"|(?P<role>{_ROLE}))",
)
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
    return names, publisher, at + found.end()


def _without_medium(names: str) -> tuple[str | None, str | None]:
    """Takes what is no author off the end: `Steve Holland, Reuters`, `Jane Roe, Tokyo`; a medium alone is none."""
    if is_publisher(names):
        return None, names
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
    found = _LONE.fullmatch(text.strip()) if len(text) <= LONGEST_LONE else None
    if found is None or sounds_like_publisher(found["name"]):
        return None
    return found["name"] if found["place"] or found["role"] or found["city"] in cities() else None
