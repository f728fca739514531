"""Copies of sites by wget, HTTrack and pywb: each page is stored once, nothing is lost, and the search works."""

import re
import time

import pytest
from playwright.sync_api import expect

from copying import TOOLS, ArchiveCopy
from real_servers import Server

# Words that are in a few entries of each site. The home page of a small site refers to all of its search data; a large
# site has a separate page that refers to them.
WORDS = {"story": "shells", "nine-hundred": "customs searched"}

expect.set_options(timeout=20_000)

A_FEW = re.compile(r"^[1-9]\d* of (48|900) entries$")


@pytest.fixture(scope="module", params=WORDS)
def original(request, sites, tmp_path_factory):
    """A site on a current server: with outdated servers HTTrack does not finish."""
    site = sites[request.param]
    server = Server("nginx", site.folder, tmp_path_factory.mktemp(request.param))
    assert (site.folder / "search.html").exists() == (site.name == "nine-hundred")
    yield site, server.origin
    server.stop()


@pytest.fixture(scope="module", params=TOOLS)
def copy(request, original, tmp_path_factory):
    site, origin = original
    return site, TOOLS[request.param](origin, tmp_path_factory.mktemp(request.param))


def test_each_page_is_stored_once(copy):
    site, copy = copy
    pages = [path for path in copy.paths if ".html" in path]
    # No link leads to the "not found" page or to an old address.
    redirects = site.folder / "_redirects"
    old = [line.split()[0][1:] for line in redirects.read_text().splitlines()] if redirects.exists() else []
    # No page links to the one for frames on other sites.
    assert sorted(pages) == [path for path in site.pages() if path not in {"404.html", "embed.html", *old}]
    assert [path for path in pages if "index" in path.split("/")[-1] and path.count("/") == 0] == ["index.html"]
    assert set(copy.paths.values()) == {1}


def test_data_and_pictures_are_in_the_copy(copy):
    site, copy = copy
    files = [file.relative_to(site.folder).as_posix() for file in site.folder.rglob("*") if file.is_file()]
    wanted = {path for path in files if re.match(r"search/.*\.js$|media/|maps/|[^/]*\.(js|css|svg)$", path)}
    assert len([path for path in wanted if path.startswith("search/")]) >= 5
    assert wanted <= set(copy.paths)


def test_search_and_filters_work(copy, browser):
    site, copy = copy
    for way in copy.ways:
        with way() as (address, own):
            tab = browser.new_page()
            asked = []
            tab.on("request", lambda request: asked.append(request.url))
            try:
                tab.goto(address)
                # The replayed page is in a frame below the archive's banner.
                find(tab.frame_locator("#replay_iframe") if isinstance(copy, ArchiveCopy) else tab, WORDS[site.name])
            finally:
                tab.close()
        assert [url for url in asked if not url.startswith((own, "data:", "blob:"))] == []


def await_the_last_hits(page):
    """Waits until the list of hits stays the same. The count is equal in both views, so it does not show the change."""
    shown = []
    for _ in range(100):
        before, shown = shown, page.locator(".entry:visible .headline a").all_inner_texts()
        if shown and shown == before:
            return
        time.sleep(0.3)
    raise AssertionError("the list of hits did not stop changing")


def find(page, words):
    count = page.locator(".finder-count")
    page.locator("#finder_words").fill(words)
    expect(count).to_have_text(A_FEW)
    found = int(count.inner_text().split()[0])
    expect(page.locator(".entry:visible")).to_have_count(min(found, 20))

    # A filter finds no more entries than the words alone.
    page.locator("#finder_open").click()
    page.locator(".facet[data-facet=status] input").first.check()
    expect(page.locator(".finder-chips li")).to_have_count(1)
    expect(count).to_have_text(A_FEW)
    assert 0 < int(count.inner_text().split()[0]) <= found
    page.locator("#finder_close").click()
    await_the_last_hits(page)

    title = page.locator(".entry:visible .headline a").first.inner_text()
    page.locator(".entry:visible .headline a").first.click()
    expect(page.locator("h1")).to_have_text(title)
    text = page.locator("main").inner_text().lower()
    assert all(word in text for word in words.split()), text

    # The page of an actor links to the home page with a filter.
    page.locator("main a[href*='actors/']").first.click()
    page.locator("a[href*='index.html#?actor=']").first.click()
    expect(page.locator(".finder-chips li")).to_have_count(1)
    expect(count).to_have_text(A_FEW)
