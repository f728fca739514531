"""Visibility: by their pixels, marks, badges and lines contrast with their background in all colours that a reader may
set; and each status can be distinguished without colour."""

import itertools

import pytest

import parts
from page_kinds import FULL_HOME, LAYOUTS
from pixels import changed_pixels, contrast, ground, picture, picture_of, visible_share

MODES = ["desktop", "dark", "more-contrast", "forced-colors", "forced-colors-dark"]

# WCAG 2.2, 1.4.11: graphics that carry meaning; and 1.4.3 for text.
OF_GRAPHICS = 3
OF_TEXT = 4.5

# The least share of a mark's square that contrasts: the dotted circle of speculated entries has the least.
OF_MARK = 0.03


@pytest.mark.parametrize("mode", MODES)
def test_marks_of_statuses_are_seen_and_differ(mode, open_page):
    page = open_page(FULL_HOME, mode)
    badges = page.locator(parts.LEGEND_BADGE)
    assert badges.count() == 9
    marks = {}
    for place in range(badges.count()):
        badge = badges.nth(place)
        mark = picture_of(page, badge.locator(".mark"), margin=1)
        name = badge.inner_text()
        assert visible_share(mark, OF_GRAPHICS) > OF_MARK, f"the mark of {name}"
        marks[name] = mark.convert("L").convert("RGB").resize((20, 20))
        assert visible_share(picture_of(page, badge), OF_TEXT) > 0.04, f"the badge of {name}"
    for (one, first), (other, second) in itertools.combinations(marks.items(), 2):
        assert changed_pixels(first, second) > 12, f"{one} looks like {other}"


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("status", ["confirmed", "claimed", "disputed", "denied", "speculated", "expected", "retracted", "unrated", "statement"])
def test_marks_on_the_line_are_seen(status, mode, open_page):
    page = open_page(FULL_HOME, mode)
    mark = page.locator(f"{parts.ENTRY_MARK}:has([href$='#mark_{status}'])").first
    assert visible_share(picture_of(page, mark, margin=0), OF_GRAPHICS) > OF_MARK


@pytest.mark.parametrize("mode", MODES)
def test_groups_are_seen(mode, open_page):
    page = open_page(FULL_HOME, mode)
    groups = page.locator(f".groups {parts.GROUP}")
    assert groups.count() == 5
    for place in range(5):
        group = groups.nth(place)
        group.evaluate("e => e.scrollIntoView({ block: 'center' })")
        box = group.bounding_box()
        swatch = picture(page, {**box, "width": 12}, margin=3)
        assert visible_share(swatch, OF_GRAPHICS) > 0.1, group.inner_text()


@pytest.mark.parametrize("mode", MODES)
def test_voices_against_are_set_apart(mode, open_page):
    page = open_page(FULL_HOME, mode)
    for selector in (f"{parts.VOICE}:not(.is-against)", f"{parts.VOICE}.is-against"):
        voice = page.locator(selector).first
        voice.evaluate("e => e.scrollIntoView({ block: 'center' })")
        box = voice.bounding_box()
        edge = picture(page, {**box, "x": box["x"] - 2, "width": 9})
        # A double line shows two strokes and the background between them.
        strokes = _strokes(edge)
        assert strokes == (2 if ".is-against" in selector.split(":not")[0] else 1), selector


# One element of each kind with text of its own, with the box of its first line.
TEXTS = """() => {
    const sorts = new Map();
    for (const e of document.body.querySelectorAll("*")) {
        const hasText = [...e.childNodes].some(node => node.nodeType === 3 && node.data.trim().length > 1);
        if (!hasText || !e.checkVisibility() || e.matches(".skip, symbol *")) continue;
        const sort = [e, e.parentElement].map(x => x.tagName.toLowerCase() + "." + (x.getAttribute("class") || "").replace(/group_\\S+/, "")
            + (x.hasAttribute("aria-current") ? " (current)" : "")).join(" in ");
        if (!sorts.has(sort)) sorts.set(sort, e);
    }
    window.texts = [...sorts.values()];
    return [...sorts.keys()];
}"""
TEXT_BOX = """place => {
    const range = document.createRange(), e = texts[place];
    e.scrollIntoView({ block: "center" });
    range.selectNodeContents([...e.childNodes].find(node => node.nodeType === 3 && node.data.trim().length > 1));
    const box = [...range.getClientRects()].find(box => box.width > 4);
    return { x: box.x, y: box.y, width: box.width, height: box.height };
}"""


@pytest.mark.parametrize("mode", ["forced-colors", "forced-colors-dark"])
@pytest.mark.parametrize("kind", LAYOUTS, ids=str)
def test_text_is_seen_in_forced_colors(kind, mode, open_page):
    page = open_page(kind, mode)
    sorts = page.evaluate(TEXTS)
    assert len(sorts) > 10
    unseen = [
        sort for place, sort in enumerate(sorts)
        if visible_share(picture(page, page.evaluate(TEXT_BOX, place), margin=1), OF_TEXT) < 0.02
    ]
    assert unseen == []


def _strokes(edge) -> int:
    """The number of vertical lines that cross the middle of a picture."""
    below, middle = ground(edge), edge.height // 2
    row = [contrast(edge.getpixel((x, middle)), below) > 2 for x in range(edge.width)]
    return sum(now and not before for before, now in zip([False] + row, row))
