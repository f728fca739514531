"""Prints where the binary of the package `hugo` is: its Python wrapper takes time of its own."""

from importlib.metadata import distribution
from pathlib import Path

folder = Path(distribution("hugo").locate_file("hugo/binaries"))
print(next(path for path in sorted(folder.iterdir()) if path.name.startswith("hugo")))
