"""The text of a page, whose declared encoding is a hint and no more: pages are re-encoded without their declaration."""

from __future__ import annotations

import re

from checker.model.document import Note, ReadError
from checker.readers.decoding import decode

_DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_-]+)", re.IGNORECASE)
_HEAD = 4096
_COMMON = frozenset("的年月日一二三公工作信息政府本報告报")
_MOST_DAMAGED = 1_000  # one character in so many may be damaged


def decode_page(data: bytes, name: str) -> tuple[str, tuple[Note, ...]]:
    """Decode a page, with a note where single characters are damaged; raises ReadError.

    What is valid UTF-8 is UTF-8, whatever it declares; only Big5, which other encodings look like, needs its declaration.
    """
    declared = _DECLARED.search(data[:_HEAD])
    encoding = declared.group(1).decode("ascii").lower() if declared else ""
    if encoding.startswith("big5") and _is_big5(data):
        return data.decode("big5hkscs").replace("\r\n", "\n").replace("\r", "\n"), ()
    try:
        return decode(data, name), ()
    except ReadError:
        text = data.decode("gb18030" if encoding.startswith("gb") else "utf-8", "replace")
        damaged = text.count("\ufffd")
        if damaged * _MOST_DAMAGED > len(text) or "\0" in text:
            raise
        note = Note(f"网页有 {damaged} 处字符已损坏，无法还原", f"{damaged} characters of the page are damaged")
        return text.replace("\r\n", "\n").replace("\r", "\n"), (note,)


def _is_big5(data: bytes) -> bool:
    """Tell Big5 from what only says so: few texts are valid in two encodings, and only one of them reads as Chinese."""
    readings = {encoding: _common(data, encoding) for encoding in ("utf-8", "gb18030", "big5hkscs")}
    return max(readings, key=lambda encoding: readings[encoding]) == "big5hkscs"


def _common(data: bytes, encoding: str) -> int:
    try:
        return sum(char in _COMMON for char in data.decode(encoding))
    except UnicodeDecodeError:
        return -1
