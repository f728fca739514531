"""What a site could have shown on an earlier day: the oracle of `--known-on`, which shares nothing with Dateline.

`cut(content, day, folder)` writes a copy of a Content folder from which everything is deleted that was certainly said after
the day, with later corrections undone, the statuses of that day, and no text that rests on what was said later. A plain build
of the copy must equal `build --known-on DAY`, but for the banner and the marks, which `unmarked` removes.

The rules are those of the methodology page, written down a second time.
"""

import calendar
import datetime
import json
import re
import shutil
from pathlib import Path

import yaml

ASSERTING = {"asserts", "confirms", "estimates", "condemns"}
AGAINST = {"denies", "doubts"}

# --- Dates: a subset of EDTF, as (first day, last day) with None for what bounds nothing


def _digits(text):
    """The first and last number that digits with X can mean."""
    return int(text.replace("X", "0")), int(text.replace("X", "9"))


def _single(text):
    text = re.sub(r"[?~%]", "", text.split("T")[0])
    parts = text.split("-")
    years = _digits(parts[0])
    if len(parts) == 1:
        return datetime.date(years[0], 1, 1), datetime.date(years[1], 12, 31)
    months = _digits(parts[1])
    first, last = max(months[0], 1), min(months[1], 12)
    if len(parts) == 2:
        return datetime.date(years[0], first, 1), datetime.date(years[1], last, calendar.monthrange(years[1], last)[1])
    days = _digits(parts[2])
    return (
        datetime.date(years[0], first, max(days[0], 1)),
        datetime.date(years[1], last, min(days[1], calendar.monthrange(years[1], last)[1])))


def span(text):
    """The days between which something of this date became known."""
    if text[0] in "[{":
        members = [_single(part) for part in text[1:-1].split(",")]
        return min(low for low, _ in members), max(high for _, high in members)
    if "/" in text:
        start, end = text.split("/")
        low, begun = _single(start) if start not in ("", "..") else (None, None)
        high = _single(end)[1] if end not in ("", "..") else None
        return low, high or begun
    return _single(text)


def begun(text):
    """The last day on which what the date covers can have begun."""
    if "/" in text:
        start = text.split("/")[0]
        return _single(start)[1] if start not in ("", "..") else None
    return span(text)[1]


NEVER = (None, None)


def not_before(known, day):
    low, high = known
    return (max(filter(None, (low, day)), default=None), high)


def first(spans):
    low = None if any(item[0] is None for item in spans) else min(item[0] for item in spans)
    return low, min((item[1] for item in spans if item[1]), default=None)


def later(known, day):
    return known is not None and known[0] is not None and known[0] > day


def certain(known, day):
    return not later(known, day) and known[1] is not None and known[1] <= day


# --- Content


def listed(value):
    return [] if value in (None, "") else value if isinstance(value, list) else [value]


class Entry:
    def __init__(self, path, data, body):
        self.path, self.data, self.body = path, data, body
        self.slug = data.get("slug", path.stem)
        self.summary_is_old = self.title_is_old = False

    def copy(self):
        other = Entry(self.path, json.loads(json.dumps(self.data)), self.body)
        other.slug = self.slug
        return other

    @property
    def claims(self):
        return self.data.get("claims", [])

    @property
    def is_statement(self):
        return self.data.get("kind") == "statement"

    @property
    def assessed(self):
        return self.data.get("content_status", self.data["status"]) if self.is_statement else self.data["status"]


def _read(path):
    text = path.read_text(encoding="utf-8")
    _, front, body = re.split(r"^---\n", text, maxsplit=2, flags=re.MULTILINE)
    return yaml.load(front, yaml.BaseLoader) or {}, body


def _registry(path):
    return yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader) or {} if path.exists() else {}


class Site:
    def __init__(self, content):
        self.content = Path(content)
        self.settings = _registry(self.content / "timeline.yml")
        self.actors = _registry(self.content / "actors.yml")
        self.places = _registry(self.content / "places.yml")
        self.sources = _registry(self.content / "sources.yml")
        self.entries = [Entry(path, *_read(path)) for path in sorted((self.content / "events").rglob("*.md"))]
        self.pages = [(path, *_read(path)) for path in sorted((self.content / "pages").rglob("*.md"))]
        self.today = _single(self.settings["as_of"])[1]

    def is_published(self, entry):
        if entry.data.get("draft") == "true":
            return False
        publish = entry.data.get("publish")
        return publish is None or _single(publish)[0] <= self.today


