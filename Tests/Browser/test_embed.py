"""The timeline in a frame of another site: the snippet of `dateline embed` as it is printed, and its fragment."""

import re
import subprocess

import pytest

from conftest import ARTEFACTS
from host_page import HostPage
from reader import Watch
from site_files import PageFile
from sites import Site, binary, build

HEIGHT = "document.querySelector('iframe').getBoundingClientRect().height"


@pytest.fixture(scope="module")
def host():
    host = HostPage()
    yield host
    host.stop()


@pytest.fixture(scope="module")
def with_entry_pages(sites, tmp_path_factory):
    """A site with a page for frames for each entry, which only one other site may show."""
    folder = tmp_path_factory.mktemp("entries")
    subprocess.run(["cp", "-r", sites["fifty"].source, folder / "source"], check=True)
    settings = folder / "source" / "Content" / "timeline.yml"
    with settings.open("a", encoding="utf-8") as file:
        file.write("embed: {entries: true, hosts: [https://news.example]}\n")
    output = build(folder / "source", folder / "site", "--strict")
    site = Site("entries", folder / "source", output, 50)
    yield site
    site.server.stop()


@pytest.fixture
def open_host(host, reader, request):
    """Opens the host page with some HTML in a tab of its own; an error in the console fails the test."""
    opened = []

    def open(content: str, mode: str = "desktop"):
        host.show(content)
        page = reader.new_page(mode)
        page.watch = Watch(page)
        opened.append(page)
        page.goto(host.url)
        return page

    yield open
    problems = [problem for page in opened for problem in page.watch.problems]
    for page in opened:
        page.watch.end()
        page.close()
    assert not problems, "\n".join(problems)


