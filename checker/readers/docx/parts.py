"""The parts of a Word document, found by their relations (ISO/IEC 29500-2) and parsed."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from lxml import etree

from checker.readers.docx import refusals
from checker.readers.docx.archive import Archive, place_of
from checker.readers.docx.vocabulary import COMMON, DOCUMENT, STRICT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element as Element

_MOST_TAGS = 1_000_000  # a hundred bytes of memory for every one of them, which may be a few in the archive
_DOCTYPE = b"<!DOCTYPE"
_HEAD = 4_096
_USUAL = "word/document.xml"
_OTHERS = {"xl/workbook.xml": "xlsx", "ppt/presentation.xml": "pptx", "ofd.xml": "OFD", "content.xml": "odt"}


class Parts:
    """A Word document's parts; every method raises ReadError."""

    def __init__(self, data: bytes, name: str) -> None:
        """Open the file called ``name``."""
        self._name = name
        self._archive = Archive(data, name)
        self._parser = etree.XMLParser(
            resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
        )
        self._main = self._relations("").get("officedocument", _USUAL)
        self._places = self._relations(self._main)

    def document(self) -> Element:
        """Parse the main part."""
        root = self._parse(self._main) if self._main in self._archive else None
        if root is None or root.tag != DOCUMENT:
            kind = next((kind for place, kind in _OTHERS.items() if place in self._archive), "zip")
            raise refusals.no_document(self._name, kind)
        return root

    def related(self, kind: str) -> Element | None:
        """Parse the ``styles`` or the ``numbering`` of the main part; None where it has none."""
        place = self._places.get(kind, posixpath.join(posixpath.dirname(self._main), f"{kind}.xml"))
        return self._parse(place) if place in self._archive else None

    def _relations(self, of: str) -> Mapping[str, str]:
        """Give the places that a part relates to, or the whole package does, by the last word of the relation's name."""
        folder, file = posixpath.split(of)
        relations = posixpath.join(folder, "_rels", f"{file}.rels")
        if relations not in self._archive:
            return {}
        return {
            one.get("Type", "").rpartition("/")[2].lower(): place_of(
                posixpath.normpath(posixpath.join("/", folder, one.get("Target", "")))
            )
            for one in self._parse(relations)
            if one.get("TargetMode") != "External"
        }

    def _parse(self, place: str) -> Element:
        data = self._archive.read(place)
        if data.count(b"<") > _MOST_TAGS:
            raise refusals.beyond_measure(self._name)
        if _DOCTYPE in data:
            raise refusals.with_doctype(self._name, place)
        if STRICT in data[:_HEAD]:
            data = data.replace(STRICT, COMMON)
        try:
            root = etree.fromstring(data, self._parser)
        except (etree.XMLSyntaxError, ValueError):
            raise refusals.malformed(self._name, place) from None
        if root.getroottree().docinfo.internalDTD is not None:  # in another encoding
            raise refusals.with_doctype(self._name, place)
        return root
