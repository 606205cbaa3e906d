"""A table of contents (目录) in front of a report: its lines name the report's parts and are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model.document import BlockKind, Span
from checker.patterns import compiled
from checker.structure.numbered import NUMBERED_LINE
from checker.structure.wording import REPORT_NAME, TITLE_YEAR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model.document import Block

_HEADED = r"^[#*\s]{0,9}目\s{0,9}[录次]\s{0,9}[:*]{0,4}\s*$"
_DOTS = "[.…⋯‥․·•・。_—–―─-]"
_LEADER = rf"(?<!{_DOTS})(?<!{_DOTS} )(?:{_DOTS} ?){{2,}}+"
_PAGE = r"[-(]?\s?(?:\d{1,3}|[IVXivx]{1,4})\s?[-)]?"
_LED = rf"{_LEADER}\s{{0,9}}{_PAGE}(?!\d)"
_PAGE_BEHIND = rf"(?:{_LED}|(?<=[^\d.])\s{{0,40}}{_PAGE})\s*$"
_MARKUP = r"^(?:[-*+] )?\[|\]\([^()\n]{0,200}\)$|[*#]"
_ENTRY_LENGTH = 120
_LEAST_ENTRIES = 2
_LEAST_RUN_ON = 3  # in a page that stands in one line
_APART = 80


def listings_of(folded: str, blocks: Sequence[Block]) -> tuple[Span, ...]:
    """Find what lists the parts with their pages, or under the word 目录, in the head of a document."""
    lines = [folded[block.start : block.end] if block.kind is not BlockKind.ROW else "" for block in blocks]
    headed = any(compiled(_HEADED).match(line) for line in lines)
    below = [_words(line[:_ENTRY_LENGTH]) for line in lines] if headed else []
    found: list[Span] = []
    at = 0
    while at < len(lines):
        behind = _end_of_listing(lines, at, below)
        if behind > at:
            found.append(Span(blocks[at].start, blocks[behind - 1].end))
        else:
            found += _run_on(lines[at], blocks[at].start)
        at = max(behind, at + 1)
    return tuple(found)


def _end_of_listing(lines: Sequence[str], at: int, below: Sequence[str]) -> int:
    """Give the line behind the listing that begins with line ``at``; ``at`` itself where none does."""
    if compiled(_HEADED).match(lines[at]):
        end = at + 1
        while end < len(lines) and _is_entry(lines[end], below[end + 1 :]):
            end += 1
        return end if end - at > _LEAST_ENTRIES else at
    end = at
    while end < len(lines) and len(lines[end]) <= _ENTRY_LENGTH and compiled(rf"{_LED}\s*$").search(lines[end]):
        end += 1
    return end if end - at >= _LEAST_ENTRIES else at


def _is_entry(line: str, below: Sequence[str]) -> bool:
    """Under 目录: a line with a leader, a numbered one with its page, a page, or words that come again further down.

    A report's title is none, even one that comes again.
    """
    if len(line) > _ENTRY_LENGTH or compiled(rf"{REPORT_NAME}(?:{TITLE_YEAR})?$").search(_words(line)):
        return False
    paged = compiled(_PAGE_BEHIND).search(line)
    if compiled(rf"\s*{_PAGE}\s*$").match(line):
        return True
    if paged and compiled(rf"{NUMBERED_LINE}|.*{_LED}").match(line):
        return True
    named = {_words(line), _words(line[: paged.start()]) if paged else ""} - {""}
    return any(one.startswith(words) for words in named for one in below)


def _words(line: str) -> str:
    return "".join(compiled(_MARKUP).sub("", line.strip()).split()).rstrip(":。")


def _run_on(line: str, start: int) -> list[Span]:
    """Find a listing inside a page that stands in one line: from its word 目录 or first number to its last page."""
    pages = [*compiled(_LED).finditer(line)]
    last = next((i for i, one in enumerate(pages[1:]) if one.start() - pages[i].end() > _APART), len(pages) - 1)
    if last + 1 < _LEAST_RUN_ON:
        return []
    reach = max(0, pages[0].start() - _APART)
    begins = compiled(rf"目\s?[录次]|(?<!\S){NUMBERED_LINE}").search(line, reach, pages[0].start())
    return [Span(start + begins.start(), start + pages[last].end())] if begins else []
