"""The issuer's name with a slip in it: characters lost, doubled, swapped or changed."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from checker.model.document import Span
from checker.model.record import NamedTuple
from checker.model.rule import Organ
from checker.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.model.report import Issuer, Report

_LEAST, _MOST = 5, 40  # characters of a name that can be told from another
_ZONES = ("实验区", "开发区", "示范区", "保税区", "度假区", "试验区")
_LEFT_OUT = frozenset("和与及、省市州盟县区旗镇乡社分总大支")  # short forms leave these out
_CHANGED = frozenset("和与及、省市州盟县区旗镇乡局委厅办处所站一二三四五六七八九十东南西北中")
_MARKET = frozenset("场政容民域")  # 某市市场监督管理局
_LONG_FIELD = 5
_AS_ISSUER = r"(?:联系|编制|门户网站|网站|公布|地址|电话)"
_AROUND = 24


class Variant(NamedTuple):
    """A misspelt name at ``span``, and the right one."""

    span: Span
    right: str


def misspellings(report: Report) -> Iterator[Variant]:
    """Find the issuer's name with one slip; where the slip is the more frequent, the other spelling is pointed at."""
    name = full_name(report.issuer)
    if not _LEAST <= len(name) <= _MOST:
        return
    hits = sorted(_hits(name, report))
    words = Counter(report.folded[hit.start : hit.end] for hit in hits)
    most, times = words.most_common(1)[0] if words else ("", 0)
    exact = [Span(at, at + len(name)) for at in _places(name, report.folded)]
    if times > max(len(exact), 1):
        yield from (Variant(span, most) for span in exact)
        return
    yield from (Variant(hit, name) for hit in hits)


def full_name(issuer: Issuer) -> str:
    """Give the name with its organ: titles of governments often name the place alone."""
    if issuer.organ is Organ.GOVERNMENT and issuer.region and issuer.name.endswith(issuer.region[-1]):
        return issuer.name + "人民政府"
    return issuer.name


def _hits(name: str, report: Report) -> set[Span]:
    """One slip leaves one half of the name as it is, unless it lies across the middle: look beside the places of both."""
    text, slips, half = report.folded, _slips(name), len(name) // 2
    starts = [at for at in _places(name[:half], text) if not text.startswith(name, at)]
    ends = [at + len(name) - half for at in _places(name[half:], text)]
    ends = [end for end in ends if not text.endswith(name, 0, end)]
    near = [Span(at, at + length) for at in starts for length in _lengths(len(name))]
    near += [Span(end - length, end) for end in ends for length in _lengths(len(name)) if length <= end]
    across = [Span(at, at + len(words)) for words in _across(name) for at in _places(words, text)]
    return {span for span in near if _is_slip(span, name, slips, report)}.union(across)


def _lengths(size: int) -> tuple[int, ...]:
    return (size, size - 1, size + 1, size - 2)


def _is_slip(span: Span, name: str, slips: frozenset[str], report: Report) -> bool:
    words = report.folded[span.start : span.end]
    return words in slips or (len(words) == len(name) and _is_changed(words, name, span, report))


def _is_changed(words: str, name: str, span: Span, report: Report) -> bool:
    """One other character: in a long name of a field, or in the place where the organ stands as the issuer."""
    at = next((index for index, (one, other) in enumerate(zip(words, name, strict=True)) if one != other), 0)
    if not 0 < at < len(name) - 1 or words[at + 1 :] != name[at + 1 :] or not compiled("[一-鿿]").match(words[at]):
        return False
    place = report.issuer.region[-1] if report.issuer.region else ""
    field_at = name.rfind(place) + len(place) if place else len(name)
    if at >= field_at:
        return len(name) - field_at > _LONG_FIELD and not {words[at], name[at]} & _CHANGED
    around = report.folded[max(span.start - _AROUND, 0) : span.end + _AROUND]
    return at < field_at - 1 and compiled(_AS_ISSUER).search(around) is not None


def _places(words: str, text: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + len(words))


@lru_cache(maxsize=4)
def _slips(name: str) -> frozenset[str]:
    inner = range(1, len(name) - 1)
    lost = {
        name[:at] + name[at + 1 :] for at in inner if name[at] not in _LEFT_OUT or name.startswith("人民政府", at + 1)
    }
    doubled = {name[: at + 1] + name[at:] for at in inner if not (name[at] == "市" and name[at + 1] in _MARKET)}
    swapped = {name[:at] + name[at + 1] + name[at] + name[at + 2 :] for at in inner}
    return frozenset((lost | doubled | swapped | _cut(name)) - {name})


def _cut(name: str) -> set[str]:
    """The type of a zone cut short: 综合区 for 综合实验区."""
    return {name.replace(zone, "区") for zone in _ZONES if zone in name[1:]}


def _across(name: str) -> set[str]:
    middle = len(name) // 2
    swapped = name[: middle - 1] + name[middle] + name[middle - 1] + name[middle + 1 :]
    return (_cut(name) | {swapped}) - {name}
