"""A date that a text has told: what later expressions can count from."""

from dataclasses import dataclass

from corpus.times.value import Value


@dataclass(frozen=True, slots=True)
class Told:
    """A value with the words that told it and where they stand."""

    value: Value
    words: str
    dated: bool  # its year is certain: the words name it, or a date told before
    counted: bool  # it was counted from a date told before
    main: bool  # it dates what its own sentence tells: not a thing, not a side clause
    earlier: bool  # its sentence only looks back: they had last met in 2019
    opens: bool  # the expression opens its sentence: it sets the scene
    paragraph: int
    sentence: tuple[int, int]
    start: int
