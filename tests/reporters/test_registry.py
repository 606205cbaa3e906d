from __future__ import annotations

import subprocess
import sys

import pytest

from checker import reporters

HEAVY = "junit_xml", "pydantic", "jsonschema", "yaml", "click"


def test_every_module_of_the_folder_is_a_format_and_its_packages_are_not() -> None:
    assert {"console", "json", "junit", "markdown"} <= set(reporters.names())
    assert not {"parts", "terminal"} & set(reporters.names())


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(ModuleNotFoundError):
        reporters.load("nonsense")


@pytest.mark.parametrize("name", ["console", "json", "markdown"])
def test_a_plain_format_imports_nothing_heavy(name: str) -> None:
    code = f"import sys; from checker import reporters; reporters.load({name!r}); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not set(HEAVY) & set(loaded)
