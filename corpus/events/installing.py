"""Offices that are given: by nobody who is named ("Lee was sworn in"), and to several at once."""

from collections.abc import Sequence

from corpus.events.clauses import Clause, Opener
from corpus.events.groups import Group, groups
from corpus.events.lexicon import lexicon
from corpus.events.sides import Roles
from corpus.events.tokens import Token
from corpus.events.verbs import Shape, Use, Voice
from corpus.model import EntityType, Mention

_OFFICE_REACH = 8  # tokens from the verb to the office
_JOINTS = {"and", ","}


def is_installed(tokens: Sequence[Token], use: Use, roles: Roles) -> bool:
    """Whether a passive gives an office to a person: "has been named the new acting president"."""
    verb = tokens[use.verb]
    if use.voice is not Voice.PASSIVE or use.shape is not Shape.FINITE or not roles.targets:
        return False
    people = all(mention.type is EntityType.PERSON for mention in roles.targets)
    behind = tokens[use.verb + 1 : use.verb + 1 + _OFFICE_REACH]
    sworn = any(token.low == "in" for token in behind[:1])
    office = sworn or any("person" in token.things or token.low == "as" for token in behind)
    return people and office and verb.lemma in lexicon().installing


def others_installed(
    tokens: Sequence[Token], clauses: Sequence[Clause], finite: Sequence[bool], found: Group, index: int
) -> tuple[Mention, ...]:
    """Who is given an office beside the first: "named Rubio as secretary of state and Waltz as adviser"."""
    people: list[Mention] = []
    last = index
    while last + 1 < len(clauses) and clauses[last + 1].verb < 0 and clauses[last + 1].opener is Opener.COMMA:
        last += 1
    end = clauses[last].end
    if "as" not in {token.low for token in tokens[found.end : end]}:
        return ()
    for group in groups(tokens, finite, found.end, end):
        person = group.mentions[-1]
        joined = any(
            token.low in _JOINTS for token in tokens[max(found.end - 1, group.start - 3) : group.start]
        )
        led = group.end < end and tokens[group.end].low == "as"
        if joined and led and person.type is EntityType.PERSON:
            people.append(person)
    return tuple(people)
