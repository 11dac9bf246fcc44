"""Text from outside, made harmless for a screen: each dangerous code point becomes a visible one.

Replacements are one for one, so offsets into a text hold. A terminal obeys ESC and the C0 and C1
controls (ECMA-48); bidirectional controls reorder what is shown (Unicode TR 36), so that a line can say
something else than its code points do.
"""

from functools import cache

_REPLACEMENT = "\ufffd"
_KEPT = "\n\t"
_BIDIRECTIONAL = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_SURROGATES = range(0xD800, 0xE000)


@cache
def _table() -> dict[int, str]:
    table = {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in _KEPT}
    table[0x7F] = "\u2421"
    table.update(dict.fromkeys((*range(0x80, 0xA0), *_BIDIRECTIONAL, *_SURROGATES), _REPLACEMENT))
    table[ord("\r")] = " "
    table.update(dict.fromkeys((0x85, 0x2028, 0x2029), "\n"))
    return table


@cache
def _line_table() -> dict[int, str]:
    return _table() | dict.fromkeys(map(ord, "\n\t\x85\u2028\u2029"), " ")


@cache
def _surrogate_table() -> dict[int, str]:
    return dict.fromkeys(_SURROGATES, _REPLACEMENT)


def clean_text(text: str) -> str:
    """Returns a text of the same length whose line breaks are plain and whose controls are visible."""
    return text.translate(_table())


def clean_line(text: str) -> str:
    """Returns the same for a single line: breaks and tabs are spaces."""
    return text.translate(_line_table())


def storable(text: str) -> str:
    """Returns the text with lone surrogates replaced, which no database can hold; offsets stay."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.translate(_surrogate_table())
    return text
