"""Fixtures. A test asks for `open_page` and gets pages of built sites. If anything goes wrong on a page, such
as an error in the console or a request to a third party, its test fails, whatever it tests."""

import json
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from page_kinds import MOVED, PageKind
from reader import Reader, Watch, launch
from sites import Sites
from webdriver import Firefox, WebKit

ARTEFACTS = Path(__file__).resolve().parents[1] / "artefacts"
FAILURES = ARTEFACTS / "failures"
_figures: dict[str, str] = {}


@pytest.fixture(scope="session")
def sites(tmp_path_factory):
    """The sites by name: story, fifty, five-hundred, ten-thousand. Each is built on first use."""
    sites = Sites(tmp_path_factory.mktemp("sites"))
    yield sites
    sites.stop()


@pytest.fixture(scope="session")
def playwright():
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(playwright):
    browser = launch(playwright)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def firefox(tmp_path_factory):
    firefox = Firefox(tmp_path_factory.mktemp("firefox"))
    yield firefox
    firefox.close()


@pytest.fixture(scope="session")
def webkit(tmp_path_factory):
    webkit = WebKit(tmp_path_factory.mktemp("webkit"))
    yield webkit
    webkit.close()


@pytest.fixture(scope="session")
def reader(browser):
    return Reader(browser)


@pytest.fixture
def open_page(sites, reader, request):
    """Opens a kind of page, in one of the modes of reader.py, from the server or as a file.

    `open_page(HOME, "dark").watch` has the requests of the page. The test fails if anything went wrong on it.
    A test that changes more than the page, such as the emulated media of the tab, requests a tab of its own; so
    does one with a `script` that must run before those of the page.
    """
    opened: list[Watch] = []
    reused: dict[Watch, str] = {}

    def open(kind: PageKind, mode: str = "desktop", *, from_file: bool = False, own_tab: bool = False, script: str = ""):
        site = sites[kind.site]
        path = kind.path(site)
        own_tab = own_tab or bool(script)
        page = reader.new_page(mode) if own_tab else reader.borrow(mode)
        page.watch = Watch(page)
        opened.append(page.watch)
        if not own_tab:
            reused[page.watch] = mode
        if kind is MOVED:
            target = site.matching("events/*-00001.html")[0]
            page.watch.hold(site.file_url(target) if from_file else site.url(target))
        if script:
            page.add_init_script(script)
        # The page at an old address redirects before it is loaded.
        page.goto(site.file_url(path) if from_file else site.url(path), wait_until="commit" if kind is MOVED else "load")
        if kind is MOVED and mode != "no-script":
            page.wait_for_selector("html.has-script", state="attached")
        # Parts below the window are laid out one by one after that; a separate test waits for it.
        if mode != "no-script" and kind is not MOVED:
            page.evaluate("document.querySelectorAll('.later').forEach(part => part.classList.remove('later'))")
        return page

    yield open
    report = request.node.stash.get(_report_key, None)
    if report is not None and report.failed:
        for place, watch in enumerate(opened):
            FAILURES.mkdir(parents=True, exist_ok=True)
            name = "".join(sign if sign.isalnum() or sign in "-_" else "-" for sign in request.node.name)
            watch.page.screenshot(path=FAILURES / f"{name}-{place + 1}.png")
    problems = [f"{watch.page.url}: {problem}" for watch in opened for problem in watch.problems]
    problems += [f"{watch.page.url}: asked for {other}" for watch in opened for other in watch.others()]
    for watch in opened:
        watch.end()
        if watch in reused and not problems and report is not None and report.passed:
            reader.give_back(watch.page, reused[watch])
        else:
            watch.page.close()
    assert not problems, "\n".join(problems)


@pytest.fixture(scope="session")
def figures():
    """Records a measured figure, for the end of the run and the page of pictures: `figures(name, value)`."""
    return lambda name, value: _figures.__setitem__(name, str(value))


_report_key = pytest.StashKey()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    if call.when == "call":
        item.stash[_report_key] = report
    return report


def pytest_sessionstart(session):
    shutil.rmtree(FAILURES, ignore_errors=True)


def pytest_terminal_summary(terminalreporter):
    for name, value in sorted(_figures.items()):
        terminalreporter.write_line(f"{name}: {value}")
    if FAILURES.exists():
        terminalreporter.write_line(f"Pictures of the pages of failed tests are in {FAILURES}")


def pytest_sessionfinish(session):
    if _figures:
        ARTEFACTS.mkdir(exist_ok=True)
        (ARTEFACTS / "figures.json").write_text(json.dumps(_figures, indent=2, sort_keys=True), encoding="utf-8")
