"""Whether the actors of an event work with or against each other, and whose lane a country is.

The tones fold PLOVER's quad classes (Halterman et al. 2023); REQUEST and STATEMENT stay neutral.
"""

from enum import StrEnum

from corpus import Kind


class Tone(StrEnum):
    """The three tones of events."""

    COOPERATION = "cooperation"
    CONFLICT = "conflict"
    NEUTRAL = "neutral"


_COOPERATION = frozenset(
    (Kind.AGREE, Kind.CONSULT, Kind.SUPPORT, Kind.CONCEDE, Kind.COOPERATE, Kind.AID, Kind.RETREAT)
)
_NEUTRAL = frozenset((Kind.REQUEST, Kind.STATEMENT))

HEIRS = {"SUN": "RUS"}
"""States that are gone, by the codes that ISO 3166-1 has withdrawn, and the lane of their heirs."""


def tone(kind: Kind) -> Tone:
    """Returns the tone of a kind."""
    if kind in _NEUTRAL:
        return Tone.NEUTRAL
    return Tone.COOPERATION if kind in _COOPERATION else Tone.CONFLICT
