from __future__ import annotations

import os
import shutil
import subprocess
import sysconfig
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

RULES = Path(__file__).resolve().parents[2] / "rules"
COMMAND = Path(sysconfig.get_path("scripts")) / "ogi-checker"

REPORT = """江平市人民政府2017年政府信息公开工作年度报告

根据《中华人民共和国政府信息公开条例》，编制本报告。本报告所列数据的统计期限自2017年1月1日起至2017年12月31日止。本报告在江平市人民政府门户网站公布。如有疑问，请与江平市人民政府办公室联系（地址：江平市人民路1号，邮编：100000，电话：010-12345678，电子邮箱：xxgk@example.gov.cn）。
一、概述
2017年，我市加强组织领导，完善制度，推进政府信息公开工作。
二、主动公开政府信息情况
全年主动公开政府信息100条。
三、依申请公开政府信息情况
全年收到政府信息公开申请10件，均已按期答复。
四、不予公开政府信息情况
全年没有不予公开政府信息的情况。
五、政府信息公开的收费及减免情况
全年没有收取费用，也没有减免费用的情况。
六、因政府信息公开申请行政复议、提起行政诉讼的情况
全年没有因政府信息公开申请行政复议、提起行政诉讼的情况。
七、政府信息公开工作存在的主要问题及改进措施
存在的主要问题：公开内容不够全面。改进措施：2018年，我市将进一步完善公开目录。
八、其他需要报告的事项
无其他需要报告的事项。

江平市人民政府
2018年3月1日
"""
FAULTY = (
    REPORT.replace("五、政府信息公开的收费及减免情况\n全年没有收取费用，也没有减免费用的情况。\n", "")
    .replace("\n六、", "\n五、")
    .replace("\n七、", "\n六、")
    .replace("\n八、", "\n七、")
)
NO_REPORT = "床前明月光，疑是地上霜。\n举头望明月，低头思故乡。\n"
YEARLESS = REPORT.replace("2017年", "").replace("2018年", "")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    texts = {"good.txt": REPORT, "faulty.txt": FAULTY, "poem.txt": NO_REPORT, "yearless.txt": YEARLESS, "empty.txt": ""}
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def rules(folder: Path) -> Path:
    """Give a copy of the rule set that a test may spoil."""
    return Path(shutil.copytree(RULES, folder / "rules"))


@pytest.fixture
def ogi(folder: Path) -> Callable[..., subprocess.CompletedProcess[bytes]]:
    def run(*arguments: str | Path, **given: Any) -> subprocess.CompletedProcess[bytes]:
        own = {name: value for name, value in os.environ.items() if name not in {"OGI_RULES", "NO_COLOR"}}
        environment = own | {"PYTHONIOENCODING": "utf-8"} | given.pop("env", {})
        command = [COMMAND, *arguments]
        return subprocess.run(
            command, cwd=folder, env=environment, capture_output=True, check=False, timeout=60, **given
        )

    return run
