"""How a name looks: Korean, Chinese, Western with a first name that is common, or no name at all."""

import re
from collections.abc import Sequence

from corpus.linking.korean import is_family_name, is_given_name
from corpus.linking.lexicon import body_words, words

INITIAL = re.compile(r"\w\.(?:\w\.)*")
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


def is_surname(text: str) -> bool:
    """Tells whether a word can be the surname of somebody unknown: no word for a body, a place or a time."""
    lists = body_words()
    lower = text.lower()
    ordinary = (
        lower in lists.heads or lower in lists.places or lower in lists.openers or lower in words().stop
    )
    return can_be_name(text) and not ordinary and not text.isupper()


def can_be_name(text: str) -> bool:
    """Tells whether a word may be part of a person's name: letters or initials, and no word that never is."""
    if INITIAL.fullmatch(text):
        return True
    letters = text.replace("-", "").replace("'", "").replace("’", "")
    return (
        letters.isalpha()
        and not (letters.isupper() and len(letters) < 4)
        and text.lower() not in words().not_people
    )


def looks_like_name(texts: Sequence[str]) -> bool:
    """Tells whether words name a person by themselves: a Korean name, or one with a common first name."""
    name = " ".join(texts)
    return is_korean(name) or (texts[0].lower() in words().given and all(map(can_be_name, texts)))
