"""The main uses of a site in Firefox ESR, and the riskiest of them in WebKitGTK: drawing, search, the back button, print,
and pages from a folder, with an empty console."""

import re
import subprocess

import pytest

import parts
from page_kinds import ENTRY, FULL_HOME, HOME, LONG_HOME, MAP, PERIOD, ROUTE, PageKind
from test_layout import OVERFLOW
from test_print import filled, plain

ACTOR = PageKind("story", "actor", "actors/*.html")
PLACES = ["served", "file"]
SHOWN = f"[...document.querySelectorAll('.period {parts.ENTRY}')].filter(entry => entry.checkVisibility()).map(entry => entry.id)"
IS_READY = """!document.documentElement.classList.contains("is-searching")
    && !document.querySelector(".finder-form").hasAttribute("aria-busy")"""
FOREIGN = """performance.getEntriesByType("resource").map(entry => entry.name)
    .filter(name => !name.startsWith(location.protocol === "file:" ? "file:" : location.origin) && !name.startsWith("data:"))"""


@pytest.fixture
def open_in_firefox(firefox, sites):
    """Opens a kind of page in Firefox. The test fails if there was a console message or a request to a third party."""
    firefox.look()
    firefox.problems()

    def open(kind, place="served", query="", **look):
        if look:
            firefox.look(**look)
        site = sites[kind.site]
        path = kind.path(site)
        firefox.go("about:blank")
        firefox.go((site.file_url(path) if place == "file" else site.url(path)) + query)
        return firefox

    yield open
    foreign = firefox.js(FOREIGN)
    firefox.go("about:blank")
    assert firefox.problems() == []
    assert foreign == []


def settle(window):
    """Parts below the window are laid out one by one; until then, the elements to press may still move."""
    window.wait("!document.querySelector('.later')")


def shown(window):
    window.wait(IS_READY)
    return window.js(SHOWN)


def search(window, words):
    settle(window)
    window.click("#finder_words")
    window.press(words)
    window.wait("decodeURIComponent(location.href).replaceAll('+', ' ').includes('q=' + a[0])", words)
    return shown(window)


def tick(window, facet, value):
    settle(window)
    window.click("#finder_open")
    box = f'input[name="{facet}"][value="{value}"]'
    window.wait("document.querySelector(a[0])", box)
    window.click(box)
    window.wait("location.href.includes(a[0])", f"{facet}={value}")
    return shown(window)


@pytest.mark.parametrize("kind", [HOME, ENTRY, ROUTE, MAP, ACTOR, FULL_HOME, LONG_HOME, PERIOD], ids=str)
@pytest.mark.parametrize("place", PLACES)
def test_firefox_shows_a_page_without_a_complaint(kind, place, open_in_firefox):
    page = open_in_firefox(kind, place)
    assert page.js("document.readyState") == "complete"
    assert page.js("getComputedStyle(document.querySelector('.ways ul')).display") == "flex"
    assert page.js("document.documentElement.classList.contains('has-script')")
    assert page.js(f"({OVERFLOW})()") == []


@pytest.mark.parametrize("kind", [HOME, ROUTE, MAP, ACTOR, LONG_HOME], ids=str)
def test_in_firefox_nothing_sticks_out_at_320_pixels(kind, open_in_firefox):
    page = open_in_firefox(kind, width=320, height=640)
    assert page.js("innerWidth") == 320
    assert page.js(f"({OVERFLOW})()") == []


@pytest.mark.parametrize("kind", [HOME, ENTRY, MAP], ids=str)
def test_firefox_has_a_dark_page_for_readers_of_dark_screens(kind, open_in_firefox):
    page = open_in_firefox(kind)
    colours = "['background-color', 'color'].map(name => getComputedStyle(document.documentElement).getPropertyValue(name).match(/[\\d.]+/g).slice(0, 3).reduce((sum, part) => sum + +part, 0))"
    paper, ink = page.js(colours)
    assert paper > ink
    page.look(dark=True)
    paper, ink = page.js(colours)
    assert paper < ink


