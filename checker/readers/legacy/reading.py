"""An old Word document read by this program alone: rewritten as a new one, and read as that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model.document import Document, Note
from checker.readers.docx.numbering import Numbering
from checker.readers.docx.preparing import prepare
from checker.readers.docx.styles import Styles
from checker.readers.docx.walk import Walk
from checker.readers.html.layout import Layout
from checker.readers.legacy import refusals
from checker.readers.legacy.formatting import Formatting
from checker.readers.legacy.header import PARAGRAPHS, RUNS, Header, header
from checker.readers.legacy.lists import numbering
from checker.readers.legacy.marks import marks
from checker.readers.legacy.paragraphs import Paragraphs
from checker.readers.legacy.pieces import text
from checker.readers.legacy.rewriting import Rewriting
from checker.readers.legacy.storage import MALFORMED, TooMuchError
from checker.readers.legacy.styles import styles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from checker.readers.legacy.storage import Storage

_DIRECTLY = Note(
    "doc/wps 文件由本程序直接读取（未装 LibreOffice 或转换未成），表格的合并单元格、自动编号可能与 Word 所示略有出入；存为 docx 再查更可靠",
    "doc/wps file, read without LibreOffice (not installed, or it failed): merged cells and automatic numbers may differ"
    " a little from what Word shows; a docx of it is read more reliably",
)
_BOXES = Note("文本框内的文字未读入", "what stands in text boxes is not read")


def read_directly(storage: Storage, name: str) -> Document:
    """Read a document of Word 97 or later; raises ReadError. Its format and digest are left to be said, and it may be empty."""
    try:
        head = header(storage, name)
        body, sheet, lists = _rewritten(head), styles(head), numbering(head)
    except TooMuchError:
        raise refusals.beyond_measure(name) from None
    except MALFORMED as error:
        raise refusals.damaged(name) from error
    known = Styles(sheet)
    said, notes = prepare(body, known)
    layout = Layout()
    layout.put(Walk(said, known, Numbering(lambda: lists, known)).through(body))
    notes = (_DIRECTLY, *_left_out(head), *notes, *layout.notes)
    return Document(name, "", "", layout.text, tuple(layout.blocks), notes, tuple(layout.tables))


def _rewritten(head: Header) -> Element:
    content = text(head)
    marked = marks(content, Formatting(head, RUNS, paragraphs=False))
    return Rewriting(content, Formatting(head, PARAGRAPHS, paragraphs=True), Paragraphs(content, marked)).whole()


def _left_out(head: Header) -> Iterator[Note]:
    if head.boxes:
        yield _BOXES
