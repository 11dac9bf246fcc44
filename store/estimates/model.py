"""What an estimate is."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Estimate:
    """The day on which an undated document seems to have been published, and why, in words."""

    day: date
    why: str
