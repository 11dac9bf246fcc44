"""A block of fields at the head of a text, one a line, ended by a blank line: `Title: …`, `Date: …`."""

import re
from datetime import date

from corpus.reading.article import Said
from corpus.reading.dates import date_at, first_date

MOST_LINES = 60  # of a head block; a longer one is the text itself
LONGEST_DATE = 80  # code points

_AMERICAN = re.compile(r"\b(?:[ECMP][DS]?T|[ap]\.?m\.?)(?!\w)", re.IGNORECASE)
_FIELD = re.compile(r"(?P<key>[A-Za-z][A-Za-z_ -]{1,24})\s?:\s+(?P<value>\S.*)")
_KEYS = {
    "title": "title",
    "headline": "title",
    "date": "published",
    "published": "published",
    "datepublished": "published",
    "publication date": "published",
    "published_at": "published",
    "pubdate": "published",
    "publisher": "publisher",
    "source": "publisher",
    "site": "publisher",
    "sitename": "publisher",
    "newspaper": "publisher",
    "by": "byline",
    "byline": "byline",
    "author": "byline",
    "authors": "byline",
    "url": "url",
    "link": "url",
    "canonical": "url",
    "source_url": "url",
    "language": "language",
    "lang": "language",
    "note": "",
    "description": "",
    "summary": "",
    "tags": "",
    "keywords": "",
    "categories": "",
    "category": "",
    "section": "",
    "subtitle": "",
    "slug": "",
    "draft": "",
    "layout": "",
    "id": "",
    "license": "",
}


def split_head_block(text: str) -> tuple[Said, str]:
    """Returns what the head block says and the text after it.

    A head block has two known fields at least, or one that is no date: `Date: …` alone is a line that
    many pages have.
    """
    start = len(text) - len(text.lstrip("\n "))
    lines: list[str] = []
    end = start
    while len(lines) <= MOST_LINES and ((stop := text.find("\n", end)) != -1 or end < len(text)):
        line = text[end : stop if stop != -1 else len(text)]
        if not line.strip():
            break
        lines.append(line)
        end = stop + 1 if stop != -1 else len(text)
    fields = fields_of(lines)
    if fields is None or len(fields) < 2:
        return Said(), text
    return said_by(fields), text[end:]


def fields_of(lines: list[str]) -> dict[str, str] | None:
    """Returns the fields of lines by their lower-case key, None where a line is no known field.

    A line that begins with white space goes on with the field above it.
    """
    fields: dict[str, str] = {}
    last = None
    for line in lines:
        found = _FIELD.fullmatch(line.strip())
        key = found["key"].strip().lower() if found else None
        if last and line[:1].isspace() and (found is None or key not in _KEYS):
            fields[last] += " " + line.strip()
        elif found and key in _KEYS:
            last = key
            fields[last] = found["value"].strip()
        else:
            return None
    return fields


def said_by(fields: dict[str, str]) -> Said:
    """Returns what named fields say, whatever of their usual names they bear."""
    values: dict[str, str] = {}
    for key, value in fields.items():
        if value and (name := _KEYS.get(key)):
            values.setdefault(name, value)
    if values.get("publisher", "").startswith("http"):
        values.setdefault("url", values.pop("publisher"))
    published = field_day(values.get("published", ""))
    return Said(
        title=values.get("title"),
        publisher=values.get("publisher"),
        byline=values.get("byline"),
        published=published,
        published_from="head" if published else None,
        language=values.get("language", "")[:2].lower() or None,
        url=values.get("url"),
    )


def field_day(value: str) -> date | None:
    """Returns the first day in a field's value, which may hold an hour and a zone, too."""
    start = first_date(value[:LONGEST_DATE])
    found = date_at(value, start, american=_AMERICAN.search(value) is not None) if start is not None else None
    return found.day if found else None
