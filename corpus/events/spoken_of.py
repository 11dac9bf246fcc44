"""Days of what somebody speaks of: "condemned Sunday's test", "near the site of Monday's attack".

Such a day is that of the thing, not of who speaks of it: he did so later, or on the day of the news.
"""

from collections.abc import Sequence

from corpus.events.inflection import Form
from corpus.events.lexicon import lexicon
from corpus.events.tokens import Token
from corpus.model import Kind, Precision

_WITHIN = {"at", "in", "during"}  # what is done at Monday's meeting is done on Monday
_BEHIND = {"after", "following"}  # and who speaks after Monday's talks does so then
_REACTING = {Kind.ACCUSE, Kind.SUPPORT, Kind.REJECT, Kind.REQUEST, Kind.THREATEN, Kind.STATEMENT}
_WIDE = {Precision.MONTH, Precision.SEASON, Precision.YEAR}
_OVER = {"over", "for", "about", "despite"}
_DEATHS = {"death", "deaths", "killing", "murder", "assassination", "poisoning", "abduction", "seizure"}
_OWNING = {"his", "her", "its", "their"}
_BLAMING = {Kind.ACCUSE, Kind.SUPPORT, Kind.COERCE, Kind.SANCTION}
_OF_SPEAKERS = ("weekday", "today", "unit", "ago")  # rules of the times that tell when somebody spoke
_RANKS = {"last", "first", "previous", "earlier", "prior", "second", "third", "initial", "original"}
_RECALLING = {"recall", "mention", "cite", "note", "remember", "commemorate", "recount", "describe"}
_INTENDING = {
    "preparing",
    "planning",
    "seeking",
    "trying",
    "attempting",
    "considering",
}  # what has no day yet
_ANSWERS = {"response", "reaction", "responded", "reacted", "responding", "reacting", "answer", "retaliation"}
_DONE_BY_OTHERS = {Kind.CONSULT, Kind.MOBILIZE, Kind.ASSAULT, Kind.AGREE, Kind.COERCE}
_ABOUT = {"on", "about", "of", "over", "to"}
_TALKING = {"speak", "talk"}
_OWNER_REACH = 4  # tokens from an event back to whose it is: "Putin's surprise state visit"
_FEWEST = 3  # tokens up to the time of what is recalled
_MARKS = {",", ";", ":", "—", "–"}
_BOUND_REACH, _DEED_REACH = 8, 28  # tokens
_PHRASE = 5  # tokens of a noun phrase behind its day


def is_spoken_of(tokens: Sequence[Token], i: int) -> bool:
    """Whether the time at token `i` is that of a thing that a verb speaks of or a preposition leads to."""
    if _of_a_deed(tokens, i) or _since_then(tokens, i) or _over_what_is_theirs(tokens, i):
        return True
    if _of_an_earlier_one(tokens, i) or _of_what_is_recalled(tokens, i) or _of_what_is_answered(tokens, i):
        return True
    if of_what_others_did(tokens, i):
        return True
    start = _phrase_start(tokens, i)
    if start < 1:
        return False
    before = tokens[start - 1]
    if before.low in _BEHIND:
        return not _is_meeting(tokens, i)
    if before.low in _WITHIN:
        return False
    return "preposition" in before.classes or _only_reacts(before)


def _phrase_start(tokens: Sequence[Token], i: int) -> int:
    """Where the noun phrase begins whose day is token `i`, or -1: "Sunday's test", "the Sept. 3 test"."""
    time = tokens[i].time
    if time is None:
        return -1
    if tokens[i].owner:
        return i
    if time.precision is not Precision.DAY:
        return -1
    led = i > 0 and ("determiner" in tokens[i - 1].classes or tokens[i - 1].owner)
    return i - 1 if led and _is_event(tokens, i) else -1


def _is_event(tokens: Sequence[Token], i: int) -> bool:
    for token in tokens[i + 1 : i + _PHRASE]:
        if token.low in lexicon().nouns:
            return True
        if token.classes or not token.word:
            return False
    return False


def _is_meeting(tokens: Sequence[Token], i: int) -> bool:
    return any("talks" in token.things for token in tokens[i + 1 : i + _PHRASE])


def _only_reacts(verb: Token) -> bool:
    """Whether a verb says something of its object and does nothing to it, unlike "attended", "signed"."""
    if not verb.lemma or verb.lemma in lexicon().mood["attending"]:
        return False
    rule = lexicon().verbs.get(verb.lemma)
    return verb.lemma in lexicon().report or (rule is not None and rule.kind in _REACTING)


def _over_what_is_theirs(tokens: Sequence[Token], i: int) -> bool:
    """As in "Arrested him over his attempt to seize power last month", "sanctions over its tests in July".

    So too "over the death of Navalny last week", "in response to the killing of a general last month".
    """
    time = tokens[i].time
    if time is None or time.precision not in _WIDE | {Precision.WEEK}:
        return False
    for k in range(i - 1, max(i - _DEED_REACH, 0), -1):
        if tokens[k].low in _OWNING and tokens[k - 1].low in _OVER:
            return time.precision is not Precision.WEEK
        if k > 3 and tokens[k].low in _DEATHS and tokens[k + 1].low == "of":
            led = k - 1 if tokens[k - 1].low == "the" else k - 2  # "over the attempted murder of"
            answers = [t.low for t in tokens[led - 2 : led]] == ["response", "to"]
            blamed = tokens[led - 1].low in {"in", "of", "with"} and _reacts(tokens, led - 1)
            return tokens[led].low == "the" and (tokens[led - 1].low in _OVER or answers or blamed)
        told = Form.PAST in tokens[k].forms and "determiner" not in tokens[k - 1].classes
        if tokens[k].low in _MARKS or tokens[k].time or told:
            return False
    return False


