"""Stamps: lines that say when, and by whom, an article was published, and nothing else."""

import re
from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum

from corpus.reading.bylines import byline_at
from corpus.reading.dates import WEEKDAY, date_at, first_date
from corpus.reading.event_titles import names_an_event
from corpus.reading.publishers import is_masthead, publisher_at, sounds_like_publisher

LONGEST_STAMP = 240  # code points
LONGEST_NAMES = 60  # code points beside a stamp between bars: a paper, a section, an author
FEW_WORDS = 7  # before the date at the end of a line that is no sentence


class Claim(IntEnum):
    """How well a line's words support its date as that of publication; the lowest wins."""

    PUBLISHED = 0
    PLAIN = 1
    UPDATED = 2


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a line says of the publication. `bare` is True for a date and nothing else.

    `end` is where the line says something else, `solid` where its last date or hour ended.
    """

    end: int
    solid: int
    dates: tuple[tuple[Claim, date], ...]
    byline: str | None
    publisher: str | None
    bare: bool
    labelled: bool
    firm: bool  # a label, a time of day or a date as programs write it: no sentence begins so
    signed: bool = False  # by somebody, be it without a name


_SEPARATOR = re.compile(r"[\s|•·,;:–—\-/()\[\]\\»>]+|(?:at|on|and|@)\b", re.IGNORECASE)
_PUBLISHED = re.compile(
    r"(?:(?:first|originally|date|story|article|news|web|last)\s+)?"
    r"(?:published|posted|publication date|pub\.? date|date published|publish(?:ed)? date|publication|"
    r"issued|released?|created|filed|uploaded|added|date ?line|date|time|input|submitted|"
    r"입력|등록|승인|게재|발행|작성|опубликовано|дата(?: публикации)?|размещено)\b"
    r"(?:\s*(?:on|at|date|time|by))?(?:\s*[:：])?(?=\W|$)",
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
_MONTH_ONLY = re.compile(r"\s*date\s+\d{4}(?:-\d{2})?(?=\s+\D)")
_CRAWLED = re.compile(r"\s*date\s+\d{4}-\d{2}(?:-\d{2})?\s+\S")
_HEAD = re.compile(r"\s*date\s+\d{4}-\d{2}(?:-\d{2})?\s+")
_WORD = re.compile(r"\s+(?![ap]\.?m\b)[^\W\d_]")
_AMERICAN = re.compile(r"\b(?:[ECMP][DS]?T|a\.?m\.?|p\.?m\.?)(?!\w)", re.IGNORECASE)
_FILLER = re.compile(
    r"\d+\s*(?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?)\s+ago|(?:\d+[\s-]*)min(?:ute)?s?(?:\s+read)?"
    r"|(?:share|save|print|e-?mail|comments?|views?|shares?|listen|follow|facebook|twitter|whatsapp|telegram|linkedin|"
    r"tweet|copy link|exclusive|news|world|politics|asia|international)\b(?:\s*[(:]?\s*[\d,.]+k?\)?)?"
    r"|\d{1,6}(?=\s*(?:views?|comments?|shares?|reads?)\b)|(?:오전|오후)|[가-힣]{2,6}=",
    re.IGNORECASE,
)
_FUSED = re.compile(
    r"(?<=[a-z])(?=(?:Published|Updated|Posted)\b)|(?<=[a-z])\d{1,3}$|(?<=[A-Za-z])(?=(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s)|(?<=\w)(?=\|)|[*_]{1,3}|\s*-?>\s*$"
)
_BARS = re.compile(r"\s*[|•·]\s*|\s+[-–—]\s+")
_PERSON = re.compile(r"[A-Z][^\W\d_]+(?:[ -][A-Z][^\W\d_]*\.?){1,3}(?=$|,| and )")
_ANNOUNCED = re.compile(
    r"(?:\b(?:news|paper|edition|issue) (?:of|for)|\bissued|\bpublished|\bdated|\bedition|^\w+(?: \w+)?,)$",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"(?:.{0,40}\s)?[Bb]y\s(?P<name>[A-Z].{2,80})$")
_DESK_NAME = re.compile(r"[A-Z][\w’.-]*(?: [A-Z][\w’.-]*){0,3}(?=\s*(?:[|•·]|$))")
_WORD_START = re.compile(r"(?<!\S)[(\[]?[^\W_]")
_WEEKDAY = re.compile(rf"{WEEKDAY}(?![’']s\b)", re.IGNORECASE)  # "Friday's meeting" tells the news


def stamp_of(text: str) -> Stamp | None:
    """Returns the stamp that a line is, None where it says anything else."""
    if len(text) > LONGEST_STAMP:
        return None
    text = _FUSED.sub(" ", text).strip()
    stamp = _Scan(text, bylines=True).stamp()
    said = stamp.dates or stamp.byline or stamp.labelled or stamp.bare or stamp.signed
    return stamp if said and stamp.end == len(text) else None


def stamp_in(text: str) -> Stamp | None:
    """Returns the stamp in a short line of a page's head that says something else, too.

    `The Daily Bulletin | June 20, 2024`, `World news of Thursday, 20 June 2024`: one part between bars is a
    stamp, or the line ends in one and is no sentence.
    """
    text = _FUSED.sub(" ", text).strip()
    parts = [part for part in _BARS.split(text) if part.strip()]
    stamps = [(part, stamp_of(part.strip())) for part in parts]
    dated = next((stamp for _, stamp in stamps if stamp and stamp.dates), None)
    if dated and not dated.labelled and any(names_an_event(part) for part in parts):
        return None
    if dated and len(parts) > 1:
        names = [part.strip() for part, stamp in stamps if stamp is None]
        return _with_names(dated, names) if sum(map(len, names)) <= LONGEST_NAMES else None
    start = first_date(text)
    last = stamp_of(text[start:]) if start else None
    before = text[:start].strip()
    signed = _SIGNED.match(before)
    if start is None or last is None or before.endswith((".", "?", "!")) or names_an_event(before):
        return None
    paper = is_masthead(before.strip(" ,")) or sounds_like_publisher(before.strip(" ,"))
    told = not last.bare or paper or _ANNOUNCED.search(before)
    if not signed and (before.count(" ") >= FEW_WORDS or not told):
        return None
    return _with_names(last, [signed["name"] if signed else before.strip(" ,")])


def moment_in(text: str) -> tuple[int, Stamp] | None:
    """Returns where the first full date of a line begins, with an hour before it, and its stamp.

    The stamp's `solid` counts from the line's beginning.
    """
    start = first_date(text)
    for word in _WORD_START.finditer(text, 0, start + 1) if start is not None else ():
        stamp = _Scan(text[word.start() :], bylines=False).stamp()
        if stamp.dates:
            return word.start(), replace(stamp, solid=word.start() + stamp.solid)
    return None


def stamp_after(text: str) -> Stamp | None:
    """Returns the stamp with an hour that a title runs into; its `end` is that of the title."""
    start = first_date(text)
    last = stamp_of(text[start:]) if start else None
    if start is None or last is None or last.bare or _SIGNED.match(text[:start].strip()):
        return None
    return replace(last, end=len(text[:start].rstrip(" |,–—-")), bare=False)


def _with_names(stamp: Stamp, names: list[str]) -> Stamp:
    """Returns a stamp with what stands beside it between bars: its author, or a paper with its article."""
    papers = [name for name in names if name.startswith("The ")]
    people = [found[0] for name in names if name not in papers and (found := _PERSON.match(name))]
    return replace(
        stamp,
        bare=False,
        byline=stamp.byline or next(iter(people), None),
        publisher=stamp.publisher or next(iter(papers), None),
    )


def stamp_before(text: str) -> Stamp | None:
    """Returns the stamp that is fused with the words after it: `date 2023-09-14 The minister said …`."""
    stamp = _Scan(text[:LONGEST_STAMP], bylines=False).stamp()
    rest = text[stamp.solid : stamp.solid + 2].lstrip("\"'“‘")
    begins = bool(rest) and (rest[0].isupper() or rest[0].isdigit() or not rest[0].islower())
    if _CRAWLED.match(text):
        head = _HEAD.match(text)
        return (
            _Scan(f"{head[0]}x", bylines=False).stamp() if head and _tells(text, stamp, head.end()) else stamp
        )
    fused = stamp.dates and stamp.firm and stamp.solid < len(text) and begins
    return stamp if fused and text[stamp.solid - 1].isspace() else None


def _tells(text: str, stamp: Stamp, start: int) -> bool:
    """Whether the sentence behind a crawler's date begins with a date of its own: `Monday the army said`."""
    goes_on = text[stamp.solid : stamp.solid + 1].islower()
    day = _WEEKDAY.match(text, start)
    spoken = day is not None and _WORD.match(text, day.end()) and date_at(text, start) is None
    return (goes_on and stamp.solid > start) or bool(spoken)


