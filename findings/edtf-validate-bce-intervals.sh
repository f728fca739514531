#!/usr/bin/env bash
# Question: Does edtf-validate judge an interval of dates before our era as it judges one of our era?
# Version: edtf-validate 2.0.0 (PyPI), Python 3.11
# Behaviour: Not if both ends are in one year. The minus is cut off, and the rest is compared the wrong way round, so that
#   March to September of the year -0043 has the answer None (neither True nor False), and September to March is valid.
#   Of two ends in the year 0000 the days are compared as well as the months: 15 September to 1 October is not valid.
#   Intervals over several years are accepted; reversed, they have None, where those of our era have False. Whoever checks
#   dates of antiquity by it compares the ends of such an interval without its help.
# Source: edtf_validate/valid_edtf.py, is_valid_interval ("start and end are negative") and zero_year_special_case ("fm <=
#   tm", then "fd <= td"); seen by running this script.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check edtf-validate==2.0.0 pyparsing==3.3.3
cat >"$folder/run.py" <<'PY'
from importlib.metadata import version

from edtf_validate.valid_edtf import is_valid

PAIRS = [("1911-03", "1911-09"), ("0043-03", "0043-09"), ("-0100", "-0044"), ("-0044-03", "-0043-09"),
         ("-0043-03", "-0043-09"), ("-0043-03-15", "-0043-03-20"), ("0000-03", "0000-09"), ("0000-09-15", "0000-10-01")]
print("edtf-validate", version("edtf-validate"))
for early, late in PAIRS:
    print(f"{early}/{late}: {is_valid(f'{early}/{late}')}, reversed: {is_valid(f'{late}/{early}')}")
PY
"$folder/venv/bin/python" "$folder/run.py" | tee "$folder/seen"
cat >"$folder/expected" <<'TEXT'
edtf-validate 2.0.0
1911-03/1911-09: True, reversed: False
0043-03/0043-09: True, reversed: False
-0100/-0044: True, reversed: None
-0044-03/-0043-09: True, reversed: None
-0043-03/-0043-09: None, reversed: True
-0043-03-15/-0043-03-20: None, reversed: True
0000-03/0000-09: True, reversed: False
0000-09-15/0000-10-01: False, reversed: False
TEXT
diff "$folder/expected" "$folder/seen" || { echo "The behaviour has changed." >&2; exit 1; }
