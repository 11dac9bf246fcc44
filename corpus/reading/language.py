"""The language of a text: told by its script, and English by its commonest words."""

import re

SAMPLE = 4000  # code points from the beginning; enough for any article
FEWEST_LETTERS = 12

_HANGUL = re.compile("[가-힣]")
_CYRILLIC = re.compile("[а-яА-ЯёЁ]")
_KANA = re.compile("[ぁ-ヿ]")
_HAN = re.compile("[一-鿿]")
_LATIN = re.compile("[A-Za-z]")
_UKRAINIAN = re.compile("[іїєґІЇЄҐ]")
_ENGLISH = re.compile(
    r"\b(?:the|of|and|to|in|that|is|was|for|on|with|said|has|by|from|he|it|at|a)\b", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str | None:
    """Returns the ISO 639-1 code (en, ko, ru, uk, ja, zh) of a text, None where it cannot be told."""
    text = text[:SAMPLE]
    counts = {
        "ko": len(_HANGUL.findall(text)),
        "ru": len(_CYRILLIC.findall(text)),
        "ja": 3 * len(_KANA.findall(text)),
        "zh": len(_HAN.findall(text)),
        "en": len(_LATIN.findall(text)) // 2,  # a syllable of Hangul stands for two or three letters
    }
    best = max(counts, key=lambda language: counts[language])
    if counts[best] < FEWEST_LETTERS:
        return None
    if best == "ru":
        return "uk" if len(_UKRAINIAN.findall(text)) * 50 > counts["ru"] else "ru"
    return best if best != "en" or _is_english(text) else None


def _is_english(text: str) -> bool:
    words = len(_WORD.findall(text))
    return len(_ENGLISH.findall(text)) >= 0.12 * words
