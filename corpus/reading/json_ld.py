"""JSON-LD: the objects that a page describes itself with, those of an article first."""

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml import html

DEEPEST = 12  # levels of nesting looked into
MOST = 2_000  # objects looked at

_ARTICLES = re.compile(r"(?:Article|Posting|Report|Review|Blog)", re.IGNORECASE)
_WRAPPING = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*$")
_PUBLISHED = re.compile(r'"datePublished"\s*:\s*"([^"]{4,40})"')


def article_objects(tree: html.HtmlElement) -> Iterator[dict[str, Any]]:
    """Yields the objects that describe an article or a page, articles before pages."""
    objects = [
        each for script in tree.iter("script") if _is_json_ld(script) for each in _objects(script.text or "")
    ]
    described = [each for each in objects if "datePublished" in each or "headline" in each]
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


def _is_json_ld(script: html.HtmlElement) -> bool:
    return "ld+json" in (script.get("type") or "").lower()


def _type(each: dict[str, Any]) -> str:
    kind = each.get("@type", "")
    return " ".join(map(str, kind)) if isinstance(kind, list) else str(kind)


def _objects(text: str) -> list[dict[str, Any]]:
    try:
        found = json.loads(_WRAPPING.sub("", text), strict=False)
    except (ValueError, RecursionError):
        broken = _PUBLISHED.search(text)  # many pages break their JSON with a stray quotation mark
        return [{"@type": "Article", "datePublished": broken[1]}] if broken else []
    return list(_walk(found))


def _walk(value: object) -> Iterator[dict[str, Any]]:
    todo: list[tuple[object, int]] = [(value, 0)]
    count = 0
    while todo and count < MOST:
        each, depth = todo.pop(0)
        count += 1
        if isinstance(each, dict):
            yield each
        inner = list(each.values()) if isinstance(each, dict) else each if isinstance(each, list) else []
        if depth < DEEPEST:
            todo += [(part, depth + 1) for part in inner if isinstance(part, (dict, list))]
