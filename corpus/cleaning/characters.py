"""Characters: one form for each, and none that acts on a terminal, a reader's eye or a database."""

import html
import re
import unicodedata

_LINK = re.compile(r"\[([^\[\]\n]{1,200})\]\((?:https?:)?//[^\s()]{1,600}\)")
_ENTITY = re.compile(r"&(?:#\d{2,6}|#[xX][0-9a-fA-F]{2,5}|[A-Za-z]{2,8});")
_ESCAPE = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]"  # CSI: colours, cursor
    r"|(?:\x1b[\]PX^_]|\x9d(?=\d))[^\x07\x1b\x9c\x9d\n]{0,4000}(?:\x07|\x1b\\|\x9c)"  # OSC, DCS
    r"|\x9b[0-9;?]*[A-Za-z]"  # CSI in one byte
    r"|\x1b[ -/]*[0-~]?"
)
_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028]")
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x9f"  # C0 and C1 controls but tab and line feed
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U000e0000-\U000e0fff]"
)
_SPACES = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_UNSEEN_IN_ASCII = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f]")
_SURROGATES = re.compile("[\ud800-\udfff]")


def without_surrogates(text: str) -> str:
    """Returns the text, one for one, with the replacement character for what UTF-8 cannot hold."""
    return _SURROGATES.sub("\ufffd", text)


def without_escapes(text: str) -> str:
    """Returns the text without the sequences that act on a terminal."""
    return _ESCAPE.sub("", text) if any(sign in text for sign in "\x1b\x9b\x9d") else text


def plain_characters(text: str) -> str:
    """Returns the text in NFC, with the line feed as line end and one kind of space.

    Controls, escape sequences, marks of direction and characters without width are taken out.
    """
    text = _LINE_ENDS.sub("\n", without_escapes(text)).replace("\u2029", "\n\n")
    if text.isascii():
        return _UNSEEN_IN_ASCII.sub("", text).replace("\t", " ")
    text = _SPACES.sub(" ", _UNSEEN.sub("", text))
    return unicodedata.normalize("NFC", without_surrogates(text))


def without_links(text: str) -> str:
    """Returns the text with the addresses of Markdown links taken out, which some programs leave in prose."""
    return _LINK.sub(r"\1", text) if "](" in text else text


def without_entities(text: str) -> str:
    """Returns the text with HTML's character references (`&quot;`, `&#8217;`) resolved."""
    return _ENTITY.sub(lambda found: html.unescape(found[0]), text) if "&" in text else text
