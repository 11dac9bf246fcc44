"""From the sentences of a document to its events."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from corpus.events.attribution import ANNOUNCING, attribution, is_quiet
from corpus.events.candidates import Candidate
from corpus.events.clauses import cut_clauses
from corpus.events.dating import dated_candidates, dates_events
from corpus.events.inheritance import (
    Dated,
    about,
    declared,
    companion,
    hangs_on,
    is_joint,
    is_main,
    is_told,
    reported,
    shared,
    told,
)
from corpus.events.making import make_event
from corpus.events.quotation import mark_quoted, opens_quotation
from corpus.events.reference import Reference
from corpus.events.roles import Scene
from corpus.events.salience import salience
from corpus.events.screening import dateline_length, reports
from corpus.events.tokens import tokenize
from corpus.events.verbs import Voice
from corpus.linking import Linked
from corpus.model import Basis, Document, EntityType, Event, Kind, Mention, Sentence, Status, TimeExpression
from corpus.times.reasons import day_in_words

_LEAD_SENTENCES = 2
_PRESENT_DAYS = 14  # how far from the publication the present tense can tell an act: "visits on Tuesday"
_GOES_ON = 2  # sentences for which the last act goes on
_NEAR = 4  # days between a lead without a date and the same act told with one


@dataclass(slots=True)
class _Page:
    """A document being read: what is known of it, and what was told so far.

    `day` is that of the last act that was told with one, and `since` counts the sentences after it.
    """

    document: Document
    reference: Reference
    counts: Counter[str]
    lead: int = 0
    day: Dated | None = None
    since: int = 0


@dataclass(frozen=True, slots=True)
class _Within:
    """A sentence with the mentions and times in it."""

    sentence: Sentence
    mentions: list[Mention]
    times: list[TimeExpression]


def events_of(
    document: Document, sentences: Sequence[Sentence], times: Sequence[TimeExpression], linked: Linked
) -> list[Event]:
    """Returns the events of a document, sorted by passage and then by trigger."""
    states = {m.country: m for m in linked.mentions if m.country and m.type is EntityType.STATE}
    page = _Page(document, Reference(states=states), Counter(mention.entity for mention in linked.mentions))
    found: list[Event] = []
    inside, paragraph = False, -1
    for part in _parts(sentences, linked.mentions, times):
        sentence = part.sentence
        inside = inside and sentence.paragraph == paragraph
        paragraph = sentence.paragraph
        page.reference.next_sentence(document.text, part.mentions)
        text = document.text[sentence.start : sentence.end]
        if reports(text, document.title):
            page.since += 1
            found += _sentence_events(page, part, text, inside)
            page.lead += 1
        inside = opens_quotation(document.text, sentence.start, sentence.end, inside)
    found = [event for event in found if not _retold(event, found)]
    return [replace(event, salience=salience(event, page.counts, len(document.text))) for event in found]


def _retold(event: Event, events: Sequence[Event]) -> bool:
    """Whether a lead without a date is told again with one."""
    if event.basis is not Basis.INHERITED or event.time is not None or not event.value.endswith("~"):
        return False
    actors = {actor.entity for actor in event.actors}
    return any(
        other is not event
        and other.kind is event.kind
        and not other.value.endswith("~")
        and abs((other.first - event.first).days) <= _NEAR
        and actors & {actor.entity for actor in other.actors}
        for other in events
    )


def _parts(
    sentences: Sequence[Sentence], mentions: Sequence[Mention], times: Sequence[TimeExpression]
) -> Iterator[_Within]:
    m = t = 0
    for sentence in sentences:
        here: list[Mention] = []
        when: list[TimeExpression] = []
        while m < len(mentions) and mentions[m].start < sentence.end:
            if mentions[m].start >= sentence.start and mentions[m].end <= sentence.end:
                here.append(mentions[m])
            m += 1
        while t < len(times) and times[t].start < sentence.end:
            if times[t].start >= sentence.start and times[t].end <= sentence.end:
                when.append(times[t])
            t += 1
        yield _Within(sentence, here, when)


def _sentence_events(page: _Page, part: _Within, text: str, inside: bool) -> list[Event]:
    lead = page.lead < _LEAD_SENTENCES and page.document.published is not None
    goes_on = page.day is not None and page.since <= _GOES_ON and len(part.mentions) > 1 and not part.times
    if not lead and not goes_on and not any(dates_events(time) for time in part.times):
        return []
    body = replace(part.sentence, start=part.sentence.start + dateline_length(text))
    tokens = tokenize(page.document.text, body, part.mentions, part.times)
    mark_quoted(tokens, inside)
    clauses, finite = cut_clauses(tokens)
    scene = Scene(tokens, clauses, finite, page.reference)
    candidates = dated_candidates(scene, text, page.document.published)
    dated = _dates(page, scene, candidates, lead)
    if not dated and goes_on:
        dated = _continued(page, scene, candidates)
    found: list[Event] = []
    for candidate, when in dated:
        event = make_event(page.document, part.sentence, scene, candidates, candidate, when)
        if event:
            _add(found, event)
    if found:
        page.lead = _LEAD_SENTENCES if lead else page.lead
        _remember(page, dated)
    return found


def _continued(page: _Page, scene: Scene, candidates: Sequence[Candidate]) -> list[tuple[Candidate, Dated]]:
    """What both sides of the act just told did besides: "The two leaders signed a declaration."."""
    last = {mention.entity for mention in page.reference.last}
    for candidate in candidates:
        actors = {m.entity for m in (*candidate.roles.sources, *candidate.roles.targets)}
        together = len(actors) > 1 and actors <= last and is_joint(candidate) and is_main(scene, candidate)
        if together and page.day and page.day.first == page.day.last:
            return [
                (candidate, about(page.day.first, f"no date of its own; told right after {page.day.why}"))
            ]
    return []


def _remember(page: _Page, dated: Sequence[tuple[Candidate, Dated]]) -> None:
    """Keeps who took part, and when: "the two leaders" and "the drill" of the next sentences."""
    reference = page.reference
    candidate, when = dated[0]
    if when.time is not None:
        page.day, page.since = (when if candidate.status is Status.HAPPENED else None), 0
    for candidate, _ in dated:
        roles = candidate.roles
        if roles.sources:
            reference.acted[candidate.meaning.kind] = (*roles.sources, *roles.targets)
    first = dated[0][0].roles
    reference.last = (*first.sources, *first.targets)


def _add(found: list[Event], event: Event) -> None:
    """Keeps of two acts that make the same line the one that names more actors."""
    twin = next((i for i, other in enumerate(found) if _same(event, other)), None)
    if twin is None:
        found.append(event)
    elif len(event.actors) > len(found[twin].actors):
        found[twin] = event


def _same(one: Event, other: Event) -> bool:
    """Whether two acts of one sentence are the same line: same day, kind and actors."""
    one_actors, others = ({actor.entity for actor in event.actors} for event in (one, other))
    return (
        one.value == other.value and one.kind is other.kind and (one_actors <= others or others <= one_actors)
    )


def _dates(
    page: _Page, scene: Scene, candidates: Sequence[Candidate], lead: bool
) -> list[tuple[Candidate, Dated]]:
    """Pairs each act that can be dated with its date; the words that only report an act are left out."""
    said = attribution(scene, candidates)
    found: list[tuple[Candidate, Dated]] = []
    carried = False
    for candidate in candidates:
        if candidate.void:
            continue
        when = _own_date(scene, candidates, candidate, page.document.published)
        if when is None and said and hangs_on(scene, candidate, said) and is_told(candidate, said):
            time = scene.tokens[said.time].time if said.time >= 0 else None
            when = (declared if said.declares(candidate) else reported)(time) if time else None
        if when is not None:
            found.append((candidate, when))
            content = said is not None and hangs_on(scene, candidate, said)
            carried = carried or bool(
                said and content and (said.trailing or candidate.meaning.kind is not Kind.STATEMENT)
            )
    if carried and said:
        found = [
            pair
            for pair in found
            if pair[0].clause != said.clause or not pair[0].report or _announces(scene, pair[0], found)
        ]
    if not found and lead:
        return _lead_date(page, scene, candidates)
    return [pair for pair in found if not (is_quiet(scene, pair[0]) and pair[0].time < 0)]


def _announces(scene: Scene, candidate: Candidate, found: Sequence[tuple[Candidate, Dated]]) -> bool:
    """An announcement with a date of its own is an event beside what it announces for another day."""
    own = candidate.time >= 0 and scene.tokens[candidate.trigger].lemma in ANNOUNCING
    return own and all(pair[1].time is not None for pair in found)


def _own_date(
    scene: Scene, candidates: Sequence[Candidate], candidate: Candidate, published: date | None
) -> Dated | None:
    if candidate.time >= 0:
        time = scene.tokens[candidate.time].time
        return told(time) if time and not _is_background(candidate, time, published) else None
    partner = companion(scene, candidates, candidate)
    time = scene.tokens[partner.time].time if partner else None
    return shared(time) if time else None


def _is_background(candidate: Candidate, time: TimeExpression, published: date | None) -> bool:
    """Whether a verb tells no single act: "has conducted forty tests this year", "discusses", "would send"."""
    use = candidate.use
    if use is None or time.first is None:
        return False
    if use.tentative and published is not None and time.first < published:
        return True
    if use.present and use.voice is Voice.ACTIVE:
        return published is None or abs((time.first - published).days) > _PRESENT_DAYS
    return use.perfect and time.last != time.first


def _lead_date(page: _Page, scene: Scene, candidates: Sequence[Candidate]) -> list[tuple[Candidate, Dated]]:
    """The news of the day without a date: its main act is near the day of publication."""
    published = page.document.published
    if published is None:
        return []
    for candidate in candidates:
        if is_main(scene, candidate) and candidate.roles.sources and not candidate.void:
            why = f"no date of its own; published {day_in_words(published)}"
            return [(candidate, about(published, why))]
    return []
