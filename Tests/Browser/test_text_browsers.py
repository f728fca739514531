"""Pages in text browsers: no dead controls, separated words, and the story in order."""

import os
import re
import subprocess

import pytest

from page_kinds import ENTRY, FULL_ENTRY, HOME, MAP, ROUTE, SOURCE, PageKind
from test_reader_views import ACTOR, CLAIMS, LISTED, WORDS, bare, first_lost

BROWSERS = {
    "lynx": ["lynx", "-dump", "-nolist", "-width=200", "-display_charset=utf-8", "-assume_charset=utf-8"],
    "w3m": ["w3m", "-dump", "-cols", "200", "-O", "UTF-8", "-T", "text/html"],
    "links": ["links", "-dump", "-width", "200", "-codepage", "utf-8"],
    "elinks": ["elinks", "-dump", "-no-references", "-no-numbering", "-dump-width", "200", "-dump-charset", "utf-8"],
}
GROUP = PageKind("story", "group", "groups/*.html")
TOLD = {
    HOME: f"h1, .page > .lead, {LISTED}",
    ENTRY: f"h1, .story-head .lead, .fact-date, .facts .badge, {CLAIMS}, .prose > p",
    FULL_ENTRY: f"h1, .story-head .lead, .fact-date, .facts .badge, {CLAIMS}, .prose > p, .box-item",
    ROUTE: f"h1, .fact-date, .facts .badge, {CLAIMS}, .prose > p, .route li",
    MAP: "h1, .map-places li, .map-routes .leg",
    ACTOR: f"h1, {CLAIMS}, .is-dated .when, {LISTED}",
    SOURCE: f"h1, .reference dd, {CLAIMS}, {LISTED}",
    GROUP: f"h1, {LISTED}",
}
# Controls that need the script; the marks of these browsers for a control, and for files that a page names.
CONTROLS = ["[EMBED]", "[OBJ]", "IFrame", "search/", "Copy the link", "Copy the reference", "Show all", "Filters", "(BUTTON)", "[ Submit ]", "____"]


def dump(name: str, file, home) -> str:
    environment = {**os.environ, "HOME": str(home), "LANG": "C.UTF-8", "TERM": "dumb"}
    run = subprocess.run([*BROWSERS[name], file], capture_output=True, text=True, encoding="utf-8", env=environment, timeout=60)
    assert run.returncode == 0, run.stderr
    return run.stdout


def signs(text: str) -> str:
    """Text without the characters that these browsers add for lists, quotes and superscripts."""
    return bare(re.sub(r"[\"“”„\[\]()^•*+o#]", "", text.replace("’", "'")))


@pytest.mark.parametrize("kind", TOLD, ids=str)
@pytest.mark.parametrize("name", BROWSERS)
def test_a_text_browser_tells_the_story(name, kind, sites, open_page, tmp_path):
    site = sites[kind.site]
    text = dump(name, site.folder / kind.path(site), tmp_path)
    parts = open_page(kind, "no-script").evaluate(f"a => {WORDS}", [TOLD[kind]])
    assert len(parts) > 4
    assert first_lost([signs(part) for part in parts], signs(text)) is None
    assert [control for control in CONTROLS if control in text] == []
    # The title of the page comes before its controls and its story, near the top.
    lines = [line for line in text.splitlines() if line.strip()]
    title = next(place for place, line in enumerate(lines) if signs(parts[0])[:20] in signs(line))
    assert title < 20, lines[:30]


@pytest.mark.parametrize("kind", [ENTRY, FULL_ENTRY, ACTOR, SOURCE], ids=str)
@pytest.mark.parametrize("name", BROWSERS)
def test_words_stand_apart(name, kind, sites, open_page, tmp_path):
    """Every word of a page is a word of its dump: none is joined to its neighbour."""
    site = sites[kind.site]
    page = open_page(kind, "no-script")
    words = page.evaluate("""() => [...document.querySelectorAll(
        ".kicker > *, .claim > h3 a, .claim > h3 b, .claim-date, .claim-facts .label, .badge-of, .side b, .voice b, dt, .count")]
        .filter(part => part.checkVisibility()).map(part => part.textContent.trim()).filter(text => /^[\\p{L}\\p{N}].*[\\p{L}\\p{N}]$/u.test(text))""")
    assert len(words) > 8
    text = re.sub(r"\s+", " ", dump(name, site.folder / kind.path(site), tmp_path))
    words = {" ".join(word.split()) for word in words}
    grown = [word for word in words if not re.search(r"(?<!\w)" + re.escape(word) + r"(?!\w)", text, re.I)]
    assert grown == []
