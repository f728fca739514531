"""Keyboard and touch: every control can be reached, shows its focus, and is large enough."""

import pytest

import parts
from page_kinds import ENTRY, FULL_ENTRY, HOME, LONG_HOME, LONG_LIST, PAGE_KINDS, PERIOD, SOURCES
from pixels import changed_pixels, picture

WALKED = [HOME, ENTRY, SOURCES, FULL_ENTRY, LONG_HOME, PERIOD, LONG_LIST]
SMALLEST_TARGET = 24
SMALLEST_CONTROL = 44

# Numbers all focusable elements in page order.
NUMBER_THEM = """selector => {
    const all = [...document.querySelectorAll(selector)].filter(e => e.tabIndex >= 0 && !e.disabled && e.checkVisibility());
    all.forEach((e, number) => { e.focusNumber = number; });
    return all.length;
}"""

# The focused element: its number, its position, and a style that is equal for links of one kind.
FOCUSED = """() => {
    const e = document.activeElement;
    if (!e || e === document.body || e === document.documentElement) return null;
    const box = e.getClientRects()[0] || e.getBoundingClientRect();
    const at = document.elementFromPoint(Math.min(box.x + box.width / 2, innerWidth - 1), box.y + box.height / 2);
    const sort = [e, e.parentElement, e.parentElement.parentElement]
        .map(x => x.tagName.toLowerCase() + "." + (x.getAttribute("class") || "").replace(/group_\\S+/, "")).join(" < ");
    return {
        number: e.focusNumber ?? -1, sort, text: e.textContent.trim().slice(0, 40),
        x: box.x, y: box.y, width: box.width, height: box.height,
        isInView: box.width > 0 && box.y + box.height / 2 > 0 && box.y + box.height / 2 < innerHeight && box.x >= 0,
        isCovered: !at || !(e === at || e.contains(at) || at.contains(e)),
    };
}"""


@pytest.mark.parametrize("kind", WALKED, ids=str)
def test_tab_reaches_everything_in_order_and_shows_where_it_is(kind, open_page):
    page = open_page(kind)
    count = page.evaluate(NUMBER_THEM, parts.FOCUSABLE)
    assert count > 5
    seen: set[str] = set()
    for number in range(count):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUSED)
        # A browser's field for a date has several parts: the day, the month, the year, and a calendar.
        for _ in range(3):
            if focus and focus["number"] == number - 1 and page.evaluate("document.activeElement.type === 'date'"):
                page.keyboard.press("Tab")
                focus = page.evaluate(FOCUSED)
        assert focus is not None, f"Tab leaves the page after {number} of {count}"
        assert focus["number"] == number, f"Tab leads to {focus['sort']} ({focus['text']}) in place of number {number}"
        assert focus["isInView"] and not focus["isCovered"], f"{focus['sort']} ({focus['text']}) has the focus and is not seen"
        if focus["sort"] not in seen:
            seen.add(focus["sort"])
            assert_focus_is_seen(page, focus)
    page.keyboard.press("Tab")
    after = page.evaluate(FOCUSED)
    assert after is None or after["number"] == 0, "Tab does not leave the page at its end"


def assert_focus_is_seen(page, focus: dict) -> None:
    """A ring of at least 2 px around the element: half of its pixels are required, since a ring may be partly covered."""
    box = {key: focus[key] for key in ("x", "y", "width", "height")}
    with_focus = picture(page, box, margin=6)
    page.evaluate("() => { window.focused = document.activeElement; focused.blur(); }")
    without = picture(page, box, margin=6)
    page.evaluate("() => focused.focus({ preventScroll: true })")
    assert changed_pixels(with_focus, without) > focus["width"] + focus["height"], f"{focus['sort']} shows no focus"


@pytest.mark.parametrize("kind", PAGE_KINDS, ids=str)
def test_skip_link_comes_first_and_skips(kind, open_page):
    page = open_page(kind)
    link = page.locator(parts.SKIP_LINK)
    assert link.bounding_box()["x"] < 0
    page.keyboard.press("Tab")
    assert link.evaluate("e => e === document.activeElement")
    box = link.bounding_box()
    assert box["x"] >= 0 and box["height"] >= SMALLEST_CONTROL
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    into_main = page.locator(parts.MAIN).evaluate("e => e.contains(document.activeElement) || !e.querySelector('a')")
    assert into_main, "after the skip link, Tab does not go on in the main part"


TARGETS = """({ focusable, controls, target, control }) => {
    const found = [];
    const describe = (e, box) => Math.round(box.width) + "x" + Math.round(box.height) + " " + e.tagName.toLowerCase()
        + "." + e.getAttribute("class") + " in ." + e.parentElement.getAttribute("class") + ": " + e.textContent.trim().slice(0, 30);
    for (const e of document.querySelectorAll(focusable)) {
        if (!e.checkVisibility() || e.matches(".skip")) continue;
        const box = e.getBoundingClientRect(), style = getComputedStyle(e);
        // WCAG 2.2, 2.5.8 leaves out what stands within a line of text.
        if (style.display !== "inline" && (box.width < target - .5 || box.height < target - .5)) found.push(describe(e, box));
        if (e.matches(controls) && (box.height < control - .5 || box.width < target - .5)) found.push("control " + describe(e, box));
    }
    return [...new Set(found)].slice(0, 10);
}"""


@pytest.mark.parametrize("mode", ["desktop", "phone"])
@pytest.mark.parametrize("kind", PAGE_KINDS, ids=str)
def test_targets_are_large_enough(kind, mode, open_page):
    page = open_page(kind, mode)
    found = page.evaluate(TARGETS, {
        "focusable": parts.FOCUSABLE, "controls": parts.CONTROLS, "target": SMALLEST_TARGET, "control": SMALLEST_CONTROL})
    assert found == []
