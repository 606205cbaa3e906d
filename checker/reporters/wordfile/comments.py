"""The comments of a Word document: those of an earlier check go, new ones come; those of people stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.readers.docx.vocabulary import RPR, drop, word
from checker.reporters.parts import escape

if TYPE_CHECKING:
    from datetime import datetime

    from docx.document import Document as WordDocument
    from lxml.etree import _Element as Element

_AUTHOR, _INITIALS = "ogi-checker", "OGI"
_ID, _BY = map(word, ("id", "author"))
_START, _END, _REFERENCE = map(word, ("commentRangeStart", "commentRangeEnd", "commentReference"))


def forget_earlier(document: WordDocument) -> None:
    """Take the program's own comments out, which an earlier check put in."""
    known: Element = document.part._comments_part.element  # noqa: SLF001 - python-docx has no door to take comments out
    own = {one.get(_ID): one for one in known if one.get(_BY) == _AUTHOR}
    if not own:
        return
    for one in own.values():
        drop(one)
    body: Element = document.part.element
    for mark in list(body.iter(_START, _END, _REFERENCE)):
        if mark.get(_ID) in own:
            _drop_mark(mark)


def add(document: WordDocument, text: str, day: datetime | None) -> int:
    """Put a comment in, of a day or of none; gives its number."""
    comment = document.comments.add_comment(escape.visible(text), _AUTHOR, _INITIALS)
    comment._comment_elm.date = day  # noqa: SLF001 - python-docx puts the time of day in, and has no door to change it
    return comment.comment_id


def _drop_mark(mark: Element) -> None:
    """Drop a mark, and the run that is there for it alone."""
    run = mark.getparent()
    drop(mark)
    if mark.tag == _REFERENCE and run is not None and all(one.tag == RPR for one in run):
        drop(run)
