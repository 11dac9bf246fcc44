"""Where a text has a capital on most words, as headlines have, so that a capital says nothing there."""

import re

LONGEST = 200  # code points
SENTENCE_ENDS = (".", "!", "?", "”", '"', ",", ";", ":")
# The last line of a wire's report: no headline, for all its names.
CREDIT = re.compile(r"\b(?:[Rr]eporting|[Ee]diting|[Ww]riting) by ")


def headlines(text: str) -> list[tuple[int, int]]:
    """Returns the bounds of the headlines of a text, the line break behind a whole line among them.

    They are lines most words of which have a capital, and the capitals that lead in a line.
    """
    found = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line) + 1
        if 1 < len(line) < LONGEST and _is_headline(line):
            found.append((start, end))
        elif ": " in line and (length := _lead_in(line)):
            found.append((start, start + length))
        start = end
    return found


def _is_headline(line: str) -> bool:
    if line.rstrip().endswith(SENTENCE_ENDS) and not line.isupper():
        return False
    content = [word for word in line.split() if len(word) > 3]
    capitals = sum([word[0].isupper() or not word[0].isalpha() for word in content])
    return len(content) > 1 and capitals >= 0.85 * len(content) and CREDIT.search(line) is None


def _lead_in(line: str) -> int:
    """Returns how long the capitals are that lead in a line as its headline: "ROE LEAVES TALKS: She …"."""
    end = 0
    colon = line.find(": ", 0, LONGEST)
    while colon >= 0 and line[:colon].isupper():
        end = colon
        colon = line.find(": ", colon + 1, LONGEST)
    return end if line.count(" ", 0, end) > 1 else 0
