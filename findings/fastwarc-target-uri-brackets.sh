#!/usr/bin/env bash
# Question: Do two current readers of WARC files give the same address for a capture whose WARC-Target-URI has the angle
#   brackets that the grammar of WARC 1.0 asks for, as GNU Wget writes it?
# Version: warcio 1.7.5, FastWARC 2.0.1 (PyPI), Python 3.11
# Behaviour: No. warcio gives the address without the brackets; FastWARC gives the value of the header as it is, brackets
#   and all, so that a look-up of the address among its records finds nothing. Without the brackets, as the examples of
#   the standard and WARC 1.1 have it, both give the same. Who looks for a capture by its address strips them first.
# Source: WARC 1.0 (ISO 28500:2009), section 4 ("uri"), and its change in WARC 1.1;
#   https://github.com/iipc/warc-specifications/issues/23; seen by running this script.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check warcio==1.7.5 FastWARC==2.0.1
cat >"$folder/run.py" <<'PY'
import io
from importlib.metadata import version

from fastwarc.warc import ArchiveIterator as FastRecords
from warcio.archiveiterator import ArchiveIterator as Records

ADDRESS = "https://harbour.example/notice"


def capture(uri):
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nclosed\n"
    head = "\r\n".join([
        "WARC/1.0", "WARC-Type: response", f"WARC-Target-URI: {uri}", "WARC-Date: 1999-08-11T10:00:00Z",
        "WARC-Record-ID: <urn:uuid:11111111-1111-4111-8111-111111111111>",
        "Content-Type: application/http; msgtype=response", f"Content-Length: {len(answer)}"])
    return head.encode() + b"\r\n\r\n" + answer + b"\r\n\r\n"


print("warcio", version("warcio"), "FastWARC", version("FastWARC"))
for uri in [f"<{ADDRESS}>", ADDRESS]:
    file = capture(uri)
    slow = [record.rec_headers.get_header("WARC-Target-URI") for record in Records(io.BytesIO(file))]
    fast = [record.headers.get("WARC-Target-URI") for record in FastRecords(io.BytesIO(file))]
    print("written", uri)
    print("  warcio  ", slow[0], "found" if ADDRESS in slow else "not found")
    print("  FastWARC", fast[0], "found" if ADDRESS in fast else "not found")
PY
"$folder/venv/bin/python" "$folder/run.py" | tee "$folder/seen"
cat >"$folder/expected" <<'TEXT'
warcio 1.7.5 FastWARC 2.0.1
written <https://harbour.example/notice>
  warcio   https://harbour.example/notice found
  FastWARC <https://harbour.example/notice> not found
written https://harbour.example/notice
  warcio   https://harbour.example/notice found
  FastWARC https://harbour.example/notice found
TEXT
diff "$folder/expected" "$folder/seen" || { echo "The behaviour has changed." >&2; exit 1; }
