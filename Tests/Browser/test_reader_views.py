"""The story as extracted text: in Firefox's reader view (Mozilla's Readability, as used there), which its read-aloud
reads, and in a text extractor that drops `<time>` elements with their words."""

import re
from urllib.parse import quote

import pytest
import trafilatura

from odd_site import SLUG
from page_kinds import ENTRY, FULL_ENTRY, FULL_HOME, HOME, LONG_LIST, PERIOD, ROUTE, SOURCE, PageKind

ODD_HOME = PageKind("odd", "home", "index.html")
ODD_ENTRY = PageKind("odd", "entry", f"events/{SLUG}.html")
ACTOR = PageKind("story", "actor", "actors/*.html")
ODD_ACTOR = PageKind("odd", "actor", "actors/*.html")
PLACE = PageKind("story", "place", "places/*.html")
GROUP = PageKind("story", "group", "groups/*.html")
AUTHORS_PAGE = PageKind("story", "authors-page", "pages/*.html")

# The necessary information in page order, by the selectors of its parts.
LISTED = ".period-title, .entry > .when, .headline, .entry .badge, .summary, .side, .lines > li"
CLAIMS = ".claim > h3, .claim-says, .claim blockquote, .claim-date"
TOLD = {
    HOME: f".page > .lead, {LISTED}",
    FULL_HOME: f".page > .lead, {LISTED}",
    ODD_HOME: f".page > .lead, {LISTED}",
    PERIOD: LISTED,
    LONG_LIST: LISTED,
    GROUP: f".page-head .lead, {LISTED}",
    PLACE: f".page-head .lead, {LISTED}",
    ACTOR: f".page-head .lead, {CLAIMS}, .is-dated .when, {LISTED}",
    ODD_ACTOR: f"{CLAIMS}, .is-dated .when, {LISTED}",
    AUTHORS_PAGE: ".prose > p, .prose > h2, .prose li",
    SOURCE: f".reference dd:not(:has(a)), {CLAIMS}, {LISTED}",
    ENTRY: f".story-head .lead, .fact-date, .facts .badge, {CLAIMS}, .prose > p",
    ROUTE: f".story-head .lead, .fact-date, .facts .badge, {CLAIMS}, .prose > p, .route li",
    FULL_ENTRY: f".story-head .lead, .fact-date, .facts .badge, {CLAIMS}, .prose > p, .numbers li, .box-item",
    ODD_ENTRY: f".story-head .lead, .fact-date, .facts .badge, {CLAIMS}, .prose > p, .box-item",
}
# Parts and their words, without parts that are inside another.
WORDS = """[...document.querySelectorAll(a[0])].filter(part => !part.parentElement.closest(a[0]))
    .map(part => part.textContent).filter(text => text.trim())"""


def bare(text: str) -> str:
    """Text without spaces, note numbers and letter forms, which programs may change."""
    return re.sub(r"\s+", "", text.replace("\u00ad", ""))


def lost(parts: list[str], text: str) -> list[str]:
    """The parts that are missing from the text."""
    text = bare(text)
    return [part for part in parts if bare(part) not in text]


def first_lost(parts: list[str], text: str) -> str | None:
    """The first part that does not follow the previous one in the text."""
    text, place = bare(text), 0
    for part in parts:
        found = text.find(bare(part), place)
        if found < 0:
            return part
        place = found + len(bare(part))
    return None


@pytest.mark.parametrize("kind", TOLD, ids=str)
def test_the_reader_view_of_firefox_tells_the_story(kind, firefox, sites):
    site = sites[kind.site]
    url = site.url(kind.path(site))
    firefox.look()
    firefox.go(url)
    firefox.wait("document.readyState === 'complete'")
    parts = firefox.js(WORDS, TOLD[kind])
    title = firefox.js("document.querySelector('h1').textContent")
    assert len(parts) > 4
    firefox.go("about:reader?url=" + quote(url, safe=""))
    firefox.wait("document.querySelector('.moz-reader-content').textContent.trim()")
    shown = firefox.js("document.querySelector('.moz-reader-content').textContent")
    assert first_lost(parts, shown) is None
    # The title, above the text or in it.
    assert bare(title) in bare(firefox.js("document.querySelector('.reader-title').textContent") + shown)


@pytest.mark.parametrize("kind", [HOME, ENTRY, ACTOR, PERIOD], ids=str)
def test_firefox_offers_its_reader_view(kind, firefox, sites):
    site = sites[kind.site]
    firefox.go(site.url(kind.path(site)))
    for _ in range(100):
        if firefox.inside("gBrowser.selectedBrowser.isArticle"):
            return
        firefox.wait("new Promise(done => setTimeout(() => done(true), 50))")
    pytest.fail("Firefox takes the page for none that can be read")


@pytest.mark.parametrize("kind", TOLD, ids=str)
def test_a_text_extractor_tells_the_story(kind, firefox, sites):
    site = sites[kind.site]
    path = kind.path(site)
    text = trafilatura.extract((site.folder / path).read_text(encoding="utf-8"))
    firefox.go(site.url(path))
    parts = firefox.js(WORDS, TOLD[kind])
    assert len(parts) > 4
    # It moves paragraphs of list items after the items, so that the order differs from ours.
    assert lost(parts, text) == []
