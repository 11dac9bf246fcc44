"""The Markdown export: read byte for byte, and parsed back."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from corpus import Analysis
from store import Annotation, Query, Sort, Store, export_markdown
from store.export import Layout
from store.headlines import full_headline

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


@pytest.mark.parametrize(
    ("name", "layout", "mermaid"),
    [
        ("timeline", Layout.CHRONOLOGY, False),
        ("table", Layout.TABLE, False),
        ("actors", Layout.ACTORS, False),
        ("mermaid", Layout.TABLE, True),
    ],
)
def test_golden(telling: Store, name: str, layout: Layout, mermaid: bool) -> None:
    about = {"title": "Korea & Russia", "about": "All events"}
    written = export_markdown(telling.details(), **about, layout=layout, mermaid=mermaid)
    assert written == (CASES / f"{name}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("layout", Layout)
def test_order_of_events_does_not_matter(telling: Store, layout: Layout) -> None:
    details = list(telling.details())
    assert export_markdown(reversed(details), layout=layout) == export_markdown(details, layout=layout)


@pytest.mark.parametrize("layout", [Layout.TABLE, Layout.ACTORS])
def test_days_follow_each_other_where_no_heading_parts_them(
    store: Store, article: Write, layout: Layout
) -> None:
    store.ingest(
        article(
            """
            2018-04-27 | CONSULT | kim-jong-un | First they met at the border.
            2018-05-28/2018-06-03 | CONSULT | kim-jong-un | Second came a week of talks.
            2018-06-12 | AGREE | kim-jong-un | Third was a statement.
            """
        )
    )
    written = export_markdown(store.details(), layout=layout, mermaid=True)
    for told in (written.split("```")[1], written.split("```")[2]):
        assert told.index("First") < told.index("Second") < told.index("Third")


def test_what_the_user_says_of_an_event_is_told(telling: Store) -> None:
    event = telling.page(Query(words="blacklisted"))[0].id
    telling.annotate([event], Annotation(Sort.STAR))
    telling.annotate([event], Annotation(Sort.TAG, "firms"))
    telling.annotate([event], Annotation(Sort.NOTE, "Which *150*?\n- Ask"))
    for layout in Layout:
        written = export_markdown(telling.details(), layout=layout)
        assert "a day later. Tags: firms. Note: Which \\*150\\*? - Ask." in written
        assert written.count("★") == (2 if layout is Layout.ACTORS else 1)


def test_every_event_stands_under_each_of_its_actors(telling: Store) -> None:
    written = export_markdown(telling.details(), layout=Layout.ACTORS)
    sections = {part.split("\n")[0]: part for part in written.split("\n## ")[1:]}
    assert "during" not in written.casefold()
    assert next(iter(sections)) == "North Korea (4 events)"
    assert (
        "blacklisted" in sections["United States (3 events)"]
        and "blacklisted" in sections["Russia (2 events)"]
    )


def test_nothing_chosen(store: Store) -> None:
    assert export_markdown(store.details()) == "# Timeline\n\nNo events.\n"


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("nasty", NASTY)
def test_no_text_of_a_document_acts(store: Store, article: Write, nasty: str, layout: Layout) -> None:
    line = " ".join(nasty.split())
    store.ingest(
        article(
            f"2023-09-13 | STATEMENT | kim-jong-un | {line}",
            title=nasty,
            publisher=nasty,
            path=nasty,
        )
    )
    event = store.page()[0].id
    store.annotate([event], Annotation(Sort.NOTE, nasty))
    written = export_markdown(store.details(), title=nasty, about=nasty, layout=layout)
    tokens = parser().parse(written)
    allowed = {"h1", "h2", "h3", "h4", "p", "ul", "li", "strong", "em", ""}
    allowed |= {"table", "thead", "tbody", "tr", "th", "td"} if layout is Layout.TABLE else set()
    used = {token.tag for token in walk(tokens) if not token.type.startswith("footnote")}
    assert used <= allowed
    assert not [token for token in walk(tokens) if "html" in token.type]
    assert len([token for token in walk(tokens) if token.type == "footnote_ref"]) == 1
    assert shown(written).count(line) >= 5
    cells = [token for token in walk(tokens) if token.type == "td_open"]
    assert len(cells) == (5 if layout is Layout.TABLE else 0)


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


def test_a_pronoun_among_several_actors_says_whom_it_means(store: Store, article: Write) -> None:
    store.ingest(article("2023-09-13 | CONSULT | kim-jong-un > vladimir-putin | He met Putin."))
    store.ingest(article("2023-09-15 | STATEMENT | kim-jong-un | He spoke of friendship."))
    written = export_markdown(store.details())
    assert "(CONSULT): Kim Jong Un · He met Putin." in written
    assert "(STATEMENT): He spoke of friendship." in written


class TestMermaid:
    """The diagram; that Mermaid itself shows such texts was seen with Mermaid 11."""

    @staticmethod
    def diagram(written: str) -> list[str]:
        (fence,) = [token for token in parser().parse(written) if token.type == "fence"]
        assert fence.info == "mermaid"
        return fence.content.splitlines()

    @pytest.mark.parametrize("nasty", [*NASTY, "section 2020", "a : b", "%%{init: {}}%%", "x<br/>y", "#35;"])
    def test_no_text_of_a_document_acts(self, store: Store, article: Write, nasty: str) -> None:
        store.ingest(article(f"2023-09-13 | STATEMENT | kim-jong-un | {' '.join(nasty.split())}"))
        written = export_markdown(store.details(), title=nasty, mermaid=True)
        head, title, section, period = self.diagram(written)
        assert (head, section) == ("timeline", "    section 2023")
        date, told = period.split(" : ")
        assert date == "        Wed 13 Sep"
        for text in (title.removeprefix("    title "), told):
            assert not set(':%<>&"`{}\\$') & set(text)
            assert not re.sub(r"#\d+;", "", text).count("#")
        headline = full_headline(store.page()[0]).strip()
        assert re.sub(r"#(\d+);", lambda code: chr(int(code[1])), told) == headline

    def test_events_of_a_day_share_its_period(self, telling: Store) -> None:
        lines = self.diagram(export_markdown(telling.details(), mermaid=True))
        (day,) = [line for line in lines if "Thu 14 Sep" in line]
        assert day.count(" : ") == 2

    def test_it_holds_what_mermaid_takes(self, store: Store, article: Write) -> None:
        for month in range(1, 13):
            told = (
                f"2023-{month:02}-{day:02} | STATEMENT | kim-jong-un | Kim said {'word ' * 80}{month} {day}."
                for day in range(1, 21)
            )
            store.ingest(article("\n".join(told), title=f"Month {month}"))
        written = export_markdown(store.details(), mermaid=True)
        assert len("\n".join(self.diagram(written))) < 50_000
        assert re.search(r"The diagram shows the \d+ most salient of 240 events\.", written)


def test_published_day_is_told(telling: Store) -> None:
    assert date(2023, 9, 14).strftime("%-d September %Y") in export_markdown(telling.details())
