"""Do two passages tell the same event? How much their words must agree depends on all the rest.

Two presidents meet once a day, so their meeting needs no shared words; a spokesman says many things a day,
so two statements are one only where the words resemble. A date that is less than a day, another kind or act,
or an actor told in another way each raise what the words must show. The clause that tells the event counts
more than the sentence around it.
"""

from dataclasses import dataclass

from corpus import EntityType, Kind, Role, Status
from store.merge.acts import are_apart
from store.merge.deeds import is_planned_apart, is_undergone
from store.merge.kinds import Nature, kinship
from store.merge.lookback import looked_back
from store.merge.opposites import are_exclusive, are_opposed
from store.merge.participants import Agreement, agreement, is_one_body
from store.merge.reported import as_reported
from store.merge.shift import has_particulars, numbers_agree, shifted
from store.merge.telling import Telling
from store.merge.words import likeness, shared_weight

SAME = 0.5
"""From this score on, two passages by themselves are taken to tell the same event."""

MONTH = 31
"""Times of more days than this are the same only where their values are."""

_FEW_DAYS = 3
"""A time of so many days is a day that is not known for sure."""

_BESIDE = 0.08
"""What it asks for that such a day is the one before the other's, though a report is seldom early."""

_NOT_ALL = 0.95
"""What two tellings score at most whose days are not the same: the same words of the same day come first."""

# The figures below were set on the cases in tests/cases/merge and on the articles in tests/cases/articles.
_DEMANDS = {Nature.MEETING: (0.25, 0.1), Nature.DEED: (0.1, 0.08), Nature.SPEECH: (0.18, 0.15)}
"""The likeness of words asked for where one party agrees, and where two or more do."""

_WITHOUT_PARTIES = 0.5
_PER_PERSON, _PER_PROXY = 0.15, 0.04
"""What each takes off who takes part in both tellings of a meeting: a person, a person named for a state."""

_SITTING = 0.3
"""What it takes off that a council, by itself, is said to meet: it sits once a day."""

_OF_ACCORDS = 0.08
"""What is asked for at least of accords: two leaders meet once, but agree on this and on that."""

_PER_DISAGREEMENT = 0.15
_WITHOUT_PERSON = 0.2
"""What it asks for of two deeds that one is done by or to somebody whom the other leaves out."""

_PER_STRANGER = 0.3
"""What a further party asks for: a talk of two is not the talk of three on the same day."""

_SURE = 0.8
"""How far the actors must agree where the dates are a day apart."""

_UNSURE = 0.35
"""What two tellings a day apart count beside others that are sure; by themselves they are two events."""

_PER_KIND, _PER_SPEECH = 0.2, 0.36
"""What a kind asks for that is not at all the other; more where one of them is words alone."""

_ANOTHER_ACT = 0.4
"""What it asks for that those who meet do another thing: arrive, not talk."""

_OF_ONE_DEED = 0.9
"""How far two kinds are one that tell the same deed: a vote told as approval and as a statement."""

_ONE_DEED = 0.05
"""What it takes off that both tell the same deed."""

_OPPOSED = 0.4
"""What it asks for that one names what undoes the act of the other: lifts what was imposed."""

_UNLIKE_STATUS = 0.05

_OF_REPORT = 0.1
"""What it asks for that one telling is what somebody is told to have said."""

_OF_CLAUSE = 0.7
"""What the words of the clauses that tell the event count; those of their sentences count the rest."""

_SHORT = 0.15
"""By how much more the clauses of two deeds must agree than sentences: they have few words."""

_ENOUGH = 3.0
"""What words have to weigh that two statements share: anybody may condemn a launch on the day of it."""

_BY_ONE_SPEAKER, _ENOUGH_OF_ONE = 0.05, 1.5
"""What it takes off that one person said both, who is seldom twice a day on a subject, and what is enough."""

_SAID = frozenset({Kind.STATEMENT, Kind.ACCUSE, Kind.REJECT, Kind.THREATEN})


