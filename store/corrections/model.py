"""Corrections as a user makes them, and as the journal lists them: frozen, without SQL."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from corpus import EntityType, Kind, Role, Status


@dataclass(frozen=True, slots=True)
class ChangeDate:
    """Another date: EDTF, a day, a month, a year, a season, a decade, an interval, or about (`~`) one."""

    value: str


@dataclass(frozen=True, slots=True)
class Part:
    """An entity, by its identifier, and what it does in an event."""

    entity: str
    role: Role


@dataclass(frozen=True, slots=True)
class ChangeActors:
    """Other actors: those to take away, and those to add; one who is there already changes the role."""

    add: tuple[Part, ...] = ()
    remove: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChangeKind:
    """Another kind."""

    kind: Kind


@dataclass(frozen=True, slots=True)
class ChangeHeadline:
    """Another headline: one line of words."""

    headline: str


@dataclass(frozen=True, slots=True)
class ChangeStatus:
    """Another status: it did happen, or was only announced."""

    status: Status


@dataclass(frozen=True, slots=True)
class Reject:
    """No event: it leaves the timeline, and is kept and listed apart."""


@dataclass(frozen=True, slots=True)
class Accept:
    """Checked, and right as it stands; takes back a rejection."""


@dataclass(frozen=True, slots=True)
class Merge:
    """Several events are one; each side of its evidence was one of them."""


@dataclass(frozen=True, slots=True)
class Split:
    """A passage tells an event of its own: the first side of its evidence; the second is the rest."""


Change = ChangeDate | ChangeActors | ChangeKind | ChangeHeadline | ChangeStatus | Reject | Accept
"""What may be said of one event."""


@dataclass(frozen=True, slots=True)
class Verify:
    """Somebody whom nobody listed is whom the documents name; what is given here is known better."""

    name: str | None = None
    type: EntityType | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Same:
    """Somebody whom nobody listed is somebody else; the rest is for a store without that one."""

    entity: str
    name: str
    type: EntityType
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Nobody:
    """What was taken for somebody is nobody: a day, a thing, two names read as one."""


Identity = Verify | Same | Nobody
"""What may be said of somebody whom nobody listed."""

Correction = Change | Merge | Split | Identity
"""What may stand in the journal."""


class State(StrEnum):
    """Whether a correction shows on the timeline; `orphaned` waits for its passage to come back."""

    IN_FORCE = "in force"
    UNDONE = "undone"
    ORPHANED = "orphaned"


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """A correction in the journal.

    `change` names its sort and `what` tells it in words; `before` is what was there before it, where that
    is known, and `after` what is there since; `made` is UTC. `event` is the number of the event that it
    bears on now, None where its passages are gone. `quotes` are the words that it hangs on, those that
    decide first, and `title` names their document; where it says who somebody is, `entity` is the identifier
    and `quotes` the name. Corrections of one `batch` were made, and are undone,
    together; `together` counts them.
    """

    id: int
    made: datetime
    change: str
    what: str
    state: State
    event: int | None
    quotes: tuple[str, ...]
    title: str | None
    before: str = ""
    after: str = ""
    batch: int | None = None
    together: int = 1
    entity: str | None = None
