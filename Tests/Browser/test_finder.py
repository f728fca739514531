"""Filters and search: by mouse and keys, in the address, from a folder, on short and on long sites."""

import pytest

import parts
from page_kinds import HOME, LONG_HOME, PageKind

SHOWN = "() => [...document.querySelectorAll('.period .entry')].filter(entry => entry.checkVisibility()).map(entry => entry.id)"
ACTOR = PageKind("story", "actor", "actors/*.html")


def ready(page):
    page.wait_for_function(
        "() => !document.documentElement.classList.contains('is-searching')"
        " && !document.querySelector('.finder-form').hasAttribute('aria-busy')")


def shown(page):
    ready(page)
    return page.evaluate(SHOWN)


def count(page):
    return page.locator(".finder-count").inner_text()


def search(page, words):
    page.fill("#finder_words", words)
    page.wait_for_function("words => decodeURIComponent(location.href).replaceAll('+', ' ').includes('q=' + words)", arg=words)
    ready(page)


def tick(page, facet, value):
    page.click("#finder_open")
    box = page.locator(f'input[name="{facet}"][value="{value}"]')
    box.wait_for()
    box.check()
    page.wait_for_function("part => location.href.includes(part)", arg=f"{facet}={value}")
    ready(page)


@pytest.mark.parametrize("from_file", [False, True], ids=["served", "file"])
def test_words_are_found_and_marked(from_file, open_page):
    page = open_page(HOME, from_file=from_file)
    everything = len(shown(page))
    search(page, "najin")
    found = shown(page)
    assert 0 < len(found) < everything
    assert f"{len(found)} of {everything}" in count(page)
    marked = page.eval_on_selector_all("mark.found", "marks => marks.map(mark => mark.textContent.toLowerCase())")
    assert "najin" in marked
    dimmed = page.locator(".overview a.is-out").count()
    assert dimmed >= everything - len(found) - 5
    assert page.locator(".finder-count").get_attribute("role") == "status"


@pytest.mark.parametrize("words, other", [("NAJIN", "najin"), ("najín", "najin"), ("naji", "najin")])
def test_capitals_marks_and_beginnings(words, other, open_page):
    page = open_page(HOME)
    search(page, other)
    exact = shown(page)
    search(page, words)
    assert set(exact) <= set(shown(page)) and exact


def test_several_words_and_any_of_them(open_page):
    page = open_page(HOME)
    search(page, "najin")
    first = set(shown(page))
    search(page, "summit")
    second = set(shown(page))
    search(page, "najin summit")
    assert set(shown(page)) == first & second
    page.click("#finder_open")
    page.select_option('select[data-facet="q"]', "q")
    page.wait_for_function("() => location.href.includes('any=q')")
    assert set(shown(page)) == first | second


def test_filters_narrow_and_are_removed(open_page):
    page = open_page(HOME)
    everything = shown(page)
    tick(page, "status", "disputed")
    disputed = shown(page)
    assert 0 < len(disputed) < len(everything)
    page.locator('input[name="group"][value="shipments"]').check()
    page.wait_for_function("() => location.href.includes('group=shipments')")
    both = shown(page)
    assert set(both) < set(disputed) and both
    assert page.locator(".finder-chip").count() == 2
    page.locator(".finder-chip", has_text="Group").click()
    page.wait_for_function("() => !location.href.includes('group=')")
    assert shown(page) == disputed
    page.click("#finder_clear")
    page.wait_for_function("() => !location.href.includes('status=')")
    assert shown(page) == everything


@pytest.mark.parametrize("window, within", [(("2023-09", "2023-09"), "2023-09-13-kim-putin-summit"), (("2024", ""), "2024-06-19-partnership-treaty")])
def test_a_window_of_dates(window, within, open_page):
    page = open_page(HOME)
    everything = shown(page)
    page.click("#finder_open")
    page.fill('input[name="from"]', window[0])
    page.fill('input[name="to"]', window[1])
    page.keyboard.press("Tab")
    page.wait_for_function("() => location.href.includes('from=')")
    found = shown(page)
    assert within in found and len(found) < len(everything)
    assert "2022-11-08-pyongyang-denies-arms-dealings" not in found


