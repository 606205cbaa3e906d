"""Ways of dividing a total in which the parts are all that there can be (rules/lexicons/partitions.yaml)."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

from checker.model.record import NamedTuple
from checker.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Mapping

_LEAD_IN = r"(?:^|[,;:、。()\n])\s?(?:[对有以而及和]|以及)?"
_MOST = 40  # characters of a part's name
_LINKS = "(?:共计?|为|有|达|各|是|计|分别|约|近|超过?|数|合计|均)*"


class Partition(NamedTuple):
    """One way of dividing: ``name`` as in the lexicon, a pattern for the name of a part, and when a list is complete."""

    name: str
    pattern: str
    of: str
    not_of: str = ""
    closed_by: tuple[str, ...] = ()
    open_with: tuple[str, ...] = ()
    overlaps: bool = False
    carried: bool = False

    def part(self, words: str) -> str:
        """Name the part that ``words`` end in, if they do."""
        return _part(self.pattern, words[-_MOST:])

    def divides(self, words: str) -> bool:
        """Tell whether what ``words`` count is divided so."""
        named = compiled(self.of).search(words)
        return bool(named) and not (self.not_of and compiled(self.not_of).search(words))

    def closes(self, parts: set[str]) -> bool:
        """Tell whether these parts are as many as such a list has."""
        return (
            parts.issuperset(self.closed_by) if self.closed_by else len(parts) > 1 and not parts <= set(self.open_with)
        )


def partitions_of(lexicon: Mapping[str, Any]) -> tuple[Partition, ...]:
    """Read the lexicon."""
    return tuple(_partition(name, tuple(entry.items())) for name, entry in lexicon.items())


@lru_cache(maxsize=4096)
def _part(pattern: str, words: str) -> str:
    match = compiled(pattern).search(words)
    return (match.lastgroup or "") if match else ""


@lru_cache(maxsize=64)
def _built(name: str, before: str, parts: tuple[tuple[str, str], ...], after: str) -> str:
    del name
    words = "|".join(f"(?P<{part}>{pattern})" for part, pattern in parts)
    return rf"{_LEAD_IN}(?:{before})(?:{words})(?:{after}){_LINKS}\s?$"


def _partition(name: str, items: tuple[tuple[str, Any], ...]) -> Partition:
    entry = dict(items)
    parts = tuple(cast("Mapping[str, str]", entry["parts"]).items())
    return Partition(
        name,
        _built(name, entry["before"], parts, entry["after"]),
        entry["of"],
        entry.get("not_of", ""),
        tuple(entry.get("closed_by", ())),
        tuple(entry.get("open_with", ())),
        bool(entry.get("overlaps")),
        bool(entry.get("carried")),
    )
