"""Where the report begins and ends on its page, and what the page itself says of it (date, title, publisher)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model.document import BlockKind, Span
from checker.model.record import NamedTuple
from checker.patterns import compiled
from checker.structure.listing import listings_of
from checker.structure.wording import HAN, REPORT_NAME, YEAR

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import regex

    from checker.model.document import Block, Document

_HEAD_BLOCKS = 200
_PREFIX_REACH = 600
_TITLE_LENGTH = 80
_YEAR_BEHIND = r"(?:\((?:19|20)\d{2}\s?年?(?:年?度)?\))?"
_TITLE_LINE = rf"^[^,。;:\n]{{0,70}}?{REPORT_NAME}(?:的函)?{_YEAR_BEHIND} *$"
# The end of a title that is broken inside the report's name: 政府信息 / 公开工作年度报告.
_TITLE_REST = rf"^(?:信息)?(?:公开)?(?:工作)?(?:(?:19|20)\d{{2}}年?)?(?:年?度)?(?:工作)?(?:报告|年报){_YEAR_BEHIND}$"
_PART = rf"^[ #]*(?:第{HAN}+部分|{HAN}{{1,2}}\s*[、.])"
# The title inside a run-together page: words that name a report, and behind a blank the report's first words.
_TITLE_RUN_IN = rf"(?:^|(?<=[\s>:]))([^,。;:\s《》]{{0,60}}{REPORT_NAME}{_YEAR_BEHIND})(?=\s+\S)"
_LONG_LINE = 300
_TAIL_REACH = 400
_META_REACH = 60
_MENU_LINES = 8  # more short lines above a text are a page's menu
_PAGE_TITLE = r"^ *(?:ArticleTitle|Title|标题) *: *([^\n_|>—–-]{2,80})"
_TITLE_REACH = 20  # blocks between the title and the main content: date, source, size of type, share buttons


class Page(NamedTuple):
    """The report's extent, furniture inside it, its title line, and spans of the page's date, title and publisher.

    ``heads`` are the lines above its text that may be titles, the nearest first.
    """

    extent: Span
    holes: tuple[Span, ...] = ()
    title: Span | None = None
    published: Span | None = None
    page_title: Span | None = None
    publisher: Span | None = None
    heads: tuple[Span, ...] = ()


def find_extent(document: Document, folded: str, lexicon: Mapping[str, Sequence[str]]) -> Page:
    """Tell the report from the page around it; ``lexicon`` is rules/lexicons/page.yaml."""
    before, blocks = _parts(document)
    listed = listings_of(folded, blocks[:_HEAD_BLOCKS])
    blocks = _outside(listed, blocks[:_HEAD_BLOCKS]) + blocks[_HEAD_BLOCKS:]
    if not blocks:
        return _nothing(document, folded, lexicon)
    first, holes, title = _beginning(folded, blocks, _any(lexicon, "before"))
    body = _skip_prefix(folded, blocks[first], _any(lexicon, "prefix"))
    end = _without_suffix(folded, body, _ending(folded, blocks, first, _any(lexicon, "after")), _any(lexicon, "suffix"))
    if title and body > blocks[first].start:
        holes = (*holes, Span(blocks[first].start, body))
    if title is None and blocks[first].end - body > _LONG_LINE:
        title = _run_in_title(folded, body, blocks[first].end)
        body = title.start if title else body
    head = title.end + _META_REACH if title and title.start == body else body
    if title is None:
        title = _title_above(folded, before)
        holes = (Span(title.end, body),) if title else ()
    holes = _apart((*holes, *listed))
    extent = Span(title.start if title else body, end)
    heads = _heads(
        document, folded, (*before, *blocks[: first + _is_line(folded, blocks[first])]), _any(lexicon, "before")
    )
    return _described(Page(extent, holes, title, heads=heads), folded, Span(0, head), lexicon)


def _outside(spans: Sequence[Span], blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    return tuple(one for one in blocks if not any(span.start <= one.start < one.end <= span.end for span in spans))


def _apart(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Order spans and join those that overlap."""
    apart: list[Span] = []
    for one in sorted(spans):
        if apart and one.start < apart[-1].end:
            apart[-1] = Span(apart[-1].start, max(apart[-1].end, one.end))
        else:
            apart.append(one)
    return tuple(apart)


