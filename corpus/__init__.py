"""Documents become dated, tagged events: the first of dateline's three rooms.

Importing it is cheap; spaCy and dateparser load with the first call that needs them.
"""

from corpus.contract import analysis_as_json
from corpus.errors import (
    DatelineError,
    InvalidDate,
    InvalidEntities,
    MissingModel,
    StoreError,
    UnreadableDocument,
    UsageError,
)
from corpus.model import (
    Actor,
    Alias,
    Analysis,
    Basis,
    Document,
    Entity,
    EntityType,
    Event,
    Kind,
    Mention,
    Office,
    Precision,
    Role,
    Sense,
    Sentence,
    Status,
    TimeExpression,
)
from corpus.periods import parse_day, parse_period, parse_publication
from corpus.pipeline import (
    analyse,
    document_files,
    extract,
    mentions,
    read,
    read_json_lines,
    time_expressions,
)
from corpus.version import EXTRACTION, __version__

__all__ = [
    "EXTRACTION",
    "Actor",
    "Alias",
    "Analysis",
    "Basis",
    "DatelineError",
    "Document",
    "Entity",
    "EntityType",
    "Event",
    "InvalidDate",
    "InvalidEntities",
    "Kind",
    "Mention",
    "MissingModel",
    "Office",
    "Precision",
    "Role",
    "Sense",
    "Sentence",
    "Status",
    "StoreError",
    "TimeExpression",
    "UnreadableDocument",
    "UsageError",
    "__version__",
    "analyse",
    "analysis_as_json",
    "document_files",
    "extract",
    "mentions",
    "parse_day",
    "parse_period",
    "parse_publication",
    "read",
    "read_json_lines",
    "time_expressions",
]
