"""JSON-LD: the objects that a page describes itself with, those of an article first."""

import json
import re
from collections import deque
from collections.abc import Iterator
from itertools import islice
from typing import Any

from lxml import html

DEEPEST = 12  # levels of nesting looked into
MOST = 2_000  # objects looked at

_ARTICLES = re.compile(r"(?:Article|Posting|Report|Review|Blog)", re.IGNORECASE)
_WRAPPING = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*$")
_AUTHOR = re.compile(
    r'"author"\s*:\s*(?:\[\s*)?(?:\{[^{}"]{0,20}(?:"@type"\s*:\s*"[^"]{1,30}"\s*,\s*)?"name"\s*:\s*)?"([^"{}\[\]]{3,60})"'
)
_PUBLISHED = re.compile(r'"datePublished"\s*:\s*"([^"]{4,40})"')


def article_objects(tree: html.HtmlElement) -> Iterator[dict[str, Any]]:
    """Yields the objects that describe an article or a page, articles before pages."""
    objects = [
        each for script in tree.iter("script") if _is_json_ld(script) for each in _objects(script.text or "")
    ]
    described = [each for each in objects if "datePublished" in each or "headline" in each]
    known = {each["@id"]: each for each in objects if isinstance(each.get("@id"), str) and "name" in each}
    for each in described:
        for key in ("author", "creator", "publisher"):
            each[key] = _resolved(each.get(key), known)
    yield from sorted(described, key=lambda each: _ARTICLES.search(_type(each)) is None)


def names_of(value: object) -> str | None:
    """Returns the names in an author's or publisher's value: a string, an object, or a list of them."""
    if isinstance(value, str):
        return value.strip() or None
    if isinstance(value, dict):
        return names_of(value.get("name"))
    if isinstance(value, list):
        names = [name for each in value[:10] if (name := names_of(each))]
        return ", ".join(dict.fromkeys(names)) or None
    return None


def _resolved(value: object, known: dict[str, dict[str, Any]]) -> object:
    """Returns what a reference such as `{"@id": "#jane"}` refers to, anything else as it is."""
    if isinstance(value, list):
        return [_resolved(each, known) for each in value[:10]]
    if isinstance(value, dict) and "name" not in value:
        return known.get(str(value.get("@id")), value)
    return value


def _is_json_ld(script: html.HtmlElement) -> bool:
    return "ld+json" in (script.get("type") or "").lower()


def _type(each: dict[str, Any]) -> str:
    kind = each.get("@type", "")
    return " ".join(map(str, kind)) if isinstance(kind, list) else str(kind)


def _objects(text: str) -> list[dict[str, Any]]:
    try:
        found = json.loads(_WRAPPING.sub("", text), strict=False)
    except (ValueError, RecursionError):
        return _of_broken(text)
    return list(_walk(found))


def _of_broken(text: str) -> list[dict[str, Any]]:
    """Returns what can be told of JSON that many pages break with a stray quotation mark or comma."""
    published, author = _PUBLISHED.search(text), _AUTHOR.search(text)
    found: dict[str, Any] = {"datePublished": published[1]} if published else {}
    if author and found:
        found["author"] = author[1]
    return [{"@type": "Article", **found}] if found else []


def _walk(value: object) -> Iterator[dict[str, Any]]:
    todo = deque[tuple[object, int]]([(value, 0)])
    count = 0
    while todo and count < MOST:
        each, depth = todo.popleft()
        count += 1
        if isinstance(each, dict):
            yield each
        inner = each.values() if isinstance(each, dict) else each if isinstance(each, list) else ()
        if depth < DEEPEST:
            todo.extend((part, depth + 1) for part in islice(inner, MOST) if isinstance(part, (dict, list)))
