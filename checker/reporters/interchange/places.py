"""Files and places as SARIF has them: percent-encoded URIs, regions of a file's own lines, logical places beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from checker.model.document import Location
from checker.reporters.parts import escape, wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.model.document import Document, Span
    from checker.model.result import DocumentResult, Evidence, Finding

    Data = dict[str, Any]

ROOT = "%SRCROOT%"
"""The base of relative URIs: the folder in which the program was called."""
_DRIVE = 2  # characters of "C:"
_NOWHERE = Location()


def artifact(name: str, index: int) -> Data:
    """Refer to a file of the run by its name and its place in the list of artifacts."""
    uri = quote(name.encode("utf-8", "backslashreplace"), safe="/")
    if name.startswith("/"):
        return {"uri": f"file://{uri}", "index": index}
    if name[1:_DRIVE] == ":" and name[:1].isascii() and name[:1].isalpha() and name[_DRIVE:].startswith("/"):
        return {"uri": f"file:///{name[0]}:{uri[len('C%3A') :]}", "index": index}
    return {"uri": uri, "uriBaseId": ROOT, "index": index}


def whole_file(result: DocumentResult, index: int) -> Data:
    """Give a file as a place; consumers want a line, and every file has a first."""
    return {"physicalLocation": {"artifactLocation": artifact(result.name, index), "region": {"startLine": 1}}}


def primary(finding: Finding, result: DocumentResult, index: int, lang: str) -> Data:
    """Give the place of a finding: its first words, or for what is absent the file; and the section in both cases."""
    if not finding.evidence:
        return whole_file(result, index) | {"logicalLocations": _logical(_NOWHERE, finding.section, lang)}
    return place(finding.evidence[0], result, index, lang, finding.section)


def place(one: Evidence, result: DocumentResult, index: int, lang: str, section: str = "") -> Data:
    """Give the place of quoted words."""
    snippet = {"snippet": {"text": escape.visible(one.quote)}} if one.quote else {}
    made = {
        "physicalLocation": {
            "artifactLocation": artifact(result.name, index),
            "region": {**_region(one, result.document), **snippet},
        }
    }
    logical = _logical(one.location, section, lang)
    return {**made, "logicalLocations": logical} if logical else made


def exact(span: Span, document: Document) -> Data | None:
    """Give the region of the file's own characters that ``span`` is; None where the text is not the file's, letter for letter."""
    start, end = document.locate(span.start), _last(span, document)
    if start.running or start.line is None or start.column is None or end.column is None or start.page is not None:
        return None
    if start.line != end.line or end.column + 1 - start.column != max(span.end - span.start, 1):
        return None  # markup or a joined line in between would be replaced too
    ends = start.column if span.start == span.end else end.column + 1
    return {"startLine": start.line, "startColumn": start.column, "endLine": start.line, "endColumn": ends}


def _region(one: Evidence, document: Document | None) -> Data:
    """A file without lines of its own has those of its text, which the logical place says; columns would say too much."""
    location = one.location
    line = location.line or 1
    if location.running or location.column is None or document is None or location.page is not None:
        return {"startLine": line}
    end = _last(one.span, document)
    whole = end.line is not None and end.column is not None and (end.line, end.column) >= (line, location.column)
    stop = (end.line, (end.column or 0) + 1) if whole else (line, location.column)
    ends = stop if one.span.end > one.span.start else (line, location.column)
    return {"startLine": line, "startColumn": location.column, "endLine": ends[0], "endColumn": ends[1]}


def _last(span: Span, document: Document) -> Location:
    return document.locate(max(span.start, span.end - 1))


def _logical(location: Location, section: str, lang: str) -> list[Data]:
    return [
        {"name": name, "fullyQualifiedName": f"{kind}/{key}", "kind": kind}
        for kind, key, name in _named(location, section, lang)
    ]


def _named(location: Location, section: str, lang: str) -> Iterator[tuple[str, str, str]]:
    english = lang == "en"
    if location.page is not None:
        yield "page", str(location.page), f"page {location.page}" if english else f"第{location.page}页"
    if location.running and location.line is not None:
        paragraph = f"paragraph {location.line}" if english else f"第{location.line}段"
        yield "paragraph", str(location.line), paragraph
    if location.cell is not None:
        yield "cell", location.cell, location.cell
    if section:
        yield "section", section, wording.word(wording.SECTIONS, section, lang)
