"""Old Word documents (doc, wps): through LibreOffice where it is installed, else by this program alone."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from checker.model.document import Note, ReadError
from checker.readers.legacy import office, refusals
from checker.readers.legacy.header import is_too_old
from checker.readers.legacy.reading import read_directly
from checker.readers.legacy.storage import opened

if TYPE_CHECKING:
    from checker.model.document import Document

_CONVERTED = Note("doc/wps 文件由 LibreOffice 转换后读取", "doc/wps file, read as LibreOffice converted it")


def read(data: bytes, name: str) -> Document:
    """Read a document as Word wrote them before docx; raises ReadError.

    It is read directly in any case: of a damaged file LibreOffice shows a part, as if that were all.
    """
    storage = opened(data, name)
    too_old = is_too_old(storage, name)
    direct = None if too_old else read_directly(storage, name)
    document = _through_office(data, name) or direct
    if document is None:
        raise refusals.too_old(name)
    if not document.blocks:
        raise refusals.without_text(name)
    return document._replace(format="doc", sha256=sha256(data).hexdigest())


def _through_office(data: bytes, name: str) -> Document | None:
    program = office.program()
    made = office.converted(data, program) if program else None
    if made is None:
        return None
    from checker.readers import docx

    try:
        document = docx.read(made, name)
    except ReadError:
        return None
    return document._replace(notes=(_CONVERTED, *document.notes))
