"""The arithmetic of rules: one comparison of sums, such as ``new + carried_in == total + carried_out``.

A small subset of Python's grammar, read with ``ast``: ``+ - *``, whole numbers, names, dotted names (``applications.new.total``,
``prior.carried_out``) and ``sum(group)``. Both sides are linear: a name may be multiplied by numbers alone.
"""

from __future__ import annotations

import ast
import operator
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from checker.model.record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

Reference = tuple[str, ...]
"""A name by its dotted parts."""

_COMPARISONS: dict[type[ast.cmpop], str] = {ast.Eq: "==", ast.LtE: "<=", ast.GtE: ">=", ast.Lt: "<", ast.Gt: ">"}
_COMPARED = {"==": operator.eq, "<=": operator.le, ">=": operator.ge, "<": operator.lt, ">": operator.gt}
_LONGEST = 2000  # characters; ast is recursive


class ExpressionError(ValueError):
    """An expression outside the language; the message says what and where."""


class Side(NamedTuple):
    """One side of a comparison: how often each name counts, and a constant."""

    terms: Mapping[Reference, int]
    constant: int = 0

    def value(self, values: Mapping[Reference, Decimal]) -> Decimal:
        """Add up the side; raises KeyError for a name that ``values`` has not."""
        return sum((values[name] * times for name, times in self.terms.items()), Decimal(self.constant))


class Expression(NamedTuple):
    """A comparison of two sides; ``groups`` were put in the place of ``sum(group)``."""

    text: str
    left: Side
    comparison: str
    right: Side

    @property
    def references(self) -> tuple[Reference, ...]:
        """The names in order, each once."""
        return tuple(dict.fromkeys((*self.left.terms, *self.right.terms)))

    def holds(self, left: Decimal, right: Decimal) -> bool:
        """Tell whether two values compare as the expression asks."""
        return bool(_COMPARED[self.comparison](left, right))


def parse_expression(text: str, groups: Mapping[str, tuple[str, ...]]) -> Expression:
    """Read an expression; raises ExpressionError for what the language has not."""
    return _parsed(text, tuple(sorted(groups.items())))


@lru_cache(maxsize=256)
def _parsed(text: str, groups: tuple[tuple[str, tuple[str, ...]], ...]) -> Expression:
    try:
        tree = ast.parse(text if len(text) <= _LONGEST else "", mode="eval").body
    except SyntaxError as error:
        msg = f"{text!r}: {error.msg} (column {error.offset})"
        raise ExpressionError(msg) from error
    if not isinstance(tree, ast.Compare) or len(tree.ops) != 1 or type(tree.ops[0]) not in _COMPARISONS:
        msg = f"{text!r}: one comparison is wanted (==, <=, >=, <, >)"
        raise ExpressionError(msg)
    reader = _Reader(text, dict(groups))
    return Expression(text, reader.side(tree.left), _COMPARISONS[type(tree.ops[0])], reader.side(tree.comparators[0]))


class _Reader(NamedTuple):
    text: str
    groups: Mapping[str, tuple[str, ...]]

    def side(self, node: ast.expr) -> Side:
        match node:
            case ast.Constant(value=int(value)) if not isinstance(value, bool):
                return Side({}, value)
            case ast.Name() | ast.Attribute():
                return Side({self.name(node): 1})
            case ast.Call(func=ast.Name(id="sum"), args=[ast.Name(id=group)], keywords=[]) if group in self.groups:
                return Side({(name,): 1 for name in self.groups[group]})
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return _times(self.side(operand), -1)
            case ast.BinOp(left=left, op=sign, right=right):
                return self.combined(node, sign, self.side(left), self.side(right))
        raise self.error(node)

    def combined(self, node: ast.expr, sign: ast.operator, left: Side, right: Side) -> Side:
        match sign:
            case ast.Add():
                return _plus(left, right)
            case ast.Sub():
                return _plus(left, _times(right, -1))
            case ast.Mult() if not left.terms:
                return _times(right, left.constant)
            case ast.Mult() if not right.terms:
                return _times(left, right.constant)
        raise self.error(node)

    def name(self, node: ast.expr) -> Reference:
        match node:
            case ast.Name(id=name):
                return (name,)
            case ast.Attribute(value=value, attr=name):
                return (*self.name(value), name)
        raise self.error(node)

    def error(self, node: ast.expr) -> ExpressionError:
        return ExpressionError(f"{self.text!r}: not in the language (column {node.col_offset + 1})")


def _times(side: Side, number: int) -> Side:
    return Side({name: times * number for name, times in side.terms.items()}, side.constant * number)


def _plus(left: Side, right: Side) -> Side:
    names = dict.fromkeys((*left.terms, *right.terms))
    terms = {name: left.terms.get(name, 0) + right.terms.get(name, 0) for name in names}
    return Side(terms, left.constant + right.constant)
