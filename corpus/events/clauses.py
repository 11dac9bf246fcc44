"""Clauses: a sentence cut where a new statement begins, each with its verb and what opened it."""

from collections.abc import Sequence
from enum import StrEnum

from corpus.events.adjectives import parts_adjectives
from corpus.events.content import COMMAS, content_after, speaks, verb_ahead
from corpus.events.finite import AUXILIARY, before, finite_verbs
from corpus.events.inflection import Form
from corpus.events.lexicon import lexicon
from corpus.events.tokens import Token

_BRACKETS = {"(", "["}
_MARKS = COMMAS | _BRACKETS
_NEED_A_VERB = {"as", "so", "once", "then", "yet", "since", "until", "till", "before", "after"}
_REPORTERS = 6  # tokens of "Japanese defence ministry officials said"
_AGAIN = {"again", "more"}
_MORE = {"other", "others", "more"}  # "Xi Jinping, Narendra Modi and other leaders"
_BOUNDING = {"since", "until", "till", "before", "after"}
# Heads of a that-clause besides the verbs of report.
_WITH_CONTENT = {
    "agree", "inform", "accuse", "believe", "vow", "pledge", "threaten", "think", "know", "show", "fear",
    "hope", "demand", "propose", "promise", "assure", "learn", "find", "see", "convince", "deny", "urge",
    "ask", "decide", "notify", "hint", "signal", "respond", "order", "admit",
}  # fmt: skip

_ASIDE_REACH = 20  # tokens
_WITH_LISTENER = {"inform", "assure", "convince", "notify", "ask", "urge", "remind"}


class Opener(StrEnum):
    """What begins a clause."""

    START = "start"
    COMMA = "comma"
    AND = "and"
    CONTENT = "content"  # what is said
    SUB = "sub"  # after, while, if
    WHO = "who"
    BRACKET = "bracket"


_ANEW = {Opener.START, Opener.COMMA}


class Clause:
    """Tokens `start` to `end`, without the word that opened it; `verb` is the first finite one, or -1.

    `extra` holds pieces without a verb that belong to it: "On Sunday," or ", the foreign minister,".
    """

    __slots__ = ("end", "extra", "opener", "start", "verb", "word")

    def __init__(self, opener: Opener, word: str, start: int, end: int, verb: int) -> None:
        self.opener = opener
        self.word = word
        self.start = start
        self.end = end
        self.verb = verb
        self.extra: list[Clause] = []

    def __repr__(self) -> str:
        return f"{self.opener.value}:{self.word}[{self.start}:{self.end}]v{self.verb}"

    def holds(self, i: int) -> bool:
        """Whether token `i` stands in the clause or in one of its pieces."""
        return self.start <= i < self.end or any(piece.start <= i < piece.end for piece in self.extra)


def cut_clauses(tokens: Sequence[Token], *, listed: bool = False) -> tuple[list[Clause], list[bool]]:
    """Returns the clauses of a sentence in order, and which tokens are finite verbs.

    `listed` tells that it is an entry of a chronology.
    """
    finite = finite_verbs(tokens, listed=listed)
    clauses: list[Clause] = []
    start, i, content = 0, 0, -1
    opener, word, report = Opener.START, "", lexicon().report
    while i < len(tokens):
        token = tokens[i]
        if token.lemma in report and (finite[i] or speaks(tokens, i)):
            content = content_after(tokens, finite, i)
        cut = _cut(tokens, finite, start, i, content) if _may_cut(tokens, i, content) else None
        if cut:
            _close(clauses, finite, opener, word, start, i)
            opener, start = cut
            word = token.low
        i = start if start > i else i + 1
    _close(clauses, finite, opener, word, start, len(tokens))
    return _behind_relatives(tokens, finite, clauses), finite


def _behind_relatives(tokens: Sequence[Token], finite: Sequence[bool], clauses: list[Clause]) -> list[Clause]:
    """Cuts off the main verb that a relative clause without commas runs into: "those who fled landed"."""
    found: list[Clause] = []
    for k, clause in enumerate(clauses):
        found.append(clause)
        main = k > 0 and clause.opener is Opener.WHO and clauses[k - 1].verb < 0
        if not main or any(other.verb >= 0 and other.opener in _ANEW for other in clauses[k + 1 :]):
            continue
        second = _second_verb(tokens, finite, clause)
        if second > 0:
            found[-1] = Clause(clause.opener, clause.word, clause.start, second, clause.verb)
            found.append(Clause(Opener.COMMA, "", second, clause.end, second))
    return found


