"""What the readers of passages share: the text, its numbers, whose they are, and what a sentence is about."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from checker.model.document import Span
from checker.model.record import NamedTuple
from checker.model.relations import Telling
from checker.patterns import compiled
from checker.structure.tellings import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    import regex

    from checker.counting import Counts
    from checker.model.quantity import Quantity
    from checker.structure.source import Source
    from checker.structure.tellings.scope import Scope, Teller

SECTION_TOPICS = {"applications": "asked", "review_litigation": "review", "fees": "fee"}
_RUN_IN = 16


class Reading(NamedTuple):
    """The report as the readers of passages see it; ``parts`` are the places of its sections that have a topic."""

    source: Source
    counts: Counts
    teller: Teller
    parts: Sequence[tuple[Span, str]]
    report_year: int | None

    @property
    def prose(self) -> str:
        """The text with titles and quotations hollowed out."""
        return self.source.prose

    def section_topic(self, offset: int) -> str:
        """Give the topic of the part that holds ``offset``: asked, review, fee or none."""
        held = [topic for span, topic in self.parts if span.start <= offset < span.end]
        return held[-1] if held else ""

    def about_applications(self, sentence: Span) -> bool:
        """Tell whether a sentence speaks of applications for information, by its own words or those over it."""
        named = compiled(r"信息公开|政府信息|公开[^。;,\n]{0,6}申请|依申请").search(self.prose, *sentence)
        return bool(named) or self.run_in(sentence)

    def before(self, start: int, reach: int) -> str:
        """Give what the paragraph says up to ``start``, at most ``reach`` characters of it."""
        return self.prose[max(0, start - reach) : start].rpartition("\n")[2]

    def run_in(self, sentence: Span) -> bool:
        """Tell whether the paragraph opens as one about applications (依申请公开方面。…) or stands under such a heading."""
        line = self.prose.rfind("\n", max(0, sentence.start - 600), sentence.start)
        if line < 0:
            return False
        above = self.prose[max(0, line - 30) : line].rpartition("\n")[2]
        return "申请公开" in above or "申请公开" in self.prose[line + 1 : min(line + 1 + _RUN_IN, sentence.start)]


def topic_in(text: str) -> str:
    """Give what the words are about by the last of them that tells: asked, review, suit, disputes, fee, open or nothing."""
    if "复议" in text:
        text = compiled(words.BY_REVIEW).sub("", text)
    found = [match.lastgroup or "" for match in compiled(words.TOPIC).finditer(text)]
    if "suit" in found or "review" in found:
        both = "suit" in found and "review" in found
        return "disputes" if both else "suit" if "suit" in found else "review"
    return found[-1] if found else ""


def counted(key: str, passage: Span, quantity: Quantity, scope: Scope) -> Telling:
    """Make the telling of a number."""
    return Telling(
        key,
        passage,
        Span(quantity.start, quantity.end),
        quantity.low,
        quantity.high,
        none=quantity.high == 0,
        scope=scope.kind,
        whose=scope.whose,
        unit=quantity.unit,
    )


def denied(key: str, match: regex.Match[str], scope: Scope) -> Telling:
    """Make the telling that there was none."""
    place = Span(*match.span())
    return Telling(key, place, place, Decimal(0), Decimal(0), none=True, scope=scope.kind, whose=scope.whose)


def within(quantities: Sequence[Quantity], index: int, sentence: Span) -> int:
    """Give where the words of a number begin: behind the number before it, or with the sentence."""
    return max(sentence.start, quantities[index - 1].end if index else sentence.start)
