"""A parsed page as the shortest markup that says the same: what matters to the running text, and no more.

The parser writes its tree out again with every tag closed and every bracket in words escaped. Patterns then leave out most
tags at once, where a walk through the tree would make an object of each.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from checker.readers.html.elements import HIDDEN, PLAIN, RAW, RAW_SHOWN

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

BREAK = "<>"
"""Stands for the tags of blocks that only begin and end a line."""
_COMMENT = re.compile(r"<!--[\s\S]*?-->")
_PASSED_OVER = re.compile(
    r"</?(?:span|font|b|strong|o:p|u|em|i|img|ins|sub|sup|label|small|big|input|col|colgroup|wbr)(?: [^>]*)?>"
)
_BROKEN_NAME = re.compile(r"<[^<>]*+(?:<[^<>]*+)++>")
_LINE_ENDS = re.compile(rf"</?(?:p|br|{'|'.join(sorted(PLAIN - {'p', 'br'}))})(?: [^>]*)?>")
_HIDING = (' hidden="', "isplay:", "ISPLAY:", "isibility:", "ISIBILITY:")
_ADDRESS = re.compile(r'<(?:a (?:[^>]*? )?href|(?:embed|frame|object) (?:[^>]*? )?(?:src|data))="([^"]*)"')
_FILE = re.compile(r"(?i)\.(?:pdf|docx?|wps|xlsx?|et|ofd|rtf|zip|rar)(?:$|[?#])")
_RAW = ",".join(sorted(RAW | RAW_SHOWN))


class Markup(NamedTuple):
    """The page's body, and the addresses of the frames that were in it."""

    body: str
    frames: tuple[str, ...]


def markup_of(parser: LexborHTMLParser) -> Markup:
    """Write the body of a page anew without what is never shown; changes the tree."""
    frames = _without_raw(parser)
    body = _written(parser)
    if any(map(body.__contains__, _HIDING)) and _without_hidden(parser):
        body = _written(parser)
    if "<!--" in body:
        body = _COMMENT.sub("", body)
    return Markup(body, frames)


def simplified(body: str) -> str:
    """Leave out tags that change nothing, and put one mark for each run of those that only end a line."""
    if body.count("<") > body.count(">"):
        body = _BROKEN_NAME.sub("", body)
    body = _LINE_ENDS.sub(BREAK, _PASSED_OVER.sub("", body))
    for end in ("</td>", "</th>"):
        body = body.replace(f"{BREAK}{end}", end)
    return body.replace("&nbsp;", "\xa0")


def attached_file(markup: Markup) -> str | None:
    """Give the name of the first file of a kind that holds reports, shown in a frame or linked to."""
    addresses = (*markup.frames, *_ADDRESS.findall(markup.body))
    return next((one.rpartition("/")[2] for one in addresses if _FILE.search(one[-300:])), None)


def _written(parser: LexborHTMLParser) -> str:
    return (parser.body.html or "") if parser.body else ""


def _without_raw(parser: LexborHTMLParser) -> tuple[str, ...]:
    """Take out elements whose content is no markup, which would be written as it is."""
    frames = []
    for node in parser.css(_RAW):
        if node.tag == "iframe":
            frames.append(node.attributes.get("src") or "")
        node.replace_with(node.text() if node.tag in RAW_SHOWN else "")
    return tuple(frames)


def _without_hidden(parser: LexborHTMLParser) -> bool:
    """Take out what is hidden by its own word; a node is only detached, for another one may stand inside it."""
    hidden = {node.mem_id: node for node in parser.css(HIDDEN) if node.tag != "html"}
    for node in hidden.values():
        node.replace_with("")
    return bool(hidden)
