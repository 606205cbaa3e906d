"""A document's tree made ready for reading: afterwards every text is in ``w:t``, and what is not to be read is gone."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from checker.model.document import Note
from checker.readers.docx.accepted import CHANGES, accept_changes
from checker.readers.docx.fields import FIELD, FIELD_MARK, keep_results
from checker.readers.docx.hidden import remove_hidden
from checker.readers.docx.plain import RUBY_TEXT, SIGNS, SYMBOL, TEXT_BOX, drop_alternatives, make_plain
from checker.readers.docx.said import PROPERTIES, Said, said_in
from checker.readers.docx.vocabulary import VANISH, word

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lxml.etree import _Element as Element

    from checker.readers.docx.styles import Styles

_COMMENT, _FOOTNOTE, _ENDNOTE = map(word, ("commentReference", "footnoteReference", "endnoteReference"))
_ODD = (
    *CHANGES,
    VANISH,
    FIELD,
    FIELD_MARK,
    RUBY_TEXT,
    SYMBOL,
    TEXT_BOX,
    *SIGNS,
    *PROPERTIES,
    _COMMENT,
    _FOOTNOTE,
    _ENDNOTE,
)


def prepare(root: Element, styles: Styles) -> tuple[Said, tuple[Note, ...]]:
    """Rewrite the tree; gives what its elements say of themselves.

    The notes tell of what must not be in a document about to be published, and of what is not read.
    """
    drop_alternatives(root)
    odd: dict[str, list[Element]] = defaultdict(list)
    for element in root.iter(*_ODD):
        odd[str(element.tag)].append(element)
    changes = accept_changes(odd)
    hidden = remove_hidden(root, odd, styles)
    keep_results(root, odd)
    make_plain(odd)
    return said_in(odd), tuple(_notes(odd, changes, hidden))


def _notes(odd: Mapping[str, Sequence[Element]], changes: int, hidden: int) -> Iterator[Note]:
    if changes:
        yield Note(
            f"文档留有 {changes} 处修订痕迹，已按接受全部修订后的文字检查；发布前请接受或拒绝修订",
            f"tracked changes left in the document: {changes}; checked as if all were accepted; settle them before publication",
        )
    if comments := len(odd.get(_COMMENT, ())):
        yield Note(
            f"文档留有 {comments} 条批注，发布前请删除",
            f"comments left in the document: {comments}; delete them before publication",
        )
    if hidden:
        yield Note(
            f"文档有隐藏文字 {hidden} 字，未检查；发布前请删除",
            f"characters of hidden text in the document: {hidden}; not checked; delete them before publication",
        )
    if footnotes := len(odd.get(_FOOTNOTE, ())) + len(odd.get(_ENDNOTE, ())):
        yield Note(
            f"文档有 {footnotes} 处脚注或尾注，其内容未检查",
            f"footnotes and endnotes in the document: {footnotes}; what they say is not checked",
        )
