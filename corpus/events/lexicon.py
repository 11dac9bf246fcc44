"""The tables of this room, read once: which words make which kind of event, and the closed word classes."""

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from corpus.events.inflection import Form, verb_forms, with_s
from corpus.model import EntityType, Kind

# What a mention is to a verb that takes it as its object.
THINGS_OF_TYPE = {
    EntityType.WEAPON: frozenset({"missile", "weapon", "vessel"}),
    EntityType.EXERCISE: frozenset({"drill"}),
    EntityType.AGREEMENT: frozenset({"accord"}),
    EntityType.PERSON: frozenset({"person"}),
    EntityType.STATE: frozenset({"state"}),
    EntityType.PLACE: frozenset({"place"}),
    EntityType.ARMED_FORCE: frozenset({"force"}),
}
SCHEDULING = ("schedule", "slate", "plan", "arrange", "set")
ATTEMPTS = frozenset({"attempt", "bid"})  # "his bid to impose martial law"
AWAITED = frozenset({"due", "expected"})  # somewhere: "is due in Beijing on Monday"
NO_THINGS: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Phrase:
    """A verb's object, by the classes of its noun, and the kind it makes; `doers`: those of its subject."""

    things: frozenset[str]
    kind: Kind
    doers: frozenset[str] = NO_THINGS


