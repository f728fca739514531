"""Prints the path of the binary in the package `hugo`, whose Python wrapper would add its own time."""

from importlib.metadata import distribution
from pathlib import Path

folder = Path(distribution("hugo").locate_file("hugo/binaries"))
print(next(path for path in sorted(folder.iterdir()) if path.name.startswith("hugo")))
