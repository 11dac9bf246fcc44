"""Which way a clause points in time: its tense and its modality.

The verb that governs an expression is mostly the nearest one before it in its clause (`will visit Hanoi
on Friday`, `said Friday`); an expression that opens its clause takes the first verb after it (`On
Friday the envoy will …`).
"""

import re

from corpus.times.meaning import Pull

_FUTURE = (
    r"will|won['’]t|['’]ll|shall|(?:is|are|was|were|be|been) (?:now |also |still )?(?:expected|due|scheduled|set|slated|supposed|likely|"
    r"planned|poised|going|about|expecting|planning|preparing|hoping|to) ?(?:to|for|in|on)?|expects? to|plans? (?:to|for)|"
    r"planned for|scheduled (?:to|for)|set (?:to|for)|due (?:to|in|on|back|out)|slated (?:to|for)|going to|hopes? to|intends? to|wants? to|"
    r"agreed to|vow(?:s|ed) to|pledged? to|promised? to|aims? to|ready to|able to|prepar(?:es|ing) to|upcoming|forthcoming|"
    r"would|may|might|could|should|must|can|cannot|ahead of|postponed (?:to|until)|until|deadline|planned|a plan to"
)
_IRREGULAR = (
    "was were had did said told met held made took went came saw began became gave found got knew left led lost paid "
    "put ran sent set shot spoke spent stood thought won wrote fell flew fought drove drew brought bought built broke "
    "arose ate beat bore chose cut dealt died fled forgot grew hid hit hurt kept laid lay lent let meant quit read rose "
    "sang sank sat shook shut slept sold struck swore swept taught threw tore woke wore withdrew overthrew undertook"
)
_PAST = rf"{'|'.join(_IRREGULAR.split())}|[a-z]{{2,}}(?<!ne)(?<!xc)(?<!ind)ed"
_PRESENT = r"is|are|has|have|says?|[a-z]+ing"
_CUE = re.compile(rf"\b(?:(?P<future>{_FUTURE})|(?P<past>{_PAST}))\b", re.IGNORECASE)
_BREAK = re.compile(
    r"[;:]|, (?:and|but|which|who|where|when|while|as|after|before) |\b(?:but|which|who|that|while|because|although)\b"
)
_REACH = 160  # code points that a clause may stretch on either side


def clause_pull(text: str, start: int, end: int, sentence: tuple[int, int]) -> Pull:
    """Returns which way the clause around text[start:end] points; `sentence` bounds the search."""
    begin, stop = max(sentence[0], start - _REACH), min(sentence[1], end + _REACH)
    before = text[begin:start]
    breaks = [match.end() for match in _BREAK.finditer(before)]
    nearest = _last_cue(before[breaks[-1] :] if breaks else before)
    if nearest is not Pull.NONE:
        return nearest
    after = text[end:stop]
    first_break = _BREAK.search(after)
    following = _first_cue(after[: first_break.start()] if first_break else after)
    if following is not Pull.NONE or not breaks:
        return following
    return _last_cue(before)


def _last_cue(text: str) -> Pull:
    last = None
    for last in _CUE.finditer(text):  # noqa: B007  the last match is wanted
        pass
    return _pull(last)


def _first_cue(text: str) -> Pull:
    return _pull(_CUE.search(text))


def _pull(match: re.Match[str] | None) -> Pull:
    if match is None:
        return Pull.NONE
    return Pull.FUTURE if match["future"] else Pull.PAST
