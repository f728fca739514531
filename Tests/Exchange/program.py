"""Runs the program under test and the programs that judge its files."""

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import harbour

REPOSITORY = Path(__file__).resolve().parents[2]
ALL_FORMATS = ["json", "jsonl", "records", "csv", "timelinejs", "geojson", "icalendar", "atom", "jsonfeed"]
ALL_FEEDS = {"groups": True, "actors": True, "tags": True}
# The number of plain entries; one more entry makes a round number.
PLAIN = 199

ERAS = [{"name": "The <strike> & after", "date": "1911-08/1911-10"}]


@dataclass
class BuiltSite:
    source: Path
    folder: Path
    entries: list[dict]

    def text(self, path: str) -> str:
        return (self.folder / path).read_bytes().decode()

    def entry(self, slug: str) -> dict:
        return next(entry for entry in self.entries if entry["slug"] == slug)


class Sites:
    """The sites by name, each built on first use.

    `plain` has 199 plain entries; `full` has every feature; `days` has plain days only, `years` plain years; in `moved` the entries of
    `plain` have new slugs, and their old ones as aliases.
    """

    def __init__(self, folder: Path):
        self._folder = folder
        self._built: dict[str, BuiltSite] = {}

    def __getitem__(self, name: str) -> BuiltSite:
        if name not in self._built:
            source = self._folder / name
            entries, settings = self._content(name)
            harbour.write_site(source, entries, **settings)
            build(source)
            self._built[name] = BuiltSite(source, source / "Site", entries)
        return self._built[name]

    def _content(self, name: str) -> tuple[list[dict], dict]:
        settings = {"exports": ALL_FORMATS, "feeds": ALL_FEEDS}
        if name == "full":
            return harbour.every_feature(), {**settings, "feeds": {**ALL_FEEDS, "limit": 500}, "eras": ERAS}
        if name == "years":
            dates = ["1911", "1912", "0045", "-0499", "0000"]
            return [{"slug": f"year-{date}", "title": date, "date": date, "status": "confirmed", "sources": ["gazette"]} for date in dates], settings
        entries = harbour.plain_entries(PLAIN)
        if name == "moved":
            entries = [{**entry, "slug": f"moved-{entry['slug']}", "aliases": [entry["slug"]]} for entry in entries]
        if name == "days":
            entries = [{**entry, "places": ["west-harbour"]} for entry in entries if "/" not in entry["date"]]
        return entries, settings


def binary() -> Path:
    """The program under test: the one built by `make test`, or the one that DATELINE names."""
    path = Path(os.environ.get("DATELINE", REPOSITORY / ".build" / "debug" / "dateline"))
    assert path.is_file(), f"{path} is missing: run `swift build`, or name a binary in DATELINE"
    return path


def build(source: Path, *options, environment: dict | None = None) -> subprocess.CompletedProcess:
    """Builds the site of a folder; an error fails the test."""
    run = dateline("build", "--source", source, *options, environment=environment)
    assert run.returncode == 0, f"{source} was not built:\n{run.stdout}{run.stderr}"
    return run


def export(source: Path, target: str) -> tuple[bytes, str]:
    """Returns what `dateline export` prints of the site of a folder, and its diagnostics."""
    run = subprocess.run([binary(), "export", "--to", target, "--source", source], capture_output=True)
    assert run.returncode == 0, run.stderr.decode()
    return run.stdout, run.stderr.decode()


def dateline(*arguments, environment: dict | None = None) -> subprocess.CompletedProcess:
    return subprocess.run(
        [binary(), *arguments], capture_output=True, text=True, env={**os.environ, **(environment or {})})


def run(command: list, **options) -> str:
    """Runs another program and returns what it prints; its failure fails the test."""
    assert shutil.which(str(command[0])), f"{command[0]} is missing: run Tests/Setup/exchange.sh"
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, **options)
    assert done.returncode == 0, f"{command}:\n{done.stdout}{done.stderr}"
    return done.stdout
