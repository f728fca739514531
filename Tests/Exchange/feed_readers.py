"""Feed programs as functions: each takes the address of a feed and returns its entries as the program reads them."""

import datetime
import sqlite3
from dataclasses import dataclass
from pathlib import Path

import feedparser
import reader

import program


@dataclass(frozen=True)
class Item:
    id: str
    link: str
    title: str
    published: datetime.date | None
    updated: datetime.date | None
    content: str


def read_feedparser(address: str, folder: Path) -> list[Item]:
    feed = feedparser.parse(address)
    assert not feed.bozo, feed.bozo_exception
    return [
        Item(entry.id, entry.link, entry.title, _day(entry.published_parsed), _day(entry.updated_parsed), entry.content[0].value)
        for entry in feed.entries
    ]


def read_reader(address: str, folder: Path) -> list[Item]:
    with reader.make_reader(str(folder / "reader.sqlite")) as feeds:
        feeds.add_feed(address, exist_ok=True)
        feeds.update_feed(address)
        error = feeds.get_feed(address).last_exception
        assert error is None, error
        return [
            Item(entry.id, entry.link, entry.title, _date(entry.published), _date(entry.updated), entry.get_content().value)
            for entry in feeds.get_entries(feed=address)
        ]


def read_newsboat(address: str, folder: Path) -> list[Item]:
    """What newsboat stores. It keeps one day, and shows the titles and links that it has."""
    (folder / "urls").write_text(address + "\n", encoding="utf-8")
    (folder / "config").write_text("", encoding="utf-8")
    cache = folder / "newsboat.sqlite"
    command = ["newsboat", "-u", folder / "urls", "-c", cache, "-C", folder / "config", "-x"]
    unread = program.run([*command, "reload", "print-unread"], env={"HOME": str(folder), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"})
    with sqlite3.connect(cache) as rows:
        items = [
            Item(guid, url, title, datetime.datetime.fromtimestamp(stamp, datetime.UTC).date(), None, content)
            for guid, url, title, stamp, content in rows.execute("select guid, url, title, pubDate, content from rss_item")
        ]
    assert unread.split()[0] == str(len(items)), unread
    return items


def _day(parts) -> datetime.date | None:
    return datetime.date(*parts[:3]) if parts else None


def _date(moment: datetime.datetime | None) -> datetime.date | None:
    return moment.date() if moment else None


ATOM_READERS = {"feedparser": read_feedparser, "reader": read_reader, "newsboat": read_newsboat}
