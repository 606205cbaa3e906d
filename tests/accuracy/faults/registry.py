"""The list of fault injectors: what each breaks, on which source, and which finding is due."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.accuracy.model import Injected, Sample

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    Body = Callable[[Sample, Random], Sample | None]


@dataclass(frozen=True, slots=True)
class Entry:
    """An injector with what is said about it; ``category`` and ``about`` are those of the finding that is due."""

    id: str
    family: str
    category: str
    also: tuple[str, ...]
    about: str | None
    zh: str
    en: str
    source: str
    body: Body

    @property
    def __name__(self) -> str:
        """The injector's id, as a function has a name."""
        return self.id

    def __call__(self, sample: Sample, random: Random) -> Injected | None:
        """Put the fault in; None where the sample has no place for it."""
        broken = self.body(sample, random)
        if broken is None or broken.text() == sample.text():
            return None
        return Injected(broken, self.category, self.about, self.also)


REGISTRY: dict[str, Entry] = {}


def fault(
    zh: str,
    en: str,
    *,
    category: str,
    source: str,
    also: tuple[str, ...] = (),
    about: str | None = None,
    name: str | None = None,
) -> Callable[[Body], Entry]:
    """Register a function that returns a sample with one marked fault as an injector."""

    def register(body: Body) -> Entry:
        key = name or body.__name__
        if key in REGISTRY:
            message = f"two injectors are called {key}"
            raise ValueError(message)
        family = body.__module__.rpartition(".")[2]
        REGISTRY[key] = Entry(key, family, category, also, about, zh, en, source, body)
        return REGISTRY[key]

    return register
