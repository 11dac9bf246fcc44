"""Articles for the tests, written as lines: `value | kind | sources > targets | sentence`.

Behind the kind may stand a status, and the word that tells the event: `CONSULT announced [visit]`; behind
the sentence, the headline, where that is not all of it.
"""

import re
import shutil
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

import pytest

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
    TimeExpression,
)
from store import Store

ENTITIES_FILE = Path(__file__).parent.parent / "cases" / "merge" / "entities.txt"

Write = Callable[..., Analysis]
_KIND = re.compile(r"(?P<kind>[A-Z]+)(?: (?P<status>[a-z]+))?(?: \[(?P<trigger>.+)\])?")


def _entities() -> dict[str, Entity]:
    found = {}
    for line in ENTITIES_FILE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            identifier, type_, country, names = (part.strip() for part in line.split("|"))
            name, *aliases = (part.strip() for part in names.split(";"))
            found[identifier] = Entity(
                identifier,
                name,
                EntityType(type_),
                country or None,
                tuple(Alias(alias.lstrip("~"), weak=alias.startswith("~")) for alias in (name, *aliases)),
            )
    return found


ENTITIES = _entities()


def _span(value: str) -> tuple[date, date, Precision]:
    """Reads the few EDTF forms that the cases use."""
    plain = value.rstrip("~?")
    if "/" in plain:
        begin, end = plain.split("/")
        return date.fromisoformat(begin), date.fromisoformat(end), Precision.INTERVAL
    if re.fullmatch(r"\d{4}", plain):
        return date(int(plain), 1, 1), date(int(plain), 12, 31), Precision.YEAR
    if re.fullmatch(r"\d{3}X", plain):
        return date(int(plain[:3]) * 10, 1, 1), date(int(plain[:3]) * 10 + 9, 12, 31), Precision.DECADE
    if re.fullmatch(r"\d{4}-\d\d", plain):
        first = date.fromisoformat(f"{plain}-01")
        return first, (first + timedelta(31)).replace(day=1) - timedelta(1), Precision.MONTH
    day, margin = date.fromisoformat(plain), timedelta(value.endswith("~"))
    return day - margin, day + margin, Precision.DAY


def _actors(words: str) -> tuple[Actor, ...]:
    sources, _, targets = words.partition(">")
    return tuple(
        Actor(entity.id, entity.name, entity.country, role)
        for side, role in ((sources, Role.SOURCE), (targets, Role.TARGET))
        for entity in (ENTITIES[name.strip()] for name in side.split(",") if name.strip())
    )


def _event(start: int, line: str) -> tuple[Event, str]:
    value, kind, actors, sentence, *headline = (part.strip() for part in line.split("|"))
    found = _KIND.fullmatch(kind)
    assert found, line
    first, last, precision = _span(value)
    event = Event(
        start=start,
        end=start + len(sentence),
        value=value,
        first=first,
        last=last,
        precision=precision,
        basis=Basis.INHERITED if value.endswith("~") else Basis.RELATIVE,
        why=f"told as {value}",
        kind=Kind(found["kind"]),
        status=Status(found["status"] or "happened"),
        headline="".join(headline) or sentence.rstrip("."),
        actors=_actors(actors),
        trigger=found["trigger"] or "",
        salience=0.5,
    )
    return event, sentence


def _mentions(text: str) -> Iterator[Mention]:
    names = {alias.text: entity for entity in reversed(ENTITIES.values()) for alias in entity.aliases}
    longest_first = sorted(names, key=len, reverse=True)
    for found in re.finditer(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b", text):
        entity = names[found[0]]
        yield Mention(
            found.start(), found.end(), found[0], entity.id, entity.name, entity.type, entity.country
        )


TIME = re.compile(
    r"(?:on |in |this |last )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today"
    r"|\d{1,2} (?:June|September)(?: \d{4})?|(?:June|September)(?: \d{4})?|\d{4}s?|this month)\b"
)


def _times(text: str, events: list[Event]) -> Iterator[TimeExpression]:
    for event in events:
        for found in TIME.finditer(text, event.start, event.end):
            yield TimeExpression(
                *(found.start(), found.end(), found[0], event.value, event.first, event.last),
                *(event.precision, event.basis, event.why, "test"),
            )


def write_article(
    lines: str,
    *,
    published: date | None = date(2023, 9, 14),
    title: str | None = "A title",
    publisher: str | None = "The Daily Bulletin",
    path: str | None = "articles/one.txt",
    url: str | None = None,
    extra: str = "",
) -> Analysis:
    """Returns what would be found in an article whose sentences are these lines."""
    text, events = "", []
    for line in lines.strip().splitlines():
        event, sentence = _event(len(text), line.strip())
        events.append(event)
        text += f"{sentence}\n"
    text += extra
    mentions = tuple(_mentions(text))
    digest = sha256(f"{publisher}{title}{text}".encode("utf-8", "replace")).hexdigest()
    named = {m.entity for m in mentions} | {actor.entity for event in events for actor in event.actors}
    return Analysis(
        document=Document(
            digest[:16], digest, text, title, publisher, None, published, "head", "en", path, url
        ),
        sentences=tuple(Sentence(event.start, event.end, 0) for event in events),
        times=tuple(_times(text, events)),
        mentions=mentions,
        events=tuple(events),
        entities=tuple(ENTITIES[name] for name in sorted(named)),
    )


@pytest.fixture
def article() -> Write:
    """The function that writes an article."""
    return write_article


@pytest.fixture
def store(blank: Path, tmp_path: Path) -> Iterator[Store]:
    """An empty store."""
    with Store.open(shutil.copy(blank, tmp_path / "dateline.db")) as opened:
        yield opened


@pytest.fixture(scope="session")
def _filled(blank: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("filled") / "filled.db"
    shutil.copy(blank, path)
    with Store.open(path) as store:
        store.ingest(
            write_article("""
            2023-09-13 | CONSULT | kim-jong-un > vladimir-putin | Kim met Putin at the Vostochny Cosmodrome.
            2023-09-14 | SANCTION | united-states > russia | Washington blacklisted 150 Russian firms.
            2023-09-13 | AGREE | state-department > south-korea | The State Department approved an F-35 sale.
        """)
        )
        store.ingest(
            write_article(
                """
            2017-09-03 | MOBILIZE | north-korea | North Korea tested a hydrogen bomb.
            2017-09 | STATEMENT | donald-trump > north-korea | Trump condemned the nuclear test.
        """,
                published=date(2017, 9, 5),
                title="Bomb",
                publisher="The Evening Post",
            )
        )
    return path


@pytest.fixture
def filled(_filled: Path, tmp_path: Path) -> Iterator[Store]:
    """A store of five events in two papers, of 2017 and 2023."""
    with Store.open(shutil.copy(_filled, tmp_path / "filled.db")) as opened:
        yield opened
