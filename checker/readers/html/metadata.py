"""What a page says of itself in its head, under the names that government sites use (国办发〔2017〕47号 meta tags)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_NAMES = {
    "articletitle": "ArticleTitle",
    "og:title": "ArticleTitle",
    "pubdate": "PubDate",
    "publishdate": "PubDate",
    "publish_date": "PubDate",
    "publishtime": "PubDate",
    "article:published_time": "PubDate",
    "contentsource": "ContentSource",
    "columnname": "ColumnName",
    "sitename": "SiteName",
}
_ORDER = ("ArticleTitle", "Title", "PubDate", "ContentSource", "ColumnName", "SiteName")
_LONGEST = 300


class MetaTags:
    """Items said of the page, each once, as first said."""

    def __init__(self) -> None:
        """Begin with nothing said."""
        self._items: dict[str, str] = {}

    def take(self, tag: str, node: LexborNode) -> None:
        """Take in a ``title`` or ``meta`` element."""
        if tag == "title":
            self._set("Title", node.text())
        else:
            said = node.attributes
            name = _NAMES.get((said.get("name") or said.get("property") or "").strip().lower())
            if name:
                self._set(name, said.get("content") or "")

    def _set(self, name: str, value: str) -> None:
        words = " ".join(value.split())
        if words and len(words) <= _LONGEST:
            self._items.setdefault(name, words)

    def lines(self) -> list[str]:
        """Give the items, a line each."""
        return [f"{name}: {self._items[name]}" for name in _ORDER if name in self._items]
