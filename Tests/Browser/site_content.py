"""Writes the content of generated sites of any size: the same bytes for the same size, on every machine.

The story is invented: a quarrel over a harbour. Its entries have every status, every kind of imprecise
date, answered claims, routes, quantities, notes, corrections and a picture, so that a site of fifty entries
contains everything that a page can show.
"""

import datetime
import json
import random
from pathlib import Path

from PIL import Image, ImageDraw

PLACES = {
    "west-harbour": ("West Harbour", 53.54, 9.98),
    "old-quay": ("Old Quay", 53.55, 10.01),
    "mill-town": ("Mill Town", 52.1, 11.6),
    "cape-station": ("Cape Station", -33.9, 18.4),
    "north-lighthouse": ("North Lighthouse", 70.4, 31.1),
    "island-depot": ("Island Depot", 35.9, 14.5),
    "river-lock": ("River Lock", 51.0, 3.7),
    "customs-house": ("Customs House", None, None),
}
ACTORS = {
    "port-authority": ("Port Authority", "agency"),
    "dockers-union": ("Dockers' Union", "organisation"),
    "shipping-line": ("Northern Shipping Line", "organisation"),
    "harbour-master": ("Harbour Master", "person"),
    "city-council": ("City Council", "agency"),
    "insurers": ("Committee of Insurers", "organisation"),
    "foreign-ministry": ("Foreign Ministry", "agency"),
    "gazette-reporter": ("Reporter of the Gazette", "person"),
}
GROUPS = {
    "shipping": ("Shipping", "#0072B2"),
    "strike": ("The strike", "#D55E00"),
    "council": ("The council", "#00906A"),
    "answers": ("Accusations and answers", "#A85B9A"),
    "elsewhere": ("Elsewhere", "#767676"),
}
TAGS = ["ships", "cargo", "wages", "customs", "insurance", "railway", "coal", "grain", "letters", "trial"]
PUBLISHERS = ["The Gazette", "The Courier", "Harbour Log", "Evening Post", "Shipping News", "Council Minutes"]
THINGS = ["grain ships", "the coal barges", "two tugs", "the night shift", "the customs launch", "mail steamers"]
DEEDS = ["turned away", "let in", "held at anchor", "searched", "unloaded by soldiers", "sent on by rail"]
STATUSES = ["confirmed", "disputed", "claimed", "confirmed", "denied", "expected", "speculated", "retracted", "statement", "unrated"]


def entry_count(folder: Path) -> int:
    """The number of entries in a site's folder."""
    return len(list((folder / "Content" / "events").rglob("*.md")))


def write_site(folder: Path, count: int) -> Path:
    """Writes a site of `count` entries below `folder` and returns the folder."""
    content = folder / "Content"
    events = content / "events"
    events.mkdir(parents=True)
    (content / "pages").mkdir()
    (content / "media").mkdir()
    story = Story(count)
    for number in range(count):
        (events / f"{story.slug(number)}.md").write_text(story.entry(number), encoding="utf-8")
    (content / "timeline.yml").write_text(story.settings(), encoding="utf-8")
    for name, text in (("actors", actors()), ("places", places()), ("sources", story.sources())):
        (content / f"{name}.yml").write_text(text, encoding="utf-8")
    if count == 50:
        (content / "changes.yml").write_text(changes(story), encoding="utf-8")
    (content / "pages" / "about.md").write_text(
        "---\ntitle: About this timeline\n---\nNothing here happened. See [the first entry]"
        f"(../events/{story.slug(0)}.md).\n\n## How it is made\n\nBy rule, and always the same.\n",
        encoding="utf-8")
    draw_quay(content / "media" / "quay.png")
    return folder


def write_dates(folder: Path, dates: list[str]) -> Path:
    """Writes a site with an entry for each date below `folder` and returns the folder."""
    events = folder / "Content" / "events"
    events.mkdir(parents=True)
    (folder / "Content" / "timeline.yml").write_text("title: Dates\nas_of: 2024-01-02\n", encoding="utf-8")
    (folder / "Content" / "sources.yml").write_text("gazette: {title: The Gazette}\n", encoding="utf-8")
    for number, date in enumerate(dates):
        (events / f"thing-{number:02d}.md").write_text(
            f'---\ntitle: Thing {number}\ndate: "{date}"\nstatus: confirmed\nsources: [gazette]\n---\nIt was so.\n', encoding="utf-8")
    return folder


