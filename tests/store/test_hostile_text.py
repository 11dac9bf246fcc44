"""Text from documents is shown, never obeyed."""

from collections.abc import Callable

import pytest

from corpus import Analysis
from store import Query, Store
from store.sanitise import clean_line, clean_text

Write = Callable[..., Analysis]

CONTROLS = [
    "\x1b[2J",
    "\x1b]52;c;aGk=\x07",
    "\x9b31m",
    "\x90q",
    "\u202eevil\u202c",
    "\u2066x\u2069",
    "\x00",
    "\x7f",
    "\x85",
]


@pytest.mark.parametrize("control", CONTROLS)
def test_controls_become_visible_and_offsets_hold(control: str) -> None:
    text = f"Kim{control} met\nPutin\r\n"
    cleaned = clean_text(text)
    assert len(cleaned) == len(text)
    assert all(letter.isprintable() or letter in "\n\t" for letter in cleaned)
    assert clean_line(text).isprintable()


@pytest.mark.parametrize("control", CONTROLS)
def test_rows_and_evidence_are_harmless(store: Store, article: Write, control: str) -> None:
    line = f"2023-09-13 | STATEMENT | kim-jong-un | Kim{control.replace(chr(0x85), '')} said it."
    store.ingest(article(line, title=control, publisher=control, path=control, url=control))
    (row,) = store.page(Query(words="said"))
    assert row.headline.isprintable()
    (passage,) = store.event(row.id).passages
    assert passage.quote.isprintable()
    document = passage.document
    for text in (document.title, document.publisher, document.path, document.url):
        assert text is not None and text.isprintable()


@pytest.mark.parametrize(
    "text", ["plain", "Kim’s “visit”", "북한", "naïve", "👩‍👩‍👧", "a\tb\nc", "non\u00a0break"]
)
def test_ordinary_text_is_left_alone(text: str) -> None:
    assert clean_text(text) == text


def test_lone_surrogates_are_kept_out(store: Store, article: Write) -> None:
    store.ingest(article("2023-09-13 | STATEMENT | kim-jong-un | Kim said \ud800it.", title="\udfff"))
    assert store.page()[0].headline == "Kim said \ufffdit"


@pytest.mark.parametrize(
    "words",
    [
        '"',
        "'",
        "*",
        "NEAR(",
        "a OR",
        "-x",
        "^x",
        "col:x",
        "headline : x",
        "(",
        "\x00",
        "%",
        "x" * 9999,
        "{a b}",
        "a+b",
        '""',
        '"a',
    ],
)
def test_words_never_break_the_search(store: Store, article: Write, words: str) -> None:
    store.ingest(article("2023-09-13 | STATEMENT | kim-jong-un | Kim said it."))
    query = Query(words=words)
    assert store.count(query) == len(store.page(query)) in (0, 1)


def test_names_never_break_the_actor_search(store: Store, article: Write) -> None:
    store.ingest(article("2023-09-13 | STATEMENT | kim-jong-un | Kim said it."))
    for pattern in ("%", "_", "'", '"', "*", "\x00", "(", "\\", "x" * 9999, "\u0301"):
        assert len(store.actors(pattern)) in (0, 1)
