"""Selectors of the parts of a page: the default theme's classes, named once for all tests."""

ENTRY = ".entry"
HEADLINE = ".entry .headline"
ENTRY_MARK = ".entry > .mark"
LEGEND_BADGE = ".legend .badge"
GROUP = "a.group"
VOICE = ".entry .side"
SKIP_LINK = "a.skip[href='#main_content']"
MAIN = "#main_content"

# The elements with the address of a source, which is printed.
SOURCE_ADDRESS = '[data-url], .cited a[rel="external"]'

# Elements that can take the focus.
FOCUSABLE = "a[href], button, input:not([type=hidden]), select, textarea, summary, audio, video, [tabindex='0']"

# Elements to press rather than to read: buttons, fields and navigation.
CONTROLS = "button, input:not([type=hidden]), select, textarea, summary, .masthead-title a, .ways a, .pager a, .foot-pages a"

# Elements that must not be printed.
NOT_ON_PAPER = "button, input, select, textarea, .skip, .ways, .pager, .overview-tools"
