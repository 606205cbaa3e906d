"""Words that are wrong with the better word, as a lexicon lists them or as its terms and doublings give them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any

from checker.kinds.wording.entry import Entry
from checker.kinds.wording.pairs import keys_of, pairs_in
from checker.kinds.wording.variants import variants

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from checker.model.rule import Lexicon

_MEMORY = 16


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """What makes the entries of a list, by a pair of characters that they have and the better word mostly has not.

    Entries are made when a text has their pair: of some thousand, a text may have a dozen. ``legitimate`` excuses what lies
    within. An index is known by its identity, for hashing its words would cost more than finding them.
    """

    by_pair: Mapping[int, list[Callable[[], Entry]]]
    legitimate: tuple[str, ...]
    known: frozenset[str]
    _made: dict[int, list[tuple[Entry, AbstractSet[int]]]] = field(default_factory=dict)

    def having(self, pairs: AbstractSet[int]) -> Iterator[Entry]:
        """Give the entries all whose pairs are among ``pairs``."""
        for pair in sorted(self.by_pair.keys() & pairs):
            yield from (entry for entry, its in self._made.get(pair) or self._make(pair) if its <= pairs)

    def all(self) -> Iterator[Entry]:
        """Give every entry; raises what a mistaken one raises."""
        for pair in self.by_pair:
            yield from (entry for entry, _ in self._make(pair))

    def _make(self, pair: int) -> list[tuple[Entry, AbstractSet[int]]]:
        entries = (make() for make in self.by_pair[pair])
        self._made[pair] = [(one, pairs_in(one.wrong)) for one in entries if one.wrong not in self.known]
        return self._made[pair]


@dataclass(frozen=True, slots=True, eq=False)
class _Same:
    """A list of a lexicon, known by its identity."""

    of: Mapping[str, Any]

    def __hash__(self) -> int:
        return id(self.of)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.of is other.of


def index_of(lexicon: Lexicon, name: str) -> Index:
    """Give the entries of the list ``name``; raises KeyError, TypeError or ValueError for what a lexicon cannot have."""
    return _indexed(_Same(lexicon.entries[name]))


@lru_cache(maxsize=_MEMORY)
def _indexed(words: _Same) -> Index:
    by_pair: dict[str, list[Callable[[], Entry]]] = {}
    for pair, make in _makers(**words.of):
        by_pair.setdefault(pair, []).append(make)
    legitimate = tuple(words.of.get("legitimate", ()))
    known = frozenset((*words.of.get("terms", ()), *legitimate))
    return Index(dict(zip(keys_of(by_pair), by_pair.values(), strict=True)), legitimate, known)


def _makers(  # noqa: PLR0913 - the keys of a list
    *,
    plain: Mapping[str, str] | None = None,
    placed: Iterable[Mapping[str, Any]] = (),
    doubled: Mapping[str, Mapping[str, Any]] | None = None,
    terms: Iterable[str] = (),
    confused: Mapping[str, str] | None = None,
    legitimate: Iterable[str] = (),  # noqa: ARG001 - excuses finds, and makes none
) -> Iterator[tuple[str, Callable[[], Entry]]]:
    for wrong, right in (plain or {}).items():
        yield _pair(wrong, right), partial(Entry, wrong, right)
    for one in placed:
        yield _pair(one["wrong"], one["right"]), partial(Entry, **one)
    for word, around in (doubled or {}).items():
        yield word[-1] + word[0], partial(Entry, word * 2, word, doubled=True, **around)
    yield from variants(terms, confused or {})


def _pair(wrong: str, right: str) -> str:
    """The first character that is other than in the better word makes a rare pair."""
    other = next((at for at, pair in enumerate(zip(wrong, right, strict=False)) if pair[0] != pair[1]), len(wrong) - 1)
    return wrong[max(other, 1) - 1 :][:2]
