"""How North Korea's press writes of the South: "the north" in small letters, and "the puppets"."""

import re
from collections.abc import Mapping

from corpus.linking.page import Found, How, Page
from corpus.model import Entity

SIGNS = ("south Korea", "(KCNA) -")  # one of them tells that small letters mean no compass point
HALF = re.compile(
    r"\b(?:[Tt]he )?(?P<half>north|south)\b"
    r"(?P<side> side\b)?(?!ern| Korea|[- ](?:of|(?:ea|we)st(?:ern)?|coast|pole|bank|wind|gate|end|by)\b)"
)
SIDE = re.compile(r"\b(?:north|south) side\b(?! of)")  # tells so of sides alone
KOREA = re.compile(r"Korea|DPRK")
WAY = re.compile(r"\b(?:km|kilomet(?:er|re)s|miles|due|further|farther|facing) (?:to |in |from )?$")
PUPPET = re.compile(r"\b[Pp]uppets?\b(?! (?:of|show|shows|theatre|theater|troupe|play|film|film studio)\b)")
MASTERS = re.compile(r"\b(?:U\.S\.|US|American|Japanese|Soviet|Nazi|Israeli|Ukrainian|marionette) $")


def read_northern_press(page: Page, koreas: Mapping[str, Entity]) -> None:
    """Adds "the north" and "the puppet army" in a text of North Korea's press, which calls the South so.

    `koreas` are the entities by `north` and `south`.
    """
    text = page.text
    certain = any(sign in text for sign in SIGNS)
    if not certain and not (" side" in text and SIDE.search(text) and KOREA.search(text)):
        return
    for match in HALF.finditer(text):
        if not certain and match["side"] is None:
            continue
        start, how = match.start("half"), How.DEMONYM if match["side"] else How.NAME
        if _is_state(text, match) and start not in page.taken and start not in page.inside:
            _add(page, start, match.end("half"), koreas.get(match["half"]), how)
    souths = {each.end for each in page.found if each.entity.country == "KOR"}
    for match in PUPPET.finditer(text) if certain else ():
        if not MASTERS.search(text, max(0, match.start() - 12), match.start()):
            told = match.start() - 1 in souths  # "the south Korean puppets"
            _add(page, match.start(), match.end(), None if told else koreas.get("south"), How.DEMONYM)


def _is_state(text: str, half: re.Match[str]) -> bool:
    """Tells whether a half is a state: "the north", "both north and south sides", "north-south talks"."""
    if WAY.search(text, max(0, half.start() - 24), half.start()):
        return False
    other = "south" if half["half"] == "north" else "north"
    start, end = half.span("half")
    joined = text.startswith((f"-{other}", f" and {other}"), end)
    joined = joined or text.endswith((f"{other}-", f"{other} and "), 0, start)
    return joined or half["side"] is not None or start > half.start()


def _add(page: Page, start: int, end: int, entity: Entity | None, how: How) -> None:
    if entity is not None:
        page.add(Found(start, end, entity, how))
