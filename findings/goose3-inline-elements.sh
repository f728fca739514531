#!/usr/bin/env bash
# Question: Does the article text that goose3 extracts keep a name that stands in an inline element such as <bdi> or <cite>?
# Version: goose3 3.1.22 (PyPI), Python 3.11
# Behaviour: No. In a paragraph that is kept, an inline element with fewer than three stop words is removed together with
#   its words, and the sentence closes over the gap: "The authority, <bdi>Harbour Board</bdi>, said" becomes
#   "The authority, , said". So <bdi>, <q>, <cite>, <abbr>, <time>, <mark> and <code> lose what they hold; <a>, <b>,
#   <strong>, <i>, <em>, <small> and <span> keep it. A page whose names must survive text extraction isolates their
#   direction by <span dir="auto"> or on the link itself, not by <bdi>.
# Source: goose3/outputformatters.py, remove_fewwords_paragraphs, which goes through all elements ("*") of the top node;
#   seen by running this script.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check goose3==3.1.22
cat >"$folder/run.py" <<'PY'
from importlib.metadata import version

import goose3

SENTENCE = "that the harbour had been closed since early August and would stay closed for a long time to come."
print("goose3", version("goose3"))
for name in ["bdi", "q", "cite", "abbr", "mark", "code", "span", "a", "b", "em", "small"]:
    page = f"""<!doctype html><html lang="en"><head><title>Harbour</title></head><body><article><h1>Harbour</h1>
<p>The authority, <{name}>Harbour Board</{name}>, said on that day {SENTENCE}</p>
<p>And the union said the very same thing, {SENTENCE} {SENTENCE}</p>
<p>And so did all of the others on that day, {SENTENCE} {SENTENCE}</p></article></body></html>"""
    text = goose3.Goose().extract(raw_html=page).cleaned_text
    print(name, "kept" if "Harbour Board" in text else "lost")
PY
"$folder/venv/bin/python" "$folder/run.py" | tee "$folder/seen"
cat >"$folder/expected" <<'TEXT'
goose3 3.1.22
bdi lost
q lost
cite lost
abbr lost
mark lost
code lost
span kept
a kept
b kept
em kept
small kept
TEXT
diff "$folder/expected" "$folder/seen" || { echo "The behaviour has changed." >&2; exit 1; }
