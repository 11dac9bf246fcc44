"""Runs of capitalised words: where names can be that nobody has listed."""

import re
from typing import NamedTuple

UPPER = "".join(c for c in map(chr, range(0x41, 0x250)) if c.isupper())
# Behind a hyphen, these are no part of a name: "Seoul-based".
SUFFIX = (
    "based|born|led|backed|made|style|controlled|held|wide|trained|owned|funded|era|brokered|sponsored|educated"
    "|area|run|bound"
)
# Behind a hyphen, these make the name of a province, a county, a town or a part of it in Korea: "Yongsan-gu".
KOREAN_PARTS = "do|si|gun|gu|eup|up|myeon|myon|dong|ri|rodongjagu|daero"
REST = (  # of a word, behind its first capital
    rf"(?:\.(?:[{UPPER}]\.)*"  # an initial, or U.S.
    rf"|(?<=[SMF])t\.(?= [{UPPER}])"
    rf"|\w*(?:['’][{UPPER}]\w+)?(?:-(?!(?:{SUFFIX})\b)\w+)*)"
)
ARTICLE = r"(?:al|el|ar|as|at|an|ad|ash|ul|ur|ud|ez|es)-"  # before an Arabic surname: "Reem al-Harith"
PARTICLE = r"(?:de|da|di|del|della|der|van|von|bin|ibn|al|el|la|le|du|dos|den|ter|ten|es)"
# A set at the start of a pattern is looked for fast, so that what may not stand before it is asked behind it.
RUN = re.compile(
    rf"[{UPPER}](?<![\w-].)(?<!\w['’].){REST}"
    rf"(?:[ \u00a0](?:& |(?:{PARTICLE}[ \u00a0]){{1,2}}|{ARTICLE})?[{UPPER}]{REST})*"
)


class Word(NamedTuple):
    """A word of a run, with its offsets; most rules ask for it in lower case."""

    start: int
    end: int
    text: str
    lower: str


def word_at(start: int, text: str) -> Word:
    """Returns the word that starts at an offset."""
    return Word(start, start + len(text), text, text.lower())


def runs(text: str) -> list[tuple[int, int]]:
    """Returns the bounds of the runs of capitalised words in a text, in order, each on one line."""
    return [match.span() for match in RUN.finditer(text)]


def run_words(start: int, written: str) -> list[Word]:
    """Returns the words of a run that starts at an offset, which single blanks part."""
    words = []
    for piece in written.replace("\u00a0", " ").split(" "):
        end = start + len(piece)
        words.append(Word(start, end, piece, piece.lower()))
        start = end + 1
    return words
