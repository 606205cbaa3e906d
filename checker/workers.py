"""Runs a function over items in worker processes; a worker that dies costs the item that killed it and no other.

Every worker has a pipe of its own and works off what it holds in order, so it is always known which item it died of:
a pool from the standard library loses all that was under way, or hangs.
"""

from __future__ import annotations

import contextlib
import copyreg
import multiprocessing
import pickle
import signal
from collections import deque
from dataclasses import dataclass, field
from multiprocessing.connection import wait
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from checker.model.document import ReadError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

    Prepare = Callable[[bytes], Callable[[Any], Any]]

_TRIES = 2  # a worker may also be killed for what another process did, such as using up the memory
_DEPTH = 2  # items a worker holds, so that it need not wait for the next one while its last result travels


def _frozen(items: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    return MappingProxyType(items)


# Frozen mappings and read errors travel between processes, which Python does not see to by itself.
copyreg.pickle(MappingProxyType, lambda mapping: (_frozen, (dict(mapping),)))
copyreg.pickle(ReadError, lambda error: (ReadError, (error.path, error.reason, error.hint)))


class CannotStartError(Exception):
    """Worker processes do not come up here at all."""


@dataclass(frozen=True, slots=True)
class Died:
    """Stands for the result of an item that killed every worker it was given to; ``exit_code`` is the last one's."""

    exit_code: int | None


@dataclass(slots=True)
class _Worker:
    process: SpawnProcess
    pipe: Connection[Any, Any]
    ready: bool = False
    held: deque[int] = field(default_factory=deque)


def packed(setup: object) -> bytes:
    """Give what every worker is set up with as bytes, packed once for all of them."""
    return pickle.dumps(setup)


def spread(prepare: Prepare, setup: bytes, items: Sequence[Any], jobs: int) -> Iterator[tuple[int, Any]]:
    """Give ``(index, result)`` as they come; every worker calls ``prepare(setup)`` once for the function it runs.

    Raises CannotStartError where a worker dies before it is given anything.
    """
    work = _Work(items, deque(range(len(items))), [0] * len(items), jobs)
    workers: list[_Worker] = []
    try:
        while work.waiting or workers:
            workers += [_start(prepare, setup) for _ in range(work.wanted(workers))]
            for worker in _talking(workers):
                result = _hear(worker)
                if isinstance(result, Died):
                    workers.remove(worker)
                    yield from work.mourn(worker, result)
                    continue
                if worker.ready:
                    yield worker.held.popleft(), result
                worker.ready = True
                if not work.give(worker):
                    workers.remove(worker)
                    worker.process.join()
    finally:
        for worker in workers:
            worker.process.terminate()
            worker.process.join()


@dataclass(slots=True)
class _Work:
    items: Sequence[Any]
    waiting: deque[int]
    tries: list[int]
    jobs: int

    def wanted(self, workers: list[_Worker]) -> int:
        """Count the workers to start: those that come up already will take an item each."""
        coming_up = sum(not worker.ready for worker in workers)
        return min(self.jobs - len(workers), len(self.waiting) - coming_up)

    def give(self, worker: _Worker) -> bool:
        """Hand the worker items, or send it home where there are none; tell whether it has any."""
        depth = _DEPTH if len(self.waiting) > self.jobs else 1
        with contextlib.suppress(OSError):  # one that died just now is noticed when it is listened to
            while self.waiting and len(worker.held) < depth:
                worker.held.append(self.waiting.popleft())
                worker.pipe.send(self.items[worker.held[-1]])
            if not worker.held:
                worker.pipe.send(None)
        return bool(worker.held)

    def mourn(self, worker: _Worker, died: Died) -> Iterator[tuple[int, Died]]:
        """Take back what a dead worker held; the first of it is what it died of."""
        index = worker.held.popleft()
        self.waiting.extend(worker.held)
        self.tries[index] += 1
        if self.tries[index] < _TRIES:
            self.waiting.append(index)
        else:
            yield index, died


def _start(prepare: Prepare, setup: bytes) -> _Worker:
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=_serve, args=(there, prepare, setup), daemon=True)
    process.start()
    there.close()
    return _Worker(process, here)


def _serve(pipe: Connection[Any, Any], prepare: Prepare, setup: bytes) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears Ctrl-C too and ends its workers
    work = prepare(setup)
    pipe.send(None)
    while (item := pipe.recv()) is not None:
        pipe.send(work(item))


def _talking(workers: list[_Worker]) -> list[_Worker]:
    talking = set(wait([worker.pipe for worker in workers]))
    return [worker for worker in workers if worker.pipe in talking]


def _hear(worker: _Worker) -> Any:  # noqa: ANN401 - whatever the function gives
    try:
        return worker.pipe.recv()
    except (EOFError, OSError):
        worker.process.join()
        if not worker.ready:
            raise CannotStartError from None
        return Died(worker.process.exitcode)
