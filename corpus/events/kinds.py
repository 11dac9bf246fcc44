"""Which kind of event a verb or a noun makes, with its particle and its object."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from corpus.events.clauses import Clause
from corpus.events.inflection import Form
from corpus.events.lexicon import NO_THINGS, SCHEDULING, VerbRule, lexicon
from corpus.events.tokens import Token, counts_least
from corpus.events.verbs import Shape, Use, Voice
from corpus.model import EntityType, Kind

_ROUND = {"around", "round"}  # "showed Kim around Russia's launch site"
_SEPARABLE = {"off", "down", "back", "up", "over", "out", "in", "around", "round"}
# "put on high alert", "put back on the list", "hit Japan with tariffs", "declared them as non grata"
_BEHIND = {
    "on": frozenset({"alert", "list"}),
    "with": frozenset({"sanction", "crime"}),
    "to": frozenset({"list"}),
    "into": frozenset({"custody"}),
    "in": frozenset({"custody"}),
    "as": frozenset({"outcast"}),
}
_COUNTED = {
    "just",
    "farther",
    "further",
    "higher",
    "longer",
    "less",
    "barely",
    "south",
    "north",
    "east",
    "west",
    "minutes",
    "hours",
    "days",
    "weeks",
    "months",
    "years",
}  # "fired a missile hours after"
_ROUGHLY = {"about", "around", "over", "under"}  # "about ten missiles"
_ANNOUNCING = frozenset({"announce", "declare", "order", "proclaim"})
_ILLNESS = "illness"  # a heart attack is no attack
_NEAR = 5  # tokens in which the object of a noun is looked for
_REACH = 14  # tokens in which the object of a verb is looked for
_INSIDE = {"of", "per"}  # prepositions inside a phrase: "a 25 per cent tariff"
_OBJECT_TYPES_END = frozenset({"relative", "subordinator"})
# Acts done by words, which may be news although all around them is history.
WORDS = frozenset({Kind.STATEMENT, Kind.ACCUSE, Kind.REJECT, Kind.REQUEST, Kind.THREATEN, Kind.SUPPORT})


class Meaning(NamedTuple):
    """The kind of an event, and the token of the noun that decided it, or -1."""

    kind: Kind
    thing: int = -1
    particle: int = -1


def verb_meaning(
    tokens: Sequence[Token],
    clause: Clause,
    use: Use,
    subject: tuple[int, int],
    antecedent: tuple[int, int] = (0, 0),
) -> Meaning | None:
    """Returns what a verb means here.

    `subject` bounds the tokens that are its subject, and `antecedent` those that a "which" before it takes up
    as its object: "the ship that they captured".
    """
    rule = lexicon().verbs.get(tokens[use.verb].lemma)
    if rule is None:
        return None
    start = use.verb + 1
    while start < clause.end and tokens[start].time:
        start += 1
    if tokens[use.verb].lemma in lexicon().naming and _names(tokens, clause, start):
        return Meaning(Kind.STATEMENT)
    happening = _happening(tokens, rule, start, subject) if use.voice is Voice.ACTIVE else None
    if happening or (happening := _brought_about(tokens, use, start, clause.end)):
        return happening
    for particle, inner in rule.particles.items():
        at = _particle(tokens, clause, start, particle, counts=rule.kind is not None or particle != "over")
        if at >= 0:
            found = _with_object(tokens, clause, use, inner, subject, at + 1)
            if found or inner.kind:
                kind, thing = (found.kind, found.thing) if found else (inner.kind, -1)
                return Meaning(kind or Kind.STATEMENT, thing, at)
    found = _with_object(tokens, clause, use, rule, subject, start)
    found = found or _first_phrase(rule, heads(tokens, *antecedent), NO_THINGS)
    return found or (Meaning(rule.kind) if rule.kind else None)


def _brought_about(tokens: Sequence[Token], use: Use, start: int, end: int) -> Meaning | None:
    """What is done by announcing it: "announced the lifting of sanctions"."""
    if tokens[use.verb].lemma not in _ANNOUNCING or use.voice is Voice.PASSIVE:
        return None
    for i in range(start, min(start + 4, end)):
        if kind := of_noun(tokens, i):
            return Meaning(kind, i)
        if "preposition" in tokens[i].classes:
            break
    return None


def of_noun(tokens: Sequence[Token], i: int) -> Kind | None:
    """Returns the kind of what a noun makes of a verb with its object: "the declaration of war"."""
    rule = lexicon().verbs.get(lexicon().nominal.get(tokens[i].low, ""))
    if rule is None or i + 2 >= len(tokens) or tokens[i + 1].low != "of":
        return None
    reach = range(i + 2, min(i + 2 + _NEAR, len(tokens)))
    end = next((k for k in reach if tokens[k].classes - {"determiner"}), reach.stop)
    return next(
        (p.kind for k in range(i + 2, end) for p in rule.phrases if p.things & things_at(tokens, k)), None
    )


def _names(tokens: Sequence[Token], clause: Clause, start: int) -> bool:
    """As in "Called the test a provocation": a second noun phrase follows the first, or a quotation does."""
    if start >= clause.end or "preposition" in tokens[start].classes:
        return False
    end = next((i for i in range(start, clause.end) if "preposition" in tokens[i].classes), clause.end)
    phrases = [i for i in range(start, end) if "determiner" in tokens[i].classes or tokens[i].mention]
    behind = [i for i in phrases if i > start and tokens[i].low in {"a", "an", "the"}]
    quoted = phrases and phrases[0] == start and any(token.quoted for token in tokens[start + 1 : end])
    return bool(behind or quoted)


def _happening(
    tokens: Sequence[Token], rule: VerbRule, start: int, subject: tuple[int, int]
) -> Meaning | None:
    """The meaning of a verb whose subject is itself an event: "the drill ended"."""
    inner = [rule.happenings]
    for particle, other in rule.particles.items():
        words = particle.split()
        if other.happenings and [token.low for token in tokens[start : start + len(words)]] == words:
            inner.append(other.happenings)
    for i, things in _subject_heads(tokens, *subject):
        for phrases in inner:
            for phrase in phrases:
                if phrase.things & things:
                    return Meaning(phrase.kind, i)
    return None


def _subject_heads(tokens: Sequence[Token], start: int, end: int) -> Iterator[tuple[int, frozenset[str]]]:
    """The noun that heads a subject: the one before its first preposition."""
    stop = next((i for i in range(start, end) if "preposition" in tokens[i].classes), end)
    return heads(tokens, start, stop)


def _particle(tokens: Sequence[Token], clause: Clause, start: int, particle: str, *, counts: bool) -> int:
    """The last token of a verb's particle, or -1; "fired over two" `counts`, "handed over two" does not."""
    words = particle.split()
    behind = start + len(words)
    if [token.low for token in tokens[start:behind]] == words:
        return -1 if counts and counts_least(tokens, behind - 1) else behind - 1
    if particle == "as":
        named = next((k for k in range(start, min(start + _REACH, clause.end)) if tokens[k].low == "as"), -1)
        return named if any("person" in token.things for token in tokens[start : max(named, start)]) else -1
    if particle in _SEPARABLE:
        for k in range(start, min(start + 5, clause.end)):
            whole = particle in _ROUND or k + 1 >= clause.end or not tokens[k + 1].mention
            if tokens[k].low == particle and whole:
                return k
            if "preposition" in tokens[k].classes:
                break
    return -1