def _second_verb(tokens: Sequence[Token], finite: Sequence[bool], clause: Clause) -> int:
    """Returns the finite verb behind the first verb group of a clause, or -1."""
    i = clause.verb
    if i < 0:
        return -1
    while i < clause.end and (
        tokens[i].classes & (AUXILIARY | {"adverb", "negation"})
        or tokens[i].low == "been"
        or tokens[i].manner
    ):
        i += 1
    for k in range(i + 1, clause.end):
        if "coordinator" in tokens[k].classes:
            return -1
        if finite[k] and not (k + 1 < clause.end and tokens[k + 1].low == "by"):
            return k
    return -1


def _close(
    clauses: list[Clause], finite: Sequence[bool], opener: Opener, word: str, start: int, end: int
) -> None:
    if end > start:
        verb = finite.index(True, start, end) if True in finite[start:end] else -1
        clauses.append(Clause(opener, word, start, end, verb))


def _may_cut(tokens: Sequence[Token], i: int, content: int) -> bool:
    """Whether a token can open a clause: most are neither marks nor of any class, nor behind a time.

    Quoted words open none, but for the comma that ends them: "a gangster," and flew home.
    """
    token = tokens[i]
    if not (token.classes or token.low in _MARKS or i == content or (i and tokens[i - 1].time)):
        return False
    closes = tokens[i].low == "," and i + 1 < len(tokens) and not tokens[i + 1].quoted
    return closes or not tokens[i].quoted


def _cut(
    tokens: Sequence[Token], finite: Sequence[bool], start: int, i: int, content: int
) -> tuple[Opener, int] | None:
    """What opens a clause at token `i`, and where the clause itself starts."""
    token = tokens[i]
    if token.low == "," and (_in_list(tokens, finite, i) or parts_adjectives(tokens, finite, i)):
        return None
    if token.low in COMMAS:
        return Opener.COMMA, i + 1
    if token.low in _BRACKETS:
        return Opener.BRACKET, i + 1
    classes = token.classes
    counted = tokens[i - 1].time if i > start else None
    if counted and counted.text.lower().endswith((" after", " before")) and verb_ahead(tokens, finite, i - 1):
        return Opener.SUB, i
    if "relative" in classes and (i > start or (start > 0 and token.low != "that")):
        return _relative(tokens, finite, start, i)
    if "subordinator" in classes and (token.low not in _NEED_A_VERB or _own_verb_ahead(tokens, finite, i)):
        return None if _bounds(tokens, i) else (Opener.SUB, i + 1)
    if "coordinator" in classes and (i == start or _joins_clauses(tokens, finite, start, i)):
        return Opener.AND, i + 1
    return (Opener.CONTENT, i) if i == content else None


def _bounds(tokens: Sequence[Token], i: int) -> bool:
    """As in "Since Monday", "until June", "once again", "has since left": words that open no clause."""
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if tokens[i].low == "since" and i and "have" in tokens[i - 1].classes:
        return True
    if tokens[i].low == "once" and following is not None and following.low in _AGAIN:
        return True
    return tokens[i].low in _BOUNDING and following is not None and following.time is not None


def _in_list(tokens: Sequence[Token], finite: Sequence[bool], i: int) -> bool:
    """Whether a comma joins names: "North Korea, Iran and Iraq"."""
    if not i or not tokens[i - 1].mention or i + 1 >= len(tokens):
        return False
    if tokens[i + 1].low == "and":
        return _ends_list(tokens, finite, i)
    named = False
    for k in range(i + 1, min(i + 12, len(tokens))):
        token = tokens[k]
        if token.low == "and" and named:
            if any(finite[:i]) and _say_so(tokens, finite, k):
                return False
            return any(t.mention or t.low in _MORE for t in tokens[k + 1 : _title_end(tokens, k + 4)])
        if (
            (token.low == "," and not named)
            or finite[k]
            or token.time
            or token.owner
            or "preposition" in token.classes
        ):
            return False
        named = named or token.mention is not None
    return False


