"""Feeds: three programs see the entries of Atom, one those of JSON Feed, with days of publication only."""

import datetime
import json
import re
from urllib.parse import quote, unquote

import feedparser
import pytest
from lxml import etree
from lxml.html import fromstring

import harbour
from feed_readers import ATOM_READERS, read_reader
from program import PLAIN, build, dateline, export, run

ATOM = "{http://www.w3.org/2005/Atom}"
EDTF = "{http://id.loc.gov/datatypes/edtf}"
LIMIT = 50


@pytest.mark.parametrize("reader", ATOM_READERS)
def test_a_reader_sees_the_last_entries_whole(sites, serve, tmp_path, reader):
    items = ATOM_READERS[reader](serve(sites["plain"].folder) + "/feed.xml", tmp_path)
    by_link = {item.link: item for item in items}
    assert len(items) == len(by_link) == LIMIT
    for number in range(PLAIN - LIMIT, PLAIN):
        item = by_link[f"{harbour.BASE_URL}events/plain-{number:03d}.html"]
        assert item.published == harbour.publication_day(number)
        assert item.updated in (None, harbour.publication_day(number))
        assert item.title.endswith(f": Ship {number} leaves the quay")
        assert f"Crates: <em>{number}</em>" in item.content


def test_a_reader_sees_the_same_in_both_feeds(sites, serve, tmp_path):
    origin = serve(sites["full"].folder)
    atom = {item.id: item for item in read_reader(origin + "/feed.xml", tmp_path)}
    json_feed = {item.id: item for item in read_reader(origin + "/feed.json", tmp_path)}
    assert atom.keys() == json_feed.keys() and len(atom) > 50
    for id, item in atom.items():
        assert (item.link, item.title, item.published, item.updated) == (
            json_feed[id].link, json_feed[id].title, json_feed[id].published, json_feed[id].updated)


@pytest.mark.parametrize("reader", ATOM_READERS)
def test_a_reader_sees_every_odd_text(sites, serve, tmp_path, reader):
    items = {item.link: item for item in ATOM_READERS[reader](serve(sites["full"].folder) + "/feed.xml", tmp_path)}
    for name, text in harbour.ODD_TEXTS.items():
        title = items[f"{harbour.BASE_URL}events/text-{name}.html"].title
        # Programs normalise the spaces of a title.
        assert " ".join(text.split()) in " ".join(title.split()), (name, title)


@pytest.mark.parametrize("reader", ATOM_READERS)
def test_days_are_those_of_publication(sites, serve, tmp_path, reader):
    """Never that of the event, in 2023 or 44 BCE."""
    items = {item.link.rpartition("/")[2]: item for item in ATOM_READERS[reader](serve(sites["full"].folder) + "/feed.xml", tmp_path)}
    for date in ("2023-09-13/..", "-0043-03-15", "0045-03-15"):
        item = items[f"date-{harbour.DATES.index(date):02d}.html"]
        assert item.published == datetime.date.fromisoformat(harbour.PUBLISHED)
        assert item.updated in (None, item.published)
    corrected = items["closed.html"]
    assert corrected.published == datetime.date.fromisoformat(harbour.PUBLISHED)
    assert corrected.updated in (None, datetime.date.fromisoformat(harbour.CORRECTED))
    assert "published-bce.html" not in items and "unpublished.html" not in items


@pytest.mark.parametrize("reader", ATOM_READERS)
def test_no_entry_is_published_in_the_future(sites, serve, tmp_path, reader):
    """newsboat reads days before 1970 as days of the next century, and lists them on top: those of old sources are no days
    on which a site published an entry."""
    today = datetime.date(2025, 1, 31)
    for item in ATOM_READERS[reader](serve(sites["full"].folder) + "/feed.xml", tmp_path):
        assert item.published <= today, (item.link, item.published)