def _with_object(
    tokens: Sequence[Token], clause: Clause, use: Use, rule: VerbRule, subject: tuple[int, int], start: int
) -> Meaning | None:
    if not rule.phrases:
        return None
    if use.voice is Voice.PASSIVE:
        found = _first_phrase(rule, heads(tokens, *subject), NO_THINGS)
        found = found or _hit_with(tokens, rule, start, clause.end)
        if found or use.shape is Shape.REDUCED:
            return found
    elif rule is lexicon().verbs[tokens[use.verb].lemma] and _only_plans(tokens, clause, use.verb):
        return None
    doers = frozenset().union(*(things for _, things in heads(tokens, *subject)))
    found = _first_phrase(rule, _objects(tokens, start, clause.end), doers)
    return found or next((Meaning(p.kind) for p in rule.phrases if not p.things and p.doers & doers), None)


def _only_plans(tokens: Sequence[Token], clause: Clause, verb: int) -> bool:
    """Whether a verb of plans says for no day what it plans, unlike in "scheduled talks for Tuesday"."""
    if tokens[verb].lemma not in SCHEDULING:
        return False
    behind = range(verb + 1, clause.end)
    dated = any(tokens[k].time and tokens[k - 1].low == "for" for k in behind)
    return tokens[verb].lemma != SCHEDULING[0] or not dated


