#!/usr/bin/env bash
# Question: What does the natural-language reader of the Python library edtf make of everyday English dates with an era,
#   a short year or an alternative?
# Version: edtf 5.0.2 (PyPI), Python 3.11
# Behaviour: text_to_edtf always answers with one valid EDTF string and says nothing of what it dropped or added. The
#   era with points is lost ("500 B.C." is the year 500 of our era), a short year moves into this century ("AD 44" is
#   2044), an alternative of two months becomes an interval that ends before it begins, a double day is taken for a
#   year, a denial and a supposition lose their words. Whoever passes authors' texts through it must show the reading
#   and never store it unseen.
# Source: https://pypi.org/project/edtf/5.0.2/ (README, "Natural language parser"); seen by running this script.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check edtf==5.0.2 python-dateutil==2.9.0.post0
cat >"$folder/run.py" <<'PY'
from importlib.metadata import version

from edtf import text_to_edtf

print("edtf", version("edtf"))
for text in ["500 BC", "500 B.C.", "AD 44", "1911-08 or 1911-09", "14/15 August 1911", "not 1911", "may have been 1911"]:
    print(f"{text} = {text_to_edtf(text)}")
PY
"$folder/venv/bin/python" "$folder/run.py" | tee "$folder/seen"
cat >"$folder/expected" <<'TEXT'
edtf 5.0.2
500 BC = -0500
500 B.C. = 0500
AD 44 = 2044
1911-08 or 1911-09 = 1911/1908
14/15 August 1911 = 2014-08-15
not 1911 = 1911
may have been 1911 = 1911-05
TEXT
diff "$folder/expected" "$folder/seen" || { echo "The behaviour has changed." >&2; exit 1; }
