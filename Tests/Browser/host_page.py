"""A page of another site, with a frame in it: a server of its own on another host name and port."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class HostPage:
    """Serves one page, whose HTML a test sets."""

    def __init__(self):
        host = self

        class Answer(BaseHTTPRequestHandler):
            def do_GET(self):
                body = host.html.encode()
                self.send_response(200)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, format, *arguments) -> None:
                pass

        self.html = ""
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
        self._server.daemon_threads = True
        # Another host than 127.0.0.1, so that cookies and storage would be those of a third party.
        self.url = f"http://localhost:{self._server.server_address[1]}/"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def show(self, content: str) -> None:
        """Sets the page: some words, the content, more words."""
        self.html = (
            '<!doctype html><html lang="en"><head><meta name="viewport" content="width=device-width">'
            '<meta name="color-scheme" content="light dark"><link rel="icon" href="data:,"><title>News</title></head>'
            f'<body><h1>News</h1><p>Before.</p>{content}<p id="after">After.</p></body></html>'
        )

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()