@dataclass(frozen=True, slots=True)
class Resemblance:
    """How far two passages tell the same event: `score` from 0 to 1, and why."""

    score: float
    when: str
    names: tuple[str, ...]
    kinds: str

    @property
    def reason(self) -> str:
        """Says why in a line: `same day, Kim Jong Un + Vladimir Putin, CONSULT, 0.61`."""
        who = " + ".join(self.names) or "no common actor"
        return f"{self.when}, {who}, {self.kinds}, {self.score:.2f}"


def compare(one: Telling, other: Telling) -> Resemblance | None:
    """Returns the resemblance of two tellings, the same in both directions; None where nothing can be.

    Nothing can be where the dates exclude each other, where each names an actor whom the other replaces
    by a stranger, where the kinds have nothing in common, where one denies, or in the same sentence.
    """
    if (one.document, one.start) > (other.document, other.start):
        one, other = other, one
    plain = None if _is_same_sentence(one, other) else _compared(one, other)
    reported = as_reported(one, other)
    told = _compared(*reported, _OF_REPORT) if reported else None
    return max((each for each in (plain, told) if each), key=lambda each: each.score, default=None)


def _compared(one: Telling, other: Telling, more: float = 0.0) -> Resemblance | None:
    """Returns the resemblance of two tellings of two sentences; `more` is asked of the words."""
    dates = _dates(one, other)
    is_back = dates is None
    dates = dates or looked_back(one, other)
    kind = max(kinship(one.kind, other.kind), _OF_ONE_DEED * _is_one_deed(one, other))
    if dates is None or not kind or _excluded(one, other):
        return None
    mutual = Nature.MEETING in (one.nature, other.nature) or (
        _is_one_deed(one, other) and is_undergone(one.deed)
    )
    named = (one.named, other.named)
    naming = one.nature is other.nature is Nature.DEED
    actors = agreement(one.participants, other.participants, mutual=mutual, named=named, naming=naming)
    if actors is None or (is_back and not _is_sure(actors)):
        return None
    when, demand = dates
    demand += more
    per_kind = _PER_SPEECH if Nature.SPEECH in (one.nature, other.nature) else _PER_KIND
    demand += _demand(one, other, actors) + per_kind * (1 - kind)
    demand += _ANOTHER_ACT * are_apart(one.act, other.act)
    demand += _OPPOSED * are_opposed(one.headline, other.headline)
    score = _score(_alike(one, other, actors), demand)
    if one.is_exact and other.is_exact and one.first != other.first:
        score = min(score, _day_apart(one, other, actors))
    if one.day != other.day:
        score = min(score, _NOT_ALL)
    kinds = one.kind if one.kind is other.kind else "/".join(sorted((one.kind, other.kind)))
    return Resemblance(round(score, 4), when, actors.names, kinds)


def _alike(one: Telling, other: Telling, actors: Agreement) -> float:
    """Returns how far the words agree beside the actors; few of them prove little of what one party says.

    What else a sentence tells is not of the event; but of a deed, any word in it may be.
    """
    acting = {each.identifier for each in (*one.participants, *other.participants)}
    shared = {f"{at}{identifier}" for identifier in acting for at in ("@", "@@")}
    words = one.words - shared, other.words - shared
    sentence, clause = likeness(*words), likeness(one.own_words - shared, other.own_words - shared)
    if one.nature is other.nature is Nature.DEED:
        return max(sentence, clause - _SHORT)
    alike = _OF_CLAUSE * clause + (1 - _OF_CLAUSE) * sentence
    if not _are_words(one, other) or actors.parties > 1:
        return alike
    if _are_of_one_speaker(one, other):
        return max(alike, sentence) * min(1.0, shared_weight(*words) / _ENOUGH_OF_ONE)
    return alike * min(1.0, shared_weight(*words) / _ENOUGH)


def _is_one_deed(one: Telling, other: Telling) -> bool:
    return bool(one.deed) and one.deed == other.deed


def _is_same_sentence(one: Telling, other: Telling) -> bool:
    return (one.document, one.start) == (other.document, other.start)


def _are_words(one: Telling, other: Telling) -> bool:
    return one.nature is other.nature is Nature.SPEECH


