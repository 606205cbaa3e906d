"""Word documents opened with python-docx and packed again: the same document gives the same bytes."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

import docx
from docx.opc.exceptions import OpcError
from lxml.etree import LxmlError

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest a zip file can say
_FOREIGN = (OpcError, LxmlError, BadZipFile, zlib.error, struct.error, KeyError, ValueError, AttributeError, OSError)
_TYPES = "[Content_Types].xml"
_WITH_MACROS = b"application/vnd.ms-word.document.macroEnabled.main+xml"
_WITHOUT = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_MACROS = "/vbaProject"


def opened(data: bytes) -> WordDocument | None:
    """Open a document, without its macros; None where python-docx cannot read its package."""
    try:
        document = docx.Document(BytesIO(_plain(data)))
    except _FOREIGN:
        return None
    relations = document.part.rels
    for key in [key for key, one in relations.items() if one.reltype.endswith(_MACROS)]:
        del relations[key]
    return document


def packed(document: WordDocument) -> bytes:
    """Pack a document anew, for python-docx puts the time of day into the package."""
    made = BytesIO()
    document.save(made)
    with ZipFile(made) as parts:
        return _zipped({name: parts.read(name) for name in parts.namelist()})


def _plain(data: bytes) -> bytes:
    """Call a document with macros (docm) one without, which is what is written."""
    with ZipFile(BytesIO(data)) as parts:
        types = parts.read(_TYPES)
        if _WITH_MACROS not in types:
            return data
        contents = {name: parts.read(name) for name in parts.namelist()}
    return _zipped({**contents, _TYPES: types.replace(_WITH_MACROS, _WITHOUT)})


def _zipped(contents: dict[str, bytes]) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as package:
        for name, content in contents.items():
            part = ZipInfo(name, _FIRST_DAY)
            part.compress_type = ZIP_DEFLATED
            package.writestr(part, content)
    return file.getvalue()
