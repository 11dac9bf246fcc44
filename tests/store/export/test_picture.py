"""The picture: well-formed, read aloud, and true to who acts on whom."""

from collections.abc import Callable, Iterable
from xml.etree import ElementTree

import pytest

from corpus import Analysis, Kind
from store import EventDetail, Store
from store.export import Form, Style, parts
from store.export.tones import HEIRS, tone
from tests.store.test_markdown import NASTY
from tui.kinds import LOOKS
from tui.lanes import PREDECESSORS

Write = Callable[..., Analysis]
SVG = "{http://www.w3.org/2000/svg}"


def picture(details: Iterable[EventDetail], lanes: tuple[str, ...] = ("PRK", "KOR", "RUS", "USA")) -> str:
    return "".join(parts(details, Style(Form.SVG, lanes=lanes), title="Korea & <Russia>", about="all"))


def tree(details: Iterable[EventDetail], **options: tuple[str, ...]) -> ElementTree.Element:
    return ElementTree.fromstring(picture(details, **options))


def events(root: ElementTree.Element) -> dict[str, ElementTree.Element]:
    """Returns the drawn events by the words that are read aloud."""
    return {group.findtext(f"{SVG}title", ""): group for group in root.iter(f"{SVG}g")}


@pytest.fixture
def telling(store: Store, article: Write) -> Store:
    store.ingest(
        article(
            """
            2022 | STATEMENT | kim-jong-un | Kim spoke of a hard year.
            2023-09-13 | CONSULT | kim-jong-un > vladimir-putin | Kim met Putin at Vostochny.
            2023-09-14 | SANCTION | united-states > russia | Washington blacklisted 150 firms.
            """
        )
    )
    return store


def test_it_can_be_read_aloud(telling: Store) -> None:
    root = tree(telling.details())
    assert root.findtext(f"{SVG}title") == "Korea & <Russia>"
    assert root.findtext(f"{SVG}desc") == "all. 3 events, 2022–2023."
    assert list(events(root)) == [
        "2022: Kim spoke of a hard year (STATEMENT, Kim Jong Un)",
        "Wednesday 13 September 2023: Kim met Putin at Vostochny (CONSULT, Kim Jong Un and Vladimir Putin)",
        "Thursday 14 September 2023: Washington blacklisted 150 firms (SANCTION, United States → Russia)",
    ]


def test_an_arrow_leads_from_who_acts_to_whom(telling: Store) -> None:
    drawn = events(tree(telling.details()))
    meeting, sanction = (drawn[words] for words in drawn if "2023" in words)
    assert [path.get("class") for path in meeting.iter(f"{SVG}path")] == ["stroke cooperation"]
    assert len(list(meeting.iter(f"{SVG}circle"))) == 2
    stroke, head = sanction.iter(f"{SVG}path")
    assert stroke.get("class") == "stroke conflict"
    (source,) = sanction.iter(f"{SVG}circle")
    tip = float(str(head.get("d")).split("L")[0].split()[0].removeprefix("M"))
    assert tip < float(str(source.get("cx")))


def test_lanes_may_be_others(telling: Store) -> None:
    root = tree(telling.details(), lanes=("USA", "JPN"))
    assert [text.text for text in root.iter(f"{SVG}text") if text.get("class") == "lane"] == [
        *("USA", "JPN", "+")
    ]


@pytest.mark.parametrize(
    "nasty", [*NASTY, "]]>", "<!-- x -->", "&lt;", "\x1b[31m", "\x00\ufffe\uffff", "\ud800"]
)
def test_no_text_of_a_document_acts(store: Store, article: Write, nasty: str) -> None:
    line = " ".join(nasty.split())
    store.ingest(article(f"2023-09-13 | STATEMENT | kim-jong-un | {line} it"))
    root = ElementTree.fromstring("".join(parts(store.details(), Style(Form.SVG), title=nasty)))
    known = {"svg", "title", "desc", "style", "rect", "text", "path", "g", "circle"}
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= known
    assert len(events(root)) == 1


def test_a_long_headline_is_broken_and_cut(store: Store, article: Write) -> None:
    store.ingest(article(f"2023-09-13 | STATEMENT | kim-jong-un | {'한국은 다시 말했다 ' * 40}."))
    lines = [
        text.text or ""
        for text in tree(store.details()).iter(f"{SVG}text")
        if text.get("class") == "headline"
    ]
    assert len(lines) == 3
    assert lines[-1].endswith("…")


def test_of_many_events_the_most_salient_are_drawn(telling: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("store.export.picture.MOST", 2)
    root = tree(telling.details())
    assert len(events(root)) == 2
    assert "3 events, 2022–2023; shown are the 2 most salient." in str(root.findtext(f"{SVG}desc"))


def test_nothing_chosen(store: Store) -> None:
    assert tree(store.details()).findtext(f"{SVG}desc") == "all. No events."


def test_tones_and_heirs_are_those_of_the_screen() -> None:
    assert {kind: str(tone(kind)) for kind in Kind} == {kind: str(LOOKS[kind].tone) for kind in Kind}
    assert HEIRS == PREDECESSORS
