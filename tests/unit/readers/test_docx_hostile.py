from __future__ import annotations

import time
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, ZipFile

import pytest

from checker import ReadError
from checker.readers import read_bytes
from tests.unit.readers.wordfile import in_list, p, part, relations, tbl, tc, tr, word_file, zipped

if TYPE_CHECKING:
    from collections.abc import Mapping

MAIN = part("document", f"<w:body>{p('甲')}</w:body>")
LOL = "<!ENTITY a0 'lol'>" + "".join(f"<!ENTITY a{n + 1} '{f'&a{n};' * 10}'>" for n in range(12))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
DAMAGED = "the file is damaged: not a whole docx (zip) file"
MALFORMED = "the file is damaged: its part {} is no whole XML or nested too deep"
DOCTYPE = "its part {} has a DOCTYPE, which no Word document has"
TOO_MUCH = "the file holds, once unpacked, far more than any report"


def with_doctype(content: str, declared: str) -> str:
    return content.replace("?>", f"?><!DOCTYPE w:document {declared}>", 1)


def packed(parts: Mapping[str, str | bytes], method: int = ZIP_DEFLATED) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", method) as archive:
        for place, content in parts.items():
            archive.writestr(place, content)
    return file.getvalue()


def main(inside: str) -> bytes:
    return zipped({"word/document.xml": part("document", f"<w:body>{inside}</w:body>")})


def changed(data: bytes, old: bytes, new: bytes) -> bytes:
    assert old in data
    return data.replace(old, new)


def with_lie(size: int) -> bytes:
    """The archive says that a part is smaller than it is."""
    content = MAIN.encode() + b" " * 10_000_000
    data = zipped({"word/document.xml": content})
    return changed(data, len(content).to_bytes(4, "little"), size.to_bytes(4, "little"))


def encrypted() -> bytes:
    data = bytearray(zipped({"word/document.xml": MAIN}))
    for magic, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(magic) + place] |= 1
    return bytes(data)


