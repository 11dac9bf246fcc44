"""Blocks: the paragraphs of a page, each with what it looks like on its own."""

import re
from dataclasses import dataclass
from enum import Enum, auto

from corpus.cleaning.captions import is_caption, is_credit
from corpus.cleaning.cues import cues
from corpus.cleaning.inline_links import without_inline_links
from corpus.sentences.paragraphs import paragraphs

FURNITURE_WORDS = 24  # a longer block is not a button, a menu or a label, whatever it begins with
FURNITURE_LENGTH = 600  # code points, for the same reason: an address may be long, and a run of marks endless
OPENING_WORDS = 150  # a longer block is an article of its own, whatever it begins with
UNFINISHED_PROSE_WORDS = 28  # titles in the wires' style end well below it

_FINISHED = re.compile(r"""[.!?…。！？:](?:["'”’»)\]]|\s*\((?:[A-Z][\w./ -]{1,30})\)|\[\d+\])*$""")
_BREAK_INSIDE = re.compile(r"[a-z\d)”\"]{2}[.!?][”\"]?\s+[“\"A-Z]")
_PAST = re.compile(
    r"\b(?:was|were|had|said|told|wrote|ran|asked|went|took|flew|fell|began|failed|named|came|left|met|gave"
    r"|used to)\b"
)
_SPACE = re.compile(r"\s+")
_BULLET = re.compile(r"^[•‣▪▶►◦●○■□]\s*(?=\S)")


class Form(Enum):
    """What a block looks like."""

    PROSE = auto()  # sentences
    SHORT = auto()  # a title, a heading, a list entry
    CAPTION = auto()  # words under a picture
    CREDIT = auto()  # the picture's source alone
    FURNITURE = auto()  # a button, a menu, an advert, a notice
    LIST = auto()  # announces a list of other things
    FINAL = auto()  # nothing of the article follows


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph in one line and its form."""

    text: str
    form: Form

    @property
    def words(self) -> int:
        """How many words it has."""
        return self.text.count(" ") + 1


def blocks(text: str) -> list[Block]:
    """Returns the paragraphs of a text in order; lines wrapped at a column are joined."""
    lines = (_BULLET.sub("", _SPACE.sub(" ", text[start:end])) for start, end in paragraphs(text))
    return [Block(line, form_of(line)) for line in map(without_inline_links, lines)]


def form_of(text: str) -> Form:
    """Returns what a paragraph, written in one line, looks like on its own."""
    table, words = cues(), text.count(" ") + 1
    if words <= FURNITURE_WORDS and len(text) <= FURNITURE_LENGTH:
        if table.finals.match(text) and not text.endswith("."):
            return Form.FINAL
        if table.lists.match(text) and not text.endswith("."):
            return Form.LIST
        if is_credit(text):
            return Form.CREDIT
        if table.furniture.match(text):
            return Form.FURNITURE
    if words <= OPENING_WORDS and (table.openings.match(text) or _asks_readers(text)):
        return Form.FURNITURE
    phrases = table.phrases
    if words <= phrases.longest and phrases.score(text, phrases.threshold) >= phrases.threshold:
        return Form.FURNITURE
    if is_caption(text):
        return Form.CAPTION
    return Form.PROSE if is_prose(text) else Form.SHORT


def _asks_readers(text: str) -> bool:
    return cues().requests.match(text) is not None and _PAST.search(text) is None


def is_prose(text: str) -> bool:
    """Whether a paragraph is made of sentences: it ends as one does, or has one inside, or is long."""
    words = text.count(" ") + 1
    if words >= 2 and _FINISHED.search(text[-60:]):
        return True
    return words >= UNFINISHED_PROSE_WORDS or (words >= 8 and _BREAK_INSIDE.search(text) is not None)
