"""Writes the small sites of these tests: an invented quarrel over a harbour, the same bytes on every machine.

An entry is a dictionary with the keys of its front matter, and its text as `body`.
"""

import datetime
import json
from pathlib import Path

BASE_URL = "https://harbour.example/story/"

# The name that does not fit a line of a calendar, with characters of three bytes.
LONG_TITLE = "서쪽 부두를 닫는다는 항만청의 발표와 이를 부인하는 부두 노동자 조합의 성명, " * 3 + "끝"
# A line break, and signs with a meaning in tables, calendars, markup, shells and scripts.
ODD_TEXTS = {
    "commas": "Coal, grain; salt: “sold”, she said",
    "backslash": r"The path C:\new\ships, and 5%2C3 or %5Cn",
    "quotes": "The \"Albatross\" and the 'Heron'",
    "formula": "=cmd|' /C calc'!A0",
    "sum": "+3 ships, -2 tugs",
    "loss": "-12 degrees in the harbour",
    "address": "@harbour is shut",
    "apostrophe": "'Tis said the harbour is shut",
    "korean": "부두가 닫혔다고 항만청이 말했다",
    "arabic": "الميناء مغلق، تقول سلطة الميناء",
    "long": LONG_TITLE,
    "script": "</script><script>alert(1)</script> <b>Bold</b> & co.",
    "emoji": "👩‍✈️ signals 🏴󠁧󠁢󠁳󠁣󠁴󠁿 thrice e\u0301",
    "percent": "100 % of the ships; %s and {{title}}",
    "digits": "0064",
    "word": "NULL",
}

# Dates of every kind that EDTF has, in their canonical form.
DATES = [
    "1911-08-12", "1911-08", "1911", "191X", "19XX", "1911-08-XX", "1911-XX", "1911-21", "1911-08-0X",
    "1911-08-12?", "1911-08~", "1911%", "1911-08-~12", "1911-08-12T14:30:00Z",
    "1911-08-12/1911-08-14", "1911-08/1911-10", "1911-08-12~/1911-08-14?", "1911-08-0X/..", "../1911-08-12",
    "/1911-08-12", "1911-08-12/", "2023-09-13/..",
    "[1911-08-11,1911-08-12]", "{1911-08-11,1911-08-13}", "[..1911-08-12]",
    "-0043-03-15", "-0499", "0000", "0045", "0045-03-15", "0999-12-31", "1000-01-01", "1582-10-10",
    "1899-12-31", "1900-02-28", "9998-12-31", "9999", "9999-12-31", "Y12023", "Y-13800000000", "1950S2",
]

PLACES = {
    "west-harbour": {"name": "West Harbour; \"Westhafen\"", "lat": 53.54, "lon": 9.98, "precision_km": 2},
    "old-quay": {"name": "Old Quay", "lat": 53.551, "lon": 10.0125},
    "mill-town": {"name": "Mill Town", "lat": 52.1, "lon": 11.6},
    "fiji": {"name": "East Anchorage", "lat": -17.8, "lon": 178.1},
    "samoa": {"name": "Coral Bay", "lat": -13.8, "lon": -171.8},
    "bering": {"name": "Ice Station", "lat": 64.5, "lon": -173.2},
    "date-line": {"name": "Line Beacon", "lat": -16.5, "lon": 180},
    "date-line-west": {"name": "Line Buoy", "lat": -16.0, "lon": -180},
    "quay-stone": {"name": "A stone of the Old Quay", "lat": 53.551001, "lon": 10.0125},
    "arctic": {"name": "Far Depot", "lat": 80.0, "lon": 10.0},
    "opposite": {"name": "Far Depot Beyond the Pole", "lat": 80.0, "lon": -170.0},
    "customs-house": {"name": "Customs House"},
}
ACTORS = {
    "port-authority": {"name": "Port Authority", "kind": "agency"},
    "dockers-union": {"name": "Dockers' Union", "kind": "organisation"},
    "harbour-master": {"name": "Harbour Master, Old Quay", "kind": "person"},
    "idle-line": {"name": "Idle Line", "kind": "organisation"},
}
SOURCES = {
    "gazette": {"publisher": "The Gazette", "title": "Harbour closed", "date": "1911-08-12", "url": "https://gazette.example/1?a=1,2;b=3"},
    "courier": {"publisher": "The Courier, late edition", "title": "No ship turned away", "date": "1911-08-13"},
    "codex": {"title": "A codex", "date": "-0043-03-15"},
    "roll": {"title": "A roll", "date": "0045-06-01"},
}
GROUPS = [
    {"id": "shipping", "name": "Shipping; coal, grain", "color": "#0072B2"},
    {"id": "strike", "name": "The <strike>", "color": "#D55E00"},
    {"id": "quiet", "name": "Quiet", "color": "#767676"},
]
TAGS = {"ships": {"name": "Ships, boats"}, "wages": {"name": "Wages"}}