def _hit_with(tokens: Sequence[Token], rule: VerbRule, start: int, end: int) -> Meaning | None:
    """As in "Was hit by an asset freeze", "slapped with tariffs": what somebody is acted on with."""
    if start >= end or tokens[start].low not in {"by", "with"}:
        return None
    found = _first_phrase(rule, _objects(tokens, start + 1, end), NO_THINGS)
    return found if found and found.kind is Kind.SANCTION else None


def _first_phrase(
    rule: VerbRule, objects: Iterable[tuple[int, frozenset[str]]], doers: frozenset[str]
) -> Meaning | None:
    for i, things in objects:
        for phrase in rule.phrases:
            if phrase.things & things and (not phrase.doers or phrase.doers & doers):
                return Meaning(phrase.kind, i)
    return None


def _objects(tokens: Sequence[Token], start: int, end: int) -> Iterator[tuple[int, frozenset[str]]]:
    """The nouns that a verb takes, up to the phrase that follows its object."""
    stop, seen = min(end, start + _REACH), False
    for i in range(start, stop):
        classes = tokens[i].classes
        naming = tokens[i].low == "to" and i + 1 < stop and tokens[i + 1].low == "be"
        if naming:
            continue  # "what it claimed to be a rocket"
        infinitive = tokens[i].low == "to" and i + 1 < stop and Form.BASE in tokens[i + 1].forms
        given = tokens[i].low == "to" and seen and not _on_alert(tokens, i)
        if classes & _OBJECT_TYPES_END or infinitive or given:
            stop = i
            break
        sum_of = tokens[i].low == "in" and i > 0 and tokens[i - 1].low in {"billion", "million"}
        counts = tokens[i].low in _ROUGHLY and i + 1 < stop and _is_number(tokens[i + 1])
        leads = "preposition" in classes and tokens[i].low not in _INSIDE and not (sum_of or counts)
        if leads and seen and not _on_alert(tokens, i):
            stop = i
            break
        seen = seen or not (classes or tokens[i].time) or tokens[i].mention is not None
    return heads(tokens, start, stop)


def _is_number(token: Token) -> bool:
    return token.low[:1].isdigit() or token.low in lexicon().numbers


def _on_alert(tokens: Sequence[Token], i: int) -> bool:
    """As in "Put its army on high alert": the noun that decides stands behind the preposition."""
    decides = _BEHIND.get(tokens[i].low, NO_THINGS)
    return any(decides & things_at(tokens, k, i) for k in range(i + 1, min(i + 6, len(tokens))))


def heads(tokens: Sequence[Token], start: int, end: int) -> Iterator[tuple[int, frozenset[str]]]:
    """Yields the nouns that head a phrase, with their classes: not "missile" in "missile programme"."""
    for i in range(start, end):
        things = things_at(tokens, i, start)
        named = tokens[i].proper or tokens[i].mention is not None
        if things and named and i > start and tokens[i - 1].low == "on" and "message" in things:
            continue  # "wrote on Telegram"
        if things and not _continues(tokens, i, end):
            yield i, things


def things_at(tokens: Sequence[Token], i: int, start: int = 0) -> frozenset[str]:
    """Returns the classes of a noun, with those of the pair that it ends: "second attempt"."""
    token = tokens[i]
    if i > start and tokens[i - 1].word and token.word:
        pair = lexicon().things.get(f"{tokens[i - 1].low} {token.low}", NO_THINGS)
        return pair if _ILLNESS in pair else pair | token.things
    return token.things


def _tells_of_it(tokens: Sequence[Token], i: int) -> bool:
    """As in "A drone shot down over Pyongyang": a participle with its particle or place, and no noun."""
    behind = i + 1 < len(tokens) and "preposition" in tokens[i + 1].classes
    return Form.PARTICIPLE in tokens[i].forms and behind and tokens[i + 1].low != "of"


def _continues(tokens: Sequence[Token], i: int, end: int) -> bool:
    """Whether another noun of the same phrase follows, so that this one only describes it."""
    if i + 1 >= end:
        return False
    after = tokens[i + 1]
    if tokens[i].owner and after.word and not after.classes:
        return True
    if _tells_of_it(tokens, i + 1):
        return False
    if after.mention:
        named = after.mention.type is EntityType.PERSON
        return tokens[i].mention is None and bool(after.things) and not named
    if not after.word or after.classes or after.time or after.manner or after.low in _COUNTED:
        return False
    named = after.proper and not tokens[i].proper
    return not named and (not after.forms or bool(after.things))
