"""Places in a sample and the ways to change the words that stand there."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from tests.accuracy.model import CLOSE, OPEN, Part, Sample

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from random import Random

HALF = str.maketrans("，：；（）！？", ",:;()!?")


@dataclass(frozen=True, slots=True)
class Slot:
    """One string of a sample: the title, or an item of a named tuple, or a part's heading or paragraph."""

    kind: str
    part: int = -1
    index: int = -1

    def read(self, sample: Sample) -> str:
        """Give the string."""
        if self.kind == "title":
            return sample.title
        if self.kind == "heading":
            return sample.parts[self.part].heading
        if self.kind == "paragraph":
            return sample.parts[self.part].paragraphs[self.index]
        lines: tuple[str, ...] = getattr(sample, self.kind)
        return lines[self.index]

    def write(self, sample: Sample, *lines: str) -> Sample:
        """Put strings in its place; none takes it out."""
        if self.kind == "title":
            return replace(sample, title="".join(lines))
        if self.kind == "heading":
            return sample.with_part(self.part, replace(sample.parts[self.part], heading="".join(lines)))
        if self.kind == "paragraph":
            part = sample.parts[self.part]
            return sample.with_part(self.part, replace(part, paragraphs=put(part.paragraphs, self.index, lines)))
        changes: dict[str, Any] = {self.kind: put(getattr(sample, self.kind), self.index, lines)}
        return replace(sample, **changes)


def put(items: tuple[str, ...], index: int, lines: Iterable[str]) -> tuple[str, ...]:
    """Put lines in the place of one item."""
    return (*items[:index], *lines, *items[index + 1 :])


def mark(words: str) -> str:
    """Mark words as wrong."""
    return f"{OPEN}{words}{CLOSE}"


def is_row(line: str) -> bool:
    """Tell rows of tables."""
    return "|" in line or "\t" in line


def is_prose(paragraph: str) -> bool:
    """Tell sentences from rows of tables and from lone headings."""
    return "。" in paragraph and not is_row(paragraph)


def adapt(sample: Sample, words: str) -> str:
    """Write words with the width of punctuation that a sample has."""
    return words if "，" in sample.text() else words.translate(HALF)


def title(sample: Sample) -> Iterator[Slot]:
    """The title, where there is one."""
    if sample.title:
        yield Slot("title")


def introduction(sample: Sample) -> Iterator[Slot]:
    """The paragraphs before the first part."""
    yield from (Slot("introduction", index=index) for index in range(len(sample.introduction)))


def closing(sample: Sample) -> Iterator[Slot]:
    """The lines of signature; what is attached below them is no part of it."""
    for index, line in enumerate(sample.closing):
        if line.startswith("附") or is_row(line):
            return
        yield Slot("closing", index=index)


def attached(sample: Sample) -> Iterator[Slot]:
    """The lines of what is attached below the signature."""
    signed = len(list(closing(sample)))
    yield from (Slot("closing", index=index) for index in range(signed, len(sample.closing)))


def page(sample: Sample) -> Iterator[Slot]:
    """The lines that the page puts before the report."""
    yield from (Slot("page_before", index=index) for index in range(len(sample.page_before)))


def headings(sample: Sample) -> Iterator[Slot]:
    """The headings of the parts."""
    yield from (Slot("heading", index) for index in range(len(sample.parts)))


def paragraphs(sample: Sample, *keys: str) -> Iterator[Slot]:
    """The paragraphs of all parts, or of those that hold one of the keys."""
    for number, part in enumerate(sample.parts):
        if not keys or set(keys) & set(part.keys):
            yield from (Slot("paragraph", number, index) for index in range(len(part.paragraphs)))


def prose(sample: Sample, *keys: str) -> Iterator[Slot]:
    """The paragraphs that are sentences."""
    yield from (slot for slot in paragraphs(sample, *keys) if is_prose(slot.read(sample)))


def everything(sample: Sample) -> Iterator[Slot]:
    """All strings of the report itself."""
    yield from title(sample)
    yield from introduction(sample)
    yield from headings(sample)
    yield from paragraphs(sample)
    yield from closing(sample)


def body(sample: Sample) -> Iterator[Slot]:
    """Introduction and prose."""
    yield from introduction(sample)
    yield from prose(sample)


def substitute(
    sample: Sample,
    random: Random,
    pattern: str,
    new: str | Callable[[re.Match[str]], str | None],
    slots: Iterable[Slot],
) -> Sample | None:
    """Replace one match, chosen at random, by marked words; ``new`` may be a template or a function."""
    found = [(slot, match) for slot in slots for match in re.finditer(pattern, slot.read(sample))]
    random.shuffle(found)
    for slot, match in found:
        words = new(match) if callable(new) else match.expand(new)
        if words is not None and words != match[0]:
            text = match.string
            return slot.write(sample, text[: match.start()] + mark(adapt(sample, words)) + text[match.end() :])
    return None


def find_part(sample: Sample, key: str) -> int | None:
    """Give the place of the part that holds a key."""
    return next((index for index, part in enumerate(sample.parts) if key in part.keys), None)


def find_part_only(sample: Sample, *keys: str) -> int | None:
    """Give the place of a part that holds nothing but these keys."""
    return next((i for i, part in enumerate(sample.parts) if part.keys and set(part.keys) <= set(keys)), None)


def add_sentence(sample: Sample, random: Random, sentence: str, *keys: str) -> Sample | None:
    """Put a sentence, marks and all, behind one paragraph of prose in the parts that hold the keys."""
    slots = [slot for slot in prose(sample, *keys) if slot.read(sample).endswith("。")]
    if not slots:
        return None
    slot = random.choice(slots)
    return slot.write(sample, slot.read(sample) + adapt(sample, sentence))


def replace_part(sample: Sample, index: int, **changes: Any) -> Sample:
    """Change fields of one part."""
    return sample.with_part(index, replace(sample.parts[index], **changes))


def insert_part(sample: Sample, index: int, part: Part) -> Sample:
    """Put a part before another one."""
    return replace(sample, parts=(*sample.parts[:index], part, *sample.parts[index:]))
