"""Armed services by a word alone: "Army Sgt. Anna Roe", "a retired Navy captain", "the Marine Corps said"."""

import re
from collections.abc import Mapping

from corpus.linking.knowledge import Knowledge, Record
from corpus.linking.names import Means
from corpus.linking.page import Found, How, Page

SERVICE = re.compile(r"\b(?:Army|Navy|Air Force|Marine Corps|Marines)\b(?!-)")
ROLES = {
    "Army": "army",
    "Navy": "navy",
    "Air Force": "air-force",
    "Marine Corps": "marine-corps",
    "Marines": "marine-corps",
}
NAMED = re.compile(r"(?:^|[^\w.]|[a-z]\.)[A-Z][\w.’'-]* $")  # "the Red Army", "the Royal Navy"
THE = re.compile(r"(?<![\w.’'-])(?:The|An?|[a-z]+) $")
LONGER = re.compile(r" (?:of [A-Z]|[A-Z])")
HOME = "USA"  # whose papers have no other word for their own


def read_services(knowledge: Knowledge, states: Mapping[str, Record], page: Page) -> None:
    """Adds the services of the one country of a text that has such, or of the United States before others."""
    if not any(service in page.text for service in ROLES):
        return
    named: list[str] | None = None
    for service in SERVICE.finditer(page.text):
        start, end = service.span()
        known = page.at.get(start)
        if known and (known.entity.verified or known.end != end):
            continue
        if (start in page.taken and not known) or start in page.inside or page.headline(start):
            continue
        if not _stands_alone(page, start, end):
            continue
        named = sorted({f.entity.country for f in page.found if f.entity.country}) if named is None else named
        bodies = {each: body for each in named if (body := _body(knowledge, states.get(each), service[0]))}
        body = bodies.get(HOME) or (next(iter(bodies.values())) if len(bodies) == 1 else None)
        if body is not None:
            page.replace(Found(start, end, knowledge.records[body].entity, How.CUE))


def _body(knowledge: Knowledge, state: Record | None, service: str) -> str | None:
    return knowledge.body(state.entity.id, ROLES[service]) if state else None


def _stands_alone(page: Page, start: int, end: int) -> bool:
    """Tells whether a service is no part of a name, and stands before a rank or behind an article."""
    title = page.cues.get(end + 1) or page.cues.get(start)  # "Army Chief of Staff"
    if title is not None and title.end > end and title.names[0].means is not Means.BACK:
        return not NAMED.search(page.text, max(0, start - 24), start)
    if LONGER.match(page.text, end):
        return False
    return THE.search(page.text, max(0, start - 14), start) is not None
