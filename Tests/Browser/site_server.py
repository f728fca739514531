"""Serves a built site as a static host does: with the headers of its `_headers` file, and its 404.html."""

import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


class SiteServer:
    """A server of one folder on a free port of 127.0.0.1."""

    def __init__(self, folder: Path):
        respond = partial(_Response, directory=str(folder), site_headers=read_headers(folder / "_headers"))
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), respond)
        self._server.daemon_threads = True
        self.origin = f"http://127.0.0.1:{self._server.server_address[1]}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()


def read_headers(file: Path) -> list[tuple[str, str]]:
    """The headers of `_headers` for every page: the indented lines below `/*`."""
    headers, is_for_all = [], False
    for line in file.read_text(encoding="utf-8").splitlines():
        if not line.startswith(" "):
            is_for_all = line.strip() == "/*"
        elif is_for_all:
            name, value = line.split(":", 1)
            headers.append((name.strip(), value.strip()))
    assert headers, f"{file} has no headers for /*"
    return headers


class _Response(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    extensions_map = {
        ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8",
        ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml", ".png": "image/png",
        ".json": "application/json", ".xml": "application/xml", "": "application/octet-stream",
    }

    def __init__(self, *arguments, site_headers: list[tuple[str, str]], **options):
        self.site_headers = site_headers
        super().__init__(*arguments, **options)

    def end_headers(self) -> None:
        for name, value in self.site_headers:
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
