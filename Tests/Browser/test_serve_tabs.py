"""The preview in many tabs at once, in hidden tabs, and the limits of media in it."""

import re
import time
import urllib.request

import pytest
from playwright.sync_api import expect

import site_content
from preview_server import LONGEST_WAIT, PreviewServer
from reader import MODES, Watch, launch

expect.set_options(timeout=LONGEST_WAIT * 1000)

TABS = 20
# Longer than a browser waits before it considers a page loaded.
A_WHILE = 1500


@pytest.fixture(scope="module")
def preview(tmp_path_factory):
    preview = PreviewServer(site_content.write_site(tmp_path_factory.mktemp("tabs") / "site", 30))
    yield preview
    assert preview.stop() == 0


@pytest.fixture
def rename(preview):
    """Gives the site another name, which every page shows."""
    file = preview.folder / "Content/timeline.yml"
    text = file.read_text(encoding="utf-8")

    def rename(name):
        lines = [f"title: {name}" if line.startswith("title:") else line for line in text.splitlines()]
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")

    before = title(preview)
    yield rename
    # The next test must not receive the event.
    file.write_text(text, encoding="utf-8")
    end = time.monotonic() + LONGEST_WAIT
    while title(preview) != before and time.monotonic() < end:
        time.sleep(0.1)
    assert title(preview) == before


@pytest.fixture
def context(playwright, rename):
    """A separate browser, because these tests are about its connections.

    Its process is ended before the site changes again: if a context is closed while its pages reload, the driver
    sometimes waits for ever for pages that no longer report their end.
    """
    browser = launch(playwright)
    yield browser.new_context(**MODES["desktop"])
    browser.close()


def title(preview) -> str:
    with urllib.request.urlopen(preview.url(), timeout=LONGEST_WAIT) as answer:
        return re.search("<title>(.*?)</title>", answer.read().decode())[1]


def paths(preview):
    entries = sorted(file.stem for file in (preview.folder / "Content/events").iterdir())
    return ["", "actors/", "sources/", "map.html"] + [f"events/{name}.html" for name in entries]


def open_tabs(preview, context):
    tabs = [context.new_page() for _ in range(TABS)]
    for tab, path in zip(tabs, paths(preview)):
        tab.watch = Watch(tab)
        tab.goto(preview.url(path), wait_until="load")
    return tabs


def test_twenty_tabs_load_and_all_follow_a_change(preview, context, rename):
    tabs = open_tabs(preview, context)
    for name in ("One harbour", "Another harbour"):
        rename(name)
        for tab in tabs:
            expect(tab).to_have_title(re_of(name))
    assert [tab.watch.problems for tab in tabs] == [[]] * TABS
    # The worker has the only stream of the browser; a page opens one only if there is no worker.
    assert [url for tab in tabs for url in tab.watch.requests if "/_dateline/events" in url] == []


@pytest.mark.parametrize("rounds", [2, pytest.param(30, marks=pytest.mark.soak)])
def test_twenty_tabs_that_go_from_page_to_page_quickly_hold_nothing_up(rounds, preview, context, rename):
    tabs = open_tabs(preview, context)
    for round_ in range(rounds):
        for place, tab in enumerate(tabs):
            tab.goto(preview.url(paths(preview)[(place + round_) % TABS]), wait_until="commit")
    for tab in tabs:
        tab.reload(wait_until="load")
    rename("Third harbour")
    for tab in tabs:
        expect(tab).to_have_title(re_of("Third harbour"))


def see(tab, is_seen: bool) -> None:
    """Makes a page believe that it is hidden, or that it is visible."""
    state = "visible" if is_seen else "hidden"
    tab.evaluate(f"""() => {{
        Object.defineProperty(document, "visibilityState", {{ value: "{state}", configurable: true }});
        // The page may be loaded anew at once, and the answer to this is to come before.
        setTimeout(() => document.dispatchEvent(new Event("visibilitychange")), 100);
    }}""")
    tab.wait_for_timeout(300)


