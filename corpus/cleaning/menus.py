"""Menus that run into the words of a page: `Skip to main content Menu Search Log in` within a line."""

import re

LONGEST_LINE = 400  # code points; a longer one is prose

_BARS = " |•·/»›"
_SURE = (
    r"(?:Skip to (?:main |the )?(?:content|navigation|menu|footer|search)|Jump to (?:content|navigation)"
    r"|Log ?[Ii]n|Sign ?[Ii]n|Sign [Uu]p|Toggle (?:navigation|menu|search)"
    r"|(?:Open|Close|Main|Show|Hide) (?:[Mm]enu|[Nn]avigation|[Ss]earch)"
    r"|Subscribe(?: [Nn]ow)?|My [Aa]ccount|Site ?[Mm]ap|Newsletters?|Search for:|Back to [Tt]op)"
)
_LIKELY = (
    r"(?:Menu|MENU|Search|SEARCH|Home|HOME|Login|Register|Donate|Edition|Sections?|News|World|Politics|Business|Opinion"
    r"|Sports?|Video|Culture|Share|Close|Navigation|Live|More|Contact(?: [Uu]s)?|About(?: [Uu]s)?)"
)
_ITEM = rf"(?:{_SURE}|{_LIKELY})"
_RUN = re.compile(rf"(?<!\S){_ITEM}(?:\s(?:[|•·/»›]\s)?{_ITEM})+(?!\S)")
_SURE_ITEM = re.compile(rf"(?<!\S){_SURE}(?!\S)")


def around_menu(text: str) -> tuple[str, str] | None:
    """Returns what stands before and after a menu within a line, None where there is no menu.

    A menu is two items in a row, one of them such as no title has: `Skip to content`, `Log in`.
    """
    if len(text) > LONGEST_LINE:
        return None
    run = next((found for found in _RUN.finditer(text) if _SURE_ITEM.search(found[0])), None)
    return (text[: run.start()].strip(_BARS), text[run.end() :].strip(_BARS)) if run else None
