"""The words beside a name, quicker than by a pattern: most rules ask for one of a few words there."""

import re

WORD_END = re.compile(r"[\w/]*$")  # "m/v" is one word


def word_before(text: str, offset: int) -> str:
    """Returns the word that one blank parts from an offset: "in" before "Seoul", "" where none does."""
    end = offset - 1
    if end < 1 or text[end] != " ":
        return ""
    word = text[text.rfind(" ", 0, end) + 1 : end]
    return word if word.isalpha() else WORD_END.findall(word)[0]
