"""Many forms at once: each is a path of folded words, and a text follows all paths that are open."""

from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate
from typing import Any, Generic, TypeAlias, TypeVar

from corpus.linking.tokens import Token, Tokens

STRETCHES = 200_000  # kept with their tokens, some 60 MB
END = "\n"  # no word is one
Node: TypeAlias = dict[str, Any]  # the next word to the next node, END to the number of the form
Meaning = TypeVar("Meaning")
Place: TypeAlias = tuple[int, int, Meaning]  # start and end (code points) of a form, and what it means
# Plain tuples, since a text has hundreds of them and reading a named one takes three times as long.
# A token of a stretch: start, end, folded, the node of longer forms that begin with it, what it means alone.
Step: TypeAlias = tuple[int, int, str, Node | None, Meaning | None]
# A stretch: its first word, its steps, whether a form begins with any of them, and the node of the longer
# forms where it does nothing but begin those.
Cut: TypeAlias = tuple[str, tuple[Step[Meaning], ...], bool, Node | None]


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
        """Returns every form in a text, those inside others too, by start; no line break is inside one."""
        found: list[Place[Meaning]] = []
        begin = 0
        for line in text.split("\n"):
            stretches = line.split(" ")
            offsets = list(accumulate(map(len, stretches), initial=begin))  # without the blanks
            cuts = [*map(self._cuts.__getitem__, stretches), None]  # the last ends what a form goes on with
            for index, cut in enumerate(cuts):
                if cut is None:
                    continue
                _, steps, begins, longer = cut
                if not begins:
                    continue
                behind = cuts[index + 1]
                if longer and (behind is None or behind[0] not in longer):
                    continue  # only longer forms begin here, and none of them goes on
                at = offsets[index] + index
                for number, (start, end, _, deeper, meaning) in enumerate(steps, 1):
                    if meaning:
                        found.append((at + start, at + end, meaning))
                    if deeper is None:
                        continue
                    following = steps[number][2] if number < len(steps) else behind[0] if behind else None
                    if following in deeper:
                        left = steps[number:]
                        self._go_on(deeper, left, index, at + start, cuts, offsets, text, found)
            begin += len(line) + 1
        return found

    def _cut(self, stretch: str) -> Cut[Meaning] | None:
        if self._tokens.is_common(stretch) or not (tokens := self._tokens.cut(stretch)):
            return None
        steps = tuple([self._step(token, stretch) for token in tokens])
        begins = any(longer or meaning for _, _, _, longer, meaning in steps)
        _, _, word, longer, meaning = steps[0]
        return word, steps, begins, None if meaning or len(steps) > 1 else longer

    def _step(self, token: Token, stretch: str) -> Step[Meaning]:
        start, end, word = token
        node = self._root.get(word)
        if node is None:
            return start, end, word, None, None
        if END not in node:
            return start, end, word, node, None
        meaning = self._read(node[END], stretch[start:end])
        return start, end, word, node if len(node) > 1 else None, meaning

    def _go_on(
        self,
        node: Node,
        steps: Sequence[Step[Meaning]],
        index: int,
        begun: int,
        cuts: Sequence[Cut[Meaning] | None],
        offsets: Sequence[int],
        text: str,
        found: list[Place[Meaning]],
    ) -> None:
        """Notes the forms that begin at an offset and go on with some steps and the stretches behind."""
        while True:
            at = offsets[index] + index
            for _, end, word, _, _ in steps:
                deeper: Node | None = node.get(word)
                if deeper is None:
                    return
                node = deeper
                if END in node:
                    if whole := self._read(node[END], text[begun : at + end]):
                        found.append((begun, at + end, whole))
                    if len(node) == 1:
                        return  # no form is longer
            index += 1
            cut = cuts[index]
            if cut is None:
                return
            steps = cut[1]
