"""Subjects: who stands before a verb, in its clause or in the one that it shares its subject with."""

from collections.abc import Sequence
from typing import NamedTuple

from corpus.events.clauses import Clause, Opener
from corpus.events.inflection import Form
from corpus.events.lexicon import lexicon
from corpus.events.tokens import Token, counts_least
from corpus.model import EntityType, Kind

ASKED = {"asked", "pressed", "quizzed"}  # "Asked on Monday about the strike, Putin said"
_SPEAKING = frozenset({Kind.REQUEST, Kind.ACCUSE, Kind.STATEMENT, Kind.THREATEN})
_FOR_SEVERAL = {"both", "all"}  # "both opposed the shield"
_NEARLY = {"about", "around", "over", "under", "up"}
_UNITS = {"hours", "minutes", "days", "weeks", "months", "years", "moments"}
# "Prior to the vote", "thanks to him": words that make a preposition with the next one.
_COMPOUND = {"prior", "thanks", "due", "owing", "contrary", "apart", "aside", "compared"}
_FRONTING = frozenset({"according", "after", "before", "following", "unlike"})  # up to a comma
_LEADING = frozenset({"coordinator", "adverb", "subordinator"})


class Subject(NamedTuple):
    """Where the subject of a verb stands: tokens `start` to `end`; empty when nothing was found."""

    start: int
    end: int


def subject_span(tokens: Sequence[Token], clauses: Sequence[Clause], index: int, edge: int) -> Subject:
    """Returns the tokens before `edge` that hold the subject of clause `index`.

    A clause without one takes the noun that a "who" refers to, or the subject of the clause it continues.
    """
    clause = clauses[index]
    start = past_openings(tokens, clause.start, edge)
    if start < edge:
        return _before_list(tokens, clauses, index, start, edge) or Subject(start, edge)
    if clause.opener is Opener.WHO and index:
        return _host(tokens, clauses, index - 1) or antecedent(tokens, clauses[index - 1])
    speaks = _speaks_on(tokens, clause)
    for previous in range(index - 1, -1, -1):
        other = clauses[previous]
        if speaks and other.opener is Opener.CONTENT and other.verb >= 0:
            continue  # "said that Kyiv had attacked it, accusing Kyiv of"
        if other.opener is Opener.WHO and previous == index - 1 and _goes_on(tokens, clauses, clause, other):
            return subject_span(tokens, clauses, previous, other.verb)
        if other.opener in {Opener.WHO, Opener.BRACKET}:
            continue
        resumes = clause.opener is Opener.AND and clause.start > 1 and tokens[clause.start - 2].low == ","
        if (
            resumes
            and other.opener is Opener.SUB
            and any(c.verb >= 0 and c.opener not in {Opener.SUB, Opener.WHO} for c in clauses[:previous])
        ):
            continue
        if other.verb >= 0 and (
            _only_attributes(tokens, clauses, previous) or _is_said(tokens, clause, other)
        ):
            continue
        if other.verb >= 0:
            return subject_span(tokens, clauses, previous, other.verb)
        if clause.opener is Opener.AND:
            continue
        begin = _chain_start(tokens, clauses, previous)
        if begin is not None:
            return Subject(past_openings(tokens, begin.start, begin.end), begin.end)
        if not _explains_object(tokens, clauses, previous):
            break
    return Subject(edge, edge)


def _before_list(
    tokens: Sequence[Token], clauses: Sequence[Clause], index: int, start: int, edge: int
) -> Subject | None:
    """As in "The session on trade, economy, science and technology was held": commas cut off its subject."""
    own = tokens[start:edge]
    listed = any(t.low == "and" for t in own) and not any(t.mention or "determiner" in t.classes for t in own)
    pieces = clauses[:index]
    if not listed or clauses[index].opener is not Opener.COMMA or not pieces:
        return None
    first, rest = pieces[0], pieces[1:]
    if first.verb >= 0 or any(piece.verb >= 0 or piece.opener is not Opener.COMMA for piece in rest):
        return None
    begins = past_openings(tokens, first.start, first.end)
    return Subject(begins, first.end) if begins < first.end else None


def _goes_on(tokens: Sequence[Token], clauses: Sequence[Clause], clause: Clause, relative: Clause) -> bool:
    """Whether "and" continues a relative clause: "the North, which tested a bomb and fired missiles"."""
    comma = clause.start > 1 and tokens[clause.start - 2].low == ","
    if clause.opener is not Opener.AND or relative.verb < 0 or comma:
        return False
    head = antecedent(tokens, clauses[clauses.index(relative) - 1])
    return relative.word == "who" or any(t.mention for t in tokens[head.start : head.end])


def _is_said(tokens: Sequence[Token], clause: Clause, other: Clause) -> bool:
    """Whether `other` is what the speaker of `clause` said: "said China opposed it and called for calm"."""
    if clause.opener is not Opener.AND or other.opener is not Opener.CONTENT or clause.verb < 0:
        return False
    lemma = tokens[clause.verb].lemma
    rule = lexicon().verbs.get(lemma)
    promises = lemma in {"promise", "pledge", "vow"}
    refuses = clause.word == "but" and lemma in {"refuse", "decline"}  # "said it was over, but refused to"
    return promises or refuses or lemma in lexicon().report or (rule is not None and rule.kind in _SPEAKING)


def _speaks_on(tokens: Sequence[Token], clause: Clause) -> bool:
    """Whether a clause begins with a participle that goes on with somebody's words: ", accusing"."""
    first = tokens[clause.start]
    rule = lexicon().verbs.get(first.lemma)
    return clause.verb < 0 and Form.ING in first.forms and rule is not None and rule.kind in _SPEAKING


