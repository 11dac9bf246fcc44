"""How a name looks: Korean, Chinese, Western with a first name that is common, or no name at all."""

import re
from collections.abc import Sequence
from functools import lru_cache

from corpus.linking.korean import is_family_name, is_given_name
from corpus.linking.lexicon import body_words, words

INITIAL = re.compile(r"\w\.(?:\w\.)*")
KEPT = 50_000  # words whose looks are kept
SHORTEST = 4  # letters of a surname that is told by its end, at least one more: Titov, but not Prov
ADVERB = re.compile(r"\w+(?:ly|ing|ed|ers|ors|ists|ians)")  # "Analysts Smith and Jones", "Meeting Smith"
PINYIN = re.compile(r"(?:(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?[aeiouü]{1,3}(?:ng|n|r)?-?){1,2}", re.IGNORECASE)


def is_korean(name: str) -> bool:
    """Tells whether a name is Korean by its looks: a family name and a given name of two syllables."""
    family, _, given = name.partition(" ")
    if not is_family_name(family) or not given or (len(family) > 1 and family.isupper() != given.isupper()):
        return False
    parts = re.split(r"[- ]", given)
    return (
        len(parts) == 2
        and is_given_name(given)
        and not any(p.lower() in words().given and len(p) > 4 for p in parts)
    )


def is_chinese(name: str) -> bool:
    """Tells whether a name is Chinese by its looks: a family name and one given name that is not Western."""
    family, _, given = name.partition(" ")
    return (
        family.lower() in words().chinese
        and " " not in given
        and 2 <= len(given) <= 10
        and given.lower() not in words().given
        and PINYIN.fullmatch(given) is not None
    )


def is_turned_korean(texts: Sequence[str]) -> bool:
    """Tells whether two words are a Korean name with the family name behind: "Eun-young Jeong"."""
    if len(texts) != 2 or texts[1].lower() not in words().korean_behind or len(texts[0]) <= SHORTEST:
        return False
    return is_given_name(texts[0]) and is_surname(texts[0])


def is_clearly_chinese(texts: Sequence[str]) -> bool:
    """Tells whether two words are a Chinese name whose family name is no word of English: "Xu Jianping"."""
    clear = len(texts) == 2 and texts[0].lower() not in words().chinese_too and len(texts[1]) > SHORTEST
    return clear and is_chinese(" ".join(texts))


@lru_cache(KEPT)
def is_surname(text: str) -> bool:
    """Tells whether a word can be the surname of somebody unknown: no word for a body, a place or a time."""
    lists = body_words()
    for lower in text.lower().split("-"):
        if lower in lists.heads or lower in lists.places or lower in lists.openers or lower in words().stop:
            return False
    return can_be_name(text) and not text.isupper()


@lru_cache(KEPT)
def can_be_name(text: str) -> bool:
    """Tells whether a word may be part of a person's name: letters or initials, and no word that never is."""
    if INITIAL.fullmatch(text):
        return True
    letters = text.replace("-", "").replace("'", "").replace("’", "")
    return (
        letters.isalpha()
        and not (letters.isupper() and len(letters) < 4 and text.lower() not in words().initialled)
        and text.lower() not in words().not_people
    )


def looks_like_name(texts: Sequence[str], opens: bool = False) -> bool:
    """Tells whether words name a person by themselves: a Korean name, a common first name or surname.

    Where the first of them `opens` a sentence its capital says nothing, so that the surname alone tells less.
    """
    if is_korean(" ".join(texts)) or (not opens and is_turned_korean(texts)):
        return True
    if not all(map(can_be_name, texts)):
        return False
    if is_clearly_chinese(texts):
        return True
    if is_first_name(texts[0]) and not (opens and texts[0].lower() in words().given_too):
        return True
    surnames = is_known_surname(texts[-1]) and all(is_name_part(text) for text in texts[1:-1])
    return surnames and _can_be_first(texts[0], opens)


@lru_cache(KEPT)
def is_first_name(text: str) -> bool:
    """Tells whether a word is a common first name, or two of them: "Jean-Marie"."""
    given, lower = words().given, text.lower()
    return lower in given or ("-" in lower and all(part in given for part in lower.split("-")))


@lru_cache(KEPT)
def is_name_part(text: str) -> bool:
    """Tells whether a word can be an unknown part of somebody's name, or is an initial."""
    return INITIAL.fullmatch(text) is not None or is_surname(text)


@lru_cache(KEPT)
def is_known_surname(text: str) -> bool:
    """Tells whether a word is a common surname, or ends as those of Russians, Armenians or Georgians do."""
    lower = text.rsplit("-", 1)[-1].lower()
    return lower in words().surnames or (len(lower) > SHORTEST and lower.endswith(words().surname_endings))


def _can_be_first(text: str, opens: bool) -> bool:
    """Tells whether an unknown word can be the first name before a common surname."""
    lower = text.lower()
    if INITIAL.fullmatch(text) or lower in words().initialled:
        return True
    if lower in words().not_first or lower in body_words().headline_verbs or not text[1:].islower():
        return False
    return is_surname(text) and not (opens and ADVERB.fullmatch(text))
