"""Headlines: a passage cut to a line at its joints, with no word that is not in it."""

import re
from collections.abc import Iterator

from corpus.events.candidates import Candidate
from corpus.events.clauses import Opener
from corpus.events.doers import Scene, leads_within
from corpus.events.groups import title_end
from corpus.events.inflection import Form
from corpus.events.nominal import phrase_start
from corpus.events.subjects import Subject, antecedent, subject_span
from corpus.events.verbs import Shape, Voice
from corpus.model import EntityType, Kind

LONGEST = 90
_LEAD = re.compile(
    r"^(?:earlier in the day|on the other hand|in turn|as a reminder|for (?:his|her|its|their) part"
    r"|meanwhile|but|and|also|however|separately|in addition|so|then|yet"
    r"|that(?= (?:it|he|she|they)\b))\b,?\s+",
    re.IGNORECASE,
)
_JOINT = re.compile(
    r",(?!\d)|[;:—–(]|\s-\s|\s(?:and|but|while|after|before|as|which|who|that|to|in|on|for|with|at|amid|over)\s"
)
_DANGLING = (
    "as early as|as late as|shortly|just|soon|and|but|or|the|a|an|of|to|in|on|for|with|at|by|that|which|who"
    "|as|from|under|over|into|against|about|around|between|through|via|whose|whom|where|when|while|than"
)
_TAIL = re.compile(rf"[\s,;:—–(-]+$|[\s,;:—–(]+(?:-\s+)?(?:{_DANGLING})$")
_COUNT = re.compile(
    r",? (?:\w+ )?(?:hour|day|week|month|year)s? (?:after|before)$"
)  # "protested two days after"
_BRACKETS = re.compile(r"\s?(?!\[\w\]\w)[(\[][^)\]]*(?:[)\]]|$)")
_JOINED_DAY = re.compile(r"(?<=[\dy]) and$")  # "on May 16 and [June 2] in Istanbul"
_SECOND_DAY = re.compile(
    r"^(?:and|or|to)\s(?:on\s)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    r"|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s\d{1,2}\b)\s?"
)
# What led to a time that is cut goes with it: "slated for [June 22] at Kaesong", "12 March of that year".
_LEFT_OVER = re.compile(
    r"\s(?:for|by|from|since|until|till|at|around|between|of|late|early"
    r"|(?:(?:just|shortly|soon) )?(?:before|after))$"
)
_OF_YEAR = re.compile(r"^of (?:that|this|last|the same) year\b\s?")
_GOES_ON = re.compile(
    r"(?:and|but|or|of|in|on|at|to|for|with|by|from|after|before|as|while|when|over|near|between|among|amid|during)\b"
)
_OWNED = re.compile(r"\b(?:a|an|the|its|his|her|their|our|this)$", re.IGNORECASE)
_OF_THOSE = re.compile(  # "talks between Presidents A and B"
    r"(?:[\w-]+ (?:[a-z-]+ )*?(?:between|among)|(?:An?|The) (?:[a-z-]+ )+?(?:of|by|with)) "
)
_AGAINST = re.compile(r"\b(?:against|over|on|for) (?:[^\s,]+ ){0,3}$")  # "the motion against Han"
_OWNED_DAY = re.compile(r"\b(?:in|on|at|of|by|over)\s[^,;.]*[’']s?\s?$")
_LED = 6  # code points of a preposition before a day
_SPACE = re.compile(r"\s+")


def headline(text: str, scene: Scene, candidate: Candidate, drop: tuple[int, int] | None) -> str:
    """Returns the words of an act as a line of at most 90 characters.

    `drop` bounds the words of the date, which the list shows beside the line.
    """
    if drop and text[drop[0] : drop[1]].lower().endswith((" after", " before")):
        drop = None  # "came a week before the election" says nothing without it
    if drop and _OWNED_DAY.search(text, max(0, drop[0] - _LED), drop[1] + 2):
        drop = None  # "killed in last week's strike"
    if drop and candidate.report and any(token.quoted and token.start == drop[0] for token in scene.tokens):
        drop = None  # "Today's action shows our resolve," he said
    spans = _spans(scene, candidate)
    has_subject = len(spans) > 1
    if sum(end - start for start, end in spans) > LONGEST:
        spans = [*spans[:-1], *_untitled(scene, *spans[-1])]
    parts = [_cleared(text[start:end], start, drop) for start, end in spans]
    if has_subject and sum(map(len, parts)) > LONGEST:
        parts[0] = _names(text, candidate, parts[0])
    line = _SPACE.sub(" ", " ".join(part for part in parts if part))
    line = _BRACKETS.sub("", _LEAD.sub("", line.strip()))
    core = 0
    for i in _kept(scene, candidate):
        word = text[scene.tokens[i].start : scene.tokens[i].end]
        core = max(core, line.find(word, core) + len(word))
    return _capital(_shortened(line.strip(" ,;:—–-"), core))


