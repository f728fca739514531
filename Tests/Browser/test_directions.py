"""Names in the opposite direction of writing: Hebrew on an English site and English on a Hebrew site.

The tests compare the visible characters from left to right. A name must not reorder the text around it, and its marks,
numbers and brackets must stay on its side."""

import pytest

from directions_site import SLUG
from page_kinds import PageKind
from sites import DIRECTIONS

HEBREW, ENGLISH = "hebrew-in-english", "english-in-hebrew"
# The visible lines of a part: the characters of a line by their positions, from left to right.
SEEN = """part => {
    const signs = [];
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const node = walker.currentNode;
        for (let at = 0; at < node.length; at++) {
            const range = document.createRange();
            range.setStart(node, at);
            range.setEnd(node, at + 1);
            const box = range.getBoundingClientRect();
            if (box.width && !/[\\u2066-\\u2069]/.test(node.data[at])) signs.push([Math.round((box.top + box.bottom) / 2), box.left, node.data[at]]);
        }
    }
    const lines = [];
    signs.sort((a, b) => a[0] - b[0]).forEach(sign => {
        const line = lines[lines.length - 1];
        if (line && sign[0] - line[0][0] < 9) line.push(sign); else lines.push([sign]);
    });
    return lines.map(line => line.sort((a, b) => a[1] - b[1]).map(sign => sign[2]).join("").replace(/\\s+/g, " ").trim());
}"""
# The same for a text element in an SVG drawing.
SEEN_IN_A_DRAWING = """text => {
    const data = text.textContent, signs = [];
    for (let at = 0; at < data.length; at++) {
        if (!/[\\u2066-\\u2069]/.test(data[at])) signs.push([text.getExtentOfChar(at).x, data[at]]);
    }
    return signs.sort((a, b) => a[0] - b[0]).map(sign => sign[1]).join("").trim();
}"""


def kind(site: str, pattern: str) -> PageKind:
    return PageKind(site, pattern, pattern)


ENTRY = f"events/{SLUG}.html"

# Site, page, part of the page, and its visible characters from left to right. Hebrew is therefore reversed here.
# Brackets are the characters of the text; in Hebrew each is shown mirrored.
CASES = [
    (HEBREW, "index.html", "h1", "!1911 למנ"),
    (HEBREW, "index.html", ".headline", ")1911( רגסנ למנה"),
    (HEBREW, "index.html", ".summary", "!רוגס למנה"),
    (HEBREW, "index.html", ".standing .group", ")ןשי( למנ"),
    (HEBREW, "index.html", ".side-who", "1 תושר, 2 דוגיא say"),
    (HEBREW, "index.html", ".cited li", "ץראה, 12 August 1911"),
    (HEBREW, "index.html", ".foot p", "!1911 למנ"),
    (HEBREW, "index.html", ".overview-names text", ")ןשי( למנ"),
    (HEBREW, ENTRY, "h1", ")1911( רגסנ למנה"),
    (HEBREW, ENTRY, ".claim > h3", "1 תושר, 2 דוגיא say"),
    (HEBREW, ENTRY, ".prose p", "!רוגס למנה"),
    (HEBREW, ENTRY, ".also-see li, .neighbours .is-next [dir]", "!חתפנ למנה"),
    (HEBREW, ENTRY, "#citation", "1 תושר, “)1911( רגסנ למנה”, !1911 למנ, as of 12 August 1911,"),
    (HEBREW, "groups/index.html", ".rows li", ")ןשי( למנ"),
    (HEBREW, "groups/*.html", "h1", ")ןשי( למנ"),
    (HEBREW, "actors/union.html", "h1", "2 דוגיא"),
    (HEBREW, "places/quay.html", ".aliases", "39.5° N, 125.5° E"),
    (HEBREW, "map.html", ".map-places li", ")2( ףיצר"),
    (ENGLISH, "index.html", "h1", "Harbour 1911!"),
    (ENGLISH, "index.html", ".headline", "The harbour closes (1911)"),
    (ENGLISH, "index.html", ".summary", "It is shut!"),
    (ENGLISH, "index.html", ".standing .group", "Harbour (old)"),
    (ENGLISH, "index.html", ".side-who", "say Union 2 ,Port 1"),
    (ENGLISH, "index.html", ".overview-names text", "Harbour (old)"),
    (ENGLISH, ENTRY, "h1", "The harbour closes (1911)"),
    (ENGLISH, ENTRY, ".claim > h3", "say Union 2 ,Port 1"),
    (ENGLISH, ENTRY, ".prose p", "It is shut!"),
    (ENGLISH, "places/quay.html", ".aliases", "39.5° N, 125.5° E"),
]