# --- What is known


class Knowledge:
    def __init__(self, site, entries):
        self.site = site
        self.entries = entries
        self.by_slug = {entry.slug: entry for entry in entries}
        self.by_path = {entry.path: entry for entry in entries}
        self.targets, self.answers = {}, {}
        for entry in entries:
            for index, claim in enumerate(entry.claims):
                target = "of" in claim and self.find(claim["of"], entry)
                if target:
                    self.targets[entry.slug, index] = target
                    self.answers.setdefault(target, []).append((entry.slug, index))
        raw = {(e.slug, i): self._said(e, c) for e in entries for i, c in enumerate(e.claims)}
        given = {e.slug: span(e.data["known"]) if "known" in e.data else None for e in entries}
        spans = {
            key: not_before(value or NEVER, given[key[0]][0] if given[key[0]] else None) for key, value in raw.items()}
        self.claims = self._answering(spans)
        self.known = {
            e.slug: given[e.slug] or self._first(e, [self.claims[e.slug, i] for i in range(len(e.claims)) if raw[e.slug, i]])
            for e in entries}
        self.claims = self._answering({key: not_before(value, self.known[key[0]][0]) for key, value in self.claims.items()})

    def find(self, name, entry):
        slug, _, ident = name.rpartition("#")
        owner = self.by_slug.get(slug) if slug else entry
        if owner is None:
            return None
        return next(((owner.slug, i) for i, claim in enumerate(owner.claims) if claim.get("id") == ident), None)

    def claim(self, key):
        return self.by_slug[key[0]].claims[key[1]]

    def source(self, source):
        """When a source was published."""
        if isinstance(source, str):
            source = self.site.sources.get(source, {})
        return span(source["date"]) if source.get("date") else None

    def sources(self, value):
        spans = [known for known in (self.source(source) for source in listed(value)) if known]
        return first(spans) if spans else None

    def start(self, entry):
        return None if entry.assessed in ("expected", "speculated") else span(entry.data["date"])[0]

    def _said(self, entry, claim):
        known = span(claim["date"]) if claim.get("date") else self.sources(claim.get("source"))
        start = self.start(entry)
        if known and claim["stance"] in ASSERTING and start and (known[1] is None or known[1] >= start):
            return not_before(known, start)
        return known

    def _answering(self, spans):
        spans = dict(spans)
        for _ in range(len(spans) + 1):
            before = dict(spans)
            for key, target in self.targets.items():
                spans[key] = not_before(spans[key], spans[target][0])
            if spans == before:
                break
        return spans

    def _first(self, entry, found):
        start = self.start(entry)
        for holder in [entry.data.get("sources")] + [
                part.get("source") for key in ("places", "route", "quantities") for part in entry.data.get(key, [])
                if isinstance(part, dict)]:
            for source in listed(holder):
                known = self.source(source)
                if known and not (start and known[1] and known[1] < start):
                    found = found + [not_before(known, start)]
        if found:
            return first(found)
        date = entry.data["date"]
        return (start, begun(date) or span(date)[1]) if start else NEVER

    def outcome(self, entry):
        outcome = entry.data.get("outcome")
        if not outcome:
            return None
        if outcome.get("entry") in self.by_slug:
            return self.known[outcome["entry"]]
        return None if outcome["result"] == "open" else span(entry.data["date"])

    def step(self, entry, step):
        known = span(step["date"])
        because = "because" in step and self.find(step["because"], entry)
        return not_before(known, self.claims[because][0]) if because else known

    def about(self, entry):
        """The claims of an entry and all answers to them."""
        found = [(entry.slug, i) for i in range(len(entry.claims))]
        for key in found:
            found += [answer for answer in self.answers.get(key, []) if answer not in found]
        return found

    # Statuses

    def status(self, entry, day):
        steps = [step for step in entry.data.get("history", []) if not later(self.step(entry, step), day)]
        if steps:
            return steps[-1]["status"]
        if not any(later(self.claims[key], day) for key in self.about(entry)):
            return entry.assessed
        return self.by_rule(entry, lambda key: not later(self.claims[key], day)) or "unrated"

    def by_rule(self, entry, seen):
        stance = lambda key: self.claim(key)["stance"]
        by = lambda key: set(listed(self.claim(key).get("by")))
        answers = lambda key: [answer for answer in self.answers.get(key, []) if seen(answer)]
        own = [key for key in self.about(entry) if key[0] == entry.slug and key[1] < len(entry.claims) and seen(key)]
        own = sorted(set(own))
        said = [key for key in own if stance(key) not in AGAINST | {"retracts"}]

        def is_retracted(key):
            beside = [other for other in own if "of" not in self.claim(other)]
            return any(stance(other) == "retracts" and by(other) & by(key) for other in answers(key) + beside)

        def is_withdrawn(denial):
            places = [denial] + ([self.targets[denial]] if denial in self.targets else [])
            return any(
                stance(other) in ("retracts", "confirms") and by(other) & by(denial)
                for place in places for other in answers(place))

        standing = [key for key in said if not is_retracted(key)]
        if said and not standing:
            return "retracted"
        asserted = [key for key in standing if stance(key) in ASSERTING]
        denials = [key for key in own if stance(key) == "denies" and "of" not in self.claim(key) and entry.assessed != "denied"]
        denials += [
            answer for key in own if stance(key) in ASSERTING for answer in answers(key) if stance(answer) == "denies"]
        if asserted and any(not is_withdrawn(denial) for denial in denials):
            return "disputed"
        actors = set(entry.data.get("actors", []))
        for key in standing + [answer for key in standing for answer in answers(key)]:
            target = self.targets.get(key)
            if stance(key) == "confirms" and by(key) & actors and (
                    target is None or target[0] == entry.slug and stance(target) not in AGAINST):
                return "confirmed"
        if asserted:
            return "claimed"
        if any(stance(key) in ("expects", "promises") for key in standing):
            return "expected"
        if standing:
            return "speculated"
        if any(stance(key) == "denies" for key in own):
            return "disputed" if entry.is_statement else "denied"
        return None

    # Texts

    def names_later(self, text, path, day):
        for cited in re.findall(r"\[\^([^\]]+)\]", text or ""):
            if later(self.source(cited.strip()), day):
                return True
        for link in re.findall(r"\]\(([^)\s]+)", text or ""):
            if re.match(r"[a-z]+:", link):
                continue
            target, _, anchor = link.partition("#")
            entry = self.by_path.get((path.parent / target).resolve() if target else path)
            if entry is None:
                continue
            if target and later(self.known[entry.slug], day):
                return True
            for index, claim in enumerate(entry.claims):
                if anchor and anchor == "claim_" + claim.get("id", "") and later(self.claims[entry.slug, index], day):
                    return True
        return False


