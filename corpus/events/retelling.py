"""Acts told twice: in one sentence by two verbs, or in a document once with a date and once without."""

import re
from collections.abc import Sequence, Set
from dataclasses import replace
from itertools import takewhile

from corpus.events.lexicon import lexicon
from corpus.model import Event, Kind, Role

_LETTERS = re.compile(r"[a-z]+(?:-[a-z]+)*")
_HAVING = re.compile(r"\b(?:has|have)\b")
_CAPITALS = re.compile(r"\s[A-Z]")  # "The White House"
_OUTSPOKEN = {Kind.ACCUSE, Kind.REJECT, Kind.REQUEST, Kind.THREATEN, Kind.SUPPORT}  # words that are an act
_COMING = {"came", "arrived", "visited", "landed", "met", "received", "greeted", "welcomed", "hosted"}
_BY_FORCE = {Kind.ASSAULT, Kind.MOBILIZE, Kind.COERCE}
_LAUNCHED = frozenset({"missile", "test"})
_ANOTHER = {"also", "another", "again", "second", "separate", "further"}
_STEM = 5  # letters: "Ukrainian" names Ukraine
_PRONOUNS = {"he", "she", "they"}
_SHORT = 4  # letters of words that say little
_OF_NAMES = {
    "north", "south", "korean", "russian", "chinese", "japanese", "american", "ukrainian", "president",
    "foreign", "minister", "leader", "prime", "secretary", "general", "chairman", "state", "defense",
    "defence", "former",
}  # fmt: skip
_OPENING = {"when", "after", "before", "because", "if"}
_NEAR = 4  # days between an act without a date and the same act told with one


def is_retold(event: Event, events: Sequence[Event], acting: Sequence[Set[str]], place: int) -> bool:
    """Whether an act without a date is told elsewhere with one, or was told before without.

    `acting` holds the actors of each of the events, `place` is the index of this one.
    """
    if _flew_on(event) and any(_launches(event, other) for i, other in enumerate(events) if i != place):
        return True
    if not event.value.endswith("~"):
        return False
    if _tells_of_launch(event) and any(_is_launch_by_another(event, other) for other in events):
        return True
    if _tells_of_meeting(event) and any(_is_meeting_of(event, other) for other in events):
        return True
    return any(
        i != place and _retells(event, other, earlier=i < place, lead=event.start == events[0].start)
        for i, other in enumerate(events)
        if other.kind is event.kind and other.precision is event.precision and acting[place] <= acting[i]
    )


def _tells_of_launch(event: Event) -> bool:
    """As in "The military said the missiles flew 300 kilometers", "Tokyo confirmed the launch"."""
    said = _words_said(event)
    launching, named = (lexicon().mood[name] for name in ("launching", "launches"))
    confirmed = event.trigger.lower() == "confirmed" and not named.isdisjoint(said[:3])
    return confirmed or not launching.isdisjoint(said)


def _words_said(event: Event) -> list[str]:
    """The words behind a verb of report, in small letters; none where the event is no report."""
    if event.kind is not Kind.STATEMENT or _lemma(event.trigger.lower()) not in lexicon().report:
        return []
    return _LETTERS.findall(event.headline.partition(event.trigger)[2].lower())


def _is_launch_by_another(event: Event, other: Event) -> bool:
    """Whether another act is a launch of those days, and not by the one who tells of it."""
    words = {other.trigger.lower(), *_LETTERS.findall(other.headline.lower())}
    launched = other.kind in {Kind.MOBILIZE, Kind.ASSAULT} and not words.isdisjoint(
        lexicon().mood["launching"]
    )
    near = abs((other.first - event.first).days) <= 1
    speakers, doers = ({a.country for a in one.actors if a.role is Role.SOURCE} for one in (event, other))
    return launched and near and speakers.isdisjoint(doers)


def _tells_of_meeting(event: Event) -> bool:
    """As in "The ministry said their talks lasted three hours": no words of its own."""
    words = set(takewhile(lambda word: word not in _OPENING, _words_said(event)))
    sessions, sitting = (lexicon().mood[name] for name in ("sessions", "sitting"))
    return not words.isdisjoint(sessions) and not words.isdisjoint(sitting)


def _is_meeting_of(event: Event, other: Event) -> bool:
    """Whether another act is a meeting of those days, of the country that tells of it."""
    near = other.kind is Kind.CONSULT and abs((other.first - event.first).days) <= 1
    speakers = {actor.country for actor in event.actors if actor.role is Role.SOURCE} - {None}
    return near and not speakers.isdisjoint(actor.country for actor in other.actors)


def _launches(event: Event, other: Event) -> bool:
    """Whether another act is the launch of which this one tells where it ended."""
    near = other.kind is event.kind and abs((other.first - event.first).days) <= 1
    return near and not _flew_on(other) and _side(event) <= _side(other)


def _side(event: Event, role: Role = Role.SOURCE) -> set[str]:
    """The ids of those who have a role in an event."""
    return {actor.entity for actor in event.actors if actor.role is role}


def _retells(event: Event, other: Event, *, earlier: bool, lead: bool) -> bool:
    """Whether an event is one with another of its kind and actors: by their words, or as news dated later."""
    distance = abs((other.first - event.first).days)
    if distance > _NEAR:
        return False
    if event.kind in _BY_FORCE and not _has_its_sides(event, other):
        return False
    if event.kind in _OUTSPOKEN and not _has_its_speaker(event, other):
        return False
    if event.kind is Kind.ASSAULT and event.place and other.place and event.place != other.place:
        return False
    if other.value.endswith("~"):
        return earlier and (_alike(event, other) or not _names_its_actors(event))
    same_day = other.value == event.value.rstrip("~")
    again = same_day and (not _names_its_actors(event) or _turns_round(event, other))
    if lead:
        fired = event.kind is Kind.MOBILIZE  # and once more two days ago
        return distance <= (0 if fired else 1) or again or _tells_when(event, other)
    return again or _alike(event, other)


