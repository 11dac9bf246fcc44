"""Links to other articles that stand inside a paragraph: `… he said. READ MORE: Envoy leaves for Tokyo`."""

import re

_LABEL = (
    r"(?:(?:[Rr]ead|READ|[Ss]ee|SEE|[Ww]atch|WATCH) (?:[Mm]ore|MORE|[Aa]lso|ALSO|[Nn]ext|NEXT|[Tt]his|THIS)"
    r"|(?:[Aa]lso|ALSO|[Mm]ust|MUST) (?:[Rr]ead|READ|[Ss]ee|SEE|[Ww]atch|WATCH)"
    r"|[Rr]elated(?: [a-z]{4,8})?|RELATED(?: [A-Z]{4,8})?|WATCH|READ)"
)
_BRACKETED = re.compile(
    rf"\s?(?:\({_LABEL}\s?[:|–—>][^()]{{4,160}}\)|\[{_LABEL}\s?[:|–—>][^\[\]]{{4,160}}\])"
)
_TRAILING = re.compile(rf"{_LABEL}\s?[:|>»→–—]{{1,3}}\s?(?P<title>[^.!]{{4,160}})$")
_BEFORE = tuple('.!?”"’)…')  # what ends the sentence that the link stands behind


def without_inline_links(line: str) -> str:
    """Returns a paragraph without the links in it, those in brackets and the one at its end."""
    if not any(mark in line for mark in ":|>»→–—"):
        return line
    line = _BRACKETED.sub("", line)
    found = _TRAILING.search(line, max(0, len(line) - 200))
    before = line[: found.start()].rstrip(" -–—•|»>") if found else ""
    return before if before.endswith(_BEFORE) else line
