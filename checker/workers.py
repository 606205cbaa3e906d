"""Runs a function over items in worker processes; a worker that dies costs the item that killed it and no other.

Every worker has a pipe of its own and holds one item at a time, so it is always known which item it died of: a pool
from the standard library loses all that was under way, or hangs.
"""

from __future__ import annotations

import contextlib
import copyreg
import multiprocessing
import pickle
import signal
from collections import deque
from dataclasses import dataclass
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
_IDLE = -1


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
    index: int = _IDLE


def packed(setup: object) -> bytes:
    """Give what every worker is set up with as bytes, packed once for all of them."""
    return pickle.dumps(setup)


def spread(prepare: Prepare, setup: bytes, items: Sequence[Any], jobs: int) -> Iterator[tuple[int, Any]]:
    """Give ``(index, result)`` as they come; every worker calls ``prepare(setup)`` once for the function it runs.

    Raises CannotStartError where a worker dies before it is given anything.
    """
    waiting = deque(range(len(items)))
    tries = [0] * len(items)
    workers: list[_Worker] = []
    try:
        while waiting or workers:
            coming_up = sum(worker.index == _IDLE for worker in workers)
            wanted = min(jobs - len(workers), len(waiting) - coming_up)
            workers += [_start(prepare, setup) for _ in range(wanted)]
            for worker in _talking(workers):
                index = worker.index
                died, result = _hear(worker)
                if died and index != _IDLE and tries[index] + 1 < _TRIES:
                    tries[index] += 1
                    waiting.append(index)
                elif index != _IDLE:
                    yield index, result
                if died or not _give(worker, items, waiting):
                    workers.remove(worker)
                    worker.process.join()
    finally:
        for worker in workers:
            worker.process.terminate()
            worker.process.join()


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
    ready = set(wait([worker.pipe for worker in workers]))
    return [worker for worker in workers if worker.pipe in ready]


def _hear(worker: _Worker) -> tuple[bool, Any]:
    try:
        return False, worker.pipe.recv()
    except (EOFError, OSError):
        worker.process.join()
        if worker.index == _IDLE:
            raise CannotStartError from None
        return True, Died(worker.process.exitcode)


def _give(worker: _Worker, items: Sequence[Any], waiting: deque[int]) -> bool:
    worker.index = waiting.popleft() if waiting else _IDLE
    with contextlib.suppress(OSError):  # one that died just now is noticed when it is listened to
        worker.pipe.send(items[worker.index] if worker.index != _IDLE else None)
    return worker.index != _IDLE
