"""Reads a profile (方案): a named selection of rules and settings, of the rule set or of the user."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.authoring.files import read
from checker.configuration.faults import faults, probably
from checker.configuration.keys import profile_schema
from checker.configuration.settings import Layer

if TYPE_CHECKING:
    from pathlib import Path

    from checker.authoring.files import YamlFile

FOLDER = "profiles"
_SUFFIX = ".yaml"


class UnknownProfileError(LookupError):
    """There is no profile of this name; the message says which was probably meant."""


def load_profile(name: str, rules: Path, beside: Path) -> Layer:
    """Read the profile ``name`` of the rule set in ``rules``, or the file of that path, seen from the folder ``beside``.

    Raises UnknownProfileError, RuleFileError, OSError.
    """
    if name.endswith(_SUFFIX):
        return _layer(read(beside / name, name), beside / name)
    path = rules / FOLDER / f"{name}{_SUFFIX}"
    if name not in profiles(rules):
        message = f"没有方案“{name}”{probably(name, profiles(rules))}"
        raise UnknownProfileError(message)
    return _layer(read(path, f"{FOLDER}/{path.name}"), path)


def profiles(rules: Path) -> list[str]:
    """Name the profiles of the rule set in ``rules``."""
    return sorted(path.stem for path in (rules / FOLDER).glob(f"*{_SUFFIX}"))


def _layer(file: YamlFile, path: Path) -> Layer:
    for one in faults(file.data, profile_schema()):
        raise file.error(one.trail, f"{'.'.join(map(str, one.trail))}：{one.message}", at_key=one.at_key)
    label = re.sub(r"[^0-9A-Za-z-]+", "-", path.stem).strip("-") or "profile"
    return Layer(file.name, path.parent, file.data, file.error, label)
