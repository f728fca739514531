"""TimelineJS3: dates as it counts them, words where it would show days, and texts that stay texts.

TimelineJS3 writes headline, text, date and group of a slide as HTML. Before, it reads date and group as HTML once and
keeps the text of that, so that markup which was escaped once is markup again.
"""

import csv
import json

import pytest
from lxml import html

import harbour

# The first and last day of a slide, as TimelineJS3 counts: the year before 1 is -1.
SLIDES = {
    "1911-08-12": ((1911, 8, 12), None), "1911-08": ((1911, 8, 1), (1911, 8, 31)), "1911": ((1911, 1, 1), (1911, 12, 31)),
    "1911-08-0X/..": ((1911, 8, 1), None), "/1911-08-12": ((1911, 8, 12), None), "1911-08-12/": ((1911, 8, 12), None),
    "1911-08-12/1911-08-14": ((1911, 8, 12), (1911, 8, 14)), "[1911-08-11,1911-08-12]": ((1911, 8, 11), (1911, 8, 12)),
    "-0043-03-15": ((-44, 3, 15), None), "-0499": ((-500, 1, 1), (-500, 12, 31)), "0000": ((-1, 1, 1), (-1, 12, 31)), "0045": ((45, 1, 1), (45, 12, 31)),
    "Y12023": ((12023, 1, 1), (12023, 12, 31)),
}
# TimelineJS3 says these days itself.
PLAIN_DAYS = ["1911-08-12", "0045-03-15", "1582-10-10", "9999-12-31"]


@pytest.fixture(scope="module")
def slides(sites):
    return {event["unique_id"]: event for event in json.loads(sites["full"].text("timelinejs.json"))["events"]}


@pytest.fixture(scope="module")
def rows(sites):
    with open(sites["full"].folder / "timelinejs.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def parts(date):
    return date and (date["year"], date["month"], date["day"])


def shown(text: str) -> str:
    """The text that readers see of HTML, which must have no markup."""
    element = html.fragment_fromstring(text, create_parent="div")
    assert len(element) == 0, text
    return element.text or ""


def test_every_entry_but_one_is_a_slide(sites, slides):
    """A single day before 271820 BCE makes TimelineJS3 drop the months and days of all slides."""
    assert {entry["slug"] for entry in sites["full"].entries} - slides.keys() == {f"date-{harbour.DATES.index('Y-13800000000'):02d}"}


@pytest.mark.parametrize("date", SLIDES)
def test_days_are_those_of_timelinejs(slides, date):
    slide = slides[f"date-{harbour.DATES.index(date):02d}"]
    assert (parts(slide["start_date"]), parts(slide.get("end_date"))) == SLIDES[date]


def test_words_stand_where_days_would_say_too_much(slides):
    for number, date in enumerate(harbour.DATES):
        slide = slides.get(f"date-{number:02d}", {"display_date": "left out"})
        exact = date in PLAIN_DAYS or date in ("0999-12-31", "1000-01-01", "1899-12-31", "1900-02-28", "9998-12-31", "1911-08-12T14:30:00Z")
        assert ("display_date" in slide) == (not exact), (date, slide)


def test_texts_stay_texts(sites, slides):
    groups = {group["id"]: group["name"] for group in harbour.GROUPS}
    for entry in sites["full"].entries:
        slide = slides.get(entry["slug"])
        if slide is None:
            continue
        assert shown(slide["text"]["headline"]) == entry["title"]
        if "date_text" in entry:
            assert shown(shown(slide["display_date"])) == entry["date_text"]
        if "group" in entry:
            assert shown(shown(slide["group"])) == groups[entry["group"]]
        assert "<script" not in slide["text"]["text"]


def test_the_table_holds_the_slides(slides, rows):
    events = [row for row in rows if row["Type"] == ""]
    assert len(events) == len(slides)
    for row, slide in zip(events, slides.values()):
        start, end = slide["start_date"], slide.get("end_date")
        assert (row["Year"], row["Month"], row["Day"]) == tuple(map(str, parts(start)))
        assert (row["End Year"], row["End Month"], row["End Day"]) == (tuple(map(str, parts(end))) if end else ("", "", ""))
        assert row["Display Date"] == slide.get("display_date", "") and row["Group"] == slide.get("group", "")
    assert [row["Headline"] for row in rows if row["Type"] == "era"] == ["The &lt;strike&gt; &amp; after"]
    assert [row["Type"] for row in rows[:1]] == ["title"]


def test_no_apostrophe_is_shown_before_a_headline(sites, rows):
    """TimelineJS3 shows the table's headlines as they are: one that begins with a sign of formulas can begin with its
    character reference instead."""
    titles = {entry["title"] for entry in sites["full"].entries}
    for row in rows:
        if row["Type"] == "":
            assert not row["Headline"].startswith(("=", "+", "-", "@")) and shown(row["Headline"]) in titles, row["Headline"]
