"""Firefox and WebKitGTK, driven by the commands of W3C WebDriver. Playwright drives only its own builds of these two;
these tests use the ones that readers have. Firefox accepts the commands on its own socket (Marionette), WebKitGTK by
HTTP through a separate driver: neither needs a package."""

import base64
import itertools
import json
import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

# Each command by its name in Marionette, and by its HTTP request.
COMMANDS = {
    "NewSession": ("POST", "/session"),
    "DeleteSession": ("DELETE", ""),
    "Navigate": ("POST", "/url"),
    "Back": ("POST", "/back"),
    "ExecuteScript": ("POST", "/execute/sync"),
    "PerformActions": ("POST", "/actions"),
    "SetWindowRect": ("POST", "/window/rect"),
    "TakeScreenshot": ("GET", "/screenshot"),
}
KEYS = {"Tab": "\ue004", "Enter": "\ue007", "Escape": "\ue00c", "Space": " ", "ArrowRight": "\ue014", "End": "\ue010"}
LONGEST_WAIT = 20


class WebDriverError(Exception):
    """An error that a browser returns instead of a value."""


class Marionette:
    """Commands on Firefox's socket: each message is its length, a colon and a JSON array."""

    def __init__(self, port: int):
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=60)
        self._stream = self._socket.makefile("rwb")
        self._numbers = itertools.count(1)
        self._receive()

    def command(self, name: str, parameters: dict):
        message = json.dumps([0, next(self._numbers), name if ":" in name else f"WebDriver:{name}", parameters]).encode()
        self._stream.write(b"%d:%s" % (len(message), message))
        self._stream.flush()
        _, _, error, answer = self._receive()
        if error:
            raise WebDriverError(f"{name}: {error['error']}: {error['message']}")
        return answer["value"] if set(answer) == {"value"} else answer

    def _receive(self):
        length = b""
        while (sign := self._stream.read(1)) != b":":
            if not sign:
                raise WebDriverError("Firefox has closed its socket")
            length += sign
        return json.loads(self._stream.read(int(length)))

    def close(self) -> None:
        self._stream.close()
        self._socket.close()


class OverHTTP:
    """Commands to a driver that is separate from its browser."""

    def __init__(self, port: int):
        self._origin = f"http://127.0.0.1:{port}"
        self._session = ""

    def command(self, name: str, parameters: dict):
        method, path = COMMANDS[name]
        body = json.dumps(parameters).encode() if method == "POST" else None
        request = urllib.request.Request(
            self._origin + self._session + path, body, {"Content-Type": "application/json"}, method=method)
        try:
            with urllib.request.urlopen(request, timeout=60) as response:
                value = json.load(response)["value"]
        except urllib.error.HTTPError as error:
            raise WebDriverError(f"{name}: {json.load(error)['value']}") from None
        if name == "NewSession":
            self._session = f"/session/{value['sessionId']}"
        return value

    def close(self) -> None:
        pass


