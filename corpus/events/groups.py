"""Groups of actors: the names of one noun phrase, joined by "and", each reduced to the one that acts."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from corpus.events.lexicon import lexicon
from corpus.events.tokens import JOINER, Token
from corpus.model import EntityType, Mention, Sense

ACTING = frozenset(
    {
        EntityType.PERSON,
        EntityType.STATE,
        EntityType.PUBLIC_BODY,
        EntityType.ARMED_FORCE,
        EntityType.PARTY,
        EntityType.ORGANISATION,
        EntityType.COMPANY,
        EntityType.MEDIUM,
    }
)
_ENDS = frozenset({"preposition", "relative", "subordinator", "be", "have", "do", "will", "modal", "pronoun"})
_JOINTS = {"and", "&", JOINER, ",", "or"}
_REACH = 8  # tokens between two names of one enumeration
_HOLDERS = frozenset({"person", "diplomat"})
_LONGEST_TITLE = 12  # tokens from the "of" to the name
_IN_TITLES = frozenset(
    {"of", "for", "and", "to"}
)  # "Minister of Industry and Trade of Russia Denis Manturov"
_POSTINGS = frozenset({"to", "for", "in", "on", "at"})  # "ambassador to", "commissioner for", "envoy on"
_LEADERS = frozenset(
    {"president", "leader", "minister", "premier", "chancellor", "king", "chairman", "chief"}
)


class Group(NamedTuple):
    """Actors named together, in tokens `start` to `end`; `bare` tells that the last name ends the phrase."""

    mentions: tuple[Mention, ...]
    start: int
    end: int
    bare: bool


def acts(token: Token, *, places: bool = False) -> bool:
    """Whether a token names somebody who can act; with `places` also a state as a place."""
    mention = token.mention
    if mention is None or mention.type not in ACTING:
        return False
    return mention.sense is Sense.ACTOR or (places and mention.type is EntityType.STATE)


def groups(
    tokens: Sequence[Token], finite: Sequence[bool], start: int, end: int, *, places: bool = False
) -> Iterator[Group]:
    """Yields the groups between two tokens, from left to right."""
    i = start
    while i < end:
        if tokens[i].quoted or not acts(tokens[i], places=places) or _spoken_for(tokens, i, end):
            i += 1
            continue
        group = _group(tokens, finite, i, end, places=places)
        yield group
        i = max(group.end, i + 1)


def _spoken_for(tokens: Sequence[Token], i: int, end: int) -> bool:
    """Whether a body's people are of the states behind them: "Foreign Ministry spokesmen of A and B"."""
    if i + 3 >= end or _type(tokens[i]) is not EntityType.PUBLIC_BODY or tokens[i + 2].low != "of":
        return False
    people = "person" in tokens[i + 1].things or "diplomat" in tokens[i + 1].things
    return people and _type(tokens[i + 3]) is EntityType.STATE


def _group(tokens: Sequence[Token], finite: Sequence[bool], start: int, end: int, *, places: bool) -> Group:
    members: list[list[int]] = [[start]]
    i = start + 1
    while i < end:
        token = tokens[i]
        if acts(token, places=places):
            members[-1].append(i)
        elif token.low in _JOINTS:
            if not _another(tokens, finite, i, end, places=places):
                break
            members.append([])
        elif (name := title_end(tokens, finite, i, end)) > i:
            members[-1].append(name)
            i = name
        elif not (_shortens(tokens, i, end) or _is_rank(tokens, i, end)) and (
            token.mention or token.time or finite[i] or token.classes & _ENDS or not token.word
        ):
            break
        i += 1
    heads = [_head(tokens, member) for member in members if member]
    last = members[-1][-1] if members[-1] else start
    return Group(_holders(_merged(tokens, heads)), start, i, bare=last + 1 == i and not tokens[last].owner)