def _parts(document: Document) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """Give the blocks above the main content, and those of it; without what the file says of itself."""
    blocks = tuple(block for block in document.blocks if block.kind is not BlockKind.METADATA)
    if document.content is None:
        return (), blocks
    start, end = document.content
    return (
        tuple(block for block in blocks if block.start < start),
        tuple(block for block in blocks if start <= block.start < end),
    )


def _nothing(document: Document, folded: str, lexicon: Mapping[str, Sequence[str]]) -> Page:
    """A file without a text of its own: an empty one, or a page that is only the cover of a file attached."""
    if document.content is None:
        return Page(Span(0, len(folded)))
    nowhere = Span(len(folded), len(folded))
    return _described(Page(nowhere), folded, Span(0, len(folded)), lexicon)._replace(page_title=None)


def _heads(document: Document, folded: str, above: Sequence[Block], furniture: regex.Pattern[str]) -> tuple[Span, ...]:
    """List what may be a title, the nearest first: the short lines above the text; of a menu, only what is marked."""
    short = [one for one in above if one.end - one.start <= _TITLE_LENGTH and one.kind is not BlockKind.ROW]
    lines = [one for one in short if not furniture.search(folded[one.start : one.end])]
    near = lines if len(lines) <= _MENU_LINES else [one for one in lines if one.kind is BlockKind.HEADING]
    named = [one for one in document.blocks if one.kind is BlockKind.METADATA]
    titles = [match for one in named if (match := compiled(_PAGE_TITLE).match(folded, one.start, one.end))]
    return (*(Span(one.start, one.end) for one in reversed(near)), *(Span(*one.span(1)) for one in titles))


def _title_above(folded: str, before: Sequence[Block]) -> Span | None:
    """Find the title nearest above the main content, where it stands outside of it."""
    for block in reversed(before[-_TITLE_REACH:]):
        line = folded[block.start : block.end]
        if block.kind is not BlockKind.ROW and _is_title(line):
            return Span(block.start, block.end)
    return None


def _is_title(line: str) -> bool:
    return len(line) <= _TITLE_LENGTH and bool(compiled(_TITLE_LINE).search("".join(line.split())))


def _described(page: Page, folded: str, head: Span, lexicon: Mapping[str, Sequence[str]]) -> Page:
    """Add what the page says of the report around it."""
    around = (head, Span(page.extent.end, len(folded)))
    found = {key: _meta(folded, around, lexicon.get(key, ())) for key in ("published", "title", "publisher", "made")}
    published = found["published"] or _meta(folded, around[:1], lexicon.get("dated", ())) or found["made"]
    return page._replace(published=published, page_title=found["title"], publisher=found["publisher"])


def _run_in_title(folded: str, start: int, end: int) -> Span | None:
    """Find the last title before the first sentence of a page that stands in one line."""
    stop = folded.find("。", start, min(end, start + 2 * _PREFIX_REACH))
    reach = stop if stop > 0 else min(end, start + _PREFIX_REACH)
    found = [Span(*match.span(1)) for match in compiled(_TITLE_RUN_IN).finditer(folded, start, reach)]
    return found[-1] if found else None


def _any(lexicon: Mapping[str, Sequence[str]], key: str) -> regex.Pattern[str]:
    return compiled("|".join(f"(?:{pattern})" for pattern in lexicon.get(key, ())) or r"(?!)")


