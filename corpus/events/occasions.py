"""Acts that belong to an occasion told elsewhere: "at the summit, Kim pledged", "they signed the treaty".

Who pledged something at the summit did so on the day of the summit; where the document tells no such day and
the summit is not its news, nobody knows when.
"""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from corpus.events.candidates import Candidate
from corpus.events.dated import Dated, resumed
from corpus.events.doers import Scene
from corpus.events.lexicon import lexicon
from corpus.events.standing import pieces_of
from corpus.events.tokens import Token
from corpus.events.verbs import Voice
from corpus.model import EntityType, Event, Kind, Precision

_LEADING = {"at", "during", "after", "following", "in"}
_KNOWN = {"the", "their", "his", "her", "its", "that", "those", "both"}
_ANOTHER = {"earlier", "previous", "last"}
_NEW = {"a", "an", "another", "new"}
_PHRASE = 5  # tokens of a noun phrase up to its noun
_STORY_DAYS = 10
_OPENING = 8  # tokens of a sentence that may name the accord


@cache
def _nouns() -> dict[str, str]:
    """The nouns for an occasion, each with its class: a meeting is what talks are."""
    things = ("talks", "visit")
    return {noun: thing for thing in things for noun, classes in lexicon().things.items() if thing in classes}


def _is_of_the_story(when: Dated, news: date) -> bool:
    return when.precision is Precision.DAY and 0 < (news - when.day).days <= _STORY_DAYS


@dataclass(slots=True)
class Occasions:
    """What a document has told so far of meetings and agreements.

    `known` holds the classes of occasions that its head or a later sentence brings up as news. `meetings`
    has who met and the date, the last one last, and `accord` the date of the agreement told last, between the
    countries `accord_of`; `agreed` tells that there is one, dated or not.
    """

    known: set[str] = field(default_factory=set)
    meetings: list[tuple[frozenset[str], Dated]] = field(default_factory=list)
    accord: Dated | None = None
    agreed: bool = False
    accord_of: frozenset[str] = frozenset()

    def introduce(self, words: Sequence[str], *, head: bool) -> None:
        """Takes in the words of a sentence, in lower case; what its `head` names is the news."""
        nouns = _nouns()
        if nouns.keys().isdisjoint(words):
            return
        for i, word in enumerate(words):
            if word in nouns and (head or not _NEW.isdisjoint(words[max(0, i - 4) : i])):
                self.known.add(nouns[word])

    def note(self, event: Event, when: Dated, *, dated: bool) -> None:
        """Takes in an event that happened, and whether its date was told."""
        if event.kind is Kind.AGREE:
            self.agreed = True
            if dated:
                self.accord = when
                self.accord_of = frozenset(actor.country for actor in event.actors if actor.country)
        if event.kind in {Kind.CONSULT, Kind.AGREE} and dated:
            self.meetings.append((frozenset(actor.entity for actor in event.actors), when))

    def date(
        self, scene: Scene, act: Candidate, news: date | None, *, head: bool
    ) -> tuple[bool, Dated | None]:
        """Returns whether an act without a date belongs to an occasion told elsewhere, and its date if told.

        An occasion that is the news has its own day, too, where that is told: "during the summit". `news` is
        the day of the news, `head` tells that the news itself is being told.
        """
        known = not head and _signs_what_is_known(scene, act)
        if _under_accord(scene) or known or self._signs_it_again(scene, act):
            return not self.agreed or self.accord is not None, self.accord and resumed(self.accord)
        occasion, another = next(_occasions(scene, act), ("", False))
        if another:
            return True, None
        if not occasion:
            return False, None
        acting = {mention.entity for mention in (*act.roles.sources, *act.roles.targets)}
        when = self._met(acting)
        if occasion in self.known and not (when and news and _is_of_the_story(when, news)):
            return False, None
        return True, when and resumed(when)

    def _met(self, acting: Set[str]) -> Dated | None:
        """The date of the last meeting of all these, else of the last one of some of them."""
        dates = [when for met, when in self.meetings if acting <= met]
        dates = dates or [when for met, when in self.meetings if acting & met]
        return dates[-1] if dates and acting else None

    def _signs_it_again(self, scene: Scene, act: Candidate) -> bool:
        """As in "Putin and Kim inked a treaty", told below "a day after Putin signed an accord with Kim"."""
        i, dated = act.meaning.thing, self.accord is not None and len(self.accord_of) > 1
        if (
            act.meaning.kind is not Kind.AGREE
            or not dated
            or i <= act.trigger
            or not is_accord(scene.tokens[i])
        ):
            return False
        lands = {mention.country for mention in (*act.roles.sources, *act.roles.targets)}
        return lands == self.accord_of


def _under_accord(scene: Scene) -> bool:
    """As in "Under the declaration, both sides agreed": done in what was signed."""
    opening = scene.tokens[:_OPENING]
    comma = next((i for i, token in enumerate(opening) if token.low == ","), 0)
    return opening[0].low == "under" and any(is_accord(token) for token in opening[1:comma])


def is_accord(token: Token) -> bool:
    """Whether a token is a word for an agreement, or the name of one."""
    return "accord" in token.things or (
        token.mention is not None and token.mention.type is EntityType.AGREEMENT
    )


def _signs_what_is_known(scene: Scene, act: Candidate) -> bool:
    """As in "They signed the treaty", "That accord was reached": it was told before, or needs no telling."""
    i, passive = act.meaning.thing, act.use is not None and act.use.voice is Voice.PASSIVE
    known = act.meaning.kind is Kind.AGREE and i >= 0 and (passive or i > act.trigger)
    return known and is_accord(scene.tokens[i]) and _is_known(scene.tokens, i)


def _is_known(tokens: Sequence[Token], i: int) -> bool:
    """Whether the noun at `i` has an article or an owner that points to something known."""
    for k in range(i - 1, max(i - _PHRASE, -1), -1):
        if tokens[k].low in _KNOWN or tokens[k].owner:
            return True
        if (tokens[k].classes and tokens[k].low not in _ANOTHER) or tokens[k].time:
            return False
    return False


def _occasions(scene: Scene, act: Candidate) -> Iterator[tuple[str, bool]]:
    """The classes of the occasions at which an act was done ("at their summit in Singapore").

    The second item tells whether it is another one than that of the news: "in their earlier call".
    """
    for piece in pieces_of(scene, act):
        for i in range(piece.start, piece.end):
            token = scene.tokens[i]
            if (
                i != act.meaning.thing
                and token.low in _nouns()
                and not token.quoted
                and _is_known(scene.tokens, i)
            ):
                before = {t.low for t in scene.tokens[max(piece.start, i - _PHRASE) : i]}
                if not _LEADING.isdisjoint(before) and "from" not in before:  # "following on from his visit"
                    yield _nouns()[token.low], not _ANOTHER.isdisjoint(before)
