"""Text from outside, made safe for a terminal and measured in cells.

Control characters, escape sequences, bidirectional overrides, joiners and lone surrogates reach the terminal
through every stock widget; here each of them is replaced before anything is drawn.
"""

from rich.cells import cell_len, set_cell_size

ZERO_WIDTH = "\u200b"
"""Stands for a dropped character where offsets must hold; taken out when a line is drawn."""

_BLANKS = (*range(0x00, 0x20), *range(0x7F, 0xA0), 0x2028, 0x2029, 0x3164, 0x115F, 0x1160, 0xFFA0)
_DROPPED = (
    0x00AD,  # soft hyphen: terminals draw it, or not
    0x034F,
    0x061C,
    *range(0x200B, 0x2010),  # zero-width space, joiners, directional marks
    *range(0x202A, 0x202F),  # bidirectional embeddings and overrides
    *range(0x2060, 0x2070),  # invisible operators and isolates
    0x20E3,  # enclosing keycap
    *range(0xFE00, 0xFE10),  # variation selectors
    0xFEFF,
    *range(0xFFF9, 0xFFFC),
    *range(0xE0000, 0xE01F0),  # tags and variation selectors
)
_SAME_LENGTH = (
    {code: " " for code in _BLANKS if code != 0x0A}
    | dict.fromkeys(_DROPPED, ZERO_WIDTH)
    | dict.fromkeys(range(0xD800, 0xE000), "�")
)


def safe_text(text: str) -> str:
    """Returns `text` with the same length in code points, its line ends kept, and nothing that acts."""
    return text.translate(_SAME_LENGTH)


def safe_line(text: str) -> str:
    """Returns `text` as one line: nothing in it acts, and runs of white space are one blank."""
    return " ".join(text.translate(_SAME_LENGTH).replace(ZERO_WIDTH, "").split())


def fit(text: str, width: int) -> str:
    """Returns a safe line cut or padded to exactly `width` cells; a cut one ends in an ellipsis."""
    if width <= 0:
        return ""
    length = len(text) if text.isascii() else cell_len(text)
    if length <= width:
        return text + " " * (width - length)
    kept = set_cell_size(text, width - 1).rstrip()
    return kept + "…" + " " * (width - 1 - cell_len(kept))


def counted(number: int, noun: str) -> str:
    """Returns a number with its noun: `1 event`, `1,284 events`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
