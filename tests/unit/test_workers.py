from __future__ import annotations

import os
import pickle
from functools import partial
from operator import methodcaller
from types import MappingProxyType

import pytest

from checker import workers
from checker.model.document import ReadError

# Every item is a call to be made; what spread is tested for does not depend on what it runs.
CALL_IT = workers.packed(methodcaller("__call__"))


def spread(items: list[partial[object]], jobs: int = 2) -> dict[int, object]:
    return dict(workers.spread(pickle.loads, CALL_IT, items, jobs))


def test_every_item_has_its_result() -> None:
    assert spread([partial(abs, -number) for number in range(5)]) == {number: number for number in range(5)}


def test_a_dead_worker_costs_the_item_that_killed_it_and_no_other() -> None:
    items = [partial(abs, -1), partial(os._exit, 7), partial(abs, -2), partial(abs, -3)]
    assert spread(items) == {0: 1, 1: workers.Died(7), 2: 2, 3: 3}


def test_no_item_needs_no_worker() -> None:
    assert spread([]) == {}


def test_workers_that_never_come_up_are_told_of() -> None:
    with pytest.raises(workers.CannotStartError):
        list(workers.spread(pickle.loads, b"not a pickle", [partial(abs, 1)], 1))


def test_frozen_mappings_and_read_errors_travel() -> None:
    sent = workers.packed((MappingProxyType({"a": 1}), ReadError("a.txt", ("空", "empty"), ("看", "look"))))
    mapping, error = pickle.loads(sent)  # noqa: S301 - packed one line above
    assert isinstance(mapping, MappingProxyType)
    assert mapping == {"a": 1}
    assert (error.path, error.reason, error.hint) == ("a.txt", ("空", "empty"), ("看", "look"))
