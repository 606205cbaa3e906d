"""HTML as government sites make it: what a browser would show, with the article told from the page around it."""

from __future__ import annotations

from hashlib import sha256

from selectolax.lexbor import LexborHTMLParser

from checker.model.document import Document, Note, ReadError, Span
from checker.readers.html.encoding import decode_page
from checker.readers.html.guard import refuse_hostile
from checker.readers.html.layout import Layout
from checker.readers.html.markup import attached_file, markup_of, simplified
from checker.readers.html.metadata import described
from checker.readers.html.walk import shown

_SHORTEST_REPORT = 200  # characters beside links


def read(data: bytes, name: str) -> Document:
    """Read a page; raises ReadError."""
    page, notes = decode_page(data, name)
    refuse_hostile(page, name)
    parser = LexborHTMLParser(page)
    items = described(parser)
    markup = markup_of(parser)
    seen = shown(simplified(markup.body))
    if not seen.pieces:
        raise _without_text(name, scripted="<script" in page.lower())
    layout = Layout()
    layout.describe(items)
    layout.put(seen.pieces)
    lines = seen.containers.article()
    content = layout.span(lines) if lines else None
    if seen.containers.weight_of(lines) < _SHORTEST_REPORT and (file := attached_file(markup)):
        notes = (*notes, _cover_of(file))
        content = Span(content.start, content.start) if content else Span(0, 0)
    digest = sha256(data).hexdigest()
    return Document(
        name,
        "html",
        digest,
        layout.text,
        tuple(layout.blocks),
        (*notes, *layout.notes),
        tuple(layout.tables),
        content,
    )


def laid_out(page: str, name: str) -> Layout:
    """Read a piece of a page as running text; raises ReadError."""
    refuse_hostile(page, name)
    layout = Layout()
    layout.put(shown(simplified(markup_of(LexborHTMLParser(page)).body)).pieces)
    return layout


def _cover_of(file: str) -> Note:
    """Say that the page is only the cover of a file: there is next to no text, and the file beside it."""
    return Note(
        f"网页上几乎没有正文，报告可能在附件中（{file}），请检查附件",
        f"the page holds next to no text; the report may be in the file attached ({file}): check that file",
    )


def _without_text(name: str, *, scripted: bool) -> ReadError:
    if scripted:
        return ReadError(
            name,
            ("网页里没有文字，正文由脚本在打开时载入", "the page holds no text: scripts load it when it is opened"),
            ("请在浏览器中打开，复制正文另存为 txt", "open it in a browser and save the text as txt"),
        )
    return ReadError(
        name,
        ("网页里没有文字", "the page holds no text"),
        ("请核对文件，或检查网页上的附件", "check the file, or the files attached to the page"),
    )
