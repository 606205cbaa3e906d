"""Settings in force: of each key the value of the highest layer that has it, and which layer that was."""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from checker.configuration.keys import KEYS
from checker.model.record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from checker.ruleset.ruleset import RuleFileError

    MakeError = Callable[[tuple[str | int, ...], str], RuleFileError]


class Layer(NamedTuple):
    """What one file sets: its name as people know it, the folder that its paths start from, and how it tells a mistake.

    ``label`` is what it adds to the version of a rule set that it changes.
    """

    origin: str
    folder: Path
    values: Mapping[str, Any]
    error: MakeError
    label: str = "custom"


class Setting(NamedTuple):
    """A value in force and the layer that set it; ``trail`` leads to it there."""

    value: Any
    layer: Layer
    trail: tuple[str | int, ...]


class Settings(NamedTuple):
    """All that is set: by key, severities by selector, and the folders of local rules, which add up."""

    values: Mapping[str, Setting] = MappingProxyType({})
    severities: Mapping[str, Setting] = MappingProxyType({})
    local: tuple[Setting, ...] = ()

    @property
    def local_folders(self) -> tuple[Path, ...]:
        """The folders of local rules."""
        return tuple(one.value for one in self.local)

    @property
    def parameters(self) -> dict[str, Any]:
        """What is set in place of options of the command line, by the names of its parameters."""
        return {KEYS[name].parameter: one.value for name, one in self.values.items() if KEYS[name].parameter}


NOTHING_SET = Settings()
_MERGED = frozenset({"severity", "local-rules"})


def resolve(layers: Sequence[Layer]) -> Settings:
    """Lay ``layers`` over each other, the weakest first.

    A key is taken as a whole, but for severities, which are a key each, and local rules, which add up.
    """
    values, severities = {}, {}
    for layer in layers:
        for name, value in layer.values.items():
            if name in KEYS and name not in _MERGED:
                values[name] = Setting(_placed(name, value, layer), layer, (name,))
        for selector, severity in layer.values.get("severity", {}).items():
            severities[selector] = Setting(severity, layer, ("severity", selector))
    return Settings(values, severities, tuple(_local(layers)))


def _local(layers: Iterable[Layer]) -> Iterable[Setting]:
    for layer in layers:
        if "local-rules" in layer.values:
            folder = Path(_placed("local-rules", layer.values["local-rules"], layer))
            yield Setting(folder, layer, ("local-rules",))


def _placed(name: str, value: Any, layer: Layer) -> Any:  # noqa: ANN401 - any plain data
    return str(layer.folder / value) if KEYS[name].path else value
