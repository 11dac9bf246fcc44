"""Several processes do the same work, and what comes of it keeps its order."""

import os
import time
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from multiprocessing import active_children

import pytest

from corpus import DatelineError
from tui.processes import AHEAD, ENOUGH, in_order


def slower_at_first(number: int) -> tuple[int, int]:
    """Squares a number; the earlier ones take longer."""
    time.sleep(0.02 * (number < 2))
    return number**2, os.getpid()


def dying_of_seven(number: int) -> int:
    """Is killed, as by a system that is out of memory, at a certain number."""
    if number == 7:
        os._exit(9)
    return number


class TestOneProcess:
    def test_begins_nothing_before_it_is_asked_for(self) -> None:
        begun: list[int] = []

        def numbers() -> Iterator[int]:
            for number in range(3):
                begun.append(number)
                yield number

        with closing(in_order(slower_at_first, numbers(), 1)) as made:
            assert next(made) == (0, (0, os.getpid()))
            assert begun == [0]

    @pytest.mark.parametrize(("count", "cost"), [(ENOUGH - 1, 1.0), (5 * ENOUGH, 0.1)])
    def test_is_enough_for_what_costs_little(self, count: int, cost: float) -> None:
        made = list(in_order(slower_at_first, range(count), None, lambda _: cost))
        assert [number for number, _ in made] == list(range(count))
        assert {process for _, (_, process) in made} == {os.getpid()}


class TestSeveralProcesses:
    def test_give_what_they_make_in_order_and_have_only_so_much_under_way(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("tui.processes.usable_cores", lambda: 2)
        begun: list[int] = []

        def numbers() -> Iterator[int]:
            for number in range(1000):
                begun.append(number)
                yield number

        with closing(in_order(slower_at_first, numbers(), None)) as made:
            first = list(islice(made, ENOUGH))
            assert len(begun) < ENOUGH + 2 * AHEAD
        assert [(number, square) for number, (square, _) in first] == [(n, n**2) for n in range(ENOUGH)]
        assert len({process for _, (_, process) in first} - {os.getpid()}) == 2
        assert_ended()

    def test_one_that_dies_is_told_with_what_it_was_at(self) -> None:
        with pytest.raises(DatelineError, match=r"at one of these: .*\b7\b.*--jobs 1") as raised:
            list(in_order(dying_of_seven, range(30), 2))
        assert len(str(raised.value).partition("these: ")[2].partition(". ")[0].split(", ")) <= 2
        assert_ended()


def assert_ended() -> None:
    """Waits until no process is left."""
    end = time.monotonic() + 60
    while active_children() and time.monotonic() < end:
        time.sleep(0.01)
    assert not active_children()
