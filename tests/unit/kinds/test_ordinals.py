from __future__ import annotations

import pytest

from checker.kinds.sequence.ordinals import in_style, is_written, stands_alone


@pytest.mark.parametrize(
    ("written", "value", "expected"),
    [
        ("（六）", 7, "（七）"),
        ("(九)", 10, "(十)"),
        ("十、", 11, "十一、"),
        ("十九、", 20, "二十、"),
        ("第二部分", 3, "第三部分"),
        ("二是", 3, "三是"),
        ("2.", 3, "3."),
        ("（２）", 3, "（3）"),
        ("⑨", 10, "⑩"),
        ("⑳", 21, "21"),
    ],
)
def test_a_number_is_written_in_the_style_of_another(written: str, value: int, expected: str) -> None:
    assert in_style(written, value) == expected


@pytest.mark.parametrize(
    "words", ["(二)", "二、", "二 是", "二\n是", "其二,", "第二个", "2.", "2、", "(2)", "⑵", "②", "其次", "二要"]
)
def test_a_number_is_known_however_it_is_written(words: str) -> None:
    text = f"前面。{words}后面"
    assert is_written(2, text, 0, len(text))


@pytest.mark.parametrize(
    "words", ["2.5万", "12.", "十二、", "第二十条", "二级", "2017年", "第二批", "两是", "一二、三级"]
)
def test_other_numbers_are_not_taken_for_it(words: str) -> None:
    text = f"前面。{words}后面"
    assert not is_written(2, text, 0, len(text))


@pytest.mark.parametrize(
    ("value", "text", "alone"),
    [
        (2, "做法。2.会议。", True),
        (2, "做法。1.领导。2.会议。", False),
        (2, "做法。1.领导。二是会议。", True),
        (1, "做法。1.领导。2.会议。", False),
        (1, "做法。1.领导。", True),
        (1, "做法。", False),
    ],
)
def test_a_number_in_a_list_of_its_own_does_not_stand_alone(value: int, text: str, alone: bool) -> None:  # noqa: FBT001
    assert stands_alone(value, text, 0, len(text)) is alone