def _of_an_earlier_one(tokens: Sequence[Token], i: int) -> bool:
    """As in "Praised him after their previous summit in 2018": the year of a thing told apart from others."""
    time = tokens[i].time
    if time is None or time.precision not in _WIDE:
        return False
    for k in range(i - 1, max(i - _BOUND_REACH, 0), -1):
        if tokens[k].low in _MARKS or tokens[k].time:
            return False
        if tokens[k].low in _RANKS and any(t.low in lexicon().nouns for t in tokens[k + 1 : min(k + 4, i)]):
            start = k
            while start > 1 and ("determiner" in tokens[start - 1].classes or tokens[start - 1].owner):
                start -= 1
            before = tokens[start - 1]
            led = "preposition" in before.classes or before.low in _BEHIND
            return (led and before.low not in _WITHIN) or _only_reacts(before)
    return False


def _of_what_is_recalled(tokens: Sequence[Token], i: int) -> bool:
    """As in "Recalled the shipment last month", "cited the launch last week"."""
    time = tokens[i].time
    if time is None or time.precision is Precision.DAY or i < _FEWEST:
        return False
    noun, left = tokens[i - 1], tokens[max(0, i - _PHRASE) : i - 1]
    event = noun.low in lexicon().nouns or bool(noun.things)
    return event and any(token.lemma in _RECALLING for token in left)


def _of_what_is_answered(tokens: Sequence[Token], i: int) -> bool:
    """As in "Agreed on it as part of their response to the North's move on Sunday"."""
    k = i - 1
    while k > 1 and i - k <= _BOUND_REACH and tokens[k].low != "to":
        if tokens[k].low in _MARKS or tokens[k].time or Form.PAST in tokens[k].forms:
            return False
        k -= 1
    return tokens[k].low == "to" and tokens[k - 1].low in _ANSWERS and k < i - 1


def dates_a_death(tokens: Sequence[Token], k: int) -> bool:
    """Whether the noun at `k` is a deed whose day is told far behind: "the poisoning of two in March"."""
    return tokens[k].low in _DEATHS and not tokens[k].low.startswith("death")


def of_what_others_did(tokens: Sequence[Token], i: int) -> bool:
    """Whether a wide time is of another's deed, as in "spoke of Kim's trip last week to Russia"."""
    time = tokens[i].time
    wide = time is not None and (time.precision in _WIDE or time.precision is Precision.WEEK)
    if time is None or not wide or time.text.lower().startswith("this"):
        return False
    for k in range(i - 1, max(i - _BOUND_REACH, 1), -1):
        if tokens[k].low in _MARKS or tokens[k].time or Form.PAST in tokens[k].forms:
            return False
        if lexicon().nouns.get(tokens[k].low) in _DONE_BY_OTHERS:
            owner = next((n for n in range(k - 1, max(k - _OWNER_REACH, 0), -1) if tokens[n].owner), -1)
            start = owner
            while start > 0 and (tokens[start - 1].mention or tokens[start - 1].things & {"person"}):
                start -= 1  # "North Korean leader Kim Jong Un's"
            about = start > 1 and tokens[start - 1].low in _ABOUT
            verb = tokens[start - 1 - about]
            return owner > 0 and start > 0 and (_only_reacts(verb) or (about and verb.lemma in _TALKING))
    return False


def _since_then(tokens: Sequence[Token], i: int) -> bool:
    """As in "Met him for the first time since his stroke a year ago": the time of what bounds the act.

    "Met for the first time since the invasion on March 2" is of the meeting.
    """
    time = tokens[i].time
    if time is not None and time.precision is Precision.DAY and time.text.lower().startswith("on "):
        return False
    for k in range(i - 1, max(i - _BOUND_REACH, -1), -1):
        if tokens[k].low == "since":
            return k < i - 1
        told = Form.PAST in tokens[k].forms and tokens[k - 1].low not in _OWNING
        if tokens[k].low in _MARKS or tokens[k].time or told:
            return False
    return False


def _of_a_deed(tokens: Sequence[Token], i: int) -> bool:
    """As in "Accused them of crossing the border in March", "for killing him on Feb. 13": when it was done.

    A weekday there is that of who speaks: "accused them of lying on Monday".
    """
    time = tokens[i].time
    if time is None or (time.rule.startswith(_OF_SPEAKERS) and time.precision not in _WIDE):
        return False
    for k in range(i - 1, max(i - _DEED_REACH, 0), -1):
        if tokens[k].low in _MARKS or tokens[k].time:
            return False
        if Form.ING in tokens[k].forms and tokens[k - 1].low in {"of", "for", "with"}:
            return tokens[k].low not in _INTENDING and _reacts(tokens, k - 1)
    return False


def _reacts(tokens: Sequence[Token], k: int) -> bool:
    """Whether a verb that blames or praises governs the phrase at `k`: "accused two Americans of"."""
    for token in reversed(tokens[max(0, k - _DEED_REACH) : k]):
        if token.low in _MARKS or token.time:
            return False
        rule = lexicon().verbs.get(token.lemma) if token.lemma else None
        if rule:
            return rule.kind in _BLAMING
    return False
