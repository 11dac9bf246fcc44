"""Acts without a date that go on with what was told: the same people, "in response", "hours after"."""

from collections.abc import Set

from corpus.events.candidates import Candidate
from corpus.events.clauses import Clause, Opener
from corpus.events.doers import Scene
from corpus.events.kinds import WORDS
from corpus.events.lexicon import lexicon
from corpus.events.page import Page
from corpus.model import Basis, Kind, Precision

_PHRASE = 3  # tokens from what points to the noun
_POINTING = {"the", "that", "this"}
_TAKING_UP = {"he", "she", "they"}  # subjects that go on with whom the sentence before told of
_TOLD = {"the", "this", "that", "these", "those", "such", "it", "them"}  # what is known


def resumes(page: Page, scene: Scene, act: Candidate, clause: int) -> bool:
    """Whether an act goes on from the sentence before, or by "and" from one in clause `clause` that does."""
    return (
        _takes_up(page, scene, act)
        or joins(scene, act, clause)
        or _continues(page, act)
        or _adds(page, scene, act)
        or _stays_with(page, scene, act)
        or _is_of_what_was_told(page, scene, act)
    )


def _stays_with(page: Page, scene: Scene, act: Candidate) -> bool:
    """As in "Lee visited Paris on Wednesday. He met Macron": a deed of whom the sentence before told of."""
    sources = {mention.entity for mention in act.roles.sources}
    before = scene.tokens[act.use.edge - 1] if act.use and act.use.edge else scene.tokens[0]
    same = before.low in _TAKING_UP or _opening(scene).startswith("the two")
    done = act.meaning.kind not in WORDS and not (act.use and act.use.perfect)
    return same and done and not page.in_head() and bool(sources) and sources <= page.acted


def _is_of_what_was_told(page: Page, scene: Scene, act: Candidate) -> bool:
    """As in "It fired a rocket on Wednesday. Seoul said the launch failed": of what was told just before."""
    told = page.before is not None and page.before.precision is Precision.DAY and not page.in_head()
    if not told or (act.use and act.use.perfect):
        return False
    about = page.about
    return any(_points(scene, k, about) for k in range(len(scene.tokens) - 1))


def _points(scene: Scene, k: int, nouns: Set[str]) -> bool:
    """As in "the launch", "that 11-day exercise": one of these nouns behind what points to something told."""
    if scene.tokens[k].low not in _POINTING:
        return False
    for token in scene.tokens[k + 1 : k + 1 + _PHRASE]:
        if token.low in nouns:
            return True
        plain = token.low[:1].isdigit() or token.time or (token.word and not token.classes)
        if not plain or token.mention:
            return False
    return False


def _adds(page: Page, scene: Scene, act: Candidate) -> bool:
    """As in "They signed an accord in June. Both also pledged": more of what was agreed or done then.

    So too "The pact was signed in 2018. The two sides agreed to close posts".
    """
    clause = scene.clauses[act.clause]
    also = any(token.low == "also" for token in scene.tokens[clause.start : clause.end])
    sources = {mention.entity for mention in act.roles.sources}
    same = bool(sources) and sources <= page.before_of and not (act.use and act.use.perfect)
    agreed = act.meaning.kind is Kind.AGREE
    both = agreed and page.about_accord and not page.in_head() and _names_both(scene)
    return both or (also and (same or (agreed and page.before is page.occasions.accord)))


def _names_both(scene: Scene) -> bool:
    """As in "The two sides agreed": who has signed what the sentence before was about."""
    return _opening(scene).startswith(("the two", "both", "they "))


def _opening(scene: Scene) -> str:
    """The first two words, which may stand for somebody: "the two sides"."""
    words = (token.mention.text if token.mention else token.low for token in scene.tokens[:2])
    return " ".join(words).lower()


def _continues(page: Page, act: Candidate) -> bool:
    """As in "Seoul said last week that … It said": more from who spoke or acted in the sentence before."""
    before, sources = page.before, {mention.entity for mention in act.roles.sources}
    wide = before is not None and before.precision is not Precision.DAY and before.basis is not Basis.EXPLICIT
    return wide and bool(sources) and sources <= page.before_of and not (act.use and act.use.perfect)


def _takes_up(page: Page, scene: Scene, act: Candidate) -> bool:
    """As in "In response, Pyongyang demanded", "Rejecting the charge, it left", "Moscow then cut the gas"."""
    clause, first = scene.clauses[act.clause], scene.tokens[0]
    rejoins = first.low in lexicon().mood["rejoining"]
    taken_up = rejoins and len(scene.tokens) > 1 and scene.tokens[1].low in _TOLD
    opening = f" {' '.join(token.low for token in scene.tokens[:3])} "
    resuming = any(f" {words} " in opening for words in lexicon().mood["resuming"])
    resuming = resuming and not (page.in_head() and scene.tokens[2].low == "to")  # "in response to the news"
    then = any(token.low == "then" for token in scene.tokens[clause.start : clause.end])
    return (taken_up and page.tells_another_story()) or resuming or then


def joins(scene: Scene, act: Candidate, clause: int) -> bool:
    """Whether an act goes on by "and" from one in clause `clause`."""
    between = scene.clauses[clause + 1 : act.clause] if clause >= 0 else ()
    said = clause >= 0 and all(piece.opener is Opener.CONTENT for piece in between)
    return said and clause <= act.clause and scene.clauses[act.clause].opener is Opener.AND


def goes_on(page: Page, scene: Scene, act: Candidate) -> bool:
    """Whether those who acted on a day act again in the same paragraph: "Yoon told him that", "He left"."""
    sources = {mention.entity for mention in act.roles.sources}
    before = scene.tokens[act.use.edge - 1].low if act.use and act.use.edge else ""
    resumes = before in _TAKING_UP and not act.report
    acting = act.roles.sources if resumes or page.heard else (*act.roles.sources, *act.roles.targets)
    near = all(m.entity in page.told_of or (m.country in page.lands and not page.heard) for m in acting)
    beside = (
        not page.heard and act.meaning.kind not in WORDS and any(m.entity in page.told_of for m in acting)
    )
    return bool(sources) and (near or beside) and not (act.use and (act.use.anterior or act.use.perfect))


def soon_after(scene: Scene, piece: Clause) -> bool:
    """Whether a piece sets an act soon after what was told: "Hours after the second launch, Moon ordered"."""
    low = [token.low for token in scene.tokens[piece.start : piece.start + 2]]
    return low in (["hours", "after"], ["minutes", "after"], ["shortly", "after"], ["immediately", "after"])
