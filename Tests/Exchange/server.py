"""A server of a folder on this machine, with the media types that hosts give to feeds."""

import functools
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer


class _Requests(SimpleHTTPRequestHandler):
    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, ".xml": "application/atom+xml", ".json": "application/feed+json"}

    def log_message(self, *arguments):
        pass


class FileServer:
    def __init__(self, folder):
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Requests, directory=str(folder)))
        self.origin = f"http://127.0.0.1:{self._server.server_address[1]}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def stop(self):
        self._server.shutdown()
        self._server.server_close()
