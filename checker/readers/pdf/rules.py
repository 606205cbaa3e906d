"""The rules of a page: strokes, and rectangles so thin that they are meant as strokes; fat ones paint a ground."""

from __future__ import annotations

import ctypes
import itertools
from itertools import repeat
from typing import TYPE_CHECKING, Any, NamedTuple

import pypdfium2.raw as pdfium

from checker.readers.pdf.calls import quick
from checker.readers.pdf.pieces import Edge

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.readers.pdf.glyphs import Turn

_THIN = 2.6
_SHORTEST = 3.0
_MOST_OBJECTS = 200_000
_MOST_SEGMENTS = 20_000
_DEEPEST = 4
_LARGE = 0.5  # of the page's area
Matrix = tuple[float, float, float, float, float, float]
_SAME: Matrix = (1, 0, 0, 1, 0, 0)


class TooManyObjectsError(Exception):
    """A page has more objects than any report."""


class Drawn(NamedTuple):
    """The rules of a page by their direction, and whether a picture fills most of it."""

    across: list[Edge]
    down: list[Edge]
    pictured: bool


def rules_of(page: Any, turn: Turn) -> Drawn:  # noqa: ANN401 - the library's handle
    """Read the rules of a page; raises TooManyObjectsError."""
    count = pdfium.FPDFPage_CountObjects(page)
    if count > _MOST_OBJECTS:
        raise TooManyObjectsError
    drawn = Drawn([], [], pictured=False)
    largest = 0.0
    for index in _drawings(page, count):
        item = pdfium.FPDFPage_GetObject(page, index)
        if _kind_of(item) == pdfium.FPDF_PAGEOBJ_PATH:
            _path(item, _SAME, turn, drawn)
        else:
            largest = max(largest, _look(item, _SAME, turn, drawn, 0))
    return drawn._replace(pictured=largest > _LARGE * turn.width * turn.height)


_object_of = quick(pdfium.FPDFPage_GetObject, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
_kind_of = quick(pdfium.FPDFPageObj_GetType, ctypes.c_int, ctypes.c_void_p)


def _drawings(page: Any, count: int) -> list[int]:  # noqa: ANN401
    """Give the numbers of objects that are no text: most are."""
    kinds = map(_kind_of, map(_object_of, repeat(ctypes.cast(page, ctypes.c_void_p)), range(count)))
    return [index for index, kind in enumerate(kinds) if kind != pdfium.FPDF_PAGEOBJ_TEXT]


def _path(item: Any, matrix: Matrix, turn: Turn, drawn: Drawn) -> None:  # noqa: ANN401
    for start, end in _strokes(item, matrix):
        _keep(turn.upright(*start), turn.upright(*end), drawn)


def _look(item: Any, matrix: Matrix, turn: Turn, drawn: Drawn, depth: int) -> float:  # noqa: ANN401
    """Collect the rules of an object; gives the area of a picture."""
    kind = pdfium.FPDFPageObj_GetType(item)
    if kind == pdfium.FPDF_PAGEOBJ_PATH:
        _path(item, matrix, turn, drawn)
    elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
        left, bottom, right, top = _bounds(item)
        return (right - left) * (top - bottom)
    elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
        inner = _times(_matrix(item), matrix)
        count = min(pdfium.FPDFFormObj_CountObjects(item), _MOST_OBJECTS)
        return max(
            (_look(pdfium.FPDFFormObj_GetObject(item, at), inner, turn, drawn, depth + 1) for at in range(count)),
            default=0.0,
        )
    return 0.0


def _keep(start: tuple[float, float], end: tuple[float, float], drawn: Drawn) -> None:
    (x0, y0), (x1, y1) = start, end
    wide, high = abs(x1 - x0), abs(y1 - y0)
    if high <= _THIN and wide >= _SHORTEST and wide > high:
        drawn.across.append(Edge((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
    elif wide <= _THIN and high >= _SHORTEST:
        drawn.down.append(Edge((x0 + x1) / 2, min(y0, y1), max(y0, y1)))


Point = tuple[float, float]


def _strokes(item: Any, matrix: Matrix) -> Iterator[tuple[Point, Point]]:  # noqa: ANN401
    """Give the lines of a path: a thin one is one line as a whole, else what is stroked and thin parts of what is filled."""
    left, bottom, right, top = _bounds(item)
    if matrix is _SAME and min(right - left, top - bottom) <= _THIN:
        yield (left, bottom), (right, top)
        return
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(item, fill, stroke)
    if not fill.value and not stroke.value:
        return
    count = pdfium.FPDFPath_CountSegments(item)
    if count > _MOST_SEGMENTS or (not stroke.value and count <= 6 and matrix is _SAME):
        return  # one fat rectangle
    shapes = list(_shapes(item, count, _times(_matrix(item), matrix)))
    if stroke.value:
        for shape in shapes:
            yield from itertools.pairwise(shape)
    else:
        yield from _filled(shapes)


def _filled(shapes: list[list[Point]]) -> Iterator[tuple[Point, Point]]:
    """Give the thin shapes of what is filled, and frames: two rectangles one right inside the other."""
    boxes = [
        (min(x for x, _ in one), min(y for _, y in one), max(x for x, _ in one), max(y for _, y in one))
        for one in shapes
        if one
    ]
    before = None
    for box in boxes:
        left, bottom, right, top = box
        if min(right - left, top - bottom) <= _THIN:
            yield (left, bottom), (right, top)
        elif before and all(abs(one - other) <= 2 * _THIN for one, other in zip(before, box, strict=True)):
            corners = [(left, bottom), (right, bottom), (right, top), (left, top), (left, bottom)]
            yield from itertools.pairwise(corners)
        before = box


def _shapes(item: Any, count: int, matrix: Matrix) -> Iterator[list[Point]]:  # noqa: ANN401
    x, y = ctypes.c_float(), ctypes.c_float()
    shape: list[Point] = []
    a, b, c, d, e, f = matrix
    for index in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(item, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = (a * x.value + c * y.value + e, b * x.value + d * y.value + f)
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO:
            yield shape
            shape = []
        shape.append(point)
        if pdfium.FPDFPathSegment_GetClose(segment):
            shape.append(shape[0])
    yield shape


_left, _bottom, _right, _top = (ctypes.c_float() for _ in range(4))
_sides = tuple(map(ctypes.byref, (_left, _bottom, _right, _top)))
_ask_bounds = quick(pdfium.FPDFPageObj_GetBounds, ctypes.c_int)


def _bounds(item: Any) -> tuple[float, float, float, float]:  # noqa: ANN401
    _left.value = _bottom.value = _right.value = _top.value = 0
    _ask_bounds(item, *_sides)
    return _left.value, _bottom.value, _right.value, _top.value


def _matrix(item: Any) -> Matrix:  # noqa: ANN401
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(item, matrix):
        return _SAME
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _times(first: Matrix, second: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    k, m, n, p, q, r = second
    return a * k + b * n, a * m + b * p, c * k + d * n, c * m + d * p, e * k + f * n + q, e * m + f * p + r
