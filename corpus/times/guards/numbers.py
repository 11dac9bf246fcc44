"""Four digits that are no year: `Resolution 1718`, `1500 troops`, `$2000`, `2000 GMT`, `Orion 1980`."""

import re

from corpus.times.cues import PAST_TENSE
from corpus.times.guards.neighbours import DETERMINERS, TIME_PREPOSITIONS, word_after, word_before
from corpus.times.words import MONTHS, SEASONS, word_set, year_number

_NUMBERED = word_set(
    "resolution resolutions no nos number numbers flight room page pages section sections article model "
    "line highway "
    "route act chapter unscr res bill law directive order regulation decree rule channel suite box psalm "
    "verse job gate "
    "p pp unit bus train boeing airbus zip code area building apartment apt ext extension tel phone fax dial "
    "call decision "
    "case file form series version windows kospi nikkei kosdaq"
)
_COUNTED = word_set(
    "troops people men women soldiers meters metres kilometers kilometres km kms miles feet yards tons "
    "tonnes dollars "
    "percent votes points members workers employees jobs children students families homes houses hours gmt "
    "shares years "
    "days months weeks mph kph kg kilograms pounds refugees prisoners protesters demonstrators deaths "
    "casualties victims "
    "cases warheads missiles rounds shells rockets companies firms delegates seats square cubic million "
    "billion trillion "
    "degrees megawatts mhz watts horsepower utc et est edt kst jst bst cet officials officers civilians "
    "marines sailors "
    "passengers others won yen rubles roubles euros yuan bn calories liters litres barrels acres hectares "
    "copies tanks "
    "aircraft vehicles ships artillery hostages athletes spectators supporters fans journalists reporters "
    "police "
    "guests visitors tourists residents villagers farmers defectors pages words horses cattle pieces items "
    "units "
    "voters adults respondents hundred thousand "
    "block feet-long kilometer meter mile ton foot pound square-foot strong"
)
_APPROXIMATE = word_set("some nearly over almost than least approximately roughly most about exactly only")
_LEADS_NUMBER = re.compile(
    r"\b(?:crowd|total|force|group|population|range|distance|height|altitude|length|weight|cost|price|speed|"
    r"army|fleet|staff|"
    r"sum|maximum|minimum|average|capacity|score|index|number|count|toll|depth|value|elevation|garrison) "
    r"of\s\Z"
    r"|\bas (?:many|few|much) as\s\Z|\b0\d{3} (?:to|and|until)\s\Z"
    r"|\b(?:resolutions?|unscrs?|articles|sections|pages|rooms|flights|lines|laws|numbers|nos\.) "
    r"[\d, ]+(?:and |or )\Z",
    re.IGNORECASE,
)
_PART_OF_MORE = re.compile(
    r"-[A-Z]{2,}|-\d|\s(?:to|or|and|-|–)\s[\d,]+\s(?:" + "|".join(sorted(_COUNTED)) + r")\b"
)
_SINGULAR = word_set("was has is this its as does")
_AT_LEAST = re.compile(r"\b(?:until|since|through|to|by) at least\s\Z", re.IGNORECASE)
_YEAR_LEADS = word_set(
    "in since of by until till from to through before after during between and year or for on"
)
_FIRST_BARE_YEAR = 1700  # earlier ones need a preposition
_OPENING = ("In", "Since", "During")  # In 2019 troops were pulled back: a sentence opens with its year
_NAMED_AFTER_A_RESOLUTION = ("Committee", "Sanctions", "Panel")  # the 1718 Committee
_SIGNS = "$€£¥₩#+.,:/-–"


def _is_amount(match: re.Match[str], written: str) -> bool:
    """Tells whether a number before a plural is an amount: `sold 1900 cars`, `up to 2010 cars`."""
    text, after = match.string, word_after(match.string, match.end())
    if not after[:1].islower() or not after.endswith("s") or after in _SINGULAR:
        return False
    up_to = text[max(0, match.start() - 6) : match.start()].lower() == "up to "
    return up_to or (year_number(match) % 50 == 0 and PAST_TENSE.fullmatch(written) is not None)


def is_year(match: re.Match[str]) -> bool:
    """Tells whether four digits are a year."""
    text, start, end = match.string, match.start(), match.end("year")
    written = "" if text[start - 1 : start] == "(" else word_before(text, start)  # the dynasty (1392-1910)
    before = written.lower().rstrip(".")
    if start and text[start - 1] in _SIGNS:
        return text[max(0, start - 5) : start].lower().endswith(("mid-", "pre-", "post-", "early-", "late-"))
    if before[-1:] in tuple("$€£¥₩#") or _PART_OF_MORE.match(text, match.end()):
        return False
    if before == "at" and word_after(text, end).lower() not in ("levels", "prices", "rates"):
        return False
    if (
        before.isdigit()
        or before in _NUMBERED
        or (word_after(text, end).lower() in _COUNTED and written not in _OPENING)
        or _is_amount(match, written)
        or word_after(text, end) in _NAMED_AFTER_A_RESOLUTION
        or _LEADS_NUMBER.search(text, max(0, start - 40), start)
    ):
        return False
    until_at_least = _AT_LEAST.search(text, max(0, start - 24), start)
    if before in _APPROXIMATE and not until_at_least and not (before == "about" and year_number(match) % 100):
        return False
    if match["year"].isdigit() and written[:1].isupper() and not _may_lead(written):
        return False
    return year_number(match) >= _FIRST_BARE_YEAR or before in _YEAR_LEADS


def _may_lead(word: str) -> bool:
    """Tells whether a capitalised word before digits leaves them a year: not `Orion 1980`."""
    lower = word.lower().rstrip(".")
    return (
        lower in _YEAR_LEADS
        or lower in TIME_PREPOSITIONS
        or lower in DETERMINERS
        or lower in MONTHS
        or lower in SEASONS
        or lower.endswith(("’s", "'s", "s’", "s'", "mid-"))
        or lower in ("as", "both", "around", "circa", "copyright", "at", "under", "with")
    )


def is_short_year(match: re.Match[str]) -> bool:
    """Tells whether digits behind an apostrophe are a year (`in '98`), not a quotation or feet."""
    text, mark = match.string, match.start()
    before = word_before(text, mark).lower()
    return text[mark + 3 : mark + 4] not in ("'", "’", '"', "%") and (
        before in _YEAR_LEADS or before in TIME_PREPOSITIONS or before == "the"
    )
