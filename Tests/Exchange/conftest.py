"""Fixtures: the sites of the tests, each built on first use, and a server for programs that read addresses."""

import pytest

from program import Sites
from server import FileServer


@pytest.fixture(scope="session")
def sites(tmp_path_factory):
    """The sites by name: plain, full, moved, days, years. Each is built on first use."""
    return Sites(tmp_path_factory.mktemp("sites"))


@pytest.fixture(scope="session")
def serve():
    """Serves a folder on this machine and returns its address: `serve(folder)`."""
    servers = []

    def serve(folder):
        servers.append(FileServer(folder))
        return servers[-1].origin

    yield serve
    for server in servers:
        server.stop()
