"""Every value says why: its rule, its anchor and a reason that a reader checks at a glance."""

from datetime import date

from corpus.model import Basis, Precision, TimeExpression
from corpus.pipeline import time_expressions

PUBLISHED = date(2023, 9, 14)


def only(text: str, published: date | None = PUBLISHED) -> TimeExpression:
    (expression,) = time_expressions(text, published)
    return expression


def test_a_relative_date_names_its_publication_day() -> None:
    found = only("They met on Wednesday.")
    assert found.why == "“on Wednesday”, published Thu 14 Sep 2023"
    assert (found.rule, found.basis, found.anchor) == ("weekday-past", Basis.RELATIVE, "2023-09-14")


def test_a_clause_that_points_ahead_is_told_in_the_rule() -> None:
    assert only("They will meet on Saturday.").rule == "weekday-future"


def test_an_explicit_date_needs_no_anchor() -> None:
    found = only("It was signed on July 27, 1953.")
    assert (found.why, found.basis, found.anchor) == ("“on July 27, 1953”, as written", Basis.EXPLICIT, None)


def test_a_date_told_before_is_named_with_its_words() -> None:
    _, found = time_expressions("They met on Sunday. The next day he left.", PUBLISHED)
    assert found.why == "“The next day”, counted from Sun 10 Sep 2023 (“on Sunday”)"
    assert found.anchor == "2023-09-10"


def test_a_coarse_date_told_before_is_named_by_its_value() -> None:
    _, found = time_expressions("War came in 1950. Three years later it ended.", PUBLISHED)
    assert found.why == "“Three years later”, counted from 1950 (“1950”)"


def test_a_vague_expression_says_that_it_names_no_day() -> None:
    found = only("He is now in Beijing.")
    assert (found.value, found.precision) == (None, Precision.PRESENT)
    assert found.why == "“now”, which names no day"


def test_without_a_publication_date_a_relative_one_says_what_it_lacks() -> None:
    found = only("They met on Wednesday.", None)
    assert (found.value, found.first, found.last, found.precision) == (None, None, None, Precision.DAY)
    assert found.why == "“on Wednesday”, and the document has no publication date"


def test_an_unresolved_expression_keeps_the_precision_of_its_words() -> None:
    assert only("It was sold last week.", None).precision is Precision.WEEK
    assert only("It was sold two years ago.", None).precision is Precision.YEAR
    assert only("It was sold in March.", None).precision is Precision.MONTH


def test_an_anchor_that_is_too_coarse_is_said_to_be() -> None:
    _, found = time_expressions("War came in 1950. The following day it rained.", None)
    assert found.value is None
    assert found.why == "“The following day”, and nothing told before it that is exact enough"


def test_a_time_before_the_calendar_has_no_value() -> None:
    found = only("The rock formed 9000 years ago.")
    assert found.value is None
    assert found.why == "“9000 years ago”, which the calendar does not have"


def test_the_reason_does_not_depend_on_the_locale() -> None:
    assert "Thu 14 Sep 2023" in only("They met today.").why
