"""Word documents for tests, written as raw XML: what word processors write and python-docx cannot."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT_WORD = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGED = "http://schemas.openxmlformats.org/package/2006/relationships"
_NAMESPACES = (
    f'xmlns:w="{WORD}" xmlns:r="{_RELATED}" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def part(root: str, inside: str) -> str:
    """A part of a document whose root element is called ``root``."""
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:{root} {_NAMESPACES}>{inside}</w:{root}>'


def relations(places: dict[str, str]) -> str:
    """A part that says where the parts of each kind are."""
    lines = (
        f'<Relationship Id="r{kind}" Type="{_RELATED}/{kind}" Target="{place}"/>' for kind, place in places.items()
    )
    return f'<Relationships xmlns="{_PACKAGED}">{"".join(lines)}</Relationships>'


def zipped(parts: dict[str, str | bytes]) -> bytes:
    """An archive of parts by their places."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for place, content in parts.items():
            archive.writestr(place, content)
    return file.getvalue()


def word_file(body: str, styles: str = "", numbering: str = "") -> bytes:
    """A document with ``body``, and with the styles and lists where they are given."""
    parts: dict[str, str | bytes] = {
        "_rels/.rels": relations({"officeDocument": "word/document.xml"}),
        "word/document.xml": part("document", f"<w:body>{body}<w:sectPr/></w:body>"),
        "word/_rels/document.xml.rels": relations({"styles": "styles.xml", "numbering": "numbering.xml"}),
    }
    if styles:
        parts["word/styles.xml"] = part("styles", styles)
    if numbering:
        parts["word/numbering.xml"] = part("numbering", numbering)
    return zipped(parts)


def p(*runs: str, properties: str = "") -> str:
    """A paragraph; what is no markup is a run of text."""
    inside = "".join(one if one.startswith("<") else r(one) for one in runs)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inside}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run of text."""
    said = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{said}<w:t xml:space="preserve">{text}</w:t></w:r>'


def tc(*blocks: str, properties: str = "") -> str:
    """A cell; what is no markup is a paragraph."""
    inside = "".join(one if one.startswith("<") else p(one) for one in blocks) or "<w:p/>"
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    """A row; what is no markup is a cell of text."""
    inside = "".join(one if one.startswith("<") else tc(one) for one in cells)
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{inside}</w:tr>"


def tbl(*rows: str) -> str:
    """A table."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def style(name: str, inside: str, based_on: str = "", default: str = "") -> str:
    """A paragraph style whose id and name are ``name``."""
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return f'<w:style w:type="paragraph" w:styleId="{name}"{default}><w:name w:val="{name}"/>{base}{inside}</w:style>'


def level(depth: int, form: str, text: str, more: str = "", start: int = 1) -> str:
    """A level of a list."""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def definition(number: int, *levels: str) -> str:
    """What lists are defined by."""
    return f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'


def listed(number: int, defined_by: int, overrides: str = "") -> str:
    """A list."""
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{defined_by}"/>{overrides}</w:num>'


def in_list(number: int, depth: int = 0) -> str:
    """The place of a paragraph in a list."""
    return f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
