"""The text of a page, whose declared encoding is a hint and no more: pages are re-encoded without their declaration."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.readers.decoding import decode

if TYPE_CHECKING:
    from checker.readers.decoding import Decoded

_DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_-]+)", re.IGNORECASE)
_HEAD = 4096


def decode_page(data: bytes, name: str) -> Decoded:
    """Decode a page by its content and, where that cannot tell, its declaration; raises ReadError."""
    declared = _DECLARED.search(data[:_HEAD])
    return decode(data, name, declared.group(1).decode("ascii") if declared else "")
