#!/usr/bin/env bash
# Question: Does inscriptis, a renderer of HTML to text that keeps layout, part the terms and descriptions of a <dl>?
# Version: inscriptis 2.7.6 (PyPI), Python 3.11
# Behaviour: No. <dl>, <dt> and <dd> have no entry in its table of CSS profiles, so that all are inline: without line
#   breaks in the markup, term, description and the next term run into one word ("Port Authorityasserts it."). <ol> and
#   <p> are parted. A page whose facts must survive as text writes a blank between them, as in source that is indented.
# Source: inscriptis/css_profiles.py (no dl, dt, dd); seen by running this script.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check inscriptis==2.7.6
cat >"$folder/run.py" <<'PY'
from importlib.metadata import version

from inscriptis import get_text

print("inscriptis", version("inscriptis"))
LIST = "<dl><dt>Port Authority</dt>{0}<dd>asserts it.</dd>{0}<dt>Union</dt>{0}<dd>denies it.</dd></dl>"
print("together:", repr(get_text(LIST.format("")).strip()))
print("with line breaks:", repr(get_text(LIST.format("\n")).strip()))
print("paragraphs:", repr(get_text("<p>Port Authority</p><p>asserts it.</p>").strip()))
PY
"$folder/venv/bin/python" "$folder/run.py" | tee "$folder/seen"
cat >"$folder/expected" <<'TEXT'
inscriptis 2.7.6
together: 'Port Authorityasserts it.Uniondenies it.'
with line breaks: 'Port Authority asserts it. Union denies it.'
paragraphs: 'Port Authority\n\nasserts it.'
TEXT
diff "$folder/expected" "$folder/seen" || { echo "The behaviour has changed." >&2; exit 1; }
