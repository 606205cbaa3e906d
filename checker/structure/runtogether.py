"""A month and a day that lost the 月 between them (1231日, 516日, 81日), as against a number of days (365日, 45日内)."""

from __future__ import annotations

from calendar import monthrange

from checker.patterns import compiled

_LEAP_YEAR = 2000
_BARE = r"(?P<joined>[0-9]{2,4})日"
_CLAUSE_BEGINS = r"(?:^|[。;,!?:()\n、]|[一二三四五六七八九]是)\s{0,3}\Z"
_SENTENCE_BEGINS = r"(?:^|[。;!?\n]|[一二三四五六七八九]是)\s{0,3}\Z"
_COUNTED_BEFORE = r"(?:累计|总计|共计?|合计|长?达|满|逾|超过?|约|近|余|提前|第|不少于|不超过|每|为期|天数|工期|连续|用时|历时|[降减缩增延压][一-龥]{0,2}[至到为]?)\s?\Z"
COUNTED_AFTER = r"\s?(?:以?内|之内|后|以[上下]|左右|(?:期(?!间)|[天游历均常龄元本用间志程])|公示|攻坚|行动|活动|会战|无休|计划|倒计时|[压缩减降])"
DATED_AFTER = r"\s?(?:前(?!后)|起(?![草来诉])|止|至[0-9])"
_ENDS_CLAUSE = r"\s?(?:[,。;)]|$)"
DONE_AFTER = r"\s?(?:市|县|区|省|由|将|已|全面|正式|组织|集中|再次|首次)?\s?(?:召开|举[行办]|印发|下发|发[布出文]|公布|出台|开[展通始]|启动|上线|施行|实施|报送|上报|报|形成|完成|建成|通过|挂牌|成立|收到)"


def is_run_together(words: str) -> bool:
    """Tell whether the digits before 日 are no day of a month, but a month and a day run together."""
    match = compiled(_BARE).fullmatch(words)
    return match is not None and splits(match["joined"]) and int(match["joined"]) > 31


def stands_for_date(text: str, start: int, end: int, words: str, *, led: bool) -> bool:
    """Tell whether run-together ``words`` are a date by what stands around ``[start, end)``, the more the fewer the digits.

    ``led``: a word such as 自 or 截至 is part of the range.
    """
    before, after = text[max(start - 12, 0) : start], text[end : end + 12]
    if compiled(COUNTED_AFTER).match(after) or compiled(_COUNTED_BEFORE).search(before):
        return False
    begins = led or bool(compiled(_CLAUSE_BEGINS).search(before))
    done = bool(compiled(DONE_AFTER).match(after))
    dated = done or bool(compiled(DATED_AFTER).match(after))
    digits = len(words) - 1
    opens = led or bool(compiled(_SENTENCE_BEGINS).search(before))
    if digits == 4:
        return begins or dated
    if digits == 3 and words[-2] != "0":
        return dated or (opens and bool(compiled(_ENDS_CLAUSE).match(after)))
    return opens and (done or after.startswith("起")) and not after.startswith("完成")  # 45日完成审批


def splits(digits: str) -> bool:
    """Tell whether digits are a month and a day in a row: 11, 516, 1231, not 365."""
    parts = [(digits[:cut], digits[cut:]) for cut in (1, 2) if 1 <= len(digits) - cut <= 2]
    return any(_is_day(int(month), int(day)) for month, day in parts)


def _is_day(month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= monthrange(_LEAP_YEAR, month)[1]