def test_badges_are_not_broken_where_readers_want_large_letters(firefox, sites):
    """Firefox has a setting for the smallest font size, which no length in the style sheet follows."""
    firefox.look()
    firefox.prefer("font.minimum-size.x-western", 22)
    try:
        firefox.go(sites["story"].url("index.html"))
        broken = firefox.js("""[...document.querySelectorAll(a[0])].map(badge => {
            const range = document.createRange();
            range.selectNodeContents(badge.lastChild);
            return range.getClientRects().length > 1 ? badge.textContent : "";
        }).filter(Boolean)""", parts.LEGEND_BADGE)
        assert firefox.js("document.querySelector(a[0]).getBoundingClientRect().height", parts.LEGEND_BADGE) > 26
        assert broken == []
    finally:
        firefox.prefer("font.minimum-size.x-western", 0)


def test_the_overview_in_firefox(open_in_firefox):
    page = open_in_firefox(HOME)
    marks = page.js("[...document.querySelectorAll('.overview svg a')].filter(mark => mark.getBoundingClientRect().width > 0).length")
    assert marks > 20
    width = "document.querySelector('.overview svg').getBoundingClientRect().width"
    before = page.js(width)
    page.click('[data-zoom="in"]')
    assert page.js(width) > before * 1.4
    page.click('[data-zoom="all"]')
    assert abs(page.js(width) - before) < 1
    # The marks are a single Tab stop; an arrow key moves to the next mark.
    page.js("document.querySelector('.overview svg a[tabindex=\"0\"]').focus()")
    first = page.js("document.activeElement.getAttribute('href')")
    page.press("ArrowRight")
    assert page.js("document.activeElement.getAttribute('href')") != first
    told = page.js("document.querySelector('.overview-told').textContent")
    assert told and told == page.js("document.activeElement.getAttribute('aria-label')")
    page.press("Enter")
    page.wait("location.hash.length > 1")
    assert page.js("document.getElementById(decodeURIComponent(location.hash.slice(1))).getBoundingClientRect().top < innerHeight")


@pytest.mark.parametrize("place", PLACES)
def test_firefox_finds_words_and_marks_them(place, open_in_firefox):
    page = open_in_firefox(HOME, place)
    everything = len(shown(page))
    found = search(page, "najin")
    assert 0 < len(found) < everything
    assert f"{len(found)} of {everything}" in page.js("document.querySelector('.finder-count').textContent")
    assert "najin" in page.js("[...document.querySelectorAll('mark.found')].map(mark => mark.textContent.toLowerCase())")


def test_filters_and_the_way_back_in_firefox(open_in_firefox):
    page = open_in_firefox(HOME)
    everything = shown(page)
    disputed = tick(page, "status", "disputed")
    assert 0 < len(disputed) < len(everything)
    page.back()
    page.wait("!location.href.includes('status=')")
    assert shown(page) == everything


@pytest.mark.parametrize("place", PLACES)
def test_the_address_holds_the_view_in_firefox(place, open_in_firefox):
    page = open_in_firefox(HOME, place)
    search(page, "satellite")
    found, address = tick(page, "status", "claimed"), page.js("location.href")
    page.go("about:blank")
    page.go(address)
    page.wait("document.documentElement.classList.contains('is-filtered')")
    assert shown(page) == found
    assert page.js("document.querySelector('#finder_words').value") == "satellite"


def test_from_an_entry_back_to_where_the_reader_was_in_firefox(open_in_firefox):
    page = open_in_firefox(HOME)
    tick(page, "status", "disputed")
    view, top = page.js("location.href"), f"document.querySelectorAll('.period {parts.ENTRY}:not([hidden])')"
    found = shown(page)
    page.click(f'[id="{found[-1]}"] .headline a')
    page.wait("location.href.includes('/events/')")
    page.back()
    page.wait("location.href === a[0]", view)
    page.wait("document.documentElement.classList.contains('is-filtered')")
    assert shown(page) == found
    assert page.js(f"{top}.length") > 0
    assert page.js("scrollY") > 0


