"""Numbers as Word prints them in front of paragraphs, by the names of its formats (ISO/IEC 29500-1, 17.18.59)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_DIGITS, _UNITS = "〇一二三四五六七八九", ("", "十", "百", "千")
_FORMAL_DIGITS, _FORMAL_UNITS = "零壹贰叁肆伍陆柒捌玖", ("", "拾", "佰", "仟")
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_CIRCLES = ((1, 20, 0x2460), (21, 35, 0x3251), (36, 50, 0x32B1))
_LETTERS, _MOST_LETTERS = 26, 10
_LARGEST = 9_999


def numeral(value: int, form: str) -> str:
    """Print ``value`` in the format called ``form``; in Arabic digits where that has no such number."""
    printed = _FORMS.get(form)
    return (printed(value) if printed and 0 < value <= _LARGEST else "") or str(value)


def _positional(value: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(value))


def _chinese(value: int) -> str:
    text = _counted(value, _DIGITS, _UNITS)
    return text.removeprefix("一") if 10 <= value < 20 else text


def _chinese_below_hundred(value: int) -> str:
    return _chinese(value) if value < 100 else _positional(value)


def _formal(value: int) -> str:
    return _counted(value, _FORMAL_DIGITS, _FORMAL_UNITS)


def _counted(value: int, digits: str, units: tuple[str, ...]) -> str:
    text = skipped = ""
    written = str(value)
    for place, digit in zip(range(len(written) - 1, -1, -1), map(int, written), strict=True):
        if digit:
            text += skipped + digits[digit] + units[place]
        skipped = "" if digit else "零"
    return text


def _roman(value: int) -> str:
    text = ""
    for worth, letters in _ROMAN:
        times, value = divmod(value, worth)
        text += letters * times
    return text


def _letters(value: int) -> str:
    times, letter = divmod(value - 1, _LETTERS)
    return chr(ord("a") + letter) * (times + 1) if times < _MOST_LETTERS else ""


def _one_of(signs: str) -> Callable[[int], str]:
    return lambda value: signs[value - 1] if value <= len(signs) else ""


def _circled(value: int) -> str:
    return next((chr(code + value - first) for first, last, code in _CIRCLES if first <= value <= last), "")


def _row_of(first: int, length: int = 20) -> Callable[[int], str]:
    """Take signs that stand in a row in Unicode: ⑴⑵⑶, ⒈⒉⒊."""
    return lambda value: chr(first + value - 1) if value <= length else ""


_FORMS: Mapping[str, Callable[[int], str]] = {
    "chineseCounting": _chinese_below_hundred,
    "chineseCountingThousand": _chinese,
    "chineseLegalSimplified": _formal,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedFullstop": _row_of(0x2488),
    "decimalEnclosedParen": _row_of(0x2474),
    "decimalFullWidth": lambda value: str(value).translate({ord("0") + n: 0xFF10 + n for n in range(10)}),
    "decimalZero": lambda value: f"{value:02}",
    "ideographDigital": _positional,
    "ideographEnclosedCircle": _row_of(0x3280, 10),
    "ideographLegalTraditional": _formal,
    "ideographTraditional": _one_of("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _one_of("子丑寅卯辰巳午未申酉戌亥"),
    "japaneseCounting": _chinese,
    "japaneseDigitalTenThousand": _positional,
    "lowerLetter": _letters,
    "lowerRoman": _roman,
    "numberInDash": lambda value: f"- {value} -",
    "taiwaneseCounting": _chinese_below_hundred,
    "taiwaneseCountingThousand": _chinese,
    "upperLetter": lambda value: _letters(value).upper(),
    "upperRoman": lambda value: _roman(value).upper(),
}
