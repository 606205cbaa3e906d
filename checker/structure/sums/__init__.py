"""Totals and their parts in prose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.structure.sums.beside import beside, summed
from checker.structure.sums.claims import Finder
from checker.structure.sums.judging import Judge
from checker.structure.sums.partitions import partitions_of
from checker.structure.sums.tokens import tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from checker.model.quantity import Quantity
    from checker.model.relations import Sum
    from checker.model.report import Heading
    from checker.structure.source import Source
    from checker.structure.sums.partitions import Partition
    from checker.structure.sums.tokens import Token


def sums_of(
    source: Source, quantities: Sequence[Quantity], outline: Sequence[Heading], partitions: Mapping[str, Any]
) -> tuple[Sum, ...]:
    """Read the totals with their parts; ``partitions`` is rules/lexicons/partitions.yaml."""
    del outline
    tokens = tokens_of(source.prose, quantities, source.in_table)
    return tuple(_sums(source.prose, tokens, partitions_of(partitions)))


def _sums(prose: str, tokens: Sequence[Token], partitions: Sequence[Partition]) -> Iterator[Sum]:
    finder = Finder(tokens, partitions, {})
    behind = 0
    for at in range(len(tokens)):
        claim = finder.claim(at, free=at >= behind)
        if claim:
            behind = max(behind, claim.listing.end)
            words = tokens[claim.head].words
            yield from Judge(prose, tokens, [way for way in partitions if way.divides(words)]).judged(claim)
        others = (beside(tokens, claim) if claim else None, summed(prose, tokens, at))
        yield from (one for one in others if one)
