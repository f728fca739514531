"""Makes copies of a site with the programs that archives use, and gives the addresses at which readers open them."""

import json
import os
import subprocess
from collections import Counter
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from sites import REPOSITORY
from webdriver import free_port, wait_for_port

# Seconds. The limit is long because the machine may be busy.
LONGEST_COPY = 120

_WGET = ["wget", "--quiet", "--no-proxy", "--no-host-directories"]
# HTTrack limits bytes and connections per second, and version 3.49-4 computes both with a clock of whole seconds, so
# either limit makes a copy too slow for a test. HTTrack treats "/" and "/index.html" as two pages; all links lead to
# the second, so the copy starts there.
_HTTRACK = ["httrack", "--quiet", "--disable-security-limits", "--max-rate=0", "--connection-per-second=0", "--robots=0"]


class FolderCopy:
    """A copy in a folder, which readers open from the disk or from a server."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.paths = Counter(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())

        self.ways = [self.from_disk, self.served]

    @contextmanager
    def from_disk(self):
        """The address of the copy's home page, and the prefix of all addresses of the copy."""
        yield self.folder.as_uri() + "/index.html", self.folder.as_uri() + "/"

    @contextmanager
    def served(self):
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(self.folder)))
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            own = f"http://127.0.0.1:{server.server_address[1]}/"
            yield own + "index.html", own
        finally:
            server.shutdown()
            server.server_close()


class ArchiveCopy:
    """A web archive (WARC) that pywb replays as web archives do: rewritten, in a frame."""

    def __init__(self, archive: Path, folder: Path, origin: str):
        self._folder, self._origin = folder, origin
        for command in (["wb-manager", "init", "site"], ["wb-manager", "add", "site", archive]):
            _run([_PYWB / command[0], *command[1:]], cwd=folder, env=_pywb_environment())
        self.paths = Counter(_recorded(folder / "collections/site/indexes/index.cdxj", origin))
        self.ways = [self.replayed]

    @contextmanager
    def replayed(self):
        port = free_port()
        with (self._folder / "log").open("wb") as log:
            process = subprocess.Popen(
                [_PYWB / "wayback", "--bind", "127.0.0.1", "--port", str(port)], cwd=self._folder,
                env=_pywb_environment(), stdout=log, stderr=log)
            try:
                wait_for_port(port, process, self._folder / "log")
                yield f"http://127.0.0.1:{port}/site/{self._origin}/", f"http://127.0.0.1:{port}/"
            finally:
                process.terminate()
                process.wait(LONGEST_COPY)


def by_wget_parts(origin: str, folder: Path) -> FolderCopy:
    _run([*_WGET, "-P", folder, "-r", "-l", "inf", "-p", "-k", origin + "/"])
    return FolderCopy(folder)


def by_wget_mirror(origin: str, folder: Path) -> FolderCopy:
    _run([*_WGET, "-P", folder, "--mirror", "--convert-links", origin + "/"])
    return FolderCopy(folder)


def by_httrack(origin: str, folder: Path) -> FolderCopy:
    _run([*_HTTRACK, "-O", folder, origin + "/index.html"])
    copies = [found for found in folder.iterdir() if found.is_dir() and found.name.startswith("127.0.0.1")]
    assert len(copies) == 1, copies
    return FolderCopy(copies[0])


def by_warc(origin: str, folder: Path) -> ArchiveCopy:
    files, replay = folder / "files", folder / "replay"
    replay.mkdir()
    _run([*_WGET, "-P", files, "-r", "-l", "inf", "-p", f"--warc-file={folder}/site", origin + "/"])
    return ArchiveCopy(folder / "site.warc.gz", replay, origin)


TOOLS = {"wget-parts": by_wget_parts, "wget-mirror": by_wget_mirror, "httrack": by_httrack, "pywb": by_warc}

_PYWB = REPOSITORY / ".venv-pywb" / "bin"


def _pywb_environment() -> dict[str, str]:
    # pywb prints warnings about its own packages.
    return {**os.environ, "PYTHONWARNINGS": "ignore"}


def _recorded(index: Path, origin: str):
    """The path of every response in an archive, from pywb's index; the site's own address is "/"."""
    for line in index.read_text(encoding="utf-8").splitlines():
        answer = json.loads(line.split(" ", 2)[2])
        if answer.get("status") == "200":
            yield answer["url"].removeprefix(origin + "/") or "/"


def _run(command: list, **options) -> None:
    run = subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=LONGEST_COPY, **options)
    assert run.returncode == 0, f"{command}\n{run.stdout}{run.stderr}"


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass
