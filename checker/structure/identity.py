"""What the report calls itself: its title, and its own name in its introduction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model.document import Span
from checker.model.record import NamedTuple
from checker.model.report import Front, FrontState
from checker.patterns import compiled
from checker.structure.issuer import names_an_organ
from checker.structure.wording import REPORT_NAME, TITLE_YEAR, YEAR
from checker.text import fold

if TYPE_CHECKING:
    from checker.structure.source import Source

_INLINE_TITLE = rf"^\s*([^,。;:\n《]{{0,60}}?{REPORT_NAME})(?=\s|\d|根据|按照|依据|本|为)"
_SELF_NAME = rf"[^,。;:\s《》()“”~]{{0,40}}(?:19|20)\d{{2}}\s?年[^,。;:\s《》()“”~]{{0,40}}?{REPORT_NAME}"
_LEAD = r"^.*?(?:公布|发布|公开(?=\S{2,20}(?:19|20)\d{2})|编制完?成?了?|编成|撰写了?|形成了?|制作了?|现将|现就|以下是|是|为|将|特此|如下|关于)"
_NAME_BEHIND = r"(?:的)?(?:通知|要求|函|意见|部署|规定|格式|工作要求|有关)|编制|编报|编写|撰写|报送|公布工作|发布工作"
_YEAR_WORDS = TITLE_YEAR
_NAME_REACH = 48
_NAME_LINES = 3  # issuer, year and 关于 may each stand on a line of their own
_UNNAMED = rf"^(?:关于)?(?:{_YEAR_WORDS})?(?:关于)?的?{REPORT_NAME}(?:的函)?(?:\((?:{YEAR})年?(?:年?度)?\))?$"
_GOES_ON = r"(?:关于|的|(?:19|20)\d{2}\s?年(?:年?度)?)$"
_PLACE_LINE = r"^(?!走进|魅力|美丽|印象|今日|中国)[一-鿿]{1,15}(?:[省市县州盟旗镇乡]|街道|(?<![社园景专地])区)$"
_METADATA = r"[:|>»《》,。;]"
# 某县人民政府2024年信息公开工作年度报告: the year parts the issuer from what is made open.
_OF_THE_ISSUER = rf"[一-鿿]政府(?:关于)?{TITLE_YEAR}(?:的)?信息公开"
_PLACE = r"(?:[省市县区州盟旗镇乡]|街道)$"


class Names(NamedTuple):
    """The title (None where the report has none), the report's own name in its introduction, and which of them to judge."""

    title: Span | None
    self_name: Span | None

    @property
    def best(self) -> Span | None:
        """The title, or failing it the name in the introduction."""
        return self.title or self.self_name


def names_of(source: Source, title_line: Span | None, intro_end: int) -> Names:
    """Find the title line or a title that runs into the text, and the name in the introduction."""
    text, start = source.text, source.extent.start
    title = _with_name_before(source, title_line) if title_line else None
    if title is None:
        inline = compiled(_INLINE_TITLE).match(text, start, start + 120)
        title = Span(inline.start(1), inline.end(1)) if inline else None
    after = title.end if title else start
    return Names(title, _self_name(source, after, max(intro_end, after)))


def _with_name_before(source: Source, title: Span) -> Span:
    """A title may be broken behind the issuer's name or the year: 平潭综合实验区 / 2014年度……报告."""
    for _ in range(_NAME_LINES):
        words = "".join(fold(source.quote(title)).split())
        named = not compiled(_UNNAMED).search(words)
        start = None if named and compiled(YEAR).search(words) else _start_of_title(source, title.start, named=named)
        if start is None:
            break
        title = Span(start, title.end)
    return title


def _start_of_title(source: Source, end: int, *, named: bool) -> int | None:
    """Give the start of the line before ``end`` (in a run-together page, of the word) where it can begin a title.

    Where the issuer is ``named`` already, that line can only be the year.
    """
    reach = max(0, end - _NAME_REACH)
    around = fold(source.document.text[reach:end])
    before = around.rstrip()
    on_its_line = "\n" in around[len(before) :]
    cut = max(before.rfind("\n"), -1 if on_its_line else before.rfind(" ")) + 1
    if not cut and reach:
        return None
    line = before[cut:]
    name = "".join(line.split())
    if compiled(_METADATA).search(line) or not all(compiled(_PLACE).search(one) for one in line.split()[:-1]):
        return None
    if named:
        begins = bool(compiled(rf"^{_YEAR_WORDS}$").search(name))
    else:
        begins = names_an_organ(name) or bool(compiled(f"{_GOES_ON}|{_PLACE_LINE}").search(name))
    return reach + len(before) - len(line.lstrip()) if begins else None


def _self_name(source: Source, start: int, end: int) -> Span | None:
    for match in compiled(_SELF_NAME).finditer(source.prose, start, end):
        if compiled(_NAME_BEHIND).match(source.prose, match.end()):
            continue
        lead = compiled(_LEAD).match(match.group())
        begin = match.start() + (lead.end() if lead else 0)
        return Span(begin, match.end())
    return None


def title_front(source: Source, names: Names, page_title: Span | None) -> dict[str, Front]:
    """Judge whether there is a title, and the wording of it (or of the name in the introduction)."""
    present = names.title or page_title
    front = {"title": Front(FrontState.PRESENT if present else FrontState.ABSENT, names.title or page_title)}
    named = names.best or page_title
    if named is None:
        front["title_name"] = Front(FrontState.ABSENT)
        return front
    missing = tuple(_missing(source.document.text[named.start : named.end]))
    front["title_name"] = Front(FrontState.PARTIAL if missing else FrontState.PRESENT, named, missing)
    return front


def _missing(title: str) -> list[str]:
    words = "".join(fold(title).split())
    core = compiled(_YEAR_WORDS).sub("", words)
    wanted = {
        "year": bool(compiled(_YEAR_WORDS).search(words)),
        "issuer": not compiled(rf"^(?:{REPORT_NAME})$").search(core),
        "government": "政府信息公开" in core and not compiled(_OF_THE_ISSUER).search(words),
        "work": bool(compiled(r"公开工作").search(core)),
        "annual": bool(compiled(r"年度报告(?:\([^()]*\))?$").search(words)),
        "plain": "关于" not in core,
    }
    return [part for part, there in wanted.items() if not there]
