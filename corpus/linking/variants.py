"""The written forms of a name that follow rules: what the knowledge base need not list.

Every form is compared folded (`fold`): without case, diacritics, typographic quotes and the full stops
of acronyms. So only forms that differ in their words or hyphens are made here.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from corpus.linking.korean import given_names, is_family_name

KEPT = 50_000  # words and names that are kept folded
# Spellings of the same Russian, Ukrainian or Arabic name, by the end or the whole of a word.
SPELLINGS = (
    (r"(?<=[a-z])ei\b", "ey"),
    (r"(?<=[a-z])ey\b", "ei"),
    (r"\bDmitr(?:y|i|ii|iy)\b", "Dmitry"),
    (r"\bDmitr(?:y|i|ii|iy)\b", "Dmitri"),
    (r"\bDmitr(?:y|i|ii|iy)\b", "Dmitriy"),
    (r"\bYuri[iy]?\b", "Yuri"),
    (r"\bYuri[iy]?\b", "Yury"),
    (r"\bYury\b", "Yuri"),
    (r"\bYuri[iy]?\b", "Yuriy"),
    (r"\bValer(?:y|i|iy)\b", "Valery"),
    (r"\bValer(?:y|i|iy)\b", "Valeri"),
    (r"\bAleksand(?:er|r)\b", "Alexander"),
    (r"\bAlexander\b", "Aleksandr"),
    (r"\bAlexand(?:er|re)\b", "Alexandr"),
    (r"\bAleksei\b|\bAleksey\b|\bAlexei\b", "Alexey"),
    (r"\bAlexey\b|\bAlexei\b", "Aleksei"),
    (r"\bAleksei\b|\bAleksey\b|\bAlexey\b", "Alexei"),
    (r"\bNikola[iy]\b", "Nikolai"),
    (r"\bNikola[iy]\b", "Nikolay"),
    (r"\bVitaly\b", "Vitali"),
    (r"\bGennad[iy]+\b", "Gennady"),
    (r"\bGennad[iy]+\b", "Gennadi"),
    (r"\bAnatol[iy]+\b", "Anatoly"),
    (r"\bAnatol[iy]+\b", "Anatoli"),
    (r"\bEvgen[iy]+\b", "Yevgeny"),
    (r"\bYevgen[iy]+\b", "Evgeny"),
    (r"\bYekaterina\b", "Ekaterina"),
    (r"\bMar[iy]+a\b", "Maria"),
    (r"\bMar[iy]+a\b", "Mariya"),
    (r"(?<=[a-z])ski[iy]?\b", "sky"),
    (r"(?<=[a-z])sky\b", "skiy"),
    (r"(?<=[a-z])sky[iy]?\b", "skyy"),
    (r"(?<=[a-z])sky\b", "ski"),
    (r"(?<=[a-z])vyov\b", "vyev"),
    (r"\bVolod[iy]m[iy]r\b", "Volodymyr"),
)
# Where names are written in Cyrillic, so that Latin letters vary.
CYRILLIC = re.compile("RUS|SUN|UKR|BLR|KAZ|KGZ|UZB|TJK|TKM|MNG|BGR|SRB|YUG|MNE|MKD|BIH|ARM|AZE|GEO|MDA")
SPELLING = tuple((re.compile(pattern), written) for pattern, written in SPELLINGS)
BRITISH = (
    (re.compile(r"\bDefense\b"), "Defence"),
    (re.compile(r"\bDefence\b"), "Defense"),
    (re.compile(r"\bOrganization\b"), "Organisation"),
    (re.compile(r"\bOrganisation\b"), "Organization"),
    (re.compile(r"\bCenter\b"), "Centre"),
    (re.compile(r"\bCentre\b"), "Center"),
    (re.compile(r"\bLabor\b"), "Labour"),
    (re.compile(r" and "), " & "),
    (re.compile(r"\bSaint\b"), "St."),
)
COMPASS = (
    (re.compile(r"^North Korea"), ("N. Korea", "N.Korea", "N Korea", "NKorea")),
    (re.compile(r"^South Korea"), ("S. Korea", "S.Korea", "S Korea", "SKorea")),
)
OWNERS = re.compile(r"\b(Worker|People|Women)(?:s'|'s)(?= )")
STATES = re.compile(r"^(?:U\.S\.|US|United States|U\.S)(?= )")
NATIONS = re.compile(r"^(?:U\.N\.|UN|United Nations)(?= )")
QUOTES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "‐": "-", "‑": "-", "–": "-", "\u00ad": ""})
DOTTED = re.compile(r"(?:\w\.)+\w?\.?")


def undecorated(word: str) -> str:
    """Returns a word without diacritics and with plain quotes and hyphens."""
    decomposed = unicodedata.normalize("NFD", word.translate(QUOTES))
    return unicodedata.normalize("NFC", "".join(c for c in decomposed if not unicodedata.combining(c)))


@lru_cache(KEPT)
def fold(word: str) -> str:
    """Returns the form under which a word is compared: lower case, no diacritics, `U.S.` as `us`."""
    word = (word if word.isascii() else undecorated(word)).lower()
    if "." in word and DOTTED.fullmatch(word):
        return word.replace(".", "")
    return word


def person_forms(name: str, country: str | None) -> Iterator[str]:
    """Yields the forms of a person's name: Korean hyphens and spaces, both orders, Slavic spellings."""
    yield name
    family, _, rest = name.partition(" ")
    if country in ("PRK", "KOR") and rest and is_family_name(family):
        for given in given_names(rest):
            yield f"{family} {given}"
            if "-" in given:
                yield f"{given} {family}"
        return
    if country == "JPN" and name.count(" ") == 1:
        yield f"{rest} {family}"  # Abe Shinzo
    if not CYRILLIC.fullmatch(country or ""):
        return
    for pattern, written in SPELLING:
        changed = pattern.sub(written, name)
        if changed != name:
            yield changed
            yield from (again for p, w in SPELLING if (again := p.sub(w, changed)) not in (name, changed))


def other_forms(name: str) -> Iterator[str]:
    """Yields the forms of any other name: British spelling, `U.S.` for `United States`, `N. Korea`."""
    yield name
    for pattern, written in BRITISH:
        if pattern.search(name):
            yield pattern.sub(written, name)
    for pattern, shorts in COMPASS:
        if pattern.search(name):
            yield from (pattern.sub(short, name) for short in shorts)
    if OWNERS.search(name):
        yield from (OWNERS.sub(rf"\1{ending}", name) for ending in ("s'", "'s", "s"))
    if STATES.search(name):
        yield from (STATES.sub(short, name) for short in ("US", "United States", "American"))
    if NATIONS.search(name):
        yield from (NATIONS.sub(short, name) for short in ("UN", "United Nations"))


def demonym_forms(demonym: str) -> Iterator[str]:
    """Yields a demonym and its plural ("North Koreans"); those in -ese, -ish and -ch have none."""
    for form in other_forms(demonym):
        yield form
        if form[-1] in "niaokcrt":
            yield form + "s"