@pytest.mark.parametrize("kind", [HOME, ENTRY], ids=str)
def test_firefox_prints_every_entry_and_every_address(kind, open_in_firefox, sites, tmp_path, figures):
    page = open_in_firefox(kind)
    file = page.printed(tmp_path / "page.pdf")
    facts = subprocess.run(["pdfinfo", file], check=True, capture_output=True, text=True).stdout
    text = subprocess.run(["pdftotext", "-raw", file, "-"], check=True, capture_output=True, text=True).stdout
    width, height = map(float, re.search(r"Page size:\s+([\d.]+) x ([\d.]+) pts", facts).groups())
    assert abs(width - 595.3) < 1 and abs(height - 841.9) < 1
    paper = plain(text)
    addresses = page.js(
        f"[...new Set([...document.querySelectorAll('{parts.SOURCE_ADDRESS}')]"
        ".map(e => e.dataset.url || e.getAttribute('href')))]")
    assert addresses and [address for address in addresses if plain(address) not in paper] == []
    titles = page.js(f"[...document.querySelectorAll('h1, {parts.HEADLINE}')].map(title => title.textContent)")
    assert len(titles) == 1 + (sites[kind.site].entry_count if kind is HOME else 0)
    assert [title for title in titles if plain(title) not in paper] == []
    assert plain(page.js("document.querySelector(a[0]).textContent", parts.SKIP_LINK)) not in paper
    assert filled(file) > 0.5
    figures(f"sheets of paper in Firefox, {kind}", text.count("\f"))


@pytest.mark.parametrize("kind", [HOME, ENTRY, MAP, ACTOR], ids=str)
@pytest.mark.parametrize("place", PLACES)
def test_webkit_shows_a_page(kind, place, webkit, sites):
    site = sites[kind.site]
    path = kind.path(site)
    webkit.look()
    webkit.go(site.file_url(path) if place == "file" else site.url(path))
    assert webkit.js("document.documentElement.classList.contains('has-script')")
    assert webkit.js("getComputedStyle(document.querySelector('.ways ul')).display") == "flex"
    assert webkit.js(f"({OVERFLOW})()") == []
    assert webkit.js(FOREIGN) == []
    # The narrowest possible window of the browser.
    webkit.look(width=360)
    assert webkit.js("innerWidth") < 500
    assert webkit.js(f"({OVERFLOW})()") == []


@pytest.mark.parametrize("place", PLACES)
def test_webkit_finds_filters_and_goes_back(place, webkit, sites):
    webkit.look()
    webkit.go(sites["story"].file_url("index.html") if place == "file" else sites["story"].url("index.html"))
    everything = shown(webkit)
    found = search(webkit, "satellite")
    assert 0 < len(found) < len(everything)
    both = tick(webkit, "status", "claimed")
    assert 0 < len(both) < len(found)
    address = webkit.js("location.href")
    webkit.back()
    webkit.wait("!location.href.includes('status=')")
    assert shown(webkit) == found
    webkit.go("about:blank")
    webkit.go(address)
    webkit.wait("document.documentElement.classList.contains('is-filtered')")
    assert shown(webkit) == both


def test_the_overview_in_webkit(webkit, sites):
    webkit.look()
    webkit.go(sites["story"].url("index.html"))
    width = "document.querySelector('.overview svg').getBoundingClientRect().width"
    before = webkit.js(width)
    webkit.click('[data-zoom="in"]')
    assert webkit.js(width) > before * 1.4
    webkit.js("document.querySelector('.overview svg a[tabindex=\"0\"]').focus()")
    first = webkit.js("document.activeElement.getAttribute('href')")
    webkit.press("ArrowRight")
    assert webkit.js("document.activeElement.getAttribute('href')") != first
