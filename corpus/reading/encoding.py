"""Bytes become text: by mark, by declaration, else by what their language would look like."""

import codecs
import re

SAMPLE = 65_536  # bytes; enough to tell an encoding
FEW_ERRORS = 0.02  # of the characters beyond ASCII; a torn tail or a stray byte stays below it

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE
)
_HANGUL = re.compile("[가-힣]")
_RUSSIAN = re.compile("[оеаинтсрвлОЕАИНТСРВЛ]")  # two thirds of all letters in Russian text
_SMALL_RUSSIAN = re.compile("[а-яё]")
_LETTER_BEYOND_ASCII = re.compile(r"[^\W\d_\x00-\x7f]")


def decode(data: bytes) -> str:
    """Returns the text of bytes; never fails, for what cannot be read becomes the replacement character.

    A byte-order mark wins, then UTF-8 if the bytes are valid, then what HTML declares, then EUC-KR,
    Windows-1251, KOI8-R or Windows-1252 by the letters that each would give.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace").removeprefix("\ufeff")
    wide = _utf16_without_mark(data)
    if wide:
        return data.decode(wide, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode(_declared(data) or _guessed(data), errors="replace")


def _utf16_without_mark(data: bytes) -> str | None:
    """Latin text in UTF-16 has a zero in every second byte."""
    sample = data[:2048]
    half = len(sample) // 2
    if half < 8:
        return None
    if sample[1::2].count(0) > 0.7 * half and sample[0::2].count(0) < 0.05 * half:
        return "utf-16-le"
    if sample[0::2].count(0) > 0.7 * half and sample[1::2].count(0) < 0.05 * half:
        return "utf-16-be"
    return None


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data[:4096])
    if found is None:
        return None
    name = found[1].decode("ascii").lower()
    name = {"euc-kr": "cp949", "ks_c_5601-1987": "cp949", "iso-8859-1": "cp1252", "utf8": "utf-8"}.get(
        name, name
    )
    try:
        decoder = codecs.lookup(name)
    except LookupError:
        return None
    readable = decoder._is_text_encoding and not _has_many_errors(data[:SAMPLE], name)
    return name if readable else None


def _guessed(data: bytes) -> str:
    sample = data[:SAMPLE]
    if not _has_many_errors(sample, "utf-8"):
        return "utf-8"
    korean = sample.decode("cp949", errors="replace")
    if korean.count("\ufffd") <= 1 and len(_HANGUL.findall(korean)) >= 0.7 * _beyond_ascii(korean):
        return "cp949"
    best = max(("cp1251", "koi8-r"), key=lambda name: _russian(sample.decode(name, errors="replace")))
    russian = sample.decode(best, errors="replace")
    if _russian(russian) >= 0.5 * _beyond_ascii(russian) and _beyond_ascii(russian) >= 20:
        return best
    return "cp1252"


def _has_many_errors(sample: bytes, encoding: str) -> bool:
    text = sample.decode(encoding, errors="replace")
    return text.count("\ufffd") > max(1, FEW_ERRORS * sum(ord(sign) > 127 for sign in text))


def _beyond_ascii(text: str) -> int:
    return len(_LETTER_BEYOND_ASCII.findall(text))


def _russian(text: str) -> int:
    """How many of the commonest letters it has, less where small letters are not the rule."""
    common = len(_RUSSIAN.findall(text))
    return common if 2 * len(_SMALL_RUSSIAN.findall(text)) > _beyond_ascii(text) else common // 4