class Window:
    """One window of a browser: navigation, input, and the results of scripts."""

    def __init__(self, transport, capabilities: dict):
        self._transport = transport
        self.capabilities = self.command("NewSession", capabilities={"alwaysMatch": capabilities})["capabilities"]

    def command(self, name: str, **parameters):
        return self._transport.command(name, parameters)

    def go(self, url: str) -> None:
        self.command("Navigate", url=url)

    def back(self) -> None:
        self.command("Back")

    def js(self, script: str, *arguments):
        """The value of an expression; `arguments` are available as `a`."""
        return self.command("ExecuteScript", script=f"const a = arguments; return ({script});", args=list(arguments))

    def wait(self, script: str, *arguments):
        """The value of an expression once it is true."""
        end = time.monotonic() + LONGEST_WAIT
        while not (value := self.js(script, *arguments)):
            assert time.monotonic() < end, f"never came true at {self.js('location.href')}: {script} {arguments}"
            time.sleep(0.05)
        return value

    def click(self, selector: str) -> None:
        """Clicks the centre of an element, as a mouse does: an element on top of it receives the click."""
        x, y = self.js("""(() => {
            const e = document.querySelector(a[0]);
            e.scrollIntoView({ block: "center", behavior: "instant" });
            const box = e.getBoundingClientRect();
            return [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)];
        })()""", selector)
        self.command("PerformActions", actions=[{
            "type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": [
                {"type": "pointerMove", "duration": 0, "x": x, "y": y},
                {"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}]}])

    def press(self, *keys: str) -> None:
        """Presses keys by name, or each character of a text."""
        signs = [sign for key in keys for sign in ([KEYS[key]] if key in KEYS else key)]
        strokes = [{"type": kind, "value": sign} for sign in signs for kind in ("keyDown", "keyUp")]
        self.command("PerformActions", actions=[{"type": "key", "id": "keyboard", "actions": strokes}])

    def picture(self, file: Path) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(base64.b64decode(self.command("TakeScreenshot", full=False)))

    def close(self) -> None:
        self.command("DeleteSession")
        self._transport.close()


class Firefox(Window):
    """Firefox without a screen, in a profile of its own. Tests have access to its internals: the console,
    the preferred colours, the reader view."""

    def __init__(self, folder: Path):
        program = shutil.which(os.environ.get("FIREFOX", "firefox-esr"))
        assert program, "there is no Firefox: run Tests/Setup/browser.sh, or name a browser in FIREFOX"
        port_file = folder / "MarionetteActivePort"
        preferences = {"marionette.port": 0, "browser.shell.checkDefaultBrowser": False, "ui.prefersReducedMotion": 1}
        (folder / "user.js").write_text(
            "".join(f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in preferences.items()))
        self._log = (folder / "log").open("wb")
        self._process = subprocess.Popen(
            [program, "--headless", "--no-remote", "--marionette", "--remote-allow-system-access", "--profile", folder],
            stdout=self._log, stderr=self._log)
        super().__init__(Marionette(_port_in(port_file, self._process, folder / "log")), {})
        self.look()

    def inside(self, script: str, *arguments):
        """The value of an expression in the context of the browser's own scripts."""
        self.command("Marionette:SetContext", value="chrome")
        try:
            return self.js(script, *arguments)
        finally:
            self.command("Marionette:SetContext", value="content")

    def look(self, width: int = 1280, height: int = 800, dark: bool = False) -> None:
        """Sets the size of the viewport, which may be narrower than any window; light or dark."""
        self.inside("""(() => {
            const browser = gBrowser.selectedBrowser, [width, height, dark] = a;
            for (const side of ["width", "min-width", "max-width"]) browser.style.setProperty(side, width + "px");
            for (const side of ["height", "min-height", "max-height"]) browser.style.setProperty(side, height + "px");
            browser.style.flex = "none";
            browser.getBoundingClientRect();
            Services.prefs.setIntPref("layout.css.prefers-color-scheme.content-override", dark ? 0 : 1);
        })()""", width, height, dark)
        self.wait("innerWidth === a[0] && innerHeight === a[1] && matchMedia('(prefers-color-scheme: dark)').matches === a[2]",
                  width, height, dark)

    def prefer(self, name: str, number: int) -> None:
        """Sets a preference of the browser."""
        self.inside("Services.prefs.setIntPref(a[0], a[1])", name, number)

    def problems(self) -> list[str]:
        """The errors and warnings of the site's pages in the console since the last call, without those of the browser's own files."""
        return self.inside("""(() => {
            const told = Services.console.getMessageArray().filter(message => message instanceof Ci.nsIScriptError
                && (/^(http|file)/.test(message.sourceName) || message.innerWindowID && !/^(chrome|resource|about):/.test(message.sourceName)));
            Services.console.reset();
            return told.map(message => message.sourceName + ":" + message.lineNumber + ": " + message.errorMessage);
        })()""")

    def printed(self, file: Path) -> Path:
        """Prints the page to a PDF on A4."""
        value = self.command("Print", page={"width": 21.0, "height": 29.7}, shrinkToFit=False, background=False)
        file.write_bytes(base64.b64decode(value))
        return file

    def close(self) -> None:
        try:
            self.command("Marionette:Quit", flags=["eForceQuit"])
            self._process.wait(30)
        finally:
            self._process.kill()
            self._process.wait()
            self._log.close()


class WebKit(Window):
    """WebKitGTK in its minimal browser, on a virtual screen (Xvfb)."""

    def __init__(self, folder: Path):
        reading, writing = os.pipe()
        self._log = (folder / "log").open("wb")
        self._screen = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1400x1100x24", "-nolisten", "tcp"],
            pass_fds=[writing], stdout=self._log, stderr=self._log)
        os.close(writing)
        with os.fdopen(reading) as answer:
            display = answer.readline().strip()
        assert display, "Xvfb did not start: run Tests/Setup/browser.sh"
        port = free_port()
        environment = {**os.environ, "DISPLAY": f":{display}", "GDK_BACKEND": "x11", "LIBGL_ALWAYS_SOFTWARE": "1", "NO_AT_BRIDGE": "1"}
        self._driver = subprocess.Popen(
            ["WebKitWebDriver", f"--port={port}"], env=environment, stdout=self._log, stderr=self._log)
        wait_for_port(port, self._driver, folder / "log")
        browsers = sorted(Path("/usr").glob("lib*/**/webkit2gtk-4.*/MiniBrowser"))
        assert browsers, "there is no MiniBrowser of WebKitGTK: run Tests/Setup/browser.sh"
        super().__init__(OverHTTP(port), {"webkitgtk:browserOptions": {"binary": str(browsers[0]), "args": ["--automation"]}})
        self.look()

    def look(self, width: int = 1280, height: int = 800) -> None:
        """Sets the size of the window; the viewport is less high."""
        self.command("SetWindowRect", width=width, height=height)

    def close(self) -> None:
        try:
            super().close()
        finally:
            for process in (self._driver, self._screen):
                process.terminate()
                process.wait(20)
            self._log.close()


def _port_in(file: Path, process: subprocess.Popen, log: Path) -> int:
    end = time.monotonic() + 60
    while not (file.exists() and file.read_text().strip()):
        assert process.poll() is None and time.monotonic() < end, f"Firefox did not start: {log.read_text(errors='replace')}"
        time.sleep(0.05)
    return int(file.read_text())


def wait_for_port(port: int, process: subprocess.Popen, log: Path) -> None:
    end = time.monotonic() + 30
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            assert process.poll() is None and time.monotonic() < end, f"it did not start: {log.read_text(errors='replace')}"
            time.sleep(0.05)


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]
