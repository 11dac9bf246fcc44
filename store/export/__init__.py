"""Events with all their evidence as documents for others: pure functions, no SQL."""

from store.export.citation import citation, event_markdown
from store.export.data import export_csv, export_json, export_jsonl
from store.export.markdown import export_markdown
from store.export.model import Form, Layout, Style
from store.export.writing import parts

__all__ = [
    "Form",
    "Layout",
    "Style",
    "citation",
    "event_markdown",
    "export_csv",
    "export_json",
    "export_jsonl",
    "export_markdown",
    "parts",
]
