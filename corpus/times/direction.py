"""Which way a clause points in time: its tense and its modality.

Three places are looked at, the nearest first. The words right before the expression can decide (`since
March`, `as early as Monday`). Then the verb before it in its clause (`will visit Hanoi on Friday`,
`agreed to meet in May`, `said Friday`); an expression that opens its clause takes the verb after it (`On
Friday the envoy will …`). A weekday that owns something is past (`Friday's ruling`) unless the text
looks ahead to it (`ahead of Friday's vote`). With no verb at all, `until` and `by` look ahead.
"""

import re

from corpus.times.cues import AFTER_EXPRESSION, BEFORE_EXPRESSION, BREAKS, LEADS_BACK, LEADS_ON
from corpus.times.meaning import Pull

_BREAK = re.compile(BREAKS)
_LEAD = re.compile(
    rf"\b(?:(?P<past>{LEADS_BACK})|(?P<future>{LEADS_ON}))\s(?:on |in |the )?\Z|(?:\A|[,;.—–]\s)come\s\Z",
    re.IGNORECASE,
)
_DUE = re.compile(r"\b(?:until|till|by|through)\s\Z", re.IGNORECASE)
_IS = re.compile(r"\s(?:is|are|marks)\b")  # Friday is the deadline, Sunday marks the anniversary
_POSSESSIVE = re.compile(r"['’]s\b")
_COMPOUND = re.compile(r"\s(?:(?:be|been|being|have|not|also|soon|still|now|again|later|then|only|\w+ly)\s)*")
_HEADING = re.compile(r"\s?(?::|[–—]|-\s)\s*")
_AHEAD = re.compile(r"\b(?:will|is to|are to|expected|scheduled|planned|due)\b")
_BULLETS = " \t*•·–—-"
_REACH = 160  # code points that a clause may stretch on either side
_LEAD_REACH = 24
_NEAR = 6  # words between a verb and what it happened in
_WITHIN = re.compile(r"\s(?:in|on) (?:early |late |mid-)?\Z")
_ATTACHED = re.compile(r"[,;:]|\b(?:for|of|about|to (?![A-Z])|and|or)\b")
_PREPOSITION = re.compile(r"(?:in|on) ", re.IGNORECASE)
_OPENS = re.compile(r"\W*(?:In|On) (?:early |late |mid-)?")
_TELLING = re.compile(
    r"(?:announc|call|plan|schedul|set|order|predict|warn|expect|forecast|delay|postpon|said|told|tell|mov|due|want)",
    re.IGNORECASE,
)


def clause_pull(text: str, start: int, end: int, sentence: tuple[int, int]) -> Pull:
    """Returns which way the clause around text[start:end] points; `sentence` bounds the search."""
    before = text[max(sentence[0], start - _REACH) : start]
    after = text[end : min(sentence[1], end + _REACH)]
    if not before.strip(_BULLETS) and not after.strip(" :."):
        return Pull.PAST  # the day alone, over what a chronology tells of it
    if entry := _entry(before, after):
        return Pull.FUTURE if _AHEAD.search(entry) else Pull.PAST  # its present tense tells of the past
    due = _DUE.search(text, max(0, start - _LEAD_REACH), start) is not None
    pull = lead_pull(text, start) or _governing(before, after, due=due)
    return pull or (Pull.FUTURE if due else Pull.NONE)


def is_done(text: str, start: int, end: int, sentence: tuple[int, int]) -> bool:
    """Tells whether a verb right before an expression says what was done in it: "was stabbed in January".

    Not so far off, for that may be of something else: "told them of a cut in September". An expression that
    opens its sentence takes the verb after it.
    """
    if own := _PREPOSITION.match(text, start, end):
        start = own.end()
    before = text[max(sentence[0], start - _REACH) : start]
    if entry := _entry(before, text[end : min(sentence[1], end + _REACH)]):
        return _first(entry) is Pull.PAST
    if _OPENS.fullmatch(before):
        return _first(text[end : min(sentence[1], end + _REACH)].lstrip(" ,")) is Pull.PAST
    cues = list(BEFORE_EXPRESSION.finditer(before))
    if not cues or not all(cue["past"] for cue in cues) or _TELLING.match(cues[-1][0]):
        return False
    last = cues[-1]
    between = before[last.end() :]
    near = between.count(" ") <= _NEAR and _WITHIN.search(between) is not None
    return near and _ATTACHED.search(between) is None


def _entry(before: str, after: str) -> str:
    """Returns what a chronology tells of the day that heads an entry (`May 4: They met`), "" for none."""
    mark = _HEADING.match(after) if not before.strip(_BULLETS) else None
    return after[mark.end() :] if mark else ""


def lead_pull(text: str, start: int) -> Pull | None:
    """Returns which way the words right before an expression point: `since`, `ended`, `as early as`."""
    lead = _LEAD.search(text, max(0, start - _LEAD_REACH), start)
    if lead is None:
        return None
    return Pull.PAST if lead["past"] else Pull.FUTURE


def _governing(before: str, after: str, *, due: bool) -> Pull | None:
    """Returns which way the nearest verb points: before, after, or in the clause before that.

    `due` says that `until` or `by` stands before the expression: without a verb before it, it looks ahead.
    """
    breaks = [match.end() for match in _BREAK.finditer(before)]
    clause = before[breaks[-1] :] if breaks else before
    pull = _last(clause)
    if pull in (Pull.FUTURE, Pull.INTENDED, Pull.DECIDED) and _POSSESSIVE.match(after):
        return Pull.PAST
    if pull is None and (_IS.match(after) or (due and clause.count(" ") > 1)):
        return Pull.FUTURE
    return pull or _first(after.lstrip(" ,")) or (_last(before) if breaks else None)


def _last(clause: str) -> Pull | None:
    last = None
    for cue in BEFORE_EXPRESSION.finditer(clause):
        if last and not last["past"] and cue["past"] and _COMPOUND.fullmatch(clause, last.end(), cue.start()):
            continue  # will be held: one verb
        last = cue
    return _pull(last) if last else None


def _first(text: str) -> Pull | None:
    closing = _BREAK.search(text)
    cue = AFTER_EXPRESSION.search(text, 0, closing.start() if closing else len(text))
    return _pull(cue) if cue else None


def _pull(cue: re.Match[str]) -> Pull:
    if cue["past"]:
        return Pull.PAST
    return Pull.INTENDED if cue["intended"] else Pull.DECIDED if cue["decided"] else Pull.FUTURE
