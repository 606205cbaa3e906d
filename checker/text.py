"""Width folding that keeps offsets, and numbers as Chinese texts write them (2.5万, 二十万, 二〇一七)."""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from functools import cache
from math import prod

from checker.patterns import compiled

HAN_DIGITS = "零〇○一二两三四五六七八九"
HAN_NUMERAL = f"[{HAN_DIGITS}十百千万亿廿卅]"
ARABIC_NUMBER = r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,5}(?!,?[0-9])|[0-9]++)(?:\.[0-9]++)?"

_LONGEST = 28  # characters; beyond this a run of digits is no figure, and Decimal would begin to round
_INVISIBLE = "\xad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufe00\ufe0e\ufe0f\ufeff"
_SPACES = "\t\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_SCALES = {"亿": 10**8, "万": 10**4, "千": 1000, "百": 100, "十": 10}
_VARIANTS = str.maketrans(
    "〇○◯两兩壹贰貳弐叁參叄肆伍陆陸柒捌玖拾佰仟萬億點", "零零零二二一二二二三三三四五六六七八九十百千万亿点"
)
_DIGITS = {han: value for value, han in enumerate("零一二三四五六七八九")}


@cache
def _folding() -> dict[str, str]:
    """Map full-width ASCII and small form variants (U+FE50..FE6B, e.g. ﹝) to their plain forms, what is blank to a space."""
    wide = [chr(code) for code in (*range(0xFF01, 0xFF5F), *range(0xFE50, 0xFE6C))]
    plain = {one: unicodedata.normalize("NFKC", one) for one in wide}
    return {one: to for one, to in plain.items() if to != one} | dict.fromkeys(_SPACES + _INVISIBLE, " ")


def fold(text: str) -> str:
    """Fold widths, kinds of spaces and invisible characters, one character to one, so that offsets stay true.

    Newlines and 。、《》“”〔〕 stay.
    """
    folding = _folding()
    for one in folding.keys() & set(text):  # several times faster than str.translate: few distinct characters need it
        text = text.replace(one, folding[one])
    return text


def parse_number(words: str) -> Decimal | None:
    """Read Arabic or Chinese numerals (1,113；42.8万；一千二；三万五；二〇一七；三点五); None for what is no number."""
    if len(words) > _LONGEST:
        return None
    plain = fold(words).strip()
    if plain.isascii():
        return _arabic(plain)
    return _scaled(plain) if plain[:1].isascii() else _han(plain.translate(_VARIANTS))


def _arabic(plain: str) -> Decimal | None:
    if compiled(f"-?{ARABIC_NUMBER}").fullmatch(plain):
        return Decimal(plain.replace(",", ""))
    return None


def _scaled(plain: str) -> Decimal | None:
    """Read ``42.8万`` and ``1亿5000万``: each part is smaller in scale than the one before it."""
    part = f"({ARABIC_NUMBER})(万亿|[十百千]?[万亿]|[十百千])"
    if not compiled(f"(?:{part})+").fullmatch(plain):
        return None
    parts = [(found[1], prod(_SCALES[one] for one in found[2])) for found in compiled(part).finditer(plain)]
    scales = [scale for _, scale in parts]
    if scales != sorted(set(scales), reverse=True):
        return None
    total = sum((Decimal(digits.replace(",", "")) * scale for digits, scale in parts), Decimal(0))
    return _without_needless_zeros(total)


def _without_needless_zeros(value: Decimal) -> Decimal:
    whole = value.to_integral_value()
    return whole if whole == value else value


def _han(plain: str) -> Decimal | None:
    plain = plain.replace("廿", "二十").replace("卅", "三十")
    if "点" in plain:
        return _han_decimal(plain)
    value = _han_string(plain)
    if value is None:
        value = _han_whole(plain, tuple(_SCALES))
    return None if value is None else Decimal(value)


def _han_decimal(plain: str) -> Decimal | None:
    whole, _, rest = plain.partition("点")
    digits = rest.rstrip("万亿")
    left = _han_whole(whole, tuple(_SCALES))
    if left is None or not digits or not all(one in _DIGITS for one in digits):
        return None
    value = Decimal(f"{left}.{''.join(str(_DIGITS[one]) for one in digits)}")
    scales = rest[len(digits) :]
    if scales not in {"", "万", "亿", "万亿"}:
        return None
    return _without_needless_zeros(value * prod(_SCALES[one] for one in scales)) if scales else value


def _han_string(plain: str) -> int | None:
    """Read digits in a row (二零一七); 三五 is "three to five", no number, but 二零 is twenty."""
    if len(plain) < 2 or not all(one in _DIGITS for one in plain):
        return None
    if len(plain) == 2 and "零" not in plain:
        return None
    return int("".join(str(_DIGITS[one]) for one in plain))


def _han_whole(plain: str, units: tuple[str, ...], above: int = 1) -> int | None:
    """Read a positional numeral with ``units`` allowed; ``above`` is the unit just before it, for 一千二 (1200)."""
    for index, unit in enumerate(units):
        head, found, tail = plain.partition(unit)
        if found:
            return _joined(_han_head(head, units[index:]), tail, units[index:])
    if plain.startswith("零"):
        plain, above = plain[1:] or plain, 1
    return _DIGITS[plain] * max(above // 10, 1) if plain in _DIGITS else None


def _han_head(head: str, units: tuple[str, ...]) -> int | None:
    """Read what stands before a unit: any smaller numeral before 亿 and 万, one digit before the others (十 may lack it)."""
    if units[0] in "亿万":
        return _han_whole(head, units[1:])
    if units[0] == "十" and not head:
        return 1
    return _DIGITS.get(head.removeprefix("零")) or None


def _joined(head: int | None, tail: str, units: tuple[str, ...]) -> int | None:
    scale = _SCALES[units[0]]
    rest = _han_whole(tail, units[1:], scale) if tail else 0
    if head is None or rest is None or tail == "零":
        return None
    return head * scale + rest
