"""Bytes to text: UTF-8 with or without BOM, UTF-16, GB18030; anything else is unreadable and says so."""

from __future__ import annotations

import codecs

from checker.model.document import ReadError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 20_000
# Control characters that no text file holds; a form feed or an escape may slip in from a terminal or a printer.
_BINARY = frozenset(map(chr, [*range(9), *range(14, 27), *range(28, 32), 0xFFFE, 0xFFFF]))


def decode(data: bytes, name: str) -> str:
    """Give the text of ``data``, every line ended by a line feed; raises ReadError when no known encoding fits."""
    text = _decode(data)
    if text is None or _looks_binary(text):
        raise ReadError(
            name,
            (
                "不是文本文件，或编码无法识别（试过 UTF-8、UTF-16、GB18030）",
                "not a text file, or in no known encoding (tried UTF-8, UTF-16, GB18030)",
            ),
            ("请用记事本另存为 UTF-8 文本", "save it as UTF-8 text"),
        )
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decode(data: bytes) -> str | None:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _try(data, encoding)
    if b"\0" in data[:_SAMPLE]:
        return _utf16_without_bom(data)
    return _try(data, "utf-8") or _try(data, "gb18030")


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _utf16_without_bom(data: bytes) -> str | None:
    """Chinese text in UTF-16 has its zero bytes in line ends and digits alone: the better order has more Chinese."""
    candidates = [text for text in (_try(data, "utf-16-le"), _try(data, "utf-16-be")) if text is not None]
    best = max(candidates, key=_chinese_share, default=None)
    return best if best is not None and _chinese_share(best) > 0.2 else None


def _chinese_share(text: str) -> float:
    sample = text[:_SAMPLE]
    common = sum("一" <= char <= "鿿" or char in "，。、；：（）\n" for char in sample)
    return common / len(sample) if sample else 0.0


def _looks_binary(text: str) -> bool:
    sample = text[:_SAMPLE]
    controls = sum(char in _BINARY for char in sample)
    private = sum("\ue000" <= char <= "\uf8ff" for char in sample)
    return controls > max(2, len(sample) // 200) or private > len(sample) // 20
