"""Words that are wrong with the better word, as a lexicon lists them or as its terms and doublings give them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from checker.kinds.wording.entry import Entry
from checker.kinds.wording.variants import variants

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from checker.model.rule import Lexicon

_MEMORY = 16


class Index(NamedTuple):
    """Entries by a pair of characters that they have and the better word has not; ``legitimate`` excuses what lies within."""

    by_pair: Mapping[str, tuple[Entry, ...]]
    legitimate: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class _Same:
    """A list of a lexicon, known by its identity: hashing its words would cost more than finding them."""

    of: Mapping[str, Any]

    def __hash__(self) -> int:
        return id(self.of)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.of is other.of


def index_of(lexicon: Lexicon, name: str) -> Index:
    """Give the entries of the list ``name``; raises KeyError or TypeError for what a lexicon cannot have."""
    return _indexed(_Same(lexicon.entries[name]))


@lru_cache(maxsize=_MEMORY)
def _indexed(words: _Same) -> Index:
    by_pair: dict[str, list[Entry]] = {}
    for entry in _entries(**words.of):
        by_pair.setdefault(_pair(entry), []).append(entry)
    return Index({pair: tuple(found) for pair, found in by_pair.items()}, tuple(words.of.get("legitimate", ())))


def _entries(  # noqa: PLR0913 - the keys of a list
    *,
    plain: Mapping[str, str] | None = None,
    placed: Iterable[Mapping[str, Any]] = (),
    doubled: Mapping[str, Mapping[str, Any]] | None = None,
    terms: Iterable[str] = (),
    confused: Mapping[str, str] | None = None,
    legitimate: Iterable[str] = (),
) -> Iterator[Entry]:
    known = {*terms, *legitimate}
    yield from (Entry(wrong, right) for wrong, right in (plain or {}).items())
    yield from (Entry(**one) for one in placed)
    yield from (Entry(word * 2, word, doubled=True, **around) for word, around in (doubled or {}).items())
    yield from (one for one in variants(terms, confused or {}) if one.wrong not in known)


def _pair(entry: Entry) -> str:
    wrong, right = entry.wrong, entry.right
    for at in range(len(wrong) - 1):
        if wrong[at : at + 2] not in right:
            return wrong[at : at + 2]
    return wrong[:2]
