"""The same work on many things, by several processes; what comes of it keeps the order of the things.

The processes are started anew rather than copied from this one, which may have threads. Each knows the
entities and the model that this one knows. Only so many things are under way, however many there are.
"""

import copyreg
import os
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import cache
from itertools import chain
from multiprocessing import active_children, get_context, parent_process
from multiprocessing.process import BaseProcess
from pickle import HIGHEST_PROTOCOL
from threading import Thread
from time import monotonic
from typing import Any, TypeVar

from corpus import DatelineError, Entity, entities_in_use, use_entities
from corpus.linking import Sources, known

T = TypeVar("T")
R = TypeVar("R")

Results = Generator[tuple[T, R], None, None]
"""Things, each with what was made of it; close it to stop."""

MOST = 61
"""Processes at a time: Windows can wait for no more."""

MOST_UNASKED = 8
"""Processes that nobody asked for: each takes memory, and one alone writes what they find."""

ENOUGH = 100
"""What things must cost for the processes to be worth their start; a document to be analysed costs 1."""

AHEAD = 64
"""Things under way, or done and not asked for: the processes go on while a pile of them is stored."""

_GRACE_SECONDS = 0.5
"""So long they may take to finish a document that nobody waits for."""

_SIGMASK = getattr(signal, "pthread_sigmask", None)  # Windows has none


def usable_cores() -> int:
    """Returns how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def in_order(
    work: Callable[[T], R],
    things: Iterable[T],
    jobs: int | None,
    cost: Callable[[T], float] = lambda thing: 1.0,
) -> Results[T, R]:
    """Yields each thing with what `work` makes of it, in the order of the things.

    With one job it is done here, when it is asked for; else by so many processes, which end when the iterator
    is closed; where it is None, by one for each core if the things `cost` enough. `work` is a function of a
    module, so that they find it, and `str` what a thing is called. Raises `DatelineError` where a process
    dies.
    """
    if jobs is None:
        jobs = min(usable_cores(), MOST_UNASKED)
        if jobs > 1:
            first, is_enough = _begin(things := iter(things), cost)
            jobs, things = jobs if is_enough else 1, chain(first, things)
    if jobs == 1:
        yield from ((thing, work(thing)) for thing in things)
    else:
        yield from _by_processes(work, things, jobs)


def _begin(things: Iterable[T], cost: Callable[[T], float]) -> tuple[list[T], bool]:
    """Takes things until they cost enough; returns them, and whether they do."""
    first, total = [], 0.0
    for thing in things:
        first.append(thing)
        total += cost(thing)
        if total >= ENOUGH:
            return first, True
    return first, False


def _by_processes(work: Callable[[T], R], things: Iterable[T], jobs: int) -> Results[T, R]:
    waiting: deque[tuple[T, Future[R]]] = deque()
    with _processes(jobs) as processes:
        try:
            for thing in things:
                waiting.append((thing, _begun(processes, work, thing)))
                if len(waiting) == AHEAD + jobs:
                    yield _first(waiting)
            while waiting:
                yield _first(waiting)
        except BrokenProcessPool:
            # They take up the things one after the other: the first that are not done were at hand.
            lost = [thing for thing, future in waiting if not future.done() or future.exception()]
            raise DatelineError(_told(map(str, lost[:jobs]))) from None


def _first(waiting: deque[tuple[T, Future[R]]]) -> tuple[T, R]:
    """Waits for what comes of the first thing, and takes it off."""
    thing, future = waiting[0]
    made = future.result()
    waiting.popleft()
    return thing, made


def _told(names: Iterable[str]) -> str:
    return (
        "a process that read documents was ended from outside, perhaps for want of memory; it was at one of "
        f"these: {', '.join(names)}. What was finished is kept; go on with --jobs 1, or leave them out"
    )


@contextmanager
def _processes(jobs: int) -> Iterator[ProcessPoolExecutor]:
    before = set(active_children())
    executor = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_prepare)
    try:
        yield executor
    except BaseException:  # nobody waits for what is under way
        executor.shutdown(wait=False, cancel_futures=True)
        _end(set(active_children()) - before)
        raise
    executor.shutdown()


def _end(processes: set[BaseProcess]) -> None:
    """Ends processes that have no more to do; those that are at a long text, or still starting, in the midst.

    Never at once: half of what one sends would be waited for without end.
    """
    end = monotonic() + _GRACE_SECONDS
    for process in processes:
        process.join(max(0.0, end - monotonic()))
    for process in processes:
        process.terminate()
    for process in processes:
        process.join()


def _begun(processes: ProcessPoolExecutor, work: Callable[[T], R], thing: T) -> Future[R]:
    """Gives a thing to the processes; one that this starts inherits that Ctrl-C is not for it."""
    if _SIGMASK is None:
        return processes.submit(_do, entities_in_use(), work, thing)
    heard = _SIGMASK(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        return processes.submit(_do, entities_in_use(), work, thing)
    finally:
        _SIGMASK(signal.SIG_SETMASK, heard)


def _do(sources: Sources, work: Callable[[T], R], thing: T) -> R:
    """Works on a thing in one of the processes."""
    _know(sources)
    return work(thing)


@cache
def _know(sources: Sources) -> None:
    """Makes this process know what the one that started it knows, and send it no entity that both have."""
    use_entities(sources.files, sources.model)
    copyreg.pickle(Entity, _sent)


def _sent(entity: Entity) -> str | tuple[Any, ...]:
    """Returns an entity for sending: of one that dateline ships, with dozens of names, the id is enough."""
    shipped = known().records.get(entity.id)
    if shipped is not None and shipped.entity is entity:
        return _shipped, (entity.id,)
    return entity.__reduce_ex__(HIGHEST_PROTOCOL)


def _shipped(id: str) -> Entity:
    return known().records[id].entity


def _prepare() -> None:
    """Leaves Ctrl-C to the process that started this one, and ends with it however that ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    assert parent is not None
    parent.join()
    os._exit(1)
