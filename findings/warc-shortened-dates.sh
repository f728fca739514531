#!/usr/bin/env bash
# Question: Which moment do readers of web archives make of a capture that is dated to the day, month or year only? WARC
#   1.1 allows such a WARC-Date, and addresses of archives have timestamps that are cut off after the year, month or day.
# Version: warcio 1.8.1, FastWARC 2.0.1, cdx_toolkit 0.9.39 (PyPI), Python 3.11
# Behaviour: They disagree by up to a year, and one disagrees with itself. warcio takes the day 1999-08-11 of a record for
#   its first second, but the same day as the timestamp 19990811 for its last; cdx_toolkit takes a timestamp for its first
#   second. So 1999 is 31 December in one and 1 January in the other. FastWARC gives None for all three dates, although its
#   stub promises a datetime; warcio refuses the month and the year of a record. Whoever states when a page was captured
#   keeps the digits as they are, and compares only as many as both sides have.
# Source: https://iipc.github.io/warc-specifications, WARC 1.1, "WARC-Date" ("any of the levels of granularity");
#   warcio/timeutils.py, iso_date_to_datetime and timestamp_to_datetime ("padding"); cdx_toolkit/timeutils.py,
#   timestamp_to_time; fastwarc/warc.pyi, record_date; seen by running this script.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check warcio==1.8.1 FastWARC==2.0.1 cdx_toolkit==0.9.39
cat >"$folder/run.py" <<'PY'
import io
from datetime import datetime, timezone
from importlib.metadata import version

from cdx_toolkit.timeutils import timestamp_to_time
from fastwarc.warc import ArchiveIterator
from warcio.timeutils import iso_date_to_datetime, timestamp_to_datetime


def fastwarc_date(date):
    head = ["WARC/1.1", "WARC-Type: resource", "WARC-Target-URI: https://harbour.example/notice", f"WARC-Date: {date}",
            "WARC-Record-ID: <urn:uuid:11111111-1111-4111-8111-111111111111>", "Content-Type: text/plain",
            "Content-Length: 6"]
    file = "\r\n".join(head) + "\r\n\r\nclosed\r\n\r\n"
    return [record.record_date for record in ArchiveIterator(io.BytesIO(file.encode()))][0]


def warcio_date(date):
    try:
        return iso_date_to_datetime(date)
    except TypeError:
        return "refused"


print(*[f"{name} {version(name)}" for name in ["warcio", "FastWARC", "cdx_toolkit"]])
for date in ["1999-08-11T10:00:00Z", "1999-08-11", "1999-08", "1999"]:
    print(f"WARC-Date {date}: FastWARC {fastwarc_date(date)}, warcio {warcio_date(date)}")
for digits in ["19990811100000", "19990811", "199908", "1999"]:
    moment = datetime.fromtimestamp(timestamp_to_time(digits), timezone.utc).replace(tzinfo=None)
    print(f"timestamp {digits}: warcio {timestamp_to_datetime(digits)}, cdx_toolkit {moment}")
PY
"$folder/venv/bin/python" "$folder/run.py" | tee "$folder/seen"
cat >"$folder/expected" <<'TEXT'
warcio 1.8.1 FastWARC 2.0.1 cdx_toolkit 0.9.39
WARC-Date 1999-08-11T10:00:00Z: FastWARC 1999-08-11 10:00:00+00:00, warcio 1999-08-11 10:00:00
WARC-Date 1999-08-11: FastWARC None, warcio 1999-08-11 00:00:00
WARC-Date 1999-08: FastWARC None, warcio refused
WARC-Date 1999: FastWARC None, warcio refused
timestamp 19990811100000: warcio 1999-08-11 10:00:00, cdx_toolkit 1999-08-11 10:00:00
timestamp 19990811: warcio 1999-08-11 23:59:59, cdx_toolkit 1999-08-11 00:00:00
timestamp 199908: warcio 1999-08-31 23:59:59, cdx_toolkit 1999-08-01 00:00:00
timestamp 1999: warcio 1999-12-31 23:59:59, cdx_toolkit 1999-01-01 00:00:00
TEXT
diff "$folder/expected" "$folder/seen" || { echo "The behaviour has changed." >&2; exit 1; }
