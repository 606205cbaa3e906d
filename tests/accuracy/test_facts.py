"""What the checker reads of the front and the end of generated reports is what the generator wrote there."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

import pytest

from checker import Organ
from checker.model.report import FrontState
from tests.accuracy.generator import generate
from tests.accuracy.generator.front import chinese
from tests.accuracy.generator.scene import chinese_date
from tests.accuracy.proving.trials import checked

if TYPE_CHECKING:
    from checker import Report
    from tests.accuracy.model import Sample

SEEDS = range(60)  # every tier and type of organ in every era
PUBLISHED = re.compile(r"(?:时间|日期)[:：](\d{4}-\d\d-\d\d)")
PERIOD = re.compile(r"(\d{4})年(\d\d?)月(\d\d?)日(?:起，?|起,)?(?:——|[至到])(?:\d{4}年)?12月31日")
CONTACT = {
    "phone": re.compile(r"[（(]?\d{3,4}[)）—-]\d{7,8}"),
    "email": re.compile(r"[A-Za-z0-9_.-]+@[a-z0-9.-]+"),
    "postcode": re.compile(r"(?:邮编|邮政编码)[:：](\d{6})"),
    "address": re.compile(r"地址[:：]([^，；,;）)。]+)"),
}


@cache
def pair(seed: int) -> tuple[Sample, Report]:
    sample = generate(seed)
    report = checked(sample).report
    assert report is not None
    return sample, report


def plain(words: str) -> str:
    """Leave out blanks and the width of brackets."""
    return "".join(words.split()).replace("（", "(").replace("）", ")")


def signed_on(sample: Sample) -> date | None:
    days = [date(sample.year + 1, 1, 1) + timedelta(at) for at in range(120)]
    written = {write: day for day in days for write in (chinese(day), chinese_date(day.year, day.month, day.day))}
    ends = [day for line in sample.closing[:2] for words, day in written.items() if line.endswith(words)]
    return min(ends, default=None)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_title_is_read_whole_on_however_many_lines(seed: int) -> None:
    sample, report = pair(seed)
    assert plain(report.title) == plain(sample.title)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_issuer_is_the_maker(seed: int) -> None:
    """Titles name some governments by their place alone; of a zone only the type is told, it has no tier."""
    sample, report = pair(seed)
    assert report.issuer.name in (sample.maker.name, sample.maker.name.removesuffix("人民政府"))
    assert report.issuer.organ == sample.maker.organ
    assert report.issuer.tier == ("unknown" if report.issuer.organ is Organ.COMMITTEE else sample.maker.tier)


@pytest.mark.parametrize("seed", SEEDS)
def test_places_of_the_issuer_are_those_of_the_maker(seed: int) -> None:
    """What the name leaves out is not guessed; a zone is a place of its own."""
    sample, report = pair(seed)
    known = report.issuer.region if report.issuer.organ is not Organ.COMMITTEE else ()
    assert set(known) <= set(sample.maker.places)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_year_and_the_format_are_those_of_the_sample(seed: int) -> None:
    sample, report = pair(seed)
    assert (report.year, report.format) == (sample.year, sample.regime)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_period_is_the_one_stated(seed: int) -> None:
    """A shorter one is right where the organ was founded in the year."""
    sample, report = pair(seed)
    stated = PERIOD.search("".join(sample.introduction))
    first = date(*map(int, stated.groups())) if stated else None
    assert report.period == ((first, date(sample.year, 12, 31)) if first else None)
    assert report.front["period"].state is (FrontState.PRESENT if stated else FrontState.ABSENT)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_report_is_signed_as_written(seed: int) -> None:
    sample, report = pair(seed)
    due = signed_on(sample)
    assert (report.signed and report.signed.value) == due
    assert report.front["signoff"].state is (FrontState.PRESENT if due else FrontState.ABSENT)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_day_of_publication_is_the_page_s(seed: int) -> None:
    sample, report = pair(seed)
    told = PUBLISHED.search("\n".join(sample.page_before))
    assert (report.published and report.published.value) == (date.fromisoformat(told[1]) if told else None)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("item", CONTACT)
def test_the_contact_is_read_as_written(item: str, seed: int) -> None:
    sample, report = pair(seed)
    told = CONTACT[item].search(sample.introduction[-1])
    assert plain(getattr(report.contact, item)) == (plain(told[told.re.groups]) if told else "")
