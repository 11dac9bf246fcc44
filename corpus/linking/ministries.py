"""Listed bodies by their role: "South Korea's Foreign Ministry", "the Russian defence ministry"."""

from collections.abc import Sequence

from corpus.linking.knowledge import Knowledge
from corpus.linking.names import Hit
from corpus.linking.owners import Owners
from corpus.linking.page import Found, How, Page


def read_ministries(knowledge: Knowledge, page: Page, hits: Sequence[Hit]) -> None:
    """Adds the bodies that a text names by owner and role.

    A mention covers the owner where it is an adjective ("Russian defence ministry"); a possessive stays
    a mention of its own ("Russia's" and "defence ministry").
    """
    if not hits:
        return
    owners = Owners(page)
    for hit in hits:
        roles = [name.target for name in hit.names]
        owner = owners.before(hit.start) or owners.behind(hit.end)
        if owner is None:
            continue
        body = _body(knowledge, owner, roles)
        if body is None:
            continue
        entity = knowledge.records[body].entity
        if hit.start in page.taken:
            continue
        if page.text[hit.start : hit.end].islower() and " " not in page.text[hit.start : hit.end]:
            continue
        possessive = page.text[owner.end : owner.end + 1] in ("'", "’")
        if possessive or owner.start > hit.start:
            page.add(Found(hit.start, hit.end, entity, How.CUE))
        else:
            page.replace(Found(owner.start, hit.end, entity, How.CUE))


def _body(knowledge: Knowledge, owner: Found, roles: list[str]) -> str | None:
    for of in knowledge.owners(owner.entity.id):
        for role in roles:
            if body := knowledge.body(of, role):
                return body
    return None
