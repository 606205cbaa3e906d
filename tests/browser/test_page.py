"""The HTML report in a real browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from checker import Run

SIZES = ({"width": 1300, "height": 850}, {"width": 390, "height": 800})


def focused(page: Page) -> str:
    return page.evaluate("document.activeElement.id")


def is_seen(page: Page, id_: str) -> bool:
    """Tell whether an element's first pixels are within the window."""
    box = page.locator(f"#{id_}").bounding_box()
    height = page.viewport_size["height"]
    return box is not None and 0 <= box["y"] < height


@pytest.mark.parametrize("size", SIZES, ids=["desk", "phone"])
def test_no_page_is_wider_than_its_window(size: dict[str, int], many: Run, show: Callable[..., Page]) -> None:
    page = show(many, viewport=size)
    page.click("#open-all")
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]


def test_a_severity_that_is_unticked_hides_its_cards_and_marks(single: Run, show: Callable[..., Page]) -> None:
    page = show(single)
    infos = page.locator(".card.info")
    assert infos.count() > 0
    page.click('[data-filter="severity"][value="info"]')
    assert not any(one.is_visible() for one in infos.all())
    assert page.locator("mark.info:not(.off)").count() == 0
    assert page.locator(".card.error").first.is_visible()
    assert int(page.inner_text("#shown")) == page.locator(".card").count() - infos.count()


def test_categories_can_be_chosen_one_by_one(single: Run, show: Callable[..., Page]) -> None:
    page = show(single)
    page.click(".pick > summary")
    page.click("#none")
    assert page.inner_text("#shown") == "0"
    assert page.locator(".filtered").is_visible()
    chosen = page.locator('[data-filter="category"]').last
    chosen.click()
    visible = [one for one in page.locator(".card").all() if one.is_visible()]
    assert {one.get_attribute("data-category") for one in visible} == {chosen.get_attribute("value")}
    page.keyboard.press("Escape")
    assert page.locator(".pick[open]").count() == 0


def test_a_certainty_that_is_unticked_is_gone(single: Run, show: Callable[..., Page]) -> None:
    page = show(single)
    page.click('[data-filter="certainty"][value="likely"]')
    visible = [one for one in page.locator(".card").all() if one.is_visible()]
    assert {one.get_attribute("data-certainty") for one in visible} == {"certain"}


def test_keys_lead_through_the_findings_to_the_text_and_back(single: Run, show: Callable[..., Page]) -> None:
    page = show(single)
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    page.keyboard.press("j")
    assert focused(page) == "r1-f2"
    page.locator(".card:has(.go)").first.focus()
    card = focused(page)
    page.keyboard.press("Enter")
    assert focused(page) == f"{card}-e0"
    assert is_seen(page, f"{card}-e0")
    page.keyboard.press("Escape")
    assert focused(page) == card
    assert is_seen(page, card)


def test_marked_words_lead_to_their_finding_and_back(single: Run, show: Callable[..., Page]) -> None:
    page = show(single)
    mark = page.locator("mark.info").last
    card = (mark.get_attribute("data-f") or "").split()[0]
    mark.click()
    assert focused(page) == card
    assert is_seen(page, card)
    page.keyboard.press("Escape")
    assert focused(page).startswith(f"{card}-")


def test_the_browser_s_own_way_back_works(many: Run, show: Callable[..., Page]) -> None:
    page = show(many)
    page.locator(".sortable tbody a").nth(1).click()
    assert page.locator("#r2").get_attribute("open") is not None
    page.locator("#r2 .go").first.click()
    assert focused(page).startswith("r2-f")
    page.go_back()
    assert page.url.endswith("#r2")


def test_a_failing_cell_is_reached_from_its_finding(many: Run, show: Callable[..., Page]) -> None:
    page = show(many)
    page.locator(".sortable tbody a", has_text="勾稽").click()
    page.locator('#r6 .card:has-text("T3-ROWS") .go', has_text="看统计表").click()
    cell = page.locator(f"#{focused(page)}")
    assert "999" in cell.inner_text()
    assert cell.evaluate("node => getComputedStyle(node).boxShadow") != "none"
    assert page.locator("#r6 .rail.across.node").first.is_visible()


def test_the_language_is_switched_without_leaving_a_word_behind(many: Run, show: Callable[..., Page]) -> None:
    page = show(many)
    assert page.title().startswith("政府信息公开")
    assert page.locator('span[lang="en"]').filter(visible=True).count() == 0
    page.click("#lang")
    assert page.title().startswith("Annual reports")
    assert page.locator('span[lang="zh"]').filter(visible=True).count() == 0
    assert page.inner_text("h1") == "Annual reports on open government information: findings"
    page.click("#lang")
    assert page.inner_text("h1") == "政府信息公开工作年度报告检查结果"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_theme_is_the_reader_s_until_it_is_switched(scheme: str, single: Run, show: Callable[..., Page]) -> None:
    page = show(single, color_scheme=scheme)
    ground = "getComputedStyle(document.body).backgroundColor"
    light, dark = "rgb(243, 245, 248)", "rgb(18, 22, 28)"
    assert page.evaluate(ground) == (dark if scheme == "dark" else light)
    page.click("#theme")
    assert page.evaluate(ground) == (light if scheme == "dark" else dark)


def test_the_index_sorts_by_any_column_and_finds_reports(many: Run, show: Callable[..., Page]) -> None:
    page = show(many)
    header = page.locator(".sortable thead button").nth(3)
    keys = ".sortable tbody tr td:nth-child(4)"
    header.click()
    scores = [int(one.get_attribute("data-key") or "") for one in page.locator(keys).all()]
    assert scores == sorted(scores)
    header.click()
    assert [int(one.get_attribute("data-key") or "") for one in page.locator(keys).all()] == scores[::-1]
    assert page.locator('th[aria-sort="descending"]').count() == 1
    page.fill("#find", "勾稽")
    assert page.locator(".sortable tbody tr").filter(visible=True).count() == 1


def test_the_skip_link_is_the_first_stop_of_the_keyboard(many: Run, show: Callable[..., Page]) -> None:
    page = show(many)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert focused(page) == "main"


def test_it_prints_light_and_without_its_tools(single: Run, show: Callable[..., Page]) -> None:
    page = show(single, color_scheme="dark")
    assert page.pdf(format="A4").startswith(b"%PDF")
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert not page.locator(".tools").is_visible()
    assert page.locator(".card").last.is_visible()


def test_scripts_in_a_report_do_not_run(single: Run, show: Callable[..., Page]) -> None:
    result = single.results[0]
    hostile = "<script>document.title='run'</script><img src=x onerror=\"document.title='run'\">"
    page = show(single._replace(results=(result._replace(name=hostile),)))
    assert page.title() != "run"
    assert hostile in page.inner_text(".facts")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_axe_finds_nothing_serious(lang: str, scheme: str, many: Run, show: Callable[..., Page]) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    page = show(many, lang=lang, color_scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = one.matches('#r5, #r6, #r5 *') })")
    found = axe.Axe().run(page).response["violations"]
    serious = [
        (one["id"], [node["html"][:200] for node in one["nodes"][:3]])
        for one in found
        if one["impact"] in {"serious", "critical"}
    ]
    assert serious == []
