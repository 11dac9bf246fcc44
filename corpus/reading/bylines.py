"""Bylines: who wrote an article, as a line or the end of one says it."""

import re

from corpus.reading.publishers import is_publisher

_NO_MONTH = (
    r"(?!(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s?\d|Published|Updated|Posted)"
)
_NAME_WORD = (
    rf"{_NO_MONTH}(?:[A-Z][^\W\d_]*(?:[.'’-][^\W\d_]+)*\.?|van|von|de|der|den|del|da|di|la|le|bin|ibn|al|el)"
)
_NAME = rf"[A-Z][^\W\d_]*(?:[.'’-][^\W\d_]+)*\.?(?:\s{_NAME_WORD}){{0,5}}"
_ROLE = (
    r"(?:,?\s*(?:(?:chief|senior|staff|special|diplomatic|political|defen[cs]e|foreign|north korea|asia|"
    r"security|world|military|national|our|contributing)\s+){0,3}(?:writers?|reporters?|correspondents?|editors?|columnists?|"
    r"contributors?|bureau(?: chief)?|intern)\b(?:,?\s+(?:in|for|at)\s+[A-Z][\w.]*(?:\s[A-Z][\w.]*){0,3})?)"
)
_PLACE = r"(?:,?\s+(?:in|for|at|of|from)\s+(?:the\s+)?[A-Z][\w.'’-]*(?:[\s,]{1,2}[A-Z][\w.'’-]*){0,4})"
_BYLINE = re.compile(
    rf"(?:written\s+by|reported\s+by|posted\s+by|author|byline|by|von|автор)\s*:?\s+"
    rf"(?P<names>(?:(?:the|our)\s+)?{_NAME}(?:(?:,?\s+and\s+|\s*,\s*|\s*&\s*|\s*/\s*){_NAME}){{0,5}}"
    rf"(?:,?\s+and\s+agencies)?)"
    rf"(?P<rest>{_ROLE}|{_PLACE})?(?:,?\s+and\s+(?:the\s+)?agencies)?",
)
_DESK = re.compile(
    r"by\s+(?:admin|staff|(?:the\s+)?editors?|(?:the\s+)?(?:news|web|online|foreign|monitoring)\s?(?:desk|room|staff|team)"
    r"|(?:(?:the|our)\s+)?(?:\w+\s+)?(?:staff\s+)?(?:reporters?|correspondents?|writers?)|agencies)\b",
    re.IGNORECASE,
)
_LAST_NAME = re.compile(r"\s*[,/]\s*(?P<name>[^,/]+)$")
_OPENING = re.compile(r"(?:written\s+by|reported\s+by|posted\s+by|author|byline|by|автор)\b", re.IGNORECASE)
_KOREAN = re.compile(
    r"(?:\[[^\[\]]{1,20}\]\s*)?(?P<names>[가-힣]{2,4}(?:[·,]\s?[가-힣]{2,4}){0,3})\s?(?:선임|전문)?\s?기자(?![가-힣])"
)
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
    """Takes the medium off the end: `Steve Holland, Reuters`; a medium alone is no author."""
    if is_publisher(names):
        return None, names
    cut = _LAST_NAME.search(names)
    if cut and is_publisher(cut["name"]):
        return names[: cut.start()].strip(), cut["name"]
    return names, None
