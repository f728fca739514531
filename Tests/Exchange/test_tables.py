"""Tables: Python, DuckDB, pandas and LibreOffice read every cell as it is written, and no cell is a formula."""

import csv
import json

import duckdb
import pandas
import pytest

import harbour
from program import run

TABLES = ["entries.csv", "timelinejs.csv"]
# LibreOffice's filter: comma, quotation mark, UTF-8, from line 1, quoted cells are text.
READ = "CSV:44,34,76,1,,0,true"
WRITE = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false"


def rows(site, name):
    with open(site.folder / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def by_slug(site):
    return {row["slug"]: row for row in rows(site, "entries.csv")}


def test_every_entry_is_a_row(sites):
    site = sites["full"]
    found = by_slug(site)
    assert found.keys() == {entry["slug"] for entry in site.entries}
    for entry in site.entries:
        row = found[entry["slug"]]
        assert row["edtf"] == entry["date"] and row["status"] == entry["status"]
        assert inert(entry["title"]) == row["title"] and inert(entry.get("summary", "")) == row["summary"]
        assert row["body"].strip() == inert(entry.get("body", "")).strip()
        assert row["actors"] == "; ".join(entry.get("actors", []))
        assert row["date_text"] == entry.get("date_text", "")


def test_claims_are_in_the_details(sites):
    site = sites["full"]
    found = by_slug(site)
    for entry in site.entries:
        claims = json.loads(found[entry["slug"]]["details"] or "{}").get("claims", [])
        assert [(claim.get("id"), claim["stance"], claim.get("of"), claim.get("quote"), claim["edtf"]) for claim in claims] == [
            (claim.get("id"), claim["stance"], claim.get("of"), claim.get("quote"), claim["date"]) for claim in entry.get("claims", [])]


def inert(text: str) -> str:
    """The text with an apostrophe before it if a spreadsheet would compute it, or if it begins with one."""
    return f"'{text}" if text[:1] in "=+-@'\t\r" and text else text


@pytest.mark.parametrize("name", TABLES)
def test_no_cell_is_a_formula(sites, name):
    numbers = {"edtf", "published", "updated", "start_day", "end_day", "latitude", "longitude", "Year", "End Year"}
    count = 0
    for row in rows(sites["full"], name):
        for column, cell in row.items():
            count += cell.startswith("'")
            assert column in numbers or not cell.startswith(("=", "+", "-", "@", "\t", "\r")), (column, cell)
            assert column not in numbers or not cell.startswith("-") or cell[1].isdigit() or cell[1] == "Y", (column, cell)
    assert count >= 5 or name != "entries.csv"


@pytest.mark.parametrize("name", TABLES)
def test_lines_end_as_rfc_4180_asks_for(sites, name):
    raw = (sites["full"].folder / name).read_bytes()
    assert not raw.startswith(b"\xef\xbb\xbf") and raw.endswith(b"\r\n")
    widths = {len(row) for row in csv.reader(raw.decode().splitlines(keepends=True), strict=True)}
    assert len(widths) == 1


@pytest.mark.parametrize("name", TABLES)
def test_duckdb_reads_every_cell(sites, name):
    path = sites["full"].folder / name
    with duckdb.connect() as database:
        relation = database.read_csv(str(path), all_varchar=True, header=True)
        found = [dict(zip(relation.columns, ["" if cell is None else cell for cell in row])) for row in relation.fetchall()]
    assert found == rows(sites["full"], name)


@pytest.mark.parametrize("name", TABLES)
def test_pandas_reads_every_cell(sites, name):
    frame = pandas.read_csv(sites["full"].folder / name, dtype=str, keep_default_na=False)
    assert frame.to_dict("records") == rows(sites["full"], name)


def test_pandas_keeps_dates_by_default(sites):
    for name in ("full", "days"):
        frame = pandas.read_csv(sites[name].folder / "entries.csv")
        assert list(frame["edtf"]) == [row["edtf"] for row in rows(sites[name], "entries.csv")]


@pytest.fixture(scope="module")
def libreoffice(sites, tmp_path_factory):
    """The tables as LibreOffice writes them after it read them, by name."""
    folder = tmp_path_factory.mktemp("libreoffice")
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    paths = [sites["full"].folder / name for name in TABLES]
    run(["soffice", profile, "--headless", f"--infilter={READ}", "--convert-to", WRITE, "--outdir", folder / "out", *paths])
    found = {}
    for name in TABLES:
        with open(folder / "out" / name, encoding="utf-8", newline="") as file:
            found[name] = list(csv.DictReader(file))
    return found


@pytest.mark.parametrize("column", ["slug", "title", "edtf", "date_words", "date_text", "actors", "summary", "sources", "body", "details", "status", "url"])
def test_libreoffice_keeps_dates_and_texts(sites, libreoffice, column):
    written = rows(sites["full"], "entries.csv")
    assert len(libreoffice["entries.csv"]) == len(written)
    for found, row in zip(libreoffice["entries.csv"], written):
        assert found[column] == row[column].replace("\r\n", "\n"), row["slug"]


@pytest.mark.parametrize("column", ["Display Date", "Headline", "Text", "Group", "Type", "Year", "Month", "Day", "End Year"])
def test_libreoffice_keeps_the_slides(sites, libreoffice, column):
    written = rows(sites["full"], "timelinejs.csv")
    assert [row[column] for row in libreoffice["timelinejs.csv"]] == [row[column] for row in written]


def test_coordinates_are_not_read_as_thousands(sites):
    """Where the comma separates decimals, LibreOffice reads exactly three decimals as thousands."""
    found = by_slug(sites["full"])
    assert float(found["date-00"]["latitude"]) == harbour.PLACES["old-quay"]["lat"]
    for row in found.values():
        for cell in (row["latitude"], row["longitude"]):
            assert len(cell.partition(".")[2]) != 3, cell