def _kept(scene: Scene, candidate: Candidate) -> list[int]:
    """The tokens that a cut must not lose: the act, and the verb of what is said."""
    act = [candidate.trigger, *(k for k in [candidate.meaning.particle] if k > candidate.trigger)]
    if not _content_follows(scene, candidate):
        return act
    verbs = [
        c.verb for c in scene.clauses[candidate.clause + 1 :] if c.verb >= 0 and c.opener is not Opener.WHO
    ]
    return [*act, *verbs[:1]]


def _names(text: str, candidate: Candidate, words: str) -> str:
    """A long subject of persons as their bare names: "A, B and C"."""
    roles = candidate.roles
    named = {
        text[m.start : m.end]: m for m in (*roles.sources, *roles.targets) if text[m.start : m.end] in words
    }
    names = sorted(named, key=words.index)
    persons = all(mention.type is EntityType.PERSON for mention in named.values())
    if (
        not names
        or len(names) < len(roles.sources)
        or not persons
        or any(name[0].islower() for name in names)
        or _AGAINST.search(words, 0, words.index(names[0]))
    ):
        return words
    joint = " and " if " and " in words else ", "
    line = joint.join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]
    noun = _OF_THOSE.match(words[: words.index(names[0])])
    apart = noun is not None and "," in words[noun.end() : words.index(names[0])]
    return f"{noun[0]}{line}" if noun and not apart else line


def _spans(scene: Scene, candidate: Candidate) -> list[tuple[int, int]]:
    """The stretches of text that tell the act: its subject, and its verb with what follows in its clause."""
    tokens, clause = scene.tokens, scene.clauses[candidate.clause]
    use = candidate.use
    tells = _content_follows(scene, candidate)
    side = clause.opener in {Opener.SUB, Opener.WHO}
    last = scene.clauses[candidate.through] if candidate.through >= 0 else clause
    quotes = candidate.report or _quotes(scene, candidate)
    limit = len(tokens) if tells or (quotes and not side) else last.end
    drawn = use is not None and use.shape is Shape.CAUSED and candidate.meaning.thing == candidate.trigger
    if use is None or drawn or use.shape is Shape.REDUCED:
        noun = candidate.trigger if use is None or drawn else candidate.trigger - 1
        if use is None and not clause.start <= noun < clause.end:  # in a piece beside its clause
            clause = next((piece for piece in scene.clauses if noun < piece.end), clause)
            limit = clause.end
        limit = next((i for i in range(noun + 1, limit) if use is None and tokens[i].low == "that"), limit)
        return [(tokens[max(clause.start, phrase_start(tokens, noun))].start, tokens[limit - 1].end)]
    if quotes and not tells and not side:
        return [(tokens[0].start, tokens[limit - 1].end)]
    subject = subject_span(tokens, scene.clauses, candidate.clause, use.edge)
    rest = (tokens[use.edge].start, tokens[limit - 1].end)
    helper = _helper(scene, candidate)
    if subject.start >= subject.end or tokens[subject.start].start >= rest[0]:
        return [rest]
    taken = _taken_up(scene, candidate, subject.start)
    if taken >= 0:
        return [(tokens[taken].start, rest[1])]
    if clause.opener is Opener.WHO and Form.ING in tokens[subject.start].forms:
        subject = Subject(subject.start + 1, subject.end)  # "were questioning the soldier who fled"
    first = _enumeration_start(scene, candidate, subject.start)
    return [(tokens[first].start, tokens[subject.end - 1].end), *helper, rest]


def _quotes(scene: Scene, candidate: Candidate) -> bool:
    """Whether a verb stands beside quoted words that it brings: "“I agree,” Trump responded"."""
    tokens, clause = scene.tokens, scene.clauses[candidate.clause]
    if candidate.meaning.kind is not Kind.STATEMENT or candidate.meaning.thing >= 0:
        return False
    before = clause.start > 1 and tokens[clause.start - 1].low == "," and tokens[clause.start - 2].quoted
    last = candidate.trigger == clause.end - 1
    return before or (last and any(token.quoted for token in tokens[clause.end : clause.end + 3]))


