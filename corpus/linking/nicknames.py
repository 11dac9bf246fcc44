"""Names with a nickname in quotes between first and last name: "James “Mad Dog” Mattis"."""

import re
from collections.abc import Callable

from corpus.linking.lexicon import words
from corpus.linking.looks import INITIAL, is_surname
from corpus.linking.page import Found, How, Page
from corpus.linking.people import unlisted
from corpus.linking.roster import Roster
from corpus.model import Entity, EntityType

NICKNAME = re.compile(
    r"(?:“|”|\"|‘|')(?<=[a-z.] .)([A-Z][\w.]*(?: [A-Z]\w*)?)(?:”|\"|’|') ([A-Z][a-z]+(?:[-'’]?[A-Z][a-z]+)*)"
)
FIRST = re.compile(r"((?:[A-Z][\w.]*[ -])?)([A-Z][\w.]*) $")


def read_nicknames(page: Page, roster: Roster, known_as: Callable[[str], Entity | None]) -> None:
    """Adds people who are named so; `known_as` tells which listed person a name means."""
    for nickname in NICKNAME.finditer(page.text):
        first = FIRST.search(page.text, max(0, nickname.start() - 32), nickname.start())
        if first is None or not _is_first(first[2]) or not is_surname(nickname[2]):
            continue
        middle = first[1].strip()
        start = first.start() if middle.lower() in words().given else first.start(2)
        name = " ".join((page.text[start : first.end(2)], nickname[2]))
        entity = _known(page, nickname.start(2)) or known_as(name) or unlisted(name)
        page.replace(Found(start, nickname.end(), entity, How.CUE))
        roster.enter(start, entity, name)


def _is_first(text: str) -> bool:
    return text.lower() in words().given or INITIAL.fullmatch(text) is not None


def _known(page: Page, start: int) -> Entity | None:
    """Returns the listed person whose name begins within the quotes, if any."""
    found = page.at.get(start)
    return found.entity if found and found.entity.type is EntityType.PERSON else None
