"""Reads the store beside the screen: a thread with a connection of its own; the newest question counts.

The screen asks and goes on. It may wait a few milliseconds, so that a quick answer is painted with the key
that asked for it; a later one comes as a message. A question drops the one before it on the same topic:
that one is interrupted where it is being answered, and never delivered.
"""

from collections import deque
from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Condition, Event, Thread
from typing import Any, TypeVar

from textual.message import Message

from corpus import StoreError
from store import Store

Found = TypeVar("Found")


class Answered(Message):
    """Something that was asked has been found; `deliver` hands it over, unless it was dropped meanwhile."""

    def __init__(self, deliver: Callable[[], None]) -> None:
        super().__init__()
        self.deliver = deliver


class _Question:
    """A question with what becomes of its answer; the thread sets `answer` or `error`, then `done`."""

    def __init__(self, topic: str, find: Callable[[Store], Any], then: Callable[[Any], None]) -> None:
        self.topic = topic
        self.find = find
        self.then = then
        self.answer: Any = None
        self.error: Exception | None = None
        self.done = Event()


class Reader:
    """A thread that reads the store at `path`. `post` sends a message to the screen, from any thread."""

    def __init__(
        self, path: Path, post: Callable[[Answered], object], complain: Callable[[StoreError], None]
    ) -> None:
        self._path = path
        self._post = post
        self._complain = complain
        self._store: Store | None = None
        self._thread: Thread | None = None
        self._changed = Condition()
        self._waiting: deque[_Question] = deque()
        self._running: _Question | None = None
        self._newest: dict[str, _Question] = {}
        self._closed = False

    @property
    def is_busy(self) -> bool:
        """Whether an answer is still to come."""
        return bool(self._newest)

    def is_asked(self, topic: str) -> bool:
        """Tells whether the answer on a topic is still to come."""
        return topic in self._newest

    def ask(
        self,
        topic: str,
        find: Callable[[Store], Found],
        then: Callable[[Found], None],
        *,
        patience: float = 0.0,
    ) -> None:
        """Asks for what `find` finds in the thread; `then` gets it in the thread of the screen.

        That is at once where it is found within `patience` seconds.
        """
        question = _Question(topic, find, then)
        with self._changed:
            self._drop(topic)
            self._newest[topic] = question
            self._waiting.append(question)
            if self._thread is None:
                self._thread = Thread(target=self._work, name="reader", daemon=True)
                self._thread.start()
            self._changed.notify()
        if patience and question.done.wait(patience):
            self._deliver(question)

    def take_back(self, topic: str) -> None:
        """Takes the question on a topic back, if there is one."""
        with self._changed:
            self._drop(topic)

    def drop(self, *, but: str | None = None) -> None:
        """Takes all questions back, but those on one topic."""
        with self._changed:
            for topic in [topic for topic in self._newest if topic != but]:
                self._drop(topic)

    def close(self) -> None:
        """Ends the thread once it has closed its connection, and drops what it was asked."""
        self.drop()
        with self._changed:
            self._closed = True
            self._changed.notify()
        if self._thread is not None:
            self._thread.join(timeout=1.0)

    def _drop(self, topic: str) -> None:
        old = self._newest.pop(topic, None)
        if old is None:
            return
        if old is self._running and self._store is not None:
            self._store.interrupt()
        elif old in self._waiting:
            self._waiting.remove(old)

    def _deliver(self, question: _Question) -> None:
        """Hands an answer over, once, unless a newer question was asked."""
        if self._newest.get(question.topic) is not question:
            return
        del self._newest[question.topic]
        if question.error is None:
            question.then(question.answer)
        elif isinstance(question.error, StoreError):
            self._complain(question.error)
        else:
            raise question.error

    def _work(self) -> None:
        while (question := self._next()) is not None:
            try:
                question.answer = question.find(self._opened())
            except Exception as error:  # raised again where the answer is awaited
                question.error = error
            with self._changed:
                self._running = None
            question.done.set()
            self._post(Answered(partial(self._deliver, question)))
        if self._store is not None:
            self._store.close()

    def _next(self) -> _Question | None:
        """Waits for a question; None where there will be no more."""
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._closed)
            self._running = None if self._closed else self._waiting.popleft()
            return self._running

    def _opened(self) -> Store:
        if self._store is None:
            self._store = Store.open(self._path, create=False, read_only=True)
        return self._store
