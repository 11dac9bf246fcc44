"""The keys as the reader has set them: checked against the registry, and shown as they are."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from typing import Any

from textual.app import App
from textual.keys import KEY_NAME_REPLACEMENTS, Keys, _character_to_key, key_to_character
from textual.screen import Screen

from corpus import UsageError
from tui.bindings import GROUPS, PLACES
from tui.key import Key

_NAMES = frozenset(key.value for key in Keys) | frozenset(KEY_NAME_REPLACEMENTS.values())
"""The names of keys; those of characters besides are Unicode's."""


class Keymap:
    """The registry with the reader's changes: `changes` are Textual's names of keys by the id of an action.

    Raises `UsageError` for an id or a key that is not there, and for a key that would do two things.
    """

    def __init__(self, changes: Mapping[str, str] | None = None) -> None:
        self.changes = {id: _keys(id, keys) for id, keys in (changes or {}).items()}
        known = [key.id for _, keys in GROUPS for key in keys]
        for id in self.changes:
            if id not in known:
                raise UsageError(f"“{id}” is no action with a key; {_instead(id, known)}")
        self.groups = tuple((name, tuple(self._changed(keys))) for name, keys in GROUPS)
        self._by_id = {key.id: key for _, keys in self.groups for key in keys}
        for place in PLACES:
            self._check(place)

    def __getitem__(self, id: str) -> Key:
        """Returns the key of an action by its id."""
        return self._by_id[id]

    def hints(self, ids: Sequence[str]) -> list[Key]:
        """Returns the keys of a footer, in its order."""
        return [self[id] for id in ids]

    def _changed(self, keys: Sequence[Key]) -> Iterable[Key]:
        """Yields keys as they are now; one that shows its counterpart has it behind it."""
        for number, key in enumerate(keys):
            counterpart = keys[number + 1] if key.is_pair and number + 1 < len(keys) else None
            pair = [self._now(each) for each in (key, counterpart) if each]
            if any(each.id in self.changes for each in pair):
                yield replace(pair[0], shown="/".join(each.names.split("  ")[0] for each in pair))
            else:
                yield key

    def _now(self, key: Key) -> Key:
        return replace(key, keys=self.changes.get(key.id, key.keys))

    def _check(self, place: Sequence[str]) -> None:
        """Sees to it that in a place no key that was changed does what another one does there."""
        taken: dict[str, str] = {}
        for id, key in self._by_id.items():
            if id in place or id.split(".", maxsplit=1)[0] in place:
                for name in key.keys.split(","):
                    other = taken.setdefault(name, id)
                    if other != id and {id, other} & self.changes.keys():
                        raise UsageError(f"the key “{name}” would be both {other} and {id}; give one another")


UNCHANGED = Keymap()


def keymap_of(app: App[Any]) -> Keymap:
    """Returns the keys of the app."""
    keys = getattr(app, "keys", None)
    return keys if isinstance(keys, Keymap) else UNCHANGED


def subtitle(screen: Screen[Any], keys: Sequence[Key]) -> str:
    """Returns the keys of a dialog for the line below it: `Space tick · Enter split · Esc cancel`."""
    known = keymap_of(screen.app)
    return " · ".join([*(f"{known[key.id].label} {key.hint}" for key in keys), "Esc cancel"])


def _keys(id: str, keys: str) -> str:
    """Returns keys by Textual's names, separated by commas."""
    names = [_character_to_key(name) if len(name) == 1 else name for name in map(str.strip, keys.split(","))]
    for name in names:
        last = name.rsplit("+", maxsplit=1)[-1]
        if not (name in _NAMES or last in _NAMES or (last and key_to_character(last))):
            raise UsageError(f"{id}: “{name}” is no key; write j, J, /, ctrl+d, f2, pagedown, space …")
    return ",".join(names)


def _instead(id: str, known: Sequence[str]) -> str:
    near = get_close_matches(id, known, n=1)
    return f"did you mean {near[0]}?" if near else f"there is: {', '.join(known)}"
