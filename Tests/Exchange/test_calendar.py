"""Calendars: five programs see every entry whole, whatever odd entry stands beside it."""

import datetime
import re

import pytest

import harbour
from calendar_readers import READERS
from program import PLAIN, export

DAY = datetime.timedelta(days=1)

# An odd date, and the first day and the day after the last one of its event; None where no calendar can hold it.
ODD_DATES = {
    "year-45": ("0045-03-15", None),
    "year-45-alone": ("0045", None),
    "44-bce": ("-0043-03-15", None),
    "to-year-45": ("../0045", None),
    "into-the-year-1000": ("0999-12-30/1000-01-02", None),
    "year-1000": ("1000-01-02", ("1000-01-02", "1000-01-03")),
    "open-end": ("2023-09-13/..", ("2023-09-13", "2023-09-14")),
    "unknown-end": ("2023-09-13/", ("2023-09-13", "2023-09-14")),
    "unknown-start": ("/2023-09-13", ("2023-09-13", "2023-09-14")),
    "open-start": ("../2023-09-13", ("2023-09-13", "2023-09-14")),
    "month": ("1911-08", ("1911-08-01", "1911-09-01")),
    "early-month-open": ("1911-08-0X/..", ("1911-08-01", "1911-08-02")),
    "season": ("1911-21", ("1911-03-01", "1911-06-01")),
    "either-day": ("[2023-09-13,2023-09-15]", ("2023-09-13", "2023-09-16")),
    "end-9999": ("2023-09-13/9999-12-31", ("2023-09-13", "2023-09-14")),
    "year-9998": ("9998-12-31", ("9998-12-31", "9999-01-01")),
    "year-9999": ("9999", None),
    "last-day": ("9999-12-31", None),
    "year-12023": ("Y12023", None),
}


@pytest.fixture(scope="module", params=ODD_DATES)
def odd(request, tmp_path_factory):
    """A calendar of 199 plain entries and one odd one: its file, the odd dates, and what the program reports."""
    date, days = ODD_DATES[request.param]
    folder = tmp_path_factory.mktemp(request.param)
    entry = {"slug": "odd", "title": "The odd one, of 200", "date": date, "status": "confirmed", "sources": ["gazette"]}
    source = harbour.write_site(folder / "site", [*harbour.plain_entries(PLAIN), entry])
    text, report = export(source, "icalendar")
    path = folder / "timeline.ics"
    path.write_bytes(text)
    return path, days, report


@pytest.mark.parametrize("reader", READERS)
def test_every_plain_entry_is_whole_beside_an_odd_one(odd, reader):
    path, days, _ = odd
    events = {event.uid.split("@")[0]: event for event in READERS[reader](path)}
    for number in range(PLAIN):
        event = events.pop(f"plain-{number:03d}")
        first, last = harbour.plain_days(number)
        assert (event.start, event.end) == (first, last + DAY), event
        title = f"Ship {number} leaves the quay"
        assert event.summary == title if first.year >= 1970 and first == last else re.fullmatch(rf"{title} \(.*{first.year}.*\)", event.summary), event
        assert event.description.endswith(f"It carries {number} crates; salt, and tea."), event
    if days is None:
        assert not events, "the calendar holds a date that programs misread"
        return
    event = events.pop("odd")
    assert not events
    assert (event.start.isoformat(), event.end.isoformat()) == days
    assert event.summary.startswith("The odd one, of 200")


def test_the_report_names_what_the_calendar_leaves_out(odd):
    _, days, report = odd
    named = "export-loss" in report and re.search(r"events/odd\.md:\d+:\d+", report)
    assert bool(named) == (days is None), report


