"""Names that mean two entities with no rule to tell them apart, and terms in one office that overlap."""

from collections.abc import Iterator
from datetime import date

from corpus.linking.knowledge import Knowledge, Record, Term
from corpus.linking.lexicon import contexts
from corpus.linking.variants import fold
from corpus.model import EntityType

# Offices that several people hold at once.
SHARED = frozenset(
    {
        "spokesperson", "special-envoy", "ambassador", "commander", "deputy-commander", "vice-foreign-minister", "vice-defence-minister",
        "vice-minister", "vice-unification-minister", "deputy-prime-minister", "vice-president", "vice-chairman", "vice-premier", "senator",
        "representative", "legislator", "state-councillor", "politburo-member", "party-secretary", "secretary", "adviser", "presidential-secretary",
        "official", "diplomat", "general", "admiral", "marshal", "director", "deputy-department-director", "department-director", "governor",
        "negotiator", "consul", "judge", "justice", "minister", "deputy-speaker", "prosecutor", "special-rapporteur", "first-secretary",
        "analyst", "professor", "astronaut", "activist", "lawyer", "journalist", "athlete", "officer", "deputy-foreign-minister",
        "presidential-candidate", "deputy-national-security-adviser", "deputy-chief-of-staff", "deputy-secretary-general", "mayor",
        "co-chairman", "committee-chairman", "party-leader", "charge-d-affaires", "member", "chairman", "policy-chief", "clergyman", "defector",
        "deputy-chief-of-general-staff", "bureau-chief", "treasury-under-secretary", "assistant-secretary",
    }
)  # fmt: skip


def clashes(knowledge: Knowledge, changed: set[str]) -> Iterator[tuple[str, str, str]]:
    """Yields what clashes among the entities of `changed` and all others: id, the name or title, and a text."""
    yield from _names(knowledge, changed)
    yield from _terms(knowledge, changed)


def _names(knowledge: Knowledge, changed: set[str]) -> Iterator[tuple[str, str, str]]:
    bearers: dict[tuple[str, bool], list[tuple[str, Record]]] = {}
    for record in knowledge.records.values():
        weak = {alias.text for alias in record.entity.aliases if alias.weak}
        for text in {record.entity.name, *(alias.text for alias in record.entity.aliases)}:
            key = text if text.isupper() else fold(text)
            bearers.setdefault((key, text in weak), []).append((text, record))
    for (_, is_weak), same in bearers.items():
        distinct = {record.entity.id: (text, record) for text, record in same}
        if len(distinct) < 2 or is_weak:
            continue
        ordered = list(distinct.values())
        for index, (text, record) in enumerate(ordered):
            for _, other in ordered[:index]:
                if {record.entity.id, other.entity.id} & changed and not _told_apart(record, other):
                    id = record.entity.id if record.entity.id in changed else other.entity.id
                    rival = other if id == record.entity.id else record
                    yield (
                        id,
                        text,
                        f"“{text}” also names {rival.entity.id}; make it weak for one of them, or give their years",
                    )


def _told_apart(one: Record, other: Record) -> bool:
    """Tells whether a rule tells two bearers of a name apart: country, years, or words that speak for one."""
    if one.entity.country != other.entity.country:
        return True
    if (one.until and other.since and one.until < other.since) or (
        other.until and one.since and other.until < one.since
    ):
        return True
    if (
        one.entity.offices != other.entity.offices
        and one.entity.type is other.entity.type is EntityType.PERSON
    ):
        return True
    speaks = contexts().speak_for
    return one.entity.id in speaks or other.entity.id in speaks


def _terms(knowledge: Knowledge, changed: set[str]) -> Iterator[tuple[str, str, str]]:
    for (title, of), terms in knowledge.terms.items():
        if title in SHARED:
            continue
        ordered = sorted(terms, key=_surely_since)
        for before, after in zip(ordered, ordered[1:], strict=False):
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
