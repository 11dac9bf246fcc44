"""Korean and Russian names in their own scripts, with the endings that particles and cases give them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from corpus.linking.names import Hit, Means, Name, Readings

HANGUL = re.compile(r"[가-힣]+")
CYRILLIC = re.compile(r"[А-ЯЁІЇЄҐа-яёіїєґ]+(?:-[А-ЯЁа-яё]+)?|\d+")
LONGEST_RUN = 3  # words of a name in Hangul: 존 F. 케네디 is not one, 반 기문 is
OTHER_SCRIPT = re.compile(r"[가-힣А-яЁё]")
PARTICLE = re.compile(
    r"(?:은|는|이|가|을|를|의|에|에서|에게|와|과|도|로|으로|만|부터|까지|께서|이나|나|측|발|산|군|인|당국|정부)?"
    r"(?:은|는|이|가|을|를|의|에|와|과|도)?"
)
ENDING = re.compile(r"[аеёийоуыьэюя]{0,2}$")
CASE = re.compile(r"[аеёийоуыьэюя]{0,2}[вмх]?|[аыия]ми|[оеё]го|[иыоеё]?е?й")  # endings: -ого, -ому, -ами, -ов
SHORT_ENDING = re.compile(r"[аеёийоуыьэюя]|[оаеё]м|[аи]х|ой|ей")  # of a short name: Ыном, Сона
IN_A_PLACE = re.compile(r"(?:^|\s)(?:[Вв]о?|[Нн]а|[Ии]з|[Пп]од|[Оо]коло|[Уу]) $")
PLACE_PARTICLE = re.compile(r"에서|시내|행|발")


def is_other_script(text: str) -> bool:
    """Tells whether a name is written in Hangul or Cyrillic."""
    return OTHER_SCRIPT.search(text) is not None


class ScriptNames:
    """Finds the Korean and Russian names of the knowledge base in a text."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._korean: dict[str, list[Name]] = {}
        self._russian: dict[str, list[tuple[tuple[str, ...], Name]]] = {}
        for name in names:
            if HANGUL.search(name.text):
                self._korean.setdefault(name.text.replace(" ", ""), []).append(name)
            elif stems := tuple(map(_stem, CYRILLIC.findall(name.text))):
                self._russian.setdefault(stems[0][:2], []).append((stems, name))

    def scan(self, text: str) -> Iterator[Hit]:
        """Yields the names found, in no order; those that overlap are all there."""
        if text.isascii() or not OTHER_SCRIPT.search(text):
            return
        yield from self._hangul(text)
        yield from self._cyrillic(text)

    def _hangul(self, text: str) -> Iterator[Hit]:
        words = list(HANGUL.finditer(text))
        for index in range(len(words)):
            for size in range(LONGEST_RUN, 0, -1):
                if hit := self._spaced(text, words[index : index + size]):
                    yield hit
                    break

    def _spaced(self, text: str, run: Sequence[re.Match[str]]) -> Hit | None:
        """Returns the name that some words in a row are: 버락 오바마, with or without the space."""
        start = run[0].start()
        if any(text[one.end() : other.start()] != " " for one, other in pairwise(run)):
            return None
        last, before = run[-1], "".join(word[0] for word in run[:-1])
        for length in range(len(last[0]), 0, -1):
            names = self._korean.get(before + last[0][:length]) if len(before) + length > 1 else None
            if names and PARTICLE.fullmatch(last[0], length):
                return Hit(start, last.start() + length, Readings(names))
        return None

    def _cyrillic(self, text: str) -> Iterator[Hit]:
        words = list(CYRILLIC.finditer(text))
        found: dict[tuple[int, int], list[Name]] = {}
        for index, word in enumerate(words):
            for stems, name in self._russian.get(word[0][:2], ()):
                spoken = words[index : index + len(stems)]
                if len(spoken) == len(stems) and all(map(_declined, (w[0] for w in spoken), stems)):
                    found.setdefault((word.start(), spoken[-1].end()), []).append(name)
        yield from (Hit(*span, Readings(names)) for span, names in found.items())


def _stem(word: str) -> str:
    """Returns a name without the ending of the nominative, without ь and й only where little is left."""
    stem = ENDING.sub("", word)
    return stem if len(stem) > 2 else word.rstrip("ьй")


def says_where(text: str, start: int, end: int) -> bool:
    """Tells whether a Russian or Korean name of a place says where something is: в Москве, 서울에서."""
    before, behind = text[max(0, start - 6) : start], PLACE_PARTICLE.match(text, end)
    return IN_A_PLACE.search(before) is not None or (
        behind is not None and HANGUL.match(text, start) is not None
    )


def _declined(word: str, stem: str) -> bool:
    """Tells whether a word is a case of the name with this stem: Путина of Путин."""
    if word == stem or word.isupper():
        return word == stem
    if len(stem) < 3:
        return word.startswith(stem) and SHORT_ENDING.fullmatch(word, len(stem)) is not None
    return word.startswith(stem) and CASE.fullmatch(word, len(stem)) is not None


def split_by_script(names: Iterable[Name]) -> tuple[list[Name], list[Name]]:
    """Returns the names in Latin letters, and those in other scripts."""
    latin: list[Name] = []
    other: list[Name] = []
    for name in names:
        (other if name.means is Means.ENTITY and is_other_script(name.text) else latin).append(name)
    return latin, other
