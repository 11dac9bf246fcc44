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
    r"will|won['’]t|shall|would|may|might|could(?! not)(?! be (?:reached|located|contacted|found|seen|heard|"
    r"verified))|cannot|to be|"
    r"(?:is|are|was|were|be|been|being)(?: (?:now|also|still|widely|reportedly|currently|not))? (?:expected|"
    r"due|scheduled|set|"
    r"slated|supposed|likely|planned|poised|going|about|preparing|planning|hoping|to)|"
    r"must|should|(?:has|have|need|needs) to|deadline (?:is|of|for|expires)|upcoming|forthcoming|scheduled|"
    r"slated|"
    r"(?:expects?|plans?|hopes?|intends?|wants?|aims?|prepares|needs|seeks|vows?|pledges|promises|"
    r"threatens) to|"
    r"plans? for|preparations for"
)
_INTENDED = (  # words in the past tense, and nouns, whose object is still to come
    r"(?:agreed|decided|vowed|pledged|promised|offered|threatened|planned|expected|hoped|intended|prepared|"
    r"proposed|invited|"
    r"urged|asked|ordered|scheduled|set|due|slated|volunteered|arranged) (?:\w+ ){0,2}?(?:to|for)|"
    r"(?:agreement|decision|pledge|promise|offer|threat|plans?|planning|bid|deal|pact|proposals?|invitation|"
    r"chance|ready|"
    r"preparing|time|set|due|deadline) (?:to|for)|"
    r"(?:extended|postponed|delayed|deferred|adjourned|suspended)(?: \w+){0,8} (?:to|until|till|through)|"
    r"(?:given|gave|gives|has|have)(?: \w+){0,6} until|planned|scheduled|slated"
)
_IRREGULAR = (
    "was were had did said told met held made took went came saw began became gave found got knew left led "
    "lost paid "
    "put ran sent set shot spoke spent stood thought won wrote fell flew fought drove drew brought bought "
    "built broke "
    "arose ate beat bore chose dealt died fled forgot grew hid hit kept laid lay lent meant quit rose "
    "agreed freed "
    "sang sank sat shook shut slept sold struck swore swept taught threw tore woke wore withdrew overthrew "
    "undertook"
)
_NOT_VERBS = "".join(
    f"(?<!{stem})"
    for stem in ["e", "hundr", "sacr", "specifi", "identifi", "disclos", "precedent", "confirm"]
)
_REGULAR = rf"(?-i:[a-z]+{_NOT_VERBS}ed)"  # in small letters: not `United`, `Mohammed`, nor `need`
_PAST = rf"{'|'.join(_IRREGULAR.split())}|(?:has|have)(?: (?:not|also|already|since|now))? been|{_REGULAR}"
_BEFORE = re.compile(
    rf"\b(?:(?P<future>{_INTENDED}|{_AHEAD})|(?<=['’])(?P<short>ll)|(?P<past>{_PAST}))\b", re.IGNORECASE
)
_AFTER = re.compile(rf"\b(?:(?P<future>{_AHEAD})|(?<=['’])(?P<short>ll)|(?P<past>{_PAST}))\b", re.IGNORECASE)
_BREAK = re.compile(
    r"[;:]|[”\"]|, (?:and|but|which|who|where|when|while|as|after|before) |\b(?:but|which|who|that|while|"
    r"because|although)\b|,(?= the )"
)
_LEAD = re.compile(
    r"(?:\b(?P<past>since|last|ended)|\b(?P<future>as early as|as soon as|no later than|ahead of|effective|"
    r"next|come|"
    r"in time for|in the run-up to))\s(?:on |in |the )?\Z",
    re.IGNORECASE,
)
_DUE = re.compile(r"\b(?:until|till|by)\s(?:the )?\Z", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s\b")
_COMPOUND = re.compile(r"\s(?:(?:be|been|being|have|not|also|soon|\w+ly)\s)*")
_REACH = 160  # code points that a clause may stretch on either side
_LEAD_REACH = 24


def clause_pull(text: str, start: int, end: int, sentence: tuple[int, int]) -> Pull:
    """Returns which way the clause around text[start:end] points; `sentence` bounds the search."""
    lead = lead_pull(text, start)
    if lead is not Pull.NONE:
        return lead
    begin, stop = max(sentence[0], start - _REACH), min(sentence[1], end + _REACH)
    before = text[begin:start]
    breaks = [match.end() for match in _BREAK.finditer(before)]
    governing = _last(before[breaks[-1] :] if breaks else before)
    if governing is Pull.FUTURE and _POSSESSIVE.match(text, end):
        return Pull.PAST
    if governing is not Pull.NONE:
        return governing
    after = text[end:stop].lstrip(" ,")
    closing = _BREAK.search(after)
    due = Pull.FUTURE if _DUE.search(text, max(0, start - _LEAD_REACH), start) else Pull.NONE
    following = _first(after[: closing.start()] if closing else after)
    if following is not Pull.NONE or not breaks:
        return following if following is not Pull.NONE else due
    earlier = _last(before)
    return earlier if earlier is not Pull.NONE else due


def lead_pull(text: str, start: int) -> Pull:
    """Returns which way the words right before an expression point: `since`, `ended`, `as early as`."""
    lead = _LEAD.search(text, max(0, start - _LEAD_REACH), start)
    if lead is None:
        return Pull.NONE
    return Pull.PAST if lead["past"] else Pull.FUTURE


def _last(clause: str) -> Pull:
    last = None
    for cue in _BEFORE.finditer(clause):
        if last and not last["past"] and cue["past"] and _COMPOUND.fullmatch(clause, last.end(), cue.start()):
            continue  # will be held: one verb
        last = cue
    return _pull(last) if last else Pull.NONE


def _first(clause: str) -> Pull:
    cue = _AFTER.search(clause)
    return _pull(cue) if cue else Pull.NONE


def _pull(cue: re.Match[str]) -> Pull:
    return Pull.PAST if cue["past"] else Pull.FUTURE
