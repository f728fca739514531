"""A small generated site whose ids mislead programs: reader views and text extractors drop elements called `comment`,
`author` or `nav`, and ignore few words with many links."""

from pathlib import Path

GROUP = "sponsor-sidebar"
SLUG = "community-authorities-nav"


def write_odd_site(folder: Path) -> Path:
    content = folder / "Content"
    for name in ("events", "pages"):
        (content / name).mkdir(parents=True)
    files = {
        "timeline.yml": (
            "title: Odd names\ndescription: A short site, where every name is one that programs stumble over.\n"
            "base_url: https://odd.example/\nlanguage: en\nauthor: Nobody\nlicense: CC0\n"
            f"groups:\n  - {{id: {GROUP}, name: Sponsors, color: \"#0072B2\"}}\n"),
        "actors.yml": "extra-menu: {name: The Extra Menu, kind: organisation, description: They cook.}\nfooter: {name: Foot & Co, kind: organisation}\n",
        "sources.yml": "banner: {publisher: The Banner, title: What was said, date: 1911-08-12, url: \"https://banner.example/1\"}\n",
        f"events/{SLUG}.md": (
            "---\ntitle: The hall is shut, the cooks say\ndate: 1911-08-11\nstatus: disputed\n"
            f"summary: Short.\ngroup: {GROUP}\nactors: [extra-menu, footer]\ntags: [social, rss]\n"
            "claims:\n"
            "  - {id: related-comments, by: extra-menu, stance: asserts, says: \"[Shut](https://banner.example/2).\", date: 1911-08-11, source: banner}\n"
            "  - {id: tags, by: footer, stance: denies, of: related-comments, quote: \"It is open\", date: 1911-08-12, source: banner}\n"
            "editor_notes:\n  - {text: \"See [here](https://banner.example/3) what else was said of it on that day, and who it was that said so.\", sources: [banner]}\n"
            "corrections:\n  - {date: 1911-08-20, text: \"[Fifty](https://banner.example/4) was forty.\"}\n"
            "---\n[All](https://banner.example/5) of [it](https://banner.example/6) was told by the cooks and by their guests, on the day itself.\n"),
        "events/meta-sidebar-pager.md": (
            "---\ntitle: The hall opens\ndate: 1911-09\nstatus: claimed\nsummary: Also short.\n"
            "claims:\n  - {by: footer, stance: asserts, says: It is open again., date: 1911-09-02, source: banner}\n---\n"),
        "pages/about.md": "---\ntitle: About\n---\nNothing here happened.\n",
    }
    for name, text in files.items():
        (content / name).write_text(text, encoding="utf-8")
    return folder
