"""Text that copying damaged: digits, 年, 月 or 日 lost from dates, brackets lost from document numbers, characters of no text."""

from __future__ import annotations

from itertools import groupby, islice
from typing import TYPE_CHECKING

from checker.model.document import Span
from checker.model.report import Damage
from checker.patterns import compiled
from checker.structure.attachment import attached_table
from checker.structure.damageddates import damaged_dates, damaged_lines, damaged_signature
from checker.structure.garbledtext import garbled_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.structure.source import Source

_YEAR = r"(?:19|20)[0-9]{2}"
_ISSUED = "[发函办字规文秘电令]"  # what stands before the bracket: 国办发〔, 皖政秘〔
# The look-aheads let the engine skip other characters quickly.
_DOCUMENT_NUMBER = rf"""(?x)(?=[〔\[(0-9])(?:
    (?:〔|(?<=[一-龥])\[|(?<={_ISSUED})\()\ ?{_YEAR}\ ?[0-9]{{0,4}}\ ?号 | 〔\ ?号
  | (?<=[一-龥]{_ISSUED}){_YEAR}\ ?[〕\]]\ ?[0-9]{{1,4}}\ ?号
  | (?<=[一-龥]{{2}}[发函字规]){_YEAR}[0-9]{{1,4}}号
  | 〔(?:{_YEAR})?〕\ ?号
  | 〔{_YEAR}〕\ ?[0-9]{{1,4}}(?=[)》。]|文件|通知|要求|精神)
  | 〔〕\ ?[0-9]{{1,4}}\ ?号 | 〔{_YEAR}[0-9]{{1,4}}(?=[)》。,\n]|\Z)
)"""
_PLACES_AT_MOST = 20  # a text that is damaged throughout is told by its first places
_SHOWN = 6  # characters of context on each side of a character of no text
_SHOWN_AT_MOST = 60
_ABBREVIATION = 9  # characters


def damages_of(source: Source) -> tuple[Damage, ...]:
    """Collect the damaged places in reading order."""
    found = [
        *(Damage(*span, "date") for span in _dates(source)),
        *(Damage(*span, "document_number") for span in _numbers(source)),
        *(Damage(*span, "text") for span in _unreadable(source)),
    ]
    return tuple(sorted(found))


def _dates(source: Source) -> Iterator[Span]:
    attached = attached_table(source)
    within = (attached.start, attached.end) if attached else (0, 0)
    found = {span for span in damaged_dates(source) if not within[0] <= span.start < within[1]}
    found.update(damaged_lines(source))  # a signature may stand below the title of the attached table
    signature = damaged_signature(source, attached.start if attached else source.extent.end)
    yield from _apart([*found, signature] if signature else found)


def _apart(spans: Iterable[Span]) -> Iterator[Span]:
    """Join what overlaps."""
    last: Span | None = None
    for span in sorted(spans):
        if last and span.start < last.end:
            last = Span(last.start, max(last.end, span.end))
            continue
        if last:
            yield last
        last = span
    if last:
        yield last


def _numbers(source: Source) -> Iterator[Span]:
    for match in compiled(_DOCUMENT_NUMBER).finditer(source.text, source.extent.start, source.extent.end):
        if not source.in_table(match.start()):
            yield Span(_word_start(source.text, match.start()), match.end())


def _word_start(text: str, at: int) -> int:
    """Give the start of the letters before a number, of which an issuer's abbreviation has a few."""
    before = compiled(r"[一-龥]*+\Z").search(text, max(0, at - _ABBREVIATION), at)
    return before.start() if before else at


def _unreadable(source: Source) -> Iterator[Span]:
    """Find characters of no text, those of one sentence as one place, with the words around them."""
    by_sentence = groupby(sorted(set(garbled_text(source))), key=lambda one: source.sentence_at(one.start))
    for sentence, places in islice(by_sentence, _PLACES_AT_MOST):
        spans = list(places)
        start = min(max(sentence.start, spans[0].start - _SHOWN), spans[0].start)
        end = max(spans[-1].end, min(sentence.end, spans[-1].end + _SHOWN))
        yield Span(start, min(end, max(spans[0].end, start + _SHOWN_AT_MOST)))
