"""Events with all their evidence as documents for others: pure functions, no SQL."""

from store.export.data import export_csv, export_json, export_jsonl
from store.export.markdown import export_markdown

__all__ = ["export_csv", "export_json", "export_jsonl", "export_markdown"]
