"""JSON: programs read every entry with all that is said of it; the settings decide which files there are."""

import copy
import datetime
import json

import jsonschema
import pandas
import pytest

import harbour
from program import ALL_FEEDS, ALL_FORMATS, REPOSITORY, build, dateline, export

FILES = {
    "json": ["dateline.json"], "jsonl": ["dateline.jsonl"], "csv": ["entries.csv"], "timelinejs": ["timelinejs.csv", "timelinejs.json"],
    "geojson": ["points.geojson", "routes.geojson", "timeline.geojson"], "icalendar": ["timeline.ics"], "atom": ["feed.xml"], "jsonfeed": ["feed.json"],
}


def test_every_entry_and_claim_is_in_the_file(sites):
    site = sites["full"]
    content = json.loads(site.text("dateline.json"))
    found = {entry["slug"]: entry for entry in content["entries"]}
    assert found.keys() == {entry["slug"] for entry in site.entries}
    for entry in site.entries:
        record = found[entry["slug"]]
        assert record["edtf"] == entry["date"]
        for key in ("title", "status", "content_status", "summary", "date_text", "group", "actors", "tags", "aliases", "see_also", "quantities", "extra"):
            assert record.get(key) == in_json(entry.get(key)), (entry["slug"], key)
        for key in ("claims", "route", "corrections", "editor_notes"):
            assert record.get(key, []) == [in_json(part) for part in entry.get(key, [])], (entry["slug"], key)
        assert record.get("body", "").strip() == entry.get("body", "").strip()
    for key, registry in (("actors", harbour.ACTORS), ("places", harbour.PLACES), ("sources", harbour.SOURCES)):
        assert {item.pop("id"): item for item in content[key]} == {id: in_json(item) for id, item in registry.items()}


def in_json(part):
    """A part of an entry as JSON has it: dates are called `edtf`, and several authors or sources are a list."""
    if isinstance(part, list):
        return [in_json(item) for item in part]
    if not isinstance(part, dict):
        return part
    renamed = {"edtf" if key == "date" else key: in_json(value) for key, value in part.items()}
    for key in ("source", "claimed_by", *(["by"] if "stance" in part else [])):
        if isinstance(renamed.get(key), str):
            renamed[key] = [renamed[key]]
    return renamed


def test_lines_hold_the_same_records(sites):
    lines = sites["full"].text("dateline.jsonl").split("\n")
    assert lines.pop() == ""
    assert [json.loads(line) for line in lines] == json.loads(sites["full"].text("dateline.json"))["entries"]


def test_each_entry_has_its_record_beside_its_page(sites):
    site = sites["full"]
    records = {path.stem: json.loads(path.read_bytes()) for path in (site.folder / "events").glob("*.json")}
    assert records == {entry["slug"]: entry for entry in json.loads(site.text("dateline.json"))["entries"]}
    for slug in records:
        link = f'<link rel="alternate" type="application/json" href="../events/{slug}.json">'
        assert link in site.text(f"events/{slug}.html")


