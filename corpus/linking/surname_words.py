"""Whether a lone word that may be a surname is one where it stands: "May said", but not "in May"."""

import re

from corpus.linking.company import Company
from corpus.linking.lexicon import body_words, words
from corpus.linking.page import Page
from corpus.linking.segments import Segment

ACTS = re.compile(
    r"['’]s? |,? (?:(?:also|then|later|himself|herself) )?"
    r"(?:\w+ed|said|told|met|held|has|had|is|was|will|would|and|made|took|gave|went|came|left|sent|wrote"
    r"|(?:tell|meet|visit|urge|warn|vow|call|want|face|offer|order|sign|reject|seek|hail|slam|plan|arrive|leave|host"
    r"|agree|discuss|hold|seal|begin|say)s?|to|may|sat|stood|spoke|flew|shook|drove|rode|won|lost|began|saw|heard)\b",
    re.IGNORECASE,
)
# Before a capital inside a sentence; a park, a moon and a bush mostly have other words before them.
BEFORE = re.compile(r"\b(?!(?:in|at|on|near|the|an?|this|that|of|since|until|last|next|and|or)\b)[a-z]+ $")
NOUN = re.compile(r" (?!(?:to|in|on|at|by|for|with|from|that|as|and|or|but|who|when|after|before)\b)[a-z]")
WORD_BEHIND = re.compile(r" (\w+)")
COMPASS = frozenset({"north", "south", "east", "west"})
MONTHS = frozenset({"march", "april", "may", "june", "august"})
IN_A_MONTH = re.compile(
    r"\b(?:in|of|since|until|till|by|last|next|this|early|mid|late|from|through|before|after|on|\d) $",
    re.IGNORECASE,
)
FIRM = re.compile(r" & ")


def is_name(page: Page, company: Company, name: str, segment: Segment) -> bool:
    """Tells whether a folded surname that is also a word is a name: it acts, or stands inside a sentence."""
    if FIRM.match(page.text, segment.end) or page.text.startswith(" & ", segment.start - 3):
        return False
    if name not in words().words_too or segment.titled or company.joined(segment):
        return True
    if acts_in_headline(page, segment):
        return True
    before = BEFORE.search(page.text, max(0, segment.start - 14), segment.start)
    if name not in MONTHS and before and not NOUN.match(page.text, segment.end):
        return not segment.opens and not page.headline(segment.start)
    return ACTS.match(page.text, segment.end) is not None


def acts_in_headline(page: Page, segment: Segment) -> bool:
    """Tells whether a headline says what a lone word does: "MOON TAKES OFFICE"."""
    behind = WORD_BEHIND.match(page.text, segment.end)
    verb = behind is not None and behind[1].lower() in body_words().headline_verbs
    return verb and page.headline(segment.start)
