"""The author's workflow in the README: from an empty folder to a site, with a mistake on the way."""

import re
import shlex
import subprocess

from playwright.sync_api import expect

from preview_server import LONGEST_WAIT, PreviewServer
from sites import REPOSITORY, binary


def commands():
    """The commands of the README's workflow, in order."""
    text = (REPOSITORY / "README.md").read_text(encoding="utf-8")
    block = re.search(r"^From an empty folder to a site.*?```console\n(.*?)```", text, re.S | re.M)[1]
    return [shlex.split(line) for line in block.splitlines()]


def run(arguments, folder):
    assert arguments[0] == "dateline"
    return subprocess.run(
        [binary(), *arguments[1:]], cwd=folder, text=True, encoding="utf-8", capture_output=True,
        stdin=subprocess.DEVNULL, timeout=LONGEST_WAIT)


def test_new_serve_add_mistake_overlay_mend_check_build(tmp_path, reader):
    new, enter, serve, add, check, build = commands()
    assert run(new, tmp_path).returncode == 0
    site = tmp_path / enter[1]
    assert serve[1] == "serve"
    preview = PreviewServer(site)
    page = reader.new_page("desktop")
    page.goto(preview.url(), wait_until="load")
    entries = page.locator(".entry").count()
    assert entries > 0

    added = run(add, site)
    assert added.returncode == 0, added.stderr
    file = added.stdout.strip()
    title = page.get_by_role("link", name=add[2])
    expect(title.first).to_be_visible(timeout=LONGEST_WAIT * 1000)
    assert page.locator(".entry").count() == entries + 1

    good = (site / file).read_text(encoding="utf-8")
    (site / file).write_text(good.replace("date: ", "date: 20.8.1911 # ", 1), encoding="utf-8")
    trouble = page.locator("#dateline-trouble .item")
    expect(trouble).to_have_count(1, timeout=LONGEST_WAIT * 1000)
    assert f"{file}:" in trouble.inner_text() and "[date-syntax]" in trouble.inner_text()
    broken = run(check, site)
    assert broken.returncode == 1
    assert f"{file}:" in broken.stderr and "[date-syntax]" in broken.stderr
    failed = run(build, site)
    assert failed.returncode == 1 and not (site / "Site/index.html").exists()

    (site / file).write_text(good, encoding="utf-8")
    expect(page.locator("#dateline-trouble")).to_have_count(0, timeout=LONGEST_WAIT * 1000)
    page.close()
    assert preview.stop() == 0

    assert run(check, site).returncode == 0
    assert run(build, site).returncode == 0
    assert add[2] in (site / "Site/index.html").read_text(encoding="utf-8")
