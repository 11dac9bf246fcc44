"""Events are kept, found, merged and exported: the only room that speaks SQL."""

from store.export import export_csv, export_json, export_jsonl, export_markdown
from store.model import (
    ActorCount,
    ActorRow,
    DocumentRow,
    EventDetail,
    EventRow,
    Ingested,
    KindCount,
    Known,
    Mark,
    MonthCount,
    Outcome,
    Passage,
    Query,
    Stats,
)
from store.store import Store
from store.view import View

__all__ = [
    "ActorCount",
    "ActorRow",
    "DocumentRow",
    "EventDetail",
    "EventRow",
    "Ingested",
    "KindCount",
    "Known",
    "Mark",
    "MonthCount",
    "Outcome",
    "Passage",
    "Query",
    "Stats",
    "Store",
    "View",
    "export_csv",
    "export_json",
    "export_jsonl",
    "export_markdown",
]
