"""Invented news for the screen's tests: reports with the events they tell, without any extraction."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from corpus import (
    Actor,
    Alias,
    Analysis,
    Basis,
    Document,
    Entity,
    EntityType,
    Event,
    Kind,
    Mention,
    Precision,
    Role,
    Sentence,
    Status,
)
from store import Store

ENTITIES = {
    entity.id: entity
    for entity in (
        Entity("kim-jong-un", "Kim Jong Un", EntityType.PERSON, "PRK", (Alias("Kim"), Alias("김정은", "ko"))),
        Entity(
            "vladimir-putin",
            "Vladimir Putin",
            EntityType.PERSON,
            "RUS",
            (Alias("Putin"), Alias("Путин", "ru")),
        ),
        Entity("united-states", "United States", EntityType.STATE, "USA", (Alias("Washington"),)),
        Entity("south-korea", "South Korea", EntityType.STATE, "KOR", (Alias("Seoul"), Alias("한국", "ko"))),
        Entity("north-korea", "North Korea", EntityType.STATE, "PRK", (Alias("Pyongyang"),)),
        Entity("russia", "Russia", EntityType.STATE, "RUS", (Alias("Moscow"),)),
        Entity("soviet-union", "Soviet Union", EntityType.STATE, "SUN"),
        Entity("united-nations", "United Nations", EntityType.ORGANISATION, None, (Alias("UN"),)),
    )
}
"""Who acts in the invented news."""


@dataclass(frozen=True)
class Told:
    """An event as a report tells it: the `quote` must stand in the report's text."""

    quote: str
    day: date
    kind: Kind
    headline: str
    source: str | None = None
    target: str | None = None
    words: str | None = None
    last: date | None = None
    value: str | None = None
    precision: Precision = Precision.DAY
    status: Status = Status.HAPPENED


@dataclass(frozen=True)
class Report:
    """A document and its events."""

    title: str
    publisher: str
    published: date | None
    text: str
    told: tuple[Told, ...]


def analysis(report: Report) -> Analysis:
    """Returns the report as the corpus would have analysed it."""
    digest = hashlib.sha256(report.text.encode("utf-8", "surrogatepass")).hexdigest()
    document = Document(
        id=digest[:16],
        hash=digest,
        text=report.text,
        title=report.title,
        publisher=report.publisher,
        published=report.published,
        published_from="given" if report.published else None,
        language="en",
        path=f"{digest[:8]}.txt",
    )
    mentions = sorted(_mentions(report.text), key=lambda mention: mention.start)
    events = sorted((_event(report, told) for told in report.told), key=lambda event: event.start)
    named = {mention.entity for mention in mentions} | {a.entity for event in events for a in event.actors}
    return Analysis(
        document=document,
        sentences=tuple(Sentence(event.start, event.end, 0) for event in events),
        times=(),
        mentions=tuple(mentions),
        events=tuple(events),
        entities=tuple(ENTITIES[name] for name in sorted(named)),
    )


def _event(report: Report, told: Told) -> Event:
    start = report.text.index(told.quote)
    time = None
    if told.words:
        begin = report.text.index(told.words, start)
        time = (begin, begin + len(told.words))
    roles = ((told.source, Role.SOURCE), (told.target, Role.TARGET))
    return Event(
        start=start,
        end=start + len(told.quote),
        value=told.value or told.day.isoformat(),
        first=told.day,
        last=told.last or told.day,
        precision=told.precision,
        basis=Basis.RELATIVE if told.words else Basis.INHERITED,
        why=f"“{told.words}”, published {report.published:%a} {report.published.day} {report.published:%b %Y}"
        if told.words and report.published
        else "the day of publication",
        kind=told.kind,
        status=told.status,
        headline=told.headline,
        actors=tuple(_actor(name, role) for name, role in roles if name),
        trigger=told.kind.lower(),
        time=time,
        salience=0.5,
    )


def _actor(name: str, role: Role) -> Actor:
    entity = ENTITIES[name]
    return Actor(entity.id, entity.name, entity.country, role)


def _mentions(text: str) -> Iterable[Mention]:
    taken: set[int] = set()
    for entity in ENTITIES.values():
        for name in (entity.name, *(alias.text for alias in entity.aliases)):
            start = text.find(name)
            while start >= 0:
                if start not in taken:
                    taken.update(range(start, start + len(name)))
                    yield Mention(
                        start, start + len(name), name, entity.id, entity.name, entity.type, entity.country
                    )
                start = text.find(name, start + 1)