def _are_of_one_speaker(one: Telling, other: Telling) -> bool:
    """Tells whether both are what one person said, neither asking nor backing anything."""
    speakers = [
        {p.entity for p in t.participants if p.role is Role.SOURCE and p.type is EntityType.PERSON}
        for t in (one, other)
    ]
    return {one.kind, other.kind} <= _SAID and not speakers[0].isdisjoint(speakers[1])


def _excluded(one: Telling, other: Telling) -> bool:
    if (one.status is Status.DENIED) != (other.status is Status.DENIED):
        return True
    if not (one.deed and other.deed):
        return False
    is_plan = one.deed == other.deed and is_planned_apart(one.deed) and _is_plan(one) != _is_plan(other)
    return is_plan or are_exclusive(one.headline, other.headline)


def _is_plan(telling: Telling) -> bool:
    """Tells whether it is planned for some day of many."""
    return telling.status is Status.ANNOUNCED and telling.days > _FEW_DAYS


def _dates(one: Telling, other: Telling) -> tuple[str, float] | None:
    """Returns how the dates agree, and what that asks of the words; None where they exclude each other."""
    if one.is_exact and other.is_exact:
        if one.first == other.first:
            return "same day", 0.0
        shift = shifted(one, other)
        return (shift, 0.15) if shift else None
    length = max(one.days, other.days)
    if one.value == other.value:
        return f"same time {one.value}", 0.1 if length <= MONTH else 0.2
    if length > MONTH or one.first > other.last or other.first > one.last:
        return None
    shared = (min(one.last, other.last) - max(one.first, other.first)).days + 1
    longer = one if one.days >= other.days else other
    if longer.days <= _FEW_DAYS:
        return f"about {longer.value}", 0.05 + _BESIDE * _is_too_early(one, other)
    return f"within {longer.value}", 0.15 if shared * 2 >= length else 0.2


def _is_too_early(one: Telling, other: Telling) -> bool:
    """Tells whether one is of the day and the other about the day before: news follows what it tells."""
    if one.day is None or other.day is None or one.is_exact is other.is_exact:
        return False
    return one.day > other.day if one.is_exact else other.day > one.day


def _demand(one: Telling, other: Telling, actors: Agreement) -> float:
    if not actors.parties:
        return _WITHOUT_PARTIES
    if _is_one_deed(one, other):
        demand = _DEMANDS[Nature.DEED][actors.parties > 1] - _ONE_DEED
    else:
        demand = max(_DEMANDS[telling.nature][actors.parties > 1] for telling in (one, other))
    demand += _PER_DISAGREEMENT * (1 - actors.degree)
    if actors.parties > 1 or _are_words(one, other):
        demand += _PER_STRANGER * actors.strangers
    if one.nature is other.nature is Nature.DEED and actors.missed:
        demand += _WITHOUT_PERSON
    if one.kind is other.kind and one.nature is Nature.MEETING and not are_apart(one.act, other.act):
        demand -= _PER_PERSON * min(actors.persons, 2) + _PER_PROXY * min(actors.proxies, 2)
        demand -= _SITTING * is_one_body(one.participants, other.participants)
        demand = demand if one.kind is Kind.CONSULT else max(demand, _OF_ACCORDS)
    if _are_words(one, other) and _are_of_one_speaker(one, other):
        demand -= _BY_ONE_SPEAKER
    return demand + _UNLIKE_STATUS * (one.status is not other.status)


def _day_apart(one: Telling, other: Telling, actors: Agreement) -> float:
    """Returns what two tellings a day apart score at most: what tells of the same day comes before them."""
    if not numbers_agree(one, other):
        return 0.0
    return SAME if _is_sure(actors) and has_particulars(one, other) else _UNSURE


def _is_sure(actors: Agreement) -> bool:
    return actors.degree >= _SURE and not actors.strangers


def _score(likeness: float, demand: float) -> float:
    """Returns 0.5 where the words are just as much alike as they must be, 1 where they are the same."""
    demand = round(demand, 6)  # tenths that should add up to nothing do not
    if likeness >= demand:
        return SAME + (1 - SAME) * (likeness - demand) / (1 - demand) if demand < 1 else likeness * SAME
    return SAME * likeness / demand
