"""Which clause a token belongs to: its own, or for a piece without a verb the one beside it."""

from corpus.events.clauses import Opener
from corpus.events.doers import Scene


def clause_at(scene: Scene, i: int) -> int:
    """Returns the clause that a token belongs to; a piece without a verb belongs to the clause beside it."""
    own = next(k for k, clause in enumerate(scene.clauses) if clause.holds(i) or i < clause.end)
    opens = _opens_what_is_said(scene, own, i) or _opens_the_next(scene, own, i)
    return own + 1 if opens else _owner(scene, own)


def _opens_what_is_said(scene: Scene, own: int, i: int) -> bool:
    """As in "Said that on October 3, Russia attacked a base": the time between "that" and its clause."""
    last = i + 1 == scene.clauses[own].end and own + 1 < len(scene.clauses)
    said = last and scene.clauses[own].verb >= 0 and scene.tokens[i - 1].low == "that"
    return said and scene.clauses[own + 1].opener is Opener.COMMA and scene.clauses[own + 1].verb >= 0


def _opens_the_next(scene: Scene, own: int, i: int) -> bool:
    """As in "Russia is sending aid and on Friday, the Kremlin said more would come"."""
    last = i + 1 == scene.clauses[own].end and own + 1 < len(scene.clauses) and i > 0
    led = last and scene.tokens[i - 1].low in {"and", "but"} and scene.clauses[own].verb >= 0
    return led and scene.clauses[own + 1].opener is Opener.COMMA and scene.clauses[own + 1].verb >= 0


def _owner(scene: Scene, index: int) -> int:
    """The clause with a verb that a piece without one goes with: at the start the next one, else the last."""
    clause = scene.clauses[index]
    while_there = clause.opener is Opener.SUB and clause.word == "while"  # "fled while on a tour on Monday"
    if clause.verb >= 0 or (clause.opener in {Opener.SUB, Opener.WHO} and not while_there):
        return index
    if while_there and index and scene.clauses[index - 1].verb >= 0:
        return index - 1
    counted = _counts_from_next(scene, index)
    verbal = [
        k
        for k, other in enumerate(scene.clauses)
        if other.verb >= 0 and not (counted and (other.opener is Opener.SUB or k == index + 1))
    ]
    before = [k for k in reversed(verbal) if k < index]
    main = [k for k in before if scene.clauses[k].opener is not Opener.WHO]
    earlier = next(iter(main or before), None)
    behind = [k for k in verbal if k > index]
    mains = [k for k in behind if scene.clauses[k].opener not in {Opener.SUB, Opener.WHO}]
    later = next(iter((mains or behind) if index == 0 else behind), None)
    between = _opens_main(scene, index, earlier, later)
    if earlier is None or between or (later is not None and _leads(scene, index, later)):
        return later if later is not None else index
    return earlier


def _opens_main(scene: Scene, index: int, earlier: int | None, later: int | None) -> bool:
    """As in "After it fired, on Monday, Seoul protested": between a fronted clause and the main one."""
    if earlier != 0 or later != index + 1 or index != 1:
        return False
    comma = scene.clauses[index].opener is Opener.COMMA and scene.clauses[later].opener is Opener.COMMA
    return comma and scene.clauses[0].opener is Opener.SUB


def _counts_from_next(scene: Scene, index: int) -> bool:
    """As in "Two days before the ship was seized, …": the time counts from one clause and dates another."""
    end = scene.clauses[index].end
    if end < len(scene.tokens) and scene.tokens[end].low == ",":
        return False  # "A day before, he had met them"
    last = scene.tokens[end - 1].time
    return last is not None and last.text.lower().endswith((" after", " before"))


def _leads(scene: Scene, index: int, later: int) -> bool:
    """Whether a piece after a clause opens the next one: "and on Friday, Y met", "and, on Friday, Y"."""
    piece, first = scene.clauses[index], scene.tokens[scene.clauses[index].start]
    opens = first.time is not None or "preposition" in first.classes
    if piece.opener is Opener.COMMA and piece.start > 1:
        joins = "coordinator" in scene.tokens[piece.start - 2].classes
        return joins and opens and all(clause.verb < 0 for clause in scene.clauses[index:later])
    return piece.opener is Opener.AND and later == index + 1 and opens
