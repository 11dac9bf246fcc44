"""Titles that name a treaty, a resolution or a meeting: `Panmunjom Declaration, 27 April 2018`.

The date beside such a name is that of the event, whoever tells of it and whenever.
"""

import re
import tomllib
from functools import cache
from pathlib import Path

LONGEST_NAME = 12  # words

_NUMBER = r"(?:,? (?:No\.? ?)?\d{1,5}(?:\s?\(\d{4}\))?)?"
_PLACE = r"(?:,? (?:(?:of|in|at) (?:the )?)?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2})?"


def names_an_event(words: str) -> bool:
    """Returns whether the words beside a date name a text or a meeting of states, and tell no news of it."""
    words = words.strip(" ,;:|()[]–—-·•")
    named = words.count(" ") < LONGEST_NAME and _name().fullmatch(words) is not None
    return named and not any(word in _verbs() for word in re.findall(r"[a-z-]+", words.lower()))


@cache
def _table() -> dict[str, list[str]]:
    table: dict[str, list[str]] = tomllib.loads(
        Path(__file__).with_name("event_titles.toml").read_text(encoding="utf-8")
    )
    return table


@cache
def _name() -> re.Pattern[str]:
    nouns = "|".join(f"{noun.title()}|{noun.upper()}" for noun in _table()["nouns"])
    return re.compile(rf"(?:\S+ ){{0,10}}(?:{nouns}){_NUMBER}{_PLACE}")


@cache
def _verbs() -> frozenset[str]:
    """Returns the verbs in the forms of headlines."""
    forms = (
        (verb, f"{verb}s", f"{verb}es", f"{verb}ed", f"{verb}d", f"{verb}ing") for verb in _table()["verbs"]
    )
    return frozenset(form for verb in forms for form in verb)
