"""What is wrong with the marks of a report: lost, doubled, turned the wrong way, crossed, nested or of two kinds."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from checker.kinds.balance.lost import fix_of, is_numbering, of_number, reversed_quotes, shown
from checker.kinds.balance.pairing import PARTNERS, lines_of
from checker.model.document import Span
from checker.model.record import NamedTuple
from checker.model.result import Fix
from checker.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.kinds.balance.pairing import Line, Mark, Pair, Text

_CROSSED_AT_MOST = 80
_NESTED_AT_MOST = 100
_ANGLED = r"<([^<>《》\n]{2,80})>"
_OTHER_QUOTES = r"[\"'〝〞＂「」]"
_QUOTED_AGAIN = r"\s{0,20}“"  # a quotation of several paragraphs opens in each
_YEAR_BESIDE = r"[〔\[](?:\s?(?:19|20)\d{2}|\s?号)|(?:19|20)\d{2}\s?[〕\]]"
_LEFT_AT_MOST = 50
_FULL = {"(": "（", ")": "）"}


class Flaw(NamedTuple):
    """A flaw, the family of marks it is of, the place to point at, the mark in question and what puts it right."""

    kind: str
    family: str
    span: Span
    mark: str
    fixes: tuple[Fix, ...] = ()


@lru_cache(maxsize=4)
def flaws_of(text: Text) -> tuple[Flaw, ...]:
    """List the flaws in reading order; the rules of one text share them."""
    found = [flaw for line in lines_of(text) for flaw in _line_flaws(line, text)]
    return tuple(sorted(found, key=lambda one: one.span))


def _line_flaws(line: Line, text: Text) -> Iterator[Flaw]:
    yield from _left_over(line, text)
    yield from _crossed(line, text)
    for pair in line.pairs:
        yield from _nested(pair, text)
        yield from _of_two_kinds(pair, text)


def _left_over(line: Line, text: Text) -> Iterator[Flaw]:
    pages_path = not line.pairs and sum(mark.char == "》" for mark in line.left) > 1
    for family in dict.fromkeys(mark.family for mark in line.left):
        marks = [mark for mark in line.left if mark.family == family][:_LEFT_AT_MOST]
        if family == "quote":
            yield from _quotes(marks, text)
        elif not (family == "title" and pages_path):
            yield from (_lost(mark, text) for mark in marks if not _is_of_a_number(mark, text))


def _is_of_a_number(mark: Mark, text: Text) -> bool:
    """Half of an item's number is no flaw, and a document number that lost a bracket has rules of its own."""
    beside = compiled(_YEAR_BESIDE).search(text.folded, max(mark.at - 6, 0), mark.at + 6)
    return is_numbering(mark, text) or (mark.family == "square" and beside is not None)


def _quotes(marks: list[Mark], text: Text) -> Iterator[Flaw]:
    first = text.folded.rfind("\n", 0, marks[0].at) + 1
    last = text.folded.find("\n", marks[-1].at)
    if compiled(_OTHER_QUOTES).search(text.written, first, last if last >= 0 else text.extent.end):
        return  # the partner is a mark of another kind
    turned = reversed_quotes(marks, text)
    if turned:
        fixes = tuple(Fix(Span(mark.at, mark.at + 1), PARTNERS[mark.char]) for mark in turned)
        yield Flaw("reversed", "quote", Span(marks[0].at, marks[-1].at + 1), turned[0].char, fixes)
        return
    goes_on = compiled(_QUOTED_AGAIN).match(text.folded, max(last, 0))
    for mark in marks:
        if not (goes_on and mark.opens and not text.folded[first : mark.at].strip()):
            yield _lost(mark, text)


def _lost(mark: Mark, text: Text) -> Flaw:
    beside = mark.at + 1 if mark.opens else mark.at - 1
    if text.folded[beside : beside + 1] == mark.char:
        fix = Fix(Span(mark.at, mark.at + 1), "")
        return Flaw("doubled", mark.family, shown(mark, text), mark.char, (fix,))
    family = "number" if of_number(mark, text) else {"square": "bracket"}.get(mark.family, mark.family)
    fix_found = fix_of(mark, text)
    return Flaw("lost", family, shown(mark, text), mark.char, (fix_found,) if fix_found else ())


def _crossed(line: Line, text: Text) -> Iterator[Flaw]:
    around: list[Pair] = []
    for pair in line.pairs:
        while around and around[-1].closing.at < pair.opening.at:
            around.pop()
        if around and pair.closing.at > around[-1].closing.at:
            outer = around.pop()
            if pair.closing.at - outer.opening.at <= _CROSSED_AT_MOST and outer.opening.family != pair.opening.family:
                span = Span(outer.opening.at, pair.closing.at + 1)
                yield Flaw("crossed", outer.opening.family, span, outer.closing.char, _uncrossed(outer, pair, text))
        around.append(pair)


def _uncrossed(outer: Pair, inner: Pair, text: Text) -> tuple[Fix, ...]:
    """Change places where the closing marks stand side by side: nothing stands between them."""
    first, second = outer.closing.at, inner.closing.at
    if second - first != 1:
        return ()
    return (Fix(Span(first, second + 1), text.written[second] + text.written[first]),)


def _nested(pair: Pair, text: Text) -> Iterator[Flaw]:
    start, end = pair.opening.at, pair.closing.at
    if pair.opening.family != "title" or end - start > _NESTED_AT_MOST:
        return
    if pair.depth % 2 and pair.opening.char == "《" and pair.closing.char == "》":
        fixes = (Fix(Span(start, start + 1), "〈"), Fix(Span(end, end + 1), "〉"))
        yield Flaw("nested", "title", Span(start, end + 1), "《", fixes)
    if not pair.depth:
        for match in compiled(_ANGLED).finditer(text.folded, start, end):
            fixes = (
                Fix(Span(match.start(), match.start() + 1), "〈"),
                Fix(Span(match.end() - 1, match.end()), "〉"),
            )
            yield Flaw("nested", "title", Span(*match.span()), "<", fixes)


def _of_two_kinds(pair: Pair, text: Text) -> Iterator[Flaw]:
    opening, closing = text.written[pair.opening.at], text.written[pair.closing.at]
    span = Span(pair.opening.at, pair.closing.at + 1)
    if pair.opening.char == "(" and (opening in "()") != (closing in "()"):
        fixes = tuple(
            Fix(Span(mark.at, mark.at + 1), _FULL[mark.char])
            for mark, written in ((pair.opening, opening), (pair.closing, closing))
            if written in _FULL
        )
        yield Flaw("mixed", "bracket", span, opening, fixes)
    elif PARTNERS[pair.opening.char] != pair.closing.char:
        fix = Fix(Span(pair.closing.at, pair.closing.at + 1), PARTNERS[pair.opening.char])
        yield Flaw("mixed", "title" if pair.opening.family == "title" else "bracket", span, opening, (fix,))
