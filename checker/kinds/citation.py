"""Laws and notices are cited with their own numbers and articles, and those cited are the ones of the report's time."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Literal

from checker.model.document import Span
from checker.model.record import NamedTuple
from checker.model.result import Broken, Fix, Held
from checker.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from checker.model.report import Article, Citation, Report
    from checker.model.result import Observation

_DIGITS = r"\d+"
_NUMBER_YEAR = r"〔(\d{4})〕"
_FOLLOWED = r"(?:贯彻|落实|执行|遵守|遵照|遵循|依照|根据|依据|按照|对照)[^。;,\n]{0,24}\Z"
_FOLLOWED_REACH = 32
_INTRODUCTION_AT_MOST = 1500
_EARLIER_REPORT = r"(?:((?:19|20)\d{2})年|上一?年|去年)度?[^。,;\n]{0,20}(?:报告|年报)"
_ONES = "零一二三四五六七八九"


class Instrument(NamedTuple):
    """A law or notice: its number, a pattern for its whole title, and the articles of it that matter, in a fixed order.

    ``since``: the first report year for which it is the right one; 0 for what never is. ``issued``: its date, YYYY-MM-DD.
    ``about``: its number stands for it only without a title, or with a title in which this pattern is found.
    ``last``: the number of its last article.
    """

    number: str
    title: str = ""
    since: int = 0
    issued: str = ""
    articles: Sequence[int] = ()
    about: str = ""
    last: int = 0


class Params(NamedTuple):
    """``instruments`` as in ``Instrument``: those that followed one another, and those mistaken for them.

    ``check``: ``number`` holds a number against the title it stands with; ``era`` asks that what the report rests on is not
    an earlier or another instrument than that of the report year, unless that one is cited too; ``articles`` asks the same
    of article numbers, and of those beyond the last article wherever they stand; ``issued`` asks that what is cited existed
    when the report was published, ``future`` that no document number bears a later year. ``unless``: a citation is excused
    when this pattern stands in its sentence. ``introduction``: before the first heading the report also rests on what it
    says it follows (落实, 执行) in a sentence with this pattern.
    """

    check: Literal["number", "era", "articles", "issued", "future"]
    instruments: tuple[Mapping[str, str | int | Sequence[int]], ...] = ()
    unless: str = ""
    introduction: str = ""


def placeholders(params: Params) -> frozenset[str]:
    """``words`` pointed at, what was ``expected``, the ``report_year``; ``title`` of a number, ``issued`` of an instrument, the ``latest`` year."""
    _instruments(params)  # a key that no instrument has is a mistake in the rule file
    more = {"number": {"title"}, "issued": {"issued"}, "future": {"latest"}}.get(params.check, set())
    return frozenset({"words", "expected", "report_year", *more})


def observe(params: Params, report: Report) -> Iterator[Observation]:
    """Judge every citation that the check is about; a report that cites nothing says nothing wrong."""
    if report.year is None:
        return
    instruments = _instruments(params)
    right = max((one for one in instruments if 0 < one.since <= report.year), key=lambda one: one.since, default=None)
    judge = _CHECKS[params.check]
    told = params.check == "era" and right is not None and _cites(report, right, instruments)
    broken = [
        found
        for one in (() if told else _cited(params, report))
        if (found := judge(report, one, instruments, right)) and not _excused(params, report, one)
    ]
    yield from broken
    if not broken:
        yield Held(len(report.citations))


def _instruments(params: Params) -> tuple[Instrument, ...]:
    return tuple(Instrument(**one) for one in params.instruments)  # type: ignore[arg-type]


def _cited(params: Params, report: Report) -> Iterator[Citation]:
    headings = [one.start for one in report.outline if one.style != "item"]
    end = min(headings[0], report.extent.start + _INTRODUCTION_AT_MOST) if params.introduction and headings else 0
    for one in report.citations:
        yield one._replace(basis=one.basis or (one.start < end and _is_followed(params, report, one)))


def _is_followed(params: Params, report: Report, cited: Citation) -> bool:
    sentence = report.sentence_at(cited.start)
    before = max(cited.start - _FOLLOWED_REACH, sentence.start)
    followed = compiled(_FOLLOWED).search(report.prose, before, cited.start)
    return bool(followed and compiled(params.introduction).search(report.folded, sentence.start, sentence.end))


def _excused(params: Params, report: Report, cited: Citation) -> bool:
    """Excuse what the sentence says of an earlier report, which followed the law of its own time, or ``unless`` names."""
    sentence = report.sentence_at(cited.start)
    if params.unless and compiled(params.unless).search(report.folded, sentence.start, sentence.end):
        return True
    found = compiled(_EARLIER_REPORT).finditer(report.prose, sentence.start, sentence.end)
    of_earlier = any(match[1] is None or int(match[1]) < (report.year or 0) for match in found)
    return of_earlier and params.check in ("era", "articles")


def _number(
    report: Report, cited: Citation, instruments: Sequence[Instrument], right: Instrument | None
) -> Broken | None:
    """The right one for a title that several have is that of the report year."""
    named = [one for one in instruments if one.title and compiled(one.title).fullmatch(cited.title)]
    numbers = {one.number for one in named}
    if not cited.number or cited.number in numbers or _series(cited.number) not in map(_series, numbers):
        return None
    own = right if right in named else named[0]
    if len(_digits_of(report, cited)) != len(compiled(_DIGITS).findall(own.number)):
        return None  # damaged in copying: not what the author wrote
    of_another = any(one.number == cited.number for one in instruments)  # then the title may be what is wrong
    fixes = () if of_another else _renumbered(report, cited, own)
    return _broken(report, cited, own.number, fixes, title=cited.title)


def _era(report: Report, cited: Citation, instruments: Sequence[Instrument], right: Instrument | None) -> Broken | None:
    meant = _meant(cited, instruments)
    if not cited.basis or right is None or meant is None or meant.since >= right.since:
        return None
    return _broken(report, cited, right.number, _renumbered(report, cited, right))


def _issued(
    report: Report, cited: Citation, instruments: Sequence[Instrument], right: Instrument | None
) -> Broken | None:
    meant = _meant(cited, instruments)
    if meant is None or not meant.issued or not _published_before(report, meant):
        return None
    fixes = _renumbered(report, cited, right) if right else ()
    return _broken(report, cited, right.number if right else "", fixes, issued=meant.issued)


def _articles(
    report: Report, cited: Citation, instruments: Sequence[Instrument], right: Instrument | None
) -> Broken | None:
    if right is None or not compiled(right.title).fullmatch(cited.title):
        return None
    if cited.number not in ("", right.number):
        return None
    counterparts = {
        number: own
        for other in instruments
        if other is not right and (other.since < right.since or _published_before(report, other))
        for number, own in zip(other.articles, right.articles, strict=True)
    }
    wrong = [
        (one, counterparts[one.number])
        for one in cited.articles
        if one.number in counterparts and (cited.basis or 0 < right.last < one.number)
    ]
    if not wrong:
        return None
    fixes = tuple(Fix(Span(one.start, one.end), _in_style(report, one, own)) for one, own in wrong)
    expected = "、".join(f"第{_han(own)}条" for _, own in wrong)
    span = _whole(report.folded, wrong[0][0].start, wrong[-1][0].end)
    values = _values(report, span, expected)
    return Broken((span,), values, suggestion=expected, fixes=fixes)


def _future(
    report: Report,
    cited: Citation,
    instruments: Sequence[Instrument],
    right: Instrument | None,  # noqa: ARG001 - the shape of a check
) -> Broken | None:
    """A report is out in the year after its own, or when its page or signature says; ``instruments`` go by their dates."""
    year = compiled(_NUMBER_YEAR).search(cited.number)
    latest = max((report.year or 0) + 1, *(one.value.year for one in (report.published, report.signed) if one), 0)
    dated = any(one.number == cited.number for one in instruments)
    if year is None or dated or int(year[1]) <= latest or len(_digits_of(report, cited)) < 2:
        return None
    return _broken(report, cited, "", (), latest=str(latest))


_CHECKS: Mapping[str, Callable[[Report, Citation, Sequence[Instrument], Instrument | None], Broken | None]] = {
    "number": _number,
    "era": _era,
    "articles": _articles,
    "issued": _issued,
    "future": _future,
}


def _meant(cited: Citation, instruments: Sequence[Instrument]) -> Instrument | None:
    """Tell which instrument is cited: by its number, or where there is none by a title that is its alone."""
    if cited.number:
        return next((one for one in instruments if one.number == cited.number and _fits(one, cited.title)), None)
    titled = [one for one in instruments if one.title and compiled(one.title).fullmatch(cited.title)]
    return titled[0] if len(titled) == 1 else None


def _fits(instrument: Instrument, title: str) -> bool:
    return not title or not instrument.about or bool(compiled(instrument.about).search(title))


def _cites(report: Report, right: Instrument, instruments: Sequence[Instrument]) -> bool:
    """Tell whether the report cites ``right`` anywhere, be it with a damaged number."""
    digits = r"\D{0,3}".join(compiled(_DIGITS).findall(right.number))
    if compiled(rf"(?<!\d){digits}(?!\d)").search(report.folded, report.extent.start, report.extent.end):
        return True
    return any(not one.number and _meant(one, instruments) is right for one in report.citations)


def _published_before(report: Report, instrument: Instrument) -> bool:
    """Tell whether the report was out before ``instrument``; without a date it is taken to be out by the next June."""
    year = report.year or 0
    dates = [one.value for one in (report.published, report.signed) if one and one.value >= date(year, 12, 1)]
    return bool(instrument.issued) and max(dates, default=date(year + 1, 6, 30)) < date.fromisoformat(instrument.issued)


def _series(number: str) -> str:
    return compiled(_DIGITS).sub("", number)


def _renumbered(report: Report, cited: Citation, right: Instrument) -> tuple[Fix, ...]:
    """Put the digits of the right number where those of the wrong one stand, unless the title is another's."""
    if cited.title and not (right.title and compiled(right.title).fullmatch(cited.title)):
        return ()
    places, digits = _digits_of(report, cited), compiled(_DIGITS).findall(right.number)
    if len(places) != len(digits) or _series(cited.number) != _series(right.number):
        return ()
    return tuple(Fix(place, new) for place, new in zip(places, digits, strict=True))