# The day on which the entries with all features are published, and that of a correction; for other entries it is that of
# their sources.
PUBLISHED = "2024-05-01"
CORRECTED = "2024-06-01"


def write_site(folder: Path, entries: list[dict], **settings) -> Path:
    """Writes a site below `folder` and returns the folder. An entry without slug is called by its place in the list."""
    events = folder / "Content" / "events"
    events.mkdir(parents=True)
    everything = {"title": "The Harbour, 1911; a “quarrel”", "description": "Who says what.", "base_url": BASE_URL, "language": "en",
                  "author": "Nobody & Co", "as_of": "2025-01-31", "groups": GROUPS, "tags": TAGS, **settings}
    _write(folder / "Content" / "timeline.yml", everything)
    for name, registry in (("actors", ACTORS), ("places", PLACES), ("sources", SOURCES)):
        _write(folder / "Content" / f"{name}.yml", registry)
    for number, entry in enumerate(entries):
        slug = entry.get("slug", f"entry-{number:03d}")
        _write_entry(events / f"{slug}.md", entry)
    return folder


def plain_entries(count: int) -> list[dict]:
    """Entries of whole days from 1850 to 2047, a tenth of them spans of days."""
    entries = []
    for number in range(count):
        first, last = plain_days(number)
        entries.append({
            "slug": f"plain-{number:03d}", "title": f"Ship {number} leaves the quay",
            "date": first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}",
            "status": "confirmed", "summary": f"It carries {number} crates; salt, and tea.", "group": "shipping",
            "tags": ["ships"], "actors": ["port-authority"], "sources": ["gazette"],
            "publish": publication_day(number).isoformat(), "body": f"Crates: *{number}*.\n",
        })
    return entries


def plain_days(number: int) -> tuple[datetime.date, datetime.date]:
    """The first and the last day of a plain entry."""
    first = datetime.date(1850 + number % 198, 1 + number * 5 % 12, 1 + number * 7 % 28)
    return first, first + datetime.timedelta(days=3 if number % 10 == 9 else 0)


def publication_day(number: int) -> datetime.date:
    """The day on which a plain entry is published."""
    return datetime.date(2024, 1, 1) + datetime.timedelta(days=number)


def every_feature() -> list[dict]:
    """Entries with all keys, all kinds of dates and texts that programs stumble over."""
    entries = [
        {"slug": f"date-{number:02d}", "title": f"Date {number}", "date": date, "status": "confirmed", "sources": ["gazette"], "places": ["old-quay"]}
        for number, date in enumerate(DATES)
    ]
    entries += [
        {"slug": f"text-{name}", "title": text, "date": "1911-08-12", "status": "claimed", "summary": text, "group": "strike", "places": ["west-harbour"],
         "sources": ["gazette"], "claims": [{"by": "port-authority", "stance": "asserts", "quote": text, "date": "1911-08-12", "source": "gazette"}],
         "body": text + "\n"}
        for name, text in ODD_TEXTS.items()
    ]
    entries += [_disputed(), _statement(), *_routes()]
    return [{**entry, "publish": PUBLISHED} for entry in entries] + _odd_publications()


