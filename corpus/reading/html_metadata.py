"""What an HTML page says of itself in JSON-LD, in its meta elements and in its address."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from lxml import html

from corpus.cleaning import clean_characters
from corpus.reading.article import Said
from corpus.reading.dates import date_at, plausible
from corpus.reading.json_ld import article_objects, names_of
from corpus.reading.publishers import without_publisher

_TITLES = ("og:title", "twitter:title", "dc.title", "headline", "title")
_PUBLISHERS = ("og:site_name", "application-name", "dc.publisher", "publisher", "twitter:site", "copyright")
_AUTHORS = ("author", "article:author", "dc.creator", "byl", "parsely-author", "sailthru.author")
_DATES = (
    "article:published_time",
    "article:published",
    "og:published_time",
    "og:article:published_time",
    "article.published",
    "datepublished",
    "date_published",
    "date.published",
    "publishdate",
    "publish-date",
    "publish_date",
    "publishtime",
    "pubdate",
    "pub_date",
    "publication_date",
    "publicationdate",
    "published_time",
    "published-date",
    "published",
    "dc.date.issued",
    "dc.date.created",
    "dc.date",
    "dcterms.issued",
    "dcterms.created",
    "dcterms.date",
    "dc.created",
    "sailthru.date",
    "parsely-pub-date",
    "originalpublicationdate",
    "citation_publication_date",
    "citation_date",
    "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime",
    "shareaholic:article_published_time",
    "article:post_date",
    "datecreated",
    "creation_date",
    "created",
    "date",
)
_COMPACT = re.compile(r"(?P<y>(?:19|20)\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?:T?\d{4,6}Z?)?$")
_UTC = re.compile(r"\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s?(?:Z|[+-]00:?00|UTC|GMT)$", re.IGNORECASE)
_BY = re.compile(r"^(?:written\s+)?by\s*:?\s+", re.IGNORECASE)
_OUTSIDE = frozenset(("aside", "nav", "footer", "li"))


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the page says; `in_utc` tells that its date was given in UTC and not in a zone of its own."""

    said: Said
    in_utc: bool


def metadata_of(tree: html.HtmlElement) -> Metadata:
    """Returns the metadata of a page; a day is the one that was written, in the zone it was written in."""
    objects = list(article_objects(tree))
    metas = _metas(tree)
    stated = _published(objects, metas, tree)
    title, medium = without_publisher(_title(objects, metas, tree) or "")
    publisher = _first(
        [_value(metas, _PUBLISHERS[:1]), *(names_of(each.get("publisher")) for each in objects)]
    )
    authors = [
        *(names_of(each.get("author") or each.get("creator")) for each in objects),
        _value(metas, _AUTHORS),
    ]
    byline = _byline(authors, publisher)
    language = _first([tree.get("lang"), tree.get("{http://www.w3.org/XML/1998/namespace}lang")])
    said = Said(
        title=title or None,
        publisher=publisher or medium or _value(metas, _PUBLISHERS[1:]),
        byline=byline,
        published=stated[0] if stated else None,
        published_from="metadata" if stated else None,
        language=language[:2].lower() if language and language[:2].isalpha() else None,
        url=_address(tree, metas),
    )
    return Metadata(said, bool(stated and stated[1]))


def _byline(authors: list[str | None], publisher: str | None) -> str | None:
    """Returns the first that names an author, not an address and not the publisher."""
    named = (_BY.sub("", " ".join(clean_characters(each).split())) for each in authors if each)
    return next((name for name in named if name and not name.startswith("http") and name != publisher), None)


def _metas(tree: html.HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = clean_characters(element.get("content") or "").strip()
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _value(metas: dict[str, str], names: tuple[str, ...]) -> str | None:
    return _first([metas.get(name) for name in names])


def _first(values: list[str | None]) -> str | None:
    found = next(filter(None, values), None)
    return " ".join(clean_characters(found).split()) if found else None


def _title(objects: list[dict[str, Any]], metas: dict[str, str], tree: html.HtmlElement) -> str | None:
    headlines = [each.get("headline") for each in objects]
    elements = [next((e.text_content() for e in tree.iter(tag)), None) for tag in ("h1", "title")]
    stated = [headline for headline in headlines if isinstance(headline, str)]
    return _first([_value(metas, _TITLES[:1]), *stated, _value(metas, _TITLES[1:]), *elements])


def _address(tree: html.HtmlElement, metas: dict[str, str]) -> str | None:
    links = [link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    address = _first([*links, metas.get("og:url")])
    return address if address and address.startswith(("http://", "https://")) else None


def _published(
    objects: list[dict[str, Any]], metas: dict[str, str], tree: html.HtmlElement
) -> tuple[date, bool] | None:
    """Returns the day of publication and whether it was given in UTC; one with a zone of its own wins."""
    firm = [each.get("datePublished") or each.get("dateCreated") for each in objects]
    firm += [metas.get(name) for name in _DATES]
    days = [found for value in firm if (found := _day(value)) is not None]
    days = days or [found for value in _shown(tree) if (found := _day(value)) is not None]
    if not days:
        return None
    first, in_utc = days[0]
    zoned = [day for day, utc in days if not utc and abs((day - first).days) <= 1] if in_utc else []
    return (zoned[0], False) if zoned else (first, in_utc)


def _shown(tree: html.HtmlElement) -> Iterator[str | None]:
    """Yields the machine-readable times that the page shows, outside its menus and lists."""
    for element in tree.xpath("//*[@itemprop='datePublished'] | //time[@pubdate] | //time[@datetime]"):
        if not any(parent.tag in _OUTSIDE for parent in element.iterancestors()):
            yield element.get("datetime") or element.get("content") or element.text_content()


def _day(value: object) -> tuple[date, bool] | None:
    if not isinstance(value, str):
        return None
    value = value.strip()
    compact = _COMPACT.match(value)
    if compact:
        day = plausible(int(compact["y"]), int(compact["m"]), int(compact["d"]))
    else:
        written = date_at(value, 0)
        day = written.day if written else None
    return (day, _UTC.search(value) is not None) if day else None
