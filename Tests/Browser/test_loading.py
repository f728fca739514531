"""Loading: no error under the Content-Security-Policy, no request to third parties, few requests; from a server and
from a folder."""

import pytest

from page_kinds import ENTRY, FULL_HOME, HOME, MOVED, NOT_FOUND, PAGE_KINDS

MOST_REQUESTS = 8


@pytest.mark.parametrize("kind", PAGE_KINDS, ids=str)
def test_page_loads_without_error_and_asks_for_little(kind, open_page, figures):
    # A tab that showed other pages has cached their pictures, and uses pictures that it would not request.
    page = open_page(kind, own_tab=True)
    page.wait_for_timeout(50)
    assert page.watch.problems == []
    assert page.watch.others() == []
    assert len(page.watch.requests) <= MOST_REQUESTS, page.watch.requests
    figures(f"requests, {kind}", len(page.watch.requests))
    assert_is_styled_and_scripted(page)


# A host shows 404.html at any address, so its links begin at the host's root, and it does not work from a folder.
@pytest.mark.parametrize("kind", [kind for kind in PAGE_KINDS if kind is not NOT_FOUND], ids=str)
def test_page_opens_from_a_folder(kind, open_page):
    page = open_page(kind, from_file=True)
    page.wait_for_timeout(50)
    assert page.watch.problems == []
    assert page.watch.others() == []
    assert_is_styled_and_scripted(page)


def assert_is_styled_and_scripted(page):
    assert page.evaluate("getComputedStyle(document.querySelector('.skip')).position") == "absolute"
    assert page.evaluate("document.documentElement.classList.contains('has-script')")


def test_policy_comes_with_the_page_and_in_the_headers(sites, open_page):
    page = open_page(HOME)
    header = page.request.get(page.url).headers["content-security-policy"]
    meta = page.locator("meta[http-equiv='Content-Security-Policy']").get_attribute("content")
    assert meta.startswith("default-src 'none'; ")
    # Two policies, each of which a browser enforces.
    assert header == meta + ", frame-ancestors 'self'"


def test_policy_stops_what_is_not_the_sites(open_page):
    page = open_page(HOME)
    page.evaluate("""() => {
        const picture = new Image();
        picture.src = "http://127.0.0.1:9/tracker.png";
        const script = document.createElement("script");
        script.textContent = "window.wasRun = true";
        document.body.append(picture, script);
    }""")
    page.wait_for_timeout(100)
    # The browser reports it twice: for the policy of the page and for that of the headers.
    refusals = " ".join(problem for problem in page.watch.problems if "Content Security Policy" in problem)
    assert "img-src" in refusals and "script-src" in refusals, page.watch.problems
    assert not page.evaluate("window.wasRun === true")
    page.watch.problems.clear()
    page.watch.requests[:] = [url for url in page.watch.requests if "tracker" not in url]


@pytest.mark.parametrize("from_file", [False, True], ids=["served", "file"])
def test_old_address_leads_to_the_entry_and_the_place(from_file, sites, reader):
    site = sites[MOVED.site]
    old = (site.file_url if from_file else site.url)(MOVED.path(site))
    page = reader.new_page("desktop")
    page.goto(old + "?from=elsewhere#notes_title")
    page.wait_for_url("**/events/*-00001.html?from=elsewhere#notes_title")
    page.close()
    page = reader.new_page("no-script")
    page.goto(old)
    ids = page.eval_on_selector_all(".moved-places li", "items => items.map(item => item.id)")
    for place in ids[:3]:
        page.goto(old + "#" + place)
        link = page.locator(".moved-places a:visible")
        assert link.count() == 1
        assert link.get_attribute("href").endswith("#" + place)
    page.locator(".lead a").click()
    page.wait_for_url("**/events/*-00001.html")
    page.close()


@pytest.mark.parametrize("address", ["nothing.html", "events/nothing.html", "a/b/c/"])
def test_missing_address_shows_the_page_for_it(address, sites, reader):
    page = reader.new_page("desktop")
    response = page.goto(sites["story"].url(address))
    assert response.status == 404
    assert_is_styled_and_scripted(page)
    page.locator("main a").click()
    assert page.url == sites["story"].url("index.html")
    page.close()


@pytest.mark.parametrize("from_file", [False, True], ids=["served", "file"])
def test_reader_goes_from_the_first_page_to_an_entry_and_a_note(from_file, open_page):
    page = open_page(HOME, from_file=from_file)
    title = page.locator(".entry.is-key .headline a").first
    text = title.inner_text()
    title.click()
    page.wait_for_url("**/events/*.html")
    assert page.locator("h1").inner_text() == text
    page.locator(".cite a").first.click()
    assert page.locator(":target").evaluate("e => e.matches('.notes li')")
    page.go_back()
    page.go_back()
    page.wait_for_url("**/index.html")


@pytest.mark.parametrize("kind", [HOME, FULL_HOME, ENTRY], ids=str)
def test_page_does_not_move_while_it_loads(kind, open_page):
    for mode in ("desktop", "phone"):
        page = open_page(kind, mode, script="""
            window.layoutShift = 0;
            new PerformanceObserver(list => {
                for (const shift of list.getEntries()) window.layoutShift += shift.value;
            }).observe({ type: "layout-shift", buffered: true });
        """)
        page.wait_for_timeout(300)
        assert page.evaluate("window.layoutShift") == 0, mode


@pytest.mark.parametrize("fragment", ["", "#main_content"], ids=["at-the-top", "at-a-place"])
def test_parts_below_the_window_are_laid_out_by_themselves(fragment, sites, reader):
    page = reader.new_page("phone")
    page.goto(sites["story"].url("index.html") + fragment, wait_until="load")
    page.wait_for_function("() => !document.querySelector('.later')")
    entries = page.locator(".entry .headline")
    assert all(entries.nth(place).inner_text() for place in (0, entries.count() - 1))
    page.close()