def _holders(mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The persons of as many offices before them: "the ministers of A and B, Cho Hyun and Wang Yi,"."""
    half = len(mentions) // 2
    offices, people = mentions[:half], mentions[half:]
    paired = half > 1 and len(people) == half and all(m.type is EntityType.STATE for m in offices)
    return people if paired and all(m.type is EntityType.PERSON for m in people) else mentions


def title_end(tokens: Sequence[Token], finite: Sequence[bool], i: int, end: int) -> int:
    """Returns where the name stands whose title goes on with this preposition, or -1.

    "Secretary of State Antony Blinken", "Chairman of the State Affairs Commission of the DPRK Kim Jong Un",
    "ambassador to the United Nations Cho Tae-yul".
    """
    if tokens[i].low in _POSTINGS:
        return _posted_name(tokens, finite, i, end)
    if tokens[i].low != "of" or not i or tokens[i - 1].things.isdisjoint(_HOLDERS):
        return -1
    kin = tokens[i - 1].mention
    if kin and kin.text in lexicon().reference["kin"]:
        return -1  # "the sister of North Korean leader Kim Jong Un"
    for k in range(i + 1, min(end, i + _LONGEST_TITLE)):
        token = tokens[k]
        if _type(token) is EntityType.PERSON:
            return -1 if token.owner else k
        if token.mention or token.low in _IN_TITLES:
            continue
        if finite[k] or token.time or token.classes - {"determiner"} or not token.word:
            return -1
    return -1


def _posted_name(tokens: Sequence[Token], finite: Sequence[bool], i: int, end: int) -> int:
    """Where the name stands behind the post of its holder: "envoy for North Korea Sung Kim", or -1.

    No name of its own is what the preposition takes ("aide to President Putin", "in talks with Putin").
    """
    if not _of_holder(tokens, finite, i):
        return -1
    post = False
    for k in range(i + 1, min(end, i + _LONGEST_TITLE)):
        token, before = tokens[k], tokens[k - 1]
        if _type(token) is EntityType.PERSON:
            own = token.owner or not post or before.low in _LEADERS or "preposition" in before.classes
            return -1 if own else k
        post = post or token.mention is not None or (token.word and not token.classes)
        if finite[k] or token.time or token.owner or token.classes - {"determiner", "preposition"}:
            return -1
        if not (token.word or token.mention or _shortens(tokens, k, end)):
            return -1
    return -1


def _is_rank(tokens: Sequence[Token], i: int, end: int) -> bool:
    """As in "US Under Secretary of State": no preposition."""
    return tokens[i].low == "under" and i + 1 < end and tokens[i + 1].low == "secretary"


def _shortens(tokens: Sequence[Token], k: int, end: int) -> bool:
    """Whether a full stop only shortens the rank before a name: "Gen. Paul LaCamera"."""
    behind = _type(tokens[k + 1]) if k + 1 < end else None
    return tokens[k].low == "." and behind is EntityType.PERSON


def _of_holder(tokens: Sequence[Token], finite: Sequence[bool], i: int) -> bool:
    """Whether the phrase before a preposition is somebody's post: "commander of U.S. forces" in Korea."""
    for k in range(i - 1, max(-1, i - _LONGEST_TITLE), -1):
        token = tokens[k]
        named = token.mention and token.mention.text.split()[-1] in token.mention.name
        if token.things & _HOLDERS and not named:
            return True
        if finite[k] or _type(token) is EntityType.PERSON or not (token.mention or token.word):
            return False
        if token.classes and token.low not in {"of", "the"}:
            return False
    return False


def _another(tokens: Sequence[Token], finite: Sequence[bool], i: int, end: int, *, places: bool) -> bool:
    """Whether another name follows the joint before anything ends the enumeration; a comma needs an "and"."""
    if tokens[i].low == "," and not any(
        token.low == "and" for token in tokens[i + 1 : min(end, i + 2 * _REACH)]
    ):
        return False
    for k in range(i + 1, min(end, i + _REACH)):
        if acts(tokens[k], places=places):
            return True
        if title_end(tokens, finite, k, end) > k:
            return True
        if (
            finite[k]
            or tokens[k].time
            or tokens[k].classes & _ENDS
            or (not tokens[k].word and not tokens[k].mention)
        ):
            return False
    return False


def _head(tokens: Sequence[Token], member: Sequence[int]) -> int:
    """The name that acts: the last person, else the last name ("US" + "State Department")."""
    persons = [
        i
        for i in member
        if tokens[i].mention and _type(tokens[i]) is EntityType.PERSON and not tokens[i].owner
    ]
    return persons[-1] if persons else member[-1]


def _type(token: Token) -> EntityType | None:
    return token.mention.type if token.mention else None


def _merged(tokens: Sequence[Token], heads: Sequence[int]) -> tuple[Mention, ...]:
    found: dict[str, Mention] = {}
    for i in heads:
        mention = tokens[i].mention
        if mention:
            found.setdefault(mention.entity, mention)
    return tuple(found.values())
