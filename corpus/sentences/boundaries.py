"""Where a sentence ends inside a paragraph: a mark, what stands before it and what comes after."""

import re
from collections.abc import Iterator

from corpus.sentences.abbreviations import words

_MARK = re.compile(r"""(?:[.!?…]+|[。！？]+)(?:["”’'»)\]]|\[\d{1,3}\])*""")
_WORD_BEFORE = re.compile(r"[^\s(\[\"“”‘«—/]*$")
_NEXT_WORD = re.compile(r"[\s\"“‘'«(\[—–-]*([^\W_]+(?:[-.’'][^\W_]+)*)?(\.?)")
_ACRONYM = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_ENUMERATOR = re.compile(r"\(?(?:\d{1,3}|[ivxIVX]{1,5}|[A-Za-z])")
_HOUR = ("a.m", "p.m", "A.M", "P.M", "am", "pm")
_BULLETS = "-–—•*"  # "-Dec. 3: Troops land"
_LONGEST_WORD = 40  # code points looked at before a mark


def boundaries(text: str, start: int, end: int) -> Iterator[int]:
    """Yields the offsets after the last mark of each sentence but the last, sorted."""
    begun = start
    for found in _MARK.finditer(text, start, end):
        if found.end() < end and _ends_sentence(text, begun, found, end):
            yield found.end()
            begun = found.end()


def _ends_sentence(text: str, begun: int, mark: re.Match[str], end: int) -> bool:
    signs = mark[0]
    if signs[0] in "。！？":
        return True
    spaced = text[mark.end()].isspace()
    follows = _NEXT_WORD.match(text, mark.end(), min(end, mark.end() + 80))
    word = (follows[1] or "") if follows else ""
    if not spaced:
        return _lacks_space(text, begun, mark, word)
    if not word:
        return text[mark.end() :][:2].strip() not in (".", "…")
    if word[0].islower():
        return False
    if signs[0] in "!?":
        return not _is_asked(text, mark, end)
    if signs[0] == "." and not signs.startswith(".."):
        stop = bool(follows and follows[2])
        return not _goes_on(_before(text, begun, mark.start()), word, stop, _alone(text, begun, mark.start()))
    return True


def _before(text: str, begun: int, at: int) -> str:
    found = _WORD_BEFORE.search(text[max(begun, at - _LONGEST_WORD) : at])
    return found[0].lstrip(_BULLETS) if found else ""


def _alone(text: str, begun: int, at: int) -> bool:
    """Whether the stop follows the first word of the sentence, and that is an enumerator: `1.`, `b.`."""
    return at - begun < 12 and _ENUMERATOR.fullmatch(text[begun:at].strip()) is not None


def _goes_on(before: str, after: str, after_stop: bool, alone: bool) -> bool:
    """Whether the full stop belongs to the word before it and the sentence goes on with `after`."""
    if alone or before in words("titles") or before in words("inner"):
        return True
    if before in words("numbered"):
        return after[0].isdigit()
    starts = after in words("starters") and not (after_stop and len(after) == 1)
    if before in _HOUR:
        return after in words("after_hour")
    if before in words("calendar"):
        return not starts
    if len(before) == 1 and before.isupper():
        return not starts
    if _ACRONYM.fullmatch(before) or before in words("open") or before in words("open_russian"):
        return not starts
    return _ends_in_acronym(before) and not starts


def _ends_in_acronym(before: str) -> bool:
    """Whether a joined word ends in one, as `non-U.S` does."""
    return "-" in before and _ACRONYM.fullmatch(before.rsplit("-", 1)[1]) is not None


def _lacks_space(text: str, begun: int, mark: re.Match[str], word: str) -> bool:
    """Whether the space after the mark was lost: `region.The`, never `N.Korea`, `St.Paul` or `a.com`."""
    if len(word) < 1 or not word[0].isupper() or "." in word or mark[0][-1] in "'’([":
        return False
    if len(word) > 1 and not word[1:].replace("’", "").replace("'", "").replace("-", "").isalpha():
        return False
    if len(word) == 1 and word not in ("A", "I", "В", "О"):
        return False
    if text[mark.end()] in "-–—":
        return False
    before = _before(text, begun, mark.start())
    plain = before.rsplit(".", 1)[-1].rsplit("-", 1)[-1]
    if before.endswith(")"):
        return True
    known = any(before in words(name) for name in ("titles", "inner", "calendar", "numbered"))
    return not known and "@" not in before and "www" not in before and _is_plain_word(plain)


def _is_plain_word(word: str) -> bool:
    core = word.strip("’'”\"),;")
    return len(core) >= 2 and (core[-1].isdigit() or core[-1].islower() or (core.isupper() and len(core) > 2))


def _is_asked(text: str, mark: re.Match[str], end: int) -> bool:
    """Whether a quoted question or exclamation goes on, as in `“Why now?” Putin asked`."""
    if mark[0][-1] not in "\"”’'»":
        return False
    coming = text[mark.end() : min(end, mark.end() + 60)].split()[:4]
    return any(word.strip(",.;:") in words("saying") for word in coming[1:])
