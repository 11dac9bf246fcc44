"""Places that nobody listed, by the words of their names: "Gulf of Tonkin", "Primorsky Krai"."""

from collections.abc import Callable, Sequence

from corpus.linking.capitals import Word
from corpus.linking.lexicon import body_words, words
from corpus.linking.page import Page
from corpus.model import EntityType


def place(
    page: Page, run: Sequence[Word], extended: Callable[[int], int | None]
) -> tuple[int, int, EntityType] | None:
    """Returns where the name of a place stands in a run, None where there is none.

    `extended` tells where a name ends that goes on with "of …" behind an offset.
    """
    lists = body_words()
    lower = [word.lower for word in run]
    if len(run) > 1 and lower[-2] in words().given and lower[-1] in lists.surnames_too:
        return None
    titled = next((i for i, word in enumerate(run) if i > 1 and word.start in page.cues), None)
    if titled and lower[titled - 1] in lists.places and lower[titled - 1] != "district":
        return run[0].start, run[titled - 1].end, EntityType.PLACE  # "Primorsky Krai Governor Orlov"
    if len(run) > 1 and lower[-1] in lists.places and run[-2].end not in page.title_ends:
        first = max((i + 1 for i, word in enumerate(run[:-1]) if word.end in page.title_ends), default=0)
        return run[first].start, run[-1].end, EntityType.PLACE
    if 1 < len(run) < 4 and lower[0] in lists.place_openers and run[0].start not in page.taken:
        return run[0].start, run[-1].end, EntityType.PLACE
    if lower[-1] in lists.place_openers_of and (end := extended(run[-1].end)):
        return run[-1].start, end, EntityType.PLACE
    return None