def test_no_date_is_said_to_be_none(open_page):
    page = open_page(HOME)
    page.click("#finder_open")
    page.fill('input[name="from"]', "last week")
    page.keyboard.press("Tab")
    page.wait_for_function("() => document.querySelector('input[name=from]').getAttribute('aria-invalid') === 'true'")
    assert "last week" in page.locator(".finder-note").inner_text()


@pytest.mark.parametrize("from_file", [False, True], ids=["served", "file"])
def test_the_address_holds_the_view(from_file, open_page):
    page = open_page(HOME, from_file=from_file)
    search(page, "satellite")
    tick(page, "status", "claimed")
    found, address = shown(page), page.url
    again = open_page(HOME, from_file=from_file)
    again.goto("about:blank")
    again.goto(address)
    again.wait_for_function("() => document.documentElement.classList.contains('is-filtered')")
    assert shown(again) == found
    assert again.input_value("#finder_words") == "satellite"
    assert again.locator(".finder-chip").count() >= 1


def test_the_way_back(open_page):
    page = open_page(HOME)
    everything = shown(page)
    tick(page, "status", "disputed")
    disputed = shown(page)
    page.locator('input[name="status"][value="claimed"]').check()
    page.wait_for_function("() => location.href.includes('status=claimed')")
    page.go_back()
    page.wait_for_function("() => !location.href.includes('status=claimed')")
    assert shown(page) == disputed
    page.go_back()
    page.wait_for_function("() => !location.href.includes('status=')")
    assert shown(page) == everything


def test_nothing_found_says_what_to_loosen(open_page):
    page = open_page(HOME)
    search(page, "najin")
    exact = shown(page)
    tick(page, "status", "speculated")
    assert shown(page) == []
    offers = page.locator(".finder-loosen button")
    assert offers.count() >= 1
    page.locator(".finder-loosen button", has_text="Speculated").click()
    page.wait_for_function("() => !location.href.includes('status=')")
    assert shown(page) == exact


def test_keys_alone(open_page):
    page = open_page(HOME)
    page.locator("#finder_open").focus()
    page.keyboard.press("Enter")
    assert page.locator("#finder_open").get_attribute("aria-expanded") == "true"
    page.locator('input[name="status"][value="disputed"]').wait_for()
    page.locator('input[name="status"][value="disputed"]').focus()
    page.keyboard.press("Space")
    page.wait_for_function("() => location.href.includes('status=disputed')")
    page.keyboard.press("Escape")
    assert page.locator("#finder_panel").is_hidden()
    assert page.evaluate("() => document.activeElement.id") == "finder_open"


def test_by_touch(open_page):
    page = open_page(HOME, "phone")
    page.locator("#finder_open").tap()
    page.locator('label:has(input[name="status"][value="disputed"])').tap()
    page.wait_for_function("() => location.href.includes('status=disputed')")
    assert 0 < len(shown(page)) < 48


def test_nothing_is_loaded_before_it_is_asked_for(open_page):
    page = open_page(HOME)
    page.wait_for_timeout(300)
    assert not [url for url in page.watch.requests if "/search/" in url]
    page.focus("#finder_words")
    page.wait_for_function("() => performance.getEntriesByType('resource').some(entry => entry.name.includes('/search/'))")


@pytest.mark.parametrize("from_file", [False, True], ids=["served", "file"])
def test_a_long_site_lists_what_is_found(from_file, open_page, sites):
    page = open_page(LONG_HOME, from_file=from_file)
    title = page.locator(".entry .headline").first.inner_text()
    word = max(title.replace(",", " ").split(), key=len)
    search(page, word)
    results = page.locator(".finder-results")
    results.locator("li").first.wait_for()
    assert str(sites[LONG_HOME.site].entry_count) in count(page).replace(",", "")
    links = results.locator("a[href*='events/']").count()
    assert links
    assert page.locator(".period:visible").count() == 0
    page.click("#finder_clear")
    page.locator(".period").wait_for(state="visible")
    assert results.is_hidden()


