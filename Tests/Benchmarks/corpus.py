"""A corpus of entries for benchmarks: `corpus.py COUNT FOLDER [--plain]`.

The same count gives the same bytes on every machine: each entry is generated from its own number. All names and
events are invented. Dateline and Hugo read the same files. Plain entries have what both show: a title, a date,
tags, actors, a group, a place, sources, a summary and a body. The others also have what Dateline exists for:
imprecise dates, claims and denials, places with coordinates, quantities, corrections.
"""

import argparse
import csv
import random
from pathlib import Path

WORDS = """
anchor answer archive autumn balance barge beacon berth bridge bulletin cabinet cargo census channel charter clerk
coast column committee compass consul convoy council courier customs deck decree delegate deputy district dock
embassy engine envoy estuary exchange exhibition ferry fleet foreign foundry frontier garrison granary harbour
hearing herald inquiry inspector island journal junction keeper ledger lighthouse mandate manifest market meeting
memorandum merchant minister mission morning notice observer office officer orchard parish parliament passenger
petition pilot pledge port precinct protest quay railway receipt record reform registry report reservoir resolution
river sailor schedule secretary session settlement shipment signal station statute steamer strike summit survey
tariff telegram tender territory treaty tribunal tunnel union valley verdict vessel viaduct village warehouse
witness workshop accepted adjourned announced answered arrived ceased concluded confirmed declined delayed departed
inspected loaded objected opened published ratified reached refused repaired returned signed suspended unloaded
""".split() + ["Ærøskøbing", "São Tomé", "Łódź", "Zürich", "Århus", "Córdoba"]
PEOPLE = [
    f"{first} {last}" for first in ("Ada", "Bruno", "Clara", "Emil", "Frida", "Ivo")
    for last in ("Almgren", "Brandt", "Castell", "Dahl", "Eriksen")
]
TAGS = [
    "arbitration", "bridges", "canals", "cargo", "coal", "courts", "customs", "dredging", "elections", "fairs",
    "fares", "ferries", "fires", "fishing", "floods", "freight", "grain", "harbours", "hearings", "housing",
    "inquiries", "insurance", "lamps", "lighthouses", "lotteries", "mail", "markets", "mines", "pilots", "press",
    "railways", "salvage", "schools", "shipyards", "storms", "strikes", "tariffs", "telegraphs", "treaties", "wages",
]
GROUPS = ["harbour", "parliament", "railway", "courts", "trade", "weather", "press", "navy"]
# The number of registered sources of each of two kinds; a corpus of 1,000 entries names each of them.
SOURCES = 200
PLACES = [
    ("Sorvik", 60.1, 20.2), ("Grenna", 58.0, 14.5), ("Maltow", 53.9, 14.2), ("Ostrand", 62.6, 17.4),
    ("Kaldby", 56.6, 10.0), ("Perrin", 48.6, -2.8), ("Tolmar", 45.7, 13.8), ("Vassey", 51.0, 2.4),
    ("Lindau Bay", 57.1, 24.1), ("Brackwater", 53.7, -0.4), ("Istria Point", 44.9, 13.9), ("Norhaven", 65.0, 25.5),
]


def day(draw: random.Random) -> tuple[int, int, int]:
    return draw.randint(1900, 2019), draw.randint(1, 12), draw.randint(2, 27)


def words(draw: random.Random, least: int, most: int) -> list[str]:
    return draw.choices(WORDS, k=draw.randint(least, most))


def sentence(draw: random.Random, least: int = 8, most: int = 16, marked: bool = True) -> str:
    run = words(draw, least, most)
    place, chance = draw.randrange(len(run)), draw.random()
    if marked and chance < 0.15:
        run[place] = f"**{run[place]}**"
    elif marked and chance < 0.3:
        run[place] = f"*{run[place]}*"
    elif marked and chance < 0.45:
        run[place] = f"[{run[place]}](https://wiki.example/page-{draw.randrange(10_000)})"
    elif marked and chance < 0.5:
        run[place] = f"`{run[place]}`"
    text = " ".join(run)
    return text[0].upper() + text[1:] + "."


def paragraph(draw: random.Random) -> str:
    return " ".join(sentence(draw) for _ in range(draw.randint(2, 4)))


def body(draw: random.Random) -> str:
    parts = [paragraph(draw), "\n".join("- " + sentence(draw, 5, 9) for _ in range(draw.randint(3, 4)))]
    if draw.random() < 0.5:
        parts.append("## " + " ".join(words(draw, 3, 5)).capitalize())
    parts += [paragraph(draw), "> " + sentence(draw, 10, 16)]
    parts += [paragraph(draw) for _ in range(draw.randint(1, 3))]
    return "\n\n".join(parts)


def edtf(draw: random.Random, year: int, month: int, date: int) -> str:
    exact, kind = f"{year}-{month:02}-{date:02}", draw.random()
    if kind < 0.7:
        return exact
    if kind < 0.78:
        return f'"{year}-{month:02}"'
    if kind < 0.84:
        return f'"{exact}~"'
    if kind < 0.9:
        return f'"{exact}/{year}-{month:02}-28"'
    return f'"[{exact},{year}-{month:02}-28]"' if kind < 0.95 else f'"{exact}/.."'


def claims(draw: random.Random, source_ids: list[str], exact: str) -> list[str]:
    lines = ["claims:"]
    for place in range(draw.randint(1, 3)):
        stance = "asserts" if place == 0 else draw.choice(["denies", "confirms", "doubts"])
        lines += [
            f"  - by: [{slug(draw.choice(PEOPLE))}]", f"    stance: {stance}", f"    date: {exact}",
            f"    says: {sentence(draw, 6, 12, marked=False)}", f"    source: {draw.choice(source_ids)}",
        ]
    return lines


