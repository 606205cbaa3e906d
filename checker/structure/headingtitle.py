"""Where a heading's words end: at its line's end, at a stop, or where its paragraph runs on behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.patterns import compiled
from checker.structure.wording import HAN

if TYPE_CHECKING:
    from collections.abc import Callable

_TITLE_END = "情况|方面|问题|措施|事项|事宜|概述|概况|打算|思路|计划|安排|方向|不足|形式|数量|类别"
_SENTENCE_OPENERS = r"第二十条|(?<=情况)(?:行政复议|申请人)|\d{4}|我|本|全|根据|按照|目前|一是|截[至止]|为|虽|各|今|自|在|无|未|没|\(|不|推|坚|该|通过|认真|严格|\d+[、.]"
# Behind the end of a title's words: what joins more of the title to it, what a longer title ends with, and predicates.
_JOINTS = r"[、,(/的之或暨并]|和(?!谐)|以?及(?!时)|与(?!去年|上年|往年)"
_MORE_TITLE = (
    r"说明|统计(?![期时])|汇总|分析|报告|一览|总结|介绍|反馈|通报|评价|公示|表|改进|整改|改善|解决|落实|清单|目录|对策|原因"
    r"|公开(?!各|了|政府信息|信息)|建议(?!提案)|工作(?!中)|下一?步(?![,我本])|今后(?![,我本])"
)
_PREDICATES = (
    r"是|有(?!关)|属|较|很|良|明显|进一步|持续|得到|逐步|日益|基本|显著|稳步|平稳|正常|突出|如下|比|同比|已|将|均|都|尚|仍|还|也|依然"
    r"|总体(?![来而上])|(?<=方面)存在|(?<=问题|不足)存在(?:原因|困难)|[。:;]"
)
_GOES_ON = rf"{_JOINTS}|{_TITLE_END}|{_MORE_TITLE}|{_PREDICATES}"
_TELLS = (
    r"我|本|根据|按照|目前|一是|截[至止]|今|该"  # what a sentence begins with, and a part's name never goes on with
)
_TELLING = 4
_LONGEST_LINE = 200
_SHORT, _LETTERS = 14, 2
LONGEST_TITLE = 42
"""Characters that a heading has at most."""


def title_at(
    text: str, at: int, named: Callable[[str], bool], is_part: Callable[[str], bool] = lambda _: False
) -> tuple[str, int]:
    """Give the words of the heading behind its number at ``at``, and their end.

    ``named`` tells whether words that end as titles do are a title by themselves, whatever follows them in the line;
    ``is_part`` whether words with a blank inside are the name of one of the format's parts.
    """
    line_end = text.find("\n", at, at + _LONGEST_LINE)
    rest = text[at : at + _LONGEST_LINE if line_end < 0 else line_end]
    lead = len(rest) - len(rest.lstrip())
    whole = rest.strip()
    cut = _blanks_inside(whole, is_part) or _cut(whole, named)
    return "".join(whole[:cut].split()), at + lead + cut


def _blanks_inside(whole: str, is_part: Callable[[str], bool]) -> int | None:
    """Find the end of a part's name with single blanks inside (政府信息公开的 收费及减免情况); None where it has none."""
    stop = compiled(rf"[。:;!?|]|\s(?:\s|\(|{HAN}{{1,3}} ?[、.]|第{HAN}{{1,3}}部分)|\Z").search(whole)
    line = whole[: stop.start()] if stop else whole
    before = 0
    for blank in compiled(r"\s|\Z").finditer(line, 0, _LONGEST_LINE):
        end = blank.start()
        joined = "".join(line[:end].split())
        words = joined[: _run_in(joined, is_part) or len(joined)]
        if len(words) > LONGEST_TITLE or len(words) <= before or compiled(r"[,\d]").search(words):
            return None
        behind = line[end + 1 :]
        if len(words) < len(joined):
            return _offset(line, len(words)) if before and is_part(words) else None
        if not compiled(rf"{_JOINTS}|{_TITLE_END}|{_MORE_TITLE}").match(behind):
            if is_part(words) and (end == len(whole) or compiled(rf"(?:{_TITLE_END})\Z").search(words)):
                return end if before else None
            if len(words) >= _TELLING and compiled(_TELLS).match(behind):
                return None
        before = len(words)
    return None


def _offset(line: str, letters: int) -> int:
    """Give the place behind so many letters that are no blanks."""
    return [at for at, one in enumerate(line) if not one.isspace()][letters - 1] + 1


def _cut(whole: str, named: Callable[[str], bool]) -> int:
    spaced = len(whole) <= _SHORT and all(len(word) <= _LETTERS for word in whole.split())  # 概  述
    stop = None if spaced else compiled(r"[。:;!?|\s]").search(whole, 1)
    cut = stop.start() if stop else len(whole)
    if stop or cut > _SHORT:
        words = whole[:cut]
        told = bool(stop and not compiled(r"[|\s]").match(stop.group())) or cut > LONGEST_TITLE or "," in words
        cut = _run_in(words, named if told else None) or cut
    if cut > LONGEST_TITLE:
        comma = whole.find(",")
        cut = comma if 0 < comma <= LONGEST_TITLE else LONGEST_TITLE
    return cut


def _run_in(words: str, named: Callable[[str], bool] | None) -> int | None:
    """Find the first end of a title behind which a sentence begins: by its first word, or because the title is whole."""
    for match in compiled(_TITLE_END).finditer(words, 0, LONGEST_TITLE):
        end = match.end()
        if end == len(words) or compiled(_SENTENCE_OPENERS).match(words, end):
            return end
        if named and not compiled(_GOES_ON).match(words, end) and named("".join(words[:end].split())):
            return end
    return None
