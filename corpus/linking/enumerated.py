"""People who are told in a row with people: "Anna Berg, Levi Tamm and Roza Oyelaran" are three of a kind."""

import re
from collections.abc import Iterator, Sequence

from corpus.linking.looks import is_name_part
from corpus.linking.page import Found, Page
from corpus.linking.segments import Segment
from corpus.model import EntityType

JOINT = re.compile(r", and |, | and | & ")
JOINTS = (", ", " & ", " and ", ", and ")
GOES_ON = re.compile(r"(?:,(?: and)?| and| &) [^\W\d_a-z]")


def in_a_row(page: Page, left: Sequence[Segment]) -> Iterator[Segment]:
    """Yields the names among some unknown words, in order, that stand in a row with a person's full name.

    Once forwards and once backwards, so that a row is read through from whichever name is known.
    """
    candidates = [segment for segment in left if _can_be(segment) and not page.headline(segment.start)]
    if not candidates:
        return
    starts = {found.start: found.end for found in page.found if _is_full(page, found)}
    ends = set(starts.values())
    found: dict[int, Segment] = {}
    for segment in candidates:
        if any(segment.start - size in ends for size in joints_before(page.text, segment)):
            found[segment.start] = segment
            ends.add(segment.end)
            starts[segment.start] = segment.end
    for segment in reversed(candidates):
        joint = JOINT.match(page.text, segment.end)
        end = starts.get(joint.end()) if joint else None
        if joint and end and (joint[0] != ", " or GOES_ON.match(page.text, end)):
            found[segment.start] = segment
            starts[segment.start] = segment.end
    yield from (found[start] for start in sorted(found))


def joints_before(text: str, segment: Segment) -> Iterator[int]:
    """Yields the lengths that a joint before a name can have; behind a comma alone the row has to go on."""
    if not text.endswith(JOINTS, 0, segment.start):
        return
    for joint in JOINTS:
        goes_on = joint != ", " or GOES_ON.match(text, segment.end)
        if goes_on and text.endswith(joint, 0, segment.start):
            yield len(joint)


def _is_full(page: Page, found: Found) -> bool:
    """Tells whether a mention is a person's name of two words or more."""
    return found.entity.type is EntityType.PERSON and page.text.find(" ", found.start, found.end) > 0


def _can_be(segment: Segment) -> bool:
    texts = [word.text for word in segment.words]
    return 2 <= len(texts) <= 4 and all(map(is_name_part, texts))
