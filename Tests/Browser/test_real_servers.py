"""A site on nginx, Caddy and Apache with its own header files: pages, headers, and the "not found" page."""

from urllib.parse import quote

import pytest

from real_servers import Server
from site_server import read_headers
from sites import build

NAMES = ["nginx", "caddy", "apache"]


@pytest.fixture(scope="module", params=[f"{name} {at}" for name in NAMES for at in ("/", "/stories/harbour/")])
def server(request, sites, tmp_path_factory):
    """A server, the path of the site on it, and the site's folder."""
    name, at = request.param.split()
    folder = tmp_path_factory.mktemp(name)
    site = build(sites["fifty"].source, folder / "site", "--base-url", f"https://harbour.example{at}")
    server = Server(name, site, folder, at)
    yield server, at, site
    server.stop()


def test_pages_come_with_their_headers(server):
    server, at, site = server
    headers = read_headers(site / "_headers")
    assert len(headers) >= 3
    for path in ("index.html", "events/an-old-address.html", "map.html"):
        status, answer, body = server.get(at + path)
        assert status == 200 or (status in (301, 308) and "old" in path), path
        if status == 200:
            assert body == (site / path).read_bytes()
            assert answer["content-type"].split(";")[0] == "text/html"
        assert [name for name, value in headers if answer.get(name.lower()) != value] == [], path


def test_the_first_page_is_at_the_folders_address(server):
    server, at, site = server
    status, _, body = server.get(at)
    assert (status, body) == (200, (site / "index.html").read_bytes())


def test_folders_have_an_index_or_the_page_for_what_is_not_there(server):
    server, at, site = server
    headers = read_headers(site / "_headers")
    folders = sorted(folder.relative_to(site).as_posix() for folder in site.rglob("*") if folder.is_dir())
    assert {"events", "search", "headers", "media"} <= set(folders)
    for folder in folders:
        status, answer, body = server.get(f"{at}{quote(folder)}/")
        if (site / folder / "index.html").exists():
            assert (status, body) == (200, (site / folder / "index.html").read_bytes()), folder
        else:
            assert (status, body) == (404, (site / "404.html").read_bytes()), folder
        assert [name for name, value in headers if answer.get(name.lower()) != value] == [], folder


@pytest.mark.parametrize("path", ["nothing.html", "events/nothing.html", "no/such/folder/", "events/%22%3Cb%3E.html"])
def test_what_is_not_there_is_said_on_the_sites_own_page(path, server):
    server, at, site = server
    status, answer, body = server.get(at + path)
    assert (status, body) == (404, (site / "404.html").read_bytes())
    assert answer["content-type"].split(";")[0] == "text/html"
    assert answer["content-security-policy"]
    # It is shown at any depth, so the files that it loads have absolute paths.
    assert f'href="{at}style' in body.decode()


def test_media_run_nowhere_and_what_is_missing_is_said_on_the_sites_own_page(server):
    server, at, site = server
    # A copy of the site's folder is served.
    media = server.folder / "media"
    media.mkdir(exist_ok=True)
    headers = dict(read_headers(site / "_headers"))
    page = headers["Content-Security-Policy"]
    names = ["drawing.svg", "report.html", "REPORT.HTML", "run.js", "paper.pdf", "film.mp4"]
    for name in names:
        (media / name).write_text("<p>", encoding="utf-8")
        (media / name).chmod(0o644)
    media.chmod(0o755)
    for name in names:
        status, answer, _ = server.get(f"{at}media/{name}")
        assert status == 200, name
        policy = answer["content-security-policy"]
        assert policy != page and policy.startswith("default-src 'none'; style-src 'unsafe-inline'"), name
        assert policy.endswith("; sandbox") == (name != "paper.pdf"), name
        assert "script-src" not in policy and answer["x-content-type-options"] == "nosniff", name
        runs = name.lower().endswith((".html", ".js"))
        assert answer.get("content-disposition", "") == ("attachment" if runs else ""), name
    for name in ("none.png", "none.html", ""):
        status, answer, body = server.get(f"{at}media/{name}")
        assert (status, body) == (404, (site / "404.html").read_bytes()), name
        assert answer["content-security-policy"] == page, name
        assert "content-disposition" not in answer, name