def test_another_page_leads_to_the_filtered_timeline(open_page):
    page = open_page(ACTOR)
    page.locator(".filter-link a").click()
    page.wait_for_function("() => document.documentElement.classList.contains('is-filtered')")
    assert 0 < len(shown(page)) < 48
    assert "actor=" in page.url


def test_without_script_there_is_no_form_but_every_list(open_page):
    page = open_page(HOME, "no-script")
    assert page.locator(".finder:visible").count() == 0
    ways = page.eval_on_selector_all(".ways a", "links => links.map(link => link.getAttribute('href'))")
    for folder in ("groups", "actors", "places", "tags", "status", "sources", "periods"):
        assert f"{folder}/index.html" in ways


NAMES_OF_OBJECTS = ["constructor", "__proto__", "toString", "hasOwnProperty", "valueOf", "watch"]


@pytest.mark.parametrize("name", NAMES_OF_OBJECTS)
@pytest.mark.parametrize("key", ["q", "actor", "status", "group", "any", "from"])
def test_names_that_every_object_has_are_names(key, name, open_page):
    page = open_page(HOME)
    page.goto(page.url + f"?{key}={name}")
    ready(page)
    assert "could not" not in count(page)
    assert "function" not in page.locator(".finder").inner_text()
    if key in ("actor", "status", "group"):
        assert shown(page) == []
        assert name in page.locator(".finder-chip").first.inner_text()
        assert name in page.locator(".finder-note").inner_text()


@pytest.mark.parametrize("query, said", [
    ("?actor=nobody", "nobody"), ("?q=", "“”"), ("?q=%2B%2B", "“++”"), ("?from=soon", "soon"),
    ("?from=2024&to=2023", "2024 – 2023"), ("?importance=9", "9"), ("#?tag=none", "none"),
])
def test_what_an_address_asks_in_vain_is_said_and_taken_away(query, said, open_page):
    page = open_page(HOME)
    page.goto("about:blank")
    page.goto(page.watch.requests[0] + query)
    page.wait_for_function("() => document.documentElement.classList.contains('is-filtered')")
    ready(page)
    assert said in page.locator(".finder-note").inner_text()
    assert page.locator(".finder-chip:not(.is-offer)").count() >= 1
    page.click("#finder_clear")
    page.wait_for_function("() => !/[?=]/.test(location.href)")
    assert page.locator(".finder-note").is_hidden()
    assert len(shown(page)) > 10


def test_data_that_are_not_the_pages_are_refused(open_page):
    """If a host has kept another file under a name, the file is requested again."""
    page = open_page(HOME, own_tab=True)
    page.route("**/search/directory-*.js", lambda route: route.fulfill(
        content_type="text/javascript", body='dateline_search("directory-other",{"count":1});'))
    page.route("**/search/directory-*.js?anew", lambda route: route.continue_())
    search(page, "najin")
    assert 0 < len(shown(page)) < 48
    assert " of " in count(page)


def test_an_old_page_gives_way_to_the_new_one(open_page):
    """A reader has an old page, and its data no longer exist."""
    page = open_page(HOME, own_tab=True)
    page.evaluate("() => { document.getElementById('finder').dataset.search = 'search/directory-000000000000.js'; }")
    page.route("**/search/directory-000000000000.js*", lambda route: route.fulfill(status=200, content_type="text/html", body=""))
    with page.expect_navigation():
        page.fill("#finder_words", "najin")
    page.wait_for_function("() => document.documentElement.classList.contains('is-filtered')")
    assert 0 < len(shown(page)) < 48
    assert page.input_value("#finder_words") == "najin"