def _digits_of(report: Report, cited: Citation) -> tuple[Span, ...]:
    """Give the places of a number's year and ordinal; fewer where copying joined them (〔202130号)."""
    numbered = cited.numbered or Span(cited.start, cited.start)
    found = compiled(_DIGITS).finditer(report.folded, numbered.start, numbered.end)
    return tuple(Span(*one.span()) for one in found)


def _broken(report: Report, cited: Citation, expected: str, fixes: tuple[Fix, ...], **more: str) -> Broken:
    span = cited.numbered or Span(cited.start, cited.end)
    return Broken((span,), _values(report, span, expected) | more, suggestion=expected or None, fixes=fixes)


def _values(report: Report, span: Span, expected: str) -> dict[str, str | int]:
    return {"words": report.text[span.start : span.end], "expected": expected, "report_year": report.year or 0}


def _whole(text: str, start: int, end: int) -> Span:
    """Take in the 第 before the first numeral and the 条 behind the last."""
    before, behind = text[max(start - 2, 0) : start], text[end : end + 2]
    return Span(start - len(before) + before.rfind("第") if "第" in before else start, end + behind.find("条") + 1)


def _in_style(report: Report, article: Article, number: int) -> str:
    written = report.text[article.start : article.end]
    return str(number) if written.isdecimal() else _han(number)


def _han(number: int) -> str:
    """Write an article number below 100 in Han numerals (四十九)."""
    tens, ones = divmod(number, 10)
    return ("" if tens < 2 else _ONES[tens]) + ("十" if tens else "") + (_ONES[ones] if ones or not tens else "")
