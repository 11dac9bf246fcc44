"""Text that was decoded with the wrong encoding, repaired: whole sequences by ftfy, torn ones by context.

A typographic mark is three bytes in UTF-8, `E2 80 xx`. Read as Latin-1 it is `â` and two control
characters; programs that drop controls leave the `â` alone, or the replacement character `�`. Which
mark it was is told by its neighbours.
"""

import re

from corpus.cleaning.torn_marks import mend_marks

_SUSPECT = re.compile("[ÂÃâãäåæçèéêëìíîïðÐÑØÙ€Œœ\x80-\x9f�⦠┠❠✠]")
_LOST_APOSTROPHE = re.compile(r"(?<=[a-z])[?`´](?=(?:s|ve|re|ll|d)\b)|(?<=n)[?`´](?=t\b)", re.IGNORECASE)
_LOST_DASH = re.compile(r"(?<=[\w,”\"]) \? (?=[a-z])")
_MERGED = {"⦠": "… ", "❠": "” ", "✠": "“ ", "┠": "— "}  # the last byte joined with a no-break space
_MERGED_MARK = re.compile("|".join(_MERGED))
_TORN = {"â¦": "…", "â¬": "€", "â¢": "•", "â²": "′", "â³": "″"}
_TORN_MARK = re.compile("|".join(_TORN))
_HALF_MARK = re.compile(r"â€(?=[A-Za-z\s.,;:!?]|$)")  # the third byte is lost, or its character was
_LONE_SPACE = re.compile(r"Â(?=[\s.,;:!?)”’\"'-]|$)|(?<=\s)Â(?=[£§©®°«»½¼¾±·¿¡])")


def repair(text: str) -> str:
    """Returns the text with mojibake repaired; text without it comes back as it is."""
    if _SUSPECT.search(text):
        text = _whole(_HALF_MARK.sub("â", text))
        text = _TORN_MARK.sub(lambda found: _TORN[found[0]], text)
        text = _MERGED_MARK.sub(lambda found: _MERGED[found[0]], text)
        text = mend_marks(_LONE_SPACE.sub("", text))
    if not any(sign in text for sign in "?`´"):
        return text
    return _LOST_DASH.sub(" – ", _LOST_APOSTROPHE.sub("’", text))


def _whole(text: str) -> str:
    import ftfy

    config = ftfy.TextFixerConfig(
        unescape_html=False,
        remove_terminal_escapes=False,
        fix_latin_ligatures=False,
        fix_character_width=False,
        uncurl_quotes=False,
        fix_line_breaks=False,
        fix_surrogates=False,
        remove_control_chars=False,
        normalization=None,
        max_decode_length=100_000,
    )
    return str(ftfy.fix_text(text, config))
