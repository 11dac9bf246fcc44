"""Acts that stand as news though no date is told with them."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from corpus.events.called_off import is_put_off
from corpus.events.candidates import Candidate
from corpus.events.clauses import Clause, Opener
from corpus.events.doers import Scene, own_subject
from corpus.events.earlier import told_as_earlier
from corpus.events.inflection import Form
from corpus.events.installing import is_installed
from corpus.events.just_before import was_just_before
from corpus.events.lexicon import lexicon
from corpus.events.spoken_of import is_spoken_of
from corpus.events.tokens import Token
from corpus.events.usable import names_feast, tells_which
from corpus.events.verbs import Shape, Voice
from corpus.events.within import stands_within
from corpus.model import EntityType, Kind, Precision, Status

_ASIDE = {"after", "before", "when", "while", "since"}
_BESIDE = {"where", "while"}  # openers of what is told beside the main clause
_LASTING, _SPANS = {"for", "over", "recent", "many"}, {"years", "decades", "months", "weeks", "days"}
_LONG, _LENGTH = {"months", "years", "decades"}, 4  # tokens behind "for"
_COUNTED = {"later", "earlier", "before", "ago", "afterward", "afterwards"}  # "days later": no day is known
_WORDS = frozenset({Kind.ACCUSE, Kind.REQUEST, Kind.REJECT, Kind.THREATEN, Kind.SUPPORT})
_SPOKEN = frozenset({Kind.STATEMENT, Kind.CONSULT, Kind.COOPERATE})

_TOLD = {Status.HAPPENED, Status.ALLEGED, Status.DENIED}
_PLANNED = frozenset(
    {Kind.CONSULT, Kind.MOBILIZE, Kind.SANCTION, Kind.AID, Kind.AGREE, Kind.COOPERATE, Kind.RETREAT}
)
_LASTING_KINDS = frozenset({Kind.CONSULT, Kind.MOBILIZE})
_ADVERBIAL = 3  # tokens of a piece that tells how often: "Over the years," but not "sometimes violent scenes"
_OFFICIAL = {
    "court",
    "judges",
    "justices",
    "ministry",
    "government",
    "cabinet",
    "parliament",
    "assembly",
    "office",
    "prosecution",
}
_COMING = {"came", "comes"}
_SOON = {"hours", "minutes", "shortly", "soon", "moments", "immediately", "just"}
_UNTIL = {"until", "till", "through"}
_ERA = 7  # tokens that open a sentence: "During his five-year term, Roh"
_AGAIN = {"again", "more"}  # "once again" is no habit
_UNDERGONE = frozenset({Kind.ASSAULT, Kind.COERCE, Kind.SANCTION, Kind.RETREAT, Kind.AID})


def stands_alone(scene: Scene, candidate: Candidate, published: date | None, *, head: bool) -> bool:
    """Whether an act is the news of its sentence though no date is told: finished, main clause, no habit.

    In the head of the document the present perfect tells news too: "has approved the sale".
    """
    return (
        _is_finished(scene, candidate, head=head)
        and _heads_sentence(scene, candidate, head=head)
        and _has_doer(scene, candidate, head=head)
        and _is_new(scene, candidate, published)
    )


def _is_finished(scene: Scene, candidate: Candidate, *, head: bool) -> bool:
    """Whether an act is told as done, or in the head as going on."""
    use = candidate.use
    if use is None or use.anterior or use.shape is not Shape.FINITE:
        return False
    if use.present and (not candidate.report or _is_taken_up(scene, candidate)):
        return False
    if use.perfect and not (head or _since(scene, candidate)) and candidate.meaning.kind not in _WORDS:
        return False
    if candidate.status in _TOLD:
        return True
    return not use.perfect and ((head and _goes_on(candidate)) or _is_planned(scene, candidate))


def _is_taken_up(scene: Scene, candidate: Candidate) -> bool:
    """As in "It says it needs the programme": whoever says so, always, was named before."""
    start = scene.tokens[0].start
    return all(mention.start < start for mention in candidate.roles.sources)


def _heads_sentence(scene: Scene, candidate: Candidate, *, head: bool) -> bool:
    """Whether an act stands in a main clause, or beside one: "while Seoul protested"."""
    clause = scene.clauses[candidate.clause]
    came = clause.opener is Opener.SUB and _came(scene, candidate.clause)
    with_news = (clause.word == "as" and clause.opener is Opener.SUB and head) or (
        came and (clause.word == "as" or _at_once(scene, clause))
    )
    beside = clause.word in _BESIDE or with_news or (head and is_told_beside(scene, candidate))
    if not beside and clause.opener not in {Opener.START, Opener.AND, Opener.COMMA}:
        return False
    own = clause.opener is Opener.COMMA and 0 <= own_subject(scene, candidate.clause) < clause.verb
    return clause.opener is Opener.START or own or not continues_aside(scene, candidate.clause)


def is_told_beside(scene: Scene, candidate: Candidate) -> bool:
    """Whether an act stands beside the news: "after he vowed to go on", ", during which he urged him"."""
    return was_just_before(scene, candidate) or stands_within(scene, candidate)


def _came(scene: Scene, index: int) -> bool:
    """As in "The announcement came as Rodman paid a visit"."""
    verb = scene.clauses[index - 1].verb if index else -1
    return verb >= 0 and scene.tokens[verb].low in _COMING


def _at_once(scene: Scene, clause: Clause) -> bool:
    """As in "The response came hours after she issued a statement": on the day of the news."""
    return clause.word == "after" and scene.tokens[clause.start - 2].low in _SOON


def _has_doer(scene: Scene, candidate: Candidate, *, head: bool) -> bool:
    """Whether somebody is told to act who is no medium and not only assumed to speak."""
    sources, kind = candidate.roles.sources, candidate.meaning.kind
    if candidate.assumed and kind in _SPOKEN and not _speaks_officially(scene, candidate):
        return False
    media = bool(sources) and all(mention.type is EntityType.MEDIUM for mention in sources)
    if media and kind not in _WORDS:
        return False
    return bool(sources) or (head and _was_undergone(scene, candidate))


def _speaks_officially(scene: Scene, candidate: Candidate) -> bool:
    """As in "The court said his refusal broke the law": a body of the state, and what it says."""
    clause, content = scene.clauses[candidate.clause], candidate.clause + 1
    told = content < len(scene.clauses) and scene.clauses[content].opener is Opener.CONTENT
    told = told or any(token.quoted for token in scene.tokens[max(0, clause.start - 3) : clause.start])
    return told and any(token.low in _OFFICIAL for token in scene.tokens[clause.start : candidate.trigger])


def _is_new(scene: Scene, candidate: Candidate, published: date | None) -> bool:
    """Whether nothing around an act makes it a habit, a thing of the past or one with a day of its own."""
    tokens, clause = scene.tokens, scene.clauses[candidate.clause]
    words = [
        token
        for piece in pieces_of(scene, candidate)
        for i in range(piece.start, piece.end)
        if piece is clause or not _is_participle(tokens[piece.start])  # ", extending a run since 2022"
        if not (token := tokens[i]).quoted
        and not (token.low == "never" and i > candidate.trigger)
        and not (token.time and (_is_of_another(tokens, i) or names_feast(tokens, i, published)))
    ]
    if told_as_earlier(words) or told_as_earlier(tokens[: min(_ERA, scene.clauses[0].end)]):
        return False
    pairs = list(pairwise(words))
    lasting = any(
        (one.low in _LASTING and other.low in _SPANS) or (one.low in _SPANS and other.low in _COUNTED)
        for one, other in pairs
    )
    again = any(one.low == "once" and other.low in _AGAIN for one, other in pairs)
    habitual = lexicon().mood["habitual"] - ({"once"} if again else set())
    lasting = lasting or any(_lasts(words, k) for k in range(len(words)))
    usual = any(
        token.low in habitual
        for piece in pieces_of(scene, candidate)
        for token in tokens[piece.start : piece.end]
        if piece.verb >= 0 or piece.end - piece.start <= _ADVERBIAL
        if not token.quoted and not (token.low == "never" and token.start > tokens[candidate.trigger].start)
    )
    return not (lasting or usual or any(_has_its_day(token, published) for token in words))


def _is_participle(token: Token) -> bool:
    return Form.ING in token.forms and not token.classes  # unlike "during"


def _is_of_another(tokens: Sequence[Token], i: int) -> bool:
    """Whether the time at token `i` is not that of the act: "extended his detention until Nov. 30"."""
    return (
        tells_which(tokens, i) or is_spoken_of(tokens, i) or is_put_off(tokens, i) or _lasts_until(tokens, i)
    )


def _lasts_until(tokens: Sequence[Token], i: int) -> bool:
    time = tokens[i].time
    first = time.text.split(maxsplit=1)[0].lower() if time else ""
    return first in _UNTIL or (i > 0 and tokens[i - 1].low in _UNTIL)


def _goes_on(candidate: Candidate) -> bool:
    """As in "Is holding talks with Russia", which the day of the news dates."""
    named = candidate.meaning.thing >= 0 or bool(candidate.roles.targets)
    return candidate.status is Status.ONGOING and candidate.meaning.kind in _LASTING_KINDS and named


def _is_planned(scene: Scene, candidate: Candidate) -> bool:
    """As in "Putin plans to visit North Korea", of which no day is told: the plan is the news."""
    use, roles = candidate.use, candidate.roles
    firm = use is not None and use.voice is Voice.ACTIVE and not use.tentative
    firm = firm and candidate.status is Status.ANNOUNCED
    whole = bool(roles.sources) and (bool(roles.targets) or candidate.meaning.thing > candidate.trigger)
    untimed = not any(token.time for token in scene.tokens)
    return firm and whole and untimed and candidate.meaning.kind in _PLANNED


def _lasts(words: Sequence[Token], k: int) -> bool:
    """As in "Was held for nine months", "for more than two years": what went on so long is no news."""
    if words[k].low != "for":
        return False
    behind = words[k + 1 : k + 1 + _LENGTH]
    told = [
        word
        for token in behind
        for word in (token.low, *(token.time.text.lower().split() if token.time else ()))
    ]
    return any(word in _LONG for word in told)


def _was_undergone(scene: Scene, candidate: Candidate) -> bool:
    """As in "About 600 Russians were arrested", "A Russian ship sank": nobody did it; no day may be told."""
    use = candidate.use
    given = use is not None and is_installed(scene.tokens, use, candidate.roles)
    undergone = use is not None and (candidate.meaning.kind in _UNDERGONE or given)
    timed = any(token.time for token in scene.tokens)
    start = scene.tokens[0].start
    named = any(mention.start >= start for mention in candidate.roles.targets)
    return undergone and named and not timed


def _since(scene: Scene, candidate: Candidate) -> bool:
    """As in "Has since filed charges"."""
    use = candidate.use
    return use is not None and any(token.low == "since" for token in scene.tokens[use.edge : use.verb])


def _has_its_day(token: Token, published: date | None) -> bool:
    """Whether a token is a time of what was done, unlike in "invited Kim to Moscow in May", "this year"."""
    time = token.time
    if time is None or (published and time.first and time.first > published):
        return False
    if time.precision is Precision.FUTURE:
        return False  # "to keep it from happening in the future"
    if time.precision is Precision.PRESENT:
        return False  # "Zelensky, currently in New York, condemned"
    if published and time.precision is Precision.YEAR and time.last and time.last >= published:
        return False
    return not time.text.lower().endswith((" after", " before"))


def continues_aside(scene: Scene, index: int) -> bool:
    """Whether a clause after a comma goes on with a side clause: "after Putin and Kim, …, signed"."""
    for k in range(index - 1, -1, -1):
        piece = scene.clauses[k]
        words = {token.low for token in scene.tokens[piece.start : piece.end]}
        if piece.verb < 0 and piece.word in _BESIDE:
            return False  # "while the minister, who was there, demanded"
        named = any(token.mention for token in scene.tokens[piece.start : piece.end])
        if piece.verb < 0 and not named and piece.opener is Opener.START:
            continue  # "After the tour, Putin, 70, and Kim, 39, held talks"
        if piece.verb < 0 and (piece.opener is Opener.SUB or words & _ASIDE):
            return True
        if piece.verb >= 0 or piece.opener not in {Opener.COMMA, Opener.AND}:
            led = any(t.low in _ASIDE for t in scene.tokens[piece.verb : piece.end])
            if (
                piece.verb >= 0 and led and piece.opener is not Opener.WHO
            ):  # "Putin, who came before dawn, signed"
                return True
            own = own_subject(scene, index)
            joined = scene.clauses[index].opener is Opener.AND and own >= scene.clauses[index].verb
            side = piece.opener in {Opener.SUB, Opener.WHO} and piece.word != "as"
            return joined and (side or continues_aside(scene, k))
    return False


def pieces_of(scene: Scene, candidate: Candidate) -> list[Clause]:
    """Returns the clause of an act and the pieces without a verb around it, where its time would stand."""
    return [scene.clauses[candidate.clause], *_beside(scene, candidate)]


def _beside(scene: Scene, candidate: Candidate) -> list[Clause]:
    """The pieces without a verb around a clause, where its time would stand."""
    found: list[Clause] = []
    for step in (-1, 1):
        k = candidate.clause + step
        while 0 <= k < len(scene.clauses) and scene.clauses[k].verb < 0:
            if scene.tokens[scene.clauses[k].start].low != "according":
                found.append(scene.clauses[k])
            k += step
    return found
