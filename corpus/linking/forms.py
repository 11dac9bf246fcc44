"""Many forms at once: each is a path of folded words, and a text follows all paths that are open."""

from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate
from typing import Any, Generic, NamedTuple, TypeAlias, TypeVar

from corpus.linking.tokens import Token, Tokens

STRETCHES = 200_000  # kept with their tokens, some 60 MB
END = "\n"  # no word is one
Node: TypeAlias = dict[str, Any]  # the next word to the next node, END to the number of the form
Meaning = TypeVar("Meaning")
Place: TypeAlias = tuple[int, int, Meaning]  # start and end (code points) of a form, and what it means
Path: TypeAlias = tuple[Node, int]  # what can come next, and where the form began


class Step(NamedTuple, Generic[Meaning]):
    """A token of a stretch: the node of longer forms that begin with it, and what it means alone."""

    start: int
    end: int
    folded: str
    longer: Node | None
    meaning: Meaning | None


class Cut(NamedTuple, Generic[Meaning]):
    """A stretch in steps: `begins` where a form does, with `longer` where it does nothing but open a path."""

    begins: bool
    longer: Node | None
    steps: tuple[Step[Meaning], ...]


class Cuts(dict[str, Cut[Meaning] | None]):
    """Stretches as they were cut, None for one without a part in any form; one that is new is cut now."""

    def __init__(self, cut: Callable[[str], Cut[Meaning] | None]) -> None:
        super().__init__()
        self._cut = cut

    def __missing__(self, stretch: str) -> Cut[Meaning] | None:
        if len(self) >= STRETCHES:
            self.clear()
        self[stretch] = made = self._cut(stretch)
        return made


class Forms(Generic[Meaning]):
    """Finds forms in texts, in time that grows with the text and not with their number.

    `numbers` holds the number of each form, in their order: one that is the same folded has the first's.
    `read` tells what the form of a number means as it is written, None where it means nothing.
    """

    def __init__(self, forms: Iterable[str], read: Callable[[int, str], Meaning | None]) -> None:
        self._tokens = Tokens()
        self._root: Node = {}
        self._cuts = Cuts(self._cut)
        self._read = read
        self.numbers: list[int] = []
        cuts: dict[str, tuple[Token, ...]] = {}
        for number, form in enumerate(forms):
            node = self._root
            for stretch in form.split(" "):
                if (cut := cuts.get(stretch)) is None:
                    cut = cuts[stretch] = self._tokens.cut(stretch)
                for token in cut:
                    node = node.setdefault(token.folded, {})
            self.numbers.append(node.setdefault(END, number))
        self._tokens.only(cuts)

    def find(self, text: str) -> list[Place[Meaning]]:
        """Returns every form in a text, those inside others too; no line break is inside one."""
        found: list[Place[Meaning]] = []
        begin = 0
        for line in text.split("\n"):
            stretches = line.split(" ")
            before = accumulate(map(len, stretches), initial=begin)  # without the blanks
            cuts = map(self._cuts.__getitem__, stretches)
            paths: Sequence[Path] = ()
            for blanks, (cut, length) in enumerate(zip(cuts, before, strict=False)):
                if cut is None:
                    paths = ()
                elif cut.longer and not paths:
                    paths = ((cut.longer, length + blanks),)
                elif cut.begins or paths:
                    paths = self._follow(cut.steps, length + blanks, paths, found, text)
            begin += len(line) + 1
        return found

    def _cut(self, stretch: str) -> Cut[Meaning] | None:
        tokens = self._tokens.cut(stretch)
        if not tokens:
            return None
        steps = tuple([self._step(token, stretch) for token in tokens])
        first = steps[0]
        if len(steps) > 1 or first.start:
            return Cut(any(step.longer or step.meaning for step in steps), None, steps)
        return Cut(bool(first.longer or first.meaning), None if first.meaning else first.longer, steps)

    def _step(self, token: Token, stretch: str) -> Step[Meaning]:
        start, end, word = token
        node = self._root.get(word)
        if node is None:
            return Step(start, end, word, None, None)
        if END not in node:
            return Step(start, end, word, node, None)
        meaning = self._read(node[END], stretch[start:end])
        return Step(start, end, word, node if len(node) > 1 else None, meaning)

    def _follow(
        self,
        steps: Iterable[Step[Meaning]],
        offset: int,
        paths: Sequence[Path],
        found: list[Place[Meaning]],
        text: str,
    ) -> Sequence[Path]:
        """Returns the paths that are open behind a stretch, and notes the forms that end in it."""
        for start, end, word, longer, meaning in steps:
            still: list[Path] = []
            for node, begun in paths:
                if deeper := node.get(word):
                    still.append((deeper, begun))
                    if END in deeper and (whole := self._read(deeper[END], text[begun : offset + end])):
                        found.append((begun, offset + end, whole))
            if longer:
                still.append((longer, offset + start))
            if meaning:
                found.append((offset + start, offset + end, meaning))
            paths = still
        return paths
