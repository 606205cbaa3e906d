"""Taming of document text, which is untrusted wherever it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.patterns import compiled

if TYPE_CHECKING:
    import regex

_NONCHARACTERS = "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17))
# Controls but tab and line feed; what is invisible or turns the direction of writing; what is no character at all.
_UNSAFE = (
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    f"\ud800-\udfff\ufdd0-\ufdef\U000e0000-\U000e007f{_NONCHARACTERS}]"
)
_BREAK = r"[ ]*[\n\t][\n\t ]*"


def visible(text: str) -> str:
    """Write out every character that would act instead of being seen (an escape as backslash, x1b); tabs and line feeds stay."""
    return compiled(_UNSAFE).sub(_spell, text)


def one_line(text: str) -> str:
    """Do the same and put a space for every break."""
    return visible(compiled(_BREAK).sub(" ", text)).strip()


def _spell(match: regex.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