def slug(name: str) -> str:
    return "-".join(name.lower().split())


def entry(number: int, is_plain: bool) -> tuple[str, str]:
    """The name and the text of an entry's file."""
    draw = random.Random(number * 104_729 + 17)
    year, month, date = day(draw)
    exact = f"{year}-{month:02}-{date:02}"
    title_words = [word for word in words(draw, 5, 6)]
    name = "-".join(word.lower() for word in title_words if word.isascii() and word.isalpha())[:48].strip("-")
    name = f"{name or 'entry'}-{number:07}"
    group, place = draw.choice(GROUPS), draw.choice(PLACES)[0]
    people, tags = draw.sample(PEOPLE, 2), draw.sample(TAGS, 3)
    head = [
        "---", f'title: "{" ".join(title_words).capitalize()}"',
        f"date: {exact if is_plain else edtf(draw, year, month, date)}", f"slug: {name}",
        f"group: {group}", f"tags: [{', '.join(tags)}]",
    ]
    if is_plain:
        head += [
            "status: confirmed", "actors:", *(f"  - {person}" for person in people), f"places: [{place}]", "sources:",
            f'  - {{title: "Record {number}", publisher: Sorvik Archive, url: "https://archive.example/{number}"}}',
            f'  - {{title: "Page {draw.randrange(1, 40)}", publisher: The Grenna Herald, '
            f'url: "https://herald.example/{year}/{number}"}}',
        ]
    else:
        source_ids = [f"herald-{draw.randrange(SOURCES)}", f"archive-{draw.randrange(SOURCES)}"]
        said = claims(draw, source_ids, exact)
        is_denied = any(line.strip() == "stance: denies" for line in said)
        head += [
            f"status: {'disputed' if is_denied else 'claimed'}",
            f"actors: [{', '.join(slug(person) for person in people)}]", f"places: [{slug(place)}]",
            f"importance: {draw.choice([1, 2, 2, 2, 2, 2, 2, 2, 3, 3])}", f"sources: [{', '.join(source_ids)}]",
            *said,
        ]
        if draw.random() < 0.1:
            head += ["corrections:", f"  - date: {year + 1}-01-10", f"    text: {sentence(draw, 6, 10, marked=False)}"]
    head += [f'summary: "{sentence(draw, 12, 18, marked=False)}"', "---", ""]
    return f"{exact}-{name}.md", "\n".join(head) + "\n" + body(draw) + "\n"


def registries() -> dict[str, str]:
    actors = "".join(f"{slug(person)}:\n  name: {person}\n  kind: person\n" for person in PEOPLE)
    places = "".join(f"{slug(name)}:\n  name: {name}\n  lat: {lat}\n  lon: {lon}\n" for name, lat, lon in PLACES)
    sources = "".join(
        f"{kind}-{number}:\n  title: {title} {number}\n  publisher: {publisher}\n  date: {1900 + number % 120}-06-01\n"
        f"  url: https://{kind}.example/{number}\n"
        for kind, title, publisher in (
            ("herald", "Notes of the day", "The Grenna Herald"), ("archive", "Record", "Sorvik Archive"))
        for number in range(SOURCES))
    return {"actors.yml": actors, "places.yml": places, "sources.yml": sources}


def write(count: int, folder: Path, is_plain: bool) -> None:
    """Writes a site's content: timeline.yml, the data files and the entries."""
    events = folder / "events"
    events.mkdir(parents=True)
    for number in range(count):
        name, text = entry(number, is_plain)
        (events / name).write_text(text, encoding="utf-8")
    settings = "title: A made-up coast\nbase_url: https://coast.example/\n"
    # Only the pages that Hugo writes: no exports, no search, no map.
    settings += "exports: []\nsearch: false\nmap: false\n" if is_plain else ""
    (folder / "timeline.yml").write_text(settings, encoding="utf-8")
    if not is_plain:
        for name, text in registries().items():
            (folder / name).write_text(text, encoding="utf-8")


SHEET = [
    "Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time", "Display Date", "Headline", "Text", "Media",
    "Media Credit", "Media Caption", "Media Thumbnail", "Type", "Group", "Background"]


def row(number: int, is_sheet: bool) -> list:
    """A row of a table: the cells of TimelineJS3's sheet, or a title, a date, tags and a text."""
    draw = random.Random(number * 104_729 + 17)
    year, month, date = day(draw)
    title, group, text = " ".join(words(draw, 5, 6)), draw.choice(GROUPS), sentence(draw, 12, 18, marked=False)
    if not is_sheet:
        return [title, f"{year}-{month:02}-{date:02}", "; ".join(draw.sample(TAGS, 2)), text]
    link = f'{text} <a href="https://archive.example/{number}">{draw.choice(WORDS)}</a>'
    return [year, month, date, *[""] * 6, title, link, *[""] * 5, group, ""]


def write_table(count: int, file: Path, is_sheet: bool) -> None:
    """Writes a table of events in CSV."""
    with file.open("w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out)
        rows.writerow(SHEET if is_sheet else ["Title", "Date", "Tags", "Text"])
        rows.writerows(row(number, is_sheet) for number in range(count))


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("count", type=int)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--plain", action="store_true", help="only what Hugo shows too")
    given = arguments.parse_args()
    write(given.count, given.folder, given.plain)
