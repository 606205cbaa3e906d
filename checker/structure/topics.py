"""Topics that a format wants treated within its parts, e.g. the five aspects of 总体情况."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model.document import Span
from checker.model.report import Front, FrontState, Placement
from checker.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.model.report import Heading, Section
    from checker.ruleset.ruleset import Format, TopicFormat
    from checker.structure.source import Source


_MOST = 3  # of the five aspects of 总体情况


def topics_of(
    source: Source, sections: Mapping[str, Section], form: Format, outline: Sequence[Heading]
) -> dict[str, Front]:
    """Judge each topic of the format; one whose part has no heading here is left out, for there is nowhere to look."""
    found: dict[str, Front] = {}
    unheaded = _unheaded(sections, form, outline)
    for topic in form.topics:
        headed = [one for key in topic.within if (one := sections.get(key)) and one.placement is not Placement.STATED]
        if not topic.within:
            found[topic.key] = _judged(source, topic, (source.extent,), None)
        elif headed and headed[0].key == topic.within[0]:
            areas = [Span(one.body, one.end) for one in headed]
            heading = Span(headed[0].start, headed[0].body)
            by_heading = Front(FrontState.ABSENT, heading, tuple(topic.parts))
            found[topic.key] = by_heading if topic.key in unheaded else _judged(source, topic, areas, heading)
    return found


def _unheaded(sections: Mapping[str, Section], form: Format, outline: Sequence[Heading]) -> set[str]:
    """Name the topics that have no heading of their own in a part that is divided by topics."""
    unheaded: set[str] = set()
    for key in {topic.within[0] for topic in form.topics if topic.heading and topic.within}:
        topics = [topic for topic in form.topics if topic.heading and topic.within[:1] == (key,)]
        part = sections.get(key)
        below = [one.title for one in outline if part and part.body <= one.start < part.end and one.style != "item"]
        without = {topic.key for topic in topics if not any(compiled(topic.heading).search(one) for one in below)}
        if len(topics) - len(without) >= _MOST:
            unheaded |= {topic.key for topic in topics if topic.headed} & without
    return unheaded


def _judged(source: Source, topic: TopicFormat, areas: Sequence[Span], heading: Span | None) -> Front:
    missing = tuple(
        part
        for part, patterns in topic.parts.items()
        if not any(_told(source, pattern, area) for pattern in patterns for area in areas)
    )
    if not missing:
        return Front(FrontState.PRESENT, heading)
    return Front(FrontState.ABSENT if len(missing) == len(topic.parts) else FrontState.PARTIAL, heading, missing)


def _told(source: Source, pattern: str, area: Span) -> bool:
    """The labels of a statutory table tell nothing of the work."""
    found = compiled(pattern).finditer(source.text, area.start, area.end)
    return any(not source.in_table(match.start()) for match in found)
