"""Topics that a format wants treated within its parts, e.g. the five aspects of 总体情况."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.model.report import Front, Section
    from checker.ruleset.ruleset import Format
    from checker.structure.source import Source


def topics_of(source: Source, sections: Mapping[str, Section], form: Format) -> dict[str, Front]:
    """Judge each topic of the format whose sections the report has."""
    return {}