class _Scan:
    """Reads a line from its beginning for as long as it says when, by whom and nothing else."""

    def __init__(self, text: str, *, bylines: bool) -> None:
        self.text, self.bylines = text, bylines
        self.at = self.solid = 0  # `solid` ends the last date or hour, with the space after it
        self.claim = Claim.PLAIN
        self.dates: list[tuple[Claim, date]] = []
        self.byline: str | None = None
        self.publisher: str | None = None
        self.labelled = self.firm = self.dated = self.signed = False
        self.american = _AMERICAN.search(text) is not None

    def stamp(self) -> Stamp:
        """Returns what the line says up to where it says something else."""
        while self.at < len(self.text) and (self._moment() or self._label() or self._signature()):
            space = _SEPARATOR.match(self.text, self.at)
            self.at = space.end() if space else self.at
            opened = len(space[0]) - len(space[0].rstrip("([«")) if space else 0  # a title may begin so
            self.solid = self.at - opened if self.solid < 0 else self.solid
        bare = self.dated and len(self.dates) <= 1 and not (self.labelled or self.firm or self.byline)
        return Stamp(
            self.at,
            self.solid,
            tuple(self.dates),
            self.byline,
            self.publisher,
            bare,
            self.labelled,
            self.firm,
            self.signed,
        )

    def _moment(self) -> bool:
        """A date, an hour, a zone or a weekday."""
        found = date_at(self.text, self.at, american=self.american)
        if found is not None:
            self.firm, self.dated = self.firm or found.numeric, True
            self.dates += [(self.claim, found.day)] if found.day else []
            self.claim = Claim.PLAIN
            return self._past(found.end, solid=True)
        month = _MONTH_ONLY.match(self.text) if self.at == 0 else None
        hour = month or _TIME.match(self.text, self.at) or _ZONE.match(self.text, self.at)
        self.firm = self.firm or hour is not None
        found_any = hour or _WEEKDAY.match(self.text, self.at)
        return found_any is not None and self._past(found_any.end(), solid=True)

    def _label(self) -> bool:
        """A word that says what the next date is, or words of a share bar."""
        space = _SEPARATOR.match(self.text, self.at)
        published = _PUBLISHED.match(self.text, self.at)
        updated = _UPDATED.match(self.text, self.at)
        filler = _FILLER.match(self.text, self.at) if self.bylines else None
        if space is None and (label := published or updated):
            self.claim = Claim.PUBLISHED if published else Claim.UPDATED
            self.labelled = self.firm = True
            return self._past(label.end())
        if space is None and filler:
            self.labelled = self.labelled or " ago" in filler[0].lower()
        step = space or filler
        return step is not None and self._past(step.end())

    def _signature(self) -> bool:
        """An author or a medium."""
        if not self.bylines:
            return False
        signed = byline_at(self.text, self.at)
        if signed is not None:
            self.byline, self.publisher, self.signed = signed[0], signed[1] or self.publisher, True
            return self._past(signed[2])
        desk = _DESK_NAME.match(self.text, self.at) if self.signed else None
        if desk and sounds_like_publisher(desk[0]):
            return self._past(desk.end())
        named = publisher_at(self.text, self.at)
        if named is not None:
            self.publisher = named[0]
        return named is not None and self._past(named[1])

    def _past(self, end: int, *, solid: bool = False) -> bool:
        self.at, self.solid = end, -1 if solid else self.solid
        return True
