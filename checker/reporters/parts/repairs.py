"""Repairs of a table in words: which cells would have to change for all its identities to hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from checker.model.result import CellChange, Repair


def said(repairs: Sequence[Repair], lang: str) -> str:
    """Say the likeliest repair, and how many others there are."""
    best, others = repairs[0], len(repairs) - 1
    changes = [_change(one, lang) for one in best.cells]
    if lang == "en":
        more = f" ({others} other repair{'s' if others > 1 else ''} would do)" if others else ""
        return f"if {' and '.join(changes)}, the whole table balances{more}; check with the case ledger"
    more = f"（另有 {others} 种改法）" if others else ""
    return f"把{'，并把'.join(changes)}，则全表平衡{more}；请对照台账核实"


def _change(one: CellChange, lang: str) -> str:
    before, after = _number(one.before, lang), _number(one.after, lang)
    if lang == "en":
        return f"“{one.row_label}” of column “{one.column_label}” is changed from {before} to {after}"
    return f"“{one.column_label}”列“{one.row_label}”由 {before} 改为 {after}"


def _number(value: Decimal | None, lang: str) -> str:
    if value is None:
        return "blank" if lang == "en" else "空白"
    return f"{value.normalize():f}" if value else "0"
