"""Events as JSON and CSV, for other programs and for spreadsheets."""

import csv
import json
from collections.abc import Iterable, Iterator
from io import StringIO
from textwrap import indent
from typing import Any

from corpus import Role
from store.model import EventDetail, EventRow, Passage

_COLUMNS = (
    *("id", "value", "first", "last", "precision", "kind", "status", "headline"),
    *("source_actors", "target_actors", "place", "sources"),
    *("starred", "tags", "note"),
    *("quote", "title", "publisher", "published", "path", "url", "passage_value", "why"),
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""Beginnings that spreadsheets take for a formula (OWASP, CSV Injection)."""


def event_object(detail: EventDetail) -> dict[str, Any]:
    """Returns an event as a JSON object; what is not known is null, never left out."""
    row = detail.row
    return {
        "id": row.id,
        "value": row.value,
        "first": row.first.isoformat(),
        "last": row.last.isoformat(),
        "precision": row.precision,
        "basis": row.basis,
        "why": detail.why,
        "kind": row.kind,
        "status": row.status,
        "headline": row.headline,
        "place": row.place,
        "salience": row.salience,
        "sources": row.sources,
        "actors": [
            {"entity": actor.entity, "name": actor.name, "country": actor.country, "role": actor.role}
            for actor in row.actors
        ],
        "starred": row.annotations.starred,
        "tags": list(row.annotations.tags),
        "note": row.annotations.note or None,
        "passages": [_passage_object(passage) for passage in detail.passages],
    }


def _passage_object(passage: Passage) -> dict[str, Any]:
    document = passage.document
    return {
        "document": document.id,
        "title": document.title,
        "publisher": document.publisher,
        "published": document.published_value,
        "path": document.path,
        "url": document.url,
        "start": passage.start,
        "end": passage.end,
        "text": passage.quote,
        "value": passage.value,
        "why": passage.why,
        "reason": passage.reason,
        "copy_of": passage.copy_of,
    }


def export_json(details: Iterable[EventDetail]) -> str:
    """Returns a JSON array with an object an event, indented, with a line break at its end."""
    return "".join(json_parts(details))


def export_jsonl(details: Iterable[EventDetail]) -> str:
    """Returns JSON Lines: an object an event, each on a line of its own."""
    return "".join(jsonl_parts(details))


def export_csv(details: Iterable[EventDetail]) -> str:
    """Returns CSV (RFC 4180) with a header and a line for each passage of each event.

    A cell that a spreadsheet would take for a formula is preceded by an apostrophe.
    """
    return "".join(csv_parts(details))


def json_parts(details: Iterable[EventDetail]) -> Iterator[str]:
    """Yields the array an object at a time."""
    is_empty = True
    for detail in details:
        written = json.dumps(event_object(detail), ensure_ascii=False, indent=2)
        yield f"{'[' if is_empty else ','}\n{indent(written, '  ')}"
        is_empty = False
    yield "[]\n" if is_empty else "\n]\n"


def jsonl_parts(details: Iterable[EventDetail]) -> Iterator[str]:
    """Yields a line an event."""
    return (f"{json.dumps(event_object(detail), ensure_ascii=False)}\n" for detail in details)


def csv_parts(details: Iterable[EventDetail]) -> Iterator[str]:
    """Yields the header, then the lines of each event."""
    yield _csv_lines([_COLUMNS])
    for detail in details:
        event = _event_cells(detail.row)
        yield _csv_lines((*event, *_passage_cells(passage)) for passage in detail.passages)


def _csv_lines(lines: Iterable[Iterable[str]]) -> str:
    written = StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerows([_harmless(cell) for cell in line] for line in lines)
    return written.getvalue()


def _event_cells(row: EventRow) -> tuple[str, ...]:
    said = row.annotations

    def names(role: Role) -> str:
        return "; ".join(actor.name for actor in row.actors if actor.role is role)

    return (
        *(str(row.id), row.value, row.first.isoformat(), row.last.isoformat()),
        *(row.precision, row.kind, row.status, row.headline),
        *(names(Role.SOURCE), names(Role.TARGET), row.place or "", str(row.sources)),
        *("yes" if said.starred else "", "; ".join(said.tags), said.note),
    )


def _passage_cells(passage: Passage) -> tuple[str, ...]:
    document = passage.document
    return (
        *(passage.quote, document.title or "", document.publisher or "", document.published_value or ""),
        *(document.path or "", document.url or "", passage.value, passage.why),
    )


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
