"""Words of a page as a browser shows them."""

from __future__ import annotations

from checker.patterns import compiled

_BLANKS = r"[ \t\n\r\f]+"
# A line break in the source between two Chinese characters is no blank (CSS Text 3, segment break transformation).
_BREAK_IN_WORDS = r"(?<=[\u2e80-\u9fff\uff00-\uffef])[ \t\r\f]*\n[ \t\n\r\f]*(?=[\u2e80-\u9fff\uff00-\uffef])"


def as_seen(text: str) -> str:
    """Write brackets as they are, and runs of blanks as one."""
    if text.isalnum():
        return text
    if "&" in text:
        text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    if "\n" in text or "  " in text or "\t" in text or "\r" in text or "\f" in text:
        text = compiled(_BLANKS).sub(" ", compiled(_BREAK_IN_WORDS).sub("", text))
    return text
