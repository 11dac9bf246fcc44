"""How the kinds of events look: a glyph, a tone, and whether both sides act alike.

The tones fold PLOVER's quad classes (Halterman et al. 2023) into cooperation and conflict; REQUEST, which
PLOVER counts as verbal conflict where it demands, and STATEMENT stay neutral. Every glyph is one cell wide
in every terminal and never drawn as an emoji.
"""

from dataclasses import dataclass
from enum import StrEnum

from corpus import Kind, Status


class Tone(StrEnum):
    """Whether the actors work with or against each other; the names of theme colours."""

    COOPERATION = "cooperation"
    CONFLICT = "conflict"
    NEUTRAL = "neutral"

    @property
    def line(self) -> str:
        """The stroke of an arrow, so that the tones differ without colour."""
        return _STROKES[self]


_STROKES = {Tone.COOPERATION: "─", Tone.CONFLICT: "━", Tone.NEUTRAL: "┄"}


@dataclass(frozen=True, slots=True)
class Look:
    """How a kind is drawn; `mutual` where source and target do the same thing to each other."""

    glyph: str
    tone: Tone
    mutual: bool = False


LOOKS: dict[Kind, Look] = {
    Kind.AGREE: Look("≡", Tone.COOPERATION, mutual=True),
    Kind.CONSULT: Look("⇄", Tone.COOPERATION, mutual=True),
    Kind.SUPPORT: Look("+", Tone.COOPERATION),
    Kind.CONCEDE: Look("∽", Tone.COOPERATION),
    Kind.COOPERATE: Look("∪", Tone.COOPERATION, mutual=True),
    Kind.AID: Look("✚", Tone.COOPERATION),
    Kind.RETREAT: Look("↶", Tone.COOPERATION),
    Kind.REQUEST: Look("?", Tone.NEUTRAL),
    Kind.STATEMENT: Look("“", Tone.NEUTRAL),
    Kind.ACCUSE: Look("!", Tone.CONFLICT),
    Kind.REJECT: Look("×", Tone.CONFLICT),
    Kind.THREATEN: Look("▲", Tone.CONFLICT),
    Kind.PROTEST: Look("¶", Tone.CONFLICT),
    Kind.SANCTION: Look("⊘", Tone.CONFLICT),
    Kind.MOBILIZE: Look("⚑", Tone.CONFLICT),
    Kind.COERCE: Look("⊣", Tone.CONFLICT),
    Kind.ASSAULT: Look("✹", Tone.CONFLICT),
}

STATUS_SIGNS: dict[Status, str] = {
    Status.HAPPENED: "",
    Status.ONGOING: "",
    Status.ANNOUNCED: "planned: ",
    Status.ALLEGED: "alleged: ",
    Status.DENIED: "denied: ",
}
"""What stands before the headline of an event that is not simply a fact."""
