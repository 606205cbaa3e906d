"""The characters of a page with their places, read in one pass."""

from __future__ import annotations

import ctypes
from collections import deque
from functools import cache
from itertools import repeat
from math import pi
from struct import iter_unpack
from typing import Any, NamedTuple
from unicodedata import normalize

import pypdfium2.raw as pdfium

from checker.readers.pdf.calls import quick
from checker.readers.pdf.pieces import Glyph

_LOWEST, _HIGHEST = 0.55, 1.5
_BREAKS = "\r\n\0"
_BLANKS = frozenset(" \r\n\t\u3000\xa0\u2002\u2003\u2009\u200b\ufeff\0")
_HYPHEN = "\x02"  # what the library makes of a hyphen at a line's end
_SAMPLES = 16
_QUARTERS = 4
_SIDES, _BOX, _DOUBLE = 4, 16, 8  # of a box: numbers, bytes; of a number
_new = tuple.__new__
Places = list[tuple[float, float, float, float]]  # left, right, base line, height
_MIDDLE = 0.3  # of the size, above the base line
_SLIMMEST, _WIDEST, _TALLEST = 0.12, 1.6, 60  # else it is a turned character, of which the library gives no advance
_RADICALS = {
    "⺠": "民",
    "⺟": "母",
    "⻁": "虎",
    "⻄": "西",
    "⻅": "见",
    "⻆": "角",
    "⻉": "贝",
    "⻋": "车",
    "⻓": "长",
    "⻔": "门",
} | {
    "⻘": "青",
    "⻙": "韦",
    "⻚": "页",
    "⻛": "风",
    "⻜": "飞",
    "⻝": "食",
    "⻢": "马",
    "⻣": "骨",
    "⻤": "鬼",
    "⻥": "鱼",
    "⻦": "鸟",
    "⻨": "麦",
    "⻩": "黄",
    "⻬": "齐",
    "⻮": "齿",
    "⻰": "龙",
    "⻳": "龟",
    "⼾": "户",
    "⺫": "目",
    "⺬": "示",
    "⺼": "肉",
    "⺮": "竹",
}


class Turn(NamedTuple):
    """How far a page's text is turned, in quarters, and the page's size as it lies in the file."""

    quarters: int
    width: float
    height: float

    def upright(self, x: float, y: float) -> tuple[float, float]:
        """Give a place of the file as seen by who reads the text: to the right, and down."""
        if self.quarters == 1:
            return y, x
        if self.quarters == 2:
            return self.width - x, y
        if self.quarters == 3:
            return self.height - y, self.width - x
        return x, self.height - y

    def size(self) -> tuple[float, float]:
        """Give width and height as seen by who reads the text."""
        return (self.height, self.width) if self.quarters % 2 else (self.width, self.height)


