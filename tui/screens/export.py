"""The export dialog: what to write, in which form and layout, how it will look, and where it goes."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Input, Label

from corpus import DatelineError
from store.export.model import Form, Layout, Style
from tui.exporting import PREVIEWED, Offer, Stopped, Watch, preview, write
from tui.files import completed, target
from tui.screens.dialog import Dialog
from tui.screens.fields import Field, Fields
from tui.screens.preview import PreviewPane

_FORMS = {
    Form.MARKDOWN: "Markdown",
    Form.JSON: "JSON",
    Form.CSV: "CSV",
    Form.ICS: "calendar",
    Form.SVG: "picture",
}
_LAYOUTS = {Layout.CHRONOLOGY: "chronology", Layout.TABLE: "table", Layout.ACTORS: "by actor"}
_WATCHED = 0.2
"""Seconds between two looks at how far the writing has come."""


@dataclass(frozen=True, slots=True)
class Written:
    """What was written, where, and how, for the next time."""

    path: Path
    events: int
    style: Style


class Export(Dialog[Written]):
    """Writes the chosen events to a file; stays open until that has worked or the reader gives up."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "Previous field", show=False, priority=True),
        Binding("down", "move(1)", "Next field", show=False, priority=True),
        Binding("left", "change(-1)", "Previous option", show=False, priority=True),
        Binding("right", "change(1)", "Next option", show=False, priority=True),
        Binding("pageup", "scroll(-1)", "Preview up", show=False, priority=True),
        Binding("pagedown", "scroll(1)", "Preview down", show=False, priority=True),
        Binding("tab", "complete", "Complete the name", show=False, priority=True),
    ]
    DEFAULT_CSS = """
    Export > #box { width: 100; height: 90%; }
    Export #name { height: 1; }
    Export #label { width: 11; color: $text-muted; }
    Export #label.-current { color: $accent; }
    Export Input { margin: 0; width: 1fr; }
    Export #message { color: $text-muted; height: auto; width: 1fr; margin: 0 0 1 0; }
    """

    def __init__(self, store_path: Path, offers: Sequence[Offer], style: Style) -> None:
        super().__init__()
        self._store_path = store_path
        self._offers = offers
        self._style = style
        self._what = Field("Events", [offer.label for offer in offers])
        self._form = Field("Form", list(_FORMS.values()), list(_FORMS).index(style.form))
        self._layout = Field("Layout", list(_LAYOUTS.values()), list(_LAYOUTS).index(style.layout))
        self._diagram = Field("Diagram", ["none", "Mermaid timeline"], int(style.mermaid))
        self._suggested = self._proposal()
        self._confirmed: Path | None = None
        self._watch: Watch | None = None
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """Puts the file name and the preview below the fields."""
        with Vertical(id="box") as box:
            box.border_title = "Export"
            box.border_subtitle = "↑↓ field · ←→ change · Enter write · PgDn preview · Esc cancel"
            yield Fields((self._what, self._form, self._layout, self._diagram), self._changed)
            with Horizontal(id="name"):
                yield Label("  File", id="label")
                yield Input(self._suggested, id="file", select_on_focus=False)
            yield Label(Content(f"in {Path.cwd()} · Tab completes a name"), id="message")
            yield PreviewPane(id="preview")

    def on_mount(self) -> None:
        """Shows the first preview."""
        self._changed()

    def on_unmount(self) -> None:
        """Ends a thread that still writes, so that quitting does not wait for it."""
        if self._watch is not None:
            self._watch.stop()

    def action_move(self, step: int) -> None:
        """Goes to another field; below the last one is the name of the file."""
        fields, label = self.query_one(Fields), self.query_one("#label", Label)
        fields.move(step)
        label.update(f"{' ' if fields.field else '▸'} File")
        label.set_class(fields.field is None, "-current")

    def action_change(self, step: int) -> None:
        """Changes the field or, in the name of the file, moves the cursor."""
        fields, name = self.query_one(Fields), self.query_one(Input)
        if fields.field:
            fields.change(step)
        elif step > 0:
            name.action_cursor_right()
        else:
            name.action_cursor_left()

    def action_scroll(self, pages: int) -> None:
        """Scrolls the preview."""
        pane = self.query_one(PreviewPane)
        pane.scroll_lines(pages * max(1, pane.page - 1))

    def action_complete(self) -> None:
        """Completes the name of the file."""
        field = self.query_one(Input)
        field.value = completed(field.value)
        field.cursor_position = len(field.value)

    def action_cancel(self) -> None:
        """Stops the writing or, where nothing is written, gives up."""
        if self._watch is not None:
            self._watch.stop()
        else:
            self.dismiss(None)

    @on(Input.Changed)
    def doubt(self) -> None:
        """Asks again before another file is overwritten; goes to the name that is typed."""
        self._confirmed = None
        if self.query_one(Input).value != self._suggested:
            self.action_move(len(self.query_one(Fields).fields))

    @on(Input.Submitted)
    def submit(self, event: Input.Submitted) -> None:
        """Writes the file; asks first where one is there."""
        if self._watch is not None:
            return
        try:
            path = target(event.value or self._suggested, self._style.form.ending)
        except DatelineError as error:
            self._say(str(error))
            return
        if path.exists() and path != self._confirmed:
            self._confirmed = path
            self._say(f"{path.name} is there already: Enter again overwrites it, or type another name.")
        else:
            self.run_worker(self._written(path), group="write", exclusive=True)

    @property
    def _offer(self) -> Offer:
        return self._offers[self._what.chosen]

    def _proposal(self) -> str:
        return f"{self._offer.stem}{self._style.form.ending}"

    def _changed(self) -> None:
        """Takes over what was chosen; the name follows, unless another one was typed."""
        form, layout = list(_FORMS)[self._form.chosen], list(_LAYOUTS)[self._layout.chosen]
        before = self._style.form.ending
        self._style = replace(self._style, form=form, layout=layout, mermaid=bool(self._diagram.chosen))
        self._layout.has_effect = self._diagram.has_effect = form is Form.MARKDOWN
        field = self.query_one(Input)
        typed = field.value if field.value != self._suggested else ""
        self._suggested = self._proposal()
        if typed.endswith(before) and before != form.ending:
            typed = f"{typed.removesuffix(before)}{form.ending}"
        field.value = typed or self._suggested
        field.cursor_position = len(field.value)
        self.run_worker(self._previewed(self._offer, self._style), group="preview", exclusive=True)

    async def _previewed(self, offer: Offer, style: Style) -> None:
        pane = self.query_one(PreviewPane)
        try:
            shown = await asyncio.to_thread(preview, self._store_path, offer, style)
        except DatelineError as error:
            pane.show("Preview", [str(error)])
            return
        pane.show(f"Preview{_share(shown.events, offer.number)}", shown.lines)

    async def _written(self, path: Path) -> None:
        watch = self._watch = Watch()
        offer, style = self._offer, self._style
        self._timer = self.set_interval(_WATCHED, self._tell)
        self._say("Writing …")
        try:
            number = await asyncio.to_thread(write, self._store_path, offer, style, path, watch)
        except Stopped:
            self._say("Stopped: nothing was written.")
        except (DatelineError, OSError) as error:
            self._say(f"Nothing was written: {error}")
        else:
            self.dismiss(Written(path, number, style))
        finally:
            self._watch = None
            self._timer.stop()

    def _tell(self) -> None:
        if self._watch is not None:
            number = self._offer.number
            whole = "" if number is None else f" of {number:,}"
            self._say(f"Writing … {self._watch.done:,}{whole} events · Esc stops")

    def _say(self, text: str) -> None:
        self.query_one("#message", Label).update(Content(text))


def _share(events: int, number: int | None) -> str:
    """Says that a preview holds only the first events, where that is so."""
    if events < PREVIEWED or number == events:
        return ""
    return f" · the first {events}" if number is None else f" · the first {events} of {number:,}"
