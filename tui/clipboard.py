"""Copies text to the clipboard of the terminal (OSC 52), which works over SSH too.

Not every terminal takes it: GNOME Terminal and macOS's own do not, and tmux wants `set-clipboard on`.
"""

from textual.screen import Screen

MOST = 74_994
"""Bytes that fit, as base64, into the 100,000 characters of the longest sequence that hterm takes."""


def copy(screen: Screen[None], text: str, what: str) -> None:
    """Copies a text and says what was copied, or that it is too long."""
    if len(text.encode()) > MOST:
        screen.notify(
            f"{what} are too long for the clipboard of a terminal: export them instead.",
            severity="warning",
            markup=False,
        )
        return
    screen.app.copy_to_clipboard(text)
    screen.notify(f"Copied {what}.", markup=False)