def printed(site, *options: str) -> str:
    command = [binary(), "embed", "--quiet", "--source", site.source, "--base-url", site.url(""), *options]
    run = subprocess.run(command, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    return run.stdout


def frame_of(page):
    page.wait_for_function("document.querySelector('iframe')")
    frame = page.query_selector("iframe").content_frame()
    frame.wait_for_selector("html.has-script")
    return frame


def wait_for_whole(page, frame) -> int:
    """Waits until the frame is as high as its page, and returns the height."""
    page.wait_for_function(f"{HEIGHT} !== 600")
    # The host's script and the page's observer take turns until nothing changes.
    for _ in range(100):
        height = frame.evaluate("Math.ceil(document.documentElement.getBoundingClientRect().height)")
        if page.evaluate(HEIGHT) == height:
            return height
        page.wait_for_timeout(50)
    raise AssertionError(f"the frame has {page.evaluate(HEIGHT)}, its page {height}")


@pytest.mark.parametrize("mode", ["desktop", "phone", "dark", "forced-colors"])
def test_the_frame_becomes_as_high_as_its_page(mode, sites, open_host):
    page = open_host(printed(sites["story"]), mode)
    frame = frame_of(page)
    assert wait_for_whole(page, frame) > 2000
    assert frame.evaluate("document.documentElement.scrollHeight <= innerHeight")
    assert frame.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.query_selector("iframe").get_attribute("title")
    ARTEFACTS.mkdir(exist_ok=True)
    page.screenshot(path=ARTEFACTS / f"embed-{mode}.png")


def test_messages_of_other_windows_change_nothing(sites, open_host):
    page = open_host(printed(sites["story"]) + '<iframe id="other" srcdoc="<p>Other"></iframe>')
    frame = page.query_selector("iframe").content_frame()
    height = wait_for_whole(page, frame)
    page.query_selector("#other").content_frame().evaluate(
        "parent.postMessage({ type: 'dateline:height', height: 7 }, '*')")
    for message in ("'x'", "null", "{ type: 'dateline:height', height: 'x' }", "{ type: 'dateline:height', height: -1 }"):
        frame.evaluate(f"parent.postMessage({message}, '*')")
    page.wait_for_timeout(200)
    assert page.evaluate(HEIGHT) == height


def test_a_filter_of_the_snippet_is_that_of_the_page(sites, open_host):
    site = sites["story"]
    whole = frame_of(open_host(printed(site))).locator(".entry:visible").count()
    page = open_host(printed(site, "--filter", "status=disputed", "--filter", "from=2023-10"))
    frame = frame_of(page)
    frame.wait_for_selector("html.is-filtered")
    assert 0 < frame.locator(".entry:visible").count() < whole
    assert frame.locator(".finder-chip").count() == 2
    # The host page is not scrolled to the filters of a frame below.
    assert page.evaluate("scrollY") == 0
    # A fragment with the same filters has the same entries.
    shown = frame.locator(".entry:visible .headline").all_inner_texts()
    fragment = open_host(printed(site, "--fragment", "--filter", "status=disputed", "--filter", "from=2023-10"))
    assert fragment.locator("ol > li > p > a > b").all_inner_texts() == shown


def test_filtering_and_going_back_change_the_height(sites, open_host):
    page = open_host(printed(sites["story"]))
    frame = frame_of(page)
    whole = wait_for_whole(page, frame)
    frame.fill(".finder-words", "audit")
    page.wait_for_function(f"{HEIGHT} < {whole} / 2")
    assert frame.url.endswith("embed.html?q=audit")
    page.evaluate("history.back()")
    page.wait_for_function(f"{HEIGHT} === {whole}")
    assert frame.url.endswith("embed.html")


def test_a_mark_leads_to_its_entry_within_the_frame_and_back(sites, open_host):
    page = open_host(printed(sites["story"]))
    frame = frame_of(page)
    wait_for_whole(page, frame)
    mark = frame.locator(".overview a.mark-of:visible").nth(10)
    slug = mark.get_attribute("href")[1:]
    tabs = len(page.context.pages)
    mark.click(force=True)
    page.wait_for_function("scrollY > 500")
    assert frame.url.endswith("#" + slug) and len(page.context.pages) == tabs
    top = page.evaluate(f"{HEIGHT} && document.querySelector('iframe').getBoundingClientRect().top")
    top += frame.evaluate("slug => document.getElementById(slug).getBoundingClientRect().top", slug)
    # Chromium brings the entry to the edge of the window, whatever its margin.
    assert -1 < top < 200
    page.evaluate("history.back()")
    page.wait_for_timeout(200)
    assert page.url == page.evaluate("location.href") and "#" not in frame.url


def test_links_open_in_a_new_tab(sites, open_host):
    page = open_host(printed(sites["story"]))
    frame = frame_of(page)
    with page.context.expect_page() as opened:
        frame.locator(".headline a").first.click()
    assert "/events/" in opened.value.url
    assert opened.value.evaluate("window.opener") is None
    opened.value.close()
    assert page.url.startswith("http://localhost:")


def test_a_link_to_an_entry_shows_it(sites, open_host):
    site = sites["story"]
    slug = site.matching("events/*.html")[0].removeprefix("events/").removesuffix(".html")
    snippet = printed(site, "--entry", slug)
    assert f'embed.html#{slug}"' in snippet
    frame = frame_of(open_host(snippet))
    assert frame.evaluate("document.querySelector(':target').id") == slug


def test_nothing_is_stored_or_asked_of_others(sites, open_host):
    site = sites["story"]
    page = open_host(printed(site))
    frame = frame_of(page)
    frame.fill(".finder-words", "audit")
    frame.wait_for_selector("html.is-filtered")
    assert page.context.cookies() == []
    assert {url.split("/")[2] for url in page.watch.requests if not url.startswith("data:")} == {
        page.url.split("/")[2], site.server.origin.split("/")[2]}
    # In a frame Chromium refuses storage; by itself the page could use it.
    page.goto(site.url("embed.html?q=audit"))
    page.wait_for_selector("html.is-filtered")
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


def test_without_script_it_is_a_list_that_scrolls(sites, open_host):
    site = sites["story"]
    page = open_host(printed(site), "no-script")
    frame = page.query_selector("iframe").content_frame()
    assert frame.locator(".entry:visible").count() == site.entry_count
    assert frame.locator("button:visible, input:visible").count() == 0
    assert page.query_selector("iframe").bounding_box()["height"] == 600


def test_a_long_site_shows_its_beginning(sites, open_host):
    site = sites["five-hundred"]
    page = open_host(printed(site))
    frame = frame_of(page)
    wait_for_whole(page, frame)
    assert frame.locator(".lines > li").count() == 50
    assert "50 of 500" in frame.locator(".embed-more").inner_text()
    assert len((site.folder / "embed.html").read_bytes()) < 60_000
    page = open_host(printed(site, "--filter", "importance=1"))
    frame = frame_of(page)
    frame.wait_for_selector(".finder-results .entry")
    assert frame.locator(".lines:visible").count() == 0
    wait_for_whole(page, frame)
    shown = set(PageFile(site.folder, "embed.html").links)
    missing = next(path for path in site.matching("events/*-0*.html") if path not in shown)
    slug = missing.removeprefix("events/").removesuffix(".html")
    command = [binary(), "embed", "--source", site.source, "--base-url", site.url(""), "--entry", slug]
    run = subprocess.run(command, capture_output=True, text=True)
    assert run.returncode == 64 and "embed: {entries: true}" in run.stderr and run.stdout == ""


def test_the_policy_allows_frames_of_this_page_alone(sites, host, reader):
    page = reader.new_page("desktop")
    for path, is_shown in (("embed.html", True), ("index.html", False), ("map.html", False)):
        messages = []
        page.on("console", lambda message: messages.append(message.text))
        host.show(f'<iframe src="{sites["story"].url(path)}" title="x"></iframe>')
        page.goto(host.url)
        page.wait_for_timeout(300)
        refused = any("frame-ancestors" in message for message in messages)
        assert refused != is_shown, (path, messages)
        assert (page.frames[1].url.startswith("http://127.0.0.1") and not refused) == is_shown
    page.close()


def test_named_hosts_alone_show_the_pages_of_entries(with_entry_pages, host, reader):
    site = with_entry_pages
    path = sorted(site.matching("embed/*.html"))[0]
    assert len(site.matching("embed/*.html")) == 50
    slug = path.removeprefix("embed/").removesuffix(".html")
    snippet = printed(site, "--entry", slug)
    assert f'src="{site.url(path)}"' in snippet
    page = reader.new_page("desktop")
    messages = []
    page.on("console", lambda message: messages.append(message.text))
    host.show(snippet)
    page.goto(host.url)
    page.wait_for_timeout(300)
    assert any("frame-ancestors 'self' https://news.example" in message for message in messages), messages
    # By itself the page shows the entry alone.
    page.goto(site.url(path))
    assert page.locator(".entry").count() == 1 and page.locator("h1").count() == 1
    ARTEFACTS.mkdir(exist_ok=True)
    page.screenshot(path=ARTEFACTS / "embed-entry.png")
    page.close()


def test_the_fragment_needs_nothing(sites, open_host, tmp_path):
    site = sites["story"]
    fragment = printed(site, "--fragment")
    assert not re.search(r"<(script|style|link|iframe|img)\b|\b(class|id|on\w+)=", fragment)
    (tmp_path / "fragment.html").write_text(fragment, encoding="utf-8")
    links = PageFile(tmp_path, "fragment.html").links
    assert len(links) > site.entry_count and all(link.startswith(site.url("")) for link in links)
    for mode in ("desktop", "narrow", "dark"):
        page = open_host(fragment, mode)
        assert page.locator("ol > li").count() == site.entry_count
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        words = page.locator("ol > li").first.inner_text()
        assert re.search(r"\b\d{4}\b", words) and len(words.split()) > 8
        page.screenshot(path=ARTEFACTS / f"embed-fragment-{mode}.png")
