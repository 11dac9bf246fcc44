"""What EDTF values mean: their first and last day, as corpus/times/value.py documents them."""

from datetime import date

import pytest

from corpus.model import Precision
from corpus.times import value as v


@pytest.mark.parametrize(
    ("value", "edtf", "first", "last", "precision"),
    [
        (v.day(date(2023, 9, 13)), "2023-09-13", "2023-09-13", "2023-09-13", Precision.DAY),
        (v.week(date(2023, 9, 13)), "2023-09-11/2023-09-17", "2023-09-11", "2023-09-17", Precision.WEEK),
        (v.weekend(date(2023, 9, 13)), "2023-09-16/2023-09-17", "2023-09-16", "2023-09-17",
         Precision.WEEKEND),
        (v.month(2024, 2), "2024-02", "2024-02-01", "2024-02-29", Precision.MONTH),
        (v.quarter(1997, 3), "1997-07/1997-09", "1997-07-01", "1997-09-30", Precision.QUARTER),
        (v.half(2017, 1), "2017-01/2017-06", "2017-01-01", "2017-06-30", Precision.HALF),
        (v.season(2018, v.SPRING), "2018-21", "2018-03-01", "2018-05-31", Precision.SEASON),
        (v.season(2018, v.WINTER), "2018-24", "2018-12-01", "2019-02-28", Precision.SEASON),
        (v.year(2018), "2018", "2018-01-01", "2018-12-31", Precision.YEAR),
        (v.decade(1994), "199X", "1990-01-01", "1999-12-31", Precision.DECADE),
        (v.century(20), "19XX", "1900-01-01", "1999-12-31", Precision.CENTURY),
        (v.century(1), "00XX", "0001-01-01", "0099-12-31", Precision.CENTURY),
        (v.days(date(2018, 9, 12), date(2018, 9, 17)), "2018-09-12/2018-09-17", "2018-09-12", "2018-09-17",
         Precision.INTERVAL),
        (v.approximate(v.day(date(2024, 6, 21))), "2024-06-21~", "2024-06-20", "2024-06-22", Precision.DAY),
        (v.approximate(v.year(1990)), "1990~", "1989-01-01", "1991-12-31", Precision.YEAR),
        (v.halves(v.year(2017), 2), "2017-07/2017-12", "2017-07-01", "2017-12-31", Precision.HALF),
        (v.halves(v.month(2018, 9), 1), "2018-09-01/2018-09-15", "2018-09-01", "2018-09-15",
         Precision.INTERVAL),
        (v.third(v.month(2018, 9), 1), "2018-09", "2018-09-01", "2018-09-10", Precision.MONTH),
        (v.third(v.month(2018, 9), 3), "2018-09", "2018-09-21", "2018-09-30", Precision.MONTH),
        (v.third(v.day(date(2018, 9, 1)), 3), "2018-09-01", "2018-09-01", "2018-09-01", Precision.DAY),
    ],
)  # fmt: skip
def test_a_value_has_the_days_it_can_mean(
    value: v.Value, edtf: str, first: str, last: str, precision: Precision
) -> None:
    assert (value.edtf, str(value.first), str(value.last), value.precision) == (edtf, first, last, precision)


def test_an_interval_keeps_the_precision_of_its_ends() -> None:
    joined = v.interval(v.month(1951, 3), v.year(1953))
    assert joined is not None
    assert (joined.edtf, str(joined.first), str(joined.last)) == ("1951-03/1953", "1951-03-01", "1953-12-31")


def test_an_interval_between_decades_is_written_in_years() -> None:
    joined = v.interval(v.decade(1960), v.decade(1980))
    assert joined is not None
    assert joined.edtf == "1960/1989"


def test_an_interval_against_the_order_of_time_is_none() -> None:
    assert v.interval(v.year(1953), v.year(1950)) is None


@pytest.mark.parametrize("vague", [Precision.PRESENT, Precision.PAST, Precision.FUTURE])
def test_a_vague_value_has_no_days(vague: Precision) -> None:
    assert v.vague(vague) == v.Value(None, None, None, vague)
