#!/usr/bin/env bash
# Question: Does babel-edtf, which words EDTF dates of level 0 in many languages, keep the precision of an interval whose
#   ends are known to different precision, such as a day and a month?
# Version: babel-edtf 1.2.2, edtf 5.0.2, Babel 2.19.0 (PyPI), Python 3.11
# Behaviour: No. Both ends get the finer precision of the two, and the missing parts are made up: the first day of what
#   begins, the last day of what ends. "12 August to some day of September" reads as "to Sep 30", a year as "January", and
#   the format "full" even states the day of the week of a day that nobody knows. Single dates and intervals of one
#   precision are not changed. Who shows such intervals words each end alone and joins them.
# Source: babel_edtf/__init__.py, get_interval_precision (the finest of both ends) and _format_edtf0_interval_naive, which
#   takes lower_strict and upper_strict as the days; seen by running this script.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check babel-edtf==1.2.2 edtf==5.0.2 Babel==2.19.0
cat >"$folder/run.py" <<'PY'
from importlib.metadata import version

from babel_edtf import format_edtf

print("babel-edtf", version("babel-edtf"), "edtf", version("edtf"), "Babel", version("Babel"))
for date in ["1911-08", "1911-08/1911-09", "1911-08-12/1911-09", "1911-08/1911-08-12", "1911/1912-03", "1911-08-12/1912"]:
    for style in ["long", "full"]:
        words = format_edtf(date, format=style, locale="en")
        print(f"{date} {style} =", " ".join(words.replace("\N{EN DASH}", "to").split()))
PY
"$folder/venv/bin/python" "$folder/run.py" | tee "$folder/seen"
cat >"$folder/expected" <<'TEXT'
babel-edtf 1.2.2 edtf 5.0.2 Babel 2.19.0
1911-08 long = August 1911
1911-08 full = August 1911
1911-08/1911-09 long = August to September 1911
1911-08/1911-09 full = August to September 1911
1911-08-12/1911-09 long = Aug 12 to Sep 30, 1911
1911-08-12/1911-09 full = Sat, Aug 12 to Sat, Sep 30, 1911
1911-08/1911-08-12 long = Aug 1 to 12, 1911
1911-08/1911-08-12 full = Tue, Aug 1 to Sat, Aug 12, 1911
1911/1912-03 long = January 1911 to March 1912
1911/1912-03 full = January 1911 to March 1912
1911-08-12/1912 long = Aug 12, 1911 to Dec 31, 1912
1911-08-12/1912 full = Sat, Aug 12, 1911 to Tue, Dec 31, 1912
TEXT
diff "$folder/expected" "$folder/seen" || { echo "The behaviour has changed." >&2; exit 1; }