WORD = word_file(p("甲") * 500, numbering="<w:x/>")
REFUSED = {
    "a truncated file": (WORD[: len(WORD) // 2], DAMAGED),
    "its first bytes alone": (b"PK\x03\x04", DAMAGED),
    "an empty archive": (zipped({}), "zip files are not read yet: the archive holds no Word document"),
    "changed bytes": (changed(packed({"word/document.xml": MAIN}, ZIP_STORED), "甲".encode(), "乙".encode()), DAMAGED),
    "a part that lies about its size": (with_lie(100), DAMAGED),
    "a part packed as no word processor does": (packed({"word/document.xml": MAIN}, ZIP_LZMA), DAMAGED),
    "an encrypted part": (encrypted(), "the file is encrypted"),
    "a document with a password": (OLE + b"\0" * 4000 + "EncryptedPackage".encode("utf-16-le"), "the file is protected by a password"),
    "an old document": (OLE + b"\0" * 4000 + "WordDocument".encode("utf-16-le"), "the file is damaged: not a whole doc/wps file"),
    "an archive of files": (zipped({"a.txt": "x"}), "zip files are not read yet: the archive holds no Word document"),
    "a table of numbers": (zipped({"xl/workbook.xml": "<x/>"}), "xlsx files are not read yet: the archive holds no Word document"),
    "another main part": (zipped({"word/document.xml": part("styles", "")}), "zip files are not read yet: the archive holds no Word document"),
    "a main part that is missing": (zipped({"_rels/.rels": relations({"officeDocument": "x.xml"})}), "zip files are not read yet: the archive holds no Word document"),
    "no text": (main(p("")), "the document holds no text"),
    "no body": (zipped({"word/document.xml": part("document", "")}), "the document holds no text"),
    "broken XML": (zipped({"word/document.xml": MAIN[:-5]}), MALFORMED.format("word/document.xml")),
    "an empty part": (zipped({"word/document.xml": ""}), MALFORMED.format("word/document.xml")),
    "broken relations": (zipped({"word/document.xml": MAIN, "_rels/.rels": "<"}), MALFORMED.format("_rels/.rels")),
    "broken styles": (zipped({"word/document.xml": MAIN, "word/styles.xml": "x"}), MALFORMED.format("word/styles.xml")),
    "a declaration": (zipped({"word/document.xml": with_doctype(MAIN, "")}), DOCTYPE.format("word/document.xml")),
    "a declaration in another encoding": (
        zipped({"word/document.xml": with_doctype(MAIN, "").replace("UTF-8", "utf-16").encode("utf-16")}),
        DOCTYPE.format("word/document.xml"),
    ),
    "a declaration in the styles": (
        zipped({"word/document.xml": MAIN, "word/styles.xml": with_doctype(part("styles", ""), "[<!ENTITY a 'x'>]")}),
        DOCTYPE.format("word/styles.xml"),
    ),
    "an entity that is a file": (
        zipped({"word/document.xml": with_doctype(MAIN, "[<!ENTITY a SYSTEM 'file:///etc/passwd'>]").replace("甲", "&a;")}),
        DOCTYPE.format("word/document.xml"),
    ),
    "a billion laughs": (
        zipped({"word/document.xml": with_doctype(MAIN, f"[{LOL}]").replace("甲", "&a12;")}),
        DOCTYPE.format("word/document.xml"),
    ),
    "elements too deep": (main("<w:sdt>" * 300 + "</w:sdt>" * 300), MALFORMED.format("word/document.xml")),
    "tables too deep": (main("<w:tbl><w:tr><w:tc>" * 100 + p("甲") + "</w:tc></w:tr></w:tbl>" * 100), MALFORMED.format("word/document.xml")),
    "a bomb of text": (main(p("甲" * 30_000_000)), TOO_MUCH),
    "a bomb of tags": (main("<w:p/>" * 3_000_000), TOO_MUCH),
    "a bomb beside the document": (zipped({"word/document.xml": MAIN, "word/media/a.bmp": b"\0" * 90_000_000}), TOO_MUCH),
    "a million cells": (main(tbl(tr("1") * 1_000_000)), TOO_MUCH),
    "too many entries": (changed(WORD, b"PK\x05\x06", b"PK\x01\x02" * 6_000 + b"PK\x05\x06"), TOO_MUCH),
}  # fmt: skip
DELETED = p("甲", properties="<w:rPr><w:del/></w:rPr>")
BOX = "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
FIELD = "<w:r><w:fldChar w:fldCharType='begin'/></w:r>"
READ = {
    "a hundred thousand paragraphs": p("甲") * 100_000,
    "a hundred thousand cells": tbl(tr(*["1"] * 100) * 400),
    "spans beyond all measure": tbl(tr(tc("a", properties="<w:gridSpan w:val='999999'/>"), "b"), tr("c")),
    "spans beyond all numbers": tbl(tr(tc("a", properties=f"<w:gridSpan w:val='{'9' * 9000}'/>"), "b"), tr("c")),
    "large spans in every cell": tbl(tr(*[tc("1", properties="<w:gridSpan w:val='99'/>")] * 10) * 300),
    "a cell that goes on for ever": tbl(tr(tc("a", properties="<w:vMerge/>"), "b") * 10_000),
    "tables in tables": "<w:tbl><w:tr><w:tc>" * 80 + p("甲") * 20_000 + "</w:tc></w:tr></w:tbl>" * 80,
    "deleted ends of paragraphs": DELETED * 50_000 + p("甲"),
    "text boxes in one paragraph": p("甲", *[BOX.format(p("乙"))] * 20_000),
    "text boxes in text boxes": p("甲", "".join(BOX.partition("{}")[0] + "<w:p>" for _ in range(30)) + "".join("</w:p>" + BOX.partition("{}")[2] for _ in range(30))),
    "fields that never end": p("甲", *[FIELD] * 50_000),
    "alternatives in alternatives": p("甲", "<w:r>" + "<mc:AlternateContent><mc:Choice>" * 100 + "<w:t>x</w:t>" * 9_000 + "</mc:Choice></mc:AlternateContent>" * 100 + "</w:r>"),
    "numbers beyond all measure": p("甲", properties=in_list(1, 999)) * 10_000,
    "line breaks": p("甲", "<w:r>" + "<w:br/>" * 300_000 + "</w:r>"),
}  # fmt: skip


@pytest.mark.parametrize(("data", "reason"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_whole_document_is_refused_at_once_and_said_why(data: bytes, reason: str) -> None:
    start = time.perf_counter()
    with pytest.raises(ReadError) as refused:
        read_bytes(data, "报告.docx")
    assert time.perf_counter() - start < 5
    assert (refused.value.path, refused.value.reason[1]) == ("报告.docx", reason)
    assert all(any("一" <= char <= "鿿" for char in one[0]) for one in (refused.value.reason, refused.value.hint))
    assert "\n" not in "".join((*refused.value.reason, *refused.value.hint))


@pytest.mark.parametrize("body", READ.values(), ids=READ)
def test_a_large_document_is_read_in_bounded_time(body: str) -> None:
    data = main(body + p("2021年"))
    start = time.perf_counter()
    assert "2021年" in read_bytes(data, "a.docx").text
    assert time.perf_counter() - start < 10


def test_a_span_too_large_is_cut_short_and_said_so() -> None:
    read = read_bytes(main(READ["spans beyond all measure"]), "a.docx")
    assert [note.en for note in read.notes] == ["a table has cells that claim to span far too much: cut short"]


def test_styles_and_lists_that_lead_back_to_themselves_are_read() -> None:
    styles = "".join(
        f"<w:style w:type='paragraph' w:styleId='{n}'><w:name w:val='{n}'/><w:basedOn w:val='{(n + 1) % 1000}'/></w:style>"
        for n in range(1000)
    )
    body = "".join(p("甲", properties=f"<w:pStyle w:val='{n}'/>") for n in range(1000))
    assert read_bytes(word_file(body, styles), "a.docx").text == "\n".join(["甲"] * 1000)
