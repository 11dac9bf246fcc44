"""What somebody is told to have said that somebody did: a report of the deed, not another event.

"Trump announced that Russia had agreed" tells the agreement that another paper tells by itself. So where
the words behind a verb of saying do what the other telling does, they are compared as if they stood alone:
without the speaker, and with those of the other's actors whom they name. What is denied, wished or doubted
is no deed.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus import Kind, Role, Status
from store.merge.deeds import deed_of, listed
from store.merge.participants import standing_for
from store.merge.telling import Participant, Telling
from store.merge.words import stems_of_line

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_QUOTED = re.compile('["“”«»]')


def as_reported(one: Telling, other: Telling) -> tuple[Telling, Telling] | None:
    """Returns two tellings with what one says in place of the saying; None where that is not the other's."""
    for saying, telling in ((one, other), (other, one)):
        if (content := _content(saying, telling)) is not None:
            return (content, telling) if saying is one else (telling, content)
    return None


def _content(saying: Telling, telling: Telling) -> Telling | None:
    if saying.kind is not Kind.STATEMENT or saying.trigger.casefold() not in listed("reporting"):
        return None
    if telling.trigger.casefold() in listed("reporting"):
        return None
    said = _behind(saying.trigger, saying.headline)
    doing = _doing(_WORD.findall(said.casefold()), telling)
    if not doing:
        return None
    present = _present(saying, telling)
    return replace(
        saying, kind=telling.kind, trigger=doing, headline=said, participants=present, status=telling.status
    )


def _behind(trigger: str, headline: str) -> str:
    """Returns what a headline has behind the verb of saying, '' where words are quoted or stand before it."""
    _, found, said = headline.partition(f" {trigger} ")
    return said if found and not _QUOTED.match(said) else ""


def _doing(words: Sequence[str], telling: Telling) -> str:
    """Returns the first of some words that does what a telling does; '' where none surely does."""
    acts = stems_of_line(telling.trigger)
    for index, word in enumerate(words):
        if word in listed("unsure"):
            return ""
        coming = word in listed("coming") or (word == "to" and index)
        if coming and telling.status is not Status.ANNOUNCED:
            return ""
        if not acts.isdisjoint(stems_of_line(word)) or (telling.deed and deed_of(word) == telling.deed):
            return word
    return ""


def _present(saying: Telling, telling: Telling) -> tuple[Participant, ...]:
    """Returns who acts in what is said: the telling's actors whom it names, and whom else it is about."""
    about = [_in_part(participant, telling) for participant in saying.participants]
    found = [participant for participant in about if participant is not None]
    known = {participant.identifier for participant in found}
    named = [p for p in telling.participants if p.identifier in saying.named - known]
    return (*found, *named)


def _in_part(participant: Participant, telling: Telling) -> Participant | None:
    """Returns somebody with the part that the telling gives him; None for a speaker who has none in it."""
    surest = max(telling.participants, key=lambda other: standing_for(participant, other), default=None)
    if surest is not None and standing_for(participant, surest):
        return replace(participant, role=surest.role)
    return participant if participant.role is Role.TARGET else None
