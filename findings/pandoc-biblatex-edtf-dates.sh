#!/usr/bin/env bash
# Question: Does pandoc keep what the date of a BibLaTeX entry says (doubt, "about", open end, decade), when it makes
#   CSL-JSON of it, as the manual of BibLaTeX defines these forms?
# Version: pandoc 3.9 (pypandoc-binary 1.17 of PyPI), Python 3.11
# Behaviour: Only partly, and it never warns. Its reader knows forms of the draft of EDTF and not those of the standard
#   of 2019, which BibLaTeX asks for: "191X", "1911-08-XX" and "1911/.." leave the entry without a date, printed as
#   "n.d.", while "191u" and "1911/open" of the draft are read. Doubt is lost ("1911?"), and so are both meanings of "%".
#   "1911~" becomes circa, which the default style prints as "[1911?]": a date that is about right is shown as doubtful,
#   and a doubtful one as sure. For pandoc an open end is "1911/", a decade "1910/1919", and doubt has to be said in words.
# Source: https://github.com/jgm/citeproc, src/Citeproc/Types.hs, rawDateEDTF and rawDateISO ("u", "open", a final "~");
#   manual of BibLaTeX 3.22, section 2.3.8, its tables of date specifications; seen by running this script.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pypandoc-binary==1.17
cat >"$folder/run.py" <<'PY'
import json
import subprocess

import pypandoc

PANDOC = pypandoc.get_pandoc_path()
DATES = ["1911", "1911?", "1911~", "1911%", "1911/", "1911/..", "1911/open", "191X", "191u", "1910/1919", "1911-08-XX"]


def pandoc(text, *options):
    run = subprocess.run([PANDOC, *options], input=text, capture_output=True, encoding="utf-8", check=True)
    assert not run.stderr, run.stderr
    return run.stdout.strip()


print("pandoc", pypandoc.get_pandoc_version())
for date in DATES:
    entry = f"@article{{notice, title = {{Notice}}, date = {{{date}}}}}"
    issued = json.loads(pandoc(entry, "--from=biblatex", "--to=csljson"))[0].get("issued")
    print(f"{date} = {json.dumps(issued)}:", pandoc(entry, "--from=biblatex", "--to=plain", "--citeproc"))
PY
"$folder/venv/bin/python" "$folder/run.py" | tee "$folder/seen"
cat >"$folder/expected" <<'TEXT'
pandoc 3.9
1911 = {"date-parts": [[1911]]}: Notice. 1911.
1911? = {"date-parts": [[1911]]}: Notice. 1911.
1911~ = {"circa": true, "date-parts": [[1911]]}: Notice. [1911?].
1911% = {"date-parts": [[1911]]}: Notice. 1911.
1911/ = {"date-parts": [[1911], [0]]}: Notice. 1911–.
1911/.. = null: Notice. n.d.
1911/open = {"date-parts": [[1911], [0]]}: Notice. 1911–.
191X = null: Notice. n.d.
191u = {"date-parts": [[1910], [1919]]}: Notice. 1910–1919.
1910/1919 = {"date-parts": [[1910], [1919]]}: Notice. 1910–1919.
1911-08-XX = null: Notice. n.d.
TEXT
diff "$folder/expected" "$folder/seen" || { echo "The behaviour has changed." >&2; exit 1; }