def texts(entry):
    """Every Markdown text of an entry."""
    data = entry.data
    yield entry.body
    for key, name in [("claims", "says"), ("media", "caption"), ("editor_notes", "text"), ("corrections", "text"),
                      ("places", "note"), ("route", "note"), ("quantities", "note")]:
        for part in data.get(key, []):
            if isinstance(part, dict) and part.get(name):
                yield part[name]


def sources_of(entry):
    data = entry.data
    for key in ("claims", "places", "route", "quantities"):
        for part in data.get(key, []):
            if isinstance(part, dict):
                yield from listed(part.get("source"))
    yield from listed(data.get("sources"))
    for note in data.get("editor_notes", []):
        yield from listed(note.get("sources"))


def rests_on_later(knowledge, entry, day):
    return (
        any(later(knowledge.claims[key], day) for key in knowledge.about(entry))
        or later(knowledge.outcome(entry), day)
        or any(later(span(c["date"]), day) for c in entry.data.get("corrections", []))
        or any(later(knowledge.source(source), day) for source in sources_of(entry))
        or any(knowledge.names_later(text, entry.path, day) for text in texts(entry)))


# --- Cutting


def _without(part, key, knowledge, day):
    """A part without the sources that were published later."""
    if key in part:
        kept = [source for source in listed(part[key]) if not later(knowledge.source(source), day)]
        part = {**part, key: kept}
        if not kept:
            del part[key]
    return part


def plain(text):
    text = re.sub(r"\[\^[^\]]+\]", "", text)
    return re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)


def _stand_in(site, claims):
    words = []
    for claim in claims:
        if claim.get("says"):
            names = [
                claim.get("by_text", "") if by == "unnamed" else site.actors.get(by, {}).get("name", by)
                for by in listed(claim.get("by"))]
            names = [name for name in names if name]
            words.append((", ".join(names) + ": " if names else "") + plain(claim["says"]))
    return " ".join(words)


