"""The small pieces of the screen: dates, lanes, wrapped text, marks, lines of the list."""

from dataclasses import replace
from datetime import date

import pytest
from rich.cells import cell_len

from corpus import Basis, EntityType, Kind, Precision, Role, Status
from store import ActorRow, DocumentRow, EventRow, Mark, MonthCount, Passage
from tui.axis import Axis, columns, heights, labels, number_of
from tui.cells import fit, safe_line, safe_text
from tui.dates import long_date, numeric_span, period_title
from tui.headlines import full_headline, meant_in_short
from tui.kinds import LOOKS
from tui.lanes import Lanes
from tui.matching import matcher, matches
from tui.source.marks import Marks
from tui.source.wrap import wrap
from tui.theme import Ink
from tui.timeline.draw import Painter, State
from tui.timeline.gutter import GUTTER, gutter
from tui.timeline.lines import ItemLine, MonthLine, lay_out, line_of, lowest_top

INKS = ("muted", "marked", "accent", "foreground", "other", *{look.tone for look in LOOKS.values()})
ROW = EventRow(
    key=1,
    id=1,
    value="2023-09-13",
    first=date(2023, 9, 13),
    last=date(2023, 9, 13),
    precision=Precision.DAY,
    basis=Basis.EXPLICIT,
    kind=Kind.SANCTION,
    status=Status.HAPPENED,
    headline="One thing happens",
    actors=(),
    place=None,
    salience=0.5,
    sources=1,
)

DATES = """
2023-09-13            | 2023-09-13 2023-09-13 | day      | Wed 13   | Wed 13 Sep 2023
2024-06-21~           | 2024-06-21 2024-06-21 | day      | ~Fri 21  | about Fri 21 Jun 2024
2024-06-21?           | 2024-06-21 2024-06-21 | day      | Fri 21?  | Fri 21 Jun 2024 (uncertain)
2023-09-12/2023-09-17 | 2023-09-12 2023-09-17 | interval | 12–17    | 12–17 Sep 2023
2023-09-28/2023-10-03 | 2023-09-28 2023-10-03 | interval | 28–3 Oct | 28 Sep – 3 Oct 2023
2023-09-11/2023-09-17 | 2023-09-11 2023-09-17 | week     | 11–17    | 11–17 Sep 2023
2018-06               | 2018-06-01 2018-06-30 | month    | Jun      | Jun 2018
2018-06~              | 2018-06-01 2018-06-30 | month    | ~Jun     | about Jun 2018
2019-21               | 2019-03-01 2019-05-31 | season   | spring   | spring 2019
2019-34               | 2019-04-01 2019-06-30 | quarter  | Q2       | Q2 2019
2019-41               | 2019-07-01 2019-12-31 | half     | Jul–Dec  | second half of 2019
2023                  | 2023-01-01 2023-12-31 | year     | 2023     | 2023
199X                  | 1990-01-01 1999-12-31 | decade   | 1990s    | 1990s
19XX                  | 1900-01-01 1999-12-31 | century  | 20th c.  | 20th century
1950-06/1953-07       | 1950-06-01 1953-07-31 | interval | 1950–53  | Thu 1 Jun 1950 – Fri 31 Jul 1953
"""


@pytest.mark.parametrize("case", DATES.strip().splitlines())
def test_a_date_looks_no_more_exact_than_it_is(case: str) -> None:
    value, span, precision, short, long = (part.strip() for part in case.split("|"))
    first, last = (date.fromisoformat(day) for day in span.split())
    row = replace(ROW, value=value, first=first, last=last, precision=Precision(precision))
    assert gutter(row) == short
    assert len(gutter(row)) <= GUTTER
    assert long_date(value, first, last, Precision(precision)) == long


def test_periods_are_told_as_short_as_they_can_be() -> None:
    assert period_title(date(2023, 1, 1), date(2023, 12, 31)) == "2023"
    assert period_title(date(2023, 9, 1), date(2023, 9, 30)) == "Sep 2023"
    assert period_title(date(2023, 9, 1), date(2024, 2, 29)) == "Sep 2023 – Feb 2024"
    assert period_title(date(2023, 9, 5), date(2023, 9, 5)) == "5 Sep 2023"
    assert numeric_span(date(2023, 9, 5), date(2023, 9, 30)) == "2023-09"
    assert numeric_span(date(2017, 9, 5), date(2023, 9, 30)) == "2017-2023"


LANES = """
SANCTION | USA > RUS      |  ·   ·   ◀━━━●   ·
SANCTION | KOR > RUS      |  ·   ●━━━▶   ·   ·
CONSULT  | SUN > USA      |  ·   ·   ●───●   ·
CONSULT  | PRK > RUS      |  ●───────●   ·   ·
STATEMENT| USA > PRK      |  ◀┄┄┄┄┄┄┄┄┄┄┄●   ·
AID      | USA > CHN      |  ·   ·   ·   ●───▶
AID      | USA >          |  ·   ·   ·   ●   ·
ASSAULT  | > KOR          |  ·   ●   ·   ·   ·
COOPERATE| KOR,USA >      |  ·   ●───────●   ·
ACCUSE   | KOR,USA > RUS  |  ·   ●━━━▶━━━●   ·
ACCUSE   | KOR > KOR      |  ·   ●   ·   ·   ·
CONSULT  | >              |  ·   ·   ·   ·   ·
"""


