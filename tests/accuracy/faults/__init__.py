"""Ways in which a report goes wrong: each injector puts exactly one fault into a clean sample and marks its place."""

from tests.accuracy.faults.catalogue import load
from tests.accuracy.faults.registry import REGISTRY, Entry

FAULTS: dict[str, Entry] = load()

__all__ = ["FAULTS", "REGISTRY", "Entry"]
