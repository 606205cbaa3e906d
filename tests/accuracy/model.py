"""What the proving ground speaks in: reports made of parts, and faults put into them at a known place."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from random import Random

OPEN, CLOSE = "\ue000", "\ue001"
"""Marks that an injector puts around the words that are wrong; they are taken out of the text and give the place."""


@dataclass(frozen=True, slots=True)
class Maker:
    """The organ that reports: full name, what it calls itself (我局), its places from the province down, tier and type."""

    name: str
    self_name: str
    places: tuple[str, ...]
    tier: str
    organ: str


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a report: section keys that it holds, its heading as printed, and its paragraphs (tables as text rows)."""

    keys: tuple[str, ...]
    heading: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sample:
    """A report as the generator writes it; ``facts`` are the numbers that it tells, by name, for injectors to break."""

    year: int
    regime: str
    maker: Maker
    title: str
    introduction: tuple[str, ...]
    parts: tuple[Part, ...]
    closing: tuple[str, ...] = ()
    page_before: tuple[str, ...] = ()
    page_after: tuple[str, ...] = ()
    facts: Mapping[str, int] = field(default_factory=dict)
    style: str = "lines"
    """``lines``: a paragraph a line; ``glued``: headings run into their paragraphs, as in run-together copies."""

    def marked(self) -> str:
        """Give the whole text, marks included."""
        return "\n".join(
            [*self.page_before, self.title, *self.introduction, *self._body(), *self.closing, *self.page_after]
        )

    def text(self) -> str:
        """Give the text as a reader gets it."""
        return self.marked().replace(OPEN, "").replace(CLOSE, "")

    def marks(self) -> tuple[tuple[int, int], ...]:
        """Give the ranges that injectors marked, as offsets into ``text()``."""
        found, opened, at = [], 0, 0
        for char in self.marked():
            if char == OPEN:
                opened = at
            elif char == CLOSE:
                found.append((opened, at))
            else:
                at += 1
        return tuple(found)

    def with_part(self, index: int, part: Part | None) -> Sample:
        """Put another part in the place of one, or take it out."""
        parts = (*self.parts[:index], *([part] if part else []), *self.parts[index + 1 :])
        return replace(self, parts=parts)

    def _body(self) -> Iterator[str]:
        for part in self.parts:
            if self.style == "glued" and part.paragraphs:
                yield part.heading + part.paragraphs[0]
                yield from part.paragraphs[1:]
            else:
                yield from (part.heading, *part.paragraphs)


@dataclass(frozen=True, slots=True)
class Injected:
    """A sample with one fault in it: what class of finding is due, and the token that names what is missing, if any.

    ``also`` are classes that would be right as well. Where the sample has marks, the finding must point at one of them.
    """

    sample: Sample
    category: str
    about: str | None = None
    also: tuple[str, ...] = ()


class Fault(Protocol):
    """An injector: a function of a clean sample; None where the sample has no place for its fault."""

    __name__: str

    def __call__(self, sample: Sample, random: Random) -> Injected | None:
        """Put the fault in."""
