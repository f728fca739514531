"""Reads the files of a built site without a browser: links, ids, loaded files, and sizes."""

import gzip
import posixpath
from collections import Counter
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit


HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
PARTS = ("article", "section", "nav", "aside")


class PageFile(HTMLParser):
    """An HTML file: its ids, its links and the files that it loads."""

    def __init__(self, folder: Path, path: str):
        super().__init__()
        self.path = path
        self.ids: Counter[str] = Counter()
        self.links: list[str] = []
        self.scripts: list[str] = []
        self.loaded: list[str] = []
        # Sections and articles without a heading; and those that are open, each with whether it has one.
        self.without_heading: list[str] = []
        self._open_parts: list[list] = []
        self.inline: list[str] = []
        self.node_count = 0
        self.feed((folder / path).read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attributes):
        self.node_count += 1
        values = dict(attributes)
        if tag in PARTS:
            self._open_parts.append([tag, values.get("class") or values.get("aria-label"), False])
        elif tag in HEADINGS and self._open_parts:
            self._open_parts[-1][2] = True
        if "id" in values:
            self.ids[values["id"]] += 1
        rel = (values.get("rel") or "").split()
        if tag == "link" and {"stylesheet", "icon", "preload"} & set(rel):
            self.loaded.append(values["href"])
        elif tag in ("script", "img", "iframe", "source", "video", "audio", "object", "embed"):
            self.loaded += [values[key] for key in ("src", "data", "poster") if values.get(key)]
        # An empty `href` of a link is an address, too; files that a page loads count as links.
        if "href" in values and tag != "link":
            self.links.append(values["href"] or "")
        if tag == "script" and values.get("src"):
            self.scripts.append(values["src"])
        if tag == "meta" and values.get("http-equiv") == "refresh":
            self.links.append(values["content"].split("url=", 1)[1])
        if tag == "style" or (tag == "script" and "src" not in values and values.get("type") != "application/ld+json"):
            self.inline.append(tag)
        self.inline += [key for key in values if key == "style" or key.startswith("on")]

    def handle_endtag(self, tag):
        if tag in PARTS:
            _, name, has_heading = self._open_parts.pop()
            self.without_heading += [] if has_heading or tag in ("nav", "aside") else [f"{tag} {name}"]

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)


def target(page: str, url: str) -> tuple[str, str] | None:
    """The file in the site's folder, and the fragment, that a page links to; None for a link to another site.

    The path of a file above the site's folder begins with `..`.
    """
    parts = urlsplit(url.strip())
    if parts.scheme or parts.netloc:
        return None
    path = unquote(parts.path)
    if path.startswith("/"):
        file = path.lstrip("/")
    else:
        file = posixpath.join(posixpath.dirname(page), path) if path else page
    file = posixpath.normpath(file)
    return "index.html" if file == "." else file, unquote(parts.fragment)


@cache
def compressed_size(file: Path) -> int:
    """The size after gzip, level 9; for a picture, which is already compressed, the size of the file."""
    data = file.read_bytes()
    return len(data) if file.suffix in (".png", ".jpg", ".webp") else len(gzip.compress(data, 9, mtime=0))
