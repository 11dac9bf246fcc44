"""The version of dateline, and of what its extraction finds."""

__version__ = "0.1.0"

EXTRACTION = 1
"""Raised when the same document would yield other events; a store then reads it again."""
