#!/usr/bin/env bash
# Question: Which year do readers of GEDCOM take from a date before the common era, or from one that is only bounded?
#   GEDCOM 5.5.1 writes 44 B.C. and GEDCOM 7.0 writes 44 BCE; both have BEF, BET … AND and FROM … TO.
# Version: ged4py 0.5.5, fastgedcom 1.1.4, python-gedcom 1.1.0 (PyPI), Python 3.11
# Behaviour: Four answers for one year, none of them an error. fastgedcom reads 44 BCE as −44, and 44 B.C. as 44 of our era.
#   ged4py understands 44 B.C., but takes 44 BCE for a phrase without a date, which it sorts behind every year: the oldest
#   event comes last. python-gedcom has −1 for both, its sign for "no year". Of BET 1911 AND 1913, fastgedcom makes the
#   number 1912.0, python-gedcom the year 1913, and ged4py both ends; BEF 1911 is 1911 for the first two. Whoever takes over
#   such a file reads the words of each date, and lets no reader reduce it to a year.
# Source: GEDCOM 5.5.1, DATE_GREG and YEAR_GREG ("[B.C.]"); GEDCOM 7.0, section "Date", whose only epoch is BCE
#   (https://gedcom.io/specifications/FamilySearchGEDCOMv7.html); fastgedcom/helpers.py, extract_int_year; ged4py/date.py and calendar.py, DateValue.parse and key;
#   gedcom/element/individual.py, get_birth_year; seen by running this script.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check ged4py==0.5.5 fastgedcom==1.1.4 python-gedcom==1.1.0
cat >"$folder/run.py" <<'PY'
import sys
from importlib.metadata import version

from fastgedcom.helpers import extract_int_year
from ged4py import GedcomReader
from gedcom.element.individual import IndividualElement
from gedcom.parser import Parser

DATES = {
    "5.5.1": ["11 AUG 1911", "44 B.C.", "BEF 1911", "BET 1911 AND 1913", "FROM 1911 TO 1913"],
    "7.0": ["11 AUG 1911", "44 BCE", "BEF 1911", "BET 1911 AND 1913", "FROM 1911 TO 1913"],
}
HEADS = {
    "5.5.1": "0 HEAD\n1 SOUR HARBOUR\n1 SUBM @S@\n1 GEDC\n2 VERS 5.5.1\n2 FORM LINEAGE-LINKED\n1 CHAR UTF-8\n"
             "0 @S@ SUBM\n1 NAME Harbour\n",
    "7.0": "0 HEAD\n1 GEDC\n2 VERS 7.0\n",
}


def first_and_last(date):
    """The two dates by which ged4py sorts."""
    return " to ".join(str(end) for end in date.key())


print(*[f"{name} {version(name)}" for name in ["ged4py", "fastgedcom", "python-gedcom"]])
for standard, dates in DATES.items():
    path = f"{sys.argv[1]}/{standard}.ged"
    births = "".join(f"0 @I{n}@ INDI\n1 NAME A /B/\n1 BIRT\n2 DATE {date}\n" for n, date in enumerate(dates))
    with open(path, "w", encoding="utf-8") as file:
        file.write(HEADS[standard] + births + "0 TRLR\n")
    parser = Parser()
    parser.parse_file(path)
    people = [part for part in parser.get_root_child_elements() if isinstance(part, IndividualElement)]
    with GedcomReader(path) as reader:
        read = [person.sub_tag_value("BIRT/DATE") for person in reader.records0("INDI")]
        for date, person, value in zip(dates, people, read):
            print(f"{standard} {date}: fastgedcom {extract_int_year(date)}, python-gedcom {person.get_birth_year()}, "
                  f"ged4py {value.kind.name} {first_and_last(value)}")
        order = sorted(zip(read, dates), key=lambda pair: pair[0])
        print(f"{standard}, sorted by ged4py: last is {order[-1][1]}")
PY
"$folder/venv/bin/python" "$folder/run.py" "$folder" | tee "$folder/seen"
cat >"$folder/expected" <<'TEXT'
ged4py 0.5.5 fastgedcom 1.1.4 python-gedcom 1.1.0
5.5.1 11 AUG 1911: fastgedcom 1911, python-gedcom 1911, ged4py SIMPLE 11 AUG 1911 to 11 AUG 1911
5.5.1 44 B.C.: fastgedcom 44, python-gedcom -1, ged4py SIMPLE 44 B.C. to 44 B.C.
5.5.1 BEF 1911: fastgedcom 1911, python-gedcom 1911, ged4py BEFORE 5000 B.C. to 1911
5.5.1 BET 1911 AND 1913: fastgedcom 1912.0, python-gedcom 1913, ged4py RANGE 1911 to 1913
5.5.1 FROM 1911 TO 1913: fastgedcom 1912.0, python-gedcom 1913, ged4py PERIOD 1911 to 1913
5.5.1, sorted by ged4py: last is FROM 1911 TO 1913
7.0 11 AUG 1911: fastgedcom 1911, python-gedcom 1911, ged4py SIMPLE 11 AUG 1911 to 11 AUG 1911
7.0 44 BCE: fastgedcom -44, python-gedcom -1, ged4py PHRASE 5000 to 5000
7.0 BEF 1911: fastgedcom 1911, python-gedcom 1911, ged4py BEFORE 5000 B.C. to 1911
7.0 BET 1911 AND 1913: fastgedcom 1912.0, python-gedcom 1913, ged4py RANGE 1911 to 1913
7.0 FROM 1911 TO 1913: fastgedcom 1912.0, python-gedcom 1913, ged4py PERIOD 1911 to 1913
7.0, sorted by ged4py: last is 44 BCE
TEXT
diff "$folder/expected" "$folder/seen" || { echo "The behaviour has changed." >&2; exit 1; }
