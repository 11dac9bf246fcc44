"""An act with its date becomes an event: roles, status, place, attribution, headline."""

from collections.abc import Iterable, Sequence

from corpus.events.attribution import attribution
from corpus.events.candidates import Candidate
from corpus.events.carried import NEED_A_SPEAKER, hangs_on
from corpus.events.clauses import Opener
from corpus.events.dated import Dated
from corpus.events.doers import Scene
from corpus.events.headline import headline
from corpus.events.home import somebody
from corpus.events.lexicon import lexicon
from corpus.events.places import place_of
from corpus.events.sides import Roles
from corpus.events.usable import begun_elsewhere
from corpus.events.verbs import Voice
from corpus.model import Actor, Document, EntityType, Event, Kind, Mention, Role, Sentence, Status

_SHORTEST = 3  # words of a line that tells an event by its noun, with nobody on the other side
_TITLE_LENGTH = 40  # characters of the title between a country and a name
_BETWEEN_TWO = frozenset({Kind.AGREE, Kind.CONSULT, Kind.COOPERATE, Kind.STATEMENT})
_FINDING = frozenset({"find", "discover", "recover", "retrieve"})
_IN_ROW = frozenset({",", "and", "again", "on"})
_REACHING = frozenset({"arrive", "land", "reach"})
_ASIDE = frozenset({Opener.WHO, Opener.BRACKET})
_SAID_BY_MEDIA = frozenset({Kind.ACCUSE, Kind.THREATEN, Kind.REQUEST, Kind.REJECT})  # by their own mouth


def make_event(
    document: Document,
    sentence: Sentence,
    scene: Scene,
    candidates: Sequence[Candidate],
    candidate: Candidate,
    when: Dated,
) -> Event | None:
    """Returns the event of an act, or None where nobody takes part in it."""
    roles = _fitting(candidate)
    if not (roles.sources or roles.targets):
        roles = _assumed(scene, candidate)
    near = scene.reference.here
    actors = (*_actors(roles.sources, Role.SOURCE, near), *_actors(roles.targets, Role.TARGET, near))
    if not actors or (candidate.meaning.kind in NEED_A_SPEAKER and not roles.sources):
        return None
    said = attribution(scene, candidates)
    by = said.by if said and hangs_on(scene, candidate, said) else None
    acting = {actor.entity for actor in actors if actor.role is Role.SOURCE}
    status = candidate.status
    if said and said.alleged and status is Status.HAPPENED and not candidate.report:
        status = Status.ALLEGED
    told = scene.tokens[candidate.time].time if candidate.time >= 0 else None
    ahead = document.published is not None and when.first > document.published
    if ahead and status in {Status.HAPPENED, Status.ONGOING} and not (told and begun_elsewhere(told)):
        status = Status.ANNOUNCED
    token = scene.tokens[candidate.trigger]
    line = headline(
        document.text, scene, candidate, when.beside or (when.time and _days_told(scene, candidate))
    )
    if candidate.use is None and not roles.targets and line.count(" ") < _SHORTEST - 1:
        return None  # "His call"
    return Event(
        start=sentence.start,
        end=sentence.end,
        value=when.value,
        first=when.first,
        last=when.last,
        precision=when.precision,
        basis=when.basis,
        why=when.why,
        kind=candidate.meaning.kind,
        status=status,
        headline=line,
        actors=actors,
        trigger=document.text[token.start : token.end],
        time=when.time,
        place=place_of(scene, candidate),
        attributed_to=by.entity if by and by.entity not in acting else None,
    )


def _days_told(scene: Scene, candidate: Candidate) -> tuple[int, int] | None:
    """The words of an act's day with those beside it in a row: "in 2006, 2009 and 2013"."""
    tokens, first, last = scene.tokens, candidate.time, candidate.time
    if first < 0:
        return None
    for k in range(first - 1, candidate.trigger, -1):
        if not tokens[k].time and tokens[k].low not in _IN_ROW:
            break
        first = k if tokens[k].time else first
    for k in range(last + 1, len(tokens)):
        if not tokens[k].time and tokens[k].low not in _IN_ROW:
            break
        last = k if tokens[k].time else last
    return tokens[first].start, tokens[last].end


def _fitting(candidate: Candidate) -> Roles:
    """The roles without media that only report, and without anybody on both sides."""
    speaks = candidate.meaning.kind in _SAID_BY_MEDIA
    sources = tuple(m for m in candidate.roles.sources if m.type is not EntityType.MEDIUM or speaks)
    entities = {mention.entity for mention in sources}
    targets = tuple(
        m for m in candidate.roles.targets if m.entity not in entities and m.type is not EntityType.MEDIUM
    )
    return Roles(sources, targets)


def _assumed(scene: Scene, candidate: Candidate) -> Roles:
    """Of an act with a day of its own and nobody named: the state that it must concern."""
    use, clause = candidate.use, scene.clauses[candidate.clause]
    told = use is not None and candidate.time >= 0 and clause.opener not in _ASIDE
    told = told and (not candidate.lone or (use is not None and use.voice is Voice.PASSIVE))
    if use is None or not told or candidate.meaning.kind in _BETWEEN_TWO:
        return Roles((), ())
    words = scene.tokens[clause.start : clause.end]
    state = somebody(words, scene.reference)
    assault = candidate.meaning.kind is Kind.ASSAULT
    if assault and scene.tokens[use.verb].lemma in lexicon().hearing:
        return Roles((), ())  # "Reuters reported the attack"
    if assault and 0 <= candidate.meaning.thing < candidate.trigger:
        return Roles((), state)  # "the barrage killed two marines"
    if assault and use.voice is Voice.PASSIVE:
        named = [token for token in scene.tokens[clause.start :] if token.mention and not token.quoted]
        return Roles((), somebody(named, scene.reference) if named else ())
    if candidate.meaning.kind is Kind.RETREAT and scene.tokens[use.verb].lemma in _FINDING:
        return Roles((), state)  # "the bodies of two civilians were found"
    if candidate.meaning.kind is Kind.MOBILIZE and scene.tokens[use.verb].lemma in _REACHING:
        return Roles((), state)  # "the first tanks arrived in Ukraine"
    passive = use.voice is Voice.PASSIVE and candidate.meaning.kind is Kind.COERCE
    held = scene.tokens[clause.start : candidate.trigger]
    people = passive and any("people" in token.things for token in held)
    return Roles((), state) if people else Roles(state, ())


def _actors(mentions: Iterable[Mention], role: Role, near: Sequence[Mention]) -> Iterable[Actor]:
    seen: set[str] = set()
    for mention in mentions:
        if mention.entity not in seen:
            seen.add(mention.entity)
            yield Actor(mention.entity, mention.name, mention.country or _country(mention, near), role)


def _country(mention: Mention, near: Sequence[Mention]) -> str | None:
    """The country of somebody nobody listed: that of the name before, "Russian minister Ivan Petrov"."""
    before = [other for other in near if other.end <= mention.start]
    close = before and mention.start - before[-1].end <= _TITLE_LENGTH
    return before[-1].country if close and before[-1].type is not EntityType.PERSON else None
