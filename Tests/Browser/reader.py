"""The modes in which a reader sees a page, and the open pages."""

import os
import shutil
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, Playwright

_SCREEN = {"viewport": {"width": 1280, "height": 800}}
_DARK = {**_SCREEN, "color_scheme": "dark"}
_PHONE = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2, "is_mobile": True, "has_touch": True}

# The modes, as options of a browser's context.
MODES = {
    "desktop": _SCREEN,
    "dark": _DARK,
    "phone": _PHONE,
    "phone-dark": {**_PHONE, "color_scheme": "dark"},
    "narrow": {"viewport": {"width": 320, "height": 640}},
    "more-contrast": {**_SCREEN, "contrast": "more"},
    "forced-colors": {**_SCREEN, "forced_colors": "active"},
    "forced-colors-dark": {**_DARK, "forced_colors": "active"},
    "no-script": {**_SCREEN, "java_script_enabled": False},
}


def launch(playwright: Playwright) -> Browser:
    """Starts the system's Chromium, or the browser that CHROMIUM names."""
    path = shutil.which(os.environ.get("CHROMIUM", "chromium"))
    assert path, "there is no Chromium: run Tests/Setup/browser.sh, or name a browser in CHROMIUM"
    # The same rendering on every machine, and no crash because of a container's small /dev/shm.
    options = ["--disable-gpu", "--font-render-hinting=none", "--force-color-profile=srgb", "--disable-dev-shm-usage"]
    return playwright.chromium.launch(executable_path=path, args=options)


class Reader:
    """Opens pages in contexts that are kept between tests, one for each mode."""

    def __init__(self, browser: Browser):
        self._browser = browser
        self._contexts: dict[str, BrowserContext] = {}
        self._idle: dict[str, list[Page]] = {mode: [] for mode in MODES}

    def borrow(self, mode: str) -> Page:
        """An existing tab or, if there is none, a new one: a new tab costs more than the page in it."""
        return self._idle[mode].pop() if self._idle[mode] else self.new_page(mode)

    def give_back(self, page: Page, mode: str) -> None:
        page.unroute_all()
        page.goto("about:blank")
        self._idle[mode].append(page)

    def new_page(self, mode: str) -> Page:
        if mode not in self._contexts:
            self._contexts[mode] = self._browser.new_context(reduced_motion="reduce", **MODES[mode])
        return self._contexts[mode].new_page()


class Watch:
    """The errors and the requests of an open page."""

    def __init__(self, page: Page):
        self.page = page
        self.problems: list[str] = []
        self.requests: list[str] = []
        self._held: str | None = None
        self._listeners = {
            "console": self._on_console,
            "pageerror": lambda error: self.problems.append(f"error of a script: {error}"),
            "request": self._on_request,
            "requestfailed": self._on_failure,
            "response": self._on_response,
        }
        for event, listener in self._listeners.items():
            page.on(event, listener)

    def end(self) -> None:
        for event, listener in self._listeners.items():
            self.page.remove_listener(event, listener)

    def hold(self, url: str) -> None:
        """Stays on the page when it would redirect to an address."""
        self._held = url
        self.page.route(url, lambda route: route.fulfill(status=204))

    def others(self) -> list[str]:
        """Requests to any origin other than that of the page."""
        own = urlsplit(self.page.url)
        return [url for url in self.requests if urlsplit(url)[:2] != own[:2] and not url.startswith("data:")]

    def _on_console(self, message) -> None:
        if message.type in ("error", "warning"):
            self.problems.append(f"console: {message.text}")

    def _on_request(self, request) -> None:
        self.requests.append(request.url)

    def _on_failure(self, request) -> None:
        # Leaving a page cancels its unfinished requests, which is not an error.
        if request.failure == "net::ERR_ABORTED":
            return
        if request.url != self._held:
            self.problems.append(f"request failed: {request.url} ({request.failure})")

    def _on_response(self, response) -> None:
        if response.status >= 400:
            self.problems.append(f"{response.status}: {response.url}")
