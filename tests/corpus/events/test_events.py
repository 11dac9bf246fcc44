"""What holds of every event, whatever the text: evidence, headline, salience; and text that means harm."""

import re
from datetime import date

import pytest

from corpus import Basis, Document, Event, Role, Status, analyse, extract

PUBLISHED = date(2023, 9, 15)
REPORT = """\
SEOUL, Sept. 15 (Wire) - Senior South Korean officials and their US counterparts said on Friday that
North Korea and Russia would pay a price for what the two leaders had agreed on Wednesday, a day
before Washington blacklisted 150 companies.

Kim Jong Un met Vladimir Putin at a cosmodrome on Wednesday (September 13) and the two signed
nothing. "We came here to talk about satellites today," Putin said.

Antony Blinken, South Korea's Foreign Minister Park Jin and Japan's Foreign Minister Yoko Kamikawa
agreed on Thursday to answer any act that threatens the security of the region with all the means
that their treaties allow them to use.

Kim is expected to visit Vladivostok on Saturday. Moscow denied sending rockets to Pyongyang in
August. North Korea reportedly fired a missile on Wednesday. The United States condemned the talks.
"""
WORD = re.compile(r"\w+")


def events(text: str, published: date | None = PUBLISHED) -> list[Event]:
    return extract(Document("d", "d", text, published=published))


def test_a_headline_has_no_word_that_is_not_in_its_passage() -> None:
    for event in events(REPORT):
        passage = iter(word.lower() for word in WORD.findall(REPORT[event.start : event.end]))
        missing = [word for word in WORD.findall(event.headline) if word.lower() not in passage]
        assert not missing, event.headline


def test_a_headline_is_a_line() -> None:
    for event in events(REPORT):
        assert 0 < len(event.headline) <= 91
        assert "\n" not in event.headline
        assert event.headline[0] == event.headline[0].upper()
        assert not event.headline.endswith((" the", " and", " of", ",", " that"))


def test_every_event_leads_back_to_its_words() -> None:
    for event in events(REPORT):
        passage = REPORT[event.start : event.end]
        assert event.trigger in passage
        assert event.actors
        if event.time is not None:
            assert event.start <= event.time[0] < event.time[1] <= event.end


def test_a_date_that_was_not_told_says_so() -> None:
    condemned = next(event for event in events(REPORT) if event.trigger == "condemned")
    assert condemned.basis is Basis.INHERITED
    assert condemned.value.endswith("~")
    assert condemned.time is None
    assert condemned.why.startswith("no date of its own")


def test_each_status_is_told_apart() -> None:
    told = {event.trigger: event.status for event in events(REPORT)}
    assert told["met"] is Status.HAPPENED
    assert told["visit"] is Status.ANNOUNCED
    assert told["sending"] is Status.DENIED
    assert told["fired"] is Status.ALLEGED


def test_salience_thins_out_words_before_deeds() -> None:
    found = events(REPORT)
    assert all(0 <= event.salience <= 1 for event in found)
    deed = next(event for event in found if event.trigger == "met")
    words = next(event for event in found if event.trigger == "condemned")
    assert deed.salience > words.salience


def test_who_reports_is_not_who_acts() -> None:
    found = events("North Korea fired a missile on Tuesday, Japan's coast guard said on Wednesday.")
    assert [actor.entity for actor in found[0].actors if actor.role is Role.SOURCE] == ["north-korea"]
    assert found[0].attributed_to is not None


def test_a_place_is_where_it_was() -> None:
    found = events("Moon Jae-in met Kim Jong Un in Pyongyang on Wednesday.")
    assert found[0].place == "pyongyang"


def test_the_country_of_a_person_nobody_listed_is_that_of_the_title() -> None:
    found = events("Russian Deputy Agriculture Minister Pavel Orlovsky met Park Jin on Wednesday.")
    assert [actor.country for actor in found[0].actors] == ["RUS", "KOR"]


def test_the_title_of_a_document_is_no_passage() -> None:
    title = "North Korea fires missile on Wednesday"
    document = Document("d", "d", f"{title}.\n\nLittle was known.", title=title, published=PUBLISHED)
    assert not extract(document)


def test_events_are_sorted_by_passage() -> None:
    starts = [event.start for event in events(REPORT)]
    assert starts == sorted(starts)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "\x1b[31mKim met Putin on Wednesday.\x07",
        "Kim'; DROP TABLE events; -- met Putin on Wednesday.",
        "<b>Kim Jong Un</b> met <script>Vladimir Putin</script> on Wednesday.",
        "and and and , , , ( ( ( “ “ “ on Wednesday",
        "“" * 500 + " Kim met Putin on Wednesday",
        "Wednesday " * 300,
        "said that " * 300 + "Kim met Putin on Wednesday.",
        "North Korea, " * 300 + "and Russia met on Wednesday.",
    ],
)
def test_no_text_breaks_it(text: str) -> None:
    analyse(Document("d", "d", text, published=PUBLISHED))
