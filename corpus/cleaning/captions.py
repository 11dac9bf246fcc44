"""Captions: the words under a picture, told by their credit, their marks of position and their tense."""

import re

from corpus.cleaning.cues import cues

CERTAIN = 9  # weight of two sure cues, such as a place and day before the words and a credit after them

_CREDIT = re.compile(
    r"[(\[]?(?:(?i:(?:file |handout |stock |pool )?(?:photo|image|picture|photograph)s?"
    r"(?: (?:by|from|credit|courtesy(?: of)?))?\b[:/ ].{2,60})"
    r"|[A-Z][^\W\d_]+(?: [A-Z][^\W\d_]*\.?){1,3}/"
    r"(?:AP|AFP|Reuters|REUTERS|EPA|Getty|Associated Press|Pool)\b.{0,40}"
    r"|(?:AP|AFP|EPA|EPA-EFE|Reuters|REUTERS|KCNA|Yonhap|TASS|Sputnik|Xinhua|Kyodo|Getty Images|Shutterstock)"
    r"(?:(?:/| via | [Pp]hoto\b|, ).{2,50})?)[)\]]?",
)
_SENTENCE_END = re.compile(r"[a-z\d”\")][.!?][”\"]?\s+[A-Z“\"]")


def is_credit(text: str) -> bool:
    """Whether a paragraph is the source of a picture and nothing more: `(Photo by …)`, `AP/…`."""
    credit = _CREDIT.fullmatch(text)
    return credit is not None and not text.endswith((".", "?", "!")) and text.count(" ") < 9


def is_caption(text: str, *, extra: int = 0) -> bool:
    """Whether a paragraph is a caption; `extra` is weight that its place adds to cues of its own."""
    table = cues().captions
    words = text.count(" ")
    if words >= 2 * table.longest:
        return False
    own = table.score(text, table.threshold - extra)
    long = words >= table.longest or len(_SENTENCE_END.findall(text)) > 2
    return own > 0 and (own >= CERTAIN if long else own + extra >= table.threshold)
