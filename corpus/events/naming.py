"""Whom a subject names: enumerations that commas cut apart, and persons in apposition to an office."""

from collections.abc import Sequence

from corpus.events.clauses import Clause, Opener
from corpus.events.groups import Group, groups
from corpus.events.inflection import Form
from corpus.events.subjects import Subject, past_openings
from corpus.events.tokens import Token
from corpus.model import EntityType, Mention

_OFFICES = frozenset({"person", "diplomat"})


def named_subject(
    tokens: Sequence[Token], clauses: Sequence[Clause], finite: Sequence[bool], subject: Subject
) -> Group | None:
    """Returns the actors that a subject names; an apposition gives the person for the office."""
    found = next(groups(tokens, finite, subject.start, subject.end), None)
    if found is None:
        return apposed(tokens, clauses, finite, subject.end) if subject.start < subject.end else None
    listed = _listed_before(tokens, clauses, finite, subject)
    behind = _listed_behind(tokens, clauses, finite, subject)
    person = None if is_named(found) else _holder(tokens, clauses, finite, found, subject)
    last = person if person else found
    if person and len(found.mentions) > 1:
        last = Group((*found.mentions[:-1], *person.mentions), found.start, person.end, person.bare)
    if not (listed or behind):
        return last
    return Group((*listed, *last.mentions, *behind), found.start, last.end, last.bare)


def _holder(
    tokens: Sequence[Token],
    clauses: Sequence[Clause],
    finite: Sequence[bool],
    found: Group,
    subject: Subject,
) -> Group | None:
    """The person who holds an office, named behind it: "Seoul's envoy to the UN, Hwang Joon-kook,"."""
    office = any(token.things & _OFFICES for token in tokens[subject.start : found.end])
    apart = apposed(tokens, clauses, finite, subject.end) if office and len(found.mentions) == 1 else None
    before = _named_before(tokens, clauses, finite, subject) if office and len(found.mentions) == 1 else None
    return apposed(tokens, clauses, finite, found.end) or apart or before


def _named_before(
    tokens: Sequence[Token], clauses: Sequence[Clause], finite: Sequence[bool], subject: Subject
) -> Group | None:
    """The person whom an office only explains: "Dmitry Peskov, the Kremlin spokesman said on Friday"."""
    if tokens[subject.start].low not in {"the", "a", "an"}:
        return None
    for clause in clauses:
        if clause.end + 1 == subject.start and clause.verb < 0 and clause.opener is Opener.START:
            names = tokens[clause.start : clause.end]
            titled = all(t.mention or t.proper or t.things & _OFFICES or t.low == "." for t in names)
            group = next(groups(tokens, finite, clause.start, clause.end), None) if titled else None
            if group and group.end == clause.end and is_named(group) and not names[-1].owner:
                return group
    return None


def _listed_behind(
    tokens: Sequence[Token], clauses: Sequence[Clause], finite: Sequence[bool], subject: Subject
) -> tuple[Mention, ...]:
    """The members behind an apposition: "Kang Sok Ju, the envoy, and Robert Gallucci, his guest, signed"."""
    members: list[Mention] = []
    for clause in clauses:
        if clause.start <= subject.end:
            if clause.verb >= 0 and clause.end > subject.start:
                return ()
            continue
        if clause.verb >= 0:
            return tuple(members) if clause.start == clause.verb else ()
        group = next(groups(tokens, finite, clause.start, clause.end), None)
        if clause.opener is not Opener.AND:
            continue
        person = apposed(tokens, clauses, finite, clause.end)
        if person:
            members += person.mentions
        elif group and group.start == clause.start and _is_person(group):
            members += group.mentions
    return ()


def is_named(group: Group) -> bool:
    """Whether the last of a group is a person by name, not by office: "the ambassador, Han Tae Song"."""
    last = group.mentions[-1]
    return last.type is EntityType.PERSON and last.text.split()[-1].strip("’'s") in last.name


def _is_person(group: Group) -> bool:
    return group.mentions[-1].type is EntityType.PERSON


def apposed(
    tokens: Sequence[Token], clauses: Sequence[Clause], finite: Sequence[bool], end: int
) -> Group | None:
    """A person named between commas right after an office: "the president, Yoon Suk Yeol,"."""
    for clause in clauses:
        if clause.start == end + 1 and clause.opener is Opener.COMMA:
            group = next(groups(tokens, finite, clause.start, clause.end), None)
            last = next(
                (i for i in range(clause.end, clause.start, -1) if tokens[i - 1].low != "."), clause.end
            )
            if group and _is_person(group) and group.start == clause.start and group.end == last:
                return group
    return None


def _listed_before(
    tokens: Sequence[Token], clauses: Sequence[Clause], finite: Sequence[bool], subject: Subject
) -> tuple[Mention, ...]:
    """The first members of an enumeration that commas have cut off: "A, B and C agreed"."""
    members: list[Mention] = []
    start, joined = subject.start, any(token.low == "and" for token in tokens[subject.start : subject.end])
    if start and tokens[start - 1].low == "and":
        start, joined = start - 1, True  # "the secretary of state, Antony Blinken, and the ministry said"
    for clause in reversed(clauses):
        if (
            clause.end + 1 != start
            or clause.verb >= 0
            or past_openings(tokens, clause.start, clause.end) != clause.start
            or Form.ING in tokens[clause.start].forms  # ", agreeing to work on the North, and Lee spoke"
        ):
            continue
        group = next(groups(tokens, finite, clause.start, clause.end), None)
        if group is None:
            break
        if not members or not apposed(tokens, clauses, finite, clause.end):
            members[:0] = group.mentions
        joined = joined or any(token.low == "and" for token in tokens[clause.start : clause.end])
        start = clause.start
    return tuple(members) if joined else ()
