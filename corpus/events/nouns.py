"""Events told by a noun: "Kim's visit to Russia", "Sunday's nuclear test"."""

from collections.abc import Sequence
from dataclasses import replace

from corpus.events.candidates import Candidate
from corpus.events.doers import Scene, subject_of
from corpus.events.kinds import Meaning, of_noun
from corpus.events.leading import step_to
from corpus.events.lexicon import lexicon
from corpus.events.nominal import event_roles, noun_roles
from corpus.events.sides import Roles
from corpus.events.struck import attack_on
from corpus.events.tokens import Token
from corpus.model import EntityType, Kind, Mention, Precision, Status

_MEANING = {"hint", "aim", "look", "point", "balk"}  # "hinted at talks" that may be
_HEADS = {
    "commission",
    "committee",
    "site",
    "sites",
    "campaign",
    "plan",
    "plans",
    "pad",
    "vehicle",
    "centre",
    "center",
}
_FORCEFUL = frozenset({"attack", "blast"})
_PAPER = 7  # tokens from "according" to the paper
_LEADING_IN = {"in", "at", "during", "after", "following"}


def noun_candidate(scene: Scene, index: int, i: int, *, quoted: bool = False) -> Candidate | None:
    """Returns the event that a noun tells, or None where it is no event noun or heads no phrase."""
    tokens = scene.tokens
    token = tokens[i]
    if not token.word or token.quoted is not quoted:
        return None
    pair = f"{tokens[i - 1].low} {token.low}" if i else ""
    kind = lexicon().nouns.get(pair) or _of_what(tokens, i) or lexicon().nouns.get(token.low)
    if kind is None or _only_describes(tokens, i) or _is_appeal(tokens, i) or _is_paper(tokens, i):
        return None
    clause = scene.clauses[index]
    if any("negation" in t.classes for t in tokens[max(clause.start, i - 3) : i]):
        return None
    end = next((piece.end for piece in scene.clauses if i < piece.end), clause.end)
    roles = noun_roles(scene, i, end, kind)
    if kind is Kind.CONSULT and not (roles.sources or roles.targets) and _taken_up(tokens, i):
        roles = event_roles(scene, i, end, kind)  # "the June 12 meeting"
    if kind is Kind.ASSAULT and token.things & _FORCEFUL and not roles.targets:
        roles = Roles(roles.sources, attack_on(scene, i, end, roles.sources))
    if kind is Kind.CONSULT and roles.targets and not roles.sources:
        roles = Roles(_guests(scene, index, i, roles), roles.targets)
    if not (roles.sources or roles.targets):
        if kind is Kind.ASSAULT:
            return None  # who "was killed in the strike" did not strike
        if not quoted and not any(
            token.low in _LEADING_IN for token in tokens[max(clause.verb, i - 5, 0) : i]
        ):
            return None
        if kind is Kind.SUPPORT:
            return None  # "conceded defeat in the June 3 election"
        subject = subject_of(scene, index, clause.verb if clause.verb >= 0 else clause.start)[1]
        roles = Roles(subject, tuple(m for m in roles.targets if m not in subject))
    status = Status.ANNOUNCED if _awaited(scene, i) else Status.HAPPENED
    return Candidate(i, index, Meaning(kind, i), roles, status)


def _is_appeal(tokens: Sequence[Token], i: int) -> bool:
    """As in "Washington's calls for sanctions", "calls to lift them": nobody was rung up."""
    return tokens[i].low in {"call", "calls"} and i + 1 < len(tokens) and tokens[i + 1].low in {"for", "to"}


def _is_paper(tokens: Sequence[Token], i: int) -> bool:
    """As in "According to the ministry's statement": the source of what is told, and no act."""
    before = [token.low for token in tokens[max(0, i - _PAPER) : i]]
    return tokens[i].low in {"statement", "announcement"} and "according" in before


def _guests(scene: Scene, index: int, i: int, roles: Roles) -> tuple[Mention, ...]:
    """Who was there with those named behind a noun: "In a call with Moon on Monday, Trump agreed to it"."""
    clause, tokens = scene.clauses[index], scene.tokens
    led = any(token.low in _LEADING_IN for token in tokens[max(0, i - 4) : i])
    if not led or clause.verb < 0 or tokens[clause.verb].quoted:
        return ()
    if any(mention.type is EntityType.MEDIUM for mention in roles.targets):
        return ()  # "in an interview with a paper"
    others = {mention.entity for mention in roles.targets}
    subject = subject_of(scene, index, clause.verb)[1]
    return tuple(mention for mention in subject if mention.entity not in others)


def _of_what(tokens: Sequence[Token], i: int) -> Kind | None:
    """The kind of what a noun makes of a verb with its object: "the declaration of war", "a bid to oust"."""
    return step_to(tokens, i) or of_noun(tokens, i)


def _only_describes(tokens: Sequence[Token], i: int) -> bool:
    """As in "The election commission", "a launch site": the noun behind is what is meant."""
    return i + 1 < len(tokens) and tokens[i + 1].low in _HEADS


def _taken_up(tokens: Sequence[Token], i: int) -> bool:
    """Whether a noun stands behind "the" and its day, so that it was told before or needs no telling."""
    time = tokens[i - 1].time if i > 1 else None
    return time is not None and time.precision is Precision.DAY and tokens[i - 2].low == "the"


def _awaited(scene: Scene, i: int) -> bool:
    """As in "Ahead of", "planned", "upcoming": the event is still to come.

    "The upcoming visit follows his trip" tells no trip to come.
    """
    start = max(0, i - 6)
    start = next((k for k in range(i - 1, start, -1) if scene.finite[k]), start)
    return any(
        token.low in {"ahead", "planned", "upcoming", "scheduled", "proposed", "expected"}
        for token in scene.tokens[start:i]
    )


def talks_beside(scene: Scene, index: int) -> Candidate | None:
    """Returns the talks at or after which an act of clause `index` was done: "said after talks with Xi"."""
    clause, tokens = scene.clauses[index], scene.tokens
    if clause.verb >= 0 and tokens[clause.verb].lemma in _MEANING:
        return None
    opening = scene.clauses[0] if index == 1 and scene.clauses[0].verb < 0 else None
    before = range(opening.start, opening.end) if opening else range(0)
    for i in (*before, *range(max(clause.verb, clause.start), clause.end)):
        if "talks" not in tokens[i].things or tokens[i].low == "interview":
            continue  # what was said in an interview is told by the saying
        noun = noun_candidate(scene, index, i)
        start = clause.verb + 1 if i >= clause.start else 0
        led = {token.low for token in tokens[max(start, i - 4) : i]} & _LEADING_IN
        if noun and led and noun.meaning.kind is Kind.CONSULT:
            guests = noun.roles.targets or noun.roles.sources
            hosts = subject_of(scene, index, max(clause.verb, clause.start))[1]
            own = {m.entity for m in hosts}
            everybody = (*noun.roles.sources, *noun.roles.targets)
            if own < {m.entity for m in everybody}:  # "Ishiba said after their meeting"
                guests = tuple(m for m in everybody if m.entity not in own)
            both = hosts and guests and not own & {m.entity for m in guests}
            return replace(noun, roles=Roles(hosts, guests)) if both else None
    return None
