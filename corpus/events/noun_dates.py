"""Times that belong to a noun for an event: "Wednesday's summit", "after talks in Seoul on Friday"."""

from collections.abc import Sequence

from corpus.events.candidates import Candidate
from corpus.events.doers import Scene
from corpus.events.inflection import Form
from corpus.events.lexicon import lexicon
from corpus.events.nouns import noun_candidate
from corpus.events.tokens import Token
from corpus.events.usable import TOO_WIDE, usable
from corpus.model import Kind, Precision, TimeExpression

_WIDE_FOR_NOUN = TOO_WIDE | {Precision.YEAR, Precision.HALF, Precision.QUARTER, Precision.SEASON}
_ONE_SIDED = {Kind.MOBILIZE, Kind.COERCE, Kind.RETREAT}  # kinds that need nobody on the other side
_PHRASE = 6  # tokens from a noun to the year behind it: "his assassination in 1979"
_OF_A_DEED = {"of", "for"}  # "the man suspected of murdering him in May"
_NOUN_REACH = 16  # tokens between an event noun and its time, the names of two sides among them
_LEADING = {"during", "after", "following", "in", "at"}  # what leads to an event beside that of the verb


def noun_after(scene: Scene, index: int, i: int) -> Candidate | None:
    """Returns the event of a noun behind its time: "Wednesday's summit", "the September 13 nuclear test"."""
    tokens = scene.tokens
    attributive = tokens[i].owner or (
        i > 0 and (tokens[i - 1].classes & {"determiner"} or tokens[i - 1].owner)
    )
    if not attributive:
        return None
    for k in range(i + 1, min(i + 6, len(tokens))):
        token = tokens[k]
        if token.classes and not token.mention and not token.classes & {"adverb"}:
            return None
        found = noun_candidate(scene, index, k)
        if found and not _describes(tokens, k):
            return found
    return None


def noun_before(scene: Scene, index: int, i: int) -> Candidate | None:
    """Returns the nearest event noun before a time, with at most a phrase or two between them."""
    for k in range(i - 1, max(i - _NOUN_REACH, -1), -1):
        token = scene.tokens[k]
        deed = Form.ING in token.forms and scene.tokens[k - 1].low in _OF_A_DEED
        if token.low in {",", ";", ":"} or scene.finite[k] or token.time or deed:
            return None
        found = noun_candidate(scene, index, k)
        if found and not _describes(scene.tokens, k):
            return found
    return None


def belongs_to_noun(scene: Scene, index: int, i: int) -> bool:
    """As in "…after talks in Seoul on Friday": the noun has the time when another one dates the verb."""
    near = noun_before(scene, index, i)
    if near is None:
        return False
    clause = scene.clauses[index]
    verb = clause.verb
    perfect = verb >= 0 and scene.tokens[verb].low in {"has", "have"} and bool(near.roles.sources)
    if perfect and near.trigger > verb:
        return True
    led = any(
        token.low in {"after", "following", "before", "ahead", "since"}
        for token in scene.tokens[max(verb, 0) : near.trigger]
    )
    dated = any(scene.tokens[k].time and usable(scene.tokens, k) for k in range(clause.start, near.trigger))
    return led and verb >= 0 and near.trigger > verb and (dated or _takes_up_time(scene, index))


def _takes_up_time(scene: Scene, index: int) -> bool:
    """As in "Since June, when they met after a summit in February": the verb has the time before "when"."""
    clause = scene.clauses[index]
    reach = range(max(0, clause.start - 3), clause.start)
    return clause.word == "when" and any(scene.tokens[k].time for k in reach)


def _describes(tokens: Sequence[Token], k: int) -> bool:
    """Whether the noun only describes the next one: "test site"."""
    if k + 1 >= len(tokens):
        return False
    after = tokens[k + 1]
    return after.word and not after.classes and not after.forms and not after.manner


def free(scene: Scene, index: int, noun: Candidate) -> bool:
    """Whether the time behind a noun is its own: its clause has no verb that says anything before it."""
    linking = lexicon().mood["linking"]
    verb = scene.clauses[index].verb
    said = [
        k for k in range(max(verb, 0), noun.trigger) if scene.finite[k] and scene.tokens[k].low not in linking
    ]
    undergone = scene.tokens[noun.trigger].low in lexicon().undergone and bool(noun.roles.targets)
    return bool(noun.roles.sources) or undergone or not said


def stands_beside(scene: Scene, verb: Candidate, noun: Candidate) -> bool:
    """As in "Made the remarks during his summit with Moon on Friday": two events on that day."""
    led = {token.low for token in scene.tokens[max(verb.trigger, noun.trigger - 6) : noun.trigger]}
    both = bool(noun.roles.sources and noun.roles.targets)
    return both and verb.meaning.thing != noun.trigger and not led.isdisjoint(_LEADING)


def add_noun(scene: Scene, noun: Candidate, i: int, nouns: list[Candidate]) -> None:
    """Adds the event that a noun tells to `nouns`, with the time at token `i`, unless that is too wide."""
    time = scene.tokens[i].time
    known = any(noun.trigger == other.trigger for other in nouns)
    if time and not known and (time.precision not in _WIDE_FOR_NOUN or _named_by_year(noun, time, i)):
        noun.time = i
        nouns.append(noun)


def _named_by_year(noun: Candidate, time: TimeExpression, i: int) -> bool:
    """As in "The 2018 talks between Trump and Kim", "Russia's 2022 invasion of Ukraine": with both sides."""
    named = (bool(noun.roles.sources), bool(noun.roles.targets))
    sides = any(named) if noun.meaning.kind in _ONE_SIDED else all(named)
    numbered = time.precision is Precision.YEAR and time.text[-4:].isdigit()  # not "this year"
    return numbered and i - noun.trigger <= _PHRASE and sides
