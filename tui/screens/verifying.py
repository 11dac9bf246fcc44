"""The dialogs that say who somebody is whom nobody listed: verified, somebody else, or nobody."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Label

from corpus import EntityType
from store import ActorCount, Identity, JournalEntry, Nobody, Same, Store, Unlisted, Verify
from tui.cells import counted, safe_line
from tui.correcting import asked
from tui.screens.dialog import Dialog
from tui.screens.event_items import actor_item
from tui.screens.items import Item, Items
from tui.screens.pick_one import PickOne

Write = Callable[[Callable[[Store], JournalEntry]], None]

_LISTED = 40
_LEAST_LETTERS = 3
"""Whom the store does not know is looked for from so many letters on."""


class Who(Dialog[str]):
    """Answers what to say of somebody: `accept`, `merge` or `reject`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "say('accept')", "Accept", show=False),
        Binding("m", "say('merge')", "Merge", show=False),
        Binding("x,delete", "say('reject')", "Reject", show=False),
        Binding("down,j,tab", "move(1)", "Next", show=False),
        Binding("up,k", "move(-1)", "Previous", show=False),
        Binding("enter", "choose", "Choose", show=False),
    ]
    DEFAULT_CSS = """
    Who Items { height: 3; }
    Who Label { width: 1fr; height: auto; max-height: 6; color: $text-muted; padding: 0 0 1 1; }
    """

    def __init__(self, who: Unlisted, quote: str) -> None:
        super().__init__()
        self._who = who
        self._quote = quote
        self._choices = Items("", id="items")

    def compose(self) -> ComposeResult:
        """Puts the words around the name above what can be said."""
        with Vertical(id="box") as box:
            box.border_title = Content(f"Who is {safe_line(self._who.name)}?")
            box.border_subtitle = "a letter, or Enter · Esc close"
            events, documents = counted(self._who.events, "event"), counted(self._who.documents, "document")
            yield Label(Content(f"{events}, {documents}: “… {safe_line(self._quote)} …”"))
            yield self._choices

    def on_mount(self) -> None:
        """Shows what can be said."""
        said = (("accept", "a", "it is a name, and right"), ("merge", "m", "it is somebody else"))
        texts = (*said, ("reject", "x", "it is nobody: no name at all"))
        self._choices.show(
            [
                Item(what, ((f"{key}   ", "accent"), (f"{what:<9}", "foreground"), (about, "muted")))
                for what, key, about in texts
            ]
        )

    def action_move(self, step: int) -> None:
        """Moves the cursor."""
        self._choices.move(step)

    @on(Items.Chosen)
    def action_choose(self) -> None:
        """Answers what is under the cursor."""
        if item := self._choices.current:
            self.dismiss(item.id)

    def action_say(self, what: str) -> None:
        """Answers what was chosen by its key."""
        self.dismiss(what)


class Accept(Dialog[Verify]):
    """Answers who somebody is, with name, country and type as far as they are known better."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "app.focus_next", "Next", show=False),
        Binding("up", "app.focus_previous", "Previous", show=False),
    ]
    DEFAULT_CSS = """
    Accept Label { width: 1fr; height: auto; color: $text-muted; }
    Accept #complaint { color: $warning; }
    """

    def __init__(self, who: Unlisted) -> None:
        super().__init__()
        self._who = who

    def compose(self) -> ComposeResult:
        """Puts three lines below each other."""
        with Vertical(id="box") as box:
            box.border_title = Content(f"Accept {safe_line(self._who.name)}")
            box.border_subtitle = "Tab next line · Enter accept · Esc cancel"
            yield Label("Name")
            yield Input(safe_line(self._who.name), id="name", select_on_focus=False)
            yield Label("Country: PRK, KOR, RUS, USA …, or nothing")
            yield Input(self._who.country or "", id="country", max_length=3)
            yield Label(f"Type: {', '.join(EntityType)}")
            yield Input(self._who.type, id="type", select_on_focus=False)
            yield Label("", id="complaint")

    @on(Input.Submitted)
    def submit(self) -> None:
        """Answers, once the lines make sense."""
        name, country, type_ = (
            self.query_one(f"#{line}", Input).value.strip() for line in ("name", "country", "type")
        )
        code = country.upper()
        if not name:
            self._complain("A name has letters; Esc cancels.")
        elif code and not (len(code) == 3 and code.isascii() and code.isalpha()):
            self._complain(f"“{country}” is no code of a country: three letters, such as KOR (ISO 3166-1).")
        elif type_.replace(" ", "_").lower() not in set(EntityType):
            self._complain(f"“{type_}” is none of the types above.")
        else:
            kind = EntityType(type_.replace(" ", "_").lower())
            self.dismiss(
                Verify(
                    name if name != self._who.name else None,
                    kind if kind is not self._who.type else None,
                    code if code and code != self._who.country else None,
                )
            )

    def _complain(self, text: str) -> None:
        self.query_one("#complaint", Label).update(Content(text))


def say(app: App[None], path: Path, who: Unlisted, what: str, write: Write) -> None:
    """Asks what there is to ask for accepting, merging or rejecting somebody, and writes it."""

    def written(identity: Identity | None) -> None:
        if identity is not None:
            write(lambda store: store.identify(who.entity, identity))

    if what == "accept":
        app.push_screen(Accept(who), written)
    elif what == "merge":
        _ask_merge(app, path, who, written)
    elif what == "reject":
        written(Nobody())


def _ask_merge(app: App[None], path: Path, who: Unlisted, then: Callable[[Identity | None], None]) -> None:
    found: dict[str, ActorCount] = {}

    def find(pattern: str) -> list[Item]:
        actors = [actor for actor in _candidates(path, who, pattern) if actor.entity != who.entity]
        found.update((actor.entity, actor) for actor in actors)
        return [actor_item(actor, searched=bool(pattern.strip())) for actor in actors]

    def picked(item: Item | None) -> None:
        if item is not None:
            actor = found[item.id]
            then(Same(actor.entity, actor.name, actor.type, actor.country))

    about = f"{safe_line(who.name)} is really:"
    app.push_screen(PickOne("Merge with", "a name in any script", find, about=about), picked)


def _candidates(path: Path, who: Unlisted, pattern: str) -> list[ActorCount]:
    """Returns those with whom somebody may be merged: at first those who share a part of the name."""
    if not pattern.strip():
        parts = [part for part in who.name.split() if len(part) >= _LEAST_LETTERS or len(part) > 1]
        found = asked(path, lambda store: [store.actors(part, limit=8) for part in parts[::-1]])
        return list(
            {actor.entity: actor for actors in found for actor in actors if _is_bearer(actor)}.values()
        )
    stored = asked(path, lambda store: store.actors(pattern, limit=_LISTED))
    known = {actor.entity for actor in stored}
    return stored + [actor for actor in _listed(pattern) if actor.entity not in known]


def _is_bearer(actor: ActorCount) -> bool:
    return not actor.misspelt and actor.type in (EntityType.PERSON, EntityType.ORGANISATION)


def _listed(pattern: str) -> Iterable[ActorCount]:
    """Returns those who are listed, whether or not the store knows them."""
    if len(pattern.strip()) < _LEAST_LETTERS:
        return ()
    from corpus import known_entities
    from store.actors import ActorIndex

    index = ActorIndex.of_entities(list(known_entities()))
    return (actor for actor in index.search(pattern, {}, _LISTED) if not actor.misspelt)