@dataclass(slots=True)
class VerbRule:
    """What a verb means alone, with a particle (`call off`) and with an object."""

    kind: Kind | None = None
    particles: dict[str, "VerbRule"] = field(default_factory=dict)
    phrases: list[Phrase] = field(default_factory=list)
    happenings: list[Phrase] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All tables, by the lower-case form in which a text has the word.

    `triggers` are all words that can tell an act, and `finished` those of them that tell it as done: a
    sentence without them is not looked at.
    """

    forms: Mapping[str, tuple[str, frozenset[Form]]]
    verbs: Mapping[str, VerbRule]
    things: Mapping[str, frozenset[str]]
    nouns: Mapping[str, Kind]
    reactions: Mapping[str, Kind]
    nominal: Mapping[str, str]
    triggers: frozenset[str]
    finished: frozenset[str]
    targets: Mapping[Kind, tuple[str, ...]]
    classes: Mapping[str, frozenset[str]]
    report: frozenset[str]
    quiet: frozenset[str]
    pair: frozenset[str]
    topic: frozenset[str]
    travel: frozenset[str]
    naming: frozenset[str]
    mutual: frozenset[str]
    harming: frozenset[str]
    flying: frozenset[str]
    hearing: frozenset[str]
    performing: frozenset[str]
    suffering: frozenset[str]
    attempted: frozenset[str]
    undergone: frozenset[str]
    captions: tuple[str, ...]
    not_past: frozenset[str]
    not_again: frozenset[str]
    not_manner: frozenset[str]
    mood: Mapping[str, frozenset[str]]
    reference: Mapping[str, frozenset[str]]
    local: frozenset[str]
    means: frozenset[str]
    inset: frozenset[str]
    helping: Mapping[str, tuple[tuple[str, ...], ...]]
    aired: frozenset[str]
    airing: frozenset[str]
    attributes: frozenset[str]
    summoning: frozenset[str]
    sparking: frozenset[str]
    drawing: frozenset[str]
    installing: frozenset[str]
    telling: frozenset[str]
    silent: frozenset[str]
    numbers: Mapping[str, int]
    threats: tuple[str, ...]


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(files("corpus.events").joinpath(name).read_text("utf-8"))


@cache
def lexicon() -> Lexicon:
    """Returns the lexicon; it is read from the two TOML tables at the first call."""
    words, grammar = _table("lexicon.toml"), _table("grammar.toml")
    verbs = _verb_rules(words)
    naming = {*grammar["report"]["verbs"], *grammar["inset"]["verbs"]}
    forms = _forms({*verbs, *naming, *grammar["irregular"]}, grammar["irregular"])
    acting = {
        form for form, (lemma, _) in forms.items() if lemma in verbs or lemma in grammar["report"]["verbs"]
    }
    mood = grammar["mood"]
    nouns = {
        form: Kind[kind] for kind, kept in words["nouns"].items() for n in kept for form in (n, with_s(n))
    }
    return Lexicon(
        forms=forms,
        triggers=frozenset(
            acting
            | AWAITED
            | {noun.rpartition(" ")[2] for noun in nouns}
            | {*words["nominal"]}
            | ATTEMPTS
            | {*words["needs"]["drawing"]}
        ),
        finished=frozenset(form for form in acting if _finishes(*forms[form], grammar["report"]["verbs"])),
        verbs=verbs,
        things=_things(words["things"]),
        nouns=nouns,
        reactions={noun: Kind[kind] for kind, listed in words["reactions"].items() for noun in listed},
        nominal=words["nominal"],
        targets={Kind[kind]: tuple(prepositions) for kind, prepositions in words["targets"].items()},
        classes=_classes(grammar["words"]),
        report=frozenset(grammar["report"]["verbs"]),
        quiet=frozenset(grammar["report"]["quiet"]),
        pair=frozenset(words["needs"]["pair"]),
        topic=frozenset(words["needs"]["topic"]),
        travel=frozenset(words["needs"]["travel"]),
        naming=frozenset(words["needs"]["naming"]),
        mutual=frozenset(words["needs"]["mutual"]),
        harming=frozenset(words["needs"]["harming"]),
        flying=frozenset(words["needs"]["flying"]),
        hearing=frozenset(words["needs"]["hearing"]),
        performing=frozenset(words["needs"]["performing"]),
        suffering=frozenset(words["needs"]["suffering"]),
        attempted=frozenset(words["needs"]["attempted"]),
        undergone=frozenset(words["needs"]["undergone"]),
        captions=tuple(words["screen"]["captions"]),
        not_past=frozenset(grammar["not_past"]["words"]),
        not_again=frozenset(grammar["not_again"]["words"]),
        not_manner=frozenset(grammar["not_manner"]["words"]),
        mood={name: frozenset(entries) for name, entries in mood.items()},
        reference={name: frozenset(entries) for name, entries in grammar["reference"].items()},
        local=frozenset(grammar["local"]["bodies"]),
        means=frozenset(grammar["means"]["words"]),
        inset=frozenset(grammar["inset"]["verbs"]),
        helping=_by_first_word(grammar["helping"]["phrases"]),
        aired=frozenset(grammar["aired"]["verbs"]),
        airing=frozenset(grammar["aired"]["nouns"]),
        attributes=frozenset(grammar["attributes"]["pairs"]),
        summoning=frozenset(words["needs"]["summoning"]),
        sparking=frozenset(words["needs"]["sparking"]),
        drawing=frozenset(words["needs"]["drawing"]),
        installing=frozenset(words["needs"]["installing"]),
        telling=frozenset(words["needs"]["telling"]),
        silent=frozenset(words["plain"]["silent"] + words["plain"]["silent_past"]),
        numbers={word: n for n, word in enumerate(grammar["counted"]["numbers"], 1)}
        | {"a": 1, "an": 1, "the": 1},
        threats=tuple(mood["threats"]),
    )


def _verb_rules(words: dict[str, Any]) -> dict[str, VerbRule]:
    rules: dict[str, VerbRule] = defaultdict(VerbRule)

    def rule(verb: str) -> VerbRule:
        head, _, particle = verb.partition(" ")
        return rules[head].particles.setdefault(particle, VerbRule()) if particle else rules[head]

    for kind, verbs in words["verbs"].items():
        for verb in verbs:
            rule(verb).kind = Kind[kind]
    for phrase in words["phrase"]:
        made = Phrase(frozenset(phrase["things"]), Kind[phrase["kind"]], frozenset(phrase.get("doers", ())))
        for verb in phrase["verbs"]:
            rule(verb).phrases.append(made)
    for phrase in words["scheduled"]:
        made = Phrase(frozenset(phrase["things"]), Kind[phrase["kind"]])
        for verb in SCHEDULING:
            rule(verb).phrases.append(made)
    for phrase in words["happening"]:
        made = Phrase(frozenset(phrase["things"]), Kind[phrase["kind"]])
        for verb in phrase["verbs"]:
            rule(verb).happenings.append(made)
    return dict(rules)


def _forms(
    lemmas: Iterable[str], irregular: Mapping[str, list[str]]
) -> dict[str, tuple[str, frozenset[Form]]]:
    """An irregular verb keeps its forms where two verbs share one: `found` is of `find`."""
    found: dict[str, tuple[str, frozenset[Form]]] = {}
    for lemma in sorted(lemmas, key=lambda word: (word not in irregular, word)):
        if " " in lemma:
            continue
        for form, kind in verb_forms(lemma, irregular):
            owner, kinds = found.get(form, (lemma, frozenset()))
            if owner == lemma:
                found[form] = (lemma, kinds | {kind})
    return found


def _finishes(lemma: str, forms: frozenset[Form], report: list[str]) -> bool:
    """Whether a form can tell an act as done; "says" tells the words of the day."""
    present = lemma in report and Form.PRESENT in forms and Form.BASE not in forms
    return present or bool(forms & {Form.PAST, Form.PARTICIPLE})


def _by_first_word(phrases: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Each first word with what may follow it, the longest first."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        first, *more = phrase.split()
        found[first] = (*found.get(first, ()), tuple(more))
    return found


def _things(table: Mapping[str, list[str]]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for name, nouns in table.items():
        for noun in nouns:
            for form in (noun, with_s(noun)):
                found[form] = found.get(form, NO_THINGS) | {name}
    return found


def _classes(table: Mapping[str, list[str]]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for name, words in table.items():
        for word in words:
            found[word] = found.get(word, NO_THINGS) | {name}
    return found
