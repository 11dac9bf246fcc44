"""Events are browsed, selected and exported: the screens and the command."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tui.app import run

__all__ = ["run"]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - the type stands above, for type checkers
    """Loads the app when it is asked for, so that the commands start without Textual."""
    if name == "run":
        from tui.app import run

        return run
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
