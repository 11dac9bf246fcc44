"""The narrative anchor: the last date told, which `the next day` and `two months later` count from."""

from corpus.model import Basis, Precision, Sentence, TimeExpression
from corpus.times.grammar import Found
from corpus.times.meaning import Told
from corpus.times.value import Value

_VAGUE = (Precision.PRESENT, Precision.PAST, Precision.FUTURE)


class Narrative:
    """Remembers what a text has told so far."""

    def __init__(self) -> None:
        self._told: Told | None = None

    def anchor(self, sentence: Sentence) -> Told | None:
        """Returns the last date told before an expression in a sentence."""
        return self._told

    def tell(self, found: Found, expression: TimeExpression, sentence: Sentence) -> None:
        """Takes a resolved expression as the last date told."""
        if expression.value is None or expression.precision in _VAGUE:
            return
        value = Value(expression.value, expression.first, expression.last, expression.precision)
        explicit = expression.basis is Basis.EXPLICIT
        self._told = Told(value, expression.text, explicit, sentence.paragraph, expression.start)
