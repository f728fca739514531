"""Serves a built site as a static host does: with the headers of its `_headers` file, and its 404.html."""

import re
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


class SiteServer:
    """A server of one folder on a free port of 127.0.0.1."""

    def __init__(self, folder: Path):
        respond = partial(_Response, directory=str(folder), rules=read_rules(folder / "_headers"))
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), respond)
        self._server.daemon_threads = True
        self.origin = f"http://127.0.0.1:{self._server.server_address[1]}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()


def read_rules(file: Path) -> list[tuple[str, list[tuple[str, str]]]]:
    """The rules of `_headers` in their order: the address with its `*`, and the headers below it."""
    rules: list[tuple[str, list[tuple[str, str]]]] = []
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith(" "):
            name, value = line.split(":", 1)
            rules[-1][1].append((name.strip(), value.strip()))
        elif line:
            rules.append((line.strip(), []))
    return rules


def headers_for(rules: list[tuple[str, list[tuple[str, str]]]], path: str) -> list[tuple[str, str]]:
    """The headers of every page, and the policies of all rules that match an address: a browser enforces each."""
    headers = []
    for pattern, given in rules:
        if re.fullmatch(re.escape(pattern).replace(r"\*", ".*"), path):
            headers += [field for field in given if pattern == "/*" or field[0] == "Content-Security-Policy"]
    return headers


def read_headers(file: Path) -> list[tuple[str, str]]:
    """The headers of the home page, with its policies as one."""
    headers: dict[str, str] = {}
    for name, value in headers_for(read_rules(file), "/"):
        headers[name] = f"{headers[name]}; {value}" if name in headers else value
    assert headers, f"{file} has no headers for /*"
    return list(headers.items())


class _Response(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    extensions_map = {
        ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8",
        ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml", ".png": "image/png",
        ".json": "application/json", ".xml": "application/xml", "": "application/octet-stream",
    }

    def __init__(self, *arguments, rules: list, **options):
        self.rules = rules
        super().__init__(*arguments, **options)

    def end_headers(self) -> None:
        for name, value in headers_for(self.rules, self.path.split("?")[0]):
            self.send_header(name, value)
        super().end_headers()

    def send_error(self, code, message=None, explain=None) -> None:
        body = (Path(self.directory) / "404.html").read_bytes() if code == 404 else b""
        self.send_response(code, message)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format, *arguments) -> None:
        pass
