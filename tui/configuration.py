"""What a user may set: a file `config.toml` and a folder `entities/` where the system keeps such things.

    lanes = ["PRK", "KOR", "RUS", "USA"]    # ISO 3166-1 alpha-3, left to right; one to six

Every `entities/*.toml` there adds to what dateline knows (corpus/entities/README.md tells the form).
"""

import os
import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import UsageError

FOLDER = "DATELINE_CONFIG"
"""The environment variable that names another folder."""

MOST_LANES = 6


@dataclass(frozen=True, slots=True)
class Configuration:
    """What the user has set; `lanes` is None where it is left to dateline."""

    lanes: tuple[str, ...] | None = None


def folder() -> Path:
    """Returns the folder of the user's configuration, which need not be there."""
    if named := os.environ.get(FOLDER):
        return Path(named)
    from platformdirs import user_config_path

    return user_config_path("dateline", appauthor=False)


def read_configuration() -> Configuration:
    """Returns what `config.toml` says; raises `UsageError` with the way out for what it cannot mean."""
    path = folder() / "config.toml"
    try:
        settings = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Configuration()
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"{path} cannot be read ({error}); mend it or take it away") from None
    unknown = sorted(settings.keys() - {"lanes"})
    if unknown:
        raise UsageError(f"{path}: “{unknown[0]}” is no setting; there is: lanes")
    return Configuration(lanes=_lanes(settings["lanes"], path) if "lanes" in settings else None)


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
    return [*sorted((folder() / "entities").glob("*.toml")), *files]
