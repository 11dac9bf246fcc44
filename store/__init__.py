"""Events are kept, found, merged and exported: the only room that speaks SQL.

What opening a timeline does not need loads when it is asked for: exports and corrections.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from store.model import (
    ActorCount,
    ActorRow,
    Annotations,
    ChangeCounts,
    Changed,
    Changes,
    CountryCount,
    DocumentRow,
    EventDetail,
    EventRow,
    KindCount,
    Mark,
    MonthCount,
    Passage,
    Query,
    Run,
    Stats,
)
from store.outcomes import Estimated, Ingested, Known, Outcome
from store.store import Store
from store.view import View

if TYPE_CHECKING:
    from store.corrections.model import (
        Accept,
        Change,
        ChangeActors,
        ChangeDate,
        ChangeHeadline,
        ChangeKind,
        ChangeStatus,
        Identity,
        JournalEntry,
        Nobody,
        Part,
        Reject,
        Same,
        State,
        Verify,
    )
    from store.export import export_csv, export_json, export_jsonl, export_markdown
    from store.identities.listing import Unlisted
    from store.notes.model import Annotation, Kept, Sort, TagCount

__all__ = [
    "Accept",
    "ActorCount",
    "ActorRow",
    "Annotation",
    "Annotations",
    "Change",
    "ChangeActors",
    "ChangeCounts",
    "ChangeDate",
    "ChangeHeadline",
    "ChangeKind",
    "ChangeStatus",
    "Changed",
    "Changes",
    "CountryCount",
    "DocumentRow",
    "Estimated",
    "EventDetail",
    "EventRow",
    "Identity",
    "Ingested",
    "JournalEntry",
    "Kept",
    "KindCount",
    "Known",
    "Mark",
    "MonthCount",
    "Nobody",
    "Outcome",
    "Part",
    "Passage",
    "Query",
    "Reject",
    "Run",
    "Same",
    "Sort",
    "State",
    "Stats",
    "Store",
    "TagCount",
    "Unlisted",
    "Verify",
    "View",
    "export_csv",
    "export_json",
    "export_jsonl",
    "export_markdown",
]

_LATER = {
    "store.corrections.model": (
        "Accept",
        "Change",
        "ChangeActors",
        "ChangeDate",
        "ChangeHeadline",
        "ChangeKind",
        "ChangeStatus",
        "Identity",
        "JournalEntry",
        "Nobody",
        "Part",
        "Reject",
        "Same",
        "State",
        "Verify",
    ),
    "store.identities.listing": ("Unlisted",),
    "store.export": ("export_csv", "export_json", "export_jsonl", "export_markdown"),
    "store.notes.model": ("Annotation", "Kept", "Sort", "TagCount"),
}
"""Names by the module that defines them."""


def __getattr__(name: str) -> Any:  # noqa: ANN401 - the types stand above, for type checkers
    """Loads the module of a name when it is asked for."""
    for module, names in _LATER.items():
        if name in names:
            return getattr(import_module(module), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
