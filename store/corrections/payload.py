"""Corrections as they stand in the journal: the name of their sort, and the rest as JSON."""

import json

from corpus import EntityType, Kind, Role, Status
from store.corrections.model import (
    Accept,
    ChangeActors,
    ChangeDate,
    ChangeHeadline,
    ChangeKind,
    ChangeStatus,
    Correction,
    Merge,
    Nobody,
    Part,
    Reject,
    Same,
    Split,
    Verify,
)

_SORTS: dict[type[Correction], str] = {
    ChangeDate: "date",
    ChangeActors: "actors",
    ChangeKind: "kind",
    ChangeHeadline: "headline",
    ChangeStatus: "status",
    Reject: "reject",
    Accept: "accept",
    Merge: "merge",
    Split: "split",
    Verify: "verify",
    Same: "same",
    Nobody: "nobody",
}


def sort_of(correction: Correction) -> str:
    """Returns the name of a correction's sort, such as `date` or `merge`."""
    return _SORTS[type(correction)]


def payload_of(correction: Correction, before: str = "") -> str:
    """Returns what a correction says, and what was there `before` it, as JSON."""
    match correction:
        case ChangeDate(value):
            content: dict[str, object] = {"value": value}
        case ChangeActors(add, remove):
            content = {"add": [[part.entity, part.role] for part in add], "remove": list(remove)}
        case ChangeKind(kind):
            content = {"kind": kind}
        case ChangeHeadline(headline):
            content = {"headline": headline}
        case ChangeStatus(status):
            content = {"status": status}
        case Verify(name, type_, country):
            content = {"name": name, "type": type_, "country": country}
        case Same(entity, name, type_, country):
            content = {"entity": entity, "name": name, "type": type_, "country": country}
        case _:
            content = {}
    return json.dumps(content | {"before": before}, ensure_ascii=False)


def read_before(payload: str) -> str:
    """Returns what was there before the correction of a payload; nothing where that is not known."""
    return str(json.loads(payload).get("before", ""))


def read_correction(sort: str, payload: str) -> Correction:
    """Returns the correction of this sort and payload; raises ValueError for one of a sort unknown."""
    content = json.loads(payload)
    match sort:
        case "date":
            return ChangeDate(content["value"])
        case "actors":
            parts = tuple(Part(entity, Role(role)) for entity, role in content["add"])
            return ChangeActors(parts, tuple(content["remove"]))
        case "kind":
            return ChangeKind(Kind(content["kind"]))
        case "headline":
            return ChangeHeadline(content["headline"])
        case "status":
            return ChangeStatus(Status(content["status"]))
        case "verify":
            type_ = content["type"]
            return Verify(content["name"], EntityType(type_) if type_ else None, content["country"])
        case "same":
            return Same(content["entity"], content["name"], EntityType(content["type"]), content["country"])
    plain: dict[str, Correction] = {
        "reject": Reject(),
        "accept": Accept(),
        "merge": Merge(),
        "split": Split(),
        "nobody": Nobody(),
    }
    if sort not in plain:
        raise ValueError(sort)
    return plain[sort]
