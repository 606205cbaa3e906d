"""Passages that a text has twice: where they stand, and how much they say beyond names, titles and set phrases."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING

from checker.kinds.repeat.doubled import doubled_in
from checker.kinds.repeat.pieces import pieces_of, runs_of
from checker.kinds.repeat.sentences import near_sentences
from checker.model.document import Span
from checker.model.record import NamedTuple
from checker.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.kinds.repeat.pieces import Pieces, Run

_LEAST, _LONG, _TWO = 24, 40, 26  # characters: told at all; certainly meant once; of two clauses or more
_LEAST_AT_ONCE = 8
_LEAST_OF_PARAGRAPH = 16
_REACH = 12
_LEAST_PIECE = 6  # shorter ones are words of a list
_HOLLOW = "~《》“”〈〉<>‘’〔〕 0123456789"
_SENTENCE_STOP = r"[,。;:!?]"
_PARAGRAPH = (r"(?:\A|\n)\s{0,4}(?:\(?[一二三四五六七八九十\d]{1,3}[)、.是])?\Z", r"[。!?:]\s*+(?:\n|\Z)|[。!?:]?\n")
_GAP_AT_MOST = 80
_CELL_AT_MOST = 24


class Text(NamedTuple):
    """A report's text: width-folded, the same with titles hollowed out, what is judged, and ranges that may recur."""

    folded: str
    prose: str
    extent: Span
    free: tuple[Span, ...]


class Repeat(NamedTuple):
    """Words that stand at ``first`` and again at ``second``: ``at_once``, a ``passage`` or a ``sentence``."""

    kind: str
    first: Span
    second: Span


@lru_cache(maxsize=4)
def repeats_of(text: Text, nothing: tuple[str, ...], clauses: tuple[str, ...]) -> tuple[Repeat, ...]:
    """List what is repeated, in reading order.

    What ``nothing`` finds may stand twice anywhere, what ``clauses`` find in two parts of the report.
    """
    pieces = pieces_of(text.folded, text.extent)
    found = [Repeat("at_once", *spans) for spans in doubled_in(text.folded, pieces)]
    for first, second, at_once in near_sentences(text.folded, text.extent):
        if at_once or not compiled(_any(nothing)).search(text.folded, second.start, second.end):
            found.append(Repeat("at_once" if at_once else "passage", first, second))
    weighing = _Weighing(text, _any((*nothing, *clauses)), pieces)
    found += filter(None, map(weighing.judged, runs_of(pieces.words)))
    return tuple(_apart(sorted(found, key=lambda one: (one.second.start, -one.second.end))))


def _any(patterns: Iterable[str]) -> str:
    return "|".join(f"(?:{one})" for one in patterns) or "(?!)"


def _apart(found: Iterable[Repeat]) -> Iterator[Repeat]:
    """A passage that goes on a little farther, behind other figures, is told once."""
    last: Repeat | None = None
    for one in found:
        if last and one.second.start < last.second.end:
            continue
        if not (last and _goes_on(last.first, one.first) and _goes_on(last.second, one.second)):
            yield one
        last = one


def _goes_on(before: Span, behind: Span) -> bool:
    return 0 <= behind.start - before.end <= _GAP_AT_MOST


class _Weighing:
    """Counts the characters of a run that say something of their own."""

    def __init__(self, text: Text, stock: str, pieces: Pieces) -> None:
        self._text = text
        self._stock = stock
        self._pieces = pieces
        self._known: dict[tuple[str, str], tuple[bool, int]] = {}  # a text that says much twice says it often

    def judged(self, run: Run) -> Repeat | None:
        first, second = self._span(run.first, run), self._span(run.second, run)
        if not self._is_said(second):
            return None
        between = self._text.folded[first.end : second.start]
        if not between.strip(",。;:!? \n"):
            own = sum(self._read(self._pieces.span(run.second + index, 1))[1] for index in range(run.length))
            told = own >= _LEAST_AT_ONCE and not self._is_headed(between, second) and not self._is_cell(first, second)
            return Repeat("at_once", first, second) if told else None
        kind = self._far(run, first, second)
        return Repeat(kind, first, second) if kind else None

    def _is_headed(self, between: str, second: Span) -> bool:
        """A sentence may take up the words of the item's heading before it (三是设置意见箱。设置意见箱，方便群众)."""
        ends = compiled(r"\s{0,4}[。;!?]").match(self._text.folded, second.end)
        return ends is None and not set("。:!?\n").isdisjoint(between)

    def _is_cell(self, first: Span, second: Span) -> bool:
        """Nobody says the same thing three times in a row: a merged cell does, once for each of its columns."""
        text = self._text.folded
        words, apart = text[second.start : second.end], second.start - first.end
        if len(words) > _CELL_AT_MOST:
            return False
        again = text.startswith(words, second.end + apart), text.endswith(words, 0, max(first.start - apart, 0))
        return any(again)

    def _span(self, index: int, run: Run) -> Span:
        whole = self._pieces.span(index, run.length)
        if run.led:
            return Span(self._pieces.end(index - 1) - run.led, whole.end)
        return Span(whole.start - self._item(run), whole.end)

    def _item(self, run: Run) -> int:
        """Count the characters of an item's number (一是) that stands before both."""
        before = [
            self._text.folded[max(at - 2, 0) : at]
            for at in (self._pieces.start(run.first), self._pieces.start(run.second))
        ]
        return 2 if before[0] == before[1] and before[0].endswith("是") else 0

    def _far(self, run: Run, first: Span, second: Span) -> str:
        own, clauses = 0, 0
        for weight in self._weights(run):
            own, clauses = own + weight, clauses + bool(weight)
            if own >= (_TWO if clauses > 1 else _LONG):
                return "passage"
        is_long = own >= _LEAST_OF_PARAGRAPH and second.end - second.start >= _LONG
        if is_long and self._is_all(_PARAGRAPH, first, second):
            return "passage"
        return "sentence" if own >= _LEAST else ""

    def _is_all(self, ends: tuple[str, str], *spans: Span) -> bool:
        before, behind = compiled(ends[0]), compiled(ends[1])
        text = self._text.folded
        return all(
            before.search(text, max(one.start - _REACH, 0), one.start) and behind.match(text, one.end) for one in spans
        )

    def _is_said(self, span: Span) -> bool:
        """A sentence has a stop behind it, which rows of a table have not."""
        return compiled(_SENTENCE_STOP).match(self._text.folded, span.end) is not None

    def _weights(self, run: Run) -> Iterator[int]:
        yield run.led
        for index in range(run.length):
            first, second = self._pieces.span(run.first + index, 1), self._pieces.span(run.second + index, 1)
            is_free = self._is_free(first) or self._is_free(second)
            recurs, weight = (True, 0) if is_free else self._read(second)
            yield weight if weight >= _LEAST_PIECE and not recurs else 0

    def _read(self, piece: Span) -> tuple[bool, int]:
        """Tell whether a piece is a set phrase, and how many characters say something."""
        words, prose = (text[piece.start : piece.end] for text in (self._text.folded, self._text.prose))
        known = self._known.get((words, prose))
        if known is None:
            weight = sum(1 for char in prose if char not in _HOLLOW)
            recurs = weight >= _LEAST_PIECE and compiled(self._stock).search(words) is not None
            known = self._known[words, prose] = recurs, weight
        return known

    def _is_free(self, piece: Span) -> bool:
        index = bisect_right(self._text.free, piece.start, key=lambda one: one.start) - 1
        return index >= 0 and piece.start < self._text.free[index].end
