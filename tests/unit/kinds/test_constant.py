from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checker import kinds
from checker.model.result import Broken

if TYPE_CHECKING:
    from tests.conftest import UnderstandFragment

PATTERN = r"(?<name>[甲乙]网)\((?<value>[^()\n]{1,20})\)"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("甲网（a.cn）和甲网（b.cn）。", [("b.cn", "a.cn")]),
        ("甲网（a.cn）、甲网（b.cn）、甲网（c.cn）。", [("b.cn", "a.cn"), ("c.cn", "a.cn")]),
        ("甲网（a.cn）和甲网（A . CN）。", []),
        ("甲网（a.cn）和乙网（b.cn）。", []),
        ("甲网（a.cn）。", []),
        ("公开信息5条。", []),
    ],
)
def test_a_later_value_is_held_against_the_first_of_its_name(
    understand_fragment: UnderstandFragment, text: str, found: list[tuple[str, str]]
) -> None:
    report = understand_fragment(text, "proactive")
    kind = kinds.load("constant")
    seen = list(kind.observe(kinds.bind(kind, {"pattern": PATTERN}), report))
    assert [(one.values["words"], one.values["first"]) for one in seen if isinstance(one, Broken)] == found
