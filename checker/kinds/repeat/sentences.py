"""Whole sentences that stand twice in one paragraph, or in two that follow each other."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from checker.model.document import Span
from checker.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

_LEAST, _LEAST_AT_ONCE = 20, 12  # characters
_NEAR = 1200  # characters between
_WORDED = r"(?:[^一-鿿]{0,20}[一-鿿]){6}"


def near_sentences(text: str, extent: Span) -> Iterator[tuple[Span, Span, bool]]:
    """Give both places of a sentence, and whether the second stands right behind the first."""
    cut = text[extent.start : extent.end].replace("!", "。").replace("\n", "。").split("。")
    starts = list(accumulate(map(len, cut), lambda at, size: at + size + 1, initial=extent.start))
    seen: dict[str, int] = {}
    previous, behind = "", 0
    for index, words in enumerate(map(str.strip, cut)):
        if len(words) < _LEAST_AT_ONCE:
            continue
        heads = words not in seen and len(words) >= _LEAST and previous.endswith(words)  # a heading runs into it
        if heads or words in seen:
            first = _place(cut, starts, behind if heads else seen[words], words)
            place = _place(cut, starts, index, words)
            at_once = not text[first.end : place.start].strip("。!\n ")
            if _is_told(text, first, place) and (at_once or len(words) >= _LEAST):
                yield first, place, at_once
        seen[words] = behind = index
        previous = words


def _place(cut: list[str], starts: list[int], index: int, words: str) -> Span:
    """Give the place of ``words`` at the end of a sentence, before the blanks there."""
    end = starts[index] + len(cut[index].rstrip())
    return Span(end - len(words), end)


def _is_told(text: str, first: Span, second: Span) -> bool:
    between = text[first.end : min(second.start, first.end + _NEAR + 1)]
    stopped = text[second.end : second.end + 1] in ("。", "!") or text[second.end - 1] in ":;,"
    near = len(between) <= _NEAR and not any(line.strip() for line in between.split("\n")[1:-1])
    return near and stopped and compiled(_WORDED).match(text, second.start, second.end) is not None
