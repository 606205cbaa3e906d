"""Ways of checking. A kind is one module here; the folder is the registry.

A kind has ``Params`` (a named tuple, cheap to define on a cold start), ``placeholders(params)`` (names its messages may use) and
``observe(params, report)``. It knows neither severity nor weight, language or file format.
"""

from __future__ import annotations

import importlib
import pkgutil
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Protocol, cast

from checker.model.rule import Lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checker.model.report import Report
    from checker.model.result import Observation


_NONE: Mapping[str, Any] = MappingProxyType({})


class Kind(Protocol):
    """The shape of a kind's module."""

    Params: type[Any]

    def placeholders(self, params: Any) -> frozenset[str]:  # noqa: ANN401 - each kind has its own parameters
        """Name the values that ``observe`` gives to messages."""

    def observe(self, params: Any, report: Report) -> Iterator[Observation]:  # noqa: ANN401 - see above
        """Look at the report and say what holds, what does not and what cannot be told."""


def names() -> tuple[str, ...]:
    """List the kinds there are."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))


def load(name: str) -> Kind:
    """Give the kind called ``name``; raises ModuleNotFoundError where there is none."""
    return cast("Kind", importlib.import_module(f"{__name__}.{name}"))


def bind(kind: Kind, params: Mapping[str, object], lexicons: Mapping[str, Any] = _NONE) -> Any:  # noqa: ANN401 - each kind has its own parameters
    """Make the kind's ``Params`` of a rule file's ``with``: lists become tuples, the name under ``lexicon`` that lexicon.

    Raises KeyError for a lexicon that there is not.
    """
    return kind.Params(**{name: _bound(name, value, lexicons) for name, value in params.items()})


def _bound(name: str, value: object, lexicons: Mapping[str, Any]) -> object:
    if name == "lexicon":
        return Lexicon(str(value), lexicons[str(value)])
    return tuple(value) if isinstance(value, list) else value
