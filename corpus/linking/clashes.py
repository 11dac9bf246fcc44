"""Names that mean two entities with no rule to tell them apart, and terms in one office that overlap."""

from collections.abc import Iterator
from datetime import date
from itertools import combinations, pairwise

from corpus.linking.knowledge import Knowledge, Record, Term
from corpus.linking.lexicon import contexts, words
from corpus.linking.variants import fold
from corpus.model import EntityType


def clashes(knowledge: Knowledge, changed: set[str]) -> Iterator[tuple[str, str, str]]:
    """Yields what clashes among the entities of `changed` and all others: id, name or title, and a text."""
    yield from _names(knowledge, changed)
    yield from _terms(knowledge, changed)


def _names(knowledge: Knowledge, changed: set[str]) -> Iterator[tuple[str, str, str]]:
    bearers: dict[str, dict[str, tuple[str, Record]]] = {}
    for record in knowledge.records.values():
        weak = {alias.text for alias in record.entity.aliases if alias.weak}
        for text in {record.entity.name, *(alias.text for alias in record.entity.aliases)} - weak:
            key = text if text.isupper() else fold(text)
            bearers.setdefault(key, {})[record.entity.id] = (text, record)
    for same in bearers.values():
        for (text, one), (_, other) in combinations(same.values(), 2):
            ids = (one.entity.id, other.entity.id)
            if not changed.isdisjoint(ids) and not _told_apart(one, other):
                id, rival = ids if ids[0] in changed else ids[::-1]
                problem = f"“{text}” also names {rival}; make it weak for one of them, or give their years"
                yield id, text, problem


def _told_apart(one: Record, other: Record) -> bool:
    """Tells whether a rule tells two bearers of a name apart: country, years, terms, or words for one."""
    speaks = contexts().speak_for
    both_people = one.entity.type is other.entity.type is EntityType.PERSON
    return (
        one.entity.country != other.entity.country
        or _ends_before(one, other)
        or _ends_before(other, one)
        or (both_people and one.entity.offices != other.entity.offices)
        or one.entity.id in speaks
        or other.entity.id in speaks
    )


def _ends_before(one: Record, other: Record) -> bool:
    return bool(one.until and other.since and one.until < other.since)


def _terms(knowledge: Knowledge, changed: set[str]) -> Iterator[tuple[str, str, str]]:
    for (title, of), terms in knowledge.terms.items():
        if title in words().shared_offices:
            continue
        ordered = sorted(terms, key=_surely_since)
        for before, after in pairwise(ordered):
            if (
                before.person != after.person
                and {before.person, after.person} & changed
                and _overlap(before, after)
            ):
                id = after.person if after.person in changed else before.person
                rival = before.person if id == after.person else after.person
                yield id, title, f"two hold one office at once: {title} of {of}, {id} and {rival}"


def _overlap(before: Term, after: Term) -> bool:
    """Tells whether two terms overlap for certain: a handover takes a day, and a bare year is vague."""
    return _surely_since(after) < _surely_until(before)


def _surely_since(term: Term) -> date:
    since = term.office.since
    if since is None:
        return date.min
    return date(since.year, 12, 31) if (since.month, since.day) == (1, 1) else since


def _surely_until(term: Term) -> date:
    until = term.office.until
    if until is None:
        return date.max
    return date(until.year, 1, 1) if (until.month, until.day) == (12, 31) else until
