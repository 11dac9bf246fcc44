"""Which words are finite verbs: told by form and by what stands before, without a tagger."""

from collections.abc import Sequence

from corpus.events.inflection import Form
from corpus.events.lexicon import lexicon
from corpus.events.tokens import Token
from corpus.model import EntityType

AUXILIARY = frozenset({"be", "have", "do", "will", "modal"})
_BEFORE_BASE = frozenset({"will", "modal", "do"})
_PLAIN = {"related", "associated", "combined", "advanced", "sophisticated", "unmanned"}  # before a noun
_NEVER = {"being", "been", "be", "having", "do", "am", "get", "got"}
_ADJECTIVES = ("al", "ous", "ive", "ic", "ful", "ary", "ible", "able", "new")
_RANKED = {"first", "last", "most", "only", "newly"}  # "the first democratically elected president"
_ARTICLES = {"a", "an", "the"}
_GATHERINGS = frozenset({"talks", "ceremony", "drill", "election", "rally"})
_MODIFIERS = frozenset({"adverb", "negation"})
_NO_NOUN_FOLLOWS = {
    "that",
    "both",
    "up",
    "out",
    "as",
    "off",
    "down",
    "two",
    "three",
    "several",
    "some",
    "many",
    "all",
}


def finite_verbs(tokens: Sequence[Token], *, listed: bool = False) -> list[bool]:
    """Tells of each token whether it is a finite verb, an auxiliary included.

    `listed` tells that they are an entry of a chronology, which speaks of the past in the present.
    """
    found = [_may_be_finite(token) and _is_finite(tokens, i) for i, token in enumerate(tokens)]
    if listed:
        first = found.index(True) if True in found else len(tokens)
        found[:first] = [_is_plural_present(tokens, i) for i in range(first)]
    return found


def _may_be_finite(token: Token) -> bool:
    """Whether the tables know a word as a verb or as of some class; most words are neither."""
    return bool(token.forms or token.classes) and token.word and not token.quoted


def before(tokens: Sequence[Token], i: int) -> int:
    """Returns the index of the token before `i`, adverbs, negations and times passed over, or -1."""
    i -= 1
    while i >= 0 and (tokens[i].time or tokens[i].classes & _MODIFIERS or tokens[i].manner):
        i -= 1
    return i


def _is_finite(tokens: Sequence[Token], i: int) -> bool:
    token = tokens[i]
    forms = token.forms
    if not token.classes.isdisjoint(AUXILIARY):
        return token.low not in _NEVER and not (i and tokens[i - 1].low == "to")
    if not forms and "verb" not in token.classes:
        return False
    if Form.PAST in forms:
        if token.low in _PLAIN and i + 1 < len(tokens) and _is_noun(tokens[i + 1]):
            return False
        if token.low == "cost" and i and (tokens[i - 1].low.endswith("ed") or tokens[i - 1].classes):
            return False  # "at an estimated cost"
        return not (_modifies_noun(tokens, i) or attributes(tokens, i) or _runs_into_verb(tokens, i))
    if Form.BASE in forms and i:
        return bool(tokens[before(tokens, i)].classes & _BEFORE_BASE)
    return _is_present(tokens, i) if Form.PRESENT in forms or "verb" in token.classes else False


def _is_noun(token: Token) -> bool:
    return token.word and not token.classes and not token.manner


def _runs_into_verb(tokens: Sequence[Token], i: int) -> bool:
    """As in "Friends of the men killed identified them": a participle right before the verb of its noun."""
    if i + 2 >= len(tokens) or Form.PARTICIPLE not in tokens[i].forms or not i:
        return False
    left, verb, behind = tokens[i - 1], tokens[i + 1], tokens[i + 2]
    plain = not tokens[i].classes and not left.classes and Form.PAST in verb.forms and bool(verb.lemma)
    takes = bool(behind.classes & {"determiner", "pronoun"}) and not verb.classes
    return plain and takes and (left.word or left.mention is not None) and not left.time