def _beginning(
    folded: str, blocks: tuple[Block, ...], before: regex.Pattern[str]
) -> tuple[int, tuple[Span, ...], Span | None]:
    """Find the first block of the report, furniture between its title and that block, and the title line."""
    title, begins, body = None, 0, None
    for index, block in enumerate(blocks[:_HEAD_BLOCKS]):
        line = folded[block.start : block.end]
        if before.search(line) and not _runs_on(line):
            continue
        above = folded[blocks[index - 1].start : blocks[index - 1].end] if index else ""
        broken = _ends_title(above, line)
        if broken or _is_title(line):
            title, begins, body = index, index - broken, None
        elif _opens_body(line):
            body = index if body is None else body
            break
        elif body is None and title is not None:
            body = index
    if title is None:
        return _behind_notice(folded, blocks[:_HEAD_BLOCKS], body or 0)
    first = body if body is not None else title
    span = Span(blocks[begins].start, blocks[title].end)
    return first, tuple(Span(one.start, one.end) for one in blocks[title + 1 : first]), span


def _behind_notice(folded: str, blocks: tuple[Block, ...], body: int) -> tuple[int, tuple[Span, ...], Span | None]:
    """A report behind the notice that issues it: its title stands in the notice and again above the report's first part."""
    lines = [folded[block.start : block.end] for block in blocks]
    part = next((i for i in range(body, len(lines)) if compiled(_PART).search(lines[i])), len(lines))
    above = "".join("".join(lines[:part]).split())
    titled = [i for i in range(body, part) if _is_title(lines[i]) and _is_named(above, "".join(lines[i].split()))]
    if not titled or titled[-1] + 1 >= len(lines):
        return body, (), None
    title = blocks[titled[-1]]
    return titled[-1] + 1, (), Span(title.start, title.end)


def _is_named(notice: str, title: str) -> bool:
    """A notice names the report as 《…》, or as what it is about: 关于印发……年度报告的通知."""
    return any(named in notice for named in (f"《{title}》", f"{title}的通知", f"{title}的公告"))


def _ends_title(above: str, line: str) -> bool:
    """A title may be broken inside the report's name; two entries of a menu (政府信息公开, 年报) are none."""
    rest = "".join(line.split())
    if not compiled(_TITLE_REST).search(rest) or len(above) > _TITLE_LENGTH:
        return False
    whole = "".join(above.split()) + rest
    named = compiled(YEAR).search(whole) or not compiled(rf"^{REPORT_NAME}$").search(whole)
    return bool(named) and _is_title(whole) and not _is_title(above)


def _opens_body(line: str) -> bool:
    """A paragraph or a numbered part, as against the short lines of a page's navigation."""
    return (
        len(line.strip()) > _TITLE_LENGTH
        or bool(compiled(_PART).search(line))
        or line.rstrip().endswith(("。", ";", ":"))
    )


def _is_line(folded: str, block: Block) -> bool:
    return not _opens_body(folded[block.start : block.end])


def _runs_on(line: str) -> bool:
    """A whole report stands in this line behind its furniture."""
    return len(line) > _LONG_LINE and "。" in line and not compiled(r"^ *(导读|摘要|简介|内容)").search(line)


def _skip_prefix(folded: str, block: Block, prefix: regex.Pattern[str]) -> int:
    reach = folded[block.start : min(block.end, block.start + _PREFIX_REACH)]
    behind = max((match.end() for match in prefix.finditer(reach)), default=0)
    return block.start + behind


def _ending(folded: str, blocks: tuple[Block, ...], first: int, after: regex.Pattern[str]) -> int:
    part = compiled(_PART)
    numbered = (i for i in range(first, len(blocks)) if part.search(folded[blocks[i].start : blocks[i].end]))
    last = max(numbered, default=first)
    behind = (i for i in range(last + 1, len(blocks)) if after.search(folded[blocks[i].start : blocks[i].end]))
    return blocks[next(behind, len(blocks)) - 1].end


def _without_suffix(folded: str, body: int, end: int, suffix: regex.Pattern[str]) -> int:
    line = folded.rfind("\n", body, end) + 1
    trailing = suffix.search(folded, max(body, line, end - _TAIL_REACH), end)
    return max(body, trailing.start() if trailing else end)


def _meta(folded: str, around: Sequence[Span], patterns: Sequence[str]) -> Span | None:
    """Find what the page says of the report, before it and then behind it."""
    for area in around:
        for pattern in patterns:
            match = compiled(pattern).search(folded, area.start, area.end)
            if match:
                return Span(match.start(1), match.end(1))
    return None
