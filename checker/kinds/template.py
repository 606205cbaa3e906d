"""A statutory table is there, has the shape of the report year's format, and prints its labels (统计表的样式)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from checker.model.document import Span
from checker.model.record import NamedTuple
from checker.model.result import Broken, Fix, Held, Unknown
from checker.patterns import compiled
from checker.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.model.report import Report
    from checker.model.result import Observation
    from checker.model.tables import PrintedLabel, StatTable

_PLAIN_TEXT = frozenset({"txt"})
_MARKS = r"[\s\p{P}\p{S}]+"
_NUMBERING = r"^\s*(?:[一二三四五六七八九十]{1,3}\s?[、.,]|\(\s?(?:[一二三四五六七八九十]{1,3}|\d{1,2})\s?\)|\d{1,2}\s?[、.,](?!\d)|[①-⑩])\s*"
_FIRST_CHARACTERS = 6
_ONE_IN = 4  # characters of a label may be another; 合计 for 总计 is another word
_PLACEHOLDERS = ("words", "official", "era", "expected")


class Params(NamedTuple):
    """What is asked of ``table``.

    It is ``present`` and ``readable``; its ``era`` is the report year's; no rows or columns are ``missing``, none too many
    (``extra``); labels have no character ``changed``, none ``lost``, no other wording (``variant``).
    """

    table: str
    check: Literal["present", "readable", "era", "missing", "extra", "changed", "lost", "variant"]


def placeholders(params: Params) -> frozenset[str]:  # noqa: ARG001 - the same for all parameters
    """The ``words`` found; the ``official`` words or what is missing; the ``era`` of the table and the one ``expected``."""
    return frozenset(_PLACEHOLDERS)


def observe(params: Params, report: Report) -> Iterator[Observation]:
    """Look at one side of the table's shape; all but its presence is known only of a table that is there."""
    table = report.tables.get(params.table)
    if params.check == "present":
        yield _presence(params, report)
    elif table is None:
        yield Unknown("没有这张表", "there is no such table")
    elif params.check == "readable":
        opening = Span(table.span.start, table.span.start + _FIRST_CHARACTERS)
        yield Held() if table.readable else _broken(table, opening, words=report.text[opening.start : opening.end])
    elif not table.readable:
        yield Unknown("表中数字连写，无法读取", "the numbers of the table are run together and cannot be read")
    else:
        found = list(_flaws(params, report, table))
        yield from found
        if not found:
            yield Held(max(len(table.labels), 1))


def _presence(params: Params, report: Report) -> Observation:
    if params.table in report.tables:
        return Held()
    if not report.tables and report.document.format in _PLAIN_TEXT:
        return Unknown("纯文本可能丢失了表格", "plain text may have lost its tables")
    section = report.sections.get(params.table)
    return Broken(about=params.table, section=section.key if section else None)


def _flaws(params: Params, report: Report, table: StatTable) -> Iterator[Broken]:
    match params.check:
        case "era" if table.era != report.format:
            first = table.labels[0].span if table.labels else table.span
            yield _broken(table, first, era=table.era, expected=report.format)
        case "missing" if table.missing and table.era == report.format:
            yield _broken(table, table.labels[0].span if table.labels else table.span, official=_missing(table))
        case "extra":
            for stray in table.strays:
                yield _broken(table, stray.span, words=stray.raw)
        case "changed" | "lost" | "variant":
            for label in table.labels:
                if _deviation(label) == params.check:
                    yield _misprinted(table, label)


def _missing(table: StatTable) -> str:
    words = {"row": "行", "column": "列"}
    return "、".join(f"“{one.official}”{words[one.axis]}" for one in table.missing)


def _misprinted(table: StatTable, label: PrintedLabel) -> Broken:
    official = _unnumbered(label.official)
    fixes = (Fix(_core(label), official),) if "\n" not in label.raw else ()
    found = _broken(table, label.span, words=" ".join(label.raw.split()), official=official)
    return found._replace(suggestion=official, fixes=fixes)


def _core(label: PrintedLabel) -> Span:
    """The label without its numbering, which varies."""
    numbering = compiled(_NUMBERING).match(fold(label.raw))
    return Span(label.span.start + (numbering.end() if numbering else 0), label.span.end)


def _unnumbered(text: str) -> str:
    numbering = compiled(_NUMBERING).match(fold(text))
    return text[numbering.end() :] if numbering else text


def _deviation(label: PrintedLabel) -> str:
    """Say how a label differs from the official one, numbering, blanks and marks aside; empty where it does not."""
    plain, official = (compiled(_MARKS).sub("", _unnumbered(fold(one))) for one in (label.raw, label.official))
    if plain in (official, label.key.replace("_", "")):
        return ""
    if len(plain) == len(official) and _differing(plain, official) <= len(official) // _ONE_IN:
        return "changed"
    rest = iter(official)
    return "lost" if plain not in official and all(one in rest for one in plain) else "variant"


def _differing(plain: str, official: str) -> int:
    return sum(a != b for a, b in zip(plain, official, strict=True))


def _broken(table: StatTable, span: Span, **given: str) -> Broken:
    values: dict[str, str | int] = {**dict.fromkeys(_PLACEHOLDERS, ""), **given}
    return Broken((span,), values, about=table.key)
