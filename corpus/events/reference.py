"""Pronouns and "the two leaders": who is meant, by who was named last."""

from collections.abc import Collection, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cache
from itertools import chain, pairwise

from corpus.events.groups import ACTING, Group
from corpus.events.inflection import Form
from corpus.events.lexicon import lexicon
from corpus.events.tokens import Token
from corpus.linking.lexicon import words as people_words
from corpus.model import EntityType, Kind, Mention, Sense

_OWNERS = {"his": "person", "her": "person", "its": "thing", "their": "several"}
_NATURES = ("person", "thing", "several")
_LED = {"of", "from"}
_PERSONS_ONLY = ("leaders", "presidents", "ministers", "men")
_SAME_PHRASE = 5  # tokens: "its spokesman Dmitry Peskov"
_KEPT = 4  # sentences
_CRAFT = frozenset(
    {
        "balloon",
        "drone",
        "ship",
        "vessel",
        "boat",
        "trawler",
        "tanker",
        "freighter",
        "jet",
        "plane",
        "aircraft",
        "submarine",
        "warship",
        "destroyer",
        "frigate",
        "airliner",
        "bomber",
        "helicopter",
        "airship",
    }
)
_CRAFTS = _CRAFT | {f"{craft}s" for craft in _CRAFT}
_PEOPLES = frozenset(
    {
        "countries",
        "nations",
        "koreas",
        "governments",
        "allies",
        "navies",
        "armies",
        "militaries",
        "neighbors",
        "neighbours",
    }
)
_JOINTS = {"-", "–", " and ", " & ", "/", ", "}


@dataclass(slots=True)
class Reference:
    """Who was named so far.

    `earlier` holds the sentences before, the last one first, and `here` this one, each in the order of its
    words. `acted` has those who took part in the last event of a kind, `acted_in` in the last one that a
    noun of some class told, `last` in the last event of all, and `pair` the last two that were named in one
    breath ("the US-South Korea alliance"). `owned` tells whose a craft is: "a Chinese balloon". `told`
    holds who acted in this sentence and `doers` in the one before. `states` has a mention of each state by
    its country code, and `country` is that of the news.
    """

    earlier: list[list[Mention]] = field(default_factory=list)
    here: list[Mention] = field(default_factory=list)
    acted: dict[Kind, tuple[Mention, ...]] = field(default_factory=dict)
    acted_in: dict[str, tuple[Mention, ...]] = field(default_factory=dict)
    last: tuple[Mention, ...] = ()
    pair: tuple[Mention, ...] = ()
    doers: tuple[Mention, ...] = ()
    told: tuple[Mention, ...] = ()
    states: Mapping[str, Mention] = field(default_factory=dict)
    country: str | None = None
    owned: dict[str, Mention] = field(default_factory=dict)

    def next_sentence(self, text: str, mentions: Sequence[Mention]) -> None:
        """Moves on: what was here is now earlier."""
        self.doers, self.told = self.told, ()
        if self.here:
            self.earlier = [self.here, *self.earlier[: _KEPT - 1]]
        self.here = [
            m
            for m in mentions
            if m.type in ACTING and m.type is not EntityType.MEDIUM and m.sense is Sense.ACTOR
        ]
        for one, other in pairwise(self.here):
            if text[one.end : other.start] in _JOINTS and one.entity != other.entity:
                self.pair = (one, other)

    def before(self, offset: int) -> list[Mention]:
        """Returns who was named before an offset, the nearest sentence first, each in its own order."""
        here = [mention for mention in self.here if mention.end <= offset]
        return [*here, *chain.from_iterable(self.earlier)]


def resolve(
    tokens: Sequence[Token],
    start: int,
    end: int,
    reference: Reference,
    group: Group | None,
    clause: int = -1,
) -> tuple[Mention, ...]:
    """Returns the actors of a subject: those it names, or those that its pronoun stands for, or both.

    `clause` is the offset where its clause begins: nobody whom that names before "he" is "he", as in "In a
    call with Biden he said", nor whom quoted words name before ", he said".
    """
    if group and group.start >= end:
        return group.mentions
    for i in range(start, end):
        if (group and i >= group.start) or tokens[i].mention:
            break
        if i > start and tokens[i - 1].word and Form.ING in tokens[i].forms and not tokens[i].things:
            break  # "protesters demanding his resignation"
        if tokens[i].quoted:
            continue
        if tokens[i].low == "both" and group and group.start == i + 1 and len(group.mentions) > 1:
            return group.mentions  # "both Abe and Kim"
        if tokens[i].low in _OWNERS and group and group.start - i <= _SAME_PHRASE:
            return group.mentions
        nature = _OWNERS.get(tokens[i].low) or _nature_at(tokens, i, end)
        if nature is None:
            continue
        led = {token.low for token in tokens[max(i, group.start - 2) : group.start]} if group else set()
        if group and group.start > i and not led.isdisjoint(_LED):
            return group.mentions  # "the leaders of A, B and C"
        before = [t for t in tokens[:i] if t.quoted or (t.start >= clause >= 0 and not t.owner)]
        aside = {t.mention.start for t in before if t.mention}
        meant = _meant(nature, tokens[i : min(i + 4, end)], tokens[i].start, reference, aside)
        joined = group is not None and i + 1 < end and tokens[i + 1].low == "and"
        return (*meant, *group.mentions) if joined and group else meant
    return group.mentions if group else ()