def _untitled(scene: Scene, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A stretch without the titles before its names: "met [Minister of Trade of the DPRK] Yun Jong Ho"."""
    tokens = scene.tokens
    for i in (i for i, token in enumerate(tokens) if token.low == "of" and start < token.start < end):
        name = title_end(tokens, scene.finite, i, len(tokens))
        title = tokens[phrase_start(tokens, i - 1)].start
        if name > i and start < title < tokens[name].end <= end:
            yield start, title
            start = tokens[name].start
    yield start, end


def _taken_up(scene: Scene, candidate: Candidate, subject: int) -> int:
    """Where the noun begins that is the object of a relative clause: "the ship that they captured", or -1."""
    clause = scene.clauses[candidate.clause]
    if (
        clause.opener is not Opener.WHO
        or clause.word not in {"that", "which", "whom"}
        or not candidate.clause
        or leads_within(scene, candidate.clause)
    ):
        return -1
    noun = antecedent(scene.tokens, scene.clauses[candidate.clause - 1])
    return noun.start if clause.start <= subject and noun.start < noun.end else -1


def _helper(scene: Scene, candidate: Candidate) -> list[tuple[int, int]]:
    """The "was" that a second participle shares: "was arrested and sentenced"."""
    use, tokens = candidate.use, scene.tokens
    if use is None or use.voice is not Voice.PASSIVE or tokens[use.edge].classes & {"be", "have"}:
        return []
    shared = next((i for i in range(use.edge - 1, -1, -1) if "be" in tokens[i].classes), -1)
    return (
        [(tokens[shared].start, tokens[shared].end)] if shared >= 0 and tokens[shared].low != "been" else []
    )


def _enumeration_start(scene: Scene, candidate: Candidate, start: int) -> int:
    """Where the first of several subjects stands, when commas have cut them off."""
    named = {mention.start for mention in candidate.roles.sources}
    for clause in reversed(scene.clauses[: candidate.clause]):
        stands = any(scene.tokens[i].start in named for i in range(clause.start, clause.end))
        if clause.end + 1 == start and clause.verb < 0 and stands:
            start = clause.start
    return start


def _content_follows(scene: Scene, candidate: Candidate) -> bool:
    index = candidate.clause + 1
    return index < len(scene.clauses) and scene.clauses[index].opener is Opener.CONTENT


def _cleared(part: str, start: int, drop: tuple[int, int] | None) -> str:
    if drop and start <= drop[0] < start + len(part):
        return _without(part, drop[0] - start, min(drop[1] - start, len(part)))
    return part


def _without(line: str, start: int, end: int) -> str:
    if not line[end:].strip(" .,;:") and _OWNED.search(line[:start].rstrip()):
        return line  # "a gift for their Independence Day"
    before, after = line[:start].rstrip(), line[end:].removeprefix("'s").removeprefix("’s").lstrip()
    after = _SECOND_DAY.sub("", after)
    before = _JOINED_DAY.sub("", before)
    led = line[start:end].lower().startswith(("on ", "in "))  # "was sworn in [on Thursday]"
    if not led and (
        before.endswith((" on", " in", " last", " late", " early", " of")) or before in {"On", "In"}
    ):
        word = before.rpartition(" ")[2].lower()
        if word in {"on", "in"}:
            before = before[: len(before) - len(word)].rstrip()
    if not after or after[0] in ",.;:)" or _GOES_ON.match(after):
        before = _LEFT_OVER.sub("", before)
        after = _OF_YEAR.sub("", after)
    after = after.lstrip(",").lstrip() if not before else after
    joint = "" if not before or after[:1] in {",", ".", ";", ""} else " "
    return f"{before}{joint}{after}"


def _shortened(line: str, core: int) -> str:
    """Cuts a line that is too long at its last joint behind the act, else at a word, with an ellipsis.

    `core` is the length that the line must keep: its subject and its verb.
    """
    line = line.rstrip(".,;:")
    line = line[:core] + _COUNT.sub("", _TAIL.sub("", line[core:]))
    if len(line) <= LONGEST:
        return line
    lowest = max(core + 1, LONGEST // 2)
    cuts = [match.start() for match in _JOINT.finditer(line, lowest, LONGEST + 1)]
    strong = [cut for cut in cuts if line[cut] in ",;:—–"]
    if strong or cuts:
        return _TAIL.sub("", line[: (strong or cuts)[-1]])
    return _TAIL.sub("", line[: line.rfind(" ", 0, LONGEST - 1)]) + "…"


def _capital(line: str) -> str:
    return line[:1].upper() + line[1:]