@pytest.mark.parametrize("case", LANES.strip().splitlines())
def test_an_arrow_leads_from_who_acts_to_whom(case: str) -> None:
    kind, sides, drawn = case.split("|")
    actors = tuple(
        ActorRow(code.strip(), code.strip(), code.strip(), role)
        for side, role in zip(sides.split(">"), (Role.SOURCE, Role.TARGET), strict=True)
        for code in side.split(",")
        if code.strip()
    )
    cells = Lanes().draw(replace(ROW, kind=Kind(kind.strip()), actors=actors))
    assert "".join(cell.character for cell in cells) == drawn[1:].ljust(Lanes().width)


def test_every_kind_has_a_glyph_of_one_cell_of_its_own() -> None:
    glyphs = [LOOKS[kind].glyph for kind in Kind]
    assert len(set(glyphs)) == len(glyphs)
    assert all(cell_len(glyph) == 1 for glyph in glyphs)


HEADLINES = """
He met the Vietnamese president        | Putin > Lam     | Putin · He met the Vietnamese president
he's expected in Hanoi                 | Putin >         | Putin · he's expected in Hanoi
“It will not accept this,” it said     | Seoul >         | Seoul · “It will not accept this,” it said
They signed a treaty                   | Putin,Kim >     | Putin, Kim · They signed a treaty
His office said that he was ill        | Blue House,Moon > | Blue House · His office said that he was ill
It rained                              | >               | It rained
Heavy rain fell                        | Seoul >         | Heavy rain fell
The talks failed                       | Seoul > Tokyo   | The talks failed
                                       | Seoul >         |
"""


@pytest.mark.parametrize("case", HEADLINES.strip("\n").splitlines())
def test_a_headline_that_begins_with_a_pronoun_says_whom_it_means(case: str) -> None:
    headline, sides, shown = (part.strip() for part in case.split("|"))
    actors = tuple(
        ActorRow(name.strip(), name.strip(), None, role)
        for side, role in zip(sides.split(">"), (Role.SOURCE, Role.TARGET), strict=True)
        for name in side.split(",")
        if name.strip()
    )
    assert full_headline(replace(ROW, headline=headline, actors=actors)) == shown


NAMES = """
Kim Jong Un         | PRK | Kim
Syngman Rhee        | KOR | Rhee
Xi Jinping          | CHN | Xi
To Lam              | VNM | To
Vladimir Putin      | RUS | Putin
Charles de Gaulle   | FRA | de Gaulle
Ursula von der Leyen | DEU | von der Leyen
John Roberts Jr.    | USA | Roberts
Madonna             | USA | Madonna
Anna Beispiel       |     | Anna Beispiel
"""


@pytest.mark.parametrize("case", NAMES.strip("\n").splitlines())
def test_where_there_is_little_room_surnames_are_enough(case: str) -> None:
    name, country, short = (part.strip() for part in case.split("|"))
    actor = ActorRow("somebody", name, country or None, Role.SOURCE, type=EntityType.PERSON)
    assert meant_in_short(replace(ROW, headline="He will come", actors=(actor,))) == short


def test_states_have_short_forms() -> None:
    actors = tuple(
        ActorRow(entity, name, None, Role.SOURCE, type=EntityType.STATE)
        for entity, name in (("north-korea", "North Korea"), ("russia", "Russia"))
    )
    assert meant_in_short(replace(ROW, headline="They agreed", actors=actors)) == "N. Korea, Russia"


class TestText:
    def test_what_acts_is_replaced_and_offsets_hold(self) -> None:
        hostile = "a\x1b[31mb\x07c\x9bd\u202ee\u200df\ud800g\r\nh\ti"
        safe = safe_text(hostile)
        assert len(safe) == len(hostile)
        assert not any(ord(letter) < 32 and letter != "\n" for letter in safe)
        assert safe.replace("\u200b", "").isprintable() or "\n" in safe
        safe.encode()
        assert safe_line("one\n\ttwo\u200d \x1b]0;x") == "one two ]0;x"

    @pytest.mark.parametrize("text", ["short", "rather a long line", "한국어 텍스트가 넓다", "", "한"])
    @pytest.mark.parametrize("width", [0, 1, 2, 5, 11])
    def test_a_fitted_line_has_exactly_its_width(self, text: str, width: int) -> None:
        assert cell_len(fit(text, width)) == width

    @pytest.mark.parametrize("width", [1, 2, 7, 20, 200])
    def test_wrapping_loses_nothing_and_never_overflows(self, width: int) -> None:
        text = "One two three fourfivesixseveneightnine.\n\n한국과 미국은 구월에 함께 훈련한다 and 한국.\nEnd"
        lines = wrap(text, width)
        assert all(cell_len(text[start:end]) <= max(width, 2) for start, end in lines)
        kept = "".join(text[start:end] for start, end in lines)
        assert kept.replace(" ", "") == text.replace("\n", "").replace(" ", "")

    def test_words_are_kept_whole_where_they_fit(self) -> None:
        text = "The talks went on"
        assert [text[start:end] for start, end in wrap(text, 9)] == ["The talks", "went on"]

    def test_marks_divide_a_line_and_cover_it(self) -> None:
        document = DocumentRow("1", None, None, None, None, None, None, None, None)
        text = "On Monday Seoul and Moscow met."
        passage = Passage(
            id=1,
            document=document,
            text=text,
            start=3,
            end=30,
            value="",
            why="",
            time=(3, 9),
            mentions=(Mark(10, 15, "seoul", "Seoul", country="KOR"), Mark(20, 26, "m", "M", country="RUS")),
            times=(),
        )
        runs = list(Marks(passage).runs(0, len(text)))
        assert "".join(text[start:end] for start, end, _ in runs) == text
        named = {text[start:end]: emphasis for start, end, emphasis in runs}
        assert named["Monday"].time
        assert named["Seoul"].country == "KOR"
        assert not named["On "].passage
        assert named["Moscow"].passage


