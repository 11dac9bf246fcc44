"""A wire report that several papers print is one source, whoever prints it first and however it is read."""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest

from corpus import Analysis
from store import Query, Store
from store.merge.copies import is_copy, sketch

Write = Callable[..., Analysis]
MET = "2023-09-13 | CONSULT | kim-jong-un > vladimir-putin | Kim met Putin at the Vostochny Cosmodrome."
RECEIVED = "2023-09-13 | CONSULT | vladimir-putin > kim-jong-un | Putin received Kim for long talks."
WIRE = """The guests toured a hangar in which a booster stood on its side, and asked about its fuel and its
range. A band played while the cars drew up, and children handed over bread and salt. Officials on both sides
declined to say what had been signed, if anything had. The dinner that followed had seven courses, among them
crab dumplings, sturgeon with mushrooms, and a cake of red berries from the taiga. The visitor wrote in the
book of guests that the first conquerors of space would be remembered for ever."""
OWN = """Analysts who follow the two countries saw little that was new. Shells for satellites is how one of
them in Seoul put the bargain, which both capitals have denied for months. Trade across the river bridge has
grown since the spring, according to customs figures, and freight cars wait in the yards on both banks."""


def paper(article: Write, name: str, text: str, day: int = 14, line: str = MET) -> Analysis:
    return article(line, published=date(2023, 9, day), title=name, publisher=name, extra=text)


def sources(store: Store) -> list[int]:
    return [row.sources for row in store.page()]


def test_one_report_in_three_papers_is_one_source(store: Store, article: Write) -> None:
    store.ingest(paper(article, "The Gazette", WIRE, 15))
    store.ingest(paper(article, "The Wire", WIRE, 14))
    store.ingest(paper(article, "The Herald", WIRE.replace("A band", "A brass band"), 16))
    store.ingest(paper(article, "The Post", OWN, 14, RECEIVED))
    (detail,) = store.details()
    assert (detail.row.sources, len(detail.passages)) == (2, 4)
    wire = next(p.document.id for p in detail.passages if p.document.title == "The Wire")
    copied = {p.document.title: p.copy_of for p in detail.passages}
    assert copied == {"The Wire": None, "The Post": None, "The Gazette": wire, "The Herald": wire}
    assert store.count(Query(least_sources=2)) == 1
    assert store.count(Query(least_sources=3)) == 0


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_in_any_order(tmp_path: Path, article: Write, order: tuple[int, ...]) -> None:
    papers = [
        paper(article, "The Wire", WIRE, 14),
        paper(article, "The Gazette", WIRE, 14, RECEIVED),
        paper(article, "The Herald", " ".join(WIRE.split()[:60]), 16),
        paper(article, "The Post", OWN, 14, RECEIVED),
    ]
    with Store.open(tmp_path / "any.db") as store:
        for index in order:
            store.ingest(papers[index])
        (detail,) = store.details()
        assert detail.row.sources == 2
        assert {p.document.title for p in detail.passages if not p.copy_of} & {"The Post"}
        assert len({p.copy_of for p in detail.passages}) == 2


def test_a_copy_adds_nothing_to_the_salience(store: Store, article: Write) -> None:
    store.ingest(paper(article, "The Wire", WIRE))
    before = store.page()[0].salience
    store.ingest(paper(article, "The Gazette", WIRE))
    assert store.page()[0].salience == before
    store.ingest(paper(article, "The Post", OWN, 14, RECEIVED))
    assert store.page()[0].salience > before


def test_copies_do_not_outvote_a_date(store: Store, article: Write) -> None:
    vague = MET.replace("2023-09-13", "2023-09-12~")
    other = RECEIVED.replace("2023-09-13", "2023-09-13~")
    for name in ("One", "Two", "Three"):
        store.ingest(paper(article, name, WIRE, line=vague))
    texts = (OWN, OWN[::-1])
    for name, text in zip(("Four", "Five"), texts, strict=True):
        store.ingest(paper(article, name, text, line=other))
    values = {row.value: row.sources for row in store.page()}
    assert values in ({"2023-09-13~": 3}, {"2023-09-12~": 1, "2023-09-13~": 2})


def test_the_same_text_a_month_later_is_a_source_of_its_own(store: Store, article: Write) -> None:
    store.ingest(paper(article, "The Wire", WIRE))
    later = paper(article, "The Annals", WIRE)
    store.ingest(replace(later, document=replace(later.document, published=date(2023, 10, 30))))
    assert sources(store) == [2]


class TestTexts:
    def test_case_marks_and_line_breaks_do_not_matter(self) -> None:
        assert is_copy(sketch(WIRE), sketch(WIRE.upper().replace("\n", "  ").replace(",", " –")))

    def test_a_text_with_some_words_changed(self) -> None:
        words = WIRE.split()
        for at in range(7, len(words), 17):
            words[at] = "another"
        assert is_copy(sketch(WIRE), sketch(" ".join(words)))

    def test_a_text_cut_after_its_first_half(self) -> None:
        assert is_copy(sketch(WIRE), sketch(WIRE[: len(WIRE) // 2]))

    def test_two_reports_that_quote_the_same_sentence(self) -> None:
        quote = "The visitor wrote that the first conquerors of space would be remembered for ever."
        assert not is_copy(sketch(f"{WIRE} {quote}"), sketch(f"{OWN} {quote}"))

    def test_a_short_statement_inside_a_long_report(self) -> None:
        assert not is_copy(sketch(f"{WIRE} {OWN} {OWN[::-1]}"), sketch(" ".join(WIRE.split()[:20])))

    def test_texts_too_short_to_tell(self) -> None:
        assert not is_copy(sketch("Kim met Putin on Wednesday."), sketch("Kim met Putin on Wednesday."))
        assert not is_copy(sketch(""), sketch(""))

    def test_long_texts_are_told_by_a_part_of_their_shingles(self) -> None:
        chance = random.Random(1)
        words = [f"w{chance.randrange(4000)}" for _ in range(9000)]
        whole, half = sketch(" ".join(words)), sketch(" ".join(words[:4500]))
        assert len(whole.hashes) == len(half.hashes) == 128
        assert is_copy(whole, half)
        chance.shuffle(words)
        assert not is_copy(whole, sketch(" ".join(words)))
