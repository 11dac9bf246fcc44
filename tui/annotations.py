"""How stars, tags, notes and the basket look: signs of one cell that no terminal draws as an emoji."""

from store.model import Annotations

STAR = "★"
NOTE = "✎"
TAG = "#"
BASKET = "▣"


def signs(said: Annotations) -> str:
    """Returns a sign for each sort of what is said of an event: `★#✎`."""
    shown = ((STAR, said.starred), (TAG, said.tags), (NOTE, said.note), (BASKET, said.in_basket))
    return "".join(sign for sign, is_said in shown if is_said)
