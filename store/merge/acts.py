"""What those who meet do: a guest lands, is received, faces the press and flies home, all on one day.

Two presidents meet once a day, whatever the words; so it must be known which of these a passage tells. The
word behind the event says it or, where that says little, as in "held", what stands behind it.
"""

import re
from enum import StrEnum
from functools import cache, lru_cache

from corpus import Kind
from store.merge.words import rephrased, table

_WORD = re.compile(r"[^\W_]+")


class Act(StrEnum):
    """What those who meet do; `NONE` where they do not meet."""

    TALK = "talk"
    TRAVEL = "travel"
    LEAVE = "leave"
    TOUR = "tour"
    BRIEFING = "briefing"
    NONE = ""


@cache
def _listed() -> dict[str, Act]:
    return {word: Act(act) for act, words in table()["acts"].items() for word in words.split()}


@lru_cache(maxsize=1 << 16)
def act(kind: Kind, trigger: str, headline: str) -> Act:
    """Returns what those who meet do in an event of this kind; `NONE` where they do not meet."""
    if kind is not Kind.CONSULT:
        return Act.NONE
    words = _WORD.findall(rephrased(headline).casefold())
    said = trigger.casefold()
    behind = words[words.index(said) :] if said in words else []
    found = next((_listed()[word] for word in (said, *behind) if word in _listed()), Act.TALK)
    turned = (turns[found] for word in words if found in (turns := _turns().get(word, {})))
    return next(turned, found)


@cache
def _turns() -> dict[str, dict[Act, Act]]:
    """Returns into what a word beside it turns an act: "held a press conference", "flew home"."""
    return {
        word: {Act(before): Act(turn["into"]) for before in turn["from"]}
        for turn in table()["turned"]
        for word in turn["words"].split()
    }


def are_apart(one: Act, other: Act) -> bool:
    """Tells whether two acts are two events, though the same two do both on one day.

    What is agreed is agreed at talks, so an accord may be told by them, but not by a journey.
    """
    return one is not other and {one, other} != {Act.TALK, Act.NONE}
