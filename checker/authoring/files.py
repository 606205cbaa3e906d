"""Reads a YAML file so that every key and value keeps its place, and nothing is guessed at."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from checker.ruleset.ruleset import RuleFileError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from yaml.nodes import Node

# YAML 1.1 reads no as False, 012 as 10, 12:30:00 as 45000 and 2018-01-31 as a date: here they stay words.
_RESOLVERS = (
    ("bool", r"true|false", "tf"),
    ("int", r"[-+]?(?:0|[1-9][0-9]{0,17})", "-+0123456789"),
    ("null", r"null|~|", ("n", "~", "")),
)
_TAG = "tag:yaml.org,2002:"


class Place(NamedTuple):
    """A 1-based line and column."""

    line: int
    column: int


Trail = tuple[str | int, ...]
"""The keys and indexes that lead from the top of a file to a value."""


@dataclass(frozen=True, slots=True)
class YamlFile:
    """A file's data and the places of its keys and values, by trail."""

    name: str
    data: Any
    keys: Mapping[Trail, Place]
    values: Mapping[Trail, Place]

    def error(self, trail: Trail, message: str, *, at_key: bool = False) -> RuleFileError:
        """Make an error at the value that ``trail`` leads to, or at its key; where it is absent, at what should hold it."""
        places = self.keys if at_key else self.values
        while trail and trail not in places:
            trail, places = trail[:-1], self.values
        place = places.get(trail, Place(1, 1))
        return RuleFileError(self.name, place.line, place.column, message)


def read(path: Path, name: str) -> YamlFile:
    """Read the YAML file at ``path``, which errors call ``name``; raises RuleFileError."""
    return parse(path.read_bytes(), name)


def parse(content: bytes, name: str) -> YamlFile:
    """Take a YAML file's content apart; raises RuleFileError."""
    loader = _Loader(_decode(content, name))
    try:
        node = loader.get_single_node()
    except yaml.MarkedYAMLError as error:
        raise _syntax_error(name, error) from error
    except yaml.YAMLError as error:
        raise RuleFileError(name, 1, 1, f"不是有效的 YAML / not valid YAML: {error}") from error
    finally:
        loader.dispose()
    if node is None:
        raise RuleFileError(name, 1, 1, "文件是空的 / the file is empty")
    builder = _Builder(name)
    return YamlFile(name, builder.build(node, ()), builder.keys, builder.values)


def _loader_class() -> Any:  # noqa: ANN401 - PyYAML has two loaders without a common class
    loader: Any = type("_Loader", (getattr(yaml, "CSafeLoader", yaml.SafeLoader),), {"yaml_implicit_resolvers": {}})
    for tag, pattern, first in _RESOLVERS:
        loader.add_implicit_resolver(_TAG + tag, re.compile(f"^(?:{pattern})$"), list(first))
    return loader


_Loader = _loader_class()


def _decode(content: bytes, name: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise RuleFileError(name, line, 1, "不是 UTF-8 编码 / the file is not in UTF-8") from error


def _syntax_error(name: str, error: yaml.MarkedYAMLError) -> RuleFileError:
    mark = error.problem_mark or error.context_mark
    place = Place(mark.line + 1, mark.column + 1) if mark else Place(1, 1)
    return RuleFileError(name, *place, f"不是有效的 YAML / not valid YAML: {error.problem}")


class _Builder:
    """Makes plain data of nodes and notes where each key and value stands."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.keys: dict[Trail, Place] = {}
        self.values: dict[Trail, Place] = {}
        self._seen: set[int] = set()

    def build(self, node: Node, trail: Trail) -> Any:  # noqa: ANN401 - any plain data
        self.values[trail] = _place(node)
        if id(node) in self._seen:
            # Also keeps a file that contains itself, or doubles itself thirty times over, from being built.
            raise self._refuse(node, "不支持锚点和别名 / anchors and aliases are not supported")
        self._seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, trail)
        if isinstance(node, yaml.SequenceNode):
            return [self.build(item, (*trail, index)) for index, item in enumerate(node.value)]
        return self._scalar(node)

    def _mapping(self, node: yaml.MappingNode, trail: Trail) -> dict[str, Any]:
        made: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                raise self._refuse(key_node, "键必须是一个词 / a key must be a plain word")
            key = key_node.value
            if key in made:
                raise self._refuse(key_node, f"键“{key}”重复 / key '{key}' occurs twice")
            self.keys[(*trail, key)] = _place(key_node)
            made[key] = self.build(value_node, (*trail, key))
        return made

    def _scalar(self, node: Node) -> str | int | bool | None:
        value: str = node.value
        match node.tag.removeprefix(_TAG):
            case "str":
                return value
            case "int":
                return int(value)
            case "bool":
                return value == "true"
            case "null":
                return None
        raise self._refuse(node, f"不支持标签 {node.tag} / tag {node.tag} is not supported")

    def _refuse(self, node: Node, message: str) -> RuleFileError:
        return RuleFileError(self.name, *_place(node), message)


def _place(node: Node) -> Place:
    return Place(node.start_mark.line + 1, node.start_mark.column + 1)
