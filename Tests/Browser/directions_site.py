"""A small generated site in two versions: Hebrew names on an English page, and English names on a Hebrew page. Each
name ends in a character that moves to the wrong side unless the name is isolated: a mark, a number, a bracket."""

from dataclasses import dataclass
from pathlib import Path

SLUG = "harbour"


@dataclass(frozen=True)
class Names:
    language: str
    site: str
    title: str
    second: str
    group: str
    port: str
    union: str
    place: str
    publisher: str
    says: str
    quote: str
    tag: str


HEBREW_IN_ENGLISH = Names(
    "en", "נמל 1911!", "הנמל נסגר (1911)", "הנמל נפתח!", "נמל (ישן)", "רשות 1", "איגוד 2", "רציף (2)", "הארץ",
    "הנמל סגור!", "הנמל פתוח!", "שביתה 3")
ENGLISH_IN_HEBREW = Names(
    "he", "Harbour 1911!", "The harbour closes (1911)", "It opens!", "Harbour (old)", "Port 1", "Union 2", "Quay (2)",
    "The Gazette", "It is shut!", "It is open!", "Strike 3")


def write_directions_site(folder: Path, names: Names) -> Path:
    content = folder / "Content"
    (content / "events").mkdir(parents=True)

    def claim(more: str) -> str:
        return f"  - {{{more}, date: 1911-08-11, source: {{publisher: \"{names.publisher}\", date: 1911-08-12}}}}\n"

    (content / "timeline.yml").write_text(
        f"title: \"{names.site}\"\nlanguage: {names.language}\ndirection: {'rtl' if names.language == 'he' else 'ltr'}\n"
        f"base_url: https://harbour.example/\nauthor: \"{names.port}\"\ngroups:\n  - {{id: old, name: \"{names.group}\"}}\n"
        f"tags: {{strike: {{name: \"{names.tag}\"}}}}\n", encoding="utf-8")
    (content / "actors.yml").write_text(
        f"port: {{name: \"{names.port}\", kind: agency}}\nunion: {{name: \"{names.union}\", kind: organisation}}\n",
        encoding="utf-8")
    (content / "places.yml").write_text(
        f"quay: {{name: \"{names.place}\", lat: 39.5, lon: 125.5}}\n", encoding="utf-8")
    (content / "events" / f"{SLUG}.md").write_text(
        f"---\ntitle: \"{names.title}\"\ndate: 1911-08-11\nstatus: disputed\ngroup: old\nactors: [port, union]\n"
        f"places: [quay]\ntags: [strike]\nimportance: 1\nsummary: \"{names.says}\"\nclaims:\n"
        + claim(f"id: shut, by: [port, union], stance: asserts, says: \"{names.says}\"")
        + claim(f"by: union, stance: denies, of: shut, quote: \"{names.quote}\"")
        + f"---\n{names.says}\n", encoding="utf-8")
    (content / "events" / "opening.md").write_text(
        f"---\ntitle: \"{names.second}\"\ndate: 1911-08-14\nstatus: claimed\ngroup: old\nclaims:\n"
        + claim(f"by: [port, union], stance: asserts, says: \"{names.quote}\"") + "---\n", encoding="utf-8")
    return folder
