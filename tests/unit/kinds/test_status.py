from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checker import Status, kinds
from checker.model.result import Broken, Held

if TYPE_CHECKING:
    from tests.conftest import Understand


@pytest.mark.parametrize("actual", [Status.CHECKED, Status.NOT_A_REPORT, Status.YEAR_UNKNOWN])
@pytest.mark.parametrize("asked", [Status.NOT_A_REPORT, Status.YEAR_UNKNOWN])
def test_a_report_of_the_status_asked_for_breaks_the_rule(
    asked: Status, actual: Status, understand: Understand
) -> None:
    kind = kinds.load("status")
    params = kinds.bind(kind, {"status": asked.value, "about": "title"})
    report = understand("某局2017年政府信息公开工作年度报告")._replace(status=actual)
    broken = Broken(about="title", section="document")
    assert list(kind.observe(params, report)) == [broken if asked is actual else Held()]
    assert kind.placeholders(params) == frozenset(broken.values)