def test_a_source_of_a_year_gives_no_day_after_today(tmp_path):
    """Nobody knows on which day of 2024 the source appeared; the last one has not come yet."""
    entry = {"slug": "year", "title": "A report", "date": "2024-02-01", "status": "confirmed", "sources": [{"title": "Yearbook", "date": "2024"}]}
    source = harbour.write_site(tmp_path / "site", [entry], as_of="2024-06-30")
    for item in json.loads(export(source, "jsonfeed")[0])["items"]:
        assert item["date_published"] <= "2024-06-30" and item["date_modified"] <= "2024-06-30", item


def test_an_antique_site_has_a_feed_and_a_calendar_that_programs_read(tmp_path):
    """Nothing is dated after 44 BCE, so that today is a day before year 1 too."""
    entry = {"slug": "ides", "title": "The Ides", "date": "1911", "status": "confirmed", "sources": ["codex"]}
    source = harbour.write_site(tmp_path / "site", [entry], as_of=None, exports=["atom", "icalendar"])
    for updated in etree.fromstring(export(source, "atom")[0]).iter(ATOM + "updated"):
        assert re.fullmatch(r"[12]\d{3}-\d\d-\d\dT00:00:00Z", updated.text), updated.text
    stamps = re.findall(rb"^DTSTAMP:(.*)\r$", export(source, "icalendar")[0], re.MULTILINE)
    assert stamps and all(re.fullmatch(rb"[12]\d{7}T000000Z", stamp) for stamp in stamps), stamps


def test_ids_have_a_day_as_rfc_4151_writes_it(tmp_path):
    """A day before year 1 is no day on which an address belonged to anyone."""
    source = harbour.write_site(tmp_path / "site", harbour.plain_entries(2), exports=["atom"], feeds={"since": "-0043-01-01"})
    run = dateline("build", "--source", source)
    assert run.returncode == 1 and "timeline.yml" in run.stderr + run.stdout


@pytest.mark.parametrize("target", ["atom", "jsonfeed"])
def test_the_report_names_what_a_feed_leaves_out(sites, target):
    _, report = export(sites["full"].source, target)
    assert f"not in the {target} export" in report and "published-bce.md" in report and "unpublished.md" in report, report


def feeds_of(site, extension):
    return sorted(path.relative_to(site.folder) for path in [site.folder / f"feed.{extension}", *(site.folder / "feeds").rglob(f"*.{extension}")])


@pytest.mark.parametrize("extension", ["xml", "json"])
def test_there_is_a_feed_of_each_group_actor_and_tag(sites, extension):
    found = {str(path.with_suffix("")) for path in feeds_of(sites["full"], extension)}
    expected = {"feed", *(f"feeds/groups/{group['id']}" for group in harbour.GROUPS), *(f"feeds/actors/{actor}" for actor in harbour.ACTORS), *(f"feeds/tags/{tag}" for tag in harbour.TAGS)}
    assert expected <= found, expected - found


def test_a_feed_of_a_group_holds_its_entries_alone(sites):
    site = sites["full"]
    for kind, key, name in (("groups", "group", "strike"), ("tags", "tags", "wages")):
        feed = etree.parse(site.folder / f"feeds/{kind}/{name}.xml")
        slugs = {link.get("href").rpartition("/")[2].removesuffix(".html") for link in feed.findall(f"{ATOM}entry/{ATOM}link")}
        assert slugs == {entry["slug"] for entry in site.entries if name in entry.get(key, ())}


