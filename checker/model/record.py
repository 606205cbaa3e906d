"""Named tuples that cost a quarter to define: typing's compiles every annotation, which a cold start pays a hundred times."""

from __future__ import annotations

from collections import namedtuple
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing import NamedTuple
else:

    class _Defining(type):
        """Turns the body of a class into a named tuple, as ``typing.NamedTuple`` does, and leaves annotations as they are."""

        def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> type:
            if not bases:
                return super().__new__(cls, name, bases, body)
            fields = body.get("__annotations__", {})
            defaults = [body[field] for field in fields if field in body]
            made = namedtuple(name, fields, defaults=defaults, module=body["__module__"])  # noqa: PYI024 - see above
            for key, value in body.items():
                if key not in fields and key not in {"__module__", "__qualname__", "__slots__", "__dict__"}:
                    setattr(made, key, value)
            made.__qualname__ = body["__qualname__"]
            return made

    class NamedTuple(metaclass=_Defining):
        """Base of records; a default before a field without one is an error, as in any named tuple."""


__all__ = ["NamedTuple"]
