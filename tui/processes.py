"""The same work on many things, by several processes; what comes of it keeps the order of the things.

The processes are started anew rather than copied from this one, which may have threads. Each knows the
entities and the model that this one knows. Only so many things are under way, however many there are.
"""

import os
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import cache
from itertools import chain, islice
from multiprocessing import active_children, get_context, parent_process
from multiprocessing.process import BaseProcess
from threading import Thread
from time import monotonic
from typing import TypeVar

from corpus import DatelineError, entities_in_use, use_entities
from corpus.linking import Sources

T = TypeVar("T")
R = TypeVar("R")

Results = Generator[tuple[T, R], None, None]
"""Things, each with what was made of it; close it to stop."""

MOST = 61
"""Processes at a time: Windows can wait for no more."""

ENOUGH = 100
"""Things from which the processes are worth their start."""

_AHEAD = 4
"""Things under way for each process: none waits while this one is busy with what has come back."""

_GRACE_SECONDS = 0.5
"""So long they may take to finish a document that nobody waits for."""

_SIGMASK = getattr(signal, "pthread_sigmask", None)  # Windows has none


def usable_cores() -> int:
    """Returns how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def in_order(work: Callable[[T], R], things: Iterable[T], jobs: int | None) -> Results[T, R]:
    """Yields each thing with what `work` makes of it, in the order of the things.

    With one job it is done here, when it is asked for; else by so many processes, which end when the iterator
    is closed; where it is None, by one for each core if there are things enough. `work` is a function of a
    module, so that they find it, and `str` what a thing is called. Raises `DatelineError` where a process
    dies.
    """
    if jobs is None:
        first = list(islice(things, ENOUGH))
        things = chain(first, things)
        jobs = usable_cores() if len(first) == ENOUGH else 1
    if jobs == 1:
        yield from ((thing, work(thing)) for thing in things)
    else:
        yield from _by_processes(work, things, jobs)


def _by_processes(work: Callable[[T], R], things: Iterable[T], jobs: int) -> Results[T, R]:
    waiting: deque[tuple[T, Future[R]]] = deque()
    with _processes(jobs) as processes:
        try:
            for thing in things:
                waiting.append((thing, _begun(processes, work, thing)))
                if len(waiting) == jobs * _AHEAD:
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
    use_entities(sources.files, sources.model)


def _prepare() -> None:
    """Leaves Ctrl-C to the process that started this one, and ends with it however that ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    assert parent is not None
    parent.join()
    os._exit(1)
