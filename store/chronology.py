"""The key of an event: an integer that sorts events by day, so that date order is rowid order.

A key is the number of the first day (proleptic Gregorian, 1 is 1 January of year 1) times 2³², plus a
place within the day: the more salient first, then a number that depends on the passage alone. So the
order of a timeline never depends on the order in which its documents were read.
"""

from datetime import date
from hashlib import sha256

PLACES = 1 << 32
"""How many places a day has."""

_LAST = date.max.toordinal()
_SHADES = 255
_TIES = 1 << 24


def first_key(day: date) -> int:
    """Returns the smallest key that an event beginning on `day` can have."""
    return day.toordinal() * PLACES


def key_after(day: date) -> int:
    """Returns the smallest key that is later than all events beginning on `day`."""
    return (day.toordinal() + 1) * PLACES


def day_of(key: int) -> date:
    """Returns the first day of the event with this key; the first or the last of all for one beyond them."""
    return date.fromordinal(min(max(key // PLACES, 1), _LAST))


def shade(key: int) -> int:
    """Returns the salience that a key holds: 0 is the highest, 255 the lowest."""
    return key // _TIES % (_SHADES + 1)


def key_for(day: date, salience: float, fingerprint: str) -> int:
    """Returns the key of an event; `fingerprint` is any text that names its best passage for good."""
    dimness = _SHADES - round(min(max(salience, 0.0), 1.0) * _SHADES)
    tie = int.from_bytes(sha256(fingerprint.encode("utf-8", "replace")).digest()[:3])
    return first_key(day) + dimness * _TIES + tie