def turn_of(text: Any, count: int, width: float, height: float) -> Turn:  # noqa: ANN401 - the library's handle
    """Find out which way most characters of a page stand."""
    seen = [0] * _QUARTERS
    for index in range(0, count, max(1, count // _SAMPLES)):
        angle = pdfium.FPDFText_GetCharAngle(text, index)
        if angle >= 0 and not pdfium.FPDFText_IsGenerated(text, index):
            seen[round(-angle / (pi / 2)) % _QUARTERS] += 1
    return Turn(seen.index(max(seen)), width, height)


def glyphs_of(text: Any, count: int, turn: Turn) -> list[Glyph]:  # noqa: ANN401 - the library's handle
    """Read the characters of a page; blanks are kept as a sign of the character behind them."""
    places = _turned(text, count, turn) if turn.quarters else _straight(text, count, turn)
    generated = quick(pdfium.FPDFText_IsGenerated, ctypes.c_int)
    made: list[Glyph] = []
    add = made.append
    spaced, size = False, 0.0
    for index, (char, (left, right, y, height)) in enumerate(zip(_chars(text, count), places, strict=False)):
        if char in _BLANKS:
            spaced = spaced or (char not in _BREAKS and generated(text, index) == 0)
            continue
        wide = right - left
        if height > _TALLEST or not height * _SLIMMEST < wide < height * _WIDEST:
            left, right, y, height = _ink(text, index, turn)  # noqa: PLW2901 - the better of two measurements
            wide = right - left
        if "\u3000" <= char < "\uf900":
            size = wide
            add(_new(Glyph, (left, right, y - _MIDDLE * wide, wide, char, spaced)))
        elif char >= "\u2e80":
            size = wide
            add(_new(Glyph, (left, right, y - _MIDDLE * wide, wide, plain(char), spaced)))
        else:
            # Letters and digits say little of their size: fonts claim heights of all kinds for them.
            em = size if _LOWEST * height < size < _HIGHEST * height else height
            add(_new(Glyph, (left, right, y - _MIDDLE * em, em, "-" if char == _HYPHEN else char, spaced)))
        spaced = False
    return made


def plain(char: str) -> str:
    """Give the ideograph for a radical: fonts without a map of their own say 民 and 见 by the signs of dictionaries."""
    if char in _RADICALS:
        return _RADICALS[char]
    if char < "\u3000" or "\uf900" <= char <= "\ufaff":
        return normalize("NFKC", char)
    return char


def _chars(text: Any, count: int) -> str:  # noqa: ANN401
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(text, 0, count, buffer)
    chars = bytes(buffer)[: 2 * max(written - 1, 0)].decode("utf-16-le", "replace")
    if len(chars) == count:
        return chars
    return "".join(_char(pdfium.FPDFText_GetUnicode(text, index)) for index in range(count))


@cache
def _char(code: int) -> str:
    return "\ufffd" if code > 0x10FFFF or 0xD800 <= code < 0xE000 else chr(code)


def _straight(text: Any, count: int, turn: Turn) -> Places:  # noqa: ANN401
    """Read boxes and base lines into two pieces of memory: a loop of calls into the library costs less than its results do."""
    address, number = ctypes.c_void_p, ctypes.c_int
    loose = quick(pdfium.FPDFText_GetLooseCharBox, number, address, number, address)
    origin = quick(pdfium.FPDFText_GetCharOrigin, number, address, number, address, address)
    boxes, bases, ignored = (ctypes.c_float * (_SIDES * count))(), (ctypes.c_double * count)(), ctypes.c_double()
    box, base, x = ctypes.addressof(boxes), ctypes.addressof(bases), ctypes.addressof(ignored)
    handle: repeat[Any] = repeat(ctypes.cast(text, address).value)
    deque(map(loose, handle, range(count), range(box, box + _BOX * count, _BOX)), maxlen=0)
    deque(map(origin, handle, range(count), repeat(x), range(base, base + _DOUBLE * count, _DOUBLE)), maxlen=0)
    page = turn.height
    return [
        (left, right, page - y, top - bottom)
        for (left, top, right, bottom), y in zip(iter_unpack("4f", boxes), bases, strict=True)
    ]


_ink_sides = [ctypes.c_double() for _ in range(4)]
_ask_ink = quick(pdfium.FPDFText_GetCharBox, ctypes.c_int)
_ink_places = tuple(map(ctypes.byref, _ink_sides))


def _ink(text: Any, index: int, turn: Turn) -> tuple[float, float, float, float]:  # noqa: ANN401
    """Give the place of a character by what is black."""
    _ask_ink(text, index, *_ink_places)
    left, right, bottom, top = (side.value for side in _ink_sides)
    first, second = turn.upright(left, top), turn.upright(right, bottom)
    height = abs(first[1] - second[1])
    return min(first[0], second[0]), max(first[0], second[0]), max(first[1], second[1]), height


def _turned(text: Any, count: int, turn: Turn) -> Places:  # noqa: ANN401
    rectangle, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    places: Places = []
    for index in range(count):
        pdfium.FPDFText_GetLooseCharBox(text, index, rectangle)
        pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        first = turn.upright(rectangle.left, rectangle.top)
        second = turn.upright(rectangle.right, rectangle.bottom)
        left, right = sorted((first[0], second[0]))
        places.append((left, right, turn.upright(x.value, y.value)[1], abs(first[1] - second[1])))
    return places
