"""What the attributes of a tag say, as the parser writes it out again: quoted, each behind a blank."""

from __future__ import annotations

from checker.patterns import compiled

_NO_MARKER = r'(?i) (?:type="[^1"]|style="[^"]{0,200}?list-style[^;"]{0,40}none)'


def span(tag: str, side: str) -> int:
    """Read a span as browsers do; 0 of rowspan, to the end of the table, is taken as very many."""
    asked = tag.partition(f' {side}="')[2].partition('"')[0]
    if asked.isdecimal() and len(asked) < 10:
        return int(asked)
    digits = compiled(r"\s*(\d{1,9})").match(asked)
    return int(digits.group(1)) if digits else 1


def number_of(tag: str, attribute: str, otherwise: int) -> int:
    """Read a small number; ``otherwise`` where there is none."""
    said = compiled(rf' {attribute}="(\d{{1,4}})"').search(tag)
    return int(said.group(1)) if said else otherwise


def first_number(tag: str) -> int | None:
    """Give the number a decimal list begins with; None for a list of other marks."""
    if compiled(_NO_MARKER).search(tag):
        return None
    return number_of(tag, "start", 1)
