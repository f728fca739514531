#!/usr/bin/env bash
# Question: Does extruct find the date of a claim review in microdata where <time> has no datetime attribute, as HTML
#   allows if the words themselves are the date (<time itemprop="datePublished">1911-08</time>)?
# Version: extruct 0.18.0 (PyPI), Python 3.11
# Behaviour: No. The property is there with an empty text, so that a test for its presence succeeds and the date is gone.
#   With the attribute, in a <span>, or as JSON-LD the same date is found. Whoever marks up dates as microdata repeats the
#   date in datetime, or leaves the date to JSON-LD.
# Source: extruct/w3cmicrodata.py, _extract_property_value (for "time" only the attribute, else ""); HTML standard, "The
#   time element": the datetime value is the child text content if there is no such attribute; seen by running this script.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check extruct==0.18.0
cat >"$folder/run.py" <<'PY'
import json
from importlib.metadata import version

import extruct

MICRODATA = '<div itemscope itemtype="https://schema.org/ClaimReview">{}</div>'
DATES = [
    MICRODATA.format('<time itemprop="datePublished">1911-08</time>'),
    MICRODATA.format('<time itemprop="datePublished">1911</time>'),
    MICRODATA.format('<time itemprop="datePublished" datetime="1911-08">August 1911</time>'),
    MICRODATA.format('<span itemprop="datePublished">1911-08</span>'),
    '<script type="application/ld+json">{"@type": "ClaimReview", "datePublished": "1911-08"}</script>',
]
print("extruct", version("extruct"))
for date in DATES:
    page = f'<!doctype html><html lang="en"><head><title>Harbour</title></head><body>{date}</body></html>'
    found = extruct.extract(page, syntaxes=["microdata", "json-ld"], uniform=True)
    print(date, "=", json.dumps([item["datePublished"] for items in found.values() for item in items]))
PY
"$folder/venv/bin/python" "$folder/run.py" | tee "$folder/seen"
cat >"$folder/expected" <<'TEXT'
extruct 0.18.0
<div itemscope itemtype="https://schema.org/ClaimReview"><time itemprop="datePublished">1911-08</time></div> = [""]
<div itemscope itemtype="https://schema.org/ClaimReview"><time itemprop="datePublished">1911</time></div> = [""]
<div itemscope itemtype="https://schema.org/ClaimReview"><time itemprop="datePublished" datetime="1911-08">August 1911</time></div> = ["1911-08"]
<div itemscope itemtype="https://schema.org/ClaimReview"><span itemprop="datePublished">1911-08</span></div> = ["1911-08"]
<script type="application/ld+json">{"@type": "ClaimReview", "datePublished": "1911-08"}</script> = ["1911-08"]
TEXT
diff "$folder/expected" "$folder/seen" || { echo "The behaviour has changed." >&2; exit 1; }
