"""The colours of dateline: themes of its own, from `themes.toml`, and what it adds to every other theme.

Countries and tones have names of their own (`prk`, `conflict`); a theme that lacks them gets those of the
dark or the light theme. `Ink` turns them into Rich styles once for each theme.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from rich.color import Color as RichColor
from rich.style import Style
from textual.app import App
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

_TABLES: dict[str, dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("themes.toml").read_text(encoding="utf-8")
)


def _theme(name: str) -> Theme:
    """Returns a theme of the tables; one that is like another of Textual's has the rest from it."""
    table = _TABLES[name]
    variables = {**table["variables"], **table["names"]}
    if "like" in table:
        like = BUILTIN_THEMES[table["like"]]
        return replace(like, name=name, variables={**like.variables, **variables}, **table["base"])
    return Theme(name=name, dark=table["dark"], variables=variables, **table["base"])


DARK = _theme("dateline-dark")
LIGHT = _theme("dateline-light")
CONTRAST = _theme("dateline-contrast")
COLOUR_BLIND = _theme("dateline-colour-blind")
SIXTEEN = _theme("dateline-16")
PLAIN = replace(SIXTEEN, name="dateline-plain")
"""The theme for NO_COLOR: what colour says elsewhere is said by bold, underlined and reversed text."""

OWN = (DARK, LIGHT, CONTRAST, COLOUR_BLIND, SIXTEEN, PLAIN)
_NAMES = tuple(_TABLES[DARK.name]["names"])


def extra_colours(theme: Theme) -> dict[str, str]:
    """Returns the names that dateline adds to a theme, with their colours."""
    like = SIXTEEN if theme.ansi else DARK if theme.dark else LIGHT
    names: dict[str, str] = _TABLES[like.name]["names"]
    return names


@dataclass(frozen=True)
class Ink:
    """The styles of one theme, by the names of its colours; foregrounds unless they say otherwise."""

    colours: Mapping[str, str]
    plain: bool = False
    ansi: bool = False

    def __getitem__(self, name: str) -> Style:
        """Returns the foreground style of a colour name; that of others for a country without a colour."""
        return self._styles.get(name) or self._styles["other"]

    def on(self, background: str) -> Style:
        """Returns the plain text style on the background of a colour name."""
        return self._backgrounds[background]

    @cached_property
    def match(self) -> Style:
        """The style of searched words, laid over any other."""
        return Style(reverse=True) if self.plain or self.ansi else Style(bgcolor=_rich(self.colours["match"]))

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
        grounds = {name: text + Style(bgcolor=_rich(colour)) for name, colour in self.colours.items()}
        # No colour of a terminal's sixteen is sure to differ enough from its text.
        return grounds | {"cursor": Style(reverse=True)} if self.ansi else grounds


_INKS: dict[str, Ink] = {}
_USED = (
    *_NAMES,
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
        colours = extra_colours(theme) | theme.to_color_system().generate() | theme.variables
        ink = _INKS[app.theme] = Ink({name: colours[name] for name in _USED}, app.no_color, theme.ansi)
    return ink


def _rich(colour: str) -> RichColor:
    return Color.parse(colour).rich_color
