"""Words that stand twice with nothing between: 发布会发布会."""

from __future__ import annotations

from operator import add
from typing import TYPE_CHECKING

from checker.model.document import Span
from checker.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.kinds.repeat.pieces import Pieces

_LEAST, _MOST = 4, 60  # characters said twice
_WORDED = r"[一-鿿][一-鿿“”《》 ]{0,4}[一-鿿][一-鿿“”《》 ]{0,4}[一-鿿]"
# What a heading that is run into its text says, the text says again.
_HEADED = r"(?:\A|[\n。;:])\s*(?:(?:第?[一二三四五六七八九十]{1,3}(?:部分|[、.])|\(?[一二三四五六七八九十\d]{1,3}[)、.]|[①-⑳])[^,。;:!?\n]{0,24}|(?:[一二三四五六七八九十]{1,3}是)?)\Z"
_HEADING_AT_MOST = 16
_STOP_BESIDE = r"[,。;:!]"
_JOINED = r"[-—→>/|\t]|\A\s|\s\Z"  # a chain (科长审核-主任审核-), cells of a table
_CELL_BEHIND = r"\s*+(?:0|\d++(?!\s?[余多万一-鿿])|\d++\s++\d)|\s++\d"
_REACH = 60


def doubled_in(text: str, pieces: Pieces) -> Iterator[tuple[Span, Span]]:
    """Give the first and the second place of words doubled within a piece."""
    # What has too few characters twice is sorted out cheaply, then what has too few pairs of them twice.
    long = (words for words in set(pieces.words) if len(words) >= 2 * _LEAST)
    likely = [words for words in long if len(words) - len(set(words)) >= _LEAST]
    twins = {words for words in likely if len(words) - 1 - len(set(map(add, words, words[1:]))) >= _LEAST - 1}
    for index, words in enumerate(pieces.words) if twins else ():
        if words in twins:
            start = pieces.start(index)
            for at, length in _doublings(words):
                first = Span(start + at, start + at + length)
                if _is_slip(first, text):
                    yield first, Span(first.end, first.end + length)


def _doublings(words: str) -> Iterator[tuple[int, int]]:
    """Give the place and the length of what stands twice; its beginning is looked up, so that this stays linear."""
    seen: dict[str, int] = {}
    reached = 0
    for at in range(len(words) - _LEAST + 1):
        begin = words[at : at + _LEAST]
        before = seen.get(begin, at)
        length = at - before
        if _LEAST <= length <= _MOST and before >= reached and words[before:at] == words[at : at + length]:
            yield before, length
            reached = at + length
        seen[begin] = at


def _is_slip(first: Span, text: str) -> bool:
    """Cells of a table run together stand in no sentence; a heading and the text behind it may begin alike."""
    words, end = text[first.start : first.end], 2 * first.end - first.start
    if not compiled(_WORDED).search(words) or compiled(_JOINED).search(words) or len(set(words)) <= len(words) // 2:
        return False
    before, behind = text[max(first.start - _REACH, 0) : first.start], text[end : end + _REACH]
    if compiled(_CELL_BEHIND).match(behind) or not compiled(_STOP_BESIDE).search(behind):
        return False
    return len(words) > _HEADING_AT_MOST or not compiled(_HEADED).search(before)
