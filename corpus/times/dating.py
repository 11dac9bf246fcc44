"""Gives the expressions of a text their values, in the order of the text, so that each can be an anchor."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date

from corpus.model import Basis, Sentence, TimeExpression
from corpus.times import value
from corpus.times.anchors import Narrative
from corpus.times.direction import clause_pull
from corpus.times.grammar import Found
from corpus.times.meaning import Context
from corpus.times.reasons import explained, unexplained
from corpus.times.resolution import Resolution, Unresolved, resolve


def date_expressions(
    text: str, published: date | None, sentences: Sequence[Sentence], found: Sequence[Found]
) -> list[TimeExpression]:
    """Returns the time expressions with their values, sorted by start."""
    starts = [sentence.start for sentence in sentences]
    narrative = Narrative()
    dated = []
    for expression in found:
        sentence = _sentence_at(sentences, starts, expression.start, len(text))
        pull = clause_pull(text, expression.start, expression.end, (sentence.start, sentence.end))
        words = text[expression.start : expression.end]
        told = narrative.anchor(sentence)
        dated.append(_dated(expression, words, Context(published, told, pull, words)))
        narrative.tell(expression, dated[-1], sentence)
    return dated


def _sentence_at(sentences: Sequence[Sentence], starts: list[int], offset: int, length: int) -> Sentence:
    index = bisect_right(starts, offset) - 1
    return sentences[index] if index >= 0 else Sentence(0, length, 0)


def _dated(found: Found, words: str, context: Context) -> TimeExpression:
    try:
        resolution = resolve(found.meaning, context)
    except Unresolved as missing:
        why = unexplained(words, told=missing.told, published=context.published)
        return _expression(found, words, Resolution(value.vague(missing.precision), Basis.RELATIVE), why)
    except (ValueError, OverflowError):
        why = f"“{words}”, outside the years 1 to 9999"
        return _expression(found, words, Resolution(value.vague(value.Precision.PAST), Basis.RELATIVE), why)
    return _expression(found, words, resolution, explained(words, resolution, context.published))


def _expression(found: Found, words: str, resolution: Resolution, why: str) -> TimeExpression:
    dated = resolution.value
    return TimeExpression(
        start=found.start,
        end=found.end,
        text=words,
        value=dated.edtf,
        first=dated.first,
        last=dated.last,
        precision=dated.precision,
        basis=resolution.basis,
        why=why,
        rule=f"{found.rule}-{resolution.detail}" if resolution.detail else found.rule,
        anchor=resolution.anchor.edtf if resolution.anchor else None,
        time=found.time,
        zone=found.zone,
    )