def _say_so(tokens: Sequence[Token], finite: Sequence[bool], k: int) -> bool:
    """As in "Fired at Japan, South Korean and US officials said": who is told behind the comma reports it."""
    verb = next((i for i in range(k + 1, min(k + _REPORTERS, len(tokens))) if finite[i]), -1)
    if verb < 0 or tokens[verb].lemma not in lexicon().report:
        return False
    after = tokens[verb + 1] if verb + 1 < len(tokens) else None
    return after is None or after.time is not None or not (after.word or after.mention)


def _ends_list(tokens: Sequence[Token], finite: Sequence[bool], i: int) -> bool:
    """Whether ", and" joins the last of several names, whom no verb has alone: "met A, B, and C"."""
    last = _title_end(tokens, i + 2) - 1
    if last >= len(tokens) or not tokens[last].mention or tokens[last].owner:
        return False
    listed = any(tokens[k].low == "," and tokens[k - 1].mention for k in range(max(1, i - 12), i - 1))
    if not any(finite[:i]):
        return listed  # "A, B, and C condemned it"
    end = next((k for k in range(last + 1, len(tokens)) if tokens[k].low in COMMAS), len(tokens))
    return listed and not any(finite[last + 1 : end])


def _title_end(tokens: Sequence[Token], i: int) -> int:
    """Returns the end of a title that goes on at token `i`: "Deputy Prime Minister and Minister …"."""
    while i < len(tokens) and (tokens[i].proper or tokens[i].low == "and") and not tokens[i].mention:
        i += 1
    return i + 1


def _relative(
    tokens: Sequence[Token], finite: Sequence[bool], start: int, i: int
) -> tuple[Opener, int] | None:
    if tokens[i].low != "that":
        return Opener.WHO, i + 1
    day = tokens[i - 1].time
    if day is not None and day.text.lower().endswith(" day"):
        return Opener.WHO, i + 1  # "on the same day that they met"
    takes = any(_takes_content(tokens, k, i) for k in range(start, i))
    if not verb_ahead(tokens, finite, i):
        return (Opener.CONTENT, i + 1) if takes and _verb_behind_aside(tokens, finite, i) else None
    verb_next = i + 1 < len(tokens) and finite[i + 1]
    return (Opener.CONTENT if takes and not verb_next else Opener.WHO), i + 1


def _takes_content(tokens: Sequence[Token], k: int, that: int) -> bool:
    """Whether what follows "that" is the content of word `k`, unlike in "shows the ship that they took"."""
    token, left = tokens[k], tokens[that - 1]
    if token.lemma in lexicon().report or token.lemma in _WITH_LISTENER:
        return True
    noun = k < that - 1 and left.word and not left.classes and Form.PAST not in left.forms
    return (token.lemma in _WITH_CONTENT or token.low in lexicon().mood["unreal"]) and not noun


def _own_verb_ahead(tokens: Sequence[Token], finite: Sequence[bool], i: int) -> bool:
    """The same, and the verb is not another one of the clause before: "dismissed it as false and left"."""
    if not verb_ahead(tokens, finite, i):
        return False
    verb = next(k for k in range(i + 1, len(tokens)) if finite[k])
    return "coordinator" not in tokens[before(tokens, verb)].classes or before(tokens, verb) <= i


def _verb_behind_aside(tokens: Sequence[Token], finite: Sequence[bool], i: int) -> bool:
    """Whether a finite verb follows an apposition: "that its minister, Han Tae Song, had left"."""
    commas = [k for k in range(i + 1, min(i + _ASIDE_REACH, len(tokens))) if tokens[k].low == ","][:2]
    return len(commas) > 1 and commas[1] + 1 < len(tokens) and finite[commas[1] + 1]


def _joins_clauses(tokens: Sequence[Token], finite: Sequence[bool], start: int, i: int) -> bool:
    """Whether "and" joins two verbs, not two nouns."""
    if any(finite[start:i]):
        return _own_verb_ahead(tokens, finite, i)
    verb_next = i + 1 < len(tokens) and finite[i + 1]
    return verb_next and any(finite[:start]) and any(token.time for token in tokens[start:i])