def cut_entry(knowledge, whole, day):
    """The entry of that day; None if it was not known."""
    if later(knowledge.known[whole.slug], day):
        return None
    entry = whole.copy()
    data = entry.data
    is_cut = rests_on_later(knowledge, whole, day)
    if not whole.is_statement or "content_status" in data:
        data["content_status" if whole.is_statement else "status"] = knowledge.status(whole, day)
    claims = []
    for index, claim in enumerate(whole.claims):
        if later(knowledge.claims[whole.slug, index], day):
            continue
        claim = _without(claim, "source", knowledge, day)
        if knowledge.names_later(claim.get("says"), whole.path, day):
            del claim["says"]
        claims.append(claim)
    data["claims"] = claims
    data["sources"] = [s for s in listed(data.get("sources")) if not later(knowledge.source(s), day)]
    for key in ("places", "route", "quantities"):
        parts = []
        for part in data.get(key, []):
            if isinstance(part, dict):
                if later(knowledge.sources(part.get("source")), day):
                    continue
                part = _without(part, "source", knowledge, day)
                if is_cut:
                    part.pop("note", None)
            parts.append(part)
        data[key] = parts
    if later(knowledge.outcome(whole), day):
        del data["outcome"]
    if data.get("outcome", {}).get("entry") in knowledge.known and later(knowledge.known[data["outcome"]["entry"]], day):
        del data["outcome"]["entry"]
    data["see_also"] = [s for s in data.get("see_also", []) if s not in knowledge.known or not later(knowledge.known[s], day)]
    data["editor_notes"] = [
        note for note in data.get("editor_notes", [])
        if not ("date" in note and later(span(note["date"]), day))
        and not any(later(knowledge.source(s), day) for s in listed(note.get("sources")))
        and not knowledge.names_later(note["text"], whole.path, day) and ("date" in note or not is_cut)]
    data["corrections"] = [
        c for c in data.get("corrections", [])
        if not later(span(c["date"]), day) and not knowledge.names_later(c["text"], whole.path, day)]
    data["history"] = [step for step in data.get("history", []) if not later(knowledge.step(whole, step), day)]
    if is_cut:
        entry.body = ""
        data.pop("media", None)
        data.pop("extra", None)
        if not whole.summary_is_old:
            data.pop("summary", None)
        if len(data["history"]) < len(whole.data.get("history", [])):
            for key in ("title", "summary"):
                given = [step[key] for step in data["history"] if step.get(key)]
                if given:
                    data[key] = given[-1]
        if not data.get("summary"):
            data.pop("summary", None)
            stand_in = _stand_in(knowledge.site, claims)
            if stand_in:
                data["summary"] = stand_in
    data.pop("publish", None)
    entry.data = {key: value for key, value in data.items() if value not in ([], {}, "")}
    return entry


def restored(entry, day):
    entry = entry.copy()
    undone = [
        (span(c["date"])[0], number, c["was"]) for number, c in enumerate(entry.data.get("corrections", []))
        if c.get("was") and later(span(c["date"]), day)]
    for _, _, was in sorted(undone, key=lambda item: item[:2], reverse=True):
        if "date" in was:
            entry.data.pop("date_text", None)
        entry.data.update(was)
        entry.summary_is_old = entry.summary_is_old or "summary" in was
    return entry


def named(entries, pages, site):
    """The ids that entries and texts name, by registry."""
    found = {"actors": set(), "places": set(), "groups": set(), "tags": set(), "sources": set()}
    found["groups"].update(listed(site.settings.get("defaults", {}).get("group")))
    default = site.settings.get("defaults", {}).get("group")
    for entry in entries:
        data = entry.data
        found["actors"].update(data.get("actors", []))
        for claim in entry.claims:
            found["actors"].update(listed(claim.get("by")) + listed(claim.get("via")))
        for place in data.get("places", []):
            found["places"].add(place["id"] if isinstance(place, dict) else place)
            if isinstance(place, dict):
                found["actors"].update(listed(place.get("by")))
        for leg in data.get("route", []):
            found["places"].update((leg["from"], leg["to"]))
            found["actors"].update(listed(leg.get("claimed_by")))
        for quantity in data.get("quantities", []):
            found["actors"].update(listed(quantity.get("claimed_by")))
        found["groups"].update(listed(data.get("group", default)))
        found["tags"].update(data.get("tags", []))
        found["sources"].update(source for source in sources_of(entry) if isinstance(source, str))
        for text in texts(entry):
            found["sources"].update(re.findall(r"\[\^([^\]]+)\]", text))
    descriptions = [actor.get("description", "") for actor in site.actors.values()]
    descriptions += [place.get("description", "") for place in site.places.values()]
    for text in [body for _, _, body in pages] + descriptions:
        found["sources"].update(re.findall(r"\[\^([^\]]+)\]", text))
    return found


