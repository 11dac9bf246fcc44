"""Korean and Russian names in their own scripts, with the endings that particles and cases give them."""

import re
from collections.abc import Iterable, Iterator

from corpus.linking.names import Hit, Means, Name

HANGUL = re.compile(r"[가-힣]+")
CYRILLIC = re.compile(r"[А-ЯЁІЇЄҐа-яёіїєґ]+(?:-[А-ЯЁа-яё]+)?|\d+")
OTHER_SCRIPT = re.compile(r"[가-힣А-яЁё]")
PARTICLE = re.compile(
    r"(?:은|는|이|가|을|를|의|에|에서|에게|와|과|도|로|으로|만|부터|까지|께서|이나|나|측|발|산|군|인|당국|정부)?"
    r"(?:은|는|이|가|을|를|의|에|와|과|도)?"
)
ENDING = re.compile(r"[аеёийоуыьэюя]{0,2}$")
LONGEST_ENDING = 3  # -ого, -ому, -ами


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
            elif stems := tuple(ENDING.sub("", word) for word in CYRILLIC.findall(name.text)):
                self._russian.setdefault(stems[0][:3], []).append((stems, name))
        self._longest = max(map(len, self._korean), default=0)

    def scan(self, text: str) -> Iterator[Hit]:
        """Yields the names found, in no order; those that overlap are all there."""
        if text.isascii() or not OTHER_SCRIPT.search(text):
            return
        yield from self._hangul(text)
        yield from self._cyrillic(text)

    def _hangul(self, text: str) -> Iterator[Hit]:
        for word in HANGUL.finditer(text):
            for length in range(min(self._longest, len(word[0])), 1, -1):
                names = self._korean.get(word[0][:length])
                if names and PARTICLE.fullmatch(word[0], length):
                    yield Hit(word.start(), word.start() + length, tuple(names))
                    break

    def _cyrillic(self, text: str) -> Iterator[Hit]:
        words = list(CYRILLIC.finditer(text))
        found: dict[tuple[int, int], list[Name]] = {}
        for index, word in enumerate(words):
            for stems, name in self._russian.get(word[0][:3], ()):
                spoken = words[index : index + len(stems)]
                if len(spoken) == len(stems) and all(map(_declined, (w[0] for w in spoken), stems)):
                    found.setdefault((word.start(), spoken[-1].end()), []).append(name)
        yield from (Hit(*span, tuple(names)) for span, names in found.items())


def _declined(word: str, stem: str) -> bool:
    """Tells whether a word is a case of the name with this stem: Путина of Путин."""
    if word.isupper() or len(stem) < 3:
        return word == stem
    return word.startswith(stem) and len(word) - len(stem) <= LONGEST_ENDING


def split_by_script(names: Iterable[Name]) -> tuple[list[Name], list[Name]]:
    """Returns the names in Latin letters, and those in other scripts."""
    latin: list[Name] = []
    other: list[Name] = []
    for name in names:
        (other if name.means is Means.ENTITY and is_other_script(name.text) else latin).append(name)
    return latin, other