def test_words_say_what_the_days_do_not(tmp_path):
    """The day of an open or unknown end is not the day of the event, and programs print years with two digits."""
    words = {
        "2023-09-13/..": "13 September 2023", "/2023-09-13": "13 September 2023", "1911-08": "August 1911", "1911-08-12": "12 August 1911",
        "1911-08-12?": "12 August 1911", "1999": "1999",
    }
    entries = [{"slug": f"odd-{number}", "title": "Odd", "date": date, "status": "confirmed", "sources": ["gazette"]} for number, date in enumerate(words)]
    text, _ = export(harbour.write_site(tmp_path / "site", entries), "icalendar")
    (tmp_path / "timeline.ics").write_bytes(text)
    events = {event.uid.split("@")[0]: event for event in READERS["icalendar"](tmp_path / "timeline.ics")}
    for number, (date, expected) in enumerate(words.items()):
        event = events[f"odd-{number}"]
        assert expected in event.summary and expected in event.description, (date, event)
        # More is said than the day that the event has, unless that is the date.
        assert (event.summary == f"Odd ({expected})") == (date in ("1911-08", "1911-08-12", "1999")), event


@pytest.mark.parametrize("site", ["plain", "full"])
def test_lines_have_at_most_75_octets_and_whole_characters(sites, site):
    raw = (sites[site].folder / "timeline.ics").read_bytes()
    assert raw.endswith(b"\r\n")
    assert b"\n" not in raw.replace(b"\r\n", b"") and b"\r" not in raw.replace(b"\r\n", b"")
    lines = raw.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    for line in lines:
        line.decode()
    if site == "full":
        assert any(line.startswith(b" ") for line in lines)


@pytest.mark.parametrize("reader", READERS)
def test_texts_arrive_as_they_were_written(sites, reader):
    events = {event.uid.split("@")[0]: event for event in READERS[reader](sites["full"].folder / "timeline.ics")}
    for name, text in harbour.ODD_TEXTS.items():
        event = events[f"text-{name}"]
        shown = _shown(text)
        assert event.summary == f"{shown} (12 August 1911)"
        assert event.description.split("\n") == ["12 August 1911", "Claimed", shown]
    # Its first address names this entry.
    assert events["shut"].description.endswith(sites["full"].entry("closed")["summary"])


def _shown(text: str) -> str:
    """Readers differ in a backslash and in three percent codes, which become the full-width signs."""
    return re.sub(r"%(?=2C|3A|5C)", "％", text.replace("\\", "＼"), flags=re.IGNORECASE)


def test_addresses_are_whole_in_readers_that_end_values_at_commas(sites):
    raw = sites["full"].text("timeline.ics").replace("\r\n ", "")
    addresses = re.findall(r"^URL:(.*)\r$", raw, re.MULTILINE)
    assert len(addresses) > 50
    for address in addresses:
        assert address.startswith(harbour.BASE_URL) and not re.search(r"[,;\\\s]", address)


def test_uids_are_unique_and_outlive_a_new_slug(sites):
    before = [event.uid for event in READERS["icalendar"](sites["plain"].folder / "timeline.ics")]
    after = [event.uid for event in READERS["icalendar"](sites["moved"].folder / "timeline.ics")]
    assert len(set(before)) == PLAIN
    assert sorted(before) == sorted(after)


def test_a_uid_outlives_a_second_new_slug(tmp_path):
    """Each old slug is added at the end of the list."""
    uids = set()
    for number, aliases in enumerate(([], ["first"], ["first", "second"])):
        slug = ["first", "second", "third"][number]
        entry = {"slug": slug, "title": "Moved", "date": "1911-08-12", "status": "confirmed", "sources": ["gazette"], "aliases": aliases}
        text, _ = export(harbour.write_site(tmp_path / str(number), [entry]), "icalendar")
        uids |= set(re.findall(rb"^UID:(.*)\r$", text, re.MULTILINE))
    assert len(uids) == 1, uids


def test_stamps_are_days_that_programs_read(sites):
    """A source of 44 BCE or of the year 45 dates an entry, and no time stamp can say so."""
    stamps = re.findall(r"^(?:DTSTAMP|CREATED|LAST-MODIFIED):(.*)\r$", sites["full"].text("timeline.ics"), re.MULTILINE)
    assert stamps
    for stamp in stamps:
        assert re.fullmatch(r"[1-9]\d{7}T\d{6}Z", stamp), stamp


def test_no_duration_and_no_repetition(sites):
    """libical computes no duration before 1902, and a repetition would be a guess."""
    assert not re.search(r"^(DURATION|RRULE|RDATE)", sites["full"].text("timeline.ics"), re.MULTILINE)