def _only_attributes(tokens: Sequence[Token], clauses: Sequence[Clause], index: int) -> bool:
    """A clause of report between commas: ", the ministry said on Friday,"."""
    clause = clauses[index]
    content = index + 1 < len(clauses) and clauses[index + 1].opener is Opener.CONTENT
    says = tokens[clause.verb].lemma in lexicon().report
    between = clause.opener is Opener.COMMA and index > 0 and not tokens[clause.start - 1].quoted
    return between and says and not content


def past_openings(tokens: Sequence[Token], start: int, end: int) -> int:
    """Returns where a clause's own subject begins: "On Wednesday in Seoul" and "But also" are passed over."""
    i = start
    while i < end:
        token = tokens[i]
        if (
            token.low in _FRONTING or (token.low in _UNITS and i + 1 < end and tokens[i + 1].low in _FRONTING)
        ) and (comma := _comma_in(tokens, i, end)) > 0:
            i = comma + 1  # "According to Seoul, Moon and Trump agreed"
        elif (
            token.quoted
            or (token.time and not token.owner)
            or (token.classes & _LEADING and not token.mention and token.low not in _FOR_SEVERAL)
            or token.manner
        ):
            i += 1
        elif (token.low in _NEARLY and _counts(tokens, i, end)) or (i + 1 < end and counts_least(tokens, i)):
            return i
        elif "preposition" in token.classes or (
            token.low in _COMPOUND and i + 1 < end and "preposition" in tokens[i + 1].classes
        ):
            following = _phrase_end(tokens, i + 1 + (token.low in _COMPOUND), end)
            if following >= end and not any(t.time or t.mention for t in tokens[i:end]):
                return end
            i = following
        else:
            return i
    return end


def _comma_in(tokens: Sequence[Token], start: int, end: int) -> int:
    """The first comma between two tokens, or -1."""
    return next((i for i in range(start, end) if tokens[i].low == ","), -1)


def _counts(tokens: Sequence[Token], i: int, end: int) -> bool:
    """As in "About 120 commandos", "up to 44,000 people"."""
    at = i + 2 if i + 1 < end and tokens[i + 1].low == "to" else i + 1
    return at < end and tokens[at].low[:1].isdigit()


def _phrase_end(tokens: Sequence[Token], i: int, end: int) -> int:
    """The end of the noun phrase after a preposition: its time or its place closes it."""
    begun = False
    while i < end:
        token = tokens[i]
        if token.time and not token.owner:
            return i + 1
        if token.mention and begun and _is_event_noun(tokens[i - 1]):
            return i
        if token.mention and not token.owner:
            return i + 1
        if begun and (token.classes & {"determiner", "pronoun", "preposition"} or token.mention):
            return i
        if token.low in _UNITS:
            return i + 1  # "within hours"
        begun = begun or not token.classes & {"determiner"}
        i += 1
    return i


def _is_event_noun(token: Token) -> bool:
    """As in "At the end of the talks Biden said": the name behind such a noun begins the clause."""
    return (
        token.word and (bool(token.things) or token.low in lexicon().nouns) and "person" not in token.things
    )


def _host(tokens: Sequence[Token], clauses: Sequence[Clause], index: int) -> Subject | None:
    """As in "Otto Warmbier, a student who was arrested": the person that the apposition explains."""
    piece, before = clauses[index], clauses[index - 1] if index else None
    if before is None or before.verb >= 0 or piece.verb >= 0 or piece.opener is not Opener.COMMA:
        return None
    mention = tokens[before.end - 1].mention
    explains = tokens[piece.start].low in {"a", "an", "the", "one"} and mention is not None
    named = any(t.mention and t.mention.type is EntityType.PERSON for t in tokens[piece.start : piece.end])
    if not explains or mention is None or mention.type is not EntityType.PERSON or named:
        return None
    return Subject(before.end - 1, before.end)


def antecedent(tokens: Sequence[Token], clause: Clause) -> Subject:
    """The phrase just before "who": from the last preposition, verb or start on."""
    if clause.verb < 0:
        return Subject(past_openings(tokens, clause.start, clause.end), clause.end)
    i = clause.end - 1
    while i > clause.start and not (
        tokens[i - 1].classes & {"preposition"} or Form.PAST in tokens[i - 1].forms or i - 1 == clause.verb
    ):
        i -= 1
    return Subject(max(i, clause.start), clause.end)


def _chain_start(tokens: Sequence[Token], clauses: Sequence[Clause], index: int) -> Clause | None:
    """The first of the pieces without a verb that stand before a verb, those of time and place left out."""
    chosen = None
    for i in range(index, -1, -1):
        piece = clauses[i]
        if piece.opener in {Opener.WHO, Opener.BRACKET}:
            continue
        if piece.verb >= 0:
            break
        if _explains_object(tokens, clauses, i):
            break
        first = tokens[piece.start]
        opening = first.low in ASKED or (first.low.endswith("ing") and not first.things)
        opening = opening or (chosen is not None and "subordinator" in first.classes)  # "Before the vote,"
        if past_openings(tokens, piece.start, piece.end) < piece.end and not opening:
            chosen = piece
        if piece.opener not in {Opener.COMMA, Opener.AND}:
            break
    return chosen


def _explains_object(tokens: Sequence[Token], clauses: Sequence[Clause], index: int) -> bool:
    """As in "Met his counterpart, Cho Tae-yul, and left": the name belongs to the verb before."""
    piece, before = clauses[index], clauses[index - 1] if index else None
    mention = tokens[piece.start].mention
    if before is None or before.verb < 0 or mention is None or mention.type is not EntityType.PERSON:
        return False
    return piece.end == piece.start + 1 and "person" in tokens[before.end - 1].things
