"""The text as the structure layer reads it: width-folded, page furniture blanked, offsets unchanged."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from checker.model.document import Span
from checker.model.record import NamedTuple
from checker.patterns import compiled

if TYPE_CHECKING:
    from checker.model.document import Document

_TITLED = r"《(?:[^《》\n]|《[^《》\n]{0,80}》){0,160}》|<[^<>\n]{2,80}>|〈[^〈〉\n]{2,80}〉|“[^“”\n]{1,40}”|〔[^〔〕\n]{1,9}〕|\[\d{4}\]|https?:[\w./?=&%:-]+"
_SENTENCE = r"[^。;!?\n]{1,800}[。;!?]?|[。;!?]"  # bounded: what is looked up in a sentence stays linear


class Source(NamedTuple):
    """``text`` is folded, with everything outside the extent blanked to line feeds; all offsets are the document's.

    ``prose`` has, besides, the inside of titles 《》, quotations “”, document numbers and addresses blanked to ``~``, so that
    a pattern for what the writer says does not meet what the writer names.
    """

    document: Document
    text: str
    prose: str
    extent: Span
    sentences: tuple[Span, ...]

    def in_table(self, offset: int) -> bool:
        """Tell whether ``offset`` lies in a table of the file."""
        return self.document.in_table(offset)

    def sentence_at(self, offset: int) -> Span:
        """Give the sentence that holds ``offset``."""
        index = bisect_right(self.sentences, offset, key=lambda one: one.start) - 1
        return self.sentences[max(index, 0)] if self.sentences else Span(offset, offset)

    def quote(self, span: Span) -> str:
        """Give the document's own words."""
        return self.document.text[span.start : span.end]


def source_of(document: Document, folded: str, extent: Span, holes: tuple[Span, ...]) -> Source:
    """Blank what is outside ``extent`` or inside ``holes`` (spans of page furniture, in order) and cut sentences."""
    pieces = ["\n" * extent.start]
    at = extent.start
    for hole in holes:
        if extent.start <= hole.start and hole.end <= extent.end:
            pieces += [folded[at : hole.start], "\n" * (hole.end - hole.start)]
            at = hole.end
    text = "".join([*pieces, folded[at : extent.end], "\n" * (len(folded) - extent.end)])
    prose = compiled(_TITLED).sub(lambda match: _hollow(match.group()), text)
    return Source(document, text, prose, extent, tuple(_sentences(prose)))


def _hollow(words: str) -> str:
    return words[0] + "~" * (len(words) - 2) + words[-1] if len(words) > 1 else "~"


def _sentences(prose: str) -> list[Span]:
    found = []
    for match in compiled(_SENTENCE).finditer(prose):
        words = match.group()
        start = match.start() + len(words) - len(words.lstrip())
        if start < match.end():
            found.append(Span(start, match.start() + len(words.rstrip())))
    return found
