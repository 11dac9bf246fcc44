"""Finds the passages of anchors again in a document whose passages were written anew."""

import sqlite3

from store.corrections.anchoring import evidence_from, told_by
from store.corrections.evidence import find

_FIRST_THERE = """
    UPDATE anchor SET passage =
        (SELECT passage FROM anchor_evidence
         WHERE anchor = anchor.id AND passage IS NOT NULL ORDER BY position LIMIT 1)
    WHERE id = ?
"""


def tie_anchors(connection: sqlite3.Connection, digest: str) -> None:
    """Ties the anchors that hang on words of the document with this hash to the passages that have them."""
    rows = connection.execute(
        "SELECT anchor, position, document, title, quote, start, sign, others FROM anchor_evidence"
        " WHERE document = ?",
        (digest,),
    ).fetchall()
    if not rows:
        return
    all_told = told_by(connection, digest)
    connection.executemany(
        "UPDATE anchor_evidence SET passage = ? WHERE anchor = ? AND position = ?",
        [(find(evidence_from(*row), all_told), anchor, position) for anchor, position, *row in rows],
    )
    anchors = sorted({anchor for anchor, *_ in rows})
    connection.executemany(_FIRST_THERE, [(anchor,) for anchor in anchors])
