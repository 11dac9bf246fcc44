"""Who acts for a state that is not named: "police", "lawmakers", "the army" of the country of the news."""

from collections.abc import Sequence

from corpus.events.lexicon import lexicon
from corpus.events.reference import Reference
from corpus.events.screening import dateline_length
from corpus.events.subjects import Subject
from corpus.events.tokens import Token
from corpus.model import EntityType, Mention, Sentence

_HEAD = 4  # sentences in which the dateline stands
_OF_PLACE = {"in", "at", "near", "of", "from"}
_CROWDS = {
    "people", "members", "thousands", "hundreds", "dozens", "crowd", "crowds", "participants", "citizens",
    "supporters", "unionists", "families", "relatives", "women", "others",
}  # fmt: skip
_NAMED = 3  # how often a country must be named to be that of the news


def home_of(text: str, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> str | None:
    """Returns the country that a document reports from: that of its dateline, else the one it names most."""
    for sentence in sentences[:_HEAD]:
        end = sentence.start + dateline_length(text[sentence.start : sentence.end])
        place = next((m for m in mentions if sentence.start <= m.start < end and m.country), None)
        if place:
            return place.country
    counts: dict[str, int] = {}
    for mention in mentions:
        if mention.country:
            counts[mention.country] = counts.get(mention.country, 0) + 1
    most = max(counts, key=lambda country: counts[country], default=None)
    return most if most and counts[most] >= _NAMED else None


def in_town(tokens: Sequence[Token], span: Subject, reference: Reference) -> tuple[Mention, ...]:
    """The state for those who act in one of its towns: "police in Busan", "a court in Sakhalin"."""
    for i in range(span.start, span.end - 2):
        if tokens[i].low in lexicon().local and tokens[i + 1].low in _OF_PLACE:
            mention = next((t.mention for t in tokens[i + 2 : span.end] if t.mention), None)
            state = reference.states.get(mention.country or "") if mention else None
            return (state,) if state else ()
    return ()


def hosts_of(
    tokens: Sequence[Token],
    start: int,
    end: int,
    guests: Sequence[Mention],
    reference: Reference,
    *,
    states: bool = False,
) -> tuple[Mention, ...]:
    """Returns the states whose towns are visited, one or a list of them, but for the guests' own.

    With `states` also those that are named themselves: "arrived in China", "departed for the United States".
    """
    own = {mention.country for mention in guests}
    found: dict[str, Mention] = {}
    for i in range(start, end):
        token, mention = tokens[i], tokens[i].mention
        if mention is None:
            if found and token.low not in {",", "and"}:
                break
            continue
        state = reference.states.get(mention.country or "")
        gone_to = states and mention.type is EntityType.STATE and _leads_there(tokens, i)
        if (mention.type is EntityType.PLACE or gone_to) and state and mention.country not in own:
            found.setdefault(state.entity, state)
        elif mention.type is EntityType.PLACE:
            break
    return tuple(found.values())


def _leads_there(tokens: Sequence[Token], i: int) -> bool:
    """Whether a name stands behind "in" or "for", but for its article."""
    before = [token.low for token in tokens[max(0, i - 2) : i] if "determiner" not in token.classes]
    return bool(before) and before[-1] in {"in", "for"}


def of_home(tokens: Sequence[Token], span: Subject, end: int, reference: Reference) -> tuple[Mention, ...]:
    """The state for a body of it that nobody names, in a clause that ends at token `end`.

    Armed men are of the side told last; what else acts is of the country of the person that it acts on, of
    the town named before it, else of the country of the news.
    """
    body = _body(tokens, span)
    if body < 0:
        return ()
    start = tokens[body].start
    before = [mention for mention in reference.here if mention.end <= start]
    countries = [m.country for m in (*before, *reference.doers) if m.country]
    armed = bool(tokens[body].things & {"force", "vessel"})
    if armed and countries:
        return _state(reference, countries[0])
    if armed and reference.doers:
        return tuple(reference.doers[:1])  # "United Nations forces landed. Marines took the island."
    town = next((t.mention for t in tokens[:body] if is_town(t)), None)
    behind = [t.mention for t in tokens[span.end : end] if t.mention]
    person = next((m for m in behind if m.type is EntityType.PERSON and m.country), None)
    owner = next((m for m in reversed(before) if m.type is EntityType.PERSON), None)
    home = (town or person or reference).country
    return _state(reference, home or (owner.country if owner else None))


def _body(tokens: Sequence[Token], span: Subject) -> int:
    """The token of the body that heads a subject, or -1: nobody may be named in it."""
    words = range(span.start, span.end)
    if any(tokens[i].mention and not is_town(tokens[i]) for i in words):
        return -1
    stop = next((i for i in words if "preposition" in tokens[i].classes and tokens[i].low != "of"), span.end)
    return next((i for i in reversed(range(span.start, stop)) if tokens[i].low in lexicon().local), -1)


def crowd_of(tokens: Sequence[Token], span: Subject, end: int, reference: Reference) -> tuple[Mention, ...]:
    """The state of people of whom nobody is named: "some 44,000 people", "members of a union".

    It is that of the town that they are in, else of the news; their clause ends at token `end`.
    """
    people = tokens[span.start : span.end]
    unnamed = not any(token.mention for token in people)
    if not (unnamed and any(token.low in _CROWDS | lexicon().local for token in people)):
        return ()
    town = next((t.mention for t in tokens[span.start : end] if is_town(t)), None)
    country = (town or reference).country
    return _state(reference, country) or somebody(tokens[span.start : end], reference)


def is_town(token: Token) -> bool:
    """Whether a token names a town or another place that is no state."""
    return token.mention is not None and token.mention.type is EntityType.PLACE


def _state(reference: Reference, country: str | None) -> tuple[Mention, ...]:
    state = reference.states.get(country or "")
    return (state,) if state else ()


def somebody(tokens: Sequence[Token], reference: Reference) -> tuple[Mention, ...]:
    """Returns the state for an act of nobody named: that of a name in its clause, else of the news."""
    here = ((i, t.mention) for i, t in enumerate(tokens) if t.mention and t.mention.country and not t.quoted)
    named = next((mention for i, mention in here if not i or tokens[i - 1].low != "from"), None)
    return _state(reference, (named or reference).country)
