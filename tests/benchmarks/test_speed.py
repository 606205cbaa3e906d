"""What a check costs: every limit is a ratio of two measurements in the same run, so a slow machine does not matter."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import timeit
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import pytest

from checker.pipeline import check_bytes
from checker.readers import read_bytes
from tests.benchmarks.conftest import ROOT, SEED, page_of, text_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytest_benchmark.fixture import BenchmarkFixture

    from checker import Ruleset

COLD_RATIO = 12
LINEAR_RATIO = 11
PAGE_RATIO = 25
MEMORY_LIMIT = 250 * 1024
SIZES = (5_000, 50_000, 500_000, 5_000_000)
MEMORY_PROBE = """
import resource, sys
from checker import check
run = check([sys.argv[1]])
print(run.results[0].status, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


@pytest.fixture(scope="session")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """As on a user's machine: byte code and caches are kept between runs, in folders of the benchmark's own."""
    place = tmp_path_factory.mktemp("user")
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": str(place / "pyc"), "XDG_CACHE_HOME": str(place / "cache")}


def seconds(command: list[str], environment: dict[str, str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, check=False)
    return time.perf_counter() - start


def test_a_cold_check_of_one_seed(
    benchmark: BenchmarkFixture, environment: dict[str, str], tell: Callable[[str], None]
) -> None:
    bare = [sys.executable, "-c", "pass"]
    check = [
        sys.executable,
        str(Path(sys.executable).with_name("ogi-checker")),
        "check",
        str(SEED.relative_to(ROOT)),
        "--fail-on",
        "never",
    ]
    seconds(check, environment)
    pairs = [(seconds(bare, environment), seconds(check, environment)) for _ in range(15)]
    benchmark.pedantic(seconds, (check, environment), rounds=5)
    ratio = median(cold for _, cold in pairs) / median(nothing for nothing, _ in pairs)
    tell(f"cold check of one seed: {ratio:.1f} times a bare python (at most {COLD_RATIO})")
    assert ratio <= COLD_RATIO


@pytest.mark.parametrize("size", SIZES)
def test_checking_text_in_memory(
    benchmark: BenchmarkFixture, ruleset: Ruleset, size: int, tell: Callable[[str], None]
) -> None:
    data = text_of(size)
    characters = len(data.decode())
    rounds = 20 if size < 100_000 else 3
    result = benchmark.pedantic(check_bytes, (data, "report.txt", ruleset), rounds=rounds, warmup_rounds=1)
    assert result.status == "checked"
    tell(f"{size:>9,} bytes: {benchmark.stats.stats.min * 1e6 / characters:.2f} ms per 1,000 characters")


@pytest.mark.parametrize("size", SIZES[:-1])
def test_ten_times_the_text_takes_at_most_eleven_times_the_time(
    ruleset: Ruleset, size: int, tell: Callable[[str], None]
) -> None:
    short, long = text_of(size), text_of(10 * size)
    fastest = {}
    for data, rounds in ((short, 20 if size < 100_000 else 5), (long, 5 if size < 100_000 else 3)):
        times = []
        for _ in range(rounds):
            start = time.perf_counter()
            check_bytes(data, "report.txt", ruleset)
            times.append(time.perf_counter() - start)
        fastest[len(data)] = min(times)
    ratio = fastest[len(long)] / fastest[len(short)]
    tell(f"{size:>9,} to {10 * size:,} bytes: {ratio:.1f} times the time (at most {LINEAR_RATIO})")
    assert ratio <= LINEAR_RATIO * len(long) / (10 * len(short))


def test_five_megabytes_need_less_than_a_quarter_gigabyte(
    tmp_path: Path, environment: dict[str, str], tell: Callable[[str], None]
) -> None:
    file = tmp_path / "long.txt"
    file.write_bytes(text_of(SIZES[-1]))
    command = [sys.executable, "-c", MEMORY_PROBE, str(file)]
    status, kilobytes = subprocess.check_output(command, cwd=ROOT, env=environment, text=True).split()
    tell(f"5 MB of text: {int(kilobytes) // 1024} MB of memory (at most {MEMORY_LIMIT // 1024})")
    assert status == "checked"
    assert int(kilobytes) < MEMORY_LIMIT, f"{int(kilobytes) // 1024} MB"


def test_reading_a_page_against_parsing_it(benchmark: BenchmarkFixture, tell: Callable[[str], None]) -> None:
    from selectolax.lexbor import LexborHTMLParser

    data = page_of(100_000)
    page = data.decode()
    parsing = min(timeit.repeat(lambda: LexborHTMLParser(page), number=1, repeat=20))
    document = benchmark.pedantic(read_bytes, (data, "page.html"), rounds=20, warmup_rounds=2)
    assert document.tables
    reading = benchmark.stats.stats.min
    per_100_kilobytes = reading * 1e3 * 100_000 / len(data)
    tell(
        f"html: {per_100_kilobytes:.1f} ms per 100 kB, {reading / parsing:.1f} times the parsing (at most {PAGE_RATIO})"
    )
    assert reading <= PAGE_RATIO * parsing
