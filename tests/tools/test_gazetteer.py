from __future__ import annotations

import csv
import io
import json
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
import yaml

ROOT = Path(__file__).parents[2]
DATA = ROOT / "rules" / "lexicons" / "gazetteer.yaml"
DIVISIONS = [
    (1, "420000", "", "湖北省"),
    (1, "110000", "", "北京市"),
    (1, "710000", "", "台湾省"),
    (2, "420600", "420000", "襄阳市"),
    (2, "422800", "420000", "恩施土家族苗族自治州"),
    (3, "420683", "420600", "枣阳市"),
    (3, "422801", "422800", "恩施市"),
    (3, "429004", "420000", "仙桃市"),
    (3, "110105", "110000", "朝阳区"),
    (4, "420683001", "420683", "某街道"),
]
COLUMNS = ("year", "province_name", "city_name", "county_name", "city_id")
YEARS = [
    ("2004", "湖北省", "襄樊市", "樊县", "420600"),
    ("2009", "湖北省", "襄樊市", "枣阳市", "420600"),
    ("2009", "湖北省", "襄樊市", "襄阳区", "420600"),
    ("2009", "湖北省", "直辖县", "仙桃市", ""),
    ("2009", "北京市", "市辖区", "崇文区", "110000"),
    ("2009", "湖北省", "襄樊市", "市区", "420600"),
    ("2024", "湖北省", "襄阳市", "枣阳市", "420600"),
]


@pytest.fixture(scope="module")
def tool() -> Any:
    spec = spec_from_file_location("gazetteer", ROOT / "tools" / "gazetteer.py")
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    sys.modules["gazetteer"] = module  # named tuples look their module up
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def made(tool: Any, tmp_path: Path) -> str:
    current, yearly, output = tmp_path / "a_list-1.2-py3.whl", tmp_path / "years-3.4-py3.whl", tmp_path / "out.yaml"
    metadata = {"source_table": "T1", "data_as_of": "2025-12-31", "source_sha256": "abc"}
    with ZipFile(current, "w") as archive:
        archive.writestr(tool.DIVISIONS, json.dumps({"metadata": metadata, "divisions": DIVISIONS}))
    rows = io.StringIO()
    csv.writer(rows).writerows([COLUMNS, *YEARS])
    with ZipFile(yearly, "w") as archive:
        archive.writestr(f"{tool.YEARS}1.csv", rows.getvalue())
    tool.main([str(current), str(yearly), str(output)])
    return output.read_text("utf-8")


def test_counties_stand_under_their_prefecture_and_those_without_one_under_the_province(made: str) -> None:
    assert yaml.safe_load(made)["current"] == {
        "北京市": {"北京市": "朝阳区"},
        "湖北省": {"恩施土家族苗族自治州": "恩施市", "湖北省": "仙桃市", "襄阳市": "枣阳市"},
    }


def test_what_ended_since_2005_is_kept_apart_without_the_headings_of_the_lists(made: str) -> None:
    former = yaml.safe_load(made)["former"]
    assert former == {"北京市": {"北京市": "崇文区"}, "湖北省": {"襄樊市": "枣阳市 襄阳区"}}


def test_a_renamed_prefecture_and_the_short_names_are_told(made: str) -> None:
    data = yaml.safe_load(made)
    assert data["renamed"] == {"襄樊市": "襄阳市"}
    assert data["short"] == {"恩施土家族苗族自治州": "恩施"}


def test_the_head_names_sources_licences_date_and_counts(made: str) -> None:
    head = made.split("as_of:", maxsplit=1)[0]
    for words in ("a-list 1.2 (MIT)", "years 3.4 (MIT)", "T1", "2025-12-31", "abc", "2 provinces", "4 counties"):
        assert words in head


@pytest.fixture(scope="module")
def data() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(DATA.read_text("utf-8"))
    return loaded


def test_the_data_file_is_small() -> None:
    assert DATA.stat().st_size < 80_000


def test_the_data_file_is_complete_and_has_no_junk(data: dict[str, Any], tool: Any) -> None:
    current = data["current"]
    prefectures = [name for province, found in current.items() for name in found if name != province]
    counties = [county for found in current.values() for one in found.values() for county in one.split()]
    assert (len(current), len(prefectures), len(counties)) == (31, 333, 2845)
    assert not tool.JUNK & {*current, *prefectures, *counties}
    assert all(name.endswith(tool.ENDINGS) for name in (*prefectures, *counties))
