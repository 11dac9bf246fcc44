"""One pass of spaCy over a text: its tokenizer and its phrase matcher find every known form at once.

Measured on documents of 3 KB with 10,000 names: the matcher takes a tenth of the tokenizer's time,
and the tokenizer halves its time once its cache has room for the names and for the text's words.
"""

from collections.abc import Iterable

import spacy
from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex

from corpus.linking.names import CUES, Hit, Name
from corpus.linking.scripts import ScriptNames, split_by_script
from corpus.linking.variants import fold

CACHE = 200_000
LEXEMES = 150_000  # words that the vocabulary may hold, some 100 MB; then the scanner starts anew
HYPHEN_BEHIND_STOP = r"(?<=[A-Za-z]\.)-(?=\w)"  # U.S.-led is U.S., a hyphen, led


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
        self._names: dict[int, tuple[Name, ...]] = {}
        by_form: dict[str, list[Name]] = {}
        for name in self._latin:
            by_form.setdefault(name.text.lower(), []).append(name)
        for same in by_form.values():
            doc = self._tokenize(same[0].text)
            if not len(doc):
                continue
            key = " ".join(token.norm_ for token in doc)
            hashed = self._nlp.vocab.strings.add(key)
            if hashed not in self._names:
                self._matcher.add(key, [doc])
            self._names[hashed] = tuple(dict.fromkeys((*self._names.get(hashed, ()), *same)))

    def scan(self, text: str) -> tuple[list[Hit], list[Hit]]:
        """Returns the names of a text, and the words for offices, titles and bodies, each sorted by start.

        Of names that overlap the longest counts. Decoys are among the names.
        """
        if len(self._nlp.vocab) > LEXEMES:
            self._build()
        doc = self._tokenize(text)
        names: list[Hit] = list(self._scripts.scan(text))
        cues: list[Hit] = []
        for key, first, last in self._matcher(doc):
            token = doc[last - 1]
            start, end = doc[first].idx, token.idx + len(token)
            written = text[start:end]
            fitting = [name for name in self._names[key] if name.fits(written)]
            for hits, is_cue in ((names, False), (cues, True)):
                if these := tuple(name for name in fitting if (name.means in CUES) is is_cue):
                    hits.append(Hit(start, end, these))
        return longest(names), longest(cues)


def _blank() -> Language:
    """Returns an English pipeline that only tokenizes, and compares words folded."""
    from spacy.attrs import NORM  # type: ignore[import-not-found]  # spaCy ships no stub for it

    nlp = spacy.blank("en")
    nlp.vocab.lex_attr_getters[NORM] = fold  # type: ignore[attr-defined]  # missing from the stub
    return nlp


def tokenizer(nlp: Language) -> Tokenizer:
    """Returns the tokenizer of a pipeline, with room for many words and `U.S.-led` cut in three."""
    rules = nlp.tokenizer
    assert isinstance(rules, Tokenizer)
    rules.max_cache_size = CACHE  # type: ignore[attr-defined]  # missing from the stub
    rules.infix_finditer = compile_infix_regex([*nlp.Defaults.infixes, HYPHEN_BEHIND_STOP]).finditer
    return rules


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
