"""The drawing of when a story became known: use by keys and the pointer, and its links with the reports."""

import re

from page_kinds import KNOWN

SHOWN = ".overview-drawing a:not(.is-off)"
TOLD = "() => document.querySelector('.overview-told').textContent"
PLACE = """() => {
  const box = [...document.activeElement.querySelectorAll("use:not(.edge)")].at(-1).getBoundingClientRect();
  return { x: box.x, y: box.y };
}"""
SAME_DAY = re.compile(r"It became known: \d+ \w+ \d+, on the same day")


def entries(page, selector: str) -> set[str]:
    """The slugs of the entries for which marks stand."""
    return set(page.eval_on_selector_all(
        selector, "marks => marks.flatMap(mark => (mark.dataset.slugs || mark.href.baseVal.split('#')[1]).split(' '))"))


def test_every_entry_is_drawn_or_counted_at_every_zoom(open_page):
    page = open_page(KNOWN)
    whole = entries(page, SHOWN)
    assert len(whole) > 40
    marks = page.locator(SHOWN).count()
    for _ in range(4):
        page.click("[data-zoom=in]")
        assert entries(page, SHOWN) == whole
    assert page.locator(SHOWN).count() > marks


def test_a_mark_leads_to_the_first_report_of_its_entry(open_page):
    page = open_page(KNOWN)
    mark = page.locator('.overview a[href^="#"] use').first
    slug = mark.evaluate("use => use.closest('a').href.baseVal.slice(1)")
    mark.click()
    page.wait_for_function(f"() => location.hash === '#{slug}'")
    assert 0 <= page.locator(f'.reports > [id="{slug}"]').bounding_box()["y"] < 800


def test_arrows_move_in_time_and_in_the_order_of_reporting(open_page):
    page = open_page(KNOWN)
    page.locator('.overview a[tabindex="0"]').focus()
    page.keyboard.press("Home")
    for key, axis, way in [("ArrowRight", "x", 1), ("ArrowUp", "y", -1), ("ArrowUp", "y", -1), ("ArrowDown", "y", 1),
                           ("ArrowLeft", "x", -1)]:
        before = page.evaluate(PLACE)
        page.keyboard.press(key)
        after = page.evaluate(PLACE)
        # Symbols differ in size, so that their edges may differ by half of that.
        assert (after[axis] - before[axis]) * way > -4
        assert page.evaluate(TOLD) == page.evaluate("() => document.activeElement.getAttribute('aria-label')")


def test_marks_of_the_same_day_lie_on_the_line(open_page):
    page = open_page(KNOWN)
    line = page.locator(".same-day line").bounding_box()
    found = 0
    for mark in page.locator(f"{SHOWN}:not([data-slugs])").all():
        if not SAME_DAY.search(mark.get_attribute("aria-label")):
            continue
        box = mark.locator("use:not(.edge)").last.bounding_box()
        x = (box["x"] + box["width"] / 2 - line["x"]) / line["width"]
        y = (line["y"] + line["height"] - box["y"] - box["height"] / 2) / line["height"]
        assert abs(x - y) * line["height"] < 2
        found += 1
    assert found > 3


def test_a_report_and_its_mark_are_highlighted_together(open_page):
    page = open_page(KNOWN)
    page.locator(".reports > li[id] h3 a").nth(2).hover()
    assert page.locator(".overview a.is-lit").count() == 1
    assert page.locator(".reports > li.is-lit").count() == 1


def test_without_a_script_every_mark_is_a_link(open_page):
    page = open_page(KNOWN, "no-script")
    marks = page.locator(SHOWN)
    assert marks.count() > 20
    assert all(mark.get_attribute("href") for mark in marks.all())
