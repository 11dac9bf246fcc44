"""Which way a clause points in time: its tense and its modality.

Three places are looked at, the nearest first. The words right before the expression can decide (`since
March`, `as early as Monday`). Then the verb before it in its clause (`will visit Hanoi on Friday`,
`agreed to meet in May`, `said Friday`); an expression that opens its clause takes the verb after it (`On
Friday the envoy will …`). A weekday that owns something is past (`Friday's ruling`) unless the text
looks ahead to it (`ahead of Friday's vote`).
"""

import re

from corpus.times.meaning import Pull

_AHEAD = (  # auxiliaries and adjectives that say that something is still to come
    r"will|won['’]t|shall|would|may|might|could|cannot|"
    r"(?:is|are|was|were|be|been|being)(?: (?:now|also|still|widely|reportedly|currently))? (?:expected|due|scheduled|set|slated|"
    r"supposed|likely|planned|poised|going|about|preparing|planning|hoping|to)|"
    r"upcoming|forthcoming|planned|scheduled|slated|proposed|"
    r"(?:expects?|plans?|hopes?|intends?|wants?|aims?|hopes|prepares|needs|seeks|vows?|pledges|promises|threatens) to|"
    r"plans? for|preparations for|to be|deadline"
)
_INTENDED = (  # verbs and nouns in the past tense whose object is still to come
    r"(?:agreed|agreement|decided|decision|vowed|pledged?|promised?|offer(?:ed)?|threatened|plan(?:ned|s)?|planning|expected|"
    r"hoped|intended|ready|prepar(?:es|ing|ed)|bid|deal|pact|proposals?|proposed|invited|urged|asked|ordered|"
    r"scheduled|set|due|slated|volunteered|arranged|invitation|deadline|time|chance) (?:\w+ ){0,2}?(?:to|for)|"
    r"(?:extended|postponed|delayed|deferred|adjourned|suspended)(?: \w+){0,8} (?:to|until|till|through)"
)
_IRREGULAR = (
    "was were had did said told met held made took went came saw began became gave found got knew left led lost paid "
    "put ran sent shot spoke spent stood thought won wrote fell flew fought drove drew brought bought built broke "
    "arose ate beat bore chose dealt died fled forgot grew hid hit kept laid lay lent meant quit rose "
    "sang sank sat shook shut slept sold struck swore swept taught threw tore woke wore withdrew overthrew undertook"
)
_PAST = rf"{'|'.join(_IRREGULAR.split())}|(?:has|have)(?: (?:not|also|already|since|now))? been|[a-z]{{2,}}(?<!ne)(?<!xc)(?<!ind)ed"
_BEFORE = re.compile(
    rf"\b(?:(?P<future>{_INTENDED}|{_AHEAD})|['’](?P<short>ll)|(?P<past>{_PAST}))\b", re.IGNORECASE
)
_AFTER = re.compile(rf"\b(?:(?P<future>{_AHEAD})|['’](?P<short>ll)|(?P<past>{_PAST}))\b", re.IGNORECASE)
_BREAK = re.compile(
    r"[;:]|[”\"]|, (?:and|but|which|who|where|when|while|as|after|before) |\b(?:but|which|who|that|while|because|although)\b|,(?= the )"
)
_LEAD = re.compile(
    r"(?:\b(?P<past>since|last)|\b(?P<future>as early as|as soon as|no later than|ahead of|effective|next|come|"
    r"in time for|in the run-up to))\s(?:on |in |the )?\Z",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"['’]s\b")
_REACH = 160  # code points that a clause may stretch on either side
_LEAD_REACH = 24


def clause_pull(text: str, start: int, end: int, sentence: tuple[int, int]) -> Pull:
    """Returns which way the clause around text[start:end] points; `sentence` bounds the search."""
    lead = _LEAD.search(text, max(sentence[0], start - _LEAD_REACH), start)
    if lead:
        return Pull.PAST if lead["past"] else Pull.FUTURE
    begin, stop = max(sentence[0], start - _REACH), min(sentence[1], end + _REACH)
    before = text[begin:start]
    breaks = [match.end() for match in _BREAK.finditer(before)]
    governing = _last(before[breaks[-1] :] if breaks else before)
    if governing is Pull.FUTURE and _POSSESSIVE.match(text, end):
        return Pull.PAST
    if governing is not Pull.NONE:
        return governing
    after = text[end:stop]
    closing = _BREAK.search(after)
    following = _first(after[: closing.start()] if closing else after)
    if following is not Pull.NONE or not breaks:
        return following
    return _last(before)


def _last(clause: str) -> Pull:
    cues = list(_BEFORE.finditer(clause))
    return _pull(cues[-1]) if cues else Pull.NONE


def _first(clause: str) -> Pull:
    cue = _AFTER.search(clause)
    return _pull(cue) if cue else Pull.NONE


def _pull(cue: re.Match[str]) -> Pull:
    return Pull.PAST if cue["past"] else Pull.FUTURE
