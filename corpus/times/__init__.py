"""Time expressions: found by a grammar of families, resolved against an anchor, explained.

Three steps, each in rooms of its own:

- finding (`finding`, `grammar`, `families`, `guards`, then `lists`, `around`, `joining`, `clock`): which
  words name a time, and what they say (`meaning`), before anybody asks when. The grammar is patterns over
  text, composed from tables of words (`words`), and not over spaCy's tokens: it needs no import of a
  second's length, and a table and a pattern on one line each are read faster than a matcher's dictionaries.
- resolving (`dating`, `resolving`, with `direction` for tense and modality, and `anchors` and `histories` for
  what the text has told): the EDTF value with its first and last day (`value`).
- explaining (`reasons`): why, in words.

A span takes in the `on` before a day and the `from` or `between` before an interval, and no other
preposition. dateparser parses the calendar days that were found (`parsing`).
"""

from collections.abc import Sequence
from datetime import date

from corpus.model import Sentence, TimeExpression


def find_times(
    text: str, published: date | None, sentences: Sequence[Sentence], written: date | None = None
) -> list[TimeExpression]:
    """Returns the time expressions of a text, sorted by start and never overlapping.

    Offsets are code points into `text`. `sentences` are those of the text, sorted. Relative expressions
    count from `written`, the day of the story's dateline, else from `published`; where both are None they
    have no value.
    """
    from corpus.times.dating import date_expressions
    from corpus.times.finding import find_expressions
    from corpus.times.reasons import named_day

    today = written or published
    named, page = named_day(published, written), published if written else None
    return date_expressions(text, today, sentences, find_expressions(text), named, page)
