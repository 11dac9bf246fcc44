"""Korean names in Latin letters: family names, the ways to write a given name, a key for romanisations."""

import re
from collections.abc import Iterator, Sequence

from corpus.linking.lexicon import words

VOICED = frozenset("aeiounmgl")  # behind these a first sound is voiced
VOICED_AS = {"k": "g", "t": "d", "p": "b", "ch": "j"}
KEY = (
    (re.compile(r"(?<=[bcdfghjklmnprst])y(?=[aeo])"), ""),
    (re.compile(r"sh(?=i)"), "s"),
    (re.compile(r"ch|j"), "j"),
    (re.compile(r"kk|k|g"), "g"),
    (re.compile(r"tt|t"), "d"),
    (re.compile(r"pp|p"), "b"),
    (re.compile(r"r|l"), "r"),
    (re.compile(r"ui"), "i"),
    (re.compile(r"ai|ae"), "e"),
    (re.compile(r"w(?=[aeo])"), ""),
    (re.compile(r"eo|eu|oo|ou|u|o"), "o"),
    (re.compile(r"(?<=[aeiou])h\b|'"), ""),
)
SYLLABLE = r"(?:[bcdfghjklmnprstwy]{0,3}[aeiouyw]{1,3}(?:ng|[kmnlpthbgr])?h?)"
GIVEN = re.compile(rf"{SYLLABLE}[- ]?{SYLLABLE}?", re.IGNORECASE)


def family_class(word: str) -> str | None:
    """Returns the family that a spelling names ("yi" for Lee, Ri, Rhee), None where it names none."""
    return words().korean_families.get(word.lower())


def is_family_name(word: str) -> bool:
    """Tells whether a word is a Korean family name in one of its usual spellings."""
    return word.lower() in words().korean_families


def is_northern(name: str) -> bool:
    """Tells whether a name is spelt as only the North's are today: "Jong Song Ho", but not "Jung Sung-ho"."""
    family, _, given = name.partition(" ")
    return family.lower() in words().northern_families and "-" not in given


def is_given_name(words: str) -> bool:
    """Tells whether one or two words could be a Korean given name: "Jae-in", "Jong Un", "Jongun"."""
    return GIVEN.fullmatch(words) is not None


def given_names(given: str) -> Iterator[str]:
    """Yields the ways to write a given name: `Jong Un`, `Jong-un`, `Jongun`; case is compared elsewhere."""
    parts = re.split(r"[- ]", given)
    if len(parts) == 1:
        yield given
        return
    yield " ".join(parts)
    yield "-".join(parts)
    yield parts[0] + "".join(part.lower() for part in parts[1:])


def revised(hangul: str) -> tuple[str, str] | None:
    """Returns family and given name of three syllables in Revised Romanisation: 김정은 is Gim, Jeong-eun.

    Given names keep their syllables apart, without the changes of sound between them (Romanisation of
    Korean, South Korean Ministry of Culture and Tourism, proclamation 2000-8).
    """
    if len(hangul) != 3 or not all("가" <= syllable <= "힣" for syllable in hangul):
        return None
    family, first, second = map(_syllable, hangul)
    return family.capitalize(), f"{first.capitalize()}-{second}"


def _syllable(syllable: str) -> str:
    """Returns a syllable of Hangul as its letters: code points run through first, middle and last sounds."""
    lists, number = words(), ord(syllable) - ord("가")
    first, rest = divmod(number, len(lists.vowels) * len(lists.finals))
    vowel, final = divmod(rest, len(lists.finals))
    sounds = (lists.initials[first], lists.vowels[vowel], lists.finals[final])
    return "".join(sounds).replace("-", "")


def romanisation_key(family: str, given: str) -> str | None:
    """Returns a key that the usual romanisations of one name share, None where `family` is no family name.

    Yoon Suk Yeol and Yun Seok-yeol share theirs; so may namesakes. Of a given name in one word the syllables
    are not told apart: Yoon Sukyeol has another key, and Son-gwon is not Sung-yoon.
    """
    family_key = family_class(family)
    if family_key is None:
        return None
    syllables = re.split(r"[- ]", given.lower())
    for pattern, written in KEY:
        syllables = [pattern.sub(written, syllable) for syllable in syllables]
    return f"{family_key} {'-'.join(syllables)}"


def mccune(hangul: str) -> tuple[str, ...]:
    """Returns the McCune-Reischauer spellings of a name of three syllables: 김정은 is Kim Chong-un.

    Without diacritics, which no comparison counts, and with and without the apostrophes of aspirated sounds
    (G. M. McCune and E. O. Reischauer, The Romanization of the Korean Language, 1939). A sound between
    vowels is voiced; other changes of sound inside given names are left out.
    """
    if len(hangul) != 3 or not all("가" <= syllable <= "힣" for syllable in hangul):
        return ()
    name = _voiced_inside(hangul, words().old_initials)
    return tuple(dict.fromkeys((name, name.replace("'", ""))))


def northern(hangul: str) -> Iterator[str]:
    """Yields a name of three syllables as North Korea writes it: 정의용 of the South is Jong Ui Yong."""
    if len(hangul) == 3 and all("가" <= syllable <= "힣" for syllable in hangul):
        family, _, given = _voiced_inside(hangul, words().northern_initials).partition(" ")
        yield from (f"{family} {form.title()}" for form in given_names(given))


def _voiced_inside(hangul: str, initials: Sequence[str]) -> str:
    family, first = (_old_syllable(syllable, initials) for syllable in hangul[:2])
    second = _old_syllable(hangul[2], initials, voiced=first[-1] in VOICED)
    return f"{family.capitalize()} {first.capitalize()}-{second}"


def _old_syllable(syllable: str, initials: Sequence[str], voiced: bool = False) -> str:
    """Returns a syllable of Hangul as its letters of old, the first one voiced or not."""
    lists, number = words(), ord(syllable) - ord("가")
    first, rest = divmod(number, len(lists.vowels) * len(lists.finals))
    vowel, final = divmod(rest, len(lists.finals))
    initial = initials[first]
    sounds = (
        VOICED_AS.get(initial, initial) if voiced else initial,
        lists.old_vowels[vowel],
        lists.finals[final],
    )
    return "".join(sounds).replace("-", "")
