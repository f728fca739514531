"""A day that the reader picks: by mouse, keys, touch, address and history; served, from a folder, without a script and in print."""

import re

import pytest

from page_kinds import FULL_HOME, HOME, LONG_HOME, PageKind
from test_finder import count, ready, search, shown

DAY = "2023-10-16"
EARLIER = PageKind("story", "earlier-day", f"known/{DAY}.html")
ARTICLES = """() => Object.fromEntries([...document.querySelectorAll('.period .entries > li')]
    .filter(item => !item.hidden).map(item => item.firstElementChild)
    .map(entry => [entry.id, entry.innerHTML.replaceAll('../', '').replace(/\\s+/g, ' ')]))"""


def at(page, address):
    """Follows an address of the same page."""
    page.evaluate("address => { location.hash = address; }", address)
    page.wait_for_function("() => document.querySelector('[name=known]').value")
    ready(page)


def pick(page, day):
    page.fill('input[name="known"]', day)
    page.wait_for_function("day => location.href.includes('known=' + day)", arg=day)
    ready(page)


@pytest.mark.parametrize("from_file", [False, True], ids=["served", "file"])
def test_entries_that_were_not_yet_known_fold_away(from_file, open_page):
    page = open_page(HOME, from_file=from_file)
    everything = shown(page)
    pick(page, DAY)
    known = shown(page)
    assert 0 < len(known) < len(everything)
    assert count(page) == f"{len(known)} of {len(everything)} entries · Not yet known: {len(everything) - len(known)} of {len(everything)}"
    assert page.locator(".finder-count").get_attribute("role") == "status"
    assert "2023-11-01-nis-audit" not in known
    assert "is-out" in page.locator('.overview a[href="#2023-11-01-nis-audit"]').first.get_attribute("class")
    page.locator(".finder-chip", has_text=DAY).click()
    page.wait_for_function("() => !location.href.includes('known=')")
    assert shown(page) == everything


@pytest.mark.parametrize("day", ["2022-11-08", "2023-08-24", DAY, "2023-10-17", "2023-11-01", "2025-04-28"])
def test_the_first_page_and_the_page_of_the_day_show_the_same(day, open_page):
    kind = PageKind("story", "earlier-day", f"known/{day}.html")
    expected = open_page(kind, "no-script").evaluate(ARTICLES)
    page = open_page(HOME)
    pick(page, day)
    assert page.evaluate(ARTICLES) == expected


def test_a_status_and_its_mark_are_those_of_the_day(open_page):
    page = open_page(HOME)
    slug = "2023-10-13-white-house-containers"
    link, badge = page.locator(f'.overview a[href="#{slug}"]').first, page.locator(f'[id="{slug}"] a.badge').last

    def states():
        return badge.inner_text(), link.get_attribute("aria-label"), link.locator("use").last.get_attribute("href")

    today = states()
    assert "Disputed" in today[0]
    pick(page, DAY)
    assert "Claimed" in states()[0] and "Claimed" in states()[1]
    target = states()[2]
    assert page.locator(target).count() == 1
    page.go_back()
    page.wait_for_function("() => !location.href.includes('known=')")
    ready(page)
    assert states() == today


def test_earlier_and_later_reports(open_page):
    page = open_page(HOME)
    days = []
    for _ in range(3):
        before = page.input_value("[name=known]")
        page.click("[name=earlier]")
        page.wait_for_function("before => document.querySelector('[name=known]').value !== before", arg=before)
        ready(page)
        days.append(page.input_value("[name=known]"))
    assert days == sorted(days, reverse=True)
    for day in days[1::-1]:
        page.click("[name=later]")
        page.wait_for_function("day => document.querySelector('[name=known]').value === day", arg=day)
        ready(page)
    # After the last report there is nothing but today.
    page.click("[name=later]")
    page.wait_for_function("() => !location.href.includes('known=')")
    ready(page)
    assert len(shown(page)) == 48
    for day in ["", days[0], days[1]][1:]:
        page.go_back()
    ready(page)


def test_by_keys(open_page):
    page = open_page(HOME)
    page.focus("[name=known]")
    assert page.evaluate("document.activeElement.labels[0].textContent.trim()") == "As known on"
    page.focus("[name=earlier]")
    page.keyboard.press("Enter")
    page.wait_for_function("() => location.href.includes('known=2025-04-28')")
    ready(page)
    assert page.evaluate("document.activeElement.name") == "earlier"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "later"
    page.keyboard.press("Space")
    page.wait_for_function("() => !location.href.includes('known=')")


