"""Instruments cited in the report: 《…条例》（国务院令第711号）, 国办公开办函〔2021〕30号, and their articles."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from checker.model.document import Span
from checker.model.record import NamedTuple
from checker.model.report import Article, Citation
from checker.patterns import compiled
from checker.text import HAN_NUMERAL, parse_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.structure.source import Source

_TITLE = r"《~++》|〈~++〉|<~++>"  # in prose, where the inside of a title is hollowed out
_UNMARKED = r"(?<![省市区县州])(?:中华人民共和国)?政府信息公开条例"
_SHORT_FOR = r"(?:简称|统称|下称)[:为]?\s?[“\"]?$"
_SHORT_AT_MOST = 12
_DECREE = r"(?:国务院令|国令)[\s,]{0,2}[(〔\[]?\s?第?\s?(?P<one>\d{1,4})\s?号|国务院\s?第\s?(?P<two>\d{1,4})\s?号令"
_NOTICE = r"(?:[〔\[(【]\s?(?P<year>(?:19|20)\d{2})\s?[〕\])】]?|(?P<bare>(?:19|20)\d{2})\s?[〕\])】])\s?第?\s?(?P<no>\d{1,5})\s?号"
_ISSUER = r"[一-鿿]{1,14}\s?$"
_NATIONAL_OFFICE = r"国办(?:[^发函\s]{0,4}公开|公开)办?[函涵]?\s?$"
_NATIONAL = r"国(?:办[发函]|[发函])\s?$"
_NOT_ISSUER = r"^.{0,12}(?:根据|依据|按照|依照|落实|贯彻|转发|以及|和|及|与)(?=.)"
_BEHIND_TITLE = (
    r" {0,2}(?:\([^()《》。;\n]{0,40}\) ?)?(?:[(〔\[][^()《》。;\n]{0,60})?"  # (2007年4月5日国务院令第492号公布,…
)
_BEHIND_SHORT = r"[”\"]?(?:\) ?\(|[,;、 ]{0,2})[^()《》。;\n]{0,20}"
_BEFORE_TITLE = r" ?(?:公布|颁布|发布|印发|下发|文件)?的? ?"
_BRACKETED = r"\s?(?:\((?:[^()\n]|\([^()\n]{0,20}\)){0,120}\))?\s?[的中之]?\s?"
_NUMERAL = rf"(?:\d{{1,3}}|{HAN_NUMERAL}{{1,6}})"
_ARTICLE = rf"第\s?{_NUMERAL}(?:[、和及与]第?{_NUMERAL}){{0,4}}\s?条(?:第{_NUMERAL}款)?(?:第\(?{_NUMERAL}\)?项)?"
_ARTICLES = rf"{_ARTICLE}(?:[、,和及与至]{{0,2}}{_ARTICLE}){{0,5}}"
_ARTICLE_NUMERAL = rf"(?:第\s?|[、和及与])({_NUMERAL})(?=\s?条|[、和及与]第?{_NUMERAL})"
_RESTS_ON = r"根据|依据|按照|依照|遵照|遵循|按(?=[《国])"
_MADE = (
    r"(?:编制|编成|编写|编报|编发|撰写|起草|形成|制作|制定|公布|发布|公开|现将|现就)[^。;\n]{0,120}(?:年度报告|年报|本报告)"
    r"|(?:本|年度)(?:年度)?(?:报告|年报)[^。;\n]{0,300}(?:编制|编成|编写|编报|编发|撰写|起草|形成|制作|制定)"
    r"|现[将就][^。;\n]{0,120}(?:报告|公布|公开|汇报)(?:如下|于下)"
)


class _Title(NamedTuple):
    """A title in the text: its range, the title in full, and the start of the title that it abbreviates here."""

    start: int
    end: int
    title: str
    short_of: int | None = None


class _Number(NamedTuple):
    start: int
    end: int
    number: str


def citations_of(source: Source) -> tuple[Citation, ...]:
    """Collect the citations of laws and notices in reading order; tables and titles within titles are left out."""
    titles = list(_titles(source))
    numbered: dict[int, list[_Number]] = {}
    found = []
    for number in sorted((*_decrees(source), *_notices(source))):
        owner = _title_of(source.text, number, titles)
        if owner is None:
            found.append(_cited(source, Span(number.start, number.end), "", number, number.end))
        else:
            numbered.setdefault(owner, []).append(number)
    for title in titles:
        if title.short_of is None:
            found += _titled(source, title, numbered.get(title.start, []))
    return tuple(_with_basis(source, sorted(found, key=lambda one: (one.start, one.end))))


def _titles(source: Source) -> Iterator[_Title]:
    meaning: dict[str, str] = {}
    last: _Title | None = None
    for match in compiled(f"{_TITLE}|{_UNMARKED}").finditer(source.prose, source.extent.start, source.extent.end):
        start, end = match.span()
        if source.in_table(start):
            continue
        words = "".join(source.text[start:end].strip("《》〈〉<>").split())
        if last and _explains(source.text, last, start):
            short = _Title(start, end, last.title, last.start if last.short_of is None else last.short_of)
            meaning[words] = last.title
            yield short
        else:
            last = _Title(start, end, meaning.get(words, meaning.get(words.removeprefix("新"), words)))
            yield last


def _explains(text: str, last: _Title, start: int) -> bool:
    """Tell whether what stands between two titles says that the second is short for the first."""
    between = text[last.end : start]
    return len(between) <= 60 and ")" not in between and bool(compiled(_SHORT_FOR).search(between))


def _decrees(source: Source) -> Iterator[_Number]:
    for match in compiled(_DECREE).finditer(source.text, source.extent.start, source.extent.end):
        if _counts(source, match.start()):
            yield _Number(*match.span(), f"国务院令第{match['one'] or match['two']}号")


def _notices(source: Source) -> Iterator[_Number]:
    for match in compiled(_NOTICE).finditer(source.text, source.extent.start, source.extent.end):
        before = source.text[max(match.start() - 16, source.extent.start) : match.start()]
        issuer = compiled(_ISSUER).search(before)
        start = match.start() - len(_issuer(issuer.group())) if issuer else match.start()
        if issuer and _counts(source, start):
            office = "国办公开办函" if compiled(_NATIONAL_OFFICE).search(issuer.group()) else _issuer(issuer.group())
            number = f"{office.strip()}〔{match['year'] or match['bare']}〕{int(match['no'])}号"
            yield _Number(start, match.end(), number)


def _issuer(words: str) -> str:
    """Leave out what stands before the issuer's code: 根据国办公开办函 is 国办公开办函."""
    for pattern in (_NATIONAL_OFFICE, _NATIONAL):
        match = compiled(pattern).search(words)
        if match:
            return match.group()
    return compiled(_NOT_ISSUER).sub("", words)


