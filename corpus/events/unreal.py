"""What is not done: hoped, claimed or asked for, told of nobody, or no act at all in its words."""

from collections.abc import Sequence

from corpus.events.clauses import Clause, Opener
from corpus.events.doers import Scene
from corpus.events.inflection import Form
from corpus.events.lexicon import SCHEDULING, lexicon
from corpus.events.tokens import Token
from corpus.events.verbs import Shape, Use, Voice
from corpus.model import EntityType

_COUNTED = {"million", "billion", "trillion", "thousand"}
_FIGURING = {"post", "report", "record"}
_ANSWERING = {"answer", "be", "discuss"}  # who refuses that does something
_CLAIM_REACH = 5  # tokens from "claims" to "that"
_SUBJECT = 4  # tokens of a clause in which its subject begins
# Words behind a verb with which nobody does anything to anybody: "stopped on the way", "sought to position".
_IDLE = {"stop": {"on", "by"}, "seek": {"to"}, "add": {"to"}}
_ASKED = {"about", "whether", "if", "why", "how", "what", "when", "who"}  # "Trump, asked about it, said"
_RANKED = {"first", "second", "third", "latest", "last", "only", "a", "an", "highest", "longest"}
_HURTING = {
    "target",
    "damage",
    "hit",
    "hurt",
    "destroy",
    "wreck",
    "crush",
    "strike",
    "devastate",
    "shatter",
    "torpedo",
}
_ABSTRACT = {"abstract", "resolution"}  # "damaged its image", "targeted a revision of the law"
HYPOTHETICAL = frozenset({"if", "unless", "whether", "lest"})


def is_unreal(scene: Scene, index: int) -> bool:
    """Whether a clause is what somebody hopes, believes, asks for or is said to claim."""
    clause = scene.clauses[index]
    if clause.opener is Opener.WHO and index and _is_hearsay(*scene.tokens[clause.start - 2 : clause.start]):
        return True
    if clause.opener is not Opener.CONTENT or not index:
        return False
    governing = scene.clauses[index - 1]
    if _is_claimed(scene, clause.start - 1):
        return True
    if governing.end > 1 and _is_hearsay(scene.tokens[clause.start - 2], scene.tokens[clause.start - 1]):
        return True
    unreal = lexicon().mood["unreal"]
    return any(token.low in unreal for token in scene.tokens[governing.start : governing.end])


def _is_hearsay(noun: Token, that: Token) -> bool:
    """As in "Denied reports that it had fired": what others say, not what was done."""
    return that.low == "that" and noun.low in lexicon().mood["hearsay"]


def _is_claimed(scene: Scene, that: int) -> bool:
    """As in "Confirmed claims made by North Korea that it had fired": what the one named there says."""
    before = scene.tokens[max(0, that - _CLAIM_REACH) : that]
    claim = next((k for k, token in enumerate(before) if token.low in lexicon().mood["hearsay"]), -1)
    return (
        scene.tokens[that].low == "that"
        and claim >= 0
        and before[-1].mention is not None
        and ({token.low for token in before[claim + 1 :]} & {"by", "from", "of"} != set())
    )


def is_no_act(scene: Scene, clause: Clause, use: Use) -> bool:
    """Whether a verb tells of no act here.

    As in "declined to comment", "stopped short of war", "put off a visit that had been planned for Monday",
    "was set upright", "what he said", ", leaving his aide in charge", "posted a loss", "damaged its image",
    "became the first to cross", "no president has met him", "fired no missiles".
    """
    tokens, i = scene.tokens, use.verb
    lemma = tokens[i].lemma
    behind = tokens[i + 1] if i + 1 < clause.end else None
    if lemma in {"decline", "refuse"}:
        said = lexicon().mood["evading"] - (_ANSWERING if lemma == "refuse" else set())
        return any(token.low in said for token in tokens[i + 1 : i + 3])
    if use.edge < i and Form.ING in tokens[use.edge].forms and tokens[use.edge - 1].low == "of":
        return True  # "accused Pyongyang of preparing to send troops"
    if lemma == "stop" and behind and behind.low == "short":
        return True
    offices = (k for k in range(i + 1, clause.end) if tokens[k].low in {"office", "residence"})
    if lemma == "leave" and any(tokens[k - 1].owner for k in offices):
        return True  # "left Ishiba's office without a word"
    if behind and behind.low in _IDLE.get(lemma, ()):
        return True
    if lemma == "ask" and behind and tokens[i - 1].low == "," and behind.low in _ASKED:
        return True
    if lemma == "leave" and use.shape is Shape.ADDED and behind:
        return not _is_place(behind) and behind.low != "open"
    if tokens[i].low == "won" and i and (tokens[i - 1].low in _COUNTED or tokens[i - 1].low[:1].isdigit()):
        return True  # the money of Korea
    if is_figure(tokens, i, clause.end) or _only_names(tokens, clause, use):
        return True
    if lemma in {"become", "mark"}:
        return any(token.low in _RANKED for token in tokens[i + 1 : i + 4])
    if lemma in _HURTING and any(token.things & _ABSTRACT for token in tokens[i + 1 : clause.end]):
        return True
    if use.anterior and lemma in SCHEDULING and clause.opener is Opener.WHO:
        return True
    if lemma == "set" and use.voice is Voice.PASSIVE and behind:
        plain = behind.word and not behind.classes and behind.low != "to" and not behind.time
        return plain and behind.low not in lexicon().verbs["set"].particles
    if use.voice is Voice.ACTIVE and lemma not in lexicon().report and takes_nothing(tokens, i, clause.end):
        return True
    return done_by_nobody(tokens, clause, use.edge) or any(
        token.low == "what" for token in tokens[max(clause.start, i - 5) : i]
    )


def done_by_nobody(tokens: Sequence[Token], clause: Clause, verb: int) -> bool:
    """As in "Neither Putin nor Kim spoke": the subject denies the verb."""
    return any(_is_nobody(tokens, k) for k in range(clause.start, min(verb, clause.start + _SUBJECT)))


def _only_names(tokens: Sequence[Token], clause: Clause, use: Use) -> bool:
    """As in "A missionary named John Short", "– called Kim in the North –"."""
    i = use.verb
    behind = tokens[i + 1].mention if i + 1 < clause.end else None
    person = behind is not None and behind.type is EntityType.PERSON
    told = use.shape is Shape.REDUCED or (i == clause.start and clause.opener is Opener.COMMA)
    return person and told and tokens[i].lemma in lexicon().naming | {"name"}


def _is_nobody(tokens: Sequence[Token], k: int) -> bool:
    """As in "No sitting president has met him", "neither met", unlike in "no fewer than ten", "no longer"."""
    if tokens[k].low in {"neither", "none", "nobody"}:
        return True
    return tokens[k].low == "no" and tokens[k + 1].low not in {"fewer", "less", "longer", "."}


def takes_nothing(tokens: Sequence[Token], i: int, end: int) -> bool:
    """As in "Signed no paper", "fired on Sunday no missiles": a verb whose object is none."""
    behind = next((k for k in range(i + 1, end - 1) if not tokens[k].time), end)
    return behind < end - 1 and _is_nobody(tokens, behind)


def is_figure(tokens: Sequence[Token], i: int, end: int) -> bool:
    """As in "Posted a record surplus": a figure of commerce, and no words of anybody."""
    if tokens[i].lemma not in _FIGURING:
        return False
    return any("figure" in token.things for token in tokens[i + 1 : end])


def _is_place(token: Token) -> bool:
    mention = token.mention
    return mention is not None and mention.type in {EntityType.PLACE, EntityType.STATE}
