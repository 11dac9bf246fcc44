"""The head of an article: when, by whom, under which title; and what is left as its story."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from corpus.cleaning import Block, Form, form_of
from corpus.reading.article import Said
from corpus.reading.bylines import byline_at, lone_name
from corpus.reading.date_lines import dated_line
from corpus.reading.dateline import Dateline, dateline_of, is_dateline
from corpus.reading.dateline_year import news_day, year_beside
from corpus.reading.dates import first_date, plausible
from corpus.reading.publishers import (
    is_agency,
    is_masthead,
    publisher_in_notice,
    without_publisher,
    year_in_notice,
)
from corpus.reading.stamps import Claim, Stamp, stamp_after, stamp_before, stamp_in, stamp_of
from corpus.reading.title_lines import parted
from corpus.reading.titles import TitlePlace, is_long, split_title

FEWEST_TITLE = 5  # blanks in a title before a stamp that it runs into; fewer are an author or a paper
HEAD_BLOCKS = 14  # a stamp without a label counts no further down
DATE_LINE_BLOCKS = 10  # a date among labels is a stamp no further down
BARE_AFTER_PROSE = 1  # a date alone on its line may follow a deck, not a story

_LONG = timedelta(days=7)  # between a dateline and the day on which its story appears

NOTE_BLOCKS = 3  # a note about the copy stands no further down

_NOTE = re.compile(
    r"(?:note|n\.?b\.?|notice|source note|disclaimer)\s*[:–—-] .+|\[(?:[^\[\]]+ ){2,60}[^\[\]]+\]",
    re.IGNORECASE,
)
_BY = re.compile(r"(?:written |reported |words )?by\s*:?", re.IGNORECASE)
_TRAILING_CREDIT = re.compile(r"(?<=[.!?”\"])\s*[(\[](?P<name>[^()\[\]]{2,30})[)\]]$")


@dataclass(frozen=True, slots=True)
class Head:
    """What the head says, and the blocks that are no part of it."""

    said: Said
    body: list[Block]


def read_head(page: list[Block], year: int | None = None) -> Head:
    """Returns the head of a page; `year` completes a dateline where the page does not name one."""
    page, fused = _without_fused(_with_signatures(_without_notes(parted(page))))
    page, ran_into = _without_stamp_after(_with_datelines(page))
    fused += ran_into
    stamps = _with_lone_names(page, _loose(page, _stamps(page)))
    story = [at for at, block in enumerate(page) if block.form is Form.PROSE and at not in stamps]
    where = _dateline(page, story[:3])
    dateline = where[1] if where else None
    given = [*fused, *stamps.values()]
    head = split_title(page, set(stamps), story[0] if story else None, stamped=bool(fused))
    dates = [*(each.dates for each in fused), *_dates(stamps, head.at, dateline)]
    years = (year, _year(page), year_beside(page, dateline))
    claims = [claim for each in dates for claim in each]
    published = _published(claims, dateline, next(filter(None, years), None))
    published = published or news_day(page, next(filter(None, years), None))
    if where and (published or not where[1].month_and_day):  # else its day would be lost, for want of a year
        page = _without_dateline(page, *where)
    body = [block for at, block in enumerate(page) if at not in stamps and at not in head.dropped]
    body, credit = _without_credit(body)
    title, medium = without_publisher(page[head.at].text) if head.at is not None else (None, None)
    publishers = [*_publishers(page, given, dateline), medium, *_named_by_titles(page, head), credit]
    said = Said(
        title=title,
        publisher=next(filter(None, publishers), None),
        byline=next((stamp.byline for stamp in given if stamp.byline), None),
        published=published,
        published_from="head" if published else None,
        dateline=dateline,
    )
    return Head(said, body)


def _without_notes(page: list[Block]) -> list[Block]:
    """Drops first lines that tell of the copy and not of the news: `Note: …`, `[Made for a school.]`."""
    kept = [
        block for block in page[:NOTE_BLOCKS] if not _NOTE.fullmatch(block.text) or first_date(block.text)
    ]
    return [*kept, *page[NOTE_BLOCKS:]]


def _with_signatures(page: list[Block]) -> list[Block]:
    """Joins a `By` that stands in a line of its own with the names in the next."""
    for at, (block, following) in enumerate(pairwise(page[:HEAD_BLOCKS])):
        if (
            _BY.fullmatch(block.text)
            and stamp_of(following.text) is None
            and byline_at(f"By {following.text}", 0)
        ):
            return [*page[:at], replace(following, text=f"By {following.text}"), *page[at + 2 :]]
    return page


def _with_lone_names(page: list[Block], stamps: dict[int, Stamp]) -> dict[int, Stamp]:
    """Adds the line that names the author without a `By`, beside a stamp or between title and story."""
    if any(stamp.byline for stamp in stamps.values()):
        return stamps
    story = next((at for at, block in enumerate(page) if block.form is Form.PROSE and at not in stamps), 0)
    titles = sum(at not in stamps and is_long(block) for at, block in enumerate(page[:story]))
    for at, block in enumerate(page[:story]):
        if titles <= is_long(block):  # it may be the title itself
            continue
        beside = at - 1 in stamps or at + 1 in stamps or at + 1 == story > 1
        name = lone_name(block.text) if beside and at not in stamps else None
        if name:
            return {**stamps, at: Stamp(0, 0, (), name, None, bare=False, labelled=False, firm=False)}
    return stamps


def _without_fused(page: list[Block]) -> tuple[list[Block], list[Stamp]]:
    """Takes off a stamp that runs into the first words of the page."""
    for at, block in enumerate(page[:2]):
        stamp = stamp_before(block.text) if stamp_of(block.text) is None else None
        if stamp:
            rest = block.text[stamp.solid :].strip()
            return [*page[:at], Block(rest, form_of(rest)), *page[at + 1 :]], [stamp]
    return page, []


def _with_datelines(page: list[Block]) -> list[Block]:
    """Joins a dateline that stands in a line of its own with the story in the next."""
    for at, (block, following) in enumerate(pairwise(page[:HEAD_BLOCKS])):
        if following.form is Form.PROSE and block.form is Form.SHORT and is_dateline(block.text):
            return [*page[:at], replace(following, text=f"{block.text} {following.text}"), *page[at + 2 :]]
    return page


def _without_stamp_after(page: list[Block]) -> tuple[list[Block], list[Stamp]]:
    """Takes off a stamp that the title runs into."""
    for at, block in enumerate(page[:3]):
        stamp = stamp_after(block.text) if block.form is Form.SHORT and stamp_of(block.text) is None else None
        if stamp and block.text[: stamp.end].count(" ") >= FEWEST_TITLE:
            title = block.text[: stamp.end]
            return [*page[:at], Block(title, form_of(title)), *page[at + 1 :]], [stamp]
    return page, []


def _stamps(page: list[Block]) -> dict[int, Stamp]:
    """Returns the stamps of a page by their place.

    A date alone on its line is one only at the head: further down it is a heading of a chronology.
    """
    found = {at: stamp for at, block in enumerate(page) if (stamp := stamp_of(block.text)) is not None}
    for at, block in enumerate(page[:DATE_LINE_BLOCKS]):
        if at not in found and (line := dated_line(block.text)) is not None:
            found[at] = line
    prose = [at for at, block in enumerate(page) if block.form is Form.PROSE and at not in found]
    bare = [at for at, stamp in found.items() if stamp.bare]
    allowed = BARE_AFTER_PROSE if len(bare) == 1 else 0
    for at, stamp in list(found.items()):
        before = sum(place < at for place in prose)
        if stamp.bare and before > allowed:
            del found[at]
        elif not stamp.labelled and (at >= HEAD_BLOCKS and before > allowed):
            found[at] = replace(stamp, dates=(), byline=None)
    return found


def _dateline(page: list[Block], story: list[int]) -> tuple[int, Dateline] | None:
    found = ((at, dateline_of(page[at].text)) for at in story)
    return next(((at, dateline) for at, dateline in found if dateline), None)


def _loose(page: list[Block], stamps: dict[int, Stamp]) -> dict[int, Stamp]:
    """Adds the lines before all prose that hold a stamp among other words, where no line is one.

    A date alone may be the day of the visit, so it does not settle the matter.
    """
    if any(stamp.dates and not stamp.bare for stamp in stamps.values()):
        return stamps
    lead = [at for at, block in enumerate(page) if block.form is Form.PROSE and at not in stamps][:2][-1:]
    for at, block in enumerate(page[: min([HEAD_BLOCKS, *lead])]):
        short = block.form is Form.SHORT or publisher_in_notice(block.text.strip("()[] ")) is not None
        stamp = stamp_in(block.text) if short and at not in stamps else None
        if stamp:
            return {**stamps, at: stamp}
    return stamps


def _without_dateline(page: list[Block], at: int, dateline: Dateline) -> list[Block]:
    return [*page[:at], replace(page[at], text=page[at].text[dateline.end :]), *page[at + 1 :]]


def _dates(
    stamps: dict[int, Stamp], title: int | None, dateline: Dateline | None
) -> list[tuple[tuple[Claim, date], ...]]:
    """Returns the dates of the stamps; one above the title is the day that the page was looked at.

    Alone it counts, unless it is bare and the dateline tells another day, with its year, long before.
    """
    below = {at: stamp.dates for at, stamp in stamps.items() if title is None or at > title}
    if not any(below.values()):
        written = dateline.day if dateline else None
        return [
            stamp.dates for stamp in stamps.values() if not (stamp.bare and _is_long_after(stamp, written))
        ]
    return [stamp.dates for at, stamp in stamps.items() if at in below or stamp.labelled]


def _is_long_after(stamp: Stamp, written: date | None) -> bool:
    return written is not None and all(day > written + _LONG for _, day in stamp.dates)


def _published(dates: list[tuple[Claim, date]], dateline: Dateline | None, year: int | None) -> date | None:
    claims = sorted(dates, key=lambda claim: claim[0])
    firm = [day for claim, day in claims if claim is not Claim.UPDATED]
    if firm:
        return firm[0]
    if dateline and dateline.day:
        return dateline.day
    if claims:
        return claims[0][1]
    if dateline and dateline.month_and_day and year:
        return plausible(year, *dateline.month_and_day)
    return None


def _year(page: Iterable[Block]) -> int | None:
    notices = (year_in_notice(block.text) for block in page if block.form is Form.FURNITURE)
    return next(filter(None, notices), None)


def _publishers(page: list[Block], stamps: list[Stamp], dateline: Dateline | None) -> list[str | None]:
    """Returns who may have published the page, the best evidence first."""
    notices = [block.text for block in page if block.form is Form.FURNITURE]
    sources = [text for text in notices if year_in_notice(text) is None]
    rights = [text for text in notices if year_in_notice(text) is not None]
    alone = [block.text for block in page[:HEAD_BLOCKS] if is_masthead(block.text)]
    return [
        *(publisher_in_notice(text.strip("()[] ")) for text in sources),
        *(stamp.publisher for stamp in stamps),
        dateline.publisher if dateline else None,
        *(text.strip("()[] ") for text in alone),
        *(publisher_in_notice(text) for text in rights),
    ]


def _named_by_titles(page: list[Block], title: TitlePlace) -> list[str]:
    """Returns the papers named at the end of other lines of the head: `Title | The Daily Bulletin`."""
    lines = (page[at].text for at in sorted(title.dropped) if at != title.at)
    return [name for _, name in map(without_publisher, lines) if name and is_masthead(name)]


def _without_credit(body: list[Block]) -> tuple[list[Block], str | None]:
    """Takes the agency off the end of the story: `… the minister said. (Yonhap)`."""
    last = max((at for at, block in enumerate(body) if block.form is Form.PROSE), default=None)
    credit = _TRAILING_CREDIT.search(body[last].text) if last is not None else None
    if last is None or credit is None or not is_agency(credit["name"]):
        return body, None
    rest = replace(body[last], text=body[last].text[: credit.start()])
    return [*body[:last], rest, *body[last + 1 :]], credit["name"].strip()
