"""What a user may set: a file `config.toml` and a folder `entities/` where the system keeps such things.

    lanes = ["PRK", "KOR", "RUS", "USA"]    # ISO 3166-1 alpha-3, left to right; one to six
    theme = "dateline-light"                # or any of Textual's themes
    estimate = true                         # whether undated documents get an estimated publication date

    [keys]
    timeline.down = "j,down"                # by the ids of `tui.bindings`

Every `entities/*.toml` there adds to what dateline knows (corpus/entities/README.md tells the form).
"""

import os
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from corpus.errors import UsageError

FOLDER = "DATELINE_CONFIG"
"""The environment variable that names another folder."""

MOST_LANES = 6


@dataclass(frozen=True, slots=True)
class Configuration:
    """What the user has set; `lanes` and `theme` are None where they are left to dateline.

    `keys` are lists of keys by the id of an action, as they were written.
    """

    lanes: tuple[str, ...] | None = None
    theme: str | None = None
    estimate: bool = True
    keys: Mapping[str, str] = field(default_factory=dict)


def folder() -> Path:
    """Returns the folder of the user's configuration, which need not be there."""
    if named := os.environ.get(FOLDER):
        return Path(named)
    from platformdirs import user_config_path

    return user_config_path("dateline", appauthor=False)


def configuration_file() -> Path:
    """Returns the path of the settings, which need not be there."""
    return folder() / "config.toml"


def read_configuration() -> Configuration:
    """Returns what `config.toml` says; raises `UsageError` with the way out for what it cannot mean."""
    path = configuration_file()
    try:
        settings = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Configuration()
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"{path} cannot be read ({error}); mend it or take it away") from None
    unknown = sorted(settings.keys() - {"estimate", "keys", "lanes", "theme"})
    if unknown:
        raise UsageError(f"{path}: “{unknown[0]}” is no setting; there is: estimate, keys, lanes, theme")
    return Configuration(
        lanes=_lanes(settings["lanes"], path) if "lanes" in settings else None,
        theme=_theme(settings["theme"], path) if "theme" in settings else None,
        estimate=_estimate(settings.get("estimate", True), path),
        keys=_keys(settings.get("keys", {}), path),
    )


def _estimate(value: object, path: Path) -> bool:
    if not isinstance(value, bool):
        raise UsageError(f"{path}: estimate is true or false, without quotes")
    return value


def _theme(value: object, path: Path) -> str:
    if not isinstance(value, str):
        raise UsageError(f'{path}: theme is a name in quotes, such as "dateline-light"')
    return value


def _keys(value: object, path: Path) -> Mapping[str, str]:
    """Returns the keys by id, which may stand in quotes or, as a dotted key of TOML, without."""
    flat: dict[str, object] = {}
    for name, keys in value.items() if isinstance(value, dict) else [("", None)]:
        flat |= (
            {f"{name}.{part}": key for part, key in keys.items()} if isinstance(keys, dict) else {name: keys}
        )
    right = {name: keys for name, keys in flat.items() if isinstance(keys, str)}
    if len(right) < len(flat):
        raise UsageError(f'{path}: [keys] has lines such as timeline.down = "j,down"')
    return right


def _lanes(value: object, path: Path) -> tuple[str, ...]:
    codes = value if isinstance(value, list) else []
    right = all(isinstance(code, str) and re.fullmatch("[A-Z]{3}", code) for code in codes)
    if not codes or not right or len(codes) > MOST_LANES or len(set(codes)) < len(codes):
        raise UsageError(
            f"{path}: lanes are one to {MOST_LANES} different country codes of three capitals, "
            'such as ["PRK", "KOR"]'
        )
    return tuple(codes)


def own_entities(files: Sequence[Path] = ()) -> list[Path]:
    """Returns the user's entity files: those of the configuration folder by name, then `files`."""
    own = (file for file in (folder() / "entities").glob("*.toml") if not file.exists() or file.is_file())
    return [*sorted(own), *files]
