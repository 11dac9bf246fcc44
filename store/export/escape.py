"""Text from documents as Markdown that shows exactly this text: nothing in it acts (CommonMark 0.31).

CommonMark lets every ASCII punctuation character be escaped by a backslash. Those are escaped that can
act inside a line, in CommonMark or in GitHub's dialect; a line never begins with text from a document.
"""

import re
from urllib.parse import urlsplit

from store.sanitise import clean_line

_ACTIVE = re.compile(r"([\\`*_{}\[\]<>#&|~$!^]|:(?=//)|(?<=www)\.|@)")
_SPACES = re.compile(r"[ \t\n\r\f\v]+")
_SAFE_URL = re.compile(r"https?://[!-;=?-~]+", re.IGNORECASE)
_NUMBERED = re.compile(r"^(\d+)([.)])")


def one_line(text: str) -> str:
    """Returns a text as one line: controls made visible, runs of spaces and breaks one space."""
    return _SPACES.sub(" ", clean_line(text)).strip()


def escaped(text: str) -> str:
    """Returns Markdown, on one line, that is read as exactly this text."""
    line = _ACTIVE.sub(r"\\\1", one_line(text))
    if line[:1] in ("-", "+", "=", ":"):
        return f"\\{line}"
    return _NUMBERED.sub(r"\1\\\2", line)


def linked(address: str) -> str:
    """Returns a web address as a link, anything else as text."""
    if _SAFE_URL.fullmatch(address) and not set("\\`") & set(address) and urlsplit(address).hostname:
        return f"<{address}>"
    return escaped(address)
