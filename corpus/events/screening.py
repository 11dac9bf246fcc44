"""Passages that report nothing: headings, captions, notices, questions."""

from corpus.events.lexicon import lexicon

_ENDINGS = (".", "!", "?", "”", '"', "’", "'", ")", "…", ":", ";")
_HEADING_WORDS = 16


def reports(text: str, title: str | None) -> bool:
    """Whether a sentence can report an event."""
    if text.endswith("?") or (title is not None and text.strip(" .") == title.strip(" .")):
        return False
    if not text.endswith(_ENDINGS) and text.count(" ") < _HEADING_WORDS:
        return False
    low = text.lower()
    return not any(sign in low for sign in lexicon().captions)
