from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checker.authoring.loading import load_ruleset
from checker.kinds.prose_sum import Params, observe, placeholders
from checker.model.result import Broken, Held
from checker.readers import read_bytes
from checker.structure.build import Hints, build_fragment

if TYPE_CHECKING:
    from checker.model.result import Observation

FAULTS = [
    ("公开信息210条，其中政策类80条，许可类95条，应急类45条。", "stated"),
    ("公开信息210条，其中政策类80条，许可类75条，其他25条。", "stated"),
    ("公开信息210条。其中政策类80条，许可类95条，应急类45条。", "exceeds"),
    ("公开信息210条，其中政策类80条，许可类85条，应急类45条。", ""),
    ("公开信息210条，其中政策类80条，许可类75条，应急类25条。", ""),
    ("公开信息210条。其中政策类80条，许可类75条，其他25条。", "short"),
    ("公开信息210余条，其中政策类80条，许可类75条，其他25条。", "far"),
    ("公开信息210余条，其中政策类80条，许可类85条，其他75条。", "exceeds"),
    ("公开信息210余条，其中政策类80条，许可类85条，其他50条。", ""),
    ("公开信息210条，其中政策类80条，许可类近80条，其他55条。", ""),
    ("公开信息425条，其中职能类148条，文件类121条，计划类21条，许可类131条。", "far"),
    ("全年工作平稳。", ""),
]


def seen(text: str, fault: str) -> list[Observation]:
    report = build_fragment(read_bytes(text.encode(), "text.txt"), load_ruleset(), Hints(year=2017), "proactive")
    return list(observe(Params(fault), report))


def broken(text: str, fault: str) -> Broken:
    (found,) = seen(text, fault)
    assert isinstance(found, Broken)
    return found


@pytest.mark.parametrize(("text", "fault"), FAULTS)
def test_each_sum_has_one_fault_at_most(text: str, fault: str) -> None:
    found = {
        name for name in ("stated", "exceeds", "short", "far") for one in seen(text, name) if isinstance(one, Broken)
    }
    assert found == ({fault} if fault else set())


def test_a_text_without_sums_says_nothing_wrong() -> None:
    assert seen("全年工作平稳。", "short") == [Held(0)]


@pytest.mark.parametrize(
    ("text", "faulty"),
    [
        ("2016年全年公开信息274条。按发布时间统计，上半年140条，下半年186条。", False),
        ("2017年全年公开信息274条。按发布时间统计，上半年140条，下半年186条。", True),
        ("2016年公开信息274条，2017年公开信息310条。按发布时间统计，上半年140条，下半年186条。", True),
        ("2016年全年公开信息274条，按发布时间统计，上半年140条，下半年186条。", True),
    ],
)
def test_the_total_of_another_year_has_its_parts_in_its_own_sentence(text: str, *, faulty: bool) -> None:
    (found,) = seen(text, "exceeds")
    assert isinstance(found, Broken) is faulty


def test_the_message_says_what_was_added() -> None:
    values = broken("公开信息210条，其中政策类80条，许可类95条，应急类45条。", "stated").values
    assert values == {"addition": "80＋95＋45", "sum": "220", "total": "210条", "difference": "10"}
    assert values.keys() == placeholders(Params("stated"))


def test_total_and_parts_are_pointed_at_together() -> None:
    text = "今年公开信息210条，其中政策类80条，许可类95条，应急类45条，均已发布。"
    found = broken(text, "stated")
    assert [text[span.start : span.end] for span in found.spans] == [
        "今年公开信息210条，其中政策类80条，许可类95条，应急类45条"
    ]
    assert [text[span.start : span.end] for span in found.related] == ["210条", "80条", "95条", "45条"]


def test_parts_far_from_their_total_are_pointed_at_apart() -> None:
    text = f"主动公开政府信息2540条。{'进一步完善制度。' * 9}主要类别有：职能类594条，文件类281条，许可类700条，其他865条。"
    whole = [text[span.start : span.end] for span in broken(text, "far").spans]
    assert whole == ["职能类594条，文件类281条，许可类700条，其他865条", "主动公开政府信息2540条"]


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        (
            "公开信息210条，其中政策类80条，许可类75条，其他25条。",
            "如总数无误，“25”或应为“55”；如各分项无误，总数应为180条",
        ),
        ("公开信息1210条，其中政策类80条，许可类1070条，其他40条。", "如各分项无误，总数应为1190条"),
        ("公开信息210条，其中政策类80条，许可类85条，其他35条。", "如各分项无误，总数应为200条"),
    ],
)
def test_the_suggestion_names_what_would_be_right(text: str, suggestion: str) -> None:
    assert broken(text, "stated").suggestion == suggestion


def test_nothing_is_suggested_of_approximate_numbers() -> None:
    assert broken("公开信息210余条，其中政策类80条，许可类75条，其他25条。", "far").suggestion is None