def _nature_at(tokens: Sequence[Token], i: int, end: int) -> str | None:
    """What the words at `i` stand for, by one, three or four of them."""
    if tokens[i].low not in _first_words():
        return None
    if tokens[i].low == "both" and i + 1 < end and tokens[i + 1].word and not tokens[i + 1].classes:
        return _nature(" ".join(token.low for token in tokens[i : i + 2]))  # "both liberal and other parties"
    for length in (1, 2, 3, 4):
        nature = _nature(" ".join(token.low for token in tokens[i : min(i + length, end)]))
        if nature and not (length == 2 and _counts_others(tokens, i + length, end)):
            return nature
    return None


def _counts_others(tokens: Sequence[Token], i: int, end: int) -> bool:
    """As in "The two missiles", "both men": a noun that nobody named before is meant by."""
    if i >= end:
        return False
    token = tokens[i]
    plain = token.word and not token.classes and not token.manner and not token.forms
    return plain and not token.things & {"person", "diplomat"} and token.low not in _PEOPLES


@cache
def _first_words() -> frozenset[str]:
    """The words with which begins what stands for somebody."""
    tables = lexicon().reference
    return frozenset(words.partition(" ")[0] for name in _NATURES for words in tables[name])


def _nature(words: str) -> str | None:
    tables = lexicon().reference
    return next((name for name in _NATURES if words in tables[name]), None)


def _meant(
    nature: str, words: Sequence[Token], offset: int, reference: Reference, aside: Set[int] = frozenset()
) -> tuple[Mention, ...]:
    here = [mention for mention in reference.here if mention.end <= offset]
    named = [*here, *reference.doers, *reference.before(offset)]
    if nature == "person":
        people = [m for m in named if m.type is EntityType.PERSON and m.start not in aside]
        return tuple([m for m in people if _may_be(words[0].low, m)] or people)[:1]
    if nature == "thing":
        return tuple(m for m in named if m.type is not EntityType.PERSON)[:1]
    here = [mention for mention in reference.here if mention.end <= offset]
    acted = _distinct(reference.doers, len(reference.doers))
    if words[0].low == "they" and not here and len(acted) > 2 and all(m.country for m in acted):
        return acted  # "The US, South Korea and Japan met. They condemned the launch."
    return (
        _several(words, here)
        or _lands(words, reference)
        or _several(words, reference.last)
        or _several(words, [*reference.last, *named])
    )


def _lands(words: Sequence[Token], reference: Reference) -> tuple[Mention, ...]:
    """The states of the leaders who acted last: "Biden met Yoon and Ishiba. The allies condemned Moscow"."""
    said = {token.low for token in words[:3]}
    if said.isdisjoint(lexicon().reference["peoples"]):
        return ()
    people = [m for m in reference.last if m.type is EntityType.PERSON and m.country]
    lands = dict.fromkeys(m.country for m in people if m.country)
    counted = {"two": 2, "both": 2, "three": 3}
    wanted = next((counted[word] for word in said & counted.keys()), len(lands))
    states = tuple(reference.states[land] for land in lands if land in reference.states)
    return states if len(people) == len(reference.last) and len(states) == wanted > 1 else ()


def _may_be(pronoun: str, person: Mention) -> bool:
    """Whether somebody can be "he", or is known to be "she"."""
    woman = person.entity in people_words().women
    return woman if pronoun in {"she", "her"} else not (woman and pronoun in {"he", "his"})


def _several(words: Sequence[Token], named: Sequence[Mention]) -> tuple[Mention, ...]:
    """The last two (or three) of the same nature: leaders are persons, sides may be either."""
    said = {token.low for token in words}
    plain_they = words[0].low == "they" and len({m.entity for m in named}) == len(named) == 3
    count = 3 if "three" in said or "trio" in said or plain_they else 2
    persons = _distinct([m for m in named if m.type is EntityType.PERSON], count)
    states = _distinct([m for m in named if m.type is not EntityType.PERSON], count)
    if said.intersection(_PERSONS_ONLY) and len(persons) == count:
        return persons
    if said & _PEOPLES:
        return states if len(states) == count else ()
    if len(persons) == count:
        return persons
    return states if len(states) == count else ()


def _distinct(mentions: Sequence[Mention], count: int) -> tuple[Mention, ...]:
    found: dict[str, Mention] = {}
    for mention in mentions:
        found.setdefault(mention.entity, mention)
    return tuple(found.values())[:count]


def note_owners(tokens: Sequence[Token], spoken: Collection[str], reference: Reference) -> None:
    """Keeps whose a craft is that a sentence names with its state: "a suspected Chinese spy balloon".

    `spoken` are the words of the sentence, in lower case.
    """
    if _CRAFTS.isdisjoint(spoken):
        return
    state: Mention | None = None
    for token in tokens:
        if token.mention:
            state = token.mention if token.mention.type is EntityType.STATE else None
        elif state and token.low.removesuffix("s") in _CRAFT:
            reference.owned[token.low.removesuffix("s")] = state
            state = None
        elif not token.word or token.classes:
            state = None


def owner_of(tokens: Sequence[Token], start: int, end: int, reference: Reference) -> tuple[Mention, ...]:
    """Returns the state of a craft that was told before: "the balloon" of China."""
    for i in range(start, end - 1):
        craft = tokens[i + 1].low.removesuffix("s") if tokens[i].low in {"the", "its", "that"} else ""
        if craft in reference.owned and (i + 2 >= end or tokens[i + 2].classes or tokens[i + 2].forms):
            return (reference.owned[craft],)
    return ()