@pytest.mark.parametrize("script", ["", "delete window.SharedWorker"], ids=["shared", "alone"])
def test_tab_that_is_not_seen_waits_until_it_is(preview, context, rename, script):
    if script:
        context.add_init_script(script)
    tab = context.new_page()
    tab.goto(preview.url(), wait_until="load")
    tab.evaluate("window.isSame = true")
    see(tab, False)
    rename("Unseen harbour")
    other = context.new_page()
    other.goto(preview.url(), wait_until="load")
    expect(other).to_have_title(re_of("Unseen harbour"))
    tab.wait_for_timeout(A_WHILE)
    assert tab.evaluate("window.isSame === true")
    see(tab, True)
    expect(tab).to_have_title(re_of("Unseen harbour"))


@pytest.mark.parametrize(
    "script",
    ["delete window.SharedWorker",
     "window.SharedWorker = function () { throw new Error('refused') }",
     "const Real = window.SharedWorker; window.SharedWorker = function () { return new Real('/nothing.js') }"],
    ids=["absent", "refused", "broken"])
def test_without_a_shared_worker_a_page_follows_by_itself(preview, context, rename, script):
    context.add_init_script(script)
    tab = context.new_page()
    tab.goto(preview.url(), wait_until="load")
    rename("Lone harbour")
    expect(tab).to_have_title(re_of("Lone harbour"))


RUNS = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20"/>' \
    '<script>document.documentElement.setAttribute("ran", "1")</script></svg>'


def test_media_run_nowhere_and_a_drawing_is_still_seen(preview, context):
    media = preview.folder / "Content/media"
    media.mkdir(exist_ok=True)
    page = '<title>as text</title><script src="run.js"></script><script>document.title = "ran"</script>'
    files = {"report.html": page, "report.XHTML": page, "run.js": 'document.title = "ran"', "drawing.svg": RUNS}
    for name, text in files.items():
        (media / name).write_text(text, encoding="utf-8")
    try:
        tab = context.new_page()
        for name in ("report.html", "report.XHTML"):
            expect_served(preview, context, name)
            tab.goto(preview.url(f"media/{name}"))
            assert page in tab.locator("body").inner_text()
            assert tab.title() != "ran" and tab.evaluate("document.scripts.length") == 0
        tab.goto(preview.url("media/drawing.svg"))
        assert tab.locator("rect").count() == 1
        assert tab.locator("svg").get_attribute("ran") is None
        tab.goto(preview.url())
        width = tab.evaluate("""async () => {
            const picture = new Image();
            picture.src = "/media/drawing.svg";
            await picture.decode();
            return picture.naturalWidth;
        }""")
        assert width == 40
        # As a script of a page it is refused because of its type.
        failed = tab.evaluate("""() => new Promise(done => {
            const script = document.createElement("script");
            script.src = "/media/run.js";
            script.onload = () => done(false);
            script.onerror = () => done(true);
            document.head.append(script);
        })""")
        assert failed and tab.title() != "ran"
    finally:
        for name in files:
            (media / name).unlink()


def expect_served(preview, context, name):
    for _ in range(LONGEST_WAIT * 10):
        if context.request.get(preview.url(f"media/{name}")).status == 200:
            return
        context.pages[0].wait_for_timeout(100)
    raise AssertionError(f"{name} is not served")


def test_folder_that_was_moved_away_and_back_is_followed(preview, context, rename):
    tab = context.new_page()
    tab.goto(preview.url(), wait_until="load")
    away = preview.folder.with_name("away")
    preview.folder.rename(away)
    expect(tab.locator("#dateline-trouble .item")).to_contain_text("the site's folder is gone")
    away.rename(preview.folder)
    expect(tab.locator("#dateline-trouble")).to_have_count(0)
    rename("Harbour again")
    expect(tab).to_have_title(re_of("Harbour again"))


def re_of(text: str) -> re.Pattern:
    return re.compile(re.escape(text))
