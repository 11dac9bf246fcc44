"""Sources become documents: one format a file, then head, publication date and cleaning."""

from corpus.reading.unread import Unread, unread_in

__all__ = ["Unread", "unread_in"]
