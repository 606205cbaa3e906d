"""What a page says of itself in its head, under the names that government sites use (国办发〔2017〕47号 meta tags)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

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


def described(parser: LexborHTMLParser) -> list[str]:
    """Give the items that the page says of itself, each once, as first said, a line each."""
    items: dict[str, str] = {}
    for node in parser.css("meta, :not(svg) > title"):
        said = node.attributes
        title = node.tag == "title"
        name = "Title" if title else _NAMES.get((said.get("name") or said.get("property") or "").strip().lower())
        words = " ".join((node.text() if title else said.get("content") or "").split()) if name else ""
        if name and words and len(words) <= _LONGEST:
            items.setdefault(name, words)
    return [f"{name}: {items[name]}" for name in _ORDER if name in items]
