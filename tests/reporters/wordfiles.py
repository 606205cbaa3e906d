"""Word documents with a comment at given words: a clerk's file is made, read, annotated and opened again."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

import docx
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

from checker import readers, reporters
from checker.model.document import Document, Span
from checker.model.report import Report
from checker.model.result import DocumentResult, Evidence, OutcomeKind, RuleResult, Status
from tests.reporters.conftest import RULES, finding, make_run

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

    from checker.model.result import Run

NAME = "草稿.docx"
PLAN = RULES[1]
_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
_PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c49444154789c63f8cfc0000003010100c9fe92ef0000000049454e44ae426082"
)


def clerk_file(body: str) -> bytes:
    """A document with ``body``, a header, a picture, a style and a colleague's comment of its own."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "内部资料"
    document.styles.add_style("公文正文", 1)
    opening = document.add_paragraph("江平市2017年政府信息公开工作年度报告", "公文正文")
    for child in parse_xml(f"<w:body {_NAMESPACES}>{body}</w:body>"):
        document.element.body.insert_element_before(child, "w:sectPr")
    document.add_paragraph().add_run().add_picture(BytesIO(_PICTURE))
    document.add_comment(opening.runs, "请张科长过目", "李四", "李")
    return saved(document)


def saved(document: WordDocument) -> bytes:
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def result_of(data: bytes, *quotes: str | Span, name: str = NAME) -> DocumentResult:
    """Read a file and find fault with the words named."""
    document = readers.read_bytes(data, name)
    found = tuple(finding(PLAN, (_evidence(document, quote),)) for quote in quotes)
    report = Report(document, Status.CHECKED, Span(0, len(document.text)), "江平市2017年政府信息公开工作年度报告")
    results = (RuleResult(PLAN.id, OutcomeKind.FAIL, 1, findings=found),)
    return DocumentResult(name, Status.CHECKED, document, report, results)


def _evidence(document: Document, quote: str | Span) -> Evidence:
    if isinstance(quote, str):
        start = document.text.index(quote)
        quote = Span(start, start + len(quote))
    return Evidence(document.text[quote.start : quote.end], quote, document.locate(quote.start))


def run_of(result: DocumentResult) -> Run:
    return make_run(result)


def annotated(result: DocumentResult, original: bytes | None, lang: str = "zh") -> bytes:
    content = reporters.load_documents("docx").of_report(run_of(result), result, original, lang=lang)
    assert content is not None
    return content


def commented(body: str, *quotes: str | Span) -> WordDocument:
    """Make a clerk's file of ``body``, annotate and open it."""
    data = clerk_file(body)
    return opened(annotated(result_of(data, *quotes), data))


def opened(data: bytes) -> WordDocument:
    return docx.Document(BytesIO(data))


def anchored(document: WordDocument) -> list[str]:
    """The words that each comment of the program goes around, without the first, which is on the whole."""
    texts: dict[str, str] = {}
    within: set[str] = set()
    for element in document.element.body.iter():
        number = element.get(qn("w:id"), "")
        if element.tag == qn("w:commentRangeStart"):
            within.add(number)
            texts[number] = ""
        elif element.tag == qn("w:commentRangeEnd"):
            within.remove(number)
        elif element.tag in {qn("w:t"), qn("w:tab")}:
            for one in within:
                texts[one] += element.text or "\t"
    assert not within
    own = [str(one.comment_id) for one in document.comments if one.author == "ogi-checker"]
    referred = {one.get(qn("w:id")) for one in document.element.body.iter(qn("w:commentReference"))}
    assert set(own) <= referred
    return [texts[number] for number in own[1:]]


def paragraph_texts(document: WordDocument) -> list[str]:
    """What every paragraph says, in tables, text boxes and changes too."""
    return [
        "".join(one.text or f"<{one.tag}>" for one in paragraph.iter(*map(qn, ("w:t", "w:tab", "w:br", "w:delText"))))
        for paragraph in document.element.body.iter(qn("w:p"))
    ]


def parts(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}
