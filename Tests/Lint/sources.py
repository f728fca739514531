"""The code that the scripts in this folder check, and their common end."""
import pathlib
import re

SOURCES = pathlib.Path(__file__).resolve().parents[2] / "Sources"
_COMMENT_OR_TEXT = re.compile(r'/\*.*?\*/|//[^\n]*|""".*?"""|#"[^\n]*?"#|"(?:\\.|[^"\\\n])*"', re.DOTALL)


def read(keeping_texts=False):
    """The code of each file by its path below Sources, without comments, and without string literals unless they are kept.
    Line numbers do not change. Tables of coastlines are excluded."""
    return {
        path.relative_to(SOURCES).as_posix(): _bare(path.read_text(encoding="utf-8"), keeping_texts)
        for path in sorted(SOURCES.rglob("*.swift")) if not re.match(r"Coasts\d", path.name)}


def _bare(code, keeping_texts):
    def blank(found):
        is_comment = found[0].startswith(("//", "/*"))
        return re.sub(r"[^\n]", " ", found[0]) if is_comment or not keeping_texts else found[0]

    return _COMMENT_OR_TEXT.sub(blank, code)


def end(faults, fine):
    """Prints the findings, and returns the exit code: 1 if there are any."""
    print("\n".join(faults) if faults else fine)
    return 1 if faults else 0
