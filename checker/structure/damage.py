"""Text that copying damaged: digits, 年, 月 or 日 lost from dates, brackets lost from document numbers, characters of no text."""

from __future__ import annotations

from itertools import groupby, islice
from typing import TYPE_CHECKING

from checker.model.document import Span
from checker.model.report import Damage
from checker.patterns import compiled
from checker.structure.attachment import attached_table
from checker.structure.damageddates import damaged_dates, damaged_signature

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
# What a decoder puts for bytes that it cannot read, GBK read as UTF-8 and the other way round, a PDF's glyphs without a
# character, private-use characters (but those of symbol fonts, which are bullets), UTF-8 read byte by byte.
_TEXT = r"""(?x)(?=[\ufffd锟烫屯锛銆鈥(?*\ue000-\uf8ff\x01-\x1f\u00c2-\u00e9])(?:
    \ufffd+ | 锟斤拷 | 烫烫烫 | 屯屯屯 | [锛銆鈥][^\n]{0,40}[锛銆鈥] | \(cid:[0-9]{1,5}\)
  | [\ue000-\uefff\uf100-\uf8ff]{2,} | [\x01-\x08\x0e-\x1f]+ | (?<=[一-龥])\?{3,}(?=[一-龥])
  | [ÃÂ][\u0080-\u00bf] | (?:[ãäåæçèé][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{1,2}){2,}
  | (?<=主动|政府|政务|公开|信息|申请|行政|工作)\*{3,}(?=[一-龥]) | (?<=[一-龥])\*{3,}(?:信息|公开|政府|息公开|府信息|请公开)
)"""
# Sounds written behind characters, and how many it takes: 據(jù) or 埇(yǒng) once may be the author's.
_SOUNDS = (
    (r"(?<=[一-鿿])\([a-zü]{0,4}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zü]{0,3}\)", 2),
    (r"(?<=[一-鿿])\((?:[zcs]h|[b-df-hj-np-tw-z])?[aeiouv]{1,3}(?:ng|n|r)?\)", 6),
)
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
    found = [Span(*match.span()) for match in compiled(_TEXT).finditer(source.text, *source.extent)]
    for pattern, enough in _SOUNDS:
        sounds = [Span(*match.span()) for match in compiled(pattern).finditer(source.text, *source.extent)]
        found += sounds if len(sounds) >= enough else []
    by_sentence = groupby(sorted(found), key=lambda one: source.sentence_at(one.start))
    for sentence, places in islice(by_sentence, _PLACES_AT_MOST):
        spans = list(places)
        start = min(max(sentence.start, spans[0].start - _SHOWN), spans[0].start)
        end = max(spans[-1].end, min(sentence.end, spans[-1].end + _SHOWN))
        yield Span(start, min(end, max(spans[0].end, start + _SHOWN_AT_MOST)))
