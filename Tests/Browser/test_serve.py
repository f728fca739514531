"""The preview in the browser while an author writes. All tests use one site, and undo every change of it."""

import pytest
from playwright.sync_api import expect

import site_content
from preview_server import LONGEST_WAIT, PreviewServer
from reader import Watch
from sites import REPOSITORY

expect.set_options(timeout=LONGEST_WAIT * 1000)


@pytest.fixture(scope="module")
def preview(tmp_path_factory):
    preview = PreviewServer(site_content.write_site(tmp_path_factory.mktemp("preview") / "site", 50))
    yield preview
    assert preview.stop() == 0


@pytest.fixture
def page(preview, reader):
    """The home page of the preview with a marker, by which a test sees whether it was reloaded."""
    page = reader.new_page("desktop")
    page.watch = Watch(page)
    page.goto(preview.url(), wait_until="load")
    page.evaluate("window.isSame = true")
    yield page
    page.close()
    assert page.watch.problems == []


@pytest.fixture
def edit(preview):
    """Changes a file by a function of its text; finally each file is restored, and the preview has taken that, so that
    no build for this test reloads the page of the next one."""
    before = {}
    shown = {}

    def edit(path, change):
        file = preview.folder / path
        text = file.read_text(encoding="utf-8") if file.exists() else None
        before.setdefault(file, text)
        if path not in shown:
            shown[path] = preview.source(path)
        file.parent.mkdir(exist_ok=True)
        file.write_text(change(text), encoding="utf-8")

    yield edit
    for file, text in before.items():
        if text is None:
            file.unlink()
        else:
            file.write_text(text, encoding="utf-8")
    for path, source in shown.items():
        preview.wait_for_source(path, source)


def entry_files(preview):
    return [file.relative_to(preview.folder) for file in sorted((preview.folder / "Content/events").iterdir())]


def is_same(page) -> bool:
    return page.evaluate("window.isSame === true")


def test_page_is_loaded_anew_after_an_edit_and_the_reader_stays(preview, page, edit):
    # At the end of the page, only changes above the reader can still move the page.
    title = page.locator(".entry .headline").nth(30)
    title.evaluate("e => e.scrollIntoView({ block: 'start', behavior: 'instant' })")
    page.wait_for_timeout(300)
    text = title.inner_text()
    before = title.bounding_box()["y"]

    edit(entry_files(preview)[2], lambda text: text.replace('summary: "', 'summary: "Newly told. ' + "And on. " * 200))
    expect(page.get_by_text("Newly told.")).to_have_count(1)
    page.wait_for_timeout(300)
    assert not is_same(page)
    after = page.locator(".entry .headline").nth(30)
    assert after.inner_text() == text
    assert abs(after.bounding_box()["y"] - before) < 4


def test_style_is_taken_without_loading_the_page(page, edit):
    style = (REPOSITORY / "Templates/style.css").read_text(encoding="utf-8")
    edit("Templates/style.css", lambda _: style + "h1 { color: rgb(1, 2, 3) }\n")
    expect(page.locator("h1").first).to_have_css("color", "rgb(1, 2, 3)")
    assert is_same(page)
    assert page.locator("link[rel=stylesheet]").count() == 1


def test_mistake_is_told_over_the_last_good_page_until_it_is_mended(preview, page, edit):
    file = entry_files(preview)[0]
    good = (preview.folder / file).read_text(encoding="utf-8")
    preview.messages.clear()
    edit(file, lambda text: text.replace("date: ", "date: 13.9.1911 # ", 1))
    item = page.locator("#dateline-trouble .item")
    expect(item).to_have_count(1)
    told = [line.strip() for line in item.inner_text().splitlines() if line.strip()]
    printed = [line.strip() for line in preview.messages if line.strip()]
    assert told == printed[: len(told)] and len(told) > 3
    assert is_same(page) and page.locator(".entry").count() == 50

    link = item.locator("a")
    assert link.inner_text() == f"{file}:3:7"
    source = page.context.new_page()
    source.goto(link.evaluate("e => e.href"))
    assert "13.9.1911" in source.locator(":target").inner_text()
    source.close()

    page.get_by_role("button", name="Hide").click()
    expect(item).to_be_hidden()
    page.get_by_role("button", name="Show 1 error").click()
    expect(item).to_be_visible()

    edit(file, lambda _: good)
    expect(page.locator("#dateline-trouble")).to_have_count(0)