def changes(story: "Story") -> str:
    """A log of changes of every kind, of two days."""
    entry, title = story.slug(1), "What the port says"
    named = [
        ("added", None, None, None), ("title", None, "What the port said", title),
        ("date", None, "1911-01-0X", "1911-01-10"), ("status", None, "claimed", "disputed"),
        ("number", "Ships held", "more than 40", "more than 41"), ("claim-added", None, None, "Port Authority denies: “None”"),
        ("claim-withdrawn", None, "Insurers assert: “Two”", None), ("claim-changed", None, "Insurers assert: one", "Insurers assert: two"),
        ("source", None, "The Gazette", "The Courier"), ("place", None, "Old Quay", "West Harbour"),
        ("actor", None, "Harbour Master", None), ("correction", None, None, "1911-01-12: The number was wrong."),
        ("text", "summary", "It is so.", "It is not so."), ("moved", None, "an-old-address", entry),
    ]
    lines = ["days:", "  - {date: 2024-04-01, changes: [{kind: withheld}, {kind: removed, entry: gone, title: Gone}]}",
             "  - date: 2024-05-01", "    changes:"]
    for kind, *rest in named:
        values = zip(("part", "was", "now"), rest)
        lines.append(f"      - {json.dumps({'kind': kind, 'entry': entry, 'title': title, **{key: text for key, text in values if text}})}")
    return "\n".join(lines) + "\n"