def _write(path, data, body=None):
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(data, ensure_ascii=False) + "\n"
    path.write_text(text if body is None else f"---\n{text}---\n{body}", encoding="utf-8")


# Rules that a cut entry may break without a mistake of its author.
OFF = ["quote-without-source", "entry-without-source", "claim-without-words", "history-steps", "known-after-claim"]


def cut(content, day, folder):
    """Writes the Content of a day into a folder, and returns the number of its entries."""
    site = Site(Path(content).resolve())
    shown = [restored(entry, day) for entry in site.entries if site.is_published(entry)]
    knowledge = Knowledge(site, shown)
    entries = [entry for entry in (cut_entry(knowledge, whole, day) for whole in shown) if entry]
    pages = []
    for path, data, body in site.pages:
        if knowledge.names_later(body, path, day):
            body = ""
            data = {key: value for key, value in data.items() if key != "summary"}
        pages.append((path, data, body))
    before = named(shown, site.pages, site)
    for registry in (site.actors, site.places):
        for item in registry.values():
            if knowledge.names_later(item.get("description"), site.content / "actors.yml", day):
                del item["description"]
    now = named(entries, pages, site)

    def kept(registry, name):
        return {key: value for key, value in registry.items() if key not in before[name] or key in now[name]}

    site.actors, site.places = kept(site.actors, "actors"), kept(site.places, "places")
    now = named(entries, pages, site)
    sources = {
        key: value for key, value in kept(site.sources, "sources").items()
        if not (value.get("date") and later(span(value["date"]), day))}
    settings = dict(site.settings)
    settings["as_of"] = min(site.today, day).isoformat()
    settings["groups"] = [g for g in settings.get("groups", []) if g["id"] not in before["groups"] or g["id"] in now["groups"]]
    settings["tags"] = kept(settings.get("tags", {}), "tags")
    settings["moments"] = [m for m in settings.get("moments", []) if not later(span(m["date"]), day)]
    settings["eras"] = [era for era in settings.get("eras", []) if not later(span(era["date"]), day)]
    settings["rules"] = {**settings.get("rules", {}), **dict.fromkeys(OFF, "off")}
    folder = Path(folder)
    _write(folder / "timeline.yml", settings)
    _write(folder / "actors.yml", site.actors)
    _write(folder / "places.yml", site.places)
    _write(folder / "sources.yml", sources)
    for entry in entries:
        _write(folder / entry.path.relative_to(site.content), entry.data, entry.body)
    for path, data, body in pages:
        _write(folder / path.relative_to(site.content), data, body)
    if (site.content / "media").exists():
        shutil.copytree(site.content / "media", folder / "media")
    return len(entries)


def days_of_change(content):
    """Every day on which something became known, and the day before the first of them."""
    site = Site(Path(content).resolve())
    shown = [entry for entry in site.entries if site.is_published(entry)]
    knowledge = Knowledge(site, shown)
    spans = list(knowledge.claims.values()) + list(knowledge.known.values())
    spans += [knowledge.source(source) for entry in shown for source in sources_of(entry)]
    spans += [span(c["date"]) for entry in shown for key in ("corrections", "editor_notes") for c in entry.data.get(key, []) if "date" in c]
    spans += [knowledge.step(entry, step) for entry in shown for step in entry.data.get("history", [])]
    return sorted({day for known in spans if known for day in known if day})


def later_texts(content, day):
    """The texts of claims that were certainly made after a day, and the titles of sources that were published after it."""
    site = Site(Path(content).resolve())
    shown = [restored(entry, day) for entry in site.entries if site.is_published(entry)]
    knowledge = Knowledge(site, shown)
    for entry in shown:
        for index, claim in enumerate(entry.claims):
            if later(knowledge.claims[entry.slug, index], day):
                yield from (plain(claim[key]) for key in ("says", "quote") if claim.get(key))
        if later(knowledge.known[entry.slug], day):
            yield entry.data["title"]
    for source in site.sources.values():
        if source.get("date") and later(span(source["date"]), day) and source.get("title"):
            yield source["title"]


MARK = re.compile(rb'<(aside|p|span) class="known-note[^>]*>.*?</\1>\n')


def unmarked(data):
    """A file without the banner and the marks of a view."""
    return MARK.sub(b"", data)
