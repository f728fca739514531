"""`--known-on DAY` compared with the build of a Content folder that known_oracle.py has cut to that day.

A part of the stories and of the days runs in `make test`; `make soak` runs all of them.
"""

import datetime
import json
import shutil
import subprocess

import known_oracle
import known_stories
import pytest

from program import REPOSITORY, binary, build

STORY_COUNT = 200
SOME_STORIES = 4


def files(folder):
    """All files of a site, without those by which Dateline knows its own."""
    return {
        str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*")
        if path.is_file() and not path.name.startswith(".dateline")}


def claims(site):
    """The entries and the claims of a site."""
    entries = json.loads(site["dateline.json"])["entries"]
    return {entry["slug"] for entry in entries} | {
        (entry["slug"], claim["id"]) for entry in entries for claim in entry.get("claims", [])}


def view(source, day, folder):
    """The site of a day; its texts are searched for what was said later."""
    build(source, "--quiet", "--known-on", day.isoformat(), "--output", folder)
    site = files(folder)
    everything = b"\n".join(site.values())
    for text in known_oracle.later_texts(source / "Content", day):
        assert text.encode() not in everything, f"{day}: {text}"
    return site


def check_day(source, day, folder):
    """Compares a day with the oracle; returns the claims that its site has, or None if there is no site to compare."""
    shutil.rmtree(folder, ignore_errors=True)
    shown = view(source, day, folder / "view")
    assert b'class="known-note known-day"' in shown["index.html"]
    if known_oracle.cut(source / "Content", day, folder / "cut" / "Content") == 0:
        return None
    build(folder / "cut", "--quiet")
    expected = files(folder / "cut" / "Site")
    assert sorted(shown) == sorted(expected), day
    # A whole site has marks on its own pages of earlier days; their data have those of the items that differ from today's.
    different = [
        path for path in expected if path != "known/states.js"
        and known_oracle.unmarked(shown[path]) != known_oracle.unmarked(expected[path])]
    assert different == [], day
    return claims(shown)


def check_story(seed, folder, step=1):
    """Compares each day of change, or some of them. What is known on one day is known on the next, unless a correction moved its date."""
    known_stories.write(seed, folder / "Content")
    days = known_oracle.days_of_change(folder / "Content")
    moved = known_stories.slugs_with_old_dates(folder / "Content")
    before = set()
    for day in [days[0] - datetime.timedelta(days=1), *days[seed % step::step]]:
        known = check_day(folder, day, folder / "day")
        if known is not None:
            lost = before - known
            assert moved or lost == set(), day
            before = known
    assert before


@pytest.mark.parametrize("seed", range(SOME_STORIES))
def test_some_generated_stories(seed, tmp_path):
    check_story(seed, tmp_path, step=4)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(STORY_COUNT))
def test_all_generated_stories(seed, tmp_path):
    check_story(seed, tmp_path)


def story(folder):
    """A copy of this repository's story."""
    shutil.copytree(REPOSITORY / "Content", folder / "Content")
    return folder


def test_the_story_on_some_days(tmp_path):
    for day in ["2023-08-17", "2023-10-16", "2023-11-01", "2025-04-28"]:
        assert check_day(story(tmp_path / day), datetime.date.fromisoformat(day), tmp_path / day / "day")


@pytest.mark.soak
def test_the_story_on_every_day(tmp_path):
    source = story(tmp_path)
    for day in known_oracle.days_of_change(source / "Content"):
        check_day(source, day, tmp_path / "day")


def test_a_day_before_everything(tmp_path):
    """Nothing was known: a site without entries."""
    known_stories.write(1, tmp_path / "Content")
    site = view(tmp_path, datetime.date(1900, 1, 1), tmp_path / "Site")
    assert "index.html" in site and not any(path.startswith("events/e") for path in site)


@pytest.mark.parametrize("day", ["1911-07-1X", "1911-07", "1911-07-10~", "yesterday", "../1911-07-10", ""])
def test_a_vague_day_is_refused(day, tmp_path):
    known_stories.write(1, tmp_path / "Content")
    for command in ("build", "check", "serve"):
        done = subprocess.run(
            [binary(), command, "--source", tmp_path, "--known-on", day], capture_output=True, text=True)
        assert done.returncode == 64
        assert "--known-on takes a day such as 2023-11-01." in done.stderr
