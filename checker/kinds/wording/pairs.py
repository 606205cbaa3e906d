"""The pairs of neighbouring characters that a text has, as numbers: most words are not in it, and this tells at once."""

from __future__ import annotations

import sys
from array import array
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection
    from collections.abc import Set as AbstractSet

_MEMORY = 4
_ENCODING = f"utf-16-{'le' if sys.byteorder == 'little' else 'be'}"
_UNIT = 2  # bytes


@lru_cache(maxsize=_MEMORY)
def pairs_of(text: str) -> AbstractSet[int]:
    """Give the pairs of a text; the last texts are remembered, for many lists are held against each."""
    return pairs_in(text)


def pairs_in(words: str) -> AbstractSet[int]:
    """Give the pairs that begin at even places, and those at odd ones."""
    data = words.encode(_ENCODING, "surrogatepass")
    pairs = set(_numbers(data))
    pairs.update(_numbers(data[_UNIT:]))
    return pairs


def keys_of(pairs: Collection[str]) -> Collection[int]:
    """Give the numbers of ``pairs`` in their order; raises ValueError for what is no pair of common characters."""
    numbers = _numbers("".join(pairs).encode(_ENCODING))
    if len(numbers) != len(pairs):
        message = f"{len(pairs)} pairs are {len(numbers)} numbers"
        raise ValueError(message)
    return numbers


def _numbers(data: bytes) -> array[int]:
    return array("I", data[: len(data) // (2 * _UNIT) * 2 * _UNIT])
