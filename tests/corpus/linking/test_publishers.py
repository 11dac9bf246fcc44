"""Where a publisher sits."""

import pytest

from corpus import publisher_country


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("The Washington Post", "USA"),
        ("washington post", "USA"),
        ("Yonhap News Agency", "KOR"),
        ("TASS", "RUS"),
        ("  NHK ", "JPN"),
        ("The Bulletin of Nowhere", None),
        ("Kim Jong Un", None),
        ("", None),
    ],
)
def test_the_country_of_a_medium(name: str, country: str | None) -> None:
    assert publisher_country(name) == country
