"""Sources become documents: one format a file, then head, publication date and cleaning."""

from corpus.reading.documents import read_source
from corpus.reading.jsonl import read_jsonl

__all__ = ["read_jsonl", "read_source"]
