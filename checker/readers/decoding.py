"""Bytes to text: UTF-8, UTF-16, GB18030, a declared Big5; a few broken bytes cost their own places and no more."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from checker.model.document import Note, ReadError
from checker.patterns import compiled

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 20_000
_CHINESE = r"[一-鿿，。、；：（）\n]"
_MOSTLY = 0.2  # of such characters, in a text that is Chinese
# Control characters that no text file holds; a form feed or an escape may slip in from a terminal or a printer.
_CONTROL = bytes((*range(9), *range(0x0E, 0x1B), *range(0x1C, 0x20)))
_NONCHARACTERS = "\ufffe", "\uffff"
_PRIVATE = bytes(range(0xE0, 0xF9))  # U+E000 to U+F8FF, by the upper byte
_COMMON = "的年月日一二三公工作信息政府本報告报"
_LOST = "\ufffd"
_MOST_LOST = 500  # one character in so many
_FEW_LOST, _SHORT = 5, 10  # so many in a short text, but no more than one character in ten
# A byte that begins no character of GB 2312, and behind which such characters fill the words up to their end: the codec
# would take it for half a character and misread all of them. Characters that are whole are passed by.
_STRAY = re.compile(
    rb"(?P<stray>[\x80-\xa0\xff])(?=(?:[\xa1-\xf7][\xa1-\xfe])++(?:[\x00-\x3f\x80-\xa0\xff]|\Z))"
    rb"|(?:[\x00-\x7f]|[\xa1-\xfe][\x40-\x7e\x80-\xfe])++"
    rb"|[\x81-\xfe](?:[\x40-\x7e\x80-\xfe]|[0-9][\x81-\xfe][0-9])"
)


class Decoded(NamedTuple):
    """A file's text, every line ended by a line feed, with U+FFFD for what is broken and a note that says so."""

    text: str
    notes: tuple[Note, ...] = ()


def decode(data: bytes, name: str, declared: str = "") -> Decoded:
    """Read ``data``, whose ``declared`` encoding matters only where content cannot tell (Big5); raises ReadError."""
    encodings = _encodings(data, declared)
    text, lost = next(filter(None, (_whole(data, one) for one in encodings)), None), 0
    if text is None and encodings:
        text = max((_broken(data, one) for one in encodings), key=_common)
        lost = text.count(_LOST)
    if text is None or lost > _bearable(len(text)) or _looks_binary(text):
        raise ReadError(
            name,
            (
                "不是文本文件，或编码无法识别（试过 UTF-8、UTF-16、GB18030）",
                "not a text file, or in no known encoding (tried UTF-8, UTF-16, GB18030)",
            ),
            ("请用记事本另存为 UTF-8 文本", "save it as UTF-8 text"),
        )
    return Decoded(text.replace("\r\n", "\n").replace("\r", "\n"), (_note(text),) if lost else ())


def _encodings(data: bytes, declared: str) -> tuple[str, ...]:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return (encoding,)
    if b"\0" in data[:_SAMPLE]:
        return _utf16_without_bom(data)
    if declared.lower().startswith("big5"):  # few texts read as Chinese in two encodings
        return (max(("utf-8", "gb18030", "big5hkscs"), key=lambda one: _common(_broken(data, one))),)
    return ("utf-8", "gb18030")


def _utf16_without_bom(data: bytes) -> tuple[str, ...]:
    """Chinese text in UTF-16 has its zero bytes in line ends and digits alone: the better order has more Chinese."""
    shares = {one: _chinese_share(_broken(data, one)) for one in ("utf-16-le", "utf-16-be")}
    best = max(shares, key=lambda one: shares[one])
    return (best,) if shares[best] > _MOSTLY else ()


def _chinese_share(text: str) -> float:
    sample = text[:_SAMPLE]
    return len(compiled(_CHINESE).findall(sample)) / len(sample) if sample else 0.0


def _whole(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _broken(data: bytes, encoding: str) -> str:
    if encoding == "gb18030":
        return "\n".join(_whole(line, encoding) or _broken_line(line) for line in data.split(b"\n"))
    return data.decode(encoding, "replace")


def _broken_line(line: bytes) -> str:
    lost = _LOST.encode("gb18030")
    return _STRAY.sub(lambda found: lost if found["stray"] else found[0], line).decode("gb18030", "replace")


def _common(text: str) -> int:
    return sum(map(text.count, _COMMON))


def _bearable(length: int) -> int:
    return max(length // _MOST_LOST, min(_FEW_LOST, length // _SHORT))


def _note(text: str) -> Note:
    places = len(compiled(f"{_LOST}+").findall(text))
    return Note(
        f"有 {places} 处字符已损坏，无法读出（显示为 {_LOST}）",
        f"damaged places that could not be read (shown as U+FFFD): {places}",
    )


def _looks_binary(text: str) -> bool:
    sample = text[:_SAMPLE]
    controls = sum(map(sample.count, _NONCHARACTERS)) + _count(sample.encode("utf-8", "replace"), _CONTROL)
    private = _count(sample.encode("utf-16-be", "replace")[::2], _PRIVATE)
    return controls > max(2, len(sample) // 200) or private > len(sample) // 20


def _count(data: bytes, kinds: bytes) -> int:
    return len(data) - len(data.translate(None, kinds))
