"""The thread of a document: whether a sentence goes on with its news, or with what came before it.

Measured on the undated acts of 40 articles: of those behind two sentences with old dates that neither quote
anybody nor take up the news, none was of the day of the news.
"""

import re
from dataclasses import dataclass

from corpus.events.history import Age, Around
from corpus.events.lexicon import lexicon

_THING = re.compile(r"\b[a-z]{4,}\b")  # no names
_POINTING = re.compile(
    r"\b(?:the|this|these|its|their|his|her|latest) (?=((?:[\w-]+ ){0,2}[\w-]+))", re.IGNORECASE
)
_STEM = 5  # letters by which "recalled" and "the recall" are one
_HISTORY = 2  # sentences with old dates that make a history


@dataclass(slots=True)
class Thread:
    """What the title and the first sentence name, and how far the text has gone from it.

    `past` counts the sentences with old dates since the text last had a date of these days or took up its
    news, `back` tells that this sentence takes it up, and `fresh` that the text has a date of these days.
    """

    subject: frozenset[str] = frozenset()
    past: int = 0
    back: bool = False
    fresh: bool = True

    def open(self, title: str | None, text: str) -> None:
        """Takes in the title and the first sentence: what they name is the news."""
        vague = {word[:_STEM] for word in lexicon().mood["vague"]}
        words = {word for word in _THING.findall(f"{title or ''} {text}") if word[:_STEM] not in vague}
        self.subject = frozenset(words | {word[:_STEM] for word in words})

    def follow(self, text: str, around: Around) -> None:
        """Moves to a sentence with what stands around it."""
        pointed = (word for words in _POINTING.findall(text) for word in words.lower().split())
        self.back = any(word[:_STEM] in self.subject for word in pointed)
        if around.before is Age.OLD:
            self.past += 1
        if self.back or around.here is Age.FRESH:
            self.past = 0

    @property
    def is_history(self) -> bool:
        """Whether what came before the news is being told."""
        return self.past >= _HISTORY