class Story:
    """The days, the sources and the entries of a site of one size."""

    def __init__(self, count: int):
        self.count = count
        self.first_day = datetime.date(1911, 1, 3)
        # The days of a long story are further apart: fifty entries fill a year, ten thousand a century.
        self.days_apart = 7 if count <= 100 else 4
        self.source_count = max(12, min(count // 4, 400))

    def day(self, number: int) -> datetime.date:
        return self.first_day + datetime.timedelta(days=number * self.days_apart)

    def slug(self, number: int) -> str:
        return f"{self.day(number).isoformat()}-{number:05d}"

    def source(self, number: int) -> str:
        return f"report-{number * self.source_count // self.count:04d}"

    def settings(self) -> str:
        end = self.day(self.count - 1) + datetime.timedelta(days=30)
        groups = "".join(
            f"  - {{id: {id}, name: {name}, color: \"{color}\", description: What belongs to {name.lower()}.}}\n"
            for id, (name, color) in GROUPS.items())
        tags = "".join(f"  {tag}: {{name: {tag.title()}, description: All about {tag}.}}\n" for tag in TAGS)
        third = self.count // 3
        eras = [
            ("The quarrel begins", f"{self.day(0)}/{self.day(third)}"),
            ("The long middle", f"{self.day(third - 5)}/{self.day(2 * third)}"),
            ("Aftermath", f"{self.day(2 * third)}/.."),
        ]
        return (
            f"title: The harbour in {self.count:,} entries\n"
            "subtitle: A made-up quarrel, told with everything that a timeline can hold\n"
            "description: What the port says, what the dockers say, and what is on the record.\n"
            f"base_url: https://harbour.example/\nlanguage: en\nauthor: Nobody\npublisher: Nobody\n"
            f"license: CC BY 4.0\nas_of: {end}\ngroups:\n{groups}tags:\n{tags}eras:\n"
            + "".join(f"  - {{name: {name}, date: {date}, color: \"#0072B2\"}}\n" for name, date in eras))

    def sources(self) -> str:
        lines = []
        for number in range(self.source_count):
            day = self.day(number * self.count // self.source_count)
            publisher = PUBLISHERS[number % len(PUBLISHERS)]
            title = f"title: Report {number} from the harbour, " if number % 3 else ""
            address = f", url: \"https://reports.example/{day.year}/{number:04d}-from-the-harbour\"" if number % 4 != 3 else ""
            archive = f", archive_url: \"https://archive.example/{number:04d}\"" if number % 8 == 1 else ""
            lines.append(
                f"report-{number:04d}: {{{title}publisher: {publisher}, date: {day}{address}{archive}, "
                "language: en, kind: news}\n")
        return "".join(lines)

    def entry(self, number: int) -> str:
        chance = random.Random(number)
        day = self.day(number)
        status = STATUSES[number % len(STATUSES)]
        claimant, opponent = chance.sample(list(ACTORS), 2)
        thing, deed = chance.choice(THINGS), chance.choice(DEEDS)
        place, other = chance.sample(list(PLACES), 2)
        title = f"{ACTORS[claimant][0]}: {thing} {deed} at {PLACES[place][0]}, no. {number + 1}"
        is_statement = status == "statement"
        lines = [
            f"title: {json.dumps(title)}",
            f"date: {json.dumps(vague_date(day, number))}",
            f"summary: \"Report {number + 1}: {thing} were {deed}, and {ACTORS[opponent][0]} sees it otherwise.\"",
            f"group: {list(GROUPS)[number % len(GROUPS)]}",
            f"actors: [{claimant}, {opponent}]",
            f"tags: [{', '.join(chance.sample(TAGS, 2))}]",
            f"importance: {1 if number % 8 == 1 else 3 if number % 7 == 0 else 2}",
        ]
        if is_statement:
            lines += ["kind: statement", "status: confirmed", "content_status: disputed"]
        else:
            lines.append(f"status: {status}")
        if number % 3 == 0:
            lines.append(f"places: [{place}, {other}]")
        elif number % 3 == 1:
            lines.append(
                f"places:\n  - {{id: {place}, status: disputed, by: {opponent}, source: {self.source(number)}, "
                "note: Others name another quay.}")
        source = self.source(number)
        lines += claims(status, claimant, opponent, thing, deed, day, source)
        lines += self.extras(number, place, other, source)
        body = (
            f"The report speaks of **{thing}** that were {deed}.[^{source}] It was read out in full.\n\n"
            f"What came before is [told elsewhere]({self.slug(max(0, number - 1))}.md); nobody has found the log.\n")
        return "---\n" + "\n".join(lines) + "\n---\n" + body

    def extras(self, number: int, place: str, other: str, source: str) -> list[str]:
        """Parts that only some entries have: routes, quantities, notes, pictures, old addresses."""
        lines = []
        if STATUSES[number % len(STATUSES)] == "expected":
            happened = f"{{result: happened, entry: {self.slug(min(number + 3, self.count - 1))}}}"
            lines.append(f"outcome: {happened if number % 20 == 5 else '{result: open}'}")
        if number % 5 == 2:
            lines.append(
                f"route:\n  - {{from: {place}, to: {other}, by: sea}}\n"
                f"  - {{from: {other}, to: mill-town, by: rail, status: disputed, claimed_by: insurers, source: {source}}}")
        if number % 5 == 1:
            lines.append(
                "quantities:\n"
                f"  - {{label: Ships held, value: {40 + number % 60}, qualifier: more than, claimed_by: port-authority, source: {source}}}\n"
                f"  - {{label: Ships held, min: 12, max: {15 + number % 9}, claimed_by: dockers-union, source: {source}}}")
        if number % 10 == 1:
            lines.append(f"editor_notes:\n  - {{text: Two reports name *another* quay., sources: [{source}]}}")
            lines.append(f"corrections:\n  - {{date: {self.day(number)}, text: An earlier version gave fifty ships.}}")
            lines.append(f"see_also: [{self.slug(0)}, {self.slug((number + 4) % self.count)}]")
        if number == 1:
            lines.append("media:\n  - {file: quay.png, alt: Two cranes at a quay, caption: The *quay*, credit: Nobody, license: CC0}")
            lines.append("aliases: [an-old-address]")
        return lines


def vague_date(day: datetime.date, number: int) -> str:
    """An EDTF date that begins with `day` or contains it; its precision depends on the entry's number."""
    later = day + datetime.timedelta(days=2)
    # An exact 1 January would look like a year that somebody rounded.
    if (day.month, day.day) == (1, 1):
        return f"{day:%Y-%m}"
    forms = [
        f"{day}", f"{day}", f"{day:%Y-%m}", f"{day}/{later}", f"[{day},{later}]", f"{day}", f"{day:%Y-%m}-{day.day // 10}X/..",
        f"{day}~", f"{day}", f"/{day}", f"{day:%Y}", f"{day:%Y}-2{min(4, 1 + (day.month - 1) // 3)}", f"{day}?",
    ]
    return forms[number % len(forms)]


def claims(status: str, claimant: str, opponent: str, thing: str, deed: str, day: datetime.date, source: str) -> list[str]:
    """The claims that support a status, with the answers that it requires."""
    answer_day = day + datetime.timedelta(days=1)

    def claim(by: str, stance: str, words: str, when: datetime.date, more: str) -> str:
        return f"  - {{{more}by: {by}, stance: {stance}, {words}, date: {when}, source: {source}}}"

    says = f"says: \"{thing.capitalize()} were {deed} at first light, and nobody was asked.\""
    main = {"speculated": "speculates", "expected": "expects"}.get(status, "asserts")
    first = claim(claimant, main, says, day, "id: main, ")
    denial = claim(
        opponent, "denies", "quote: \"Not one ship has been touched\", quote_language: en", answer_day, "of: main, ")
    answers = {
        "confirmed": [claim(opponent, "confirms", "says: \"It was so.\"", answer_day, "of: main, via: harbour-master, ")],
        "disputed": [denial], "denied": [denial], "statement": [denial],
        "retracted": [claim(claimant, "retracts", "says: \"It was a mistake.\"", answer_day, "of: main, ")],
    }
    return [] if status == "unrated" else ["claims:", first] + answers.get(status, [])


def actors() -> str:
    return "".join(
        f"{id}: {{name: \"{name}\", also: [\"The {name}\"], kind: {kind}, country: Nowhere, description: \"{name}, as the papers call it.\"}}\n"
        for id, (name, kind) in ACTORS.items())


def places() -> str:
    def point(lat, lon):
        return "" if lat is None else f", lat: {lat}, lon: {lon}, precision_km: 2"

    return "".join(
        f"{id}: {{name: {name}, also: [\"The {name}\"]{point(lat, lon)}, country: Nowhere, kind: port}}\n"
        for id, (name, lat, lon) in PLACES.items())


def draw_quay(path: Path) -> None:
    picture = Image.new("RGB", (640, 400), "#dfe7ec")
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 300, 640, 400), fill="#41606f")
    for left in (120, 380):
        pen.rectangle((left, 90, left + 16, 300), fill="#7a3b1d")
        pen.rectangle((left - 60, 80, left + 120, 96), fill="#7a3b1d")
    picture.save(path, optimize=True)
