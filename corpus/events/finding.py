"""From the sentences of a document to its events."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.events.aired import unmark_airing
from corpus.events.candidates import Candidate
from corpus.events.carried import Pair
from corpus.events.chronology import day_heads
from corpus.events.clauses import Opener, cut_clauses
from corpus.events.dating import dated_candidates
from corpus.events.doers import Scene
from corpus.events.helping import unmark_helping
from corpus.events.history import Age, heads_history, surroundings
from corpus.events.home import home_of
from corpus.events.insets import drop_asides, unmark_insets
from corpus.events.kinds import things_at
from corpus.events.lead import day_of_lead, taken_up
from corpus.events.lexicon import lexicon
from corpus.events.making import make_event
from corpus.events.page import Page
from corpus.events.pairing import dated_acts
from corpus.events.quotation import mark_quoted, opens_quotation
from corpus.events.reference import Reference, note_owners
from corpus.events.remarks import with_days_of_remarks
from corpus.events.retelling import add_line, is_retold
from corpus.events.salience import salience
from corpus.events.screening import dateline_length, is_heading, reports
from corpus.events.spoken_of import is_spoken_of
from corpus.events.states import known_states
from corpus.events.tokens import tokenize
from corpus.events.usable import dates_events
from corpus.events.verbs import Voice
from corpus.linking import Linked
from corpus.model import Document, EntityType, Event, Kind, Mention, Sentence, TimeExpression

_LETTERS = re.compile(r"[a-z]+(?:-[a-z]+)*")
_ASIDE = {Opener.WHO, Opener.SUB}
_LONG_PAST = 60  # days before the news
_MUTUAL = {Kind.AGREE, Kind.CONSULT, Kind.COOPERATE}  # both sides take part


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
    named = {m.country: m for m in linked.mentions if m.country and m.type is EntityType.STATE}
    counts = Counter(mention.entity for mention in linked.mentions)
    home = home_of(document.text, sentences, linked.mentions)
    page = Page(document, Reference(states={**known_states(), **named}, country=home), counts)
    page.occasions.introduce(_LETTERS.findall((document.title or "").lower()), head=True)
    found: list[Event] = []
    inside = False
    parts = list(_parts(sentences, linked.mentions, times))
    timed = [(part.sentence, part.times) for part in parts]
    heads = day_heads(document.text, timed)
    around = surroundings(document.text, timed, document.today)
    page.thread.fresh = any(each.here is Age.FRESH for each in around)
    for part, page.around in zip(parts, around, strict=True):
        sentence, head = part.sentence, heads.get(part.sentence.start)
        inside = inside and sentence.paragraph == page.paragraph
        page.turn_to(sentence.paragraph)
        text = document.text[sentence.start : sentence.end]
        if head:
            page.open_day(head.time)
        begins = head.body if head else sentence.start + dateline_length(text)  # nobody in a dateline is "it"
        page.reference.next_sentence(document.text, [m for m in part.mentions if m.start >= begins])
        if head and head.body < 0:
            continue
        if reports(text, document.title):
            page.see_times(text, part.times, sentence.start)
            found += _sentence_events(page, part, text, begins, inside=inside)
            page.read += 1
        elif page.read and is_heading(text, document.title):
            page.open_section(history=heads_history(text))
        inside = opens_quotation(document.text, sentence.start, sentence.end, inside)
    found = with_days_of_remarks(document.text, timed, found)
    acting = [frozenset(actor.entity for actor in event.actors) for event in found]
    told = [event for i, event in enumerate(found) if not is_retold(event, found, acting, i)]
    return [replace(event, salience=salience(event, counts, len(document.text))) for event in told]


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


def _sentence_events(page: Page, part: _Within, text: str, begins: int, *, inside: bool) -> list[Event]:
    if not _may_tell(page, part, text):
        return []
    body = replace(part.sentence, start=begins) if begins > part.sentence.start else part.sentence
    tokens = tokenize(page.document.text, body, part.mentions, part.times)
    mark_quoted(tokens, inside)
    spoken = frozenset([token.low for token in tokens])
    drop_asides(tokens)
    unmark_insets(tokens, spoken)
    unmark_helping(tokens, spoken)
    unmark_airing(tokens, spoken)
    clauses, finite = cut_clauses(tokens, listed=page.section_day is not None)
    scene = Scene(tokens, clauses, finite, page.reference, spoken)
    candidates = dated_candidates(scene, text, page.document.published)
    note_owners(scene.tokens, spoken, page.reference)
    _note_drills(scene, candidates)
    pairs = dated_acts(page, scene, candidates)
    found: list[Event] = []
    for candidate, when in pairs:
        event = make_event(page.document, part.sentence, scene, candidates, candidate, when)
        if event:
            add_line(found, event)
            clause = clauses[candidate.clause]
            aside = clause.opener in _ASIDE and clause.word != "when"
            anterior = bool(candidate.use and candidate.use.anterior)
            passing = candidate.use is None and candidate.time >= 0 and is_spoken_of(tokens, candidate.time)
            page.note(event, when, aside=aside, anterior=anterior, passing=passing)
    if page.in_head():
        _read_lead(page, scene)
    if found:
        _remember(scene, [pair for pair in pairs if not _is_long_past(page, pair)])
    page.tokens = tokens
    return found


def _read_lead(page: Page, scene: Scene) -> None:
    """Keeps the day of the news, where no event of the lead has it, and what the head takes up as known."""
    day = day_of_lead(scene) if page.news is None and page.read == 0 else None
    if day and day.first:
        page.take_news((day.first, day.why))
    page.taken_up += taken_up(scene)


def _may_tell(page: Page, part: _Within, text: str) -> bool:
    """Whether a sentence is worth cutting up: it names somebody and a date, or has a word for an act."""
    words = _LETTERS.findall(text.lower())
    page.occasions.introduce(words, head=page.read == 0)
    if page.section_day or any(dates_events(time) for time in part.times):
        return bool(part.mentions) or not lexicon().triggers.isdisjoint(words)
    if not page.dates_acts():
        return False
    telling = lexicon().triggers if page.in_head() else lexicon().finished
    return not telling.isdisjoint(words)


def _is_long_past(page: Page, pair: Pair) -> bool:
    """As in "The first summit since Putin's meeting with Trump in 2018": "the two" are not those."""
    candidate, when = pair
    news = page.news_day()
    return candidate.use is None and news is not None and (news[0] - when.last).days > _LONG_PAST


def _remember(scene: Scene, pairs: Sequence[Pair]) -> None:
    """Keeps who took part: "the two leaders" and "the drill" of the next sentences."""
    reference = scene.reference
    for candidate, _ in pairs:
        roles, kind, thing = candidate.roles, candidate.meaning.kind, candidate.meaning.thing
        if roles.sources:
            reference.acted[candidate.meaning.kind] = (*roles.sources, *roles.targets)
        for name in things_at(scene.tokens, thing) if thing >= 0 and roles.sources else ():
            reference.acted_in[name] = (*roles.sources, *(roles.targets if kind in _MUTUAL else ()))
    if not pairs:
        return
    reference.told = tuple(m for candidate, _ in pairs for m in _subject(candidate))
    first = pairs[0][0].roles
    reference.last = (*first.sources, *first.targets)


def _note_drills(scene: Scene, candidates: Sequence[Candidate]) -> None:
    """Keeps whose drills go on, though no day is told: "The drills that began on Monday" are theirs."""
    for candidate in candidates:
        thing, sources = candidate.meaning.thing, candidate.roles.sources
        held = candidate.use is not None and candidate.trigger < thing and bool(sources)
        if held and "drill" in things_at(scene.tokens, thing):
            scene.reference.acted_in["drill"] = sources


def _subject(candidate: Candidate) -> tuple[Mention, ...]:
    """Whom "he" of the next sentence means first: the grammatical subject."""
    roles, use = candidate.roles, candidate.use
    passive = use is not None and use.voice is Voice.PASSIVE
    return (*roles.targets, *roles.sources) if passive else roles.sources