def _counts(source: Source, start: int) -> bool:
    return source.prose[start] != "~" and not source.in_table(start)


def _title_of(text: str, number: _Number, titles: Sequence[_Title]) -> int | None:
    """Give the start of the title that a number belongs to: the one before it, else the one right behind it."""
    index = bisect_right(titles, number.start, key=lambda one: one.start)
    if index:
        before = titles[index - 1]
        between = _BEHIND_TITLE if before.short_of is None else _BEHIND_SHORT
        if number.start - before.end <= 80 and compiled(between).fullmatch(text, before.end, number.start):
            return before.start if before.short_of is None else before.short_of
    if index < len(titles):
        behind = titles[index]
        if behind.start - number.end <= 8 and compiled(_BEFORE_TITLE).fullmatch(text, number.end, behind.start):
            return behind.start
    return None


def _titled(source: Source, title: _Title, numbers: Sequence[_Number]) -> Iterator[Citation]:
    if not numbers:
        yield _cited(source, Span(title.start, title.end), title.title, None, title.end)
    for number in numbers:
        span = Span(min(title.start, number.start), max(title.end, number.end))
        bracketed = "(" in source.text[title.end : number.start]
        yield _cited(source, span, title.title, number, title.end if bracketed else span.end)


def _cited(source: Source, span: Span, title: str, number: _Number | None, behind: int) -> Citation:
    return Citation(
        span.start,
        span.end,
        title,
        number.number if number else "",
        tuple(_articles(source.text, behind)),
        numbered=Span(number.start, number.end) if number else None,
    )


def _articles(text: str, behind: int) -> Iterator[Article]:
    bracketed = compiled(_BRACKETED).match(text, behind)
    at = bracketed.end() if bracketed else behind
    chain = compiled(_ARTICLES).match(text, at)
    for match in compiled(_ARTICLE_NUMERAL).finditer(text, at, chain.end()) if chain else ():
        value = parse_number(match[1])
        if value is not None:
            yield Article(*match.span(1), int(value))


def _with_basis(source: Source, citations: Sequence[Citation]) -> Iterator[Citation]:
    resting: dict[Span, int | None] = {}
    for one in citations:
        sentence = source.sentence_at(one.start)
        if sentence not in resting:
            resting[sentence] = _rests_from(source.prose, sentence)
        since = resting[sentence]
        yield one._replace(basis=since is not None and since < one.start)


def _rests_from(prose: str, sentence: Span) -> int | None:
    """Give where a sentence begins to name what the report rests on (根据), if it says that the report was made."""
    rests = compiled(_RESTS_ON).search(prose, sentence.start, sentence.end)
    made = rests and compiled(_MADE).search(prose, sentence.start, sentence.end)
    return rests.start() if rests and made else None
