"""Who said it: the clause of report that a sentence's acts hang on, and the sources named "according to"."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.events.candidates import Candidate
from corpus.events.clauses import Opener
from corpus.events.doers import Scene
from corpus.events.groups import groups
from corpus.events.lexicon import lexicon
from corpus.model import EntityType, Kind, Mention, Status

ANNOUNCING = {"announce", "declare"}
_HINDSIGHT = {
    "investigators",
    "investigation",
    "inquiry",
    "probe",
    "court",
    "study",
    "historians",
    "prosecutors",
    "researchers",
}
_ADMITTING = {"acknowledge", "admit", "concede", "confirm", "recall"}
_ISSUED = {"published", "released", "issued", "posted", "printed", "unveiled", "signed"}
_PAPERS = {
    "report",
    "reports",
    "statement",
    "dispatch",
    "release",
    "announcement",
    "commentary",
    "notice",
    "readout",
}
_OF_THE_DAY = {"statement", "announcement", "release", "notice", "readout"}  # "by a statement Friday"
_UNNAMED = {
    "report",
    "reports",
    "sources",
    "source",
    "media",
    "rumors",
    "rumours",
    "allegations",
    "experts",
    "analysts",
    "witnesses",
}


@dataclass(frozen=True, slots=True)
class Attribution:
    """A clause of report: its candidate where it has one, the token of its time or -1, and who says it.

    `hindsight` marks those who look into what was done long before, `admits` words that admit what had been
    done.
    """

    clause: int
    by: Mention | None
    time: int
    trailing: bool
    alleged: bool = False
    announces: bool = False
    hindsight: bool = False
    admits: bool = False

    def declares(self, candidate: Candidate) -> bool:
        """Whether the words themselves bring an act about: those of the one who acts."""
        own = self.by is not None and self.by.entity in {m.entity for m in candidate.roles.sources}
        planned = candidate.status is Status.ANNOUNCED and self.speaks_for(candidate)
        return self.announces and (own or planned)

    def speaks_for(self, candidate: Candidate) -> bool:
        """As in "Trump announced that the U.S. would impose tariffs": his state acts."""
        land = self.by.country if self.by is not None and self.by.type is EntityType.PERSON else None
        states = (m for m in candidate.roles.sources if m.type is EntityType.STATE)
        return land is not None and any(state.country == land for state in states)


def attribution(scene: Scene, candidates: Sequence[Candidate]) -> Attribution | None:
    """Returns the clause of report of a sentence, leading ("said that") or trailing (", it said")."""
    for candidate in candidates:
        if not candidate.report:
            continue
        index = candidate.clause
        opener = scene.clauses[index].opener
        if opener in {Opener.WHO, Opener.SUB}:
            continue
        leading = _has_content(scene, index)
        trailing = index > 0 and opener is not Opener.AND and not leading and not _opens_quoted(scene)
        if trailing or leading:
            by = candidate.roles.sources[0] if candidate.roles.sources else None
            announces = scene.tokens[candidate.trigger].lemma in ANNOUNCING
            clause = scene.clauses[index]
            hindsight = any(t.low in _HINDSIGHT for t in scene.tokens[clause.start : clause.end])
            admits = scene.tokens[candidate.trigger].lemma in _ADMITTING
            return Attribution(
                index, by, candidate.time, trailing, announces=announces, hindsight=hindsight, admits=admits
            )
    return _according(scene)


def told_by_person(scene: Scene, candidate: Candidate) -> bool:
    """As in "She added that Pyongyang would not sit down": more from somebody, and what it is."""
    people = [mention.type is EntityType.PERSON for mention in candidate.roles.sources]
    return _has_content(scene, candidate.clause) and bool(people) and all(people)


def _has_content(scene: Scene, index: int) -> bool:
    return index + 1 < len(scene.clauses) and scene.clauses[index + 1].opener is Opener.CONTENT


def _opens_quoted(scene: Scene) -> bool:
    """Whether the words that are said begin the sentence, in quotation marks."""
    return scene.tokens[scene.clauses[0].start].quoted


def _according(scene: Scene) -> Attribution | None:
    tokens = scene.tokens
    for i, token in enumerate(tokens[:-2]):
        if token.low == "according" and tokens[i + 1].low == "to":
            index = next(k for k, clause in enumerate(scene.clauses) if i < clause.end)
            end = scene.clauses[index].end
            group = next(groups(tokens, scene.finite, i + 2, end), None)
            alleged = any(t.low in _UNNAMED for t in tokens[i + 2 : end]) and group is None
            by = group.mentions[0] if group else None
            return Attribution(index, by, _issued(scene, i + 2, end), trailing=True, alleged=alleged)
    return None


def _issued(scene: Scene, start: int, end: int) -> int:
    """Returns the token of the day in "according to a decree published on Saturday", or -1."""
    for i in range(start + 1, end):
        if scene.tokens[i].time and scene.tokens[i - 1].low in _ISSUED | _OF_THE_DAY:
            return i
    return -1


def opens_by_paper(scene: Scene, i: int) -> bool:
    """As in "According to the report on Sunday, Kim was welcomed": the day of the paper and of no act."""
    first = next(clause for clause in scene.clauses if i < clause.end)
    according = scene.tokens[first.start].low == "according" and first.verb < 0
    return according and scene.tokens[i - 1].low in _PAPERS


def is_quiet(scene: Scene, candidate: Candidate) -> bool:
    """Whether a verb of saying only carries the words of others."""
    return (
        candidate.meaning.kind is Kind.STATEMENT and scene.tokens[candidate.trigger].lemma in lexicon().quiet
    )
