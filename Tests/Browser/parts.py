"""Where the parts of a page are found: the default theme's classes, named once for all tests."""

ENTRY = ".entry"
HEADLINE = ".entry .headline"
ENTRY_MARK = ".entry > .mark"
LEGEND_BADGE = ".legend .badge"
GROUP = "a.group"
VOICE = ".entry .side"
SKIP_LINK = "a.skip[href='#main_content']"
MAIN = "#main_content"

# What takes the keyboard's focus.
FOCUSABLE = "a[href], button, input:not([type=hidden]), select, textarea, summary, audio, video, [tabindex='0']"

# What is pressed rather than read: buttons, fields and the ways through the site.
CONTROLS = "button, input:not([type=hidden]), select, textarea, summary, .masthead-title a, .ways a, .pager a, .foot-pages a"

# What has no place on paper.
NOT_ON_PAPER = "button, input, select, textarea, .skip, .ways, .pager, .overview-tools"
