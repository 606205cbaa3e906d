"""Lines to paragraphs: a line goes on where the one before was full, and it does not begin further in."""

from __future__ import annotations

import itertools
from collections import Counter
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from checker.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.readers.pdf.pieces import Line, Sheet

_INDENT = 0.8
_SHORT = 0.6
_ABOUT_LEFT = 1.5
_OTHER_SIZE = 1.15
_GAP = 1.6
_SMALL_GAP = 1.15
_BIN = 4.0
_LONG, _DENSE, _FEW = 10, 0.6, 4  # of a character's size; of a line's width; lines
_NARROWEST = 0.62  # of the page's width that text takes at least
_HANGING = tuple("，。、；：）》”’！？,.;:)")
_ENDS = tuple("。；！？!?…”）)：:")
_NUMBERING = r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d)|[①-⑩])"


class Frame(NamedTuple):
    """The block of text of pages of one width: its sides, the usual distance of its lines, whether paragraphs are indented."""

    left: float
    right: float
    pitch: float
    indented: bool


def frame_of(lines: Sequence[Line], sheets: Sequence[Sheet], width: float) -> Frame:
    """Find the block of text from its lines, and from the tables beside them."""
    if not lines:
        return Frame(0, width, 20, indented=False)
    lines = _prose(lines)
    em = median(line.em for line in lines)
    bins = Counter(round(line.box.left / _BIN) for line in lines)
    usual = [at for at, count in bins.items() if count + bins[at + 1] >= max(2, 0.1 * len(lines))]
    first = min(usual, default=min(bins))
    left = min(line.box.left for line in lines if round(line.box.left / _BIN) >= first)
    # Marks at the end of a line may hang over its side.
    ends = sorted([line.box.right for line in lines if not line.text.endswith(_HANGING)] or [lines[0].box.right])
    right = max(ends[int(0.98 * (len(ends) - 1))], width * _NARROWEST, *(one.box.right - em for one in sheets), 0)
    steps = [
        after.y - before.y
        for before, after in itertools.pairwise(lines)
        if before.page == after.page and after.y > before.y
    ]
    inner = [line for line in lines if _INDENT * em < line.box.left - left < 3 * em and line.em * _OTHER_SIZE > em]
    return Frame(left, right, median(steps) if steps else 2 * em, indented=len(inner) >= max(2, 0.08 * len(lines)))


def _prose(lines: Sequence[Line]) -> Sequence[Line]:
    """Leave out the lines of tables without rules, if there are many: blanks take most of their width."""
    long = [line for line in lines if line.box.right - line.box.left > _LONG * line.em]
    dense = [line for line in long if len(line.row) * line.em > _DENSE * (line.box.right - line.box.left)]
    return dense if len(long) - len(dense) > max(_FEW, len(dense) // _FEW) and dense else lines


def goes_on(before: Line, line: Line, frame: Frame) -> bool:
    """Tell whether ``line`` goes on with the paragraph that ``before`` belongs to."""
    if max(before.em, line.em) > _OTHER_SIZE * min(before.em, line.em):
        return False
    if frame.right - before.box.right > line.lead + _SHORT * line.em:
        return False
    distance = line.y - before.y if line.page == before.page else frame.pitch
    ended = before.text.endswith(_ENDS)
    if _is_centred(line, frame) and before.box.left - frame.left < _ABOUT_LEFT * line.em and not ended:
        return line.page == before.page and distance <= _GAP * max(frame.pitch, line.em)
    if distance > _GAP * frame.pitch or _is_indented(before, line, frame, ended=ended):
        return False
    if ended and not frame.indented:
        return distance <= _SMALL_GAP * frame.pitch and not compiled(_NUMBERING).match(line.text)
    return True


def _is_indented(before: Line, line: Line, frame: Frame, *, ended: bool) -> bool:
    """Tell whether a line begins further in, and so begins something; a block may stand further in as a whole."""
    if line.box.left - frame.left <= _INDENT * line.em:
        return False
    return ended or frame.indented or abs(line.box.left - before.box.left) > _SHORT * line.em


def _is_centred(line: Line, frame: Frame) -> bool:
    left, right = line.box.left - frame.left, frame.right - line.box.right
    return min(left, right) > 2 * line.em and abs(left - right) < 2 * line.em


def paragraphs(lines: Sequence[Line], frames: dict[int, Frame]) -> list[list[Line]]:
    """Put lines that follow each other without a table between into paragraphs; ``frames`` go by page."""
    made: list[list[Line]] = []
    for line in lines:
        if made and goes_on(made[-1][-1], line, frames[line.page]):
            made[-1].append(line)
        else:
            made.append([line])
    return made
