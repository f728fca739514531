"""The same content gives the same bytes: twice, in any time zone and language, on any number of threads."""

import pytest

from program import build, export

ENVIRONMENTS = {
    "again": {}, "pacific": {"TZ": "Pacific/Kiritimati", "LANG": "de_DE.UTF-8", "LC_ALL": "de_DE.UTF-8"},
    "arabic": {"TZ": "America/Anchorage", "LANG": "ar_EG.UTF-8", "LC_ALL": "ar_EG.UTF-8"}, "posix": {"TZ": "UTC", "LANG": "C", "LC_ALL": "C"},
}


@pytest.mark.parametrize("name", ENVIRONMENTS)
def test_the_same_content_gives_the_same_bytes(sites, tmp_path, name):
    site = sites["full"]
    build(site.source, "--output", tmp_path / "again", "--jobs", "1" if name == "again" else "2", environment=ENVIRONMENTS[name])
    first, second = files(site.folder), files(tmp_path / "again")
    assert first.keys() == second.keys() and len(first) > 100
    assert [path for path in first if first[path] != second[path]] == []


def files(folder):
    """The published files of a site: those whose name begins with a full stop are the program's own."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file() and not path.name.startswith(".")}


@pytest.mark.parametrize("target, path", [
    ("json", "dateline.json"), ("jsonl", "dateline.jsonl"), ("csv", "entries.csv"), ("timelinejs", "timelinejs.json"), ("timelinejs-csv", "timelinejs.csv"),
    ("geojson", "timeline.geojson"), ("points", "points.geojson"), ("routes", "routes.geojson"), ("icalendar", "timeline.ics"), ("atom", "feed.xml"), ("jsonfeed", "feed.json"),
])
def test_export_prints_the_file_of_the_site(sites, target, path):
    site = sites["full"]
    assert export(site.source, target)[0] == (site.folder / path).read_bytes()