SUMMIT = (
    Report(
        "Two leaders meet at a launch site",
        "Harbour Courier",
        date(2023, 9, 14),
        "The day was bright and the guards stood in two long rows along the road to the launch pad.\n\n"
        "Kim Jong Un met Vladimir Putin on Wednesday at a launch site in the far east. They spoke for "
        "five hours, and neither said what was signed.\n\n"
        "Washington said it was watching. Observers expect that Pyongyang will ask for grain, for spare "
        "parts and for help with satellites, and that Moscow wants shells.\n\n"
        + "Nothing else was made known. "
        * 40,
        (
            Told(
                "Kim Jong Un met Vladimir Putin on Wednesday at a launch site in the far east.",
                date(2023, 9, 13),
                Kind.CONSULT,
                "Kim Jong Un meets Vladimir Putin at a launch site",
                "kim-jong-un",
                "vladimir-putin",
                "on Wednesday",
            ),
        ),
    ),
    Report(
        "Summit in the far east",
        "Evening Ledger",
        date(2023, 9, 13),
        "Vladimir Putin received Kim Jong Un today at a launch site. The two toured a hangar.",
        (
            Told(
                "Vladimir Putin received Kim Jong Un today at a launch site.",
                date(2023, 9, 13),
                Kind.CONSULT,
                "Kim Jong Un meets Vladimir Putin at a launch site",
                "kim-jong-un",
                "vladimir-putin",
                "today",
            ),
        ),
    ),
)
"""One event told by two reports."""

SANCTIONS = Report(
    "Ministry lists firms",
    "Harbour Courier",
    date(2023, 9, 15),
    "Washington put 150 firms on a list on Thursday because they trade with Russia. Seoul welcomed it.",
    (
        Told(
            "Washington put 150 firms on a list on Thursday because they trade with Russia.",
            date(2023, 9, 14),
            Kind.SANCTION,
            "United States sanctions 150 firms that trade with Russia",
            "united-states",
            "russia",
            "on Thursday",
        ),
    ),
)

EXERCISE = Report(
    "합동 훈련 The drill in the south",
    "Seoul Daybook",
    date(2022, 8, 20),
    "South Korea 한국 and the United States will train together in September 2022, Seoul said.\n"
    "한국과 미국은 구월에 함께 훈련한다고 밝혔다. 한국은 준비를 마쳤다고 말했다. 이 훈련은 해마다 열린다.",
    (
        Told(
            "South Korea 한국 and the United States will train together in September 2022, Seoul said.",
            date(2022, 9, 1),
            Kind.COOPERATE,
            "한국 South Korea and the United States train together",
            "south-korea",
            "united-states",
            "in September 2022",
            last=date(2022, 9, 30),
            value="2022-09",
            precision=Precision.MONTH,
            status=Status.ANNOUNCED,
        ),
    ),
)

HOSTILE = Report(
    "A [red]title[/red] with \x1b]52;c;aGk=\x07 in it",
    "[bold]Bad[/bold] Press\x1b[2J",
    date(2021, 3, 4),
    "Pyongyang [reverse]fired[/reverse] a \x1b[31mrocket\x1b[0m \u202eback\u202c, \u3164said Moscow.",
    (
        Told(
            "Pyongyang [reverse]fired[/reverse] a \x1b[31mrocket",
            date(2021, 3, 3),
            Kind.ASSAULT,
            "North Korea [blink]fires[/blink] a \x1b[5mrocket\x1b]0;x\x07",
            "north-korea",
            "south-korea",
        ),
    ),
)

PACT = Report(
    "Aid for the north",
    "Harbour Courier",
    date(1961, 7, 7),
    "The Soviet Union promised North Korea arms on Thursday. It will send tractors too.",
    (
        Told(
            "The Soviet Union promised North Korea arms on Thursday.",
            date(1961, 7, 6),
            Kind.AID,
            "Soviet Union promises North Korea arms",
            "soviet-union",
            "north-korea",
            "on Thursday",
        ),
        Told(
            "It will send tractors too.",
            date(1961, 7, 7),
            Kind.AID,
            "It will send tractors",
            "soviet-union",
        ),
    ),
)

NEWS = (*SUMMIT, SANCTIONS, EXERCISE, HOSTILE)
"""Four events in three years."""


def many(number: int) -> Iterable[Report]:
    """Yields reports of `number` events, three days apart from 1 January 2000 on."""
    kinds = list(Kind)
    names = list(ENTITIES)
    for index in range(number):
        day = date(2000, 1, 1) + timedelta(days=3 * index)
        source, target = names[index % len(names)], names[(index * 3 + 1) % len(names)]
        quote = f"{ENTITIES[source].name} turned to {ENTITIES[target].name} in matter number {index} today."
        told = Told(quote, day, kinds[index % len(kinds)], f"Matter number {index}", source, target, "today")
        yield Report(f"Matter {index}", "Daily Matter", day, f"{quote} No more is known.", (told,))


def make_store(path: Path, reports: Iterable[Report] = NEWS) -> Path:
    """Makes a store of the reports at `path` and returns the path."""
    with Store.open(path) as store:
        for report in reports:
            store.ingest(analysis(report))
    return path
