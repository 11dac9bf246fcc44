"""One pass of spaCy over a text: its tokenizer and its phrase matcher find every known form at once.

Measured on documents of 3 KB with 10,000 names: the matcher takes a tenth of the tokenizer's time,
and the tokenizer halves its time once its cache has room for the names and for the text's words.
"""

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

import spacy
from spacy.attrs import NORM
from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

from corpus.linking.names import CUES, Hit, Means, Name
from corpus.linking.scripts import ScriptNames, split_by_script
from corpus.linking.variants import fold

CACHE = 200_000
LEXEMES = 150_000  # words that the vocabulary may hold, some 100 MB; then the scanner starts anew
NOUNS = frozenset({"people", "leaders", "states"})
HYPHEN_BEHIND_STOP = r"(?<=[A-Za-z]\.)-(?=\w)"  # U.S.-led is U.S., a hyphen, led
# A bracket, a quotation mark or a footnote behind or before a word without a space: "Un[1]", "Putin)said".
GLUED = r"(?<=[^\W\d_])[\[\](){};\"“”«»†‡*](?=\S)"
NOTE = r"(?:(?<=[a-z]{3})\d{1,2}|[¹²³⁴-⁹⁰†‡*]+)"
SLASH = r"/"  # /TASS/, US/ROK
UNBROKEN = re.compile(r"\S{200,}")  # spaCy takes time by the square of such a run, and no name is in one


class Scanned(NamedTuple):
    """What one pass found; of hits of one kind that overlap the longest. Decoys are among the names."""

    names: list[Hit]
    cues: list[Hit]  # words for offices and titles, and words that point back
    bodies: list[Hit]


class Scanner:
    """Finds the forms of names in texts. Building it takes some tenths of a second, so build it once.

    spaCy keeps every word that it has ever seen. A memory zone around each text would forget them, and
    halve the speed with them; so the scanner is built anew when they have become too many.
    """

    def __init__(self, names: Iterable[Name]) -> None:
        self._latin, others = split_by_script(names)
        self._scripts = ScriptNames(others)
        self._build()

    def _build(self) -> None:
        self._nlp = _blank()
        self._tokenize = tokenizer(self._nlp)
        self._matcher = PhraseMatcher(self._nlp.vocab, attr="NORM")
        self._names: dict[tuple[int, ...], tuple[Name, ...]] = {}
        self._cues: dict[tuple[int, ...], tuple[Name, ...]] = {}
        by_form: dict[str, list[Name]] = {}
        for name in self._latin:
            by_form.setdefault(name.text if "." in name.text else name.text.lower(), []).append(name)
        docs = [self._tokenize(form[0].text) for form in by_form.values()]
        self._matcher.add("name", [doc for doc in docs if len(doc)])
        for doc, same in zip(docs, by_form.values(), strict=True):
            key = tuple(token.norm for token in doc)
            for name in same:
                table = self._cues if name.means in CUES else self._names
                known = table.get(key, ())
                if name not in known:
                    table[key] = (*known, name)

    def scan(self, text: str) -> Scanned:
        """Returns the names and cue words of a text, each sorted by start."""
        if len(self._nlp.vocab) > LEXEMES:
            self._build()
        doc = self._tokenize(UNBROKEN.sub(_blanked, text))
        names: list[Hit] = list(self._scripts.scan(text))
        cues: list[Hit] = []
        for _, first, last in self._matcher(doc):
            token = doc[last - 1]
            start, end = doc[first].idx, token.idx + len(token)
            key = tuple([doc[i].norm for i in range(first, last)])
            if (cue := self._cues.get(key)) and not _is_name(cue, text[start:end]):
                cues.append(Hit(start, end, cue))
            if known := self._names.get(key):
                written = text[start:end]
                if fitting := tuple([name for name in known if name.fits(written)]):
                    names.append(Hit(start, end, fitting))
        bodies = [hit for hit in cues if hit.names[0].means is Means.BODY]
        others = [hit for hit in cues if hit.names[0].means is not Means.BODY]
        return Scanned(longest(names), longest(others), longest(bodies))


def _blank() -> Language:
    """Returns an English pipeline that only tokenizes, and compares words folded.

    Of a new word it works out nothing else, neither shape nor kind, which halves the time of a text.
    """
    nlp = spacy.blank("en")
    vocab: Any = nlp.vocab  # its stub leaves this out
    vocab.lex_attr_getters = {NORM: fold}
    return nlp


def tokenizer(nlp: Language) -> Tokenizer:
    """Returns the tokenizer of a pipeline, with room for many words and `U.S.-led` cut in three."""
    rules: Any = nlp.tokenizer  # its stub leaves this out
    rules.max_cache_size = CACHE
    defaults: Any = nlp.Defaults
    rules.infix_finditer = compile_infix_regex([*defaults.infixes, HYPHEN_BEHIND_STOP, SLASH, GLUED]).finditer
    rules.prefix_search = compile_prefix_regex([*defaults.prefixes, SLASH]).search
    rules.suffix_search = compile_suffix_regex([*defaults.suffixes, SLASH, NOTE]).search
    assert isinstance(rules, Tokenizer)
    return rules


def _blanked(run: re.Match[str]) -> str:
    return " " * len(run[0])


def _is_name(cue: tuple[Name, ...], written: str) -> bool:
    """Tells whether words that may point back are a name, or the start of one: "the University of …"."""
    return cue[0].means is Means.BACK and cue[0].target in NOUNS and not written.rsplit(" ", 1)[-1].islower()


def longest(hits: Iterable[Hit]) -> list[Hit]:
    """Returns the hits that no longer one overlaps, sorted by start."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda h: (h.start, -h.end)):
        if kept and hit.start < kept[-1].end:
            if hit.end - hit.start <= kept[-1].end - kept[-1].start:
                continue
            kept.pop()
        kept.append(hit)
    return kept
