"""The lone `â` or `�` that a torn quotation mark, apostrophe or dash left behind, set right by context."""

import re
from itertools import zip_longest

_MARK = re.compile("â|�{1,3}")
_APOSTROPHE_BEFORE = {
    "s": re.compile(r"[^\W_]$"),
    "t": re.compile(r"n$", re.IGNORECASE),
    "m": re.compile(r"\bI$"),
    "d": re.compile(r"\b(?:I|he|she|it|we|you|they|who|that|there)$", re.IGNORECASE),
    "ll": re.compile(r"\b(?:I|he|she|it|we|you|they|who|that|there|what)$", re.IGNORECASE),
    "ve": re.compile(r"\b(?:I|we|you|they|who|would|could|should|might|must)$", re.IGNORECASE),
    "re": re.compile(r"\b(?:we|you|they|who|what|there)$", re.IGNORECASE),
}
_WORD_AFTER = re.compile(r"[^\W\d_]+")
_NAME_PREFIX = re.compile(r"(?:^|\W)[OD]$")
_ELISION = re.compile(r"(?:^|\W)[dl]$")
_WORDS_WITH_CIRCUMFLEX = re.compile(r"â(?:ge|gé|gée|gés|me|mes|ne|nes|pre|tre|cre)\b")
_AFTER_DASH = re.compile(
    "(?:a|an|and|as|at|but|by|for|from|he|his|if|in|including|is|it|its|not|of|on|one|or|our|she|some|that"
    "|the|their|they|this|those|to|we|which|while|who|whose|with|would)$"
)
_NEIGHBOURHOOD = 24  # code points on each side


def mend_marks(text: str) -> str:
    """Returns the text with each lone mark made a quote, apostrophe, dash, or left in its word."""
    return "\n".join(_mend_line(line) if _MARK.search(line) else line for line in text.split("\n"))


def _mend_line(line: str) -> str:
    marks = list(_MARK.finditer(line))
    pieces, last, opened = [], 0, False
    for mark, following in zip_longest(marks, marks[1:]):
        sign = _sign(line, mark, following, opened)
        opened = sign == "“" or (opened and sign != "”")
        pieces += [line[last : mark.start()], sign]
        last = mark.end()
    return "".join([*pieces, line[last:]])


def _sign(line: str, mark: re.Match[str], following: re.Match[str] | None, opened: bool) -> str:
    before = line[max(0, mark.start() - _NEIGHBOURHOOD) : mark.start()]
    after = line[mark.end() : mark.end() + _NEIGHBOURHOOD]
    left, right = before[-1:], after[:1]
    if left.isalnum() and right.isalnum():
        return _inside(before, after, mark[0])
    if (not left or left.isspace()) and right.isspace():
        return "–"
    if right.isalnum() or (right and right in "[$€£#@"):
        return mark[0] if _WORDS_WITH_CIRCUMFLEX.match(line, mark.start()) else _at_start(left)
    return _at_end(line, mark, following, opened)


def _inside(before: str, after: str, mark: str) -> str:
    """Between two letters or digits: an apostrophe, a dash, or a word that is spelt so."""
    found = _WORD_AFTER.match(after)
    word = found[0] if found else ""
    suffix = _APOSTROPHE_BEFORE.get(word.lower())
    if (suffix and suffix.search(before)) or _ELISION.search(before):
        return "’"
    if _NAME_PREFIX.search(before) and word[:1].isupper():
        return "’"
    if before[-1].isdigit() or _AFTER_DASH.match(word):
        return "–"
    if before[-1].islower() and word[:1].isupper():
        return "–"
    return mark


def _at_start(left: str) -> str:
    return "”" if left and left in ".,!?" else "“"


def _at_end(line: str, mark: re.Match[str], following: re.Match[str] | None, opened: bool) -> str:
    """After a word or a stop: a closing quote, or the apostrophe of a plural."""
    plural = line[mark.start() - 1 : mark.start()] == "s" and re.match(
        r" \w", line[mark.end() : mark.end() + 2]
    )
    if not plural:
        return "”"
    return "”" if opened and not _closes_later(line, following) else "’"


def _closes_later(line: str, following: re.Match[str] | None) -> bool:
    """Whether the next lone mark closes a quotation, so that this one cannot have."""
    if following is None:
        return False
    left = line[following.start() - 1 : following.start()]
    right = line[following.end() : following.end() + 1]
    return not left.isspace() and not right.isalnum()
