"""Timers that go off on a busy machine too."""

from textual.message_pump import MessagePump
from textual.timer import Timer, TimerCallback


class SureTimers(MessagePump):
    """Something whose timers go off, however late.

    Textual passes over the times that have gone by when a timer looks at the clock. One that goes off only
    once is then lost, where the machine is so busy that its delay ends while it is being set.
    """

    def set_timer(
        self,
        delay: float,
        callback: TimerCallback | None = None,
        *,
        name: str | None = None,
        pause: bool = False,
    ) -> Timer:
        """Calls a function after a delay in seconds, or later where the machine is busy."""
        timer = super().set_timer(delay, callback, name=name, pause=pause)
        timer._skip = False  # Textual has no parameter for it here; the timer reads it when it first runs
        return timer
