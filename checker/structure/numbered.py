"""Numbered headings: 第一部分, 一、, （一）, 1., （1）, ① at a line's start, behind a sentence, or run into what is before."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from checker.model.report import Heading
from checker.patterns import compiled
from checker.structure.headingtitle import title_at
from checker.structure.inlineitems import MAIN_STYLES, Number, without_inline_items
from checker.structure.textrows import is_row
from checker.structure.wording import HAN
from checker.text import parse_number

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.structure.source import Source

STYLES = ("part", "han", "han_bracket", "arabic", "arabic_bracket", "circled")
"""How headings are numbered, the highest first."""

# At a line's start, or run on behind the end of a sentence or a blank; in run-together copies also behind anything.
# One pattern for each style: each is looked for by its own rare first character, which is many times faster than all in one.
_SET_OFF = r"(?<![^ \n#。;:!?)])"
_NUMBERS = {
    "part": rf"{_SET_OFF}第{HAN}{{1,3}}部分[、:.]?",
    "han": rf"{_SET_OFF}{HAN}{{1,3}} ?[、.]|(?<![第{HAN[1:-1]}]){HAN}{{1,2}}、",
    "han_bracket": rf"{_SET_OFF}\({HAN}{{1,3}}\)、?|(?<![第款条至到、(])\({HAN}{{1,3}}\)(?![项款至到、])",
    "arabic": rf"{_SET_OFF}\d{{1,2}}[、.](?!\d)",
    "arabic_bracket": rf"{_SET_OFF}\(\d{{1,2}}\)",
    "circled": rf"{_SET_OFF}[①-⑳]",
}
NUMBERED_LINE = (
    rf" *(?:第{HAN}{{1,3}}部分|{HAN}{{1,3}} ?[、.]|\({HAN}{{1,3}}\)|\d{{1,2}}[、.](?!\d)|\(\d{{1,2}}\)|[①-⑳])"
)
_MARGIN = 12
_LEAST_TITLE = 4


def numbered_headings(source: Source, is_part: Callable[[str], bool], table_rows: tuple[str, ...]) -> list[Heading]:
    """List what is numbered as headings are and is no row of a table; ``table_rows`` are labels of such rows."""
    found: list[Heading] = []
    last_main = 0
    for number in without_inline_items(_numbers(source), source.text):
        own_line = number.own_line
        named = _named(number, is_part, own_line=own_line)
        heading = _heading(source, number, (named, is_part), table_rows)
        if heading is None:
            continue
        part = is_part(heading.title)
        if is_row(source, number.end, headed=part):
            continue
        if number.style in MAIN_STYLES:
            if not own_line and not (part and heading.ordinal == last_main + 1):
                continue
            last_main = heading.ordinal or last_main
        found.append(heading)
    return found


def _numbers(source: Source) -> list[Number]:
    found = [
        Number(style, *match.span(), ordinal_of(match.group()) or 0, _at_line_start(source.text, match.start()))
        for style, pattern in _NUMBERS.items()
        for match in compiled(pattern).finditer(source.text, source.extent.start, source.extent.end)
    ]
    inside = ((number, source.prose.find("~", number.start, number.end) >= 0) for number in found)
    return sorted(
        (number for number, named in inside if not named and not source.in_table(number.start)),
        key=lambda number: number.start,
    )


def _heading(
    source: Source,
    number: Number,
    told: tuple[Callable[[str], bool], Callable[[str], bool]],
    table_rows: tuple[str, ...],
) -> Heading | None:
    title, end = title_at(source.text, number.end, *told)
    if not title or (title.startswith(table_rows) and not title.endswith("情况")):
        return None  # a row's label; but 不予公开政府信息情况 is a part
    ordinal = ordinal_of(source.text[number.start : number.end])
    return Heading(number.style, 0, ordinal, title, number.start, end, end)


def _named(number: Number, is_part: Callable[[str], bool], *, own_line: bool) -> Callable[[str], bool]:
    """A main heading on a line of its own is whole at its first end, whatever it names; others where they name a part."""
    if own_line and number.style in MAIN_STYLES:
        return lambda title: len(title) >= _LEAST_TITLE or is_part(title)
    return is_part


def _at_line_start(text: str, at: int) -> bool:
    before = text[max(0, at - _MARGIN) : at]
    return not before.rpartition("\n")[2].strip(" #*") and ("\n" in before or at <= _MARGIN)


@lru_cache(maxsize=1024)
def ordinal_of(number: str) -> int | None:
    """Read the number of a heading: 一、 （二） 3. ④ 第六部分."""
    if "①" <= number[0] <= "⑳":
        return ord(number[0]) - ord("①") + 1
    value = parse_number(number.strip("第部分、.:() "))
    return int(value) if value is not None else None
