"""The dialog for other actors: who acts, on whom, who is added and who goes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content

from corpus import Role
from store import ChangeActors, EventRow, Part
from tui.bindings import bindings
from tui.bindings_correct import CASTING
from tui.keymap import keymap_of, subtitle
from tui.screens.dialog import Dialog
from tui.screens.items import Item, Items
from tui.screens.pick_one import PickOne


@dataclass(frozen=True, slots=True)
class _Player:
    """Somebody in the dialog: `role` as it is now, None for one who goes; `was` as it was."""

    entity: str
    name: str
    country: str | None
    role: Role | None
    was: Role | None
    verified: bool = True


class CorrectActors(Dialog[ChangeActors | str]):
    """Answers the change, or the entity of one nobody listed, who is to be looked at.

    `find` returns the actors that match what was typed; it runs in a thread.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", "Next", show=False),
        Binding("up,k", "move(-1)", "Previous", show=False),
        *bindings(CASTING),
    ]
    DEFAULT_CSS = "CorrectActors Items { height: 8; max-height: 60vh; }"

    def __init__(self, row: EventRow, find: Callable[[str], Sequence[Item]]) -> None:
        super().__init__()
        self._find = find
        self._items = Items("", id="items")
        self._players = [
            _Player(actor.entity, actor.name, actor.country, actor.role, actor.role, actor.verified)
            for actor in row.actors
        ]

    def compose(self) -> ComposeResult:
        """Puts the actors into the box."""
        with Vertical(id="box") as box:
            box.border_title = "Correct the actors"
            box.border_subtitle = Content(subtitle(self, CASTING))
            self._items.empty = f"Nobody acts; {keymap_of(self.app)['casting.add'].label} adds somebody."
            yield self._items

    def on_mount(self) -> None:
        """Shows who acts."""
        self._show()

    def action_move(self, step: int) -> None:
        """Moves the cursor."""
        self._items.move(step)

    def action_add(self) -> None:
        """Asks for somebody to add."""
        picker = PickOne("Add an actor", "a name in any script: kim, 김정은, Путин …", self._find)
        self.app.push_screen(picker, self._added)

    @on(Items.Chosen)
    def action_turn(self) -> None:
        """Makes a source a target, and a target a source."""
        self._change(lambda player: Role.SOURCE if player.role is Role.TARGET else Role.TARGET)

    def action_remove(self) -> None:
        """Takes somebody away, or back."""
        self._change(lambda player: (player.was or Role.SOURCE) if player.role is None else None)

    def action_who(self) -> None:
        """Asks who somebody is whom nobody listed."""
        player = self._player
        if player is not None and player.verified:
            self.notify(f"{player.name} is listed: nothing is doubtful.", markup=False)
        elif player is not None:
            self.dismiss(player.entity)

    def action_apply(self) -> None:
        """Answers the change; nothing where all is as it was."""
        changed = [player for player in self._players if player.role is not player.was]
        add = tuple(Part(player.entity, player.role) for player in changed if player.role)
        remove = tuple(player.entity for player in changed if player.role is None)
        self.dismiss(ChangeActors(add, remove) if changed else None)

    def _added(self, item: Item | None) -> None:
        if item is None or any(player.entity == item.id and player.role for player in self._players):
            return
        sources = any(player.role is Role.SOURCE for player in self._players)
        known = next((player for player in self._players if player.entity == item.id), None)
        (name, colour), *_ = item.parts
        role = Role.TARGET if sources else Role.SOURCE
        player = _Player(item.id, name.strip(), colour.upper(), role, known.was if known else None)
        self._players = [each for each in self._players if each is not known] + [player]
        self._show()
        self._items.go(len(self._players) - 1)

    def _change(self, role: Callable[[_Player], Role | None]) -> None:
        player = self._player
        if player is not None:
            number = self._players.index(player)
            self._players[number] = replace(player, role=role(player))
            if self._players[number].role is None and player.was is None:
                del self._players[number]
            self._show()

    @property
    def _player(self) -> _Player | None:
        item = self._items.current
        return next((player for player in self._players if item and player.entity == item.id), None)

    def _show(self) -> None:
        self._items.show([_item(player) for player in self._players])


def _item(player: _Player) -> Item:
    role = f"{player.role or 'removed':<9}"
    colour = (player.country or "other").lower() if player.role else "faint"
    doubt = "" if player.verified else " ?"
    changed = "" if player.role is player.was else f"was {player.was}" if player.was else "added"
    return Item(player.entity, ((role, "muted"), (f"{player.name}{doubt}", colour)), changed)
