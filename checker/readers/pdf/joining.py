"""Tables that go on over the end of a page: one table again, rows and cells that the page cut put together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.patterns import compiled
from checker.readers.pdf.lattice import index_of, snapped
from checker.readers.pdf.pieces import SheetCell

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.readers.pdf.pieces import Sheet

_SIDES = 4.0
_MOST_HEADS = 5
_NARROW = 5  # sides
_CHINESE = r"[一-鿿]"
_NUMBERED = r"\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[.．、])"


def fits(upper: Sheet, lower: Sheet) -> bool:
    """Tell whether a table at the top of a page goes on with the one at the end of the page before.

    Labels that span rows may leave no rules on the next page: it then begins at an inner side.
    """
    if not (upper.ruled and lower.ruled) or abs(upper.box.right - lower.box.right) > _SIDES:
        return False
    wide = len(lower.sides) > _NARROW
    return any(abs(side - lower.box.left) <= _SIDES for side in (upper.sides[:3] if wide else upper.sides[:1]))


def join(upper: Sheet, lower: Sheet) -> None:
    """Put the rows of ``lower`` below those of ``upper``."""
    _share_sides(upper, lower)
    _drop_blank_top(lower)
    _drop_repeated_heads(upper, lower)
    _drop_blank_top(lower)
    _fill_left(lower)
    pairs = list(_pairs(upper, lower))
    if _is_cut(pairs, lower):
        _mend(pairs, lower)
    else:
        heads = _has_labels_alone(lower)
        both = [pair for pair in pairs if pair[0].text and pair[1].text]
        heads = heads and (not both or _labels_go_on(both))
        for above, below in pairs:
            if _goes_on(above, below, in_head=heads):
                above.text += below.text
                above.rows += below.rows
                lower.cells.remove(below)
    for cell in lower.cells:
        cell.row += upper.height
    upper.cells += lower.cells
    upper.height += lower.height
    upper.page, upper.box = lower.page, lower.box._replace(left=upper.sides[0])


def _fill_left(lower: Sheet) -> None:
    """Put blank cells where a table begins at an inner side."""
    for column in range(min((cell.column for cell in lower.cells), default=0)):
        lower.cells.append(SheetCell(0, column, lower.height, 1, "", lower.page, lower.box))


def _share_sides(upper: Sheet, lower: Sheet) -> None:
    sides = snapped([*upper.sides, *lower.sides])
    for sheet in (upper, lower):
        for cell in sheet.cells:
            left = index_of(sides, sheet.sides[cell.column])
            cell.columns = max(1, index_of(sides, sheet.sides[cell.column + cell.columns]) - left)
            cell.column = left
        sheet.sides = sides


def _drop_repeated_heads(upper: Sheet, lower: Sheet) -> None:
    """Take away the head that a table repeats on each page."""
    repeated = 0
    for row in range(min(_MOST_HEADS, upper.height, lower.height)):
        ours, theirs = _row(upper, row), _row(lower, row)
        if not theirs or ours != theirs or not any(compiled(_CHINESE).search(words) for _, words in theirs):
            break
        repeated = row + 1
    while repeated and any(cell.row < repeated < cell.row + cell.rows for cell in lower.cells):
        repeated -= 1
    if repeated and repeated < lower.height:
        _drop(lower, repeated)


def _drop_blank_top(lower: Sheet) -> None:
    """Take away the empty strip that is left of a row's lower margin on the next page."""
    top = [cell for cell in lower.cells if cell.row == 0]
    if lower.height > 1 and all(cell.rows == 1 and not cell.text for cell in top):
        _drop(lower, 1)


def _drop(sheet: Sheet, rows: int) -> None:
    sheet.cells = [cell for cell in sheet.cells if cell.row >= rows]
    sheet.height -= rows
    for cell in sheet.cells:
        cell.row -= rows


def _row(sheet: Sheet, row: int) -> list[tuple[int, str]]:
    return [(cell.column, cell.text) for cell in sheet.cells if cell.row == row]


def _pairs(upper: Sheet, lower: Sheet) -> Iterator[tuple[SheetCell, SheetCell]]:
    """Give the cells that end at the end of a page, each with the one that begins the next page below it."""
    ends = {(one.column, one.columns): one for one in upper.cells if one.row + one.rows == upper.height}
    for below in [one for one in lower.cells if one.row == 0]:
        above = ends.get((below.column, below.columns))
        if above:
            yield above, below


def _is_cut(pairs: list[tuple[SheetCell, SheetCell]], lower: Sheet) -> bool:
    """Tell whether the page cuts a row: its label goes on, or its values stand on one side alone."""
    leaves = [pair for pair in pairs if pair[0].rows == pair[1].rows == 1]
    if not leaves or len(pairs) < sum(one.row == 0 for one in lower.cells):
        return False
    labels = [pair for pair in leaves if _is_label(pair[0].text + pair[1].text)]
    values = [pair for pair in leaves if pair not in labels]
    if any(above.text and below.text for above, below in values):
        return _numbers_go_on(leaves)
    both = [pair for pair in labels if pair[0].text and pair[1].text]
    if (both and not _labels_go_on(both)) or any(below.text and not above.text for above, below in labels):
        return False
    above_filled = any(above.text for above, _ in values)
    below_filled = any(below.text for _, below in values)
    if both or not below_filled:
        return not (above_filled and below_filled) and (bool(both) or not any(below.text for _, below in leaves))
    return not above_filled and any(above.text for above, _ in labels)


def _is_label(text: str) -> bool:
    return compiled(_CHINESE).search(text) is not None


def _labels_go_on(pairs: Sequence[tuple[SheetCell, SheetCell]]) -> bool:
    """Tell whether words below are the rest of those above: some line above is full, and nothing below is numbered."""
    return any(above.full for above, _ in pairs) and all(
        _is_label(below.text) and not compiled(_NUMBERED).match(below.text) for _, below in pairs
    )


def _numbers_go_on(leaves: Sequence[tuple[SheetCell, SheetCell]]) -> bool:
    """Tell whether numbers are cut, as in columns too narrow for them: full above, and a rest without label below."""
    first = leaves[0]
    rests = [(above, below) for above, below in leaves if below.text]
    return (
        bool(first[0].text)
        and not first[1].text
        and all(above.full and above.text.isdigit() and below.text.isdigit() for above, below in rests)
    )


def _mend(pairs: list[tuple[SheetCell, SheetCell]], lower: Sheet) -> None:
    """Put the two parts of the cut row together; cells that reach further down keep what they have there."""
    for above, below in pairs:
        above.text += below.text
        above.rows += below.rows - 1
        lower.cells.remove(below)
    for cell in lower.cells:
        cell.row -= 1
    lower.height -= 1


def _has_labels_alone(sheet: Sheet) -> bool:
    """Tell whether the first row holds labels and no values, as the rows of a head do."""
    texts = [cell.text for cell in sheet.cells if cell.row == 0 and cell.text]
    return bool(texts) and all(map(_is_label, texts))


def _goes_on(above: SheetCell, below: SheetCell, *, in_head: bool) -> bool:
    """Tell whether a cell that spans rows, a label above others, goes on over the end of the page."""
    spans = above.rows > 1 or below.rows > 1
    if above.text and below.text:
        return in_head or (spans and _labels_go_on([(above, below)]))
    if above.text:
        return _is_label(above.text) and (spans or in_head or above.column == 0)
    return spans and (not below.text or _is_label(below.text))
