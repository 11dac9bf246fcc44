"""Articles exported from the archives of the press: fields before and after the body, one a line.

Known are the forms of Nexis (`LENGTH: 512 words`, `BODY:`, `LOAD-DATE: …`) and of Factiva (`HD …`, `PD …`,
`LP …`).
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from corpus.reading.article import Said
from corpus.reading.bylines import byline_at
from corpus.reading.dates import date_at
from corpus.reading.publishers import publisher_in_notice

LONGEST_HEAD = 60  # lines before the body

_LENGTH = re.compile(r"^[ ]*length: *[\d,.]+ words *$", re.IGNORECASE | re.MULTILINE)
_BODY = re.compile(r"(?:body|text|full text)\s*:?", re.IGNORECASE)
_FIELD = re.compile(r"(?P<key>[A-Za-z][A-Za-z -]{2,24}):\s*(?P<value>.*)")
_AFTER = re.compile(
    r"(?:load-date|language|(?:document|publication)-type|graphics?|subject|organization|company|ticker|industry|person"
    r"|geographic|state|country|city|section|url|classification|notes"
    r"|journal code|pub-type)\s*:.*|end of document|document \w{15,}",
    re.IGNORECASE,
)
_NO_TITLE = re.compile(
    r"all rights reserved.*|.*\bedition|\d+ of \d+.*|copyright\b.*|©.*|\(c\).*|\W*|loaded date.*",
    re.IGNORECASE,
)
_CODE = re.compile(
    r"(?P<code>SE|HD|BY|CR|WC|PD|ET|SN|SC|ED|PG|VOL|LA|CY|LP|TD|CO|IN|NS|RE|IPD|IPC|PUB|AN|ART|CLM|RF)(?:\s+(?P<value>.*))?"
)
_SURE_CODES = frozenset(("HD", "PD", "SN", "LP"))


def split_archive(text: str) -> tuple[Said, str] | None:
    """Returns what the fields of an export say and its body, None where the text is no export."""
    return _nexis(text) or _factiva(text)


def _nexis(text: str) -> tuple[Said, str] | None:
    if _LENGTH.search(text[:8000]) is None:
        return None
    lines = [line.strip() for line in text.split("\n")]
    body = next((at for at, line in enumerate(lines[:LONGEST_HEAD]) if _BODY.fullmatch(line)), None)
    if body is None:
        return None
    end = next((at for at in range(body + 1, len(lines)) if _AFTER.fullmatch(lines[at])), len(lines))
    head = lines[:body]
    fields = {found["key"].lower(): found["value"] for line in head if (found := _FIELD.fullmatch(line))}
    first = next((at for at, line in enumerate(head) if _FIELD.fullmatch(line)), len(head))
    said = _said(fields.get("headline"), fields.get("byline"), head[:first])
    return replace(said, publisher=said.publisher or _paper(head[:first], said.title)), "\n".join(
        lines[body + 1 : end]
    )


def _said(title: str | None, byline: str | None, lines: Iterable[str]) -> Said:
    """Returns what the lines before the fields say: when, by whom, and the title where no field has it."""
    stated = [line for line in lines if line]
    published = _first_day(stated)
    plain = [line for line in stated if date_at(line, 0) is None and not _NO_TITLE.fullmatch(line)]
    return Said(
        title=title or next(iter(plain), None),
        publisher=next(filter(None, map(publisher_in_notice, stated)), None),
        byline=_author(byline),
        published=published,
        published_from="head" if published else None,
    )


def _paper(lines: Iterable[str], title: str | None) -> str | None:
    """Returns the paper, which stands in a line of its own above the day."""
    plain = [line for line in lines if line and not _NO_TITLE.fullmatch(line) and date_at(line, 0) is None]
    return next((line for line in plain if line != title and line.count(" ") < 6), None)


def _first_day(lines: Iterable[str]) -> date | None:
    return next((found.day for line in lines if (found := date_at(line, 0)) and found.day), None)


def _author(value: str | None) -> str | None:
    if not value:
        return None
    signed = byline_at(value if value[:3].lower() == "by " else f"By {value}", 0)
    return signed[0] if signed else value


def _factiva(text: str) -> tuple[Said, str] | None:
    fields: dict[str, list[str]] = {}
    code = ""
    for line in text.split("\n"):
        found = _CODE.fullmatch(line.rstrip())
        if found and found["code"] not in fields:
            code = found["code"]
            fields[code] = []
        if code:
            fields[code].append((found["value"] or "") if found else line)
    if not fields.keys() >= _SURE_CODES:
        return None
    values = {code: " ".join(" ".join(lines).split()) for code, lines in fields.items()}
    published = _first_day([values["PD"]])
    said = Said(
        title=values["HD"] or None,
        publisher=values["SN"] or None,
        byline=_author(values.get("BY")),
        published=published,
        published_from="head" if published else None,
    )
    return said, "\n\n".join("\n".join(fields[code]) for code in ("LP", "TD") if code in fields)
