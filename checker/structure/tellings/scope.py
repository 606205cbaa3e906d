"""Whose figure a passage tells, and of what time: the report's own, a part of it, or another's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model.document import Span
from checker.model.record import NamedTuple
from checker.patterns import compiled
from checker.structure.allyears import of_all_years
from checker.structure.wording import YEAR

if TYPE_CHECKING:
    from checker.structure.source import Source

_EARLIER_TIME = (
    r"(?:去年|上一?年度?|往年|前年|历年|同期|明年|下年度?|次年|下一年)(?!度?[^。;,\n]{0,4}(?:结转|转结|继续))"
)
_PART_OF_YEAR = (
    r"[上下]半年|[一二三四]季度|(?<!\d)(?:[1-9]|1[01])月(?:份|底|末|以来)|[-至](?:[1-9]|1[01])月"
    r"|截[至止]到?(?:20\d\d年)?(?:[1-9]|1[01])月|(?<!\d)(?:[1-9]|1[0-2])月(?=[一-龥])(?!底|末|份?至)"
)
_TIMES = frozenset("月季半")
_PLANNED = r"(?:(?<![按照划作据])计划|目标|拟|预计|力争|应当?|确保|任务)[^。;,\n]{0,14}\Z"
# A sample, or what is counted of one kind by its words.
_SAMPLE = r"抽[查取检样]|评查|随机|补正[^。;,\n\d]{0,4}\Z|补正后|名义"
_FOR_INSTANCE = r"其中|包括|分别|占|平均|每[月年日周季]"
_ALSO = r"(?:另外?|此外|再|重复|重新|新增|新公开)[^。;,\n]{0,14}\Z"
_AREA = r"[全我本](?P<area>省|市|州|盟|县|区|旗|镇|乡|街道|辖区)"
_NAME_OF_ROW = r"(?<!属于|非)(?!本(?:行政)?机关(?:不?掌握|不?公开|制作))"  # 本机关不掌握 is a result, no subject
_SELF = _NAME_OF_ROW + r"[我本](?:局|办|委|厅|院|站|所|中心|单位|机关|行政机关|部门|校|会|署|室|司|分局|支队|公司|行)"
_LEVEL = r"(?<!各)[省市州盟县区旗局厅委]?本级|(?<=[局厅委院])机关"
_SEVERAL = (
    r"各(?!类|项|种|方|界|式|个?方面)|[省市州县区旗镇]直|[局厅委院]属|[省市州县区旗镇]级(?:部门|单位|机关)"
    r"|(?:\d|[一二两三四五六七八九十])(?:[个家](?:部门|单位|乡|镇|街道|科室|县|区|市|机构)|部门|单位)|其[余他](?:部门|单位|乡|镇|街道|科室|机关)"
    r"|(?:工作|职能|所属|下属|下级|政府)部门|乡镇|所属|下属|二级|基层|直属|垂直管理|街道办"
)
# 我县各乡镇: some bodies of the area; 全市各级各部门: all of it.
_SOME_OF_AREA = (
    r"[全我本][省市州盟县区旗][^。;,\n\d]{0,2}各(?:乡|镇|街道|村|社区|县|区|市)(?![^。;,\n\d]{0,12}(?:部门|单位))"
)
# A body named as the subject: at the head of the sentence or clause, the year aside.
_NAMED = (
    r"(?:\A|(?<=[,;:、(]))(?:[一二三四五六七八九十]是|(?:20\d\d)?年?度?,?(?:今年|本年度?|全年|年内|目前)?|\d\.|其中)?(?![我本全各])"
    r"(?P<named>(?:(?![的是了在对向为由])[一-龥]){0,24}?(?:局|(?<![大客餐展前门])厅|委员会|管委会|委|办公室|政府办(?!公)|公开办|(?:人民|[区市县镇])政府(?!办)|支队|大队|分局|法院|街道|镇|乡))"
    r"(?![内外府务村])(?=[一-龥]{0,12}(?:共|累计|全年|主动|收到|新收|接收|受理|接到|办理|办结|答复|未|没|无|公开|高度|认真|严格|积极|坚持|加强|,)|20\d\d|,)"
)
_BODIES = frozenset("局厅委办府队院道镇乡")
_CHANNEL = r"网站|网络|平台|微博|微信|公众号|公报|公[告示]栏|宣传栏|专栏|栏目|报[刊纸]|电视|广播|大屏|显示屏|新媒体|门户|客户端|查阅点|查阅室|档案馆|图书馆|新闻发布"
_EVERY_CHANNEL = r"等[^。;,\n]{0,8}(?:渠道|方式|形式|载体|平台|途径|媒介)|多种|各种|多渠道|不同渠道"
_FIELD = r"(?<!主动公开|信息公开|政务公开|政府公开)(?:领域|方面)"
_RUN_IN_HEAD = r"(?<=[。\n ;])(?:[一二三四五六七八九十]{1,2}、|\([一二三四五六七八九十]{1,2}\)|\d{1,2}[.、](?!\d))"
_OPENING = 48
_REACH = 160  # characters of a long sentence before the words of a number that still speak of it
_PARAGRAPH = 400


class Scope(NamedTuple):
    """``kind`` is own, part or other, as in Telling; ``whose`` as there."""

    kind: str
    whose: str = ""


class Teller(NamedTuple):
    """Judges the words before a number in their sentence."""

    source: Source
    report_year: int | None

    def of(self, sentence: Span, start: int, end: int, *, listed: bool = False) -> Scope:
        """Judge the number whose words are ``[start, end)``; ``listed``: it is one of a list by its nature (其中网络申请8件)."""
        prose = self.source.prose
        sentence = Span(max(sentence.start, start - _REACH), sentence.end)
        clause = self._clause(sentence, start, end)
        if self._of_another_time(sentence, clause, end):
            return Scope("other")
        if self._of_part_of_the_year(sentence.start, end) or compiled(_ALSO).search(prose, clause, end):
            return Scope("part")
        if compiled(_SAMPLE).search(prose, sentence.start, end):
            return Scope("part")
        of_them = max(sentence.start, clause - len("其中,"))  # 其中, may be set off from what it opens
        if not listed and compiled(_FOR_INSTANCE).search(prose, of_them, end):
            return Scope("part")
        return self._whose(sentence, clause, end)

    def spread(self, sentence: Span, at: int, *, plain: bool) -> bool:
        """Tell whether the number at ``at`` may be that of one channel or field only.

        The sentence decides, and the head of its paragraph unless the clause has its own subject (我局); where the words are
        ``plain`` (公开信息, not 主动公开), so does the sentence before.
        """
        prose = self.source.prose
        sentence = Span(max(sentence.start, at - _REACH), sentence.end)
        if compiled(_EVERY_CHANNEL).search(prose, sentence.start, at):
            return False
        opening, last = self._before(sentence)
        subject = compiled(f"{_SELF}|{_AREA}").search(prose, self._clause(sentence, at, at), at)
        looked = (Span(sentence.start, at), *(() if subject else (opening,)), *((last,) if plain else ()))
        return any(compiled(f"{_CHANNEL}|{_FIELD}").search(prose, *span) for span in looked)

    def _before(self, sentence: Span) -> tuple[Span, Span]:
        """Give the head of the paragraph, and the sentence just before in it; empty spans where there is none."""
        prose, nothing = self.source.prose, Span(sentence.start, sentence.start)
        reach = max(0, sentence.start - _PARAGRAPH)
        line = prose.rfind("\n", reach, sentence.start) + 1
        if line and not prose[line : sentence.start].strip():
            return nothing, nothing
        heads = [one.start() for one in compiled(_RUN_IN_HEAD).finditer(prose, line or reach, sentence.start)]
        head = heads[-1] if heads else line
        opening = Span(head, min(head + _OPENING, sentence.start)) if head else nothing
        last = self.source.sentence_at(max(sentence.start - 1, 0))
        return opening, Span(max(last.start, line), min(last.end, sentence.start))

    def _clause(self, sentence: Span, start: int, end: int) -> int:
        prose = self.source.prose
        opened = prose.rfind("(", sentence.start, min(start, end))
        inside = opened > prose.rfind(")", sentence.start, min(start, end))  # 各乡(镇) is no clause of its own
        marks = (prose.rfind(mark, sentence.start, min(start, end)) + 1 for mark in ",;:")
        return max(sentence.start, *marks, opened + 1 if inside else 0)

    def _of_another_time(self, sentence: Span, clause: int, end: int) -> bool:
        prose = self.source.prose
        years = compiled(YEAR + r"(?=\s?年)(?!年度?结转)").findall(prose, sentence.start, end)
        if years and self.report_year is not None and int(years[-1]) != self.report_year:
            return True
        if compiled(_EARLIER_TIME).search(prose, clause, end) or compiled(_PLANNED).search(prose, clause, end):
            return True
        return of_all_years(prose, Span(sentence.start, end), self.report_year)

    def _of_part_of_the_year(self, start: int, end: int) -> bool:
        said = self.source.prose[start:end]
        return not _TIMES.isdisjoint(said) and bool(compiled(_PART_OF_YEAR).search(said))

    def _whose(self, sentence: Span, clause: int, end: int) -> Scope:
        """The nearest words decide: those of the clause, of the sentence, then the subject of the paragraph."""
        prose = self.source.prose
        nearest = max(clause, *(prose.rfind(mark, clause, end) + 1 for mark in ",;"))
        some = compiled(_SOME_OF_AREA).search(prose, nearest, end)
        if not some and (area := compiled(_AREA).search(prose, clause, end)):
            return Scope("own", "全" + area["area"])
        if some or compiled(_SEVERAL).search(prose, clause, end):
            return Scope("part")
        if compiled(_LEVEL).search(prose, clause, end):
            return Scope("own", "本级")
        for head in (Span(clause, end), Span(sentence.start, end), *reversed(self._before(sentence))):
            if compiled(_SELF).search(prose, head.start, max(head)):
                return Scope("own")
            if found := self._named(head):
                return Scope("own", found)
        area = compiled(_AREA).search(prose, sentence.start, end)
        return Scope("own", "全" + area["area"] if area else "")

    def _named(self, head: Span) -> str:
        if head.end <= head.start:
            return ""
        words = self.source.prose[head.start : min(head.end + 1, head.start + _OPENING)]
        found = compiled(_NAMED).search(words) if _BODIES.intersection(words) else None
        return str(found["named"]) if found else ""
