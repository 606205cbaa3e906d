"""A word that is wrong, the better word, and what makes it sure."""

from __future__ import annotations

from checker.model.record import NamedTuple


class Entry(NamedTuple):
    """``wrong`` with the better word ``right``, and what makes it sure: patterns for the words around it.

    ``before`` and ``after`` must stand right beside it, ``near`` in its sentence; ``not_before`` and ``not_after`` must not
    stand right beside it. ``doubled``: the fault is that something is written twice.
    """

    wrong: str
    right: str
    before: str = ""
    after: str = ""
    near: str = ""
    not_before: str = ""
    not_after: str = ""
    doubled: bool = False
