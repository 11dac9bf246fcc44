"""Words: whom they are about or against, and whether they are a threat or a statement."""

from collections.abc import Sequence
from itertools import pairwise

from corpus.events.clauses import Opener
from corpus.events.doers import Scene, subject_of
from corpus.events.groups import groups
from corpus.events.home import is_town
from corpus.events.inflection import Form
from corpus.events.lexicon import lexicon
from corpus.events.naming import named_subject
from corpus.events.subjects import subject_span
from corpus.events.targets import choose, governed
from corpus.events.tokens import Token
from corpus.model import EntityType, Kind, Mention

_OWN_WORDS = {Kind.ACCUSE, Kind.REJECT, Kind.REQUEST}
_POWERS = {EntityType.PUBLIC_BODY, EntityType.ARMED_FORCE, EntityType.STATE}
_ADDRESSED = {"against", "him", "her", "them"}
_WORDS = {"vow", "recall"}  # only words where something is said: "recalled that", unlike "recalled its envoy"
_QUOTING = {"quote", "cite"}


def is_quoted(tokens: Sequence[Token], i: int) -> bool:
    """As in "Was quoted as saying": its subject is who speaks."""
    if tokens[i].lemma not in _QUOTING:
        return False
    behind = next((token for token in tokens[i + 1 :] if token.time is None), None)
    return behind is not None and behind.low == "as"


def topic_of(scene: Scene, index: int, sources: Sequence[Mention]) -> tuple[Mention, ...]:
    """Whom words are about: the subject of what is said, where it is another side."""
    content = index + 1
    if (
        content >= len(scene.clauses)
        or scene.clauses[content].opener is not Opener.CONTENT
        or scene.clauses[content].verb < 0
    ):
        return ()
    span = subject_span(scene.tokens, scene.clauses, content, scene.clauses[content].verb)
    group = named_subject(scene.tokens, scene.clauses, scene.finite, span)
    sides = {mention.entity for mention in sources} | {mention.country for mention in sources}
    return (
        tuple(m for m in group.mentions if m.entity not in sides and m.country not in sides) if group else ()
    )


def is_quoting(tokens: Sequence[Token], i: int) -> bool:
    """As in "The agency quoted him as saying": who speaks is its object."""
    low = [token.low for token in tokens[i + 1 :]]
    return tokens[i].lemma in _QUOTING and ("as", "saying") in pairwise(low)


def told_by_doer(scene: Scene, index: int, kind: Kind, targets: Sequence[Mention]) -> tuple[Mention, ...]:
    """Who tells what was done without saying by whom, where it can only be their own deed.

    As in "Japan said a protest had been lodged", "the FSB said he had been detained in Moscow".
    """
    clause, says = scene.clauses[index], scene.clauses[index - 1] if index else None
    if says is None or says.verb < 0 or clause.opener is not Opener.CONTENT:
        return ()
    if kind not in _OWN_WORDS and kind is not Kind.COERCE:
        return ()
    named = subject_of(scene, index - 1, says.verb)[1]
    if kind is Kind.COERCE:
        places = [t.mention for t in scene.tokens[clause.start : clause.end] if is_town(t)]
        lands = {place.country for place in places if place and place.country}
        if lands != {mention.country for mention in named} or any(
            mention.type not in _POWERS for mention in named
        ):
            return ()
    states = {m.country: scene.reference.states.get(m.country or "") for m in named}
    people = all(mention.type is EntityType.PERSON for mention in named)
    doers = tuple(state for state in states.values() if state) if people else named
    return tuple(m for m in doers if m.entity not in {target.entity for target in targets})


def menaced(scene: Scene, index: int, trigger: int, sources: Sequence[Mention]) -> tuple[Mention, ...]:
    """Whom a threat is against in what is said: "warned it will start a war against the South".

    Of "threatened to destroy the South" it is the object of what is threatened.
    """
    tokens, following = scene.tokens, scene.clauses[index + 1 : index + 2]
    end = next((c.end for c in following if c.opener is Opener.CONTENT), scene.clauses[index].end)
    start = next((i for i in range(trigger + 1, min(trigger + 4, end)) if tokens[i].low == "to"), end)
    if (
        start + 1 < end
        and Form.BASE in tokens[start + 1].forms
        and all(t.time for t in tokens[trigger + 1 : start])
    ):
        behind = governed(tokens, scene.finite, start + 2, end)
        group = choose(behind, ("", "on", "against", "from", "at", "with"))
        if group:
            return tuple(m for m in group.mentions if m not in sources)
    for i in range(trigger + 1, end - 1):
        if scene.tokens[i].low == "against":
            group = next(groups(scene.tokens, scene.finite, i + 1, end, places=True), None)
            return tuple(m for m in group.mentions if m not in sources) if group else ()
    return ()


def speech_kind(scene: Scene, index: int, i: int, kind: Kind, text: str) -> Kind:
    """A statement that holds out harm is a threat, "suggested holding talks" a request.

    A warning of no harm and to nobody is a statement.
    """
    low, tokens = text.lower(), scene.tokens
    if tokens[i].lemma in lexicon().naming:
        return kind
    if any(words in low for words in lexicon().threats):
        return Kind.THREATEN
    if tokens[i].lemma == "suggest" and i + 1 < len(tokens) and Form.ING in tokens[i + 1].forms:
        return Kind.REQUEST  # "suggested holding talks"
    if tokens[i].lemma == "warn":
        after = tokens[i + 1] if i + 1 < len(tokens) else None
        addressed = after is not None and (after.mention is not None or after.low in _ADDRESSED)
        return Kind.THREATEN if addressed else Kind.STATEMENT
    content = index + 1 < len(scene.clauses) and scene.clauses[index + 1].opener is Opener.CONTENT
    return Kind.STATEMENT if content and tokens[i].lemma in _WORDS else kind
