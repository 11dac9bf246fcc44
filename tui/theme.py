"""The colours of dateline: two themes of its own, and what it adds to every other theme.

Countries and tones have names of their own (`prk`, `conflict`); a theme that lacks them gets those of the
dark or the light theme. `Ink` turns them into Rich styles once for each theme.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from rich.color import Color as RichColor
from rich.style import Style
from textual.app import App
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

DARK_COLOURS = {
    "prk": "#ff8585",
    "kor": "#5fd3f3",
    "rus": "#cba6f7",
    "sun": "#cba6f7",
    "usa": "#7aa7ff",
    "other": "#a9b1bd",
    "cooperation": "#8fd19e",
    "conflict": "#ffb454",
    "neutral": "#9aa4b2",
    "grid": "#3a4252",
    "faint": "#6b7687",
    "muted": "#98a2b3",
    "time": "#ffd866",
    "beside": "#bac2ce",
    "passage": "#283449",
    "cursor": "#2f4a73",
    "cursor-blurred": "#263043",
    "focus": "#26385a",
    "marked": "#ffd866",
    "match": "#6b4f00",
}
LIGHT_COLOURS = {
    "prk": "#b3261e",
    "kor": "#00687a",
    "rus": "#7b3fb0",
    "sun": "#7b3fb0",
    "usa": "#1f4fb5",
    "other": "#565e6b",
    "cooperation": "#1e7a3c",
    "conflict": "#a35200",
    "neutral": "#5d6673",
    "grid": "#c9ccd3",
    "faint": "#8a919c",
    "muted": "#5d6673",
    "time": "#8a5a00",
    "beside": "#464d57",
    "passage": "#fff0c2",
    "cursor": "#cfe0fb",
    "cursor-blurred": "#e3e7ee",
    "focus": "#dbe5f7",
    "marked": "#a35200",
    "match": "#ffd24d",
}
ANSI_COLOURS = {
    "prk": "ansi_bright_red",
    "kor": "ansi_bright_cyan",
    "rus": "ansi_bright_magenta",
    "sun": "ansi_bright_magenta",
    "usa": "ansi_bright_blue",
    "other": "ansi_default",
    "cooperation": "ansi_green",
    "conflict": "ansi_yellow",
    "neutral": "ansi_default",
    "grid": "ansi_bright_black",
    "faint": "ansi_bright_black",
    "muted": "ansi_bright_black",
    "time": "ansi_bright_yellow",
    "beside": "ansi_default",
    "passage": "ansi_default",
    "cursor": "ansi_blue",
    "cursor-blurred": "ansi_black",
    "focus": "ansi_blue",
    "marked": "ansi_bright_yellow",
    "match": "ansi_yellow",
}

DARK = Theme(
    name="dateline-dark",
    primary="#7aa7ff",
    secondary="#5f7fbf",
    accent="#ffd866",
    warning="#ffb454",
    error="#ff8585",
    success="#8fd19e",
    foreground="#d9dee7",
    background="#12161e",
    surface="#171c26",
    panel="#1d2431",
    dark=True,
    variables={
        "border": "#3a4252",
        "border-blurred": "#2a3140",
        "scrollbar": "#3a4252",
        "scrollbar-hover": "#5f7fbf",
        "scrollbar-active": "#7aa7ff",
        "scrollbar-background": "#171c26",
        "scrollbar-background-hover": "#171c26",
        "scrollbar-background-active": "#171c26",
        **DARK_COLOURS,
    },
)
LIGHT = Theme(
    name="dateline-light",
    primary="#1f4fb5",
    secondary="#4a6fb8",
    accent="#8a5a00",
    warning="#a35200",
    error="#b3261e",
    success="#1e7a3c",
    foreground="#22262d",
    background="#fbfaf7",
    surface="#f4f2ec",
    panel="#ebe8e0",
    dark=False,
    variables={
        "border": "#c9ccd3",
        "border-blurred": "#dcdfe4",
        "scrollbar": "#c9ccd3",
        "scrollbar-hover": "#4a6fb8",
        "scrollbar-active": "#1f4fb5",
        "scrollbar-background": "#f4f2ec",
        "scrollbar-background-hover": "#f4f2ec",
        "scrollbar-background-active": "#f4f2ec",
        **LIGHT_COLOURS,
    },
)

_ANSI = BUILTIN_THEMES["ansi-dark"]
PLAIN = replace(
    _ANSI,
    name="dateline-plain",
    variables={
        **_ANSI.variables,
        "block-cursor-text-style": "reverse",
        "input-cursor-text-style": "reverse",
        **ANSI_COLOURS,
    },
)
"""The theme for NO_COLOR: what colour says elsewhere is said by bold, underlined and reversed text."""


def extra_colours(theme: Theme) -> dict[str, str]:
    """Returns the names that dateline adds to a theme, with their colours."""
    if theme.ansi:
        return ANSI_COLOURS
    return DARK_COLOURS if theme.dark else LIGHT_COLOURS


@dataclass(frozen=True)
class Ink:
    """The styles of one theme, by the names of its colours; foregrounds unless they say otherwise."""

    colours: Mapping[str, str]
    plain: bool = False

    def __getitem__(self, name: str) -> Style:
        """Returns the foreground style of a colour name; that of others for a country without a colour."""
        return self._styles.get(name) or self._styles["other"]

    def on(self, background: str) -> Style:
        """Returns the plain text style on the background of a colour name."""
        return self._backgrounds[background]

    @cached_property
    def match(self) -> Style:
        """The style of searched words, laid over any other."""
        return Style(reverse=True) if self.plain else Style(bgcolor=_rich(self.colours["match"]))

    @cached_property
    def here(self) -> Style:
        """The style of the searched words to which the reader went, laid over any other."""
        standing_out = Style(reverse=True, bold=True, underline=True)
        return standing_out if self.plain else standing_out + self["marked"]

    def country(self, code: str | None) -> Style:
        """Returns the style of a country by its ISO 3166-1 alpha-3 code."""
        return self[code.lower()] if code else self["other"]

    @cached_property
    def _styles(self) -> dict[str, Style]:
        return {name: Style(color=_rich(colour)) for name, colour in self.colours.items()}

    @cached_property
    def _backgrounds(self) -> dict[str, Style]:
        text = self._styles["foreground"]
        if self.plain:
            return {name: Style(reverse=name == "cursor") for name in self.colours}
        return {name: text + Style(bgcolor=_rich(colour)) for name, colour in self.colours.items()}


_INKS: dict[str, Ink] = {}
_USED = (
    *DARK_COLOURS,
    "foreground",
    "background",
    "surface",
    "panel",
    "primary",
    "accent",
    "error",
    "success",
)


def ink_of(app: App[Any]) -> Ink:
    """Returns the ink of the app's present theme."""
    ink = _INKS.get(app.theme)
    if ink is None:
        theme = app.current_theme
        colours = extra_colours(theme) | theme.to_color_system().generate()
        ink = _INKS[app.theme] = Ink({name: colours[name] for name in _USED}, plain=app.no_color)
    return ink


def _rich(colour: str) -> RichColor:
    return Color.parse(colour).rich_color
