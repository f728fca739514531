"""Copies of the site by wget: each page once, nothing lost, and a search that works from disk and served."""

import subprocess
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

WAYS = {
    "parts": ["-r", "-l", "inf", "-p", "-k"],
    "mirror": ["--mirror", "--convert-links"],
}


@pytest.fixture(scope="module", params=WAYS)
def copy(request, sites, tmp_path_factory):
    site, folder = sites["story"], tmp_path_factory.mktemp(request.param)
    command = ["wget", "-q", "-nH", "-P", folder, "--no-proxy", *WAYS[request.param], site.server.origin + "/"]
    run = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert run.returncode == 0, run.stderr
    return site, folder


def test_each_page_is_stored_once(copy):
    site, folder = copy
    pages = {file.relative_to(folder).as_posix() for file in folder.rglob("*") if ".html" in file.name}
    assert pages <= set(site.pages()) and len(pages) > 100
    assert [page for page in pages if page.startswith("index")] == ["index.html"]
    data = {file.name for file in (site.folder / "search").glob("*.js")}
    assert data and {file.name for file in (folder / "search").glob("*.js")} == data


@pytest.mark.parametrize("is_served", [False, True], ids=["disk", "served"])
def test_search_works(is_served, copy, browser):
    _, folder = copy
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(SimpleHTTPRequestHandler, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    own = f"http://127.0.0.1:{server.server_address[1]}/" if is_served else folder.as_uri() + "/"
    page = browser.new_page()
    page.set_default_timeout(8000)
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    try:
        page.goto(own + "index.html")
        everything = page.locator(".entry:visible").count()
        page.fill("#finder_words", "shells")
        page.wait_for_function("all => { const n = [...document.querySelectorAll('.entry')].filter(e => e.checkVisibility()).length;"
                               " return n > 0 && n < all / 2; }", arg=everything)
        page.locator(".entry:visible .headline a").first.click()
        page.wait_for_url("**/events/*.html")
        assert page.locator("h1").inner_text()
        assert [url for url in asked if not url.startswith((own, "data:"))] == []
    finally:
        page.close()
        server.shutdown()
        server.server_close()