def attributes(tokens: Sequence[Token], i: int) -> bool:
    """A participle that tells of the noun before it: "firms accused of dealing", "a team led by Han came"."""
    if not i or i + 1 >= len(tokens) or Form.PARTICIPLE not in tokens[i].forms:
        return False
    left = i - 2 if i > 1 and tokens[i - 1].low in {"and", "or"} else i - 1
    if left == i - 2 and Form.PARTICIPLE not in tokens[left].forms:
        return False
    if tokens[before(tokens, left + (left == i - 1))].classes & AUXILIARY or tokens[left].classes:
        return False
    if not (tokens[left].word or tokens[left].mention):
        return False
    k = (
        i + 2 if tokens[i + 1].low in {"and", "or"} and i + 3 < len(tokens) else i
    )  # "charged or convicted of"
    if tokens[i].low == "held" and tokens[left].things & _GATHERINGS:
        return True  # "the summit held in Lima": it is held, and holds nothing
    pair = f"{tokens[k].low} {tokens[k + 1].low}"
    return pair in lexicon().attributes or (tokens[i + 1].low == "by" and _main_verb_behind(tokens, i))


def _main_verb_behind(tokens: Sequence[Token], i: int) -> bool:
    """Whether names behind "by" are followed by a verb at once: "the pact signed by Park and Kim expired"."""
    named = False
    for k in range(i + 2, len(tokens)):
        token = tokens[k]
        if named and Form.PAST in token.forms and not token.owner:
            return not _modifies_noun(tokens, k)
        dates = token.time or (k + 1 < len(tokens) and tokens[k + 1].time)
        joins = named and (dates or "coordinator" in token.classes)
        if not (token.mention or joins) and (token.classes - {"determiner"} or token.forms or not token.word):
            return named and bool(token.classes & AUXILIARY)
        named = named or token.mention is not None
    return False


def _modifies_noun(tokens: Sequence[Token], i: int) -> bool:
    """A participle before a noun: "the proposed sale", "amid new tensions", "a heavily armed border"."""
    while i > 1 and tokens[i - 1].manner and not tokens[i - 1].mention:
        i -= 1
    if not i:
        return True
    left = tokens[i - 1]
    second = left.low == "and" and i > 1 and Form.PARTICIPLE in tokens[i - 2].forms
    if second and _modifies_noun(tokens, i - 2):
        return True  # "the impeached and jailed president"
    tail = left.low.startswith("-")  # "US-designated sanctioned firms"
    if tail or left.owner or _attributive(tokens, i) or _behind_adjective(tokens, i):
        return True
    ranked = left.low in _RANKED and i > 1 and ("determiner" in tokens[i - 2].classes or tokens[i - 2].owner)
    if i > 1 and left.low in lexicon().numbers and left.low not in _ARTICLES and tokens[i - 2].low != "the":
        right = tokens[i + 1] if i + 1 < len(tokens) else None
        if right is not None and (right.mention is not None or right.things):
            return True  # "captured two wounded North Korean soldiers"
    counted = left.low in lexicon().numbers and "determiner" in left.classes and left.low not in _ARTICLES
    if counted and i + 1 < len(tokens) and "preposition" in tokens[i + 1].classes:
        return ranked  # "a family of four defected by boat"
    return ranked or (bool(left.classes & {"determiner", "preposition"}) and left.low not in _NO_NOUN_FOLLOWS)


def _behind_adjective(tokens: Sequence[Token], i: int) -> bool:
    """As in "Warned of potential armed protests": between an adjective behind a preposition and its noun."""
    left, right = tokens[i - 1], tokens[i + 1] if i + 1 < len(tokens) else None
    adjective = left.word and not left.classes and left.low.endswith(_ADJECTIVES)
    led = i > 1 and "preposition" in tokens[i - 2].classes
    noun = right is not None and (bool(right.things) or right.low in lexicon().nouns)
    return adjective and led and noun


