"""JSON-LD on the pages of entries: it parses, tells publication from event, and stays small."""

import json
import statistics

import pytest
from lxml import html

import harbour

TYPES = {"Article", "Event", "Claim", "Place", "GeoCoordinates", "Organization", "Person", "CreativeWork"}


@pytest.fixture(scope="module")
def pages(sites):
    """The linked data of each entry of the full site, its page, and the share of the page's bytes."""
    site = sites["full"]
    found = {}
    for entry in site.entries:
        raw = (site.folder / "events" / f"{entry['slug']}.html").read_bytes()
        page = html.fromstring(raw.decode())
        scripts = page.xpath('//script[@type="application/ld+json"]')
        assert len(scripts) == 1, entry["slug"]
        found[entry["slug"]] = (json.loads(scripts[0].text), page, len(scripts[0].text.encode()) / len(raw))
    return found


def objects(value):
    if isinstance(value, dict):
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else []:
        yield from objects(part)


def test_every_type_is_known(pages):
    for slug, (article, _, _) in pages.items():
        assert article["@context"] == "https://schema.org" and article["@type"] == "Article"
        for part in objects(article):
            assert part["@type"] in TYPES, (slug, part)


def test_days_are_those_of_publication(sites, pages):
    records = {entry["slug"]: entry for entry in json.loads(sites["full"].text("dateline.json"))["entries"]}
    for slug, (article, _, _) in pages.items():
        record = records[slug]
        writable = record.get("published", "-").startswith(tuple("0123456789"))
        assert article.get("datePublished") == (record["published"] if writable else None), slug
        assert article.get("dateModified") == (record["updated"] if writable else None), slug


def test_the_date_of_the_event_is_kept(sites, pages):
    for slug, (article, _, _) in pages.items():
        date = sites["full"].entry(slug)["date"]
        entry = sites["full"].entry(slug)
        about = article.get("about", {})
        if about.get("@type") == "Event":
            assert about["startDate"] == date and entry["status"] == "confirmed", (slug, about)
            assert entry.get("kind", "event") == "event", slug
        else:
            assert article["temporalCoverage"] == date and "startDate" not in about, slug
        if entry["status"] != "confirmed" or entry.get("kind") == "statement":
            assert about["@type"] == "Claim", (slug, about)


def test_texts_are_whole_and_harmless(sites, pages):
    """A title with `</script` ends no script: the page has the scripts of any other page."""
    plain = len(pages["text-commas"][1].xpath("//script"))
    for name, text in harbour.ODD_TEXTS.items():
        article, page, _ = pages[f"text-{name}"]
        assert article["headline"] == text
        assert len(page.xpath("//script")) == plain
        assert "alert" not in "".join(script.text or "" for script in page.xpath("//script[not(@type)]"))
    raw = sites["full"].text("events/text-script.html")
    assert "<script>alert" not in raw


def test_sources_are_cited(pages):
    citations = pages["closed"][0]["citation"]
    assert {citation["name"] for citation in citations} == {"Harbour closed", "No ship turned away", "A log, kept by hand"}
    assert {citation.get("datePublished") for citation in citations} == {"1911-08-12", "1911-08-13", "1911-08"}


def test_addresses_are_absolute(pages):
    for article, _, _ in pages.values():
        assert article["url"].startswith(harbour.BASE_URL)
        for part in objects(article):
            assert part.get("url", "https://").startswith("https://")


def test_linked_data_takes_at_most_three_tenths_of_a_page(pages):
    assert statistics.median(share for _, _, share in pages.values()) <= 0.3