def _has_its_speaker(event: Event, other: Event) -> bool:
    """Whether one of those who speak in one telling speaks in the other too."""
    speakers = _side(event), _side(other)
    return not all(speakers) or not speakers[0].isdisjoint(speakers[1])


def _has_its_sides(event: Event, other: Event) -> bool:
    """Whether nobody acts in one telling who is acted on in the other."""
    sides = [{(actor.entity, actor.role) for actor in one.actors} for one in (event, other)]
    return sides[0] <= sides[1] and _ANOTHER.isdisjoint(_LETTERS.findall(event.headline.lower()))


def _tells_when(event: Event, other: Event) -> bool:
    """As in "Has captured two soldiers", and below "captured them on Thursday": the lead has no day."""
    perfect = _HAVING.search(event.headline.partition(event.trigger)[0]) is not None
    both = {actor.role for actor in event.actors} == set(Role)
    return perfect and both and event.trigger == other.trigger


def _turns_round(event: Event, other: Event) -> bool:
    """Whether one tells from the other side: "Putin came to Pyongyang", "North Korea received him"."""
    coming = event.trigger.lower() in _COMING and other.trigger.lower() in _COMING
    return coming and _side(event) == _side(other, Role.TARGET) and event.kind is Kind.CONSULT


def _names_its_actors(event: Event) -> bool:
    """Whether a line says who acts, "they" and "police" too, unlike "The drills opened", which goes on."""
    words = set(_LETTERS.findall(event.headline.lower()))
    subject = event.headline.partition(event.trigger)[0]
    if words & _PRONOUNS or words & lexicon().local or _CAPITALS.search(subject):
        return True
    stems = {word[:_STEM] for word in words if len(word) >= _STEM}
    names = {word for actor in event.actors for word in actor.name.lower().split()}
    return not words.isdisjoint(names) or not stems.isdisjoint(name[:_STEM] for name in names)


def _alike(one: Event, other: Event) -> bool:
    """Whether two tellings share the word for the act, or two more: who "also agreed" did so once more."""
    names = {word for event in (one, other) for actor in event.actors for word in actor.name.lower().split()}
    known = names | _OF_NAMES
    words, others = (set(_LETTERS.findall(event.headline.lower())) - known for event in (one, other))
    told = one.trigger == other.trigger and one.kind is not Kind.STATEMENT
    return told or len({word for word in words & others if len(word) > _SHORT}) > 1


def add_line(found: list[Event], event: Event) -> None:
    """Keeps of two acts that make the same line the one that names more actors."""
    twin = next((i for i, other in enumerate(found) if _same(event, other)), None)
    if twin is None and any(_outspoken(event, other) for other in found):
        return
    if twin is None:
        found.append(event)
    elif len(event.actors) > len(found[twin].actors):
        found[twin] = replace(found[twin], actors=event.actors) if _flew_on(event) else event
    elif found[twin].value.endswith("~") and event.time:  # "killed two and wounded five on Monday"
        found[twin] = _dated_as(found[twin], event)


def _dated_as(event: Event, other: Event) -> Event:
    """Returns an event on the date of another that tells it again."""
    return replace(
        event,
        value=other.value,
        first=other.first,
        last=other.last,
        precision=other.precision,
        basis=other.basis,
        why=other.why,
        time=other.time,
    )


def _outspoken(event: Event, other: Event) -> bool:
    """Whether a statement goes with stronger words of one breath: "condemned it and stressed that …"."""
    plain = event.kind is Kind.STATEMENT and other.kind in _OUTSPOKEN
    return plain and event.value == other.value and _side(event) == _side(other)


def _same(one: Event, other: Event) -> bool:
    """Whether two acts of one sentence are the same line: same day, kind and actors."""
    one_actors, others = ({actor.entity for actor in event.actors} for event in (one, other))
    within = one_actors <= others or others <= one_actors
    same_day = one.value.rstrip("~") == other.value.rstrip("~")
    return same_day and one.kind is other.kind and within and _tells_again(one, other)


def _flew_on(event: Event) -> bool:
    """As in "Fired a missile that landed in Japan's zone": how what was launched went on."""
    if event.kind is not Kind.MOBILIZE or _lemma(event.trigger.lower()) not in lexicon().flying:
        return False
    subject = _LETTERS.findall(event.headline.lower().partition(event.trigger.lower())[0])
    things = (lexicon().things.get(word, frozenset()) for word in subject)
    return "it" in subject or any(named & _LAUNCHED and "force" not in named for named in things)


def _lemma(word: str) -> str:
    return lexicon().forms.get(word, (word, None))[0]


def _tells_again(one: Event, other: Event) -> bool:
    """Whether two acts of a kind are one: "met for talks", unlike "opened a case and seized a ship".

    What an attack did goes with it: "hit a station and killed five".
    """
    triggers = {one.trigger.lower(), other.trigger.lower()}
    if one.kind is Kind.ASSAULT and any(_lemma(word) in lexicon().harming for word in triggers):
        return True
    if one.kind is Kind.MOBILIZE and one.trigger != other.trigger and (_flew_on(one) or _flew_on(other)):
        return _side(one) == _side(other)
    return len(triggers) == 1 or one.kind is Kind.CONSULT or not triggers.isdisjoint(lexicon().nouns)
