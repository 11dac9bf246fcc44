"""Stamps: lines that say when, and by whom, an article was published, and nothing else."""

import re
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from corpus.reading.bylines import byline_at
from corpus.reading.dates import WEEKDAY, date_at
from corpus.reading.publishers import publisher_at

LONGEST_STAMP = 240  # code points


class Claim(IntEnum):
    """How well a line's words support its date as that of publication; the lowest wins."""

    PUBLISHED = 0
    PLAIN = 1
    UPDATED = 2


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a line says of the publication. `bare` is True for a date and nothing else; `end` bounds it."""

    end: int
    dates: tuple[tuple[Claim, date], ...]
    byline: str | None
    publisher: str | None
    bare: bool
    labelled: bool
    firm: bool  # a label, a time of day or a date as programs write it: no sentence begins so


_SEPARATOR = re.compile(r"[\s|•·,;:–—\-/()\[\]\\»>]+|(?:at|on|@)\b", re.IGNORECASE)
_PUBLISHED = re.compile(
    r"(?:(?:first|originally|date|story|article|news|web|last)\s+)?"
    r"(?:published|posted|publication date|pub\.? date|date published|publish(?:ed)? date|publication|"
    r"issued|released?|created|filed|uploaded|added|date ?line|date|time|input|submitted|"
    r"입력|등록|승인|게재|발행|작성|опубликовано|дата(?: публикации)?|размещено)\b(?:\s*(?:on|at|date|time|by))?(?:\s*[:：])?(?=\W|$)",
    re.IGNORECASE,
)
_UPDATED = re.compile(
    r"(?:last\s+)?(?:updated|modified|edited|revised|update|changed|수정|업데이트|최종수정|обновлено|изменено)\b"
    r"(?:\s*(?:on|at|date|time))?(?:\s*[:：])?",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?:(?:오전|오후)\s?)?\d{1,2}\s?[:.h시]\s?\d{2}분?(?::\d{2}(?:\.\d+)?)?(?:\s?(?:a\.?m|p\.?m)\b\.?)?(?:\s?(?:hrs|h)\b)?"
    r"|T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?|\d{1,2}\s?(?:a\.?m|p\.?m)\b\.?|\d{4}\s?(?=GMT|UTC|KST|IST)",
    re.IGNORECASE,
)
_ZONE = re.compile(
    r"(?:EDT|EST|ET|GMT|UTC|KST|JST|MSK|CEST|CET|BST|IST|PDT|PST|PT|CDT|CST|CT|MDT|MST|AEST|AEDT|SGT|HKT|PKT|Z)\b"
    r"(?:\s?[+-]\s?\d{1,2}(?::?\d{2})?)?|[+-]\d{2}:?\d{2}\b"
    r"|(?:local|Seoul|Korea|Moscow|Eastern) (?:standard )?time\b"
    r"|한국시간|мск\b",
)
_AMERICAN = re.compile(r"\b(?:[ECMP][DS]?T|a\.?m\.?|p\.?m\.?)(?!\w)", re.IGNORECASE)
_FILLER = re.compile(
    r"\d+\s*(?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?)\s+ago|(?:\d+[\s-]*)min(?:ute)?s?(?:\s+read)?"
    r"|(?:share|save|print|e-?mail|comments?|views?|shares?|listen|follow|facebook|twitter|whatsapp|telegram|linkedin|"
    r"tweet|copy link|exclusive|news|world|politics|asia|international)\b(?:\s*[(:]?\s*[\d,.]+k?\)?)?"
    r"|\d{1,6}(?=\s*(?:views?|comments?|shares?|reads?)\b)|(?:오전|오후)|[가-힣]{2,6}=",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(WEEKDAY, re.IGNORECASE)


def stamp_of(text: str) -> Stamp | None:
    """Returns the stamp that a line is, None where it says anything else."""
    if len(text) > LONGEST_STAMP:
        return None
    stamp = _consume(text, bylines=True)
    said = stamp.dates or stamp.byline or stamp.labelled or stamp.firm or stamp.bare
    return stamp if said and stamp.end == len(text) else None


def stamp_before(text: str) -> Stamp | None:
    """Returns the stamp that is fused with the words after it: `date 2023-09-14 The minister said …`."""
    stamp = _consume(text[:LONGEST_STAMP], bylines=False)
    rest = text[stamp.end : stamp.end + 2].lstrip("\"'“‘")
    begins = bool(rest) and (rest[0].isupper() or rest[0].isdigit() or not rest[0].islower())
    fused = stamp.dates and stamp.firm and stamp.end < len(text) and begins
    return stamp if fused and text[stamp.end - 1].isspace() else None


def _consume(text: str, *, bylines: bool) -> Stamp:
    american = _AMERICAN.search(text[:LONGEST_STAMP]) is not None
    at, claim, dates = 0, Claim.PLAIN, []
    byline = publisher = None
    labelled = firm = bare = False
    while at < len(text):
        if (found := date_at(text, at, american=american)) is not None:
            at, firm, bare = found.end, firm or found.numeric, True
            dates += [(claim, found.day)] if found.day else []
            claim = Claim.PLAIN
        elif step := _SEPARATOR.match(text, at):
            at = step.end()
        elif step := _PUBLISHED.match(text, at):
            at, claim, labelled, firm = step.end(), Claim.PUBLISHED, True, True
        elif step := _UPDATED.match(text, at):
            at, claim, labelled, firm = step.end(), Claim.UPDATED, True, True
        elif step := _TIME.match(text, at) or _ZONE.match(text, at):
            at, firm = step.end(), True
        elif step := _WEEKDAY.match(text, at) or (_FILLER.match(text, at) if bylines else None):
            at, labelled = step.end(), labelled or " ago" in step[0].lower()
        elif bylines and (signed := byline_at(text, at)) is not None:
            byline, publisher, at = signed[0], signed[1] or publisher, signed[2]
        elif bylines and (named := publisher_at(text, at)) is not None:
            publisher, at = named
        else:
            break
    bare = bare and len(dates) <= 1 and not (labelled or firm or byline)
    return Stamp(at, tuple(dates), byline, publisher, bare, labelled, firm)
