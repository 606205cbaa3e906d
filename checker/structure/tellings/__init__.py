"""Key figures as the passages of a report tell them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.counting import Counts
from checker.model.document import Span
from checker.patterns import compiled
from checker.structure.tellings import words
from checker.structure.tellings.denials import denials
from checker.structure.tellings.numbers import numbers_told
from checker.structure.tellings.reading import SECTION_TOPICS, Reading, topic_in
from checker.structure.tellings.scope import Teller

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.model.quantity import Quantity
    from checker.model.relations import Telling
    from checker.model.report import Section
    from checker.structure.source import Source

_TOPIC_AT_MOST = 200  # characters from the end of a sentence that tell what the next is about


def tellings_of(
    source: Source, quantities: Sequence[Quantity], sections: Mapping[str, Section], report_year: int | None
) -> tuple[Telling, ...]:
    """Read every passage that tells a key figure, in reading order."""
    reading = Reading(
        source, Counts(source.prose, quantities), Teller(source, report_year), _parts(sections), report_year
    )
    found: list[Telling] = []
    topic, end = "", -1
    for sentence in source.sentences:
        if "\n" in source.prose[max(end, 0) : sentence.start] or end < 0:
            topic = ""  # a paragraph speaks for itself
        end = sentence.end
        if not (topic or compiled(words.GATE).search(source.prose, *sentence)) or source.in_table(sentence.start):
            continue
        found += [*denials(reading, sentence, topic), *numbers_told(reading, sentence, topic)]
        topic = _left(reading, sentence, topic)
    return tuple(sorted(found, key=lambda one: (one.number.start, one.key)))


def _parts(sections: Mapping[str, Section]) -> list[tuple[Span, str]]:
    held = [(sections[key], topic) for key, topic in SECTION_TOPICS.items() if key in sections]
    return [(Span(section.start, section.end), topic) for section, topic in held]


def _left(reading: Reading, sentence: Span, before: str) -> str:
    """Give what a sentence leaves the next to be about; applications for a licence and other business leave nothing."""
    topic = topic_in(reading.prose[max(sentence.start, sentence.end - _TOPIC_AT_MOST) : sentence.end])
    ours = topic != "asked" or reading.section_topic(sentence.start) == "asked" or reading.about_applications(sentence)
    if not topic:
        return "" if compiled(words.ELSEWHERE).search(reading.prose, *sentence) else before
    return topic if ours else ""