class TestSearchedWords:
    @pytest.mark.parametrize(
        ("words", "found"),
        [
            ("missile", ["Missiles", "missile"]),
            ('"missile test"', ["missile-test"]),
            ("test missile", ["Missiles", "missile", "test", "tested"]),
            ('say"', []),
            ("* ( [", []),
            ("issile", []),
        ],
    )
    def test_they_are_found_as_the_store_finds_them(self, words: str, found: list[str]) -> None:
        text = "Missiles flew; a missile-test was tested."
        assert [text[start:end] for start, end in matches(matcher(words), text)] == found


class TestShape:
    def test_columns_grow_with_the_events_of_their_months(self) -> None:
        axis = Axis(number_of(date(2020, 1, 1)), number_of(date(2023, 12, 31)), 4)
        counts = [MonthCount(2020, 3, 100), MonthCount(2022, 5, 20), MonthCount(2022, 6, 5)]
        assert heights(columns(axis, counts)) == [8, 0, 4, 0]

    def test_one_event_among_many_is_seen(self) -> None:
        axis = Axis(0, 1, 2)
        assert heights(columns(axis, [MonthCount(0, 1, 1), MonthCount(0, 2, 1_000_000)])) == [1, 8]

    def test_a_month_fills_all_its_columns(self) -> None:
        assert heights(columns(Axis(0, 1, 6), [MonthCount(0, 2, 5)])) == [0, 0, 0, 8, 8, 8]

    @pytest.mark.parametrize(("first", "last"), [(1945, 2025), (1990, 1991), (2023, 2023), (1, 2500)])
    @pytest.mark.parametrize("columns", [1, 8, 60, 300])
    def test_years_stand_where_they_begin_and_do_not_run_together(
        self, first: int, last: int, columns: int
    ) -> None:
        axis = Axis(first * 12, last * 12 + 11, columns)
        line = labels(axis)
        assert len(line) == columns
        assert all(first <= int(year) <= last for year in line.split())

    def test_a_column_leads_to_a_month_in_it(self) -> None:
        axis = Axis(number_of(date(1945, 8, 1)), number_of(date(2025, 9, 1)), 118)
        assert all(axis.column(axis.month(column)) == column for column in range(axis.columns))


class TestLines:
    rows = tuple(
        replace(ROW, key=n, id=n, first=day, last=day, value=day.isoformat())
        for n, day in enumerate(date(2023, month, day) for month in (1, 2, 5) for day in (3, 3, 9))
    )

    def test_a_month_that_begins_has_a_header_and_a_day_is_told_once(self) -> None:
        lines = lay_out(self.rows, 1, 6)
        assert lines == [
            ItemLine(1, dated=True),
            ItemLine(2, dated=True),
            MonthLine(date(2023, 2, 1)),
            ItemLine(3, dated=True),
            ItemLine(4, dated=False),
            ItemLine(5, dated=True),
        ]

    def test_an_estimated_day_is_told_once_with_the_told_ones_of_that_day(self) -> None:
        day = date(2023, 1, 3)
        values = ("2023-01-03", "2023-01-03~", "2023-01-03", "2023-01-04~")
        rows = tuple(
            replace(ROW, key=n, id=n, value=value, first=first, last=first)
            for n, value in enumerate(values)
            if (first := day if n < 3 else date(2023, 1, 4))
        )
        assert [line.dated for line in lay_out(rows, 0, 9) if isinstance(line, ItemLine)] == [
            *(True, False, False, True)
        ]
        painter = Painter(Ink(dict.fromkeys(INKS, "#ffffff"), False), 80, Lanes(), None)
        drawn = ["".join(s.text for s in painter.event(row, False, State())) for row in rows]
        assert [line[2:4] for line in drawn] == ["  ", "~ ", "  ", "~ "]

    @pytest.mark.parametrize("height", range(1, 14))
    def test_every_event_can_be_the_last_in_the_window(self, height: int) -> None:
        for index in range(len(self.rows)):
            top = lowest_top(self.rows, index, height)
            assert line_of(lay_out(self.rows, top, height), index) is not None