def _disputed() -> dict:
    return {
        "slug": "closed", "title": "Harbour closed, the port authority says", "date": "1911-08-0X/..", "date_text": "since early August <b>1911</b> & after",
        "status": "disputed", "summary": "First line, with a comma.\nSecond line; with a semicolon.", "group": "shipping", "importance": 1, "order": 2,
        "actors": ["port-authority", "dockers-union"], "tags": ["ships", "wages"], "aliases": ["shut"], "see_also": ["statement"],
        "places": ["west-harbour", {"id": "old-quay", "status": "disputed", "by": "dockers-union", "source": "gazette", "note": "Or *not*."}],
        "quantities": [{"label": "Ships held", "value": 40, "qualifier": "more than", "claimed_by": "port-authority", "source": "gazette"},
                       {"label": "Ships held", "min": 12, "max": 15, "claimed_by": "dockers-union"}],
        "claims": [{"id": "closure", "by": "port-authority", "via": "harbour-master", "stance": "asserts", "says": "The harbour is **closed**.", "date": "1911-08-11", "source": "gazette", "locator": "p. 2"},
                   {"by": "dockers-union", "stance": "denies", "of": "closure", "quote": "No ship, \"none\", was turned away", "quote_language": "en", "date": "1911-08-12", "source": ["gazette", "courier"]}],
        "sources": ["courier", {"title": "A log, kept by hand", "publisher": "Harbour Log", "date": "1911-08", "url": "https://log.example/"}],
        "editor_notes": [{"text": "Two reports name the *New Quay*.", "sources": ["courier"]}],
        "corrections": [{"date": CORRECTED, "text": "Fifty was forty."}], "extra": {"ledger": "page 3"},
        "body": "The **harbour** was shut.\n\n- one\n- two\n\nSee [the statement](statement.md) and [^courier].\n\n<script>alert(2)</script>\n",
    }


def _statement() -> dict:
    return {
        "slug": "statement", "title": "The union denies it", "kind": "statement", "date": "1911-08-12", "status": "confirmed", "content_status": "disputed",
        "group": "strike", "actors": ["dockers-union", "Northern Line & Sons"], "tags": ["부두 파업"],
        "claims": [{"by": "dockers-union", "stance": "denies", "of": "closed#closure", "says": "Nobody closed it.", "date": "1911-08-12", "source": "courier"}],
        "body": "=1+1 is what the *board* showed.\n",
    }


# Routes by name: the ends of each leg, and whether it crosses the 180th meridian.
ROUTES = {
    "plain": ("west-harbour", "mill-town", False), "eastward": ("fiji", "samoa", True), "westward": ("samoa", "fiji", True),
    "north": ("west-harbour", "bering", True), "long": ("fiji", "bering", True), "from-line": ("date-line", "samoa", False),
    "to-line": ("samoa", "date-line", False), "from-line-west": ("date-line-west", "fiji", False), "over-pole": ("arctic", "opposite", False),
}


def _routes() -> list[dict]:
    ends = {**ROUTES, "hand-wide": ("old-quay", "quay-stone", False)}
    return [
        {"slug": f"route-{name}", "title": f"A ship sails {name}", "date": "1911-09/1911-10", "status": "confirmed", "sources": ["gazette"], "group": "shipping",
         "route": [{"from": start, "to": end, "by": "sea", "status": "disputed", "claimed_by": "port-authority", "source": "gazette"}]}
        for name, (start, end, _) in ends.items()
    ]


def _odd_publications() -> list[dict]:
    return [
        {"slug": "published-bce", "title": "What the codex says", "date": "1911-08-12", "status": "confirmed", "sources": ["codex"]},
        {"slug": "published-45", "title": "What the roll says", "date": "1911-08-12", "status": "confirmed", "sources": ["roll"]},
        {"slug": "published-1911", "title": "What the Gazette says", "date": "-0043-03-15", "status": "confirmed", "sources": ["gazette"]},
        {"slug": "unpublished", "title": "Nobody dates this", "date": "1911-08-12", "status": "confirmed", "sources": [{"title": "An undated leaf"}]},
    ]


def _write_entry(path: Path, entry: dict) -> None:
    keys = {key: value for key, value in entry.items() if key != "body"}
    front = "".join(f"{key}: {_yaml(value)}\n" for key, value in keys.items())
    path.write_text(f"---\n{front}---\n{entry.get('body', '')}", encoding="utf-8")


def _write(path: Path, values: dict) -> None:
    path.write_text("".join(f"{key}: {_yaml(value)}\n" for key, value in values.items()), encoding="utf-8")


def _yaml(value) -> str:
    # JSON is YAML.
    return json.dumps(value, ensure_ascii=False)
