"""Defects of the site that the tests have found and that are not mended yet.

Nothing is passed over: a test asks for exactly these, so that it fails when one of them is mended, and the line
here goes.
"""

# Rules of axe that a kind of page breaks.
AXE = {
    # A date known to the season stands between the months below a heading with the bare year: several sections
    # of a page are called "1911".
    "fifty-home": ["landmark-unique"],
}

# Sites on which the page of an actor has more nodes than a page may have: a part holds 50 entries and, besides,
# all claims that belong to them.
TOO_MANY_NODES = ["five-hundred", "ten-thousand"]
