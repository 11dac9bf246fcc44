"""The Markdown export: read byte for byte, and parsed back."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from corpus import Analysis
from store import Query, Store, export_markdown

CASES = Path(__file__).parent.parent / "cases" / "markdown"

Write = Callable[..., Analysis]

NASTY = [
    *(
        "# heading",
        "## a #",
        "- item",
        "+ item",
        "* item",
        "1. one",
        "23) two",
        "> quote",
        "    code",
        "\tcode",
    ),
    *(
        "```fence",
        "~~~fence",
        "`code`",
        "``a`b``",
        "*em*",
        "**strong**",
        "_em_ __strong__",
        "a_b_c",
        "~~gone~~",
    ),
    *(
        "[link](https://evil.example)",
        "![image](x.png)",
        "[ref]",
        "[^1]",
        "[^1]: note",
        "[a]: https://b.example",
    ),
    *("<b>bold</b>", "<script>alert(1)</script>", "<!-- gone -->", "<https://evil.example>", "</li></ul>"),
    *(
        "&amp; &lt; &#35; &copy",
        "a & b",
        "\\",
        "\\*",
        "ends with \\",
        "a\\\nb",
        "two  \nlines",
        "---",
        "===",
        "***",
    ),
    *(
        "| a | b |",
        "$x^2$",
        ":smile:",
        "https://evil.example",
        "www.evil.example",
        "me@evil.example",
        "@user",
    ),
    *(
        "Setext\n===",
        "Setext\n---",
        "term\n: definition",
        "^sup^ H~2~O",
        "{.class}",
        "!!",
        "!",
        "=",
        "+",
        "-",
        "#",
    ),
    *(
        "“quoted” ‘words’",
        "it's 5 < 6 > 4",
        "50% off; a|b",
        "(c) (tm) ...",
        "a--b",
        "*",
        "_",
        "`",
        "[",
        "]",
        "<",
    ),
    *("가나다 북한", "Ким Чен Ын", "e\u0301\u0302", "👩‍👩‍👧", "non\u00a0breaking"),
]


def parser() -> MarkdownIt:
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(footnote_plugin)


def walk(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from walk(token.children or [])


def shown(markdown: str) -> str:
    """Returns the text that a reader sees, spaces as one."""
    parts = []
    for token in walk(parser().parse(markdown)):
        parts.append(
            "\n" if token.type in ("softbreak", "hardbreak") else token.content * (token.type == "text")
        )
    return " ".join("".join(parts).split())


@pytest.fixture
def telling(store: Store, article: Write) -> Store:
    store.ingest(
        article(
            """
            2023-09-13 | CONSULT | kim-jong-un > vladimir-putin | Kim met Putin on Wednesday at Vostochny.
            2023-09-14 | SANCTION | united-states > russia | Washington blacklisted 150 firms a day later.
            2023-09-14 | STATEMENT | state-department | The State Department called the talks troubling.
            2023-09-16 | CONSULT announced | kim-jong-un | Kim is expected in Vladivostok on Saturday.
            2023-09 | MOBILIZE | united-states, south-korea > north-korea | The allies flew drills this month.
            2023-09-12/2023-09-17 | CONSULT | kim-jong-un > russia | Kim's tour of Russia lasted six days.
            """,
            url="https://bulletin.example/kim-putin?page=1",
        )
    )
    store.ingest(
        article(
            """
            2017-09-03 | MOBILIZE | north-korea | North Korea tested a *hydrogen* bomb <loudly>.
            2018 | AGREE | north-korea > south-korea | The two Koreas signed accords in 2018.
            199X | AID | united-states > north-korea | Fuel oil was shipped in the 1990s.
            """,
            published=None,
            title=None,
            publisher=None,
            path="bomb_[1].txt",
        )
    )
    return store


def test_golden(telling: Store) -> None:
    written = export_markdown(telling.details(), title="Korea & Russia", about="All events")
    assert written == (CASES / "timeline.md").read_text(encoding="utf-8")


def test_order_of_events_does_not_matter(telling: Store) -> None:
    details = list(telling.details())
    assert export_markdown(reversed(details)) == export_markdown(details)


def test_nothing_chosen(store: Store) -> None:
    assert export_markdown(store.details()) == "# Timeline\n\nNo events.\n"


@pytest.mark.parametrize("nasty", NASTY)
def test_no_text_of_a_document_acts(store: Store, article: Write, nasty: str) -> None:
    line = " ".join(nasty.split())
    store.ingest(
        article(
            f"2023-09-13 | STATEMENT | kim-jong-un | {line}",
            title=nasty,
            publisher=nasty,
            path=nasty,
        )
    )
    written = export_markdown(store.details(), title=nasty, about=nasty)
    tokens = parser().parse(written)
    allowed = {"h1", "h2", "h3", "h4", "p", "ul", "li", "strong", "em", ""}
    used = {token.tag for token in walk(tokens) if not token.type.startswith("footnote")}
    assert used <= allowed
    assert not [token for token in walk(tokens) if "html" in token.type]
    assert len([token for token in walk(tokens) if token.type == "footnote_ref"]) == 1
    assert shown(written).count(line) >= 4


@pytest.mark.parametrize(
    "control", ["\x1b[31m", "\x1b]52;c;aGk=\x07", "\x9b2J", "\u202egnp", "\x00", "\x08", "\u2066"]
)
def test_control_characters_do_nothing(store: Store, article: Write, control: str) -> None:
    store.ingest(
        article(f"2023-09-13 | STATEMENT | kim-jong-un | Kim said{control} it.", title=f"a{control}b")
    )
    written = export_markdown(store.details(Query(words="said")))
    assert not set("\x1b\x07\x9b\u202e\x00\x08\u2066") & set(written)
    assert all(character.isprintable() or character in "\n" for character in written)


@pytest.mark.parametrize(
    ("url", "is_link"),
    [
        ("https://a.example/b?c=d&e=f#g_h*i", True),
        ("javascript:alert(1)", False),
        ("https://a.example/ b", False),
        ("https://a.example/>x<b>", False),
        ("https:///nohost", False),
    ],
)
def test_addresses(store: Store, article: Write, url: str, is_link: bool) -> None:
    store.ingest(article("2023-09-13 | STATEMENT | kim-jong-un | Kim said it.", url=url))
    tokens = list(walk(parser().parse(export_markdown(store.details()))))
    links = [token.attrs["href"] for token in tokens if token.type == "link_open"]
    assert links == ([url] if is_link else [])
    assert url in "".join(token.content for token in tokens if token.type == "text")


def test_published_day_is_told(telling: Store) -> None:
    assert date(2023, 9, 14).strftime("%-d September %Y") in export_markdown(telling.details())
