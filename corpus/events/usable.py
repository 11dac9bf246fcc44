"""Which times date an act: not those that only bound it, count it or are too wide."""

from collections.abc import Sequence
from datetime import date

from corpus.events.inflection import Form
from corpus.events.lexicon import lexicon
from corpus.events.tokens import Token
from corpus.model import Precision, TimeExpression

TOO_WIDE = {Precision.DECADE, Precision.CENTURY, Precision.PAST, Precision.PRESENT, Precision.FUTURE}
_LONGEST_INTERVAL = 92  # days; longer ones bound what went on rather than date what was done
_NAMED_DAY = "named-day"  # the rule of "the May 18 uprising"
_FEWEST, _RANK_REACH = 2, 5  # tokens before the period, and up to the rank
_RANKS = {
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth",
}  # fmt: skip
_FEAST, _STORY_DAYS = "holiday", 10
_OWNING, _OVER = {"his", "her", "its", "their"}, {"over", "for", "about", "despite", "since"}
_CLOSING, _SPANS = {"ended", "ending"}, {"weeks", "months", "quarter", "half", "year", "period", "season"}
_NOUN_REACH = 12  # tokens between an owner and the time of what is owned
_PARTS = {
    "hours",
    "morning",
    "evening",
    "night",
    "end",
    "beginning",
    "start",
    "middle",
    "afternoon",
    "course",
    "eve",
    "part",
}
_PLAN_REACH = 8  # tokens from "meeting" to "for Tuesday"
_SCHEDULING = {
    "scheduled",
    "planned",
    "set",
    "slated",
    "due",
    "arranged",
    "meeting",
    "summit",
    "talks",
    "visit",
}


def dates_events(time: TimeExpression) -> bool:
    """Whether a time expression can date an event at all, whatever its sentence."""
    if time.value is None or time.first is None or time.last is None or ".." in time.value:
        return False
    if time.precision in TOO_WIDE:
        return False
    return time.precision is not Precision.INTERVAL or (time.last - time.first).days <= _LONGEST_INTERVAL


def begun_elsewhere(time: TimeExpression) -> bool:
    """Whether it is the day after publication, which has begun where it is told: "Thursday local time"."""
    return time.rule.endswith("-elsewhere")


def usable(tokens: Sequence[Token], i: int) -> bool:
    """Whether the time at token `i` dates an act, rather than bounds or counts it."""
    time = tokens[i].time
    if time is None or not dates_events(time):
        return False
    if tokens[i].owner:
        return True
    if tells_which(tokens, i) or _in_opening_bound(tokens, i):
        return False
    bounding = lexicon().mood["bounding"]
    first_word = time.text.split(maxsplit=1)[0].lower()
    left = tokens[i - 1].low if i else ""
    right = tokens[i + 1].low if i + 1 < len(tokens) else ""
    if left == "from" and right in {"until", "till", "through"}:
        return False
    if left in _CLOSING and i > 1 and (tokens[i - 2].low in _SPANS or tokens[i - 2].time):
        return False  # "in the three months ended June 30"
    if (left in {"time", "times"} and time.precision is not Precision.DAY) or (
        first_word in bounding and first_word != "for"
    ):
        return False
    if left == "for" or first_word == "for":
        return any(token.low in _SCHEDULING for token in tokens[max(0, i - _PLAN_REACH) : i])
    if left == "of" and i > 1 and tokens[i - 2].low in _PARTS:
        return True
    if left in {"before", "after"} and _by_the_clock(time):
        return True
    ever = left == "before" and i > 1 and tokens[i - 2].low == "ever"  # "farther than ever before on Tuesday"
    return ever or left not in bounding


def _in_opening_bound(tokens: Sequence[Token], i: int) -> bool:
    """As in "Since his first summit in Singapore last June, he has fired none"."""
    if tokens[0].low not in {"since", "until", "till"} or tokens[1].time:
        return False
    return not any(token.low == "," or Form.PAST in token.forms for token in tokens[:i])


def _by_the_clock(time: TimeExpression) -> bool:
    """As in "Shortly before midnight on Tuesday": the hour is bounded, and the day is told."""
    return time.time is not None and time.time[1:2].isdigit() and not time.text.lower().startswith("on ")


