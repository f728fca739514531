"""Maps: GDAL keeps every date as it is written, and shapely finds every geometry valid and every route on its great circle."""

import csv
import json
import math
import sqlite3

import pytest
from shapely.geometry import shape

import harbour
from program import run

FILES = ["timeline", "points", "routes"]


def features(site, name):
    return json.loads(site.text(f"{name}.geojson"))["features"]


def rows_of_gdal(site, name, format, folder, *options):
    target = folder / f"{name}.{format.lower()}"
    run(["ogr2ogr", "-f", format, target, site.folder / f"{name}.geojson", *options])
    if format == "CSV":
        with open(target, encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))
    with sqlite3.connect(target) as database:
        database.row_factory = sqlite3.Row
        table = database.execute("select table_name from gpkg_contents").fetchone()[0]
        return [dict(row) for row in database.execute(f'select * from "{table}"')]


@pytest.mark.parametrize("format", ["GPKG", "CSV"])
@pytest.mark.parametrize("name", FILES)
def test_gdal_keeps_dates_and_texts(sites, tmp_path, format, name):
    site = sites["full"]
    found = rows_of_gdal(site, name, format, tmp_path)
    written = [feature["properties"] for feature in features(site, name)]
    assert len(found) == len(written) > 5
    for row, properties in zip(found, written):
        for key, value in properties.items():
            if isinstance(value, str) and key not in ("start", "end"):
                assert row[key] == value, (key, row[key], value)
        assert row["edtf"] == site.entry(properties["slug"])["date"]
        assert int(row["start_day"]) == properties["start_day"] if "start_day" in properties else row["start_day"] in (None, "")


@pytest.mark.parametrize("format", ["GPKG", "CSV"])
def test_gdal_keeps_plain_days_with_the_option_of_the_manual(sites, tmp_path, format):
    site = sites["days"]
    found = rows_of_gdal(site, "points", format, tmp_path, "-oo", "DATE_AS_STRING=YES")
    assert [row["edtf"] for row in found] == [site.entry(row["slug"])["date"] for row in found]
    assert len(found) == len(site.entries)


def test_every_geometry_is_valid(sites):
    for name in FILES:
        for feature in features(sites["full"], name):
            if feature["properties"]["slug"] == "route-hand-wide":
                continue
            geometry = shape(feature["geometry"])
            assert geometry.is_valid and not geometry.is_empty, (feature["id"], feature["geometry"])
            for longitude, latitude in positions(feature["geometry"]):
                assert -180 <= longitude <= 180 and -90 <= latitude <= 90
            for line in lines(feature["geometry"]):
                assert all(here != there for here, there in zip(line, line[1:])), (feature["id"], "a line stands still")


def test_a_route_as_wide_as_a_hand_is_a_line_or_absent(sites):
    for feature in features(sites["full"], "routes"):
        if feature["properties"]["slug"] == "route-hand-wide":
            assert shape(feature["geometry"]).is_valid, feature["geometry"]


def test_files_of_one_kind_hold_it_alone(sites):
    site = sites["full"]
    kinds = {name: {feature["geometry"]["type"] for feature in features(site, name)} for name in FILES}
    assert kinds["points"] == {"Point"}
    assert kinds["routes"] == {"LineString", "MultiLineString"}
    ids = {name: [feature["id"] for feature in features(site, name)] for name in FILES}
    assert sorted(ids["timeline"]) == sorted(ids["points"] + ids["routes"]) and len(set(ids["timeline"])) == len(ids["timeline"])


def test_every_place_with_coordinates_is_a_point(sites):
    found = {(f["properties"]["slug"], f["properties"]["place"], *f["geometry"]["coordinates"]) for f in features(sites["full"], "points")}
    expected = set()
    for entry in sites["full"].entries:
        for place in entry.get("places", []):
            id = place if isinstance(place, str) else place["id"]
            expected.add((entry["slug"], id, harbour.PLACES[id]["lon"], harbour.PLACES[id]["lat"]))
    assert found == expected


@pytest.mark.parametrize("name", harbour.ROUTES)
def test_a_route_is_its_great_circle_cut_at_the_180th_meridian(sites, name):
    feature = next(f for f in features(sites["full"], "routes") if f["id"] == f"route-{name}#leg-1")
    start, end, crosses = harbour.ROUTES[name]
    start, end = (vector(harbour.PLACES[id]["lon"], harbour.PLACES[id]["lat"]) for id in (start, end))
    parts = lines(feature["geometry"])
    assert distance(vector(*parts[0][0]), start) < 1e-6 and distance(vector(*parts[-1][-1]), end) < 1e-6
    assert (len(parts) == 2) == crosses or name == "over-pole", feature["geometry"]
    length = sum(distance(vector(*here), vector(*there)) for line in parts for here, there in zip(line, line[1:]))
    assert length == pytest.approx(distance(start, end), rel=1e-4)
    normal = cross(start, end)
    for position in positions(feature["geometry"]):
        assert abs(dot(normal, vector(*position))) < 2e-6, position
    for line in parts:
        for here, there in zip(line, line[1:]):
            assert abs(here[0] - there[0]) <= 180
    for line, following in zip(parts, parts[1:]):
        assert abs(line[-1][0]) == 180 and line[-1][0] == -following[0][0] and line[-1][1] == following[0][1]


def positions(geometry):
    return [position for line in lines(geometry) for position in line]


def lines(geometry):
    if geometry["type"] == "Point":
        return [[geometry["coordinates"]]]
    return [geometry["coordinates"]] if geometry["type"] == "LineString" else geometry["coordinates"]


def vector(longitude, latitude):
    a, b = math.radians(longitude), math.radians(latitude)
    return (math.cos(b) * math.cos(a), math.cos(b) * math.sin(a), math.sin(b))


def dot(a, b):
    return sum(x * y for x, y in zip(a, b))


def cross(a, b):
    product = (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])
    size = math.sqrt(dot(product, product))
    return tuple(x / size for x in product)


def distance(a, b):
    """The angle between two points in radians."""
    product = (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])
    return math.atan2(math.sqrt(dot(product, product)), dot(a, b))
