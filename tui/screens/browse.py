"""The main screen: the timeline with all that can be done in it."""

from typing import ClassVar

from textual.binding import BindingType

from tui.bindings import FIND, HITS, READ, bindings
from tui.screens.correcting import Correcting
from tui.screens.finding import Finding


class Browse(Finding, Correcting):
    """The panes with the actions that find, mark, take away and read."""

    BINDINGS: ClassVar[list[BindingType]] = bindings((*FIND, *HITS, *READ))
