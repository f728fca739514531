"""A site on nginx, Caddy, Apache and lighttpd with its own header files: pages, headers, media types, compressed
copies, redirects, and the "not found" page."""

import gzip
import shutil
from urllib.parse import quote

import pytest

from real_servers import Server
from site_server import read_headers
from sites import build

NAMES = ["nginx", "caddy", "apache", "lighttpd"]
# lighttpd sends no compressed copies: it compresses by itself.
SENDS_COPIES = {"nginx", "caddy", "apache"}

EXPORTS = {
    "timeline.ics": "text/calendar; charset=utf-8",
    "timeline.geojson": "application/geo+json",
    "points.geojson": "application/geo+json",
    "dateline.jsonl": "application/jsonl",
    "dateline.json": "application/json",
    "timelinejs.json": "application/json",
    "entries.csv": "text/csv; charset=utf-8",
    "timelinejs.csv": "text/csv; charset=utf-8",
    "feed.xml": "application/atom+xml",
    "feed.json": "application/feed+json",
}


@pytest.fixture(scope="module", params=[f"{name} {at}" for name in NAMES for at in ("/", "/stories/harbour/")])
def server(request, sites, tmp_path_factory):
    """A server, the path of the site on it, and the site's folder."""
    name, at = request.param.split()
    folder = tmp_path_factory.mktemp(name)
    source = folder / "source"
    shutil.copytree(sites["fifty"].source, source)
    with (source / "Content" / "timeline.yml").open("a", encoding="utf-8") as settings:
        settings.write("\nexports: [json, jsonl, csv, timelinejs, geojson, icalendar, atom, jsonfeed]\n"
                       "feeds: {groups: true, tags: true}\n")
    site = build(source, folder / "site", "--base-url", f"https://harbour.example{at}", "--compress")
    server = Server(name, site, folder, at)
    server.name = name
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


def test_the_page_for_frames_alone_allows_them(server):
    server, at, site = server
    page = dict(read_headers(site / "_headers"))["Content-Security-Policy"]
    status, answer, _ = server.get(at + "embed.html")
    assert status == 200
    assert answer["content-security-policy"] == page.replace("frame-ancestors 'self'", "frame-ancestors *")
    for path in ("events/embed.html", "embed/nothing.html"):
        status, answer, _ = server.get(at + path)
        assert status == 404
        if path.startswith("events"):
            assert answer["content-security-policy"] == page


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
            # lighttpd says that the folder is not to be listed, on the same page.
            expected = 403 if server.name == "lighttpd" else 404
            assert (status, body) == (expected, (site / "404.html").read_bytes()), folder
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
        expected = 403 if server.name == "lighttpd" and not name else 404
        assert (status, body) == (expected, (site / "404.html").read_bytes()), name
        assert answer["content-security-policy"] == page, name
        assert "content-disposition" not in answer, name


def test_every_export_has_its_media_type(server):
    server, at, site = server
    feeds = [file.relative_to(site).as_posix() for file in (site / "feeds").rglob("*") if file.suffix in (".xml", ".json")]
    assert feeds and {file.rsplit(".", 1)[1] for file in feeds} == {"xml", "json"}
    types = EXPORTS | {file: EXPORTS["feed." + file.rsplit(".", 1)[1]] for file in feeds}
    page = dict(read_headers(site / "_headers"))["Content-Security-Policy"]
    for path, expected in types.items():
        status, answer, body = server.get(at + quote(path))
        assert (status, body) == (200, (site / path).read_bytes()), path
        assert answer["content-type"] == expected, path
        assert answer["content-security-policy"] == page and answer["cache-control"] == "no-cache", path
    for name, expected in {"a.avif": "image/avif", "a.webp": "image/webp"}.items():
        (server.folder / name).write_bytes(b"picture")
        (server.folder / name).chmod(0o644)
        assert server.get(at + name)[1]["content-type"] == expected


@pytest.mark.parametrize("path", ["nothing.ics", "feeds/nothing.xml", "nothing.csv", "media/nothing.geojson"])
def test_what_is_not_there_is_a_page_whatever_its_name(path, server):
    server, at, site = server
    status, answer, body = server.get(at + path, accept="gzip")
    body = gzip.decompress(body) if answer.get("content-encoding") == "gzip" else body
    assert (status, body) == (404, (site / "404.html").read_bytes())
    assert answer["content-type"].split(";")[0] == "text/html"


def test_texts_are_sent_compressed_to_those_who_accept_it(server):
    server, at, site = server
    headers = read_headers(site / "_headers")
    style, script = (next(site.glob(pattern)).name for pattern in ("style-*.css", "script-*.js"))
    paths = ["index.html", "map.html", style, script, *EXPORTS,
             *(file.relative_to(site).as_posix() for file in list(site.glob("feeds/*/*.xml"))[:1])]
    for path in paths:
        plain = (site / path).read_bytes()
        _, expected, _ = server.get(at + path)
        copy = site / (path + ".gz")
        if not copy.exists():
            continue
        status, answer, body = server.get(at + path, accept="gzip")
        assert (status, answer.get("content-encoding")) == (200, "gzip"), path
        assert gzip.decompress(body) == plain, path
        if server.name in SENDS_COPIES:
            assert body == copy.read_bytes(), path
        assert "accept-encoding" in answer["vary"].lower(), path
        for name in ("content-type", "cache-control", *(name.lower() for name, _ in headers)):
            assert answer.get(name) == expected.get(name), f"{path}: {name}"
    assert (site / "index.html.gz").exists() and (site / (style + ".gz")).exists()
    # The folder's own address is answered with its index, and a short text as it is.
    status, answer, body = server.get(at, accept="gzip")
    body = gzip.decompress(body) if answer.get("content-encoding") == "gzip" else body
    assert (status, body) == (200, (site / "index.html").read_bytes())
    assert not (site / "robots.txt.gz").exists()
    status, answer, body = server.get(at + "robots.txt", accept="gzip")
    body = gzip.decompress(body) if answer.get("content-encoding") == "gzip" else body
    assert (status, body) == (200, (site / "robots.txt").read_bytes())
    assert server.get(at + "index.html", accept="identity")[1].get("content-encoding") is None


def test_old_addresses_lead_to_the_new_ones_with_the_query(server):
    server, at, site = server
    lines = (site / "_redirects").read_text(encoding="utf-8").split("\n")
    redirects = [line.split() for line in lines if line]
    assert redirects
    for old, new, code in redirects:
        for query in ("", "?q=ship&x=1%202"):
            status, answer, _ = server.get(old + query)
            assert status == int(code), old
            place = answer["location"].removeprefix(server.origin)
            assert place == new + query, old
