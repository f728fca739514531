"""Generated stories for the oracle of `--known-on`: `write(seed, folder)` writes a small Content folder.

The same seed gives the same story on every machine. A story has 3 to 8 entries over a few weeks of 1911 with everything
that has a day: claims and answers across entries, vague dates, sources, places in doubt, routes, quantities, outcomes,
notes, corrections with old values, `known`, `history`, and texts that cite and link earlier and later things. Every text
is unique, so that a search finds out where it is shown.
"""

import json
import random
from pathlib import Path

ACTORS = ["harbour-board", "dockers", "ministry", "courier-paper"]
PLACES = ["quay", "mill", "depot"]
GROUPS = ["work", "words"]
TAGS = ["strike", "ships", "fire"]
ASSERTING = ["asserts", "asserts", "asserts", "confirms", "estimates", "condemns"]
FORETELLING = ["expects", "promises", "speculates"]


class Story:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.count = 0
        self.sources = {}
        self.entries = []
        self.claims = []

    def chance(self, of):
        return self.random.random() < of

    def pick(self, items):
        return self.random.choice(items)

    def words(self, noun):
        """A text that occurs nowhere else."""
        self.count += 1
        return f"{noun} number {self.count}x is told"

    # Days are counted from 1 July 1911.

    def iso(self, day):
        return f"1911-0{7 + day // 31}-{day % 31 + 1:02}"

    def date(self, day):
        """A date on that day, perhaps a vague one."""
        iso = self.iso(day)
        kind = self.random.random()
        if kind < 0.6:
            return iso
        if kind < 0.7 and iso[-2] != "3":
            return iso[:-1] + "X"
        if kind < 0.75:
            return iso[:7]
        if kind < 0.8:
            return "/" + iso
        if kind < 0.85:
            return iso + "/.."
        if kind < 0.9:
            return iso + "~"
        return f"[{iso},{self.iso(day + 2)}]"

    def source(self, day):
        if self.chance(0.25):
            return {"title": self.words("Leaflet"), "date": self.date(day)}
        name = f"report-{len(self.sources) + 1}"
        self.sources[name] = {"title": self.words("Report")}
        if self.chance(0.85):
            self.sources[name]["date"] = self.date(day)
        return name

    def some_source(self, day):
        if self.sources and self.chance(0.4):
            return self.pick(sorted(self.sources))
        return self.source(day)

    def text(self, noun, day, slug):
        """A text that may cite a source or link an entry or a claim."""
        text = self.words(noun)
        if self.chance(0.3):
            source = self.some_source(day)
            if isinstance(source, str) and "date" in self.sources[source]:
                text += f" [^{source}]"
        if self.chance(0.3):
            other = self.random.randrange(self.size)
            if f"e{other}" != slug:
                text += f" [as before](e{other}.md)"
        return text

    def claim(self, number, day, stances):
        slug = f"e{number}"
        claim = {
            "id": f"c{self.count}", "by": self.pick(ACTORS), "stance": self.pick(stances),
            "says": self.words("Claim")}
        if self.chance(0.1):
            claim["by"] = [claim["by"], "unnamed"]
        if self.chance(0.9):
            claim["date"] = self.date(day)
        if self.chance(0.7):
            claim["source"] = self.some_source(day + self.random.randrange(3))
        if claim["stance"] in ("denies", "doubts", "confirms", "retracts") and self.claims and self.chance(0.8):
            owner, other = self.pick(self.claims)
            if claim["stance"] == "retracts":
                claim["by"] = other["by"]
            claim["of"] = other["id"] if owner == slug else f"{owner}#{other['id']}"
        if "unnamed" in claim["by"]:
            claim["by_text"] = "a clerk"
        self.claims.append((slug, claim))
        return claim

    def entry(self, number):
        slug = f"e{number}"
        day = self.random.randrange(2, 30)
        entry = {"title": self.words("Event"), "date": self.date(day), "actors": self.random.sample(ACTORS, 2)}
        foretold = self.chance(0.25)
        entry["status"] = "expected" if foretold else self.pick(["confirmed", "claimed", "disputed", "speculated"])
        if not foretold and self.chance(0.25):
            entry |= {"kind": "statement", "content_status": self.pick(["claimed", "disputed"])}
        entry["group"] = self.pick(GROUPS)
        entry["tags"] = self.random.sample(TAGS, self.random.randrange(3))
        if self.chance(0.7):
            entry["summary"] = self.words("Summary")
        stances = FORETELLING if foretold else ASSERTING
        claims = [self.claim(number, max(0, day + self.random.randrange(-1, 9)), stances) for _ in range(self.random.randrange(3))]
        claims += [
            self.claim(number, day + self.random.randrange(2, 20), ["denies", "denies", "doubts", "confirms", "retracts"])
            for _ in range(self.random.randrange(3))]
        entry["claims"] = claims
        entry["sources"] = [self.some_source(day + self.random.randrange(12)) for _ in range(self.random.randrange(3))]
        places = [self.pick(PLACES)]
        if self.chance(0.4):
            places.append({
                "id": self.pick(PLACES), "status": "disputed", "by": self.pick(ACTORS), "source": self.source(day + 6),
                "note": self.text("Place note", day, slug)})
        entry["places"] = places
        if self.chance(0.3):
            entry["route"] = [{
                "from": "quay", "to": "mill", "by": "rail", "claimed_by": self.pick(ACTORS),
                "source": self.source(day + self.random.randrange(9))}]
        if self.chance(0.4):
            entry["quantities"] = [{
                "label": self.words("Crates"), "value": str(self.random.randrange(900)), "claimed_by": self.pick(ACTORS),
                "source": self.source(day + self.random.randrange(9))}]
        if foretold and self.chance(0.7):
            entry["outcome"] = {"result": self.pick(["happened", "unfulfilled", "open"])}
            if self.chance(0.7):
                entry["outcome"]["entry"] = f"e{(number + 1) % self.size}"
        entry["see_also"] = [f"e{other}" for other in range(self.size) if other != number and self.chance(0.2)]
        notes = []
        if self.chance(0.4):
            notes.append({"text": self.text("Undated note", day, slug)})
        if self.chance(0.4):
            notes.append({"text": self.words("Dated note"), "date": self.date(day + self.random.randrange(15))})
        entry["editor_notes"] = notes
        if self.chance(0.35):
            was = self.random.choice([
                {"title": self.words("Old title")}, {"summary": self.words("Old summary")},
                {"date": self.iso(day + 1)}, {"status": "claimed"} if "kind" not in entry else {"tags": ["fire"]},
                {"quantities": [{"label": self.words("Old crates"), "value": "7"}]}, {}])
            entry["corrections"] = [{
                "text": self.words("Correction"), "date": self.date(day + self.random.randrange(4, 15)), **({"was": was} if was else {})}]
        if self.chance(0.25):
            entry["known"] = "1911-07-02" if self.chance(0.5) else "1911-07-0X"
        if self.chance(0.3):
            step = {"date": self.date(day + 1), "status": self.pick(["speculated", "claimed"]), "title": self.words("Title of its time")}
            if self.chance(0.5):
                step["summary"] = self.words("Summary of its time")
            if claims and self.chance(0.5):
                step["because"] = claims[0]["id"]
            last = entry.get("content_status", entry["status"])
            entry["history"] = [step, {"date": self.iso(day + 16), "status": last}]
        if self.chance(0.15):
            entry["publish"] = self.pick(["1911-07-20", "1911-10-01"] if number else ["1911-07-20"])
        if self.chance(0.1):
            entry["extra"] = {"box": self.words("Extra")}
        body = "\n\n".join(self.text("Body", day, slug) for _ in range(self.random.randrange(3)))
        self.entries.append((slug, {key: value for key, value in entry.items() if value != []}, body))

    def make(self):
        self.size = self.random.randrange(3, 9)
        for number in range(self.size):
            self.entry(number)
        return self


