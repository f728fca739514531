"""Pages of earlier days in the whole site, compared with `--known-on`, which known_oracle.py judges."""

import re
import shutil

import pytest

from program import REPOSITORY, build


def articles(page):
    """The entries of a page by id, without the way to the site's folder, and without links of statuses that a view lacks."""
    text = page.read_text(encoding="utf-8").replace("../", "")
    text = re.sub(r'<a class="badge" href="status/[^"]*">(.*?)</a>', r'<span class="badge">\1</span>', text)
    return dict(re.findall(r'<article id="([^"]+)".*?>(.*?)</article>', text, re.DOTALL))


@pytest.fixture(scope="module")
def story(tmp_path_factory):
    folder = tmp_path_factory.mktemp("story")
    shutil.copytree(REPOSITORY / "Content", folder / "Content")
    build(folder, "--quiet")
    return folder


def days(story):
    return sorted(page.stem for page in (story / "Site" / "known").glob("*.html") if page.stem != "index")


def test_each_page_has_the_entries_of_the_view(story, tmp_path):
    assert len(days(story)) > 30
    for day in days(story)[::4]:
        view = tmp_path / day
        build(story, "--quiet", "--known-on", day, "--output", view)
        shown = articles(story / "Site" / "known" / f"{day}.html")
        assert shown and shown == articles(view / "index.html"), day


def test_moments_are_named_and_others_are_not(story):
    moment = (story / "Site" / "known" / "2023-11-01.html").read_text(encoding="utf-8")
    assert '<h1 dir="auto">The audit</h1>' in moment and "As known on 1 November 2023" in moment
    other = (story / "Site" / "known" / "2023-10-16.html").read_text(encoding="utf-8")
    assert '<h1 dir="auto">As known on 16 October 2023</h1>' in other


def test_a_long_site_has_pages_of_its_moments(story, tmp_path):
    shutil.copytree(story / "Content", tmp_path / "Content")
    with (tmp_path / "Content" / "timeline.yml").open("a", encoding="utf-8") as settings:
        settings.write("page_size: 10\n")
    build(tmp_path, "--quiet")
    assert days(tmp_path) == ["2023-09-13", "2023-11-01", "2023-11-21"]
    assert not (tmp_path / "Site" / "known" / "states.js").exists()
    page = articles(tmp_path / "Site" / "known" / "2023-11-01.html")
    assert 0 < len(page) <= 10
    # They are the key entries that the whole page of the day has.
    whole = articles(story / "Site" / "known" / "2023-11-01.html")
    assert set(page) <= set(whole)


def test_a_new_report_changes_later_days_alone(story, tmp_path):
    shutil.copytree(story / "Content", tmp_path / "Content")
    entry = tmp_path / "Content" / "events" / "2024-12-04-treaty-in-force.md"
    entry.write_text(entry.read_text(encoding="utf-8").replace("title: ", "title: Again, ", 1), encoding="utf-8")
    build(tmp_path, "--quiet")
    changed = [
        day for day in days(story)
        if articles(story / "Site" / "known" / f"{day}.html") != articles(tmp_path / "Site" / "known" / f"{day}.html")]
    assert changed and min(changed) >= "2024-12-04"
