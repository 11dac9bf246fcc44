"""The version of dateline, and of what its extraction finds."""

__version__ = "0.1.0"

EXTRACTION = 9 << 32
"""What the extraction finds, as a number: raised in steps of 2**32 when the same document would yield other
events. The lower half is a sum of the user's own entities and model. A store reads again what was read
by an older extraction or with other entities."""
