"""The main screen: the timeline with all that can be done in it."""

from typing import ClassVar

from textual.binding import BindingType

from tui.bindings import FIND, HITS, READ, bindings
from tui.screens.finding import Finding
from tui.screens.taking import Taking


class Browse(Finding, Taking):
    """The panes with the actions that find, mark, take away and read."""

    BINDINGS: ClassVar[list[BindingType]] = bindings((*FIND, *HITS, *READ))