def _attributive(tokens: Sequence[Token], i: int) -> bool:
    """As in "Announced coordinated sanctions", "to lift frozen tariffs": between a verb and its noun."""
    left = tokens[i - 1]
    while i + 1 < len(tokens) and tokens[i].manner:
        i += 1
    right = tokens[i + 1] if i + 1 < len(tokens) else None
    infinitive = Form.BASE in left.forms and i > 1 and tokens[i - 2].low in {"to", "and"}
    takes = (Form.PAST in left.forms or infinitive) and bool(left.lemma) and not left.classes
    return takes and right is not None and bool(right.things) and Form.PARTICIPLE in tokens[i].forms


def _is_plural_present(tokens: Sequence[Token], i: int) -> bool:
    """As in "12 June: Trump and Kim sign it", "8 March: Envoys meet Trump": the present of several."""
    token = tokens[i]
    if not i or not token.lemma or token.quoted or Form.BASE not in token.forms or i + 1 >= len(tokens):
        return False
    left = tokens[before(tokens, i)]
    several = left.word and not left.classes and left.low.endswith("s")
    noun = bool(token.things) and tokens[i + 1].mention is None and not tokens[i + 1].classes
    return (left.mention is not None or several or "pronoun" in left.classes) and not noun


def _is_present(tokens: Sequence[Token], i: int) -> bool:
    """A present form that is no plural noun: after a name or a pronoun, and before what it takes."""
    if not i or i + 1 >= len(tokens):
        return False
    token, left, right = tokens[i], tokens[i - 1], tokens[i + 1]
    if left.owner or (left.classes & {"determiner", "preposition"} and left.low != "that"):
        return False
    if (Form.PAST in right.forms and not right.classes) or right.classes & AUXILIARY:
        return False
    is_noun = bool(token.things) or token.low in lexicon().nouns
    if "verb" in token.classes and right.low == "to":
        return True
    if "verb" in token.classes and not is_noun:
        return True
    if Form.PRESENT in token.forms and not is_noun and _is_on_calendar(tokens, i):
        return True
    named = (left.mention is not None and not _is_adjective(tokens, i - 1)) or bool(
        left.classes & {"pronoun", "relative"}
    )
    named = named or _closes_aside(tokens, i - 1)
    if not named or Form.PRESENT not in token.forms:
        return False
    return not is_noun or right.mention is not None or "determiner" in right.classes


def _closes_aside(tokens: Sequence[Token], i: int) -> bool:
    """Whether a comma ends a name in apposition: "its top diplomat, Josep Borrell, [travels]"."""
    if tokens[i].low != "," or i < 3 or tokens[i - 2].low != ",":
        return False
    mention = tokens[i - 1].mention
    return mention is not None and mention.type is EntityType.PERSON and bool(tokens[i - 3].things)


def _is_adjective(tokens: Sequence[Token], i: int) -> bool:
    """As in "Against Ukrainian targets": the name of a people before a noun."""
    mention = tokens[i].mention
    led = i > 0 and bool(tokens[i - 1].classes & {"preposition", "determiner"})
    people = mention is not None and mention.text.endswith(("an", "ese", "ish"))
    return led and people and mention is not None and mention.type is EntityType.STATE


def _is_on_calendar(tokens: Sequence[Token], i: int) -> bool:
    """As in "The trial resumes on Thursday": the present of what is planned, before its time."""
    left, right = tokens[i - 1], tokens[i + 1]
    noun = left.word and not (left.classes or left.forms - {Form.BASE}) and not left.owner
    behind = tokens[i + 2] if right.low in {"in", "on", "at", "home"} and i + 2 < len(tokens) else right
    first = not any(token.forms & {Form.PAST} or token.classes & AUXILIARY for token in tokens[:i])
    return noun and first and behind.time is not None
