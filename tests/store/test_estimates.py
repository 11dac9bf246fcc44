"""An undated document gets the publication day under which its weekdays agree with what it retells."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from hashlib import sha256
from itertools import permutations
from pathlib import Path

import pytest

from corpus import Document, analyse
from store import Store, export_jsonl, export_markdown
from tests.store.test_merging import timeline

MEETING = """Russian Foreign Minister Sergei Lavrov met North Korean Foreign Minister Choe Son Hui in Moscow
on Tuesday. Lavrov thanked Choe for her support."""
SANCTIONS = """Japan imposed sanctions on three Russian shipping firms on Thursday for carrying North Korean
artillery shells to the port of Dunai."""
RETOLD = """Lavrov received North Korean Foreign Minister Choe Son Hui in Moscow on Tuesday.

Japan on Thursday imposed sanctions on three Russian shipping firms that had carried artillery shells from
North Korea to the port of Dunai.

The Kremlin said on Friday that the step was hostile."""


def document(text: str, published: date | None, name: str = "") -> Document:
    digest = sha256(f"{name}{text}".encode()).hexdigest()
    said_in = "head" if published else None
    return Document(digest[:16], digest, text, name or text[:20], None, None, published, said_in, "en")


MET = document(MEETING, date(2024, 3, 6))
PUNISHED = document(SANCTIONS, date(2024, 3, 8))
UNDATED = document(RETOLD, None)


def ingest(store: Store, documents: Iterable[Document], *, allowed: bool = True) -> None:
    for each in documents:
        store.ingest(analyse(each))
        store.estimate(analyse, allowed=allowed)


def estimated(store: Store, of: Document = UNDATED) -> str | None:
    """Returns the publication date that is shown of a document, None where it has none."""
    known = store.known(of.hash)
    assert known is not None
    told = [p.document for detail in store.details() for p in detail.passages if p.document.id == of.id]
    values = {row.published_value for row in told}
    assert len(values) < 2
    return values.pop() if values else None


def test_weekdays_tell_the_day(store: Store) -> None:
    ingest(store, [MET, PUNISHED, UNDATED])
    assert estimated(store) == "2024-03-08~"
    (kremlin,) = [detail for detail in store.details() if detail.row.first == date(2024, 3, 8)]
    assert kremlin.row.value == "2024-03-08~"
    assert kremlin.why == "“on Friday”, published about Fri 8 Mar 2024 (an estimate)"
    shared = [detail for detail in store.details() if len(detail.passages) > 1]
    assert [detail.row.value for detail in shared] == ["2024-03-05", "2024-03-07"]
    assert {p.value for detail in shared for p in detail.passages} >= {"2024-03-05~", "2024-03-07~"}
    assert store.check() == []


@pytest.mark.parametrize("order", list(permutations((MET, PUNISHED, UNDATED))))
def test_the_order_of_reading_does_not_matter(tmp_path: Path, order: tuple[Document, ...]) -> None:
    with Store.open(tmp_path / "one.db") as store:
        ingest(store, order)
        one = timeline(store)
    with Store.open(tmp_path / "other.db") as store:
        store.ingest(*map(analyse, (UNDATED, MET, PUNISHED)))
        store.estimate(analyse)
        assert timeline(store) == one


def test_settling_again_changes_nothing(store: Store) -> None:
    ingest(store, [MET, PUNISHED, UNDATED])
    before = timeline(store), [row.id for row in store.page()]
    assert store.estimate(analyse) == []
    assert (timeline(store), [row.id for row in store.page()]) == before


def test_the_reason_is_told_wherever_the_date_is(store: Store) -> None:
    store.ingest(*map(analyse, (MET, PUNISHED, UNDATED)))
    (made,) = store.estimate(analyse)
    assert made.day == date(2024, 3, 8)
    assert made.why.startswith("it retells dated events: “on Tuesday” is Tuesday 5 March 2024 as in “")
    passage = next(p for d in store.details() for p in d.passages if p.document.id == UNDATED.id)
    assert passage.document.published_why == made.why
    assert '"published": "2024-03-08~"' in export_jsonl(store.details())
    assert "about 8 March 2024" in export_markdown(store.details())


def test_one_vague_retelling_is_not_enough(store: Store) -> None:
    ingest(store, [MET, UNDATED])
    assert estimated(store) is None
    assert store.estimate(analyse) == []


def test_a_state_is_told_for_its_ambassador(store: Store) -> None:
    named = document(
        "South Korea summoned the Russian ambassador, Georgy Zinoviev, on Friday to protest the pact.",
        date(2024, 6, 22),
    )
    other = document("On Friday, South Korea summoned the Russian ambassador to protest the pact.", None)
    ingest(store, [named, other])
    assert estimated(store, other) == "2024-06-22~"


def test_today_with_its_date_wants_no_more_than_the_year(store: Store) -> None:
    fired = document(
        "North Korea fired an intermediate-range missile over Hokkaido from Pyongyang on Friday.",
        date(2017, 9, 15),
    )
    text = (
        "North Korea has fired an intermediate-range missile over Hokkaido from Pyongyang, Seoul says. In a "
        "statement issued today (Sept. 15), South Korea said it was ready.\n\nThe missile was fired from "
        "Pyongyang today, Japan said."
    )
    undated = document(text, None)
    ingest(store, [fired, undated])
    assert estimated(store, undated) == "2017-09-15~"


def test_what_resembles_another_day_more_tells_no_day(store: Store) -> None:
    signed = document(
        "Vladimir Putin and Kim Jong Un signed a partnership treaty in Pyongyang on Wednesday.",
        date(2024, 6, 20),
    )
    helped = document(
        "Vladimir Putin promised Kim Jong Un help on Wednesday. He said on Wednesday that there were limits.",
        date(2023, 9, 14),
    )
    text = (
        "Putin and Kim Jong Un signed a partnership treaty in Pyongyang on Wednesday. He said on Wednesday "
        "that there were rules."
    )
    undated = document(text, None)
    ingest(store, [helped, signed, undated])
    assert estimated(store, undated) != "2023-09-14~"


def test_words_that_fit_any_day_tell_none(store: Store) -> None:
    vague = RETOLD.replace("on Tuesday", "yesterday").replace("on Thursday", "today")
    undated = document(vague.replace("on Friday", "today"), None)
    ingest(store, [MET, PUNISHED, undated])
    assert estimated(store, undated) is None


def test_a_weekday_that_nobody_else_tells_is_of_the_same_week(store: Store) -> None:
    later = document(RETOLD.replace("The Kremlin said on Friday", "The Kremlin said on Saturday"), None)
    ingest(store, [MET, PUNISHED, later])
    assert estimated(store, later) == "2024-03-09~"


def test_the_same_people_in_another_year_are_another_meeting(store: Store) -> None:
    years = [replace(document(MEETING, day), published=day) for day in (date(2019, 3, 6), date(2024, 3, 6))]
    once = document("Lavrov met Choe Son Hui in Moscow on Friday, and they dined.", None)
    ingest(store, [*years, once])
    assert estimated(store, once) is None


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("On March 5, ", "2024-03-06~"),
        ("MOSCOW, March 5. ", "2024-03-05~"),
        ("MOSCOW, March 5. /TASS/. ", "2024-03-05~"),
    ],
)
def test_a_month_and_its_day_tell_the_year(store: Store, head: str, day: str) -> None:
    """MET appeared on the day after; a dateline is of its own day."""
    undated = document(f"{head}Sergei Lavrov met North Korean Foreign Minister Choe Son Hui in Moscow.", None)
    ingest(store, [MET, PUNISHED, undated])
    assert estimated(store, undated) == day


def test_the_news_of_a_dated_report_needs_no_date_of_its_own(store: Store) -> None:
    lead = document(
        "Lavrov and North Korean Foreign Minister Choe Son Hui have met in Moscow.", date(2024, 3, 5)
    )
    undated = document(
        "Lavrov and North Korean Foreign Minister Choe Son Hui met in Moscow on March 5.", None
    )
    ingest(store, [lead, undated])
    assert estimated(store, undated) == "2024-03-05~"


def test_a_month_and_its_day_in_two_years_tell_none(store: Store) -> None:
    years = [document(MEETING, day, str(day)) for day in (date(2019, 3, 6), date(2024, 3, 6))]
    undated = document("On March 5, Sergei Lavrov met Choe Son Hui in Moscow.", None)
    ingest(store, [*years, undated])
    assert estimated(store, undated) is None


def test_a_date_of_the_past_does_not_tell_the_day_of_the_news(store: Store) -> None:
    text = "Lavrov flew home on Friday. On March 5, he met Choe Son Hui in Moscow."
    undated = document(text, None)
    ingest(store, [MET, PUNISHED, undated])
    assert estimated(store, undated) is None


def test_a_contradiction_withdraws_it(store: Store) -> None:
    ingest(store, [MET, PUNISHED, UNDATED])
    assert estimated(store) == "2024-03-08~"
    later = replace(PUNISHED, published=date(2024, 3, 15), published_from="given")
    ingest(store, [later])
    assert estimated(store) is None
    ingest(store, [PUNISHED])
    assert estimated(store) == "2024-03-08~"


def test_the_date_that_a_user_gives_moves_all(store: Store) -> None:
    ingest(store, [MET, PUNISHED, UNDATED])
    given = replace(UNDATED, published=date(2024, 3, 16), published_from="given")
    ingest(store, [given])
    assert estimated(store) == "2024-03-16"
    told = [p.value for d in store.details() for p in d.passages if p.document.id == UNDATED.id]
    assert told == ["2024-03-12", "2024-03-14", "2024-03-15"]
    ingest(store, [UNDATED])
    assert estimated(store) == "2024-03-16"


def test_the_day_of_the_estimate_given_by_the_user_is_no_estimate(store: Store) -> None:
    ingest(store, [MET, PUNISHED, UNDATED])
    ingest(store, [replace(UNDATED, published=date(2024, 3, 8), published_from="given")])
    assert estimated(store) == "2024-03-08"
    told = [p.value for d in store.details() for p in d.passages if p.document.id == UNDATED.id]
    assert told == ["2024-03-05", "2024-03-07", "2024-03-08"]


def test_only_where_it_is_allowed(store: Store) -> None:
    ingest(store, [MET, PUNISHED, UNDATED], allowed=False)
    assert estimated(store) is None
    store.estimate(analyse)
    assert estimated(store) == "2024-03-08~"
    (withdrawn,) = store.estimate(analyse, allowed=False)
    assert withdrawn.day is None
    assert estimated(store) is None
    assert len(store.estimate(analyse, fresh=False)) == 1


def test_an_estimate_is_no_evidence_for_another(store: Store) -> None:
    echo = document("The Kremlin said on Friday that the step was hostile. It spoke of a hostile step.", None)
    ingest(store, [MET, PUNISHED, UNDATED, echo])
    assert estimated(store, echo) is None