def _names(tokens: Sequence[Token], i: int) -> bool:
    """As in "The 1953 armistice", "the Sept. 19 military pact": the time only tells which one is meant."""
    time = tokens[i].time
    if time is not None and time.rule == _NAMED_DAY:
        return True
    if time is None or not i or "determiner" not in tokens[i - 1].classes:
        return False
    for token in tokens[i + 1 : i + 4]:
        if token.classes or not (token.word or token.mention):
            return False
        if "accord" in token.things:
            return time.precision in {Precision.YEAR, Precision.DAY, Precision.MONTH}
    return False


def names_year(tokens: Sequence[Token], i: int) -> bool:
    """As in "Given the landmark 2015 government-to-government deal": a year among the words of a noun."""
    time = tokens[i].time
    if time is None or time.precision is not Precision.YEAR or i < _FEWEST or i + 1 >= len(tokens):
        return False
    left, behind = tokens[i - 1], tokens[i + 1]
    phrase = left.word and not left.classes and ("determiner" in tokens[i - 2].classes or tokens[i - 2].owner)
    led = phrase or "determiner" in left.classes or left.owner
    told = any(Form.PAST in token.forms for token in tokens[:i])  # unlike "In his 1993 memoir, he claimed"
    return told and bool(led) and behind.word and not behind.classes and not behind.forms


def names_feast(tokens: Sequence[Token], i: int, published: date | None) -> bool:
    """As in "Attended the Victory Day parade": the feast of another country, far from the news."""
    time = tokens[i].time
    if time is None or published is None or time.first is None or not time.rule.startswith(_FEAST):
        return False
    named = i + 1 < len(tokens) and tokens[i + 1].word and not tokens[i + 1].classes
    return named and abs((published - time.first).days) > _STORY_DAYS


def tells_which(tokens: Sequence[Token], i: int) -> bool:
    """Whether a time only belongs to a noun that an act is about, so that it dates no act."""
    return _names(tokens, i) or _of_its_noun(tokens, i) or _opens_name(tokens, i) or _counts_in(tokens, i)


def _counts_in(tokens: Sequence[Token], i: int) -> bool:
    """As in "Its fifth launch this year": the period in which something is counted."""
    time = tokens[i].time
    if time is None or not time.text.lower().startswith(("this ", "so far ")) or i < _FEWEST:
        return False
    noun = tokens[i - 1].low in lexicon().nouns or bool(tokens[i - 1].things)
    return noun and any(_is_rank(token.low) for token in tokens[max(0, i - _RANK_REACH) : i - 1])


def _is_rank(word: str) -> bool:
    return word in _RANKS or (word[:1].isdigit() and word.endswith(("st", "nd", "rd", "th")))


def _opens_name(tokens: Sequence[Token], i: int) -> bool:
    """As in "Busan's 2030 World Expo bid", "the 2024 Paris Olympics": a year that is part of a name."""
    time = tokens[i].time
    if time is None or time.precision is not Precision.YEAR or not i or i + 1 >= len(tokens):
        return False
    led = "determiner" in tokens[i - 1].classes or tokens[i - 1].owner
    return led and time.text[-4:].isdigit() and tokens[i + 1].proper and not tokens[i + 1].mention


def _of_its_noun(tokens: Sequence[Token], i: int) -> bool:
    """As in "Removed over his declaration of war in December": the time of what is named there."""
    low = [token.low for token in tokens[max(0, i - _NOUN_REACH) : i]]
    for k in range(len(low) - 2, 1, -1):
        if low[k] in _OWNING:
            led = low[k - 1] in _OVER or (low[k - 1] == "to" and low[k - 2] == "related")
            named = "of" in low[k + 1 :] and any(word.endswith("ion") for word in low[k + 1 : k + 4])
            return led and named and not any(Form.PAST in t.forms for t in tokens[i - len(low) + k : i])
    return False


def began(tokens: Sequence[Token], i: int) -> bool:
    """As in "Have been drilling since Monday": the day on which what goes on began."""
    time = tokens[i].time
    since = i > 0 and tokens[i - 1].low == "since"
    return since and time is not None and time.precision is Precision.DAY and dates_events(time)


def falls_due(tokens: Sequence[Token], i: int) -> bool:
    """As in "Is expected to meet Kim by early June": the latest day of what is to come."""
    time = tokens[i].time
    by = (i > 0 and tokens[i - 1].low == "by") or (time is not None and time.text.lower().startswith("by "))
    return by and time is not None and dates_events(time)