def test_every_atom_feed_is_what_rfc_4287_asks_for(sites):
    site = sites["full"]
    for path in feeds_of(site, "xml"):
        run(["xmllint", "--noout", "--nonet", site.folder / path])
        feed = etree.parse(site.folder / path).getroot()
        entries = feed.findall(f"{ATOM}entry")
        for node in [feed, *entries]:
            for name in ("id", "title", "updated"):
                assert len(node.findall(ATOM + name)) == 1, (path, name)
            assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", node.findtext(ATOM + "updated"))
            assert node.findtext(ATOM + "id").startswith("tag:harbour.example,")
            for link in node.findall(ATOM + "link"):
                assert link.get("href").startswith(harbour.BASE_URL)
        assert feed.findtext(f"{ATOM}author/{ATOM}name") == "Nobody & Co"
        assert [link.get("href") for link in feed.findall(ATOM + "link") if link.get("rel") == "self"] == [harbour.BASE_URL + quote(str(path))]
        ids = [entry.findtext(ATOM + "id") for entry in entries]
        assert len(set(ids)) == len(ids)
        updated = [entry.findtext(ATOM + "updated") for entry in entries]
        assert updated == sorted(updated, reverse=True)
        for entry in entries:
            assert_harmless(entry.findtext(ATOM + "content"))


def test_feedparser_finds_no_fault_in_any_feed(sites):
    site = sites["full"]
    paths = feeds_of(site, "xml")
    assert any("부두" in path.name for path in paths) and any("northern-line" in path.name for path in paths)
    for path in paths:
        feed = feedparser.parse((site.folder / path).read_bytes(), response_headers={"content-type": "application/atom+xml; charset=utf-8"})
        assert not feed.bozo, (path, feed.bozo_exception)
        assert feed.feed.title.startswith("The Harbour, 1911; a “quarrel”") and feed.feed.links


def test_feedparser_reads_the_feed_of_changes(tmp_path):
    source = harbour.write_site(tmp_path / "site", harbour.plain_entries(2))
    (source / "Content" / "changes.yml").write_text(json.dumps({"days": [
        {"date": "2024-04-01", "changes": [{"kind": "added", "entry": "plain-001", "title": "Ship 1 leaves the quay"}]},
        {"date": "2024-05-01", "changes": [{"kind": "text", "entry": "plain-001", "title": text, "was": text} for text in harbour.ODD_TEXTS.values()]},
    ]}, ensure_ascii=False), encoding="utf-8")
    build(source)
    feed = feedparser.parse((source / "Site" / "changes.atom").read_bytes(), response_headers={"content-type": "application/atom+xml; charset=utf-8"})
    assert not feed.bozo, feed.bozo_exception
    assert [(item.id, item.link, item.updated) for item in feed.entries] == [
        (f"tag:harbour.example,2026-01-01:story/changes/{day}", f"{harbour.BASE_URL}changes.html#day_{day}", f"{day}T00:00:00Z")
        for day in ("2024-05-01", "2024-04-01")]
    assert [link.href for link in feed.feed.links if link.rel == "self"] == [harbour.BASE_URL + "changes.atom"]
    lines = [item.text_content() for item in fromstring(feed.entries[0].content[0].value).iter("li")]
    assert len(lines) == len(harbour.ODD_TEXTS)
    for line, text in zip(lines, harbour.ODD_TEXTS.values()):
        # Texts of the other direction are isolated.
        assert " ".join(text.split()) in " ".join(re.sub("[\u2068\u2069]", "", line).split())


def test_every_page_of_a_feed_exists(sites):
    site = sites["full"]
    for path in feeds_of(site, "xml"):
        for link in etree.parse(site.folder / path).getroot().iter(ATOM + "link"):
            page = unquote(link.get("href")).removeprefix(harbour.BASE_URL) or "index.html"
            assert (site.folder / page).is_file(), (path, page)


def test_every_json_feed_is_what_its_specification_asks_for(sites):
    site = sites["full"]
    for path in feeds_of(site, "json"):
        feed = json.loads(site.text(path))
        assert feed["version"] == "https://jsonfeed.org/version/1.1"
        assert feed["title"] and feed["feed_url"] == harbour.BASE_URL + quote(str(path)) and feed["home_page_url"].startswith(harbour.BASE_URL)
        ids = [item["id"] for item in feed["items"]]
        assert len(set(ids)) == len(ids)
        for item in feed["items"]:
            assert isinstance(item["id"], str) and item["url"].startswith(harbour.BASE_URL)
            assert set(item) <= {"id", "url", "title", "summary", "content_html", "date_published", "date_modified", "tags", "_dateline"}
            for key in ("date_published", "date_modified"):
                assert datetime.datetime.fromisoformat(item[key])
            assert_harmless(item["content_html"])


