#!/usr/bin/env bash
# Question: Does a web address with a semicolon survive reading and writing an RIS record with the Python library rispy?
# Version: rispy 0.10.0 (PyPI), Python 3.11
# Behaviour: No. A line "UR" is divided at each semicolon, which an address may contain (RFC 3986, sub-delims), into
#   several addresses, of which all but the first are mere remainders; written back, each has a line of its own, and the
#   link is broken without a word. A keyword with a semicolon stays whole, and so does an address under "L1".
#   With the semicolon as %3B the address stays whole: whoever exports RIS for such readers has to encode it.
# Source: https://pypi.org/project/rispy/0.10.0/; the old RIS format lets "UR" hold several addresses, divided by
#   semicolons; seen by running this script.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check rispy==0.10.0
cat >"$folder/run.py" <<'PY'
from importlib.metadata import version

import rispy

RECORD = """TY  - NEWS
TI  - Harbour closed
DA  - 1911/08/12
KW  - ports; docks
UR  - https://gazette.example/1911;edition=late/12
L1  - https://gazette.example/1911;edition=late/12.pdf
ER  - 
"""

print("rispy", version("rispy"))
for record in [RECORD, RECORD.replace("1911;", "1911%3B")]:
    entry = rispy.loads(record)[0]
    print(entry["urls"], entry["keywords"], entry["file_attachments1"])
    print(*[line for line in rispy.dumps([entry]).splitlines() if line.startswith("UR")], sep="\n")
PY
"$folder/venv/bin/python" "$folder/run.py" | tee "$folder/seen"
cat >"$folder/expected" <<'TEXT'
rispy 0.10.0
['https://gazette.example/1911', 'edition=late/12'] ['ports; docks'] https://gazette.example/1911;edition=late/12.pdf
UR  - https://gazette.example/1911
UR  - edition=late/12
['https://gazette.example/1911%3Bedition=late/12'] ['ports; docks'] https://gazette.example/1911%3Bedition=late/12.pdf
UR  - https://gazette.example/1911%3Bedition=late/12
TEXT
diff "$folder/expected" "$folder/seen" || { echo "The behaviour has changed." >&2; exit 1; }
