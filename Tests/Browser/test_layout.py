"""Layout: no page scrolls sideways or cuts off text, on a narrow screen, with large text or with spaced text."""

import pytest

from page_kinds import PAGE_KINDS

# Elements that overflow the page, and text that its own box cuts off.
OVERFLOW = """() => {
    const width = document.documentElement.clientWidth;
    const describe = e => e.tagName.toLowerCase() + "." + e.getAttribute("class") + " " + e.textContent.trim().slice(0, 40);
    const found = [];
    if (document.documentElement.scrollWidth > width)
        found.push("the page is " + document.documentElement.scrollWidth + " px wide, the screen " + width);
    for (const e of document.body.querySelectorAll("*")) {
        const box = e.getBoundingClientRect(), style = getComputedStyle(e);
        if (box.width && box.right > width + 1 && found.length) found.push(describe(e));
        if (e.clientWidth && (style.overflowX === "hidden" || style.overflowX === "clip") && e.tagName !== "svg"
            && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1)) found.push("cut off: " + describe(e));
    }
    return found.slice(0, 8);
}"""

# WCAG 2.2, 1.4.12. The style sheet is created by a script, since the policy forbids inline ones.
SPACED_TEXT = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }");
    document.adoptedStyleSheets = [sheet];
}"""


@pytest.mark.parametrize("kind", PAGE_KINDS, ids=str)
def test_nothing_sticks_out_at_320_pixels(kind, open_page):
    page = open_page(kind, "narrow")
    assert page.evaluate("innerWidth") == 320
    assert page.evaluate(OVERFLOW) == []
    page.evaluate(SPACED_TEXT)
    assert page.evaluate("getComputedStyle(document.querySelector('main')).letterSpacing") != "normal"
    assert page.evaluate(OVERFLOW) == []


@pytest.mark.parametrize("kind", PAGE_KINDS, ids=str)
def test_nothing_sticks_out_with_text_of_twice_the_size(kind, open_page):
    page = open_page(kind)
    before = page.locator("main").evaluate("e => e.getBoundingClientRect().height")
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.locator("main").evaluate("e => e.getBoundingClientRect().height") > before
    assert page.evaluate(OVERFLOW) == []


@pytest.mark.parametrize("kind", PAGE_KINDS, ids=str)
def test_phone_shows_the_page_at_its_own_width(kind, open_page):
    page = open_page(kind, "phone")
    # Without a viewport in the head, phones show a page 980 px wide, scaled down.
    assert page.evaluate("innerWidth") == 390
    assert page.evaluate(OVERFLOW) == []
