"""The word lists that the rules of linking read: cues for people, places and bodies, in words/."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "words"


@dataclass(frozen=True, slots=True)
class Words:
    """The lists, each as a set of lower-case words; `korean_families` maps a spelling to its family.

    `initials`, `vowels` and `finals` are the sounds of Hangul in the order of Unicode, in Revised
    Romanisation, `old_initials` and `old_vowels` those of McCune and Reischauer; `things` maps a surname
    that is a word to the words behind it that tell so, `nicknames` a short first name to the whole one;
    `kin` maps the id of a person and a word for a relative to the relative's id.
    """

    stop: frozenset[str]
    given: frozenset[str]
    surnames: frozenset[str]
    given_too: frozenset[str]
    surname_endings: tuple[str, ...]
    not_first: frozenset[str]
    labels: frozenset[str]
    deeds: frozenset[str]
    careers: frozenset[str]
    titles: frozenset[str]
    before_titles: frozenset[str]
    appositions: frozenset[str]
    speech: frozenset[str]
    refusals: frozenset[str]
    vessels: frozenset[str]
    nationals: frozenset[str]
    deaths: frozenset[str]
    words_too: frozenset[str]
    not_people: frozenset[str]
    odd_surnames: frozenset[str]
    initialled: frozenset[str]
    chinese: frozenset[str]
    chinese_too: frozenset[str]
    korean_behind: frozenset[str]
    northern_families: frozenset[str]
    shared_offices: frozenset[str]
    state_titles: frozenset[str]
    noted_offices: frozenset[str]
    region: frozenset[str]
    women: frozenset[str]
    korean_families: Mapping[str, str]
    initials: tuple[str, ...]
    vowels: tuple[str, ...]
    finals: tuple[str, ...]
    old_initials: tuple[str, ...]
    old_vowels: tuple[str, ...]
    northern_initials: tuple[str, ...]
    nicknames: Mapping[str, str]
    things: Mapping[str, frozenset[str]]
    kin: Mapping[str, Mapping[str, str]]


@cache
def words() -> Words:
    """Returns the word lists, read once."""
    people, korean = _table("people.toml"), _table("korean.toml")
    families: dict[str, str] = {}
    for line in korean["families"]:
        first, *_ = spellings = line.split()
        for spelling in spellings:
            families.setdefault(spelling, first)
    return Words(
        stop=_split((FOLDER / "stop.txt").read_text(encoding="utf-8")),
        given=_split((FOLDER / "given_names.txt").read_text(encoding="utf-8")),
        surnames=_split((FOLDER / "surnames.txt").read_text(encoding="utf-8")),
        given_too=_split(people["given_too"]),
        surname_endings=tuple(people["surname_endings"].split()),
        not_first=_split(people["not_first"]),
        labels=_split(people["labels"]),
        deeds=_split(people["deeds"]),
        careers=_split(people["careers"]),
        titles=phrases(people["titles"]),
        before_titles=_split(people["before_titles"]),
        appositions=phrases(people["appositions"]),
        speech=_split(people["speech"]),
        refusals=_split(people["refusals"]),
        vessels=_split(people["vessels"]),
        nationals=_split(people["nationals"]),
        deaths=_split(people["deaths"]),
        words_too=_split(people["words_too"]),
        not_people=_split(people["not_people"]),
        odd_surnames=_split(people["odd_surnames"]),
        initialled=_split(people["initialled"]),
        chinese=_split(korean["chinese"]),
        korean_behind=_split(korean["korean_behind"]),
        northern_families=_split(korean["northern_families"]),
        chinese_too=_split(korean["chinese_too"]),
        shared_offices=_split(people["shared_offices"]),
        state_titles=_split(people["state_titles"]),
        noted_offices=_split(people["noted_offices"]),
        region=_split(people["region"]),
        women=_split(people["women"]),
        korean_families=families,
        initials=tuple(korean["initials"].split()),
        vowels=tuple(korean["vowels"].split()),
        finals=tuple(korean["finals"].split()),
        old_initials=tuple(korean["old_initials"].split()),
        old_vowels=tuple(korean["old_vowels"].split()),
        northern_initials=tuple(korean["northern_initials"].split()),
        nicknames={short: name for name, shorts in people["nicknames"].items() for short in shorts.split()},
        things={name: _split(listed) for name, listed in people["things"].items()},
        kin=people["kin"],
    )


@dataclass(frozen=True, slots=True)
class BodyWords:
    """The words of the names of bodies and places; `roles` maps the words for a body to its role.

    `short_states` maps a shortened state ("Ariz.") to its id.
    """

    roles: Mapping[str, str]
    heads: frozenset[str]
    end_heads: frozenset[str]
    openers: frozenset[str]
    of_only: frozenset[str]
    loose_heads: frozenset[str]
    of_fields: frozenset[str]
    places: frozenset[str]
    place_openers: frozenset[str]
    place_openers_of: frozenset[str]
    not_places: frozenset[str]
    no_bodies: frozenset[str]
    told_kinds: frozenset[str]
    employing: frozenset[str]
    ranking: frozenset[str]
    surnames_too: frozenset[str]
    company_ends: frozenset[str]
    state_heads: frozenset[str]
    states_of_union: frozenset[str]
    headline_verbs: frozenset[str]
    papers: frozenset[str]
    modifiers: frozenset[str]
    units: frozenset[str]
    collectives: frozenset[str]
    fields: frozenset[str]
    field_heads: frozenset[str]
    no_body_kinds: frozenset[str]
    short_states: Mapping[str, str]


@cache
def body_words() -> BodyWords:
    """Returns the words of the names of bodies and places, read once."""
    table = _table("bodies.toml")
    roles = {phrase: role for role, listed in table["roles"].items() for phrase in phrases(listed)}
    short = {text: id for id, listed in table["short_states"].items() for text in listed.split()}
    cues = {n: phrases(listed) if ";" in listed else _split(listed) for n, listed in table["cues"].items()}
    return BodyWords(roles=roles, short_states=short, **cues)


@cache
def towns() -> frozenset[str]:
    """Returns the names of towns and regions that the knowledge base leaves out, read once."""
    return phrases((FOLDER / "towns.txt").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Contexts:
    """The words that speak for or against a reading of a name, and the state that a state replaced, by id.

    In a line of capitals "US" is the pronoun behind the words of `us_behind` and before those of `us_before`.
    `other_halves` tell that "the North" is not that of Korea, `half_adjectives` may describe that; `combined`
    has the states of first halves of words ("Sino-"), by id.
    """

    speak_for: Mapping[str, frozenset[str]]
    speak_against: Mapping[str, frozenset[str]]
    predecessors: Mapping[str, str]
    adjectives: Mapping[str, str]
    us_behind: frozenset[str]
    us_before: frozenset[str]
    other_halves: frozenset[str]
    half_adjectives: frozenset[str]
    combined: Mapping[str, str]


@cache
def contexts() -> Contexts:
    """Returns the words that tell the readings of a name apart, read once."""
    table = _table("contexts.toml")
    sides = {side: {id: _split(listed) for id, listed in table[side].items()} for side in ("for", "against")}
    us = table["us"]
    return Contexts(
        sides["for"],
        sides["against"],
        table["predecessors"],
        table["adjectives"],
        phrases(us["behind"]),
        _split(us["before"]),
        _split(table["halves"]["other"]),
        _split(table["halves"]["adjectives"]),
        table["combined"],
    )


@cache
def back_words() -> Mapping[str, str]:
    """Returns the phrases that point back, each with the kind of what it means."""
    return {
        f"{begin} {noun}".strip(): kind
        for kind, lists in _table("back.toml").items()
        for begin in phrases(lists["begin"]) or ("",)
        for noun in phrases(lists["nouns"]) or ("",)
    }


@cache
def sense_words() -> Mapping[str, frozenset[str]]:
    """Returns the words that tell a place from who rules there, by the name of their list."""
    return {name: _split(listed) for name, listed in _table("senses.toml").items()}


@cache
def wade_giles_sounds() -> Mapping[str, Mapping[str, str]]:
    """Returns the sounds of pinyin that Wade and Giles spell otherwise, by the name of their list."""
    table = _table("chinese.toml")
    pairs = {name: (each.split() for each in phrases(listed)) for name, listed in table.items()}
    return {name: dict(listed) for name, listed in pairs.items()}


def phrases(listed: str) -> frozenset[str]:
    """Returns the phrases of a list that semicolons separate."""
    return frozenset(" ".join(each.split()) for each in listed.split(";") if each.strip())


def _split(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))