def assert_harmless(content: str) -> None:
    """No script, no drawing that readers break, and only absolute links."""
    html = etree.fromstring(f"<div>{content}</div>", etree.HTMLParser())
    names = {element.tag for element in html.iter() if isinstance(element.tag, str)}
    assert not names & {"script", "style", "svg", "iframe", "object", "embed", "form", "input", "button", "link", "meta"}, names
    for element in html.iter():
        for name, value in element.attrib.items():
            assert not name.startswith("on") and name not in ("style", "srcset"), (name, value)
            if name in ("href", "src"):
                assert re.match(r"https?://", value), value


def test_content_tells_claims_denials_and_corrections(sites):
    feed = etree.parse(sites["full"].folder / "feed.xml")
    content = {entry.find(ATOM + "link").get("href").rpartition("/")[2]: entry.findtext(ATOM + "content") for entry in feed.findall(ATOM + "entry")}
    text = "".join(etree.fromstring(f"<div>{content['closed.html']}</div>", etree.HTMLParser()).itertext())
    for words in ("since early August", "Disputed", "The harbour is closed.", 'No ship, "none", was turned away', "more than 40", "Fifty was forty.", "The Gazette", "11 August 1911"):
        assert words in " ".join(text.split()), words


def test_edtf_stands_in_every_entry(sites):
    site = sites["full"]
    written = {entry["slug"]: entry["date"] for entry in site.entries}
    feed = etree.parse(site.folder / "feed.xml")
    for entry in feed.findall(ATOM + "entry"):
        slug = entry.find(ATOM + "link").get("href").rpartition("/")[2].removesuffix(".html")
        assert entry.findtext(EDTF + "date") == written[slug]
    for item in json.loads(site.text("feed.json"))["items"]:
        assert item["_dateline"]["edtf"] == written[item["url"].rpartition("/")[2].removesuffix(".html")]


def test_ids_outlive_a_new_slug(sites):
    def ids(site, path):
        return {entry.findtext(ATOM + "id"): entry.findtext(ATOM + "title") for entry in etree.parse(sites[site].folder / path).findall(f"{ATOM}entry")}

    for path in ("feed.xml", "feeds/groups/shipping.xml"):
        assert ids("plain", path) == ids("moved", path)
    assert [item["id"] for item in json.loads(sites["plain"].text("feed.json"))["items"]] == [item["id"] for item in json.loads(sites["moved"].text("feed.json"))["items"]]


@pytest.mark.parametrize("limit", [1, 120, 1000])
def test_the_limit_is_kept(tmp_path, limit):
    source = harbour.write_site(tmp_path / "site", harbour.plain_entries(200), exports=["atom", "jsonfeed"], feeds={"limit": limit, "groups": True})
    build(source)
    for path in ("feed.xml", "feeds/groups/shipping.xml"):
        assert len(etree.parse(source / "Site" / path).findall(f"{ATOM}entry")) == min(limit, 200)
    assert len(json.loads((source / "Site" / "feed.json").read_text())["items"]) == min(limit, 200)


def test_pages_name_the_feeds(sites):
    home = etree.parse(sites["plain"].folder / "index.html", etree.HTMLParser())
    links = {link.get("type"): link.get("href") for link in home.iter("link") if link.get("rel") == "alternate"}
    assert links["application/atom+xml"].endswith("feed.xml")
    assert links["application/feed+json"].endswith("feed.json")


def test_a_feed_without_base_url_is_wrong_usage(tmp_path):
    source = harbour.write_site(tmp_path / "site", harbour.plain_entries(2), base_url=None)
    for target in ("atom", "jsonfeed"):
        refused = dateline("export", "--to", target, "--source", source)
        assert refused.returncode == 64 and "base_url" in refused.stderr and not refused.stdout
