"""What is done, whatever kind it is told as: a vote is approval to one paper and a statement to the next.

The word behind the event says it or, where that says little, as in "gave its approval", what follows it.
"""

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files

from store.merge.words import rephrased, stems

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


@lru_cache(maxsize=1 << 16)
def deed(trigger: str, headline: str, passage: frozenset[str] = frozenset()) -> str:
    """Returns the name of what is done, '' where it is none of those that are told as several kinds.

    `passage` holds the content words of the whole passage.
    """
    deeds, light, announcing = _tables()
    words = _WORD.findall(rephrased(headline).casefold())
    said = trigger.casefold()
    behind = words[words.index(said) + 1 :] if said in words else words
    found = next((deeds[word] for word in behind if word in deeds), "") if said in light | announcing else ""
    if not found and said in announcing:
        told = {_by_stem()[word] for word in passage if word in _by_stem()}
        found = told.pop() if len(told) == 1 else ""
    return found or deeds.get(said, "")


@cache
def _by_stem() -> dict[str, str]:
    return {stem: name for word, name in _tables()[0].items() for stem in stems(word)}


@cache
def _tables() -> tuple[dict[str, str], frozenset[str], frozenset[str]]:
    """Returns the deed of each word, and the words that leave it to others to tell what is done."""
    table = tomllib.loads(files("store.merge").joinpath("deeds.toml").read_text(encoding="utf-8"))
    deeds = {word: name for name, words in table["deeds"].items() for word in words.split()}
    words = table["words"]
    return deeds, frozenset(words["light"].split()), frozenset(words["announcing"].split())
