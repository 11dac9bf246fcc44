"""Keeps the estimates of a store up to date: made, changed and withdrawn as its dated documents say."""

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from corpus import Analysis, Document
from corpus.reading.written import written_in
from store.estimates.evidence import evidence, print_of
from store.estimates.model import Estimate
from store.estimates.outlines import Outline, outlines, reference_day
from store.estimates.weighing import estimate
from store.ingest import ingest
from store.model import ESTIMATE
from store.outcomes import Estimated
from store.rows import day_or_none
from store.writing import writing

Read = Callable[[Document], Analysis]
"""Analyses a document; the store itself reads none."""

_UNDATED = f"""
    SELECT document.id, identifier, hash, text, title, publisher, byline, language, path, url, city,
        published, published_why, evidence
    FROM document LEFT JOIN estimate ON estimate.document = document.id
    WHERE published IS NULL OR published_from = '{ESTIMATE}' ORDER BY hash
"""  # noqa: S608 - own words only


@dataclass(frozen=True, slots=True)
class _Undated:
    """A document without a publication date of its own; `seen` names the evidence that was weighed last."""

    number: int
    document: Document
    standing: Estimate | None
    seen: str | None


def settle_estimates(
    connection: sqlite3.Connection, read: Read, run: int | None, *, allowed: bool, fresh: bool
) -> list[Estimated]:
    """Redoes the estimates of undated documents; returns those that changed.

    Where they are not `allowed`, all are withdrawn; where no documents are `fresh`, only what was not weighed
    yet is looked at.
    """
    changed = []
    for undated in list(_undated(connection)):
        if allowed and undated.seen is not None and not fresh:
            continue
        found = _estimate(connection, undated, read) if allowed else (None, None)
        if found is None:
            continue
        made, seen = found
        if made != undated.standing:
            changed.append(_write(connection, undated.document, made, read, run))
        with writing(connection):
            connection.execute("DELETE FROM estimate WHERE document = ?", (undated.number,))
            if seen is not None:
                row = (undated.number, seen)
                connection.execute("INSERT INTO estimate (document, evidence) VALUES (?, ?)", row)
    return changed


def _undated(connection: sqlite3.Connection) -> Iterator[_Undated]:
    """Yields the documents that may get an estimate: those with a dateline of their own need none."""
    for number, *told, published, why, seen in connection.execute(_UNDATED):
        identifier, digest, text, title, publisher, byline, language, path, url, city = told
        document = Document(
            *(identifier, digest, text, title, publisher, byline),
            language=language,
            path=path,
            url=url,
            city=city,
        )
        day = day_or_none(published)
        if written_in(text, None) is None:
            yield _Undated(number, document, Estimate(day, why or "") if day else None, seen)


def _estimate(
    connection: sqlite3.Connection, undated: _Undated, read: Read
) -> tuple[Estimate | None, str] | None:
    """Returns the estimate with the name of its evidence; None where that is what was weighed before."""

    @cache
    def reading(day: date) -> list[Outline]:
        return outlines(connection, read(replace(undated.document, published=day)))

    reference = reference_day(undated.document.text)
    found = evidence(connection, reading(reference))
    seen = print_of(found)
    return None if seen == undated.seen else (estimate(reading, found, reference), seen)


def _write(
    connection: sqlite3.Connection, document: Document, made: Estimate | None, read: Read, run: int | None
) -> Estimated:
    """Reads a document again under its estimate, or under none; everything relative moves with it."""
    if made is not None:
        document = replace(document, published=made.day, published_from=ESTIMATE)
    ingest(connection, [read(document)], run, anew=True)
    if made is not None:
        with writing(connection):
            statement = "UPDATE document SET published_why = ? WHERE hash = ?"
            connection.execute(statement, (made.why, document.hash))
    return Estimated(document.path or document.id, document.published, made.why if made else "")