@pytest.mark.parametrize("site, path, part, expected", CASES, ids=lambda value: value.replace("/", "-"))
def test_what_is_seen_from_left_to_right(site, path, part, expected, open_page):
    page = open_page(kind(site, path))
    found = page.locator(part).first
    if part.endswith("text"):
        assert found.evaluate(SEEN_IN_A_DRAWING) == expected
    else:
        lines = found.evaluate(SEEN)
        assert any(expected in line for line in lines), lines


@pytest.mark.parametrize("site", DIRECTIONS)
def test_firefox_shows_the_same(site, firefox, sites):
    firefox.look()
    for path in ("index.html", ENTRY):
        firefox.go(sites[site].url(path))
        for _, _, part, expected in [case for case in CASES if case[:2] == (site, path)]:
            seen = SEEN_IN_A_DRAWING if part.endswith("text") else SEEN
            lines = firefox.js(f"({seen})(document.querySelector(a[0]))", part)
            assert any(expected in line for line in ([lines] if isinstance(lines, str) else lines)), (part, lines)


@pytest.mark.parametrize("site", DIRECTIONS)
def test_what_begins_a_line_stays_on_the_pages_side(site, open_page):
    """A heading in the other direction is aligned with the other headings of the page."""
    page = open_page(kind(site, "index.html"))
    for part in ("h1", ".headline", ".standing", ".side-who"):
        side = page.locator(part).first.evaluate("""part => {
            const range = document.createRange();
            range.selectNodeContents(part);
            const words = range.getClientRects()[0], box = part.getBoundingClientRect();
            return [words.left - box.left, box.right - words.right];
        }""")
        left, right = (abs(gap) for gap in side)
        assert (left < 8) if site == HEBREW else (right < 8), (part, side)


def test_a_title_of_the_window_sets_names_apart(open_page):
    names = DIRECTIONS[HEBREW]
    assert open_page(kind(HEBREW, ENTRY)).title() == f"\u2068{names.title}\u2069 · \u2068{names.site}\u2069"
    names = DIRECTIONS[ENGLISH]
    assert open_page(kind(ENGLISH, ENTRY)).title() == f"{names.title} · {names.site}"


# Elements that the script creates: chips, whose labels are in English on both sites, and values of filters.
MADE = [
    (HEBREW, "?actor=union", ".finder-chip", "Actor: 2 דוגיא"),
    (HEBREW, "?group=old", ".finder-chip", "Group: )ןשי( למנ"),
    (ENGLISH, "?group=old", ".finder-chip", "Group: Harbour (old)"),
]


@pytest.mark.parametrize("site, query, part, expected", MADE, ids=lambda value: value.strip("?.").replace("/", "-"))
def test_what_the_script_says_keeps_its_direction(site, query, part, expected, open_page):
    page = open_page(kind(site, "index.html"))
    page.goto(page.url + query)
    page.wait_for_function("() => document.documentElement.classList.contains('is-filtered')")
    page.click("#finder_open")
    page.locator(".facet-name").first.wait_for(state="attached")
    seen = page.locator(part).evaluate_all(f"parts => parts.flatMap({SEEN})")
    assert any(expected in line for line in seen), seen
    made = page.eval_on_selector_all(f"{part}, .facet-name", "parts => parts.map(part => part.dir)")
    assert len(made) > 3 and set(made) == {"auto"}


def test_words_below_the_overview_keep_their_direction(open_page):
    page = open_page(kind(HEBREW, "index.html"))
    page.locator('.overview a[href="#harbour"]').focus()
    assert page.locator(".overview-told").evaluate(SEEN)[0].startswith("11 August 1911: )1911( רגסנ למנה")
