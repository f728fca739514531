"""Without JavaScript a page has its whole text, all entries and all anchors; from a server and from a folder."""

from collections import Counter

import pytest

import parts
from page_kinds import ENTRY, FULL_ENTRY, FULL_HOME, HOME, LONG_HOME, PAGE_KINDS, PERIOD, SOURCES
from site_files import PageFile

LEAST_TEXT = 0.95


@pytest.mark.parametrize("from_file", [False, True], ids=["served", "file"])
@pytest.mark.parametrize("kind", [HOME, ENTRY, SOURCES, FULL_HOME, FULL_ENTRY, LONG_HOME, PERIOD], ids=str)
def test_text_is_there(kind, from_file, open_page):
    words = {}
    for mode in ("desktop", "no-script"):
        text = open_page(kind, mode, from_file=from_file).locator("body").inner_text()
        words[mode] = Counter(text.split())
    missing = words["desktop"] - words["no-script"]
    assert words["desktop"].total() > 50
    assert missing.total() <= (1 - LEAST_TEXT) * words["desktop"].total(), missing.most_common(20)


@pytest.mark.parametrize("kind", [HOME, FULL_HOME], ids=str)
def test_every_entry_is_seen(kind, sites, open_page):
    for from_file in (False, True):
        page = open_page(kind, "no-script", from_file=from_file)
        entries = page.locator(f"{parts.ENTRY}:visible")
        assert entries.count() == sites[kind.site].entry_count
        assert page.locator(f"{parts.HEADLINE}:visible").count() == sites[kind.site].entry_count


@pytest.mark.parametrize("kind", PAGE_KINDS, ids=str)
def test_every_anchor_of_a_page_with_script_is_there_without(kind, sites, open_page):
    site = sites[kind.site]
    written = PageFile(site.folder, kind.path(site))
    page = open_page(kind)
    # The links of a drawing are SVG elements, which have no `hash` property.
    linked = page.evaluate(
        "() => [...document.querySelectorAll('a[href^=\"#\"]')].map(a => decodeURIComponent(a.getAttribute('href').slice(1)))"
    )
    assert set(filter(None, linked)) <= written.ids.keys()
    # No link target may disappear when the script runs.
    assert written.ids.keys() <= set(page.evaluate("() => [...document.querySelectorAll('[id]')].map(e => e.id)"))
