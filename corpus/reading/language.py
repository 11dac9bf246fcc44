"""The language of a text: told by its script, and English by its commonest words."""

import re

SAMPLE = 4000  # code points from the beginning; enough for any article
FEWEST_LETTERS = 12

_HANGUL = re.compile("[가-힣]")
_CYRILLIC = re.compile("[а-яА-ЯёЁ]")
_KANA = re.compile("[ぁ-ヿ]")
_HAN = re.compile("[一-鿿]")
_ASCII = re.compile(r"[\x00-\x7f]+")
_UKRAINIAN = re.compile("[іїєґІЇЄҐ]")
_ENGLISH = frozenset((
    "the", "of", "and", "to", "in", "that", "is", "was", "for", "on", "with", "said", "has", "by", "from",
    "he", "it", "at", "a",
))  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str | None:
    """Returns the ISO 639-1 code (en, ko, ru, uk, ja, zh) of a text, None where it cannot be told."""
    text = text[:SAMPLE]
    words = _WORD.findall(text)
    beyond = _ASCII.sub("", text)
    counts = {
        "ko": len(_HANGUL.findall(beyond)),
        "ru": len(_CYRILLIC.findall(beyond)),
        "ja": 3 * len(_KANA.findall(beyond)),
        "zh": len(_HAN.findall(beyond)),
        "en": sum(len(word) for word in words if word.isascii())
        // 2,  # a syllable of Hangul stands for two or three letters
    }
    best = max(counts, key=lambda language: counts[language])
    if counts[best] < FEWEST_LETTERS:
        return None
    if best == "ru":
        return "uk" if len(_UKRAINIAN.findall(beyond)) * 50 > counts["ru"] else "ru"
    return best if best != "en" or _is_english(words) else None


def _is_english(words: list[str]) -> bool:
    return sum(word.lower() in _ENGLISH for word in words) >= 0.12 * len(words)