@pytest.fixture(scope="module")
def schema():
    """The schema that `dateline schema export` prints."""
    text = dateline("schema", "export")
    assert text.returncode == 0
    schema = json.loads(text.stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


@pytest.mark.parametrize("name", ["full", "days", "plain", "years", "moved", "the story"])
def test_files_agree_with_the_schema(sites, schema, name):
    text = export(REPOSITORY, "json")[0] if name == "the story" else sites[name].text("dateline.json")
    assert [f"{error.json_path}: {error.message}" for error in schema.iter_errors(json.loads(text))] == []


def without(*path):
    """Returns an edit that removes a member."""
    def edit(content):
        *parents, last = path
        for key in parents:
            content = content[key]
        del content[last]
    return edit


def with_value(value, *path):
    """Returns an edit that sets a member."""
    def edit(content):
        *parents, last = path
        for key in parents:
            content = content[key]
        content[last] = value
    return edit


@pytest.mark.parametrize("edit", [
    without("version"), with_value(2, "version"), with_value("other", "format"), without("entries"),
    with_value(1, "unknown"), without("entries", 0, "edtf"), without("entries", 0, "slug"), with_value("may be", "entries", 0, "status"),
    with_value("2", "entries", 0, "importance"), with_value([1], "entries", 0, "tags"), with_value(None, "entries", 0, "summary"),
    with_value("yesterday", "entries", 0, "edtf"), with_value("1911", "entries", 0, "date"), without("actors", 0, "id"),
    with_value("52.1", "places", 0, "lat"), without("site", "title"),
])
def test_the_schema_refuses_other_files(sites, schema, edit):
    content = json.loads(sites["full"].text("dateline.json"))
    changed = copy.deepcopy(content)
    edit(changed)
    assert len(list(schema.iter_errors(changed))) > 0


def test_start_and_end_are_what_python_computes(sites):
    """For whole days, with the day number from 1970 on."""
    epoch = datetime.date(1970, 1, 1)
    checked = 0
    for entry in json.loads(sites["plain"].text("dateline.json"))["entries"]:
        first, last = harbour.plain_days(int(entry["slug"].rpartition("-")[2]))
        assert (entry["start"], entry["end"]) == (first.isoformat(), last.isoformat())
        assert (entry["start_day"], entry["end_day"]) == ((first - epoch).days, (last - epoch).days)
        checked += 1
    assert checked == len(sites["plain"].entries)


@pytest.mark.parametrize("name", ["full", "days", "plain"])
def test_pandas_keeps_dates(sites, name):
    site = sites[name]
    frame = pandas.read_json(site.folder / "dateline.jsonl", lines=True)
    dates = dict(zip(frame["slug"], frame["edtf"]))
    assert dates == {entry["slug"]: entry["date"] for entry in site.entries}


def test_pandas_keeps_plain_years_with_the_option_of_the_manual(sites):
    """By default pandas makes numbers of texts that are all numbers."""
    frame = pandas.read_json(sites["years"].folder / "dateline.jsonl", lines=True, dtype=False)
    assert dict(zip(frame["slug"], frame["edtf"])) == {entry["slug"]: entry["date"] for entry in sites["years"].entries}


def files_of(folder):
    return sorted(path for paths in FILES.values() for path in paths if (folder / path).exists())


@pytest.mark.parametrize("exports, expected", [
    (None, ["dateline.json", "feed.xml", "timeline.ics"]),
    ([], []),
    (["csv", "geojson"], ["entries.csv", "points.geojson", "routes.geojson", "timeline.geojson"]),
    (ALL_FORMATS, sorted(path for paths in FILES.values() for path in paths)),
])
def test_the_settings_decide_which_files_there_are(tmp_path, exports, expected):
    settings = {} if exports is None else {"exports": exports}
    source = harbour.write_site(tmp_path / "site", harbour.plain_entries(2), **settings)
    build(source)
    assert files_of(source / "Site") == expected


def test_no_file_tells_of_drafts_and_of_what_is_not_yet_published(tmp_path):
    entries = harbour.plain_entries(3)
    entries[1] = {**entries[1], "title": "Unfinished business", "draft": True}
    entries[2] = {**entries[2], "title": "Embargoed business", "publish": "2025-02-01"}
    source = harbour.write_site(tmp_path / "site", entries, exports=ALL_FORMATS, feeds=ALL_FEEDS)
    build(source)
    for path in (path for paths in FILES.values() for path in paths):
        text = (source / "Site" / path).read_text(encoding="utf-8")
        assert " business" not in text and "plain-001" not in text and "plain-002" not in text, path
    assert [entry["slug"] for entry in json.loads((source / "Site" / "dateline.json").read_text())["entries"]] == ["plain-000"]
    assert [path.name for path in (source / "Site" / "events").glob("*.json")] == ["plain-000.json"]


def test_files_are_removed_with_their_format(tmp_path):
    source = harbour.write_site(tmp_path / "site", harbour.plain_entries(2), exports=ALL_FORMATS)
    build(source)
    settings = source / "Content" / "timeline.yml"
    settings.write_text(settings.read_text().replace(json.dumps(ALL_FORMATS), "[]"))
    build(source)
    assert files_of(source / "Site") == [] == list((source / "Site" / "events").glob("*.json"))


@pytest.mark.parametrize("written, nearest", [("icalender", "icalendar"), ("geojsn", "geojson"), ("jsonfeeds", "jsonfeed")])
def test_an_unknown_format_is_an_error_with_the_nearest_name(tmp_path, written, nearest):
    source = harbour.write_site(tmp_path / "site", harbour.plain_entries(2), exports=["json", written])
    run = dateline("build", "--source", source, "--format", "json")
    assert run.returncode == 1 and not (source / "Site" / "index.html").exists()
    assert written in run.stdout + run.stderr and nearest in run.stdout + run.stderr


def test_a_feed_without_base_url_is_reported(tmp_path):
    source = harbour.write_site(tmp_path / "site", harbour.plain_entries(2), exports=["atom"], base_url=None)
    run = build(source)
    assert "export-without-address" in run.stderr + run.stdout
    assert files_of(source / "Site") == []


def test_nothing_names_this_machine(sites):
    """Files for others hold no path of the folder that was built."""
    for paths in FILES.values():
        for path in paths:
            assert str(sites["full"].source) not in sites["full"].text(path)
