"""A key and what it does, as the bindings, the footer, the help and the palette need it."""

from dataclasses import dataclass

from textual.keys import key_to_character


@dataclass(frozen=True, slots=True)
class Key:
    """A key and what it does.

    `keys` are Textual's names. `text` is for help and palette, `hint` the word in the footer (none: not
    shown there), `shown` how the key looks in the footer where that is not its names.
    """

    id: str
    keys: str
    action: str
    text: str
    hint: str = ""
    shown: str = ""

    @property
    def label(self) -> str:
        """The key in the footer, where it may stand for its counterpart too."""
        return self.shown or self.names

    @property
    def is_pair(self) -> bool:
        """Whether the footer shows the key with its counterpart, as in `j/k` and `[ ]`."""
        return len(self.shown) == 3 and self.shown[1] in "/ "

    @property
    def names(self) -> str:
        """All keys that do it, as a reader knows them."""
        return "  ".join(map(_name, self.keys.split(",")))


_NAMES = {
    "slash": "/",
    "backslash": "\\",
    "ampersand": "&",
    "vertical_line": "|",
    "exclamation_mark": "!",
    "delete": "Del",
    "plus": "+",
    "minus": "-",
    "equals_sign": "=",
    "underscore": "_",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "enter": "Enter",
    "escape": "Esc",
    "home": "Home",
    "end": "End",
    "tab": "Tab",
    "space": "Space",
    "backspace": "Backspace",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}


def _name(key: str) -> str:
    """Returns Textual's name of a key as a reader knows it: `Ctrl+D`, `F1`, `[`."""
    *modifiers, last = key.split("+")
    typed = _NAMES.get(last) or key_to_character(last) or last
    shown = typed.upper() if modifiers or (last[0] == "f" and last[1:].isdigit()) else typed
    return "+".join([*map(str.capitalize, modifiers), _NAMES.get(last, shown)])
