"""The fields of offices, which are nobody's names: "Secretary for Terrorism and Financial Intelligence"."""

import re

from corpus.linking.page import Page
from corpus.model import EntityType

FOR = re.compile(r" for (?=[A-Z])")
OFFICE = re.compile(
    r"(?:[Ss]ecretary|[Mm]inister|[Rr]epresentative|[Ee]nvoy|[Aa]dvis[eo]r|[Dd]irector|[Cc]ommissioner)"
    r"(?: of (?:the )?[A-Z][a-z]+)?$"
)
REACH = 48  # code points before a field in which its office begins
FIELD = re.compile(r"[A-Z][a-z]+(?:(?:, | and (?:the )?|, and (?:the )?| )[A-Z][a-z]+){0,7}")
NOUN = re.compile(
    r"\b(?:Affairs|Control|Defen[cs]e|Diplomacy|Enforcement|Environment|Energy|Engineering|Finance|Growth|Industry|Intelligence|Labor|Matters"
    r"|Nonproliferation|Operations|Planning|Policy|Proliferation|Readiness|Research|Resources|Rights|Safety|Security|Strategy|Technology"
    r"|Terrorism|Trade)\b"
)


def cover_fields(page: Page) -> None:
    """Takes the fields of the offices of a page away from the places and people that they look like."""
    for start in (before.end() for before in FOR.finditer(page.text)):
        field = FIELD.match(page.text, start)
        nouns = list(NOUN.finditer(page.text, start, field.end())) if field else []
        if not nouns or page.taken.get(start, 0) >= nouns[-1].end():
            continue
        if not OFFICE.search(page.text[max(0, start - REACH) : start - len(" for ")]):
            continue
        end = nouns[-1].end()
        for found in [page.at[at] for at in range(start, end) if at in page.at]:
            if found.entity.type is EntityType.PLACE:
                page.remove(found)
        page.taken.setdefault(start, end)
        page.cover(start, end)
