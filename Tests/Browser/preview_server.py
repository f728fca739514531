"""`dateline serve` of a site that changes while it is open."""

import queue
import re
import signal
import subprocess
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path

from sites import binary

# Long, for a busy machine; nothing is measured here.
LONGEST_WAIT = 60


class PreviewServer:
    """A preview of a site's folder on a port of its own."""

    def __init__(self, folder: Path):
        self.folder = folder
        command = [binary(), "serve", "--port", "0"]
        # It runs in the folder itself, so that messages name files as an author in that folder sees them.
        self._process = subprocess.Popen(
            command, cwd=folder, text=True, encoding="utf-8", stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self._lines: queue.Queue[str] = queue.Queue()
        self.messages: list[str] = []
        for stream, take in ((self._process.stdout, self._lines.put), (self._process.stderr, self.messages.append)):
            threading.Thread(target=_drain, args=(stream, take), daemon=True).start()
        self.origin = self.line(r"(http://127\.0\.0\.1:\d+)/\n")[1]

    def url(self, path: str = "") -> str:
        return f"{self.origin}/{path}"

    def source(self, path) -> tuple[int, str]:
        """The status and the page of a source file, as the build that is shown has read it."""
        try:
            with urllib.request.urlopen(self.url(f"_dateline/source/{path}"), timeout=LONGEST_WAIT) as answer:
                status, text = answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            status, text = error.code, error.read().decode()
        # The script's attributes name the build; the rest depends on the file alone.
        return status, re.sub(r"<script .*?</script>", "", text)

    def wait_for_source(self, path, expected: tuple[int, str]) -> None:
        """Waits until a source file is shown as given."""
        end = time.monotonic() + LONGEST_WAIT
        while self.source(path) != expected:
            assert time.monotonic() < end, f"{path} is not shown as it was before"
            time.sleep(0.02)

    def line(self, pattern: str) -> re.Match:
        """The next line of standard output that matches a pattern."""
        while True:
            match = re.fullmatch(pattern, self._lines.get(timeout=LONGEST_WAIT))
            if match:
                return match

    def stop(self) -> int:
        """Ends it as Ctrl-C does, and returns its exit code."""
        self._process.send_signal(signal.SIGINT)
        return self._process.wait(LONGEST_WAIT)


def _drain(stream, take) -> None:
    for line in stream:
        take(line)