def test_by_touch(open_page):
    page = open_page(HOME, "phone")
    page.locator("[name=earlier]").tap()
    page.wait_for_function("() => location.href.includes('known=')")
    ready(page)
    for name in ("known", "earlier", "later"):
        box = page.locator(f"[name={name}]").bounding_box()
        assert box["height"] >= 44 and box["x"] >= 0 and box["x"] + box["width"] <= page.viewport_size["width"]


def test_the_address_of_a_day(open_page):
    page = open_page(HOME)
    expected = None
    for form in (f"#?known={DAY}", f"#?known={DAY}&status=claimed"):
        at(page, form)
        if expected is None:
            expected = set(shown(page))
    assert 0 < len(shown(page)) < len(expected) and set(shown(page)) < expected
    assert page.input_value("[name=known]") == DAY


def test_words_and_a_day(open_page):
    page = open_page(HOME)
    search(page, "russia")
    words = set(shown(page))
    pick(page, DAY)
    assert set(shown(page)) < words and shown(page)
    assert page.locator("mark.found").count()


@pytest.mark.parametrize("mode", ["desktop", "no-script"])
def test_moments_lead_to_their_day(mode, open_page):
    page = open_page(HOME, mode)
    page.click(".moments a >> text=The summit")
    page.wait_for_url("**/known/2023-09-13.html")
    assert page.locator("h1").inner_text() == "The summit"
    assert 0 < page.locator(".period .entry").count() < 48


def test_pages_of_days_lead_on(open_page):
    page = open_page(EARLIER, "no-script")
    page.click("a[rel=next]")
    assert page.url.endswith("known/2023-10-17.html")
    page.click("a[rel=prev]")
    assert page.url.endswith(f"known/{DAY}.html")
    page.click(".kicker a")
    page.click(".period-title a >> nth=0")
    assert re.search(r"known/\d{4}-\d\d-\d\d\.html$", page.url)


@pytest.mark.parametrize("text", ["2023", "2023-10", "soon"])
def test_a_vague_day_is_refused(text, open_page):
    page = open_page(HOME)
    page.evaluate("text => { location.hash = '?known=' + text; }", text)
    page.wait_for_function("text => document.querySelector('.finder-note').textContent.includes(text)", arg=text)
    assert len(shown(page)) == 48


def test_nothing_jumps(open_page):
    watch = """window.shift = 0; new PerformanceObserver(list => {
        list.getEntries().forEach(entry => { if (!entry.hadRecentInput) window.shift += entry.value; });
    }).observe({ type: 'layout-shift', buffered: true });"""
    page = open_page(HOME, script=watch)
    page.wait_for_timeout(500)
    assert page.evaluate("window.shift") == 0
    page.locator("[name=known]").scroll_into_view_if_needed()
    page.click("[name=earlier]")
    page.wait_for_function("() => location.href.includes('known=')")
    ready(page)
    page.wait_for_timeout(300)
    assert page.evaluate("window.shift") == 0


def test_in_print(open_page):
    page = open_page(HOME, own_tab=True)
    pick(page, DAY)
    known = shown(page)
    page.emulate_media(media="print")
    assert page.evaluate("() => [...document.querySelectorAll('.period .entry')].filter(entry => entry.checkVisibility()).length") == len(known)
    assert page.locator(".finder-count").is_visible() and page.locator(".finder-chip").is_visible()
    assert not page.locator("[name=earlier]").is_visible()


@pytest.mark.parametrize("kind", [FULL_HOME, LONG_HOME], ids=str)
def test_on_generated_sites(kind, open_page):
    page = open_page(kind)
    page.click("[name=earlier]")
    page.wait_for_function("() => location.href.includes('known=')")
    ready(page)
    first = count(page)
    for _ in range(4):
        page.click("[name=earlier]")
        ready(page)
    assert re.match(r"\d+ of (50|500) entries · Not yet known: \d+ of (50|500)$", count(page)), first
    if kind is LONG_HOME:
        assert page.locator(".finder-results .entry").count() == 20


def test_a_long_site_loads_no_more_than_for_a_filter(sites, reader):
    """The transferred data files of a day, beside those of a window of dates that is as wide."""
    sizes = {}
    for name in ("from=1000", "known"):
        page = reader.new_page("desktop")
        loaded = []
        page.on("response", lambda response: loaded.append(response.url) if "/search/" in response.url else None)
        page.goto(sites["ten-thousand"].url("index.html"))
        if name == "known":
            page.click("[name=earlier]")
        else:
            page.goto(sites["ten-thousand"].url(f"index.html?{name}"))
        page.wait_for_function("() => document.querySelector('.finder-results li')")
        ready(page)
        sizes[name] = sum(len(page.request.get(url).body()) for url in set(loaded))
        page.close()
    assert sizes["known"] <= 1.5 * sizes["from=1000"], sizes
