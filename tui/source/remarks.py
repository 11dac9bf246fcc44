"""What the reader says of an event, as a few lines that stand above its sources."""

from store.model import Annotations
from tui.annotations import BASKET, NOTE, STAR, TAG
from tui.cells import fit, safe_line
from tui.source.wrap import wrap


def remarks(said: Annotations, width: int, most: int) -> list[str]:
    """Returns star, tags, basket and note in at most so many lines of `width` cells, none without any."""
    parts = [STAR] if said.starred else []
    parts += [f"{TAG}{safe_line(tag)}" for tag in said.tags]
    parts += [f"{BASKET} in basket"] if said.in_basket else []
    parts += [f"{NOTE} {safe_line(said.note)}"] if said.note else []
    text = "  ".join(parts)
    spans = wrap(text, width) if text else []
    lines = [text[start:end] for start, end in spans[:most]]
    if lines and len(spans) > most:
        lines[-1] = fit(f"{lines[-1]}{' ' * width}", width)  # cut, with an ellipsis
    return lines
