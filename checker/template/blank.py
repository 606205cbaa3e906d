"""An empty, correct report for a year and an organ: every part of the format, and zero in every cell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from checker.model.rule import Organ
from checker.template.draft import Chapter, Draft

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.ruleset.ruleset import Format, Ruleset, SectionFormat

_LEXICON = "blank"
_NO_PART = "improvements"  # told together with the problems


def blank(ruleset: Ruleset, year: int, issuer: str, organ: Organ = Organ.UNKNOWN) -> Draft:
    """Draft the report of ``issuer`` about ``year``, with zeros; raises LookupError for a year without an official format."""
    form = ruleset.format_for(year)
    notice = ruleset.instruments.get(f"report-format-{form.id}") if form else None
    if form is None or notice is None:
        message = f"no official format for reports about {year}"
        raise LookupError(message)
    words = cast("dict[str, Any]", ruleset.lexicons[_LEXICON])
    tables = {one.section: one.key for one in form.tables}
    slots = {
        "issuer": issuer,
        "year": str(year),
        "next": str(year + 1),
        "basis": f"《{notice.name.zh}》（{notice.number}）",
    }
    return Draft(
        title=words["title"].format(**slots),
        issuer=issuer,
        year=year,
        introduction=_filled(words["introduction"], slots),
        chapters=tuple(
            Chapter(part.key, part.title.zh, _said(words, part, form, organ, slots), tables.get(part.key, ""))
            for part in form.sections
            if part.key != _NO_PART
        ),
        closing=_filled(words["closing"], slots),
    )


def _said(
    words: dict[str, Any], part: SectionFormat, form: Format, organ: Organ, slots: dict[str, str]
) -> tuple[str, ...]:
    said: list[str] = []
    for one in words["sections"].get(part.key, ()):
        is_meant = form.id in one.get("formats", (form.id,)) and organ in one.get("organs", (organ,))
        said += one["text"] if is_meant else ()
    return _filled(said, slots)


def _filled(texts: Sequence[str], slots: dict[str, str]) -> tuple[str, ...]:
    return tuple(text.format(**slots) for text in texts)