def write(seed, content):
    """Writes the Content folder of a story."""
    content = Path(content)
    story = Story(seed).make()
    hidden = {slug for slug, entry, _ in story.entries if entry.get("publish", "") > "1911-09"}

    def save(path, value, body=None):
        path.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps(value, ensure_ascii=False) + "\n"
        path.write_text(text if body is None else f"---\n{text}---\n{body}\n", encoding="utf-8")

    save(content / "timeline.yml", {
        "title": f"Story {seed}", "as_of": "1911-09-30", "base_url": "https://story.example/",
        "groups": [{"id": name, "name": name.title()} for name in GROUPS],
        "tags": {name: {"name": name.title()} for name in TAGS},
        "eras": [{"name": "The quarrel", "date": "1911-07-10/1911-07-20"}, {"name": "The peace", "date": "1911-08/.."}],
        "exports": ["json", "jsonl", "csv", "timelinejs", "geojson", "icalendar", "atom", "jsonfeed"],
        # The statuses of a generated story are drawn by lot.
        "rules": dict.fromkeys(["known-after-claim", "entry-without-source"], "off")})
    save(content / "actors.yml", {name: {"name": name.title(), "description": f"The {name}."} for name in ACTORS})
    save(content / "places.yml", {name: {"name": name.title(), "lat": str(53 + n), "lon": str(9 + n)} for n, name in enumerate(PLACES)})
    save(content / "sources.yml", story.sources)
    for slug, entry, body in story.entries:
        # Nothing that is on the site may refer to what is not.
        if slug not in hidden:
            for other in hidden:
                body = body.replace(f" [as before]({other}.md)", "")
                entry = json.loads(json.dumps(entry).replace(f" [as before]({other}.md)", ""))
                entry["see_also"] = [item for item in entry.get("see_also", []) if item != other]
                if entry.get("outcome", {}).get("entry") == other:
                    del entry["outcome"]["entry"]
                for claim in entry.get("claims", []):
                    if claim.get("of", "").startswith(other + "#"):
                        del claim["of"]
        save(content / "events" / f"{slug}.md", entry, body)
    save(content / "pages" / "about.md", {"title": "About", "summary": "About this story."}, "All about it.")
    save(content / "pages" / "reading.md", {"title": "How to read", "summary": story.words("Page summary")}, "Begin [here](../events/e0.md).")


def slugs_with_old_dates(content):
    """The entries whose dates were corrected."""
    texts = {path.stem: path.read_text(encoding="utf-8") for path in (Path(content) / "events").iterdir()}
    return {slug for slug, text in texts.items() if '"was": {"date"' in text}
