"""Characters of no text: what is left where a decoder, a converter or a word filter met what it could not write."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from checker.model.document import Span
from checker.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.structure.source import Source

# What a decoder puts for bytes that it cannot read, GBK read as UTF-8 and as Latin-1, a PDF's glyphs without a character,
# private-use characters (but those of symbol fonts, which are bullets), UTF-8 read byte by byte, squares for characters
# that a font lacks. The look-ahead lets the engine skip other characters quickly.
_TEXT = r"""(?x)(?=[\ufffd锟烫屯锛銆鈥(?*□■\ue000-\uf8ff\x01-\x1f\u00a1-\u00ff])(?:
    \ufffd+ | 锟斤拷 | 烫烫烫 | 屯屯屯 | [锛銆鈥][^\n]{0,40}[锛銆鈥] | \(cid:[0-9]{1,5}\)
  | [\ue000-\uefff\uf100-\uf8ff]{2,} | [\x01-\x08\x0e-\x1f]+ | (?<=[一-龥])\?{3,}(?=[一-龥])
  | [ÃÂ][\u0080-\u00bf] | (?:[ãäåæçèé][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{1,2}){2,}
  | [\u00a1-\u00b6\u00b8-\u00d6\u00d8-\u00ff]{4,}
  | (?<=[一-龥])[□■]{2,}(?=[一-龥])(?![年月日号省市县区先女同])
  | (?<=主动|政府|政务|公开|信息|申请|行政|工作)\*{3,}(?=[一-龥]) | (?<=[一-龥])\*{3,}(?:信息|公开|政府|息公开|府信息|请公开|处理费|指南|目录)
)"""
# Sounds written behind characters, and how many it takes: 據(jù) or 埇(yǒng) once may be the author's.
_SOUNDS = (
    (r"(?<=[一-鿿])\([a-zü]{0,4}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zü]{0,3}\)", 2),
    (r"(?<=[一-鿿])\((?:[zcs]h|[b-df-hj-np-tw-z])?[aeiouv]{1,3}(?:ng|n|r)?\)", 6),
)
# Markup that a converter left in the words; & alone may stand in an address.
_ENTITY = r"(?:&(?:nbsp|ensp|emsp|lt|gt|quot|[lr][sd]quo|hellip|mdash|middot|#[0-9]{2,5}|#x[0-9a-fA-F]{2,4});){1,40}"
_ENTITIES_AT_MOST = 3  # one converter, one mistake
# Half the characters of Chinese in UTF-8 begin, read as GBK, with one of the old forms of metal and gate (鏀, 鍏, 闂).
_MISREAD_LEAD = r"[\u92e9-\u95cb](?=[^\x00-\x7f]{2})"
_MISREAD = 6  # characters: four of UTF-8 read as six of GBK


def garbled_text(source: Source) -> Iterator[Span]:
    """Find the places, each without the words around it, in no order."""
    text, extent = source.text, source.extent
    yield from (Span(*match.span()) for match in compiled(_TEXT).finditer(text, *extent))
    for pattern, enough in _SOUNDS:
        sounds = [Span(*match.span()) for match in compiled(pattern).finditer(text, *extent)]
        yield from sounds if len(sounds) >= enough else []
    entities = (one for one in compiled(_ENTITY).finditer(text, *extent) if not source.in_table(one.start()))
    yield from (Span(*match.span()) for match in islice(entities, _ENTITIES_AT_MOST))
    yield from _misread(source)


def _misread(source: Source) -> Iterator[Span]:
    for match in compiled(_MISREAD_LEAD).finditer(source.text, *source.extent):
        for at in (match.start(), match.start() - _MISREAD // 2):
            if at >= source.extent.start and _is_misread(source.text[at : at + _MISREAD]):
                yield Span(at, at + _MISREAD)
                break


def _is_misread(words: str) -> bool:
    """Tell whether the bytes of ``words`` in GBK are Chinese in UTF-8: 鏀垮簻淇℃伅 for 政府信息."""
    try:
        read = words.encode("gbk").decode("utf-8")
    except UnicodeError:
        return False
    return all("一" <= one <= "龥" for one in read)
