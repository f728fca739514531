"""Calendar programs as functions: each takes a calendar file and returns its events as the program reads them."""

import atexit
import datetime
import functools
import io
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

import icalendar
import recurring_ical_events
import vobject
from ical.calendar_stream import IcsCalendarStream

import program

# The days for which a reader that expands repetitions is asked.
SPAN = (datetime.date(900, 1, 1), datetime.date(9999, 1, 2))


@dataclass(frozen=True)
class Event:
    uid: str
    start: datetime.date
    # The day after the last one.
    end: datetime.date
    summary: str
    description: str


def read_icalendar(path: Path) -> list[Event]:
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    for part in calendar.walk():
        assert not part.errors, part.errors
    return [_of_icalendar(event) for event in calendar.walk("VEVENT")]


def read_icalendar_written(path: Path) -> list[Event]:
    """What icalendar reads in the file that it writes itself."""
    written = icalendar.Calendar.from_ical(path.read_bytes()).to_ical()
    return [_of_icalendar(event) for event in icalendar.Calendar.from_ical(written).walk("VEVENT")]


def read_recurring(path: Path) -> list[Event]:
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    return [_of_icalendar(event) for event in recurring_ical_events.of(calendar).between(*SPAN)]


def read_ical(path: Path) -> list[Event]:
    return _of_ical(IcsCalendarStream.calendar_from_ics(path.read_bytes().decode()))


def read_ical_written(path: Path) -> list[Event]:
    """What ical reads in the file that it writes itself."""
    calendar = IcsCalendarStream.calendar_from_ics(path.read_bytes().decode())
    return _of_ical(IcsCalendarStream.calendar_from_ics(IcsCalendarStream.calendar_to_ics(calendar)))


def read_vobject(path: Path) -> list[Event]:
    calendar = vobject.readOne(io.StringIO(path.read_bytes().decode(), newline=""))
    return [
        Event(event.uid.value, event.dtstart.value, event.dtend.value, event.summary.value, event.description.value)
        for event in calendar.vevent_list
    ]


def read_libical(path: Path) -> list[Event]:
    first, *lines = program.run([_libical_events(), path]).split("\n")
    assert lines.pop() == ""
    assert first == "errors 0", first
    events = []
    for line in lines:
        uid, start, end, summary, description = line.split("\t")
        events.append(Event(uid, _day(start), _day(end), summary.replace("\\n", "\n"), description.replace("\\n", "\n")))
    return events


@functools.cache
def _libical_events() -> Path:
    """The program that prints what libical reads."""
    reader = Path(tempfile.mkdtemp()) / "libical_events"
    atexit.register(shutil.rmtree, reader.parent, ignore_errors=True)
    program.run(["cc", "-Wall", "-Werror", Path(__file__).with_name("libical_events.c"), "-o", reader, "-lical"])
    return reader


def _day(digits: str) -> datetime.date:
    return datetime.date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))


def _of_icalendar(event) -> Event:
    return Event(str(event["UID"]), event.decoded("DTSTART"), event.decoded("DTEND"), str(event["SUMMARY"]), str(event["DESCRIPTION"]))


def _of_ical(calendar) -> list[Event]:
    return [Event(event.uid, event.dtstart, event.dtend, event.summary, event.description) for event in calendar.events]


READERS = {
    "icalendar": read_icalendar, "icalendar-written": read_icalendar_written, "recurring-ical-events": read_recurring,
    "ical": read_ical, "ical-written": read_ical_written, "vobject": read_vobject, "libical": read_libical,
}
