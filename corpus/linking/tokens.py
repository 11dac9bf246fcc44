"""spaCy's English tokenizer, as names need it cut, and asked only where a name may be.

A text is cut at its blanks first. Nothing need be known of a stretch between two blanks in which no word of
any name stands; a word with plain marks around is cut off them, and spaCy is asked for any other, once. That
gives the same tokens where names are, in a quarter of the time that spaCy takes for a whole text of news.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

import spacy
from spacy.attrs import NORM
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

from corpus.linking.variants import fold, undecorated

LEXEMES = 150_000  # words that spaCy may know, some 100 MB; then it is time to start anew
HYPHEN_BEHIND_STOP = r"(?<=[A-Za-z]\.)-(?=\w)"  # U.S.-led is U.S., a hyphen, led
# A bracket, a quotation mark or a footnote behind or before a word without a space: "Un[1]", "Putin)said".
GLUED = r"(?<=[^\W\d_])[\[\](){};\"“”«»†‡*](?=\S)"
DASHED = r"(?<=[)\]])(?:--|[—–])(?=\w)"  # the dash of a dateline: (Wire)--Seoul
NOTE = r"(?:(?<=[a-z]{3})\d{1,2}|[¹²³⁴-⁹⁰†‡*]+)"
SLASH = r"/"  # /TASS/, US/ROK
TOO_LONG = 200  # spaCy takes time by the square of such a run of code points, and no name is in one
OPENING, CLOSING = '([“"', ',;:.!?)]”"'
MARKS = OPENING + CLOSING
OWNING = ("'s", "’s")
HYPHENED = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)+")  # spaCy cuts it at each hyphen
PART = re.compile(r"[^-]+|-")
LETTER = re.compile(r"[^\W\d_]")
PIECE = re.compile(r"[^\W\d_]+|\d+")


class Token(NamedTuple):
    """A token by its offsets in its stretch (code points), and folded."""

    start: int
    end: int
    folded: str


class Tokens:
    """Cuts stretches without blanks into tokens."""

    def __init__(self) -> None:
        self._start()
        self._pieces: frozenset[str] | None = None
        self._letterless: frozenset[str] = frozenset()

    def _start(self) -> None:
        nlp = _blank()
        self._vocab: Any = nlp.vocab  # its stub leaves out that it has a length
        self._tokenize = tokenizer(nlp)
        self._rules = frozenset(self._tokenize.rules or ())

    def only(self, stretches: Mapping[str, Iterable[Token]]) -> None:
        """From now on passes over stretches that hold no word of these, which were cut so."""
        words = {token.folded for cut in stretches.values() for token in cut}
        self._pieces = frozenset(piece for word in words for piece in PIECE.findall(word))
        self._letterless = frozenset(stretch for stretch in stretches if not LETTER.search(stretch))

    def cut(self, stretch: str) -> tuple[Token, ...]:
        """Returns the tokens of a stretch without blanks, none where no name can have a part in it."""
        if len(stretch) >= TOO_LONG:
            return ()
        core = stretch.lstrip(OPENING).rstrip(CLOSING)
        word = core[:-2] if core.endswith(OWNING) else core
        if word.isascii() and (word.isalpha() or word.isdigit()):
            if self._pieces is not None and word.lower() not in self._pieces:
                return ()  # what owns something
            if not self._has_rule(word, core, stretch):
                return _marked_off(stretch, core, word)
        elif self._pieces is not None and not self._may_hold_name(stretch):
            return ()
        elif HYPHENED.fullmatch(word) and not self._has_rule(word.rpartition("-")[2], core, stretch):
            return _marked_off(stretch, core, word)
        if len(self._vocab) > LEXEMES:
            self._start()
        return tuple(
            Token(token.idx, token.idx + len(token), token.norm_) for token in self._tokenize(stretch)
        )

    def is_common(self, stretch: str) -> bool:
        """Tells whether a stretch is a word that is in no name, perhaps with marks around, as most are."""
        word = stretch.strip(MARKS)
        return word.isalpha() and word.isascii() and word.lower() not in (self._pieces or ())

    def _has_rule(self, word: str, core: str, stretch: str) -> bool:
        """Tells whether spaCy may cut a word otherwise than off what stands around it."""
        stopped = f"{word}."
        if not self._rules.isdisjoint((word, core, stopped)):
            return True
        stops = word[-1].islower() or word.isdigit() or (len(word) > 1 and word[-2:].isupper())
        return stopped in stretch and not stops

    def _may_hold_name(self, stretch: str) -> bool:
        """Tells whether a stretch holds a word of a name, if only as a part; a lone small letter is none."""
        if not LETTER.search(stretch):
            return stretch in self._letterless
        plain = stretch if stretch.isascii() else undecorated(stretch)
        return any(
            piece.lower() in (self._pieces or ())
            and (len(piece) > 1 or not piece.islower() or len(stretch) == 1)
            for piece in PIECE.findall(plain)
        )


def _marked_off(stretch: str, core: str, word: str) -> tuple[Token, ...]:
    """Returns a word, in parts where hyphens join it, its `'s` and the marks around it."""
    if word == stretch and "-" not in word:
        return (Token(0, len(stretch), word.lower()),)
    start = stretch.index(core)
    middle, end = start + len(word), start + len(core)
    parts = [Token(start + at, start + to, part) for at, to, part in _parts(word.lower())]
    if start:
        parts.insert(0, Token(0, start, stretch[:start]))
    if middle < end:
        parts.append(Token(middle, end, "'s"))
    if end < len(stretch):
        parts.append(Token(end, len(stretch), stretch[end:]))
    return tuple(parts)


def _parts(word: str) -> list[tuple[int, int, str]]:
    """Returns the parts of a word and the hyphens between them, each with its offsets."""
    if "-" not in word:
        return [(0, len(word), word)]
    return [(match.start(), match.end(), match[0]) for match in PART.finditer(word)]


def _blank() -> Language:
    """Returns an English pipeline that only tokenizes, and compares words folded.

    Of a new word it works out nothing else, neither shape nor kind, which halves the time of a text.
    """
    nlp = spacy.blank("en")
    vocab: Any = nlp.vocab  # its stub leaves this out
    vocab.lex_attr_getters = {NORM: fold}
    return nlp


def tokenizer(nlp: Language) -> Tokenizer:
    """Returns spaCy's tokenizer for a pipeline, with room for many words and `U.S.-led` cut in three.

    A line break has no rule of its own here; it is a token without one.
    """
    defaults: Any = nlp.Defaults  # its stub leaves out what it holds
    infixes = compile_infix_regex([*defaults.infixes, HYPHEN_BEHIND_STOP, SLASH, GLUED, DASHED])
    return Tokenizer(
        nlp.vocab,
        rules={word: cut for word, cut in defaults.tokenizer_exceptions.items() if not word.isspace()},
        prefix_search=_unless_plain(compile_prefix_regex([*defaults.prefixes, SLASH]).search),
        suffix_search=_unless_plain(compile_suffix_regex([*defaults.suffixes, SLASH, NOTE]).search),
        infix_finditer=lambda word: () if _is_plain(word) else infixes.finditer(word),
        url_match=_unless_plain(defaults.url_match),
    )


def _is_plain(word: str) -> bool:
    """Tells whether a word has ASCII letters only, of which spaCy cuts off nothing."""
    return word.isascii() and word.isalpha()


def _unless_plain(look: Callable[[str], re.Match[str] | None]) -> Callable[[str], re.Match[str] | None]:
    return lambda word: None if _is_plain(word) else look(word)
