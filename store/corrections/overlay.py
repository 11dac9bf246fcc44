"""Corrected values over those that were found, each with what was there before: pure decisions, no SQL."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from corpus import Basis, Precision, Role
from store.corrections.dates import read_date
from store.corrections.model import (
    Accept,
    ChangeActors,
    ChangeDate,
    ChangeHeadline,
    ChangeKind,
    ChangeStatus,
    Reject,
    Split,
)
from store.corrections.standing import Standing
from store.export.dates import weekday_in_words
from store.merge.agree import Agreed, agree
from store.merge.telling import Participant, Telling


@dataclass(slots=True)
class Corrected:
    """An event as its tellings and its corrections have it.

    `lines` says of each field that was corrected what was there before.
    """

    agreed: Agreed
    is_rejected: bool = False
    is_checked: bool = False
    lines: dict[str, str] = field(default_factory=dict)


def overlay(told: Sequence[Telling], corrections: Iterable[Standing]) -> Corrected:
    """Returns what tellings agree on with its corrections, as they were made; the last one holds."""
    found = agree(told)
    corrected = Corrected(found)
    for standing in corrections:
        _apply(corrected, found, standing, told)
    return corrected


def _apply(corrected: Corrected, found: Agreed, standing: Standing, told: Sequence[Telling]) -> None:
    now, on = corrected.agreed, f"on {standing.made}"
    match standing.correction:
        case ChangeDate(value):
            was = _was_dated(found, standing, told)
            corrected.agreed = replace(now, dated=_dated(was, value, on))
            _note(corrected, "date", told_date(was), on)
        case ChangeActors() as change:
            corrected.agreed = _recast(now, change, standing.added)
            _note(corrected, "actors", ", ".join(p.name for p in found.participants) or "nobody", on)
        case ChangeKind(kind):
            corrected.agreed = replace(now, best=replace(now.best, kind=kind))
            _note(corrected, "kind", found.best.kind, on)
        case ChangeHeadline(headline):
            corrected.agreed = replace(now, best=replace(now.best, headline=headline))
            _note(corrected, "headline", f"“{found.best.headline}”", on)
        case ChangeStatus(status):
            corrected.agreed = replace(now, status=status)
            _note(corrected, "status", found.status, on)
        case Reject() | Accept() as verdict:
            _judge(corrected, on, is_checked=isinstance(verdict, Accept))
        case Split():
            corrected.lines["split"] = f"split off by hand {on}"


def _note(corrected: Corrected, name: str, before: str, on: str) -> None:
    corrected.lines[name] = f"{name} corrected from {' '.join(before.split())} {on}"


def _judge(corrected: Corrected, on: str, *, is_checked: bool) -> None:
    corrected.is_checked, corrected.is_rejected = is_checked, not is_checked
    corrected.lines["verdict"] = f"checked {on}" if is_checked else f"rejected {on}"


def _was_dated(found: Agreed, standing: Standing, told: Sequence[Telling]) -> Telling:
    """Returns who gave the date that was corrected: others, who joined since, may have it right."""
    held = [telling for telling in told if telling.id in standing.sides[0]]
    return agree(held).dated if held else found.dated


def _dated(found: Telling, value: str, on: str) -> Telling:
    new = read_date(value)
    assert new.edtf is not None and new.first is not None and new.last is not None
    return replace(
        found,
        value=new.edtf,
        first=new.first,
        last=new.last,
        precision=new.precision,
        basis=Basis.CORRECTED,
        why=f"corrected from {told_date(found)} {on}",
    )


def told_date(telling: Telling) -> str:
    """Returns a day in words, `Wed 13 Sep 2023`, and any other time as its value."""
    if telling.precision is not Precision.DAY or not telling.is_exact:
        return telling.value
    return _short_day(telling.first)


def value_in_words(value: str) -> str:
    """Returns the value of a corrected date as `told_date` tells that of a telling."""
    first, last = read_date(value).first, read_date(value).last
    return _short_day(first) if first and first == last and not value.endswith("~") else value


def _short_day(day: date) -> str:
    return " ".join(word[:3] if word.isalpha() else word for word in weekday_in_words(day).split())


def _recast(agreed: Agreed, change: ChangeActors, added: Sequence[Participant]) -> Agreed:
    """Takes actors away and adds others; the first added stands where the first one left."""
    new = {participant.entity: participant for participant in added}
    leaving = {*change.remove, *(participant.identifier for participant in added)}
    kept = [participant for participant in agreed.participants if participant.identifier not in leaving]
    cast = sorted((*kept, *new.values()), key=lambda participant: participant.role is Role.TARGET)
    others = tuple(participant for participant in agreed.others if participant.identifier not in leaving)
    return replace(agreed, participants=tuple(cast), others=others)
